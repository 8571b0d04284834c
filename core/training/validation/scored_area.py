"""The confusion matrix of a model on a validation or test area, predicted exactly as maps are made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from rasterio.windows import Window
from torchmetrics.functional.classification import multiclass_confusion_matrix

from ...contract.catalog.mapping import DEFAULT_OVERLAP
from ...contract.classes import IGNORE_INDEX
from ...geodata.raster.scene import Scene
from ...geodata.raster.windows import inside, shared
from ...geodata.split.split import Windows
from ...inference.predictor import Predictor
from ...inference.stream import Strip, classify_strips, predict_window
from ...inference.tiles import TilePlan, plan_tiles


@dataclass(frozen=True)
class ScoredArea:
    """Where a model is scored: the validation blocks, or the test areas.

    Attributes:
        scenes: The rasters.
        targets: Their class rasters.
        windows: For each scene the windows to score, without overlap.
        tile_size: Side of a tile, pixels.
    """

    scenes: Sequence[Scene]
    targets: Sequence[Scene]
    windows: Windows
    tile_size: int

    def part(self, number: int, count: int) -> ScoredArea:
        """Part ``number`` of ``count`` parts of about the same size that together are the area."""
        return replace(self, windows=tuple(windows[number::count] for windows in self.windows))


def confusion(
    area: ScoredArea,
    predictor: Predictor,
    check: Callable[[], None],
    see: Callable[[int, Strip], None] = lambda _number, _strip: None,
) -> np.ndarray:
    """Predict an area and count its pixels by true and predicted class.

    Args:
        area: The area.
        predictor: The network.
        check: Called after each batch of tiles; may raise to cancel.
        see: Called with the index of a scene and each strip of its map.

    Returns:
        int64 (num_classes, num_classes): pixels by true class (rows) and predicted class (columns).
    """
    total = np.zeros((predictor.num_classes, predictor.num_classes), np.int64)
    for number, strip in scored_strips(area, predictor, check):
        see(number, strip)
        truth = _truth_in_blocks(area.targets[number], strip.window, area.windows[number])
        truth[~strip.usable] = IGNORE_INDEX
        total += _count(strip.preds, truth, predictor.num_classes)
    return total


def scored_strips(
    area: ScoredArea, predictor: Predictor, check: Callable[[], None]
) -> Iterator[tuple[int, Strip]]:
    """The map of an area, strip by strip, exactly as *Classify raster* makes it.

    Args:
        area: The area; tiles that touch none of its windows are left out.
        predictor: The network.
        check: Called after each batch of tiles; may raise to cancel.

    Yields:
        Index of the scene, and a strip of its map.
    """
    for number, (scene, windows) in enumerate(zip(area.scenes, area.windows, strict=True)):
        if not windows:
            continue
        plan = _plan(scene, area.tile_size, windows)
        # Closed here, whatever happens: no thread may be reading when the rasters are closed.
        with contextlib.closing(classify_strips(scene, predictor, plan, lambda _: check())) as strips:
            yield from ((number, strip) for strip in strips)


def predicted(
    area: ScoredArea, number: int, window: Window, predictor: Predictor, check: Callable[[], None]
) -> np.ndarray:
    """The map of one window, exactly as *Classify raster* makes it.

    Args:
        area: Gives scenes and tile size.
        number: Index of the scene.
        window: May lie outside the area's windows.
        predictor: The network.
        check: Called after each batch of tiles; may raise to cancel.

    Returns:
        uint8 (H, W) of class indices.
    """
    scene = area.scenes[number]
    plan = _plan(scene, area.tile_size, [window])
    return predict_window(scene, predictor, plan, window, lambda _: check())


def _plan(scene: Scene, tile_size: int, windows: Sequence[Window]) -> TilePlan:
    return plan_tiles(scene.height, scene.width, tile_size, min(DEFAULT_OVERLAP, tile_size // 2), windows)


def preview_window(area: ScoredArea, size: int, num_classes: int) -> tuple[int, Window] | None:
    """The square for the preview: the one with most pixels of the rarest class.

    Args:
        area: The validation area.
        size: Side of the square, pixels; cut off where a window of the area ends.
        num_classes: Number of classes.

    Returns:
        Index of the scene, and window; None for an empty area.
    """
    windows = squares(area, size)
    if not windows:
        return None
    counts = _class_counts(area, windows, num_classes)
    return windows[_ranked_by_class(counts, rarest(counts.sum(axis=0)))[0]]


def richest_window(area: ScoredArea, size: int, num_classes: int, index: int) -> tuple[int, Window]:
    """The square with most pixels of a class.

    Args:
        area: A scored area, not empty.
        size: Side of the square, pixels; cut off where a window of the area ends.
        num_classes: Number of classes.
        index: The class.

    Returns:
        Index of the scene, and window.
    """
    windows = squares(area, size)
    counts = _class_counts(area, windows, num_classes)
    return windows[_ranked_by_class(counts, index)[0]]


def rarest(pixels: np.ndarray) -> int:
    """Index of the class with the fewest pixels, classes without any left out."""
    return int(np.where(pixels > 0, pixels, np.iinfo(np.int64).max).argmin())


def squares(area: ScoredArea, size: int) -> list[tuple[int, Window]]:
    """Adjacent squares of ``size`` pixels that cover an area, cut off where its windows end.

    Returns:
        Index of the scene, and window, of each, in row-major order within each window of the area.
    """
    return [
        (number, Window(left, top, min(size, found.col_off + found.width - left), height))
        for number, scene_windows in enumerate(area.windows)
        for found in scene_windows
        for top in range(found.row_off, found.row_off + found.height, size)
        for height in (min(size, found.row_off + found.height - top),)
        for left in range(found.col_off, found.col_off + found.width, size)
    ]


def _class_counts(area: ScoredArea, windows: Sequence[tuple[int, Window]], num_classes: int) -> np.ndarray:
    """Pixels of each class in each window, int64 (windows, num_classes)."""
    counts = [np.bincount(area.targets[n].read(w).ravel(), minlength=256)[:num_classes] for n, w in windows]
    return np.array(counts, np.int64).reshape(-1, num_classes)


def _ranked_by_class(counts: np.ndarray, index: int) -> list[int]:
    """Indices of the windows, those with most pixels of a class first."""
    return [int(number) for number in np.argsort(-counts[:, index], kind="stable")]


def _truth_in_blocks(target: Scene, window: Window, wanted: Sequence[Window]) -> np.ndarray:
    """The class raster under a strip, with everything outside the windows to score ignored."""
    truth = np.full((window.height, window.width), IGNORE_INDEX, np.uint8)
    for block in wanted:
        part = shared(block, window)
        if part is not None:
            truth[inside(part, window)] = target.read(part)[0]
    return truth


def _count(preds: np.ndarray, truth: np.ndarray, num_classes: int) -> np.ndarray:
    """Confusion matrix of one strip, int64 (C, C), rows truth."""
    matrix = multiclass_confusion_matrix(
        torch.from_numpy(preds).long(), torch.from_numpy(truth).long(), num_classes, ignore_index=IGNORE_INDEX
    )
    return matrix.numpy().astype(np.int64)
