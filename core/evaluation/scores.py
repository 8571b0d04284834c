"""All scores, computed from one confusion matrix, so that they are consistent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """Scores of a classification. Undefined scores are NaN, not 0.

    Attributes:
        matrix: Pixel counts, int64 (C, C): rows are the ground truth, columns the predictions.
        iou: Intersection over union per class, tp / (tp + fp + fn); (C,), NaN for a class that is neither in
            the ground truth nor predicted.
        f1: 2 tp / (2 tp + fp + fn); (C,), NaN as above.
        precision: tp / (tp + fp); (C,), NaN for a class that is never predicted.
        recall: tp / (tp + fn); (C,), NaN for a class that is not in the ground truth.
        miou: Mean IoU over the classes in the ground truth or the predictions; NaN without any pixel.
        macro_f1: Mean F1 over the same classes.
        accuracy: Share of correct pixels; NaN without any pixel.
        kappa: Cohen's kappa, agreement beyond chance (Cohen 1960, doi:10.1177/001316446002000104); NaN if the
            agreement by chance is 1.
    """

    matrix: NDArray[np.int64]
    iou: Floats
    f1: Floats
    precision: Floats
    recall: Floats
    miou: float
    macro_f1: float
    accuracy: float
    kappa: float

    @classmethod
    def from_confusion(cls, matrix: NDArray[np.int64]) -> Scores:
        """Compute all scores.

        Args:
            matrix: int64 (C, C), rows ground truth, columns predictions, without ignored pixels.
        """
        counts = matrix.astype(np.float64)
        hits, truth, predicted, total = np.diag(counts), counts.sum(1), counts.sum(0), counts.sum()
        iou = class_iou(hits, truth, predicted)
        f1 = _divide(2 * hits, truth + predicted)
        accuracy = float(_divide(hits.sum(), total))
        chance = float(_divide(truth @ predicted, total**2))
        return cls(
            matrix=matrix,
            iou=iou,
            f1=f1,
            precision=_divide(hits, predicted),
            recall=_divide(hits, truth),
            miou=_mean_of_defined(iou),
            macro_f1=_mean_of_defined(f1),
            accuracy=accuracy,
            kappa=float(_divide(accuracy - chance, 1 - chance)),
        )

    @property
    def shares(self) -> Floats:
        """Share of each class in the ground truth; (C,), NaN without any pixel."""
        return _divide(self.matrix.sum(1), self.matrix.sum())

    def to_dict(self, names: Sequence[str]) -> dict[str, Any]:
        """The scores as plain data for JSON; undefined scores are None.

        Args:
            names: Class names by index.

        Returns:
            ``miou``, ``macro_f1``, ``accuracy``, ``kappa``, and ``classes``: for each name its ``iou``,
            ``f1``, ``precision``, ``recall`` and ``pixels`` (in the ground truth).
        """
        pixels = self.matrix.sum(1)
        return {
            **{name: _plain(getattr(self, name)) for name in ("miou", "macro_f1", "accuracy", "kappa")},
            "classes": {
                name: {
                    "iou": _plain(self.iou[index]),
                    "f1": _plain(self.f1[index]),
                    "precision": _plain(self.precision[index]),
                    "recall": _plain(self.recall[index]),
                    "pixels": int(pixels[index]),
                }
                for index, name in enumerate(names)
            },
        }


def class_iou(hits: NDArray[Any], truth: NDArray[Any], predicted: NDArray[Any]) -> Floats:
    """Intersection over union from counts.

    Args:
        hits: True positives of each class, (C,).
        truth: Pixels of each class in the ground truth, (C,).
        predicted: Pixels predicted as each class, (C,).

    Returns:
        (C,), NaN for a class that is neither in the ground truth nor predicted.
    """
    return _divide(hits, truth + predicted - hits)


def _divide(part: Any, whole: Any) -> Floats:  # noqa: ANN401 - numbers or arrays of them
    """``part / whole``, NaN if ``whole`` is 0."""
    part, whole = np.broadcast_arrays(np.asarray(part, np.float64), np.asarray(whole, np.float64))
    quotient: Floats = np.divide(part, whole, out=np.full(part.shape, math.nan), where=whole != 0)
    return quotient


def _mean_of_defined(values: Floats) -> float:
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if defined.size else math.nan


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
