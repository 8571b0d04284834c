"""How good a model is on the blocks kept out of training, by the same engine that makes the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from rasterio.windows import Window
from torchmetrics.functional.classification import multiclass_confusion_matrix

from ..contract.classes import IGNORE_INDEX
from ..geodata.raster import Scene
from ..geodata.splits import Split
from ..inference.plan import plan_tiles
from ..inference.predictor import Predictor
from ..inference.stream import classify_strips, predict_window

OVERLAP = 64
"""Pixels; the default of *Classify raster*, so that the scores are those of the map."""


@dataclass(frozen=True)
class ValidationArea:
    """The blocks kept out of training.

    Attributes:
        scenes: The rasters.
        targets: Their class rasters.
        split: The blocks of each scene.
        tile_size: Side of a tile.
    """

    scenes: Sequence[Scene]
    targets: Sequence[Scene]
    split: Split
    tile_size: int


def confusion(area: ValidationArea, predictor: Predictor, check: Callable[[], None]) -> np.ndarray:
    """Go through the whole validation area once.

    Args:
        area: Where.
        predictor: The network.
        check: Called after each batch of tiles; may raise to stop.

    Returns:
        int64 (num_classes, num_classes): pixels by true class (rows) and predicted class (columns).
    """
    total = np.zeros((predictor.num_classes, predictor.num_classes), np.int64)
    for scene, target, blocks in zip(area.scenes, area.targets, area.split.validation, strict=True):
        if not blocks:
            continue
        overlap = min(OVERLAP, area.tile_size // 2)
        plan = plan_tiles(scene.height, scene.width, area.tile_size, overlap, blocks)
        for strip in classify_strips(scene, predictor, plan, lambda _: check()):
            truth = _truth_in_blocks(target, strip.window, blocks)
            truth[~strip.usable] = IGNORE_INDEX
            total += _count(strip.preds, truth, predictor.num_classes)
    return total


@dataclass(frozen=True)
class Example:
    """One validation window to look at.

    Attributes:
        values: (bands, H, W) of the raster.
        target: uint8 (H, W) of class indices, 255 for ignored pixels.
        preds: uint8 (H, W) of class indices.
        title: Which raster, where.
    """

    values: np.ndarray
    target: np.ndarray
    preds: np.ndarray
    title: str


def examples(
    area: ValidationArea, size: int, predictor: Predictor, count: int, check: Callable[[], None]
) -> list[Example]:
    """Validation windows with the rarest class in them, and what the network makes of them.

    Args:
        area: Where.
        size: Side of a window, pixels.
        predictor: The network.
        count: How many at most.
        check: Called after each batch of tiles; may raise to stop.

    Returns:
        The examples, those with most of the rarest class first.
    """
    chosen = _windows_with_rare_class(area, size, predictor.num_classes)[:count]
    overlap = min(OVERLAP, area.tile_size // 2)
    found = []
    for number, window in chosen:
        scene = area.scenes[number]
        plan = plan_tiles(scene.height, scene.width, area.tile_size, overlap, [window])
        preds = predict_window(scene, predictor, plan, window, lambda _: check())
        title = f"Row {window.row_off}, column {window.col_off}"
        target = area.targets[number].read(window)[0]
        found.append(Example(scene.read(window), target, preds, title))
    return found


def _windows_with_rare_class(area: ValidationArea, size: int, num_classes: int) -> list[tuple[int, Window]]:
    """(scene, window) of the validation blocks' squares, ranked by their pixels of the rarest class."""
    windows = [
        (number, Window(left, top, size, size))
        for number, blocks in enumerate(area.split.validation)
        for block in blocks
        for top in range(block.row_off, block.row_off + block.height - size + 1, size)
        for left in range(block.col_off, block.col_off + block.width - size + 1, size)
    ]
    if not windows:
        return []
    counts = np.stack(
        [np.bincount(area.targets[n].read(w).ravel(), minlength=256)[:num_classes] for n, w in windows]
    )
    totals = counts.sum(axis=0)
    rarest = int(np.where(totals > 0, totals, np.iinfo(np.int64).max).argmin())
    ranked = np.argsort(-counts[:, rarest], kind="stable")
    return [windows[position] for position in ranked]


def _truth_in_blocks(target: Scene, window: Window, blocks: Sequence[Window]) -> np.ndarray:
    """The class raster of a strip with everything outside the blocks ignored."""
    truth = np.full((window.height, window.width), IGNORE_INDEX, np.uint8)
    for block in blocks:
        first = max(block.row_off, window.row_off)
        last = min(block.row_off + block.height, window.row_off + window.height)
        if first < last:
            part = Window(block.col_off, first, block.width, last - first)
            rows = slice(first - window.row_off, last - window.row_off)
            truth[rows, block.col_off : block.col_off + block.width] = target.read(part)[0]
    return truth


def _count(preds: np.ndarray, truth: np.ndarray, num_classes: int) -> np.ndarray:
    """Confusion counts of one strip."""
    matrix = multiclass_confusion_matrix(
        torch.from_numpy(preds).long(), torch.from_numpy(truth).long(), num_classes, ignore_index=IGNORE_INDEX
    )
    return matrix.numpy().astype(np.int64)
