"""Scores of a map: by pixels, and by objects."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

FOUND_SHARE = 0.5
"""A labelled object is found if at least this share of its pixels is predicted as its class."""

FALSE_SHARE = 0.25
"""A segment of the map is false if less than this share of its pixels is labelled as its class."""

COUNTED_SHARE = 0.1
"""Objects and segments smaller than this multiple of the labelled objects' median size do not count."""

EIGHT_NEIGHBOURS = np.ones((3, 3), bool)


@dataclass(frozen=True)
class Objects:
    """Object counts of a class.

    Attributes:
        labelled: Labelled objects.
        found: Labelled objects that the map has, by ``FOUND_SHARE``.
        false: Segments of the map without a labelled object, by ``FALSE_SHARE``.
    """

    labelled: int
    found: int
    false: int


def confusion(truth: np.ndarray, preds: np.ndarray, counted: np.ndarray, num_classes: int) -> np.ndarray:
    """Pixels by true class (rows) and predicted class (columns), int64 (C, C).

    Args:
        truth: Class values, uint8 (H, W).
        preds: The map, uint8 (H, W); a value that is no class counts as the first class.
        counted: Pixels that are scored, bool (H, W).
        num_classes: C.
    """
    predicted = np.where(preds < num_classes, preds, 0)[counted].astype(np.int64)
    pairs = truth[counted].astype(np.int64) * num_classes + predicted
    return np.bincount(pairs, minlength=num_classes**2).reshape(num_classes, num_classes)


def class_iou(matrix: np.ndarray) -> np.ndarray:
    """IoU of each class, (C,); NaN for a class that is neither labelled nor predicted."""
    hits = np.diag(matrix).astype(np.float64)
    union = matrix.sum(0) + matrix.sum(1) - hits
    return np.divide(hits, union, out=np.full(len(matrix), np.nan), where=union > 0)


def count_objects(truth: np.ndarray, preds: np.ndarray, counted: np.ndarray, value: int) -> Objects:
    """Count the objects of a class that are found, and the false segments.

    Objects are 8-connected. They are cut at the border of the scored area.

    Args:
        truth: Class values, uint8 (H, W).
        preds: The map, uint8 (H, W).
        counted: Pixels that are scored, bool (H, W).
        value: The class.
    """
    is_truth, is_predicted = (truth == value) & counted, (preds == value) & counted
    objects, hits = _segments(is_truth, is_predicted)
    segments, right = _segments(is_predicted, is_truth)
    least = COUNTED_SHARE * np.median(objects) if objects.size else 0
    large, shown = objects >= least, segments >= least
    return Objects(
        int(large.sum()),
        int((hits[large] >= FOUND_SHARE * objects[large]).sum()),
        int((right[shown] < FALSE_SHARE * segments[shown]).sum()),
    )


def _segments(wanted: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Size of each connected segment, and how many of its pixels another mask has; both int64 (S,)."""
    numbers, count = ndimage.label(wanted, EIGHT_NEIGHBOURS)
    sizes = np.bincount(numbers.ravel(), minlength=count + 1)[1:]
    shared = np.bincount(numbers[other], minlength=count + 1)[1:]
    return sizes, shared
