"""The chip index: labelled pixels per class in small cells, and every possible chip with its histogram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ...contract.catalog.networks import ENCODER_STRIDE
from ...contract.classes import IGNORE_INDEX
from ...contract.messages.errors import RasterError, TooSmallError
from ...contract.messages.reporter import Reporter
from ..raster.ground import GDAL_ERRORS
from ..raster.scene import Scene
from ..raster.windows import blocks
from .cells import any_in_boxes, box_sums, cell_slices, covered_by_boxes, sum_cells
from .overlaps import Overlaps, find_overlaps

CELLS_PER_CHIP = 8
"""Cells along a chip's side."""

MAXIMUM_COUNTS = 3 * 10**7
"""Most counts kept in memory (120 MB); beyond that, cells are larger, up to one per chip."""

READ_SIDE = 2048
"""Approximate side of the blocks of a target that are counted at once, pixels."""


@dataclass(frozen=True)
class Candidates:
    """Possible training chips, one entry per window of the cell grid.

    A chip may start anywhere in rows ``row + [0, row_slack)`` and columns ``col + [0, col_slack)``: all of
    these lie within the scene and touch no cell that is closed to training.

    Attributes:
        scene: Index of the scene, int32 (n,): a large scene has millions of windows.
        row: Topmost row, int32 (n,).
        col: Leftmost column, int32 (n,).
        row_slack: Number of possible first rows, at least 1, int32 (n,).
        col_slack: Number of possible first columns, at least 1, int32 (n,).
        histograms: Labelled pixels of each class in the window at (row, col), int32 (n, C); at least one.
    """

    scene: np.ndarray
    row: np.ndarray
    col: np.ndarray
    row_slack: np.ndarray
    col_slack: np.ndarray
    histograms: np.ndarray

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True)
class ClassStatistics:
    """Label counts over chips that do not overlap.

    Attributes:
        pixel_counts: Labelled pixels of each class, int64 (C,).
        present_pixels: Labelled pixels of all chips that contain the class, int64 (C,).
        chips_with_class: Number of chips that contain the class, int64 (C,).
        num_chips: Number of chips with any label.
    """

    pixel_counts: np.ndarray
    present_pixels: np.ndarray
    chips_with_class: np.ndarray
    num_chips: int


@dataclass(frozen=True)
class ChipIndex:
    """Labelled pixels per class in square cells of the scenes.

    Attributes:
        chip_size: Side of a chip, pixels.
        cell_size: Side of a cell; ``chip_size`` is a multiple of it.
        num_classes: Number of classes C.
        names: File name of each scene.
        sizes: (height, width) of each scene.
        counts: For each scene int32 (cell rows, cell columns, C); the last cells may be cut by the border.
        overlaps: Which scenes overlap or are close to each other.
    """

    chip_size: int
    cell_size: int
    num_classes: int
    names: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    counts: tuple[np.ndarray, ...]
    overlaps: Overlaps = field(default_factory=Overlaps)

    @property
    def cells_per_chip(self) -> int:
        """Cells along a chip's side."""
        return self.chip_size // self.cell_size

    def candidates(self, closed: Sequence[np.ndarray]) -> Candidates:
        """All windows of the cell grid that training can use: those with at least one labelled pixel.

        The grid ends at the last multiple of the cell size at which a whole chip fits; the slack of the last
        row and column extends to the border.

        Args:
            closed: For each scene the cells that no chip may touch, bool (cell rows, cell columns).

        Returns:
            The windows, ordered by scene, row and column.

        Raises:
            TooSmallError: There is none.
        """
        per_scene = [self._scene_candidates(n, cells) for n, cells in enumerate(closed)]
        joined = Candidates(*(np.concatenate(arrays) for arrays in zip(*per_scene)))
        if not len(joined):
            raise TooSmallError(
                f"No labelled chip of {self.chip_size} x {self.chip_size} pixels fits beside the "
                "areas for validation and test.",
                "Use a smaller chip size, smaller areas for validation and test, or label more.",
            )
        return joined

    def class_statistics(self, seen: Sequence[np.ndarray] | None = None) -> ClassStatistics:
        """Label counts over chips side by side from the scene's origin, cut at its right and bottom borders.

        Args:
            seen: For each scene the cells to count, bool (cell rows, cell columns); None for all.
        """
        chips = np.concatenate(
            [
                self.chip_counts(number, None if seen is None else seen[number]).reshape(-1, self.num_classes)
                for number in range(len(self.sizes))
            ]
        )
        labelled = chips.sum(axis=1)
        has_class = chips > 0
        return ClassStatistics(
            pixel_counts=chips.sum(axis=0),
            present_pixels=labelled @ has_class,
            chips_with_class=has_class.sum(axis=0),
            num_chips=int((labelled > 0).sum()),
        )

    def chip_counts(self, number: int, seen: np.ndarray | None = None) -> np.ndarray:
        """Labelled pixels of a scene's chips, side by side.

        Args:
            number: Index of the scene.
            seen: The cells to count, bool (cell rows, cell columns); None for all.

        Returns:
            int64 (chip rows, chip columns, C).
        """
        counts = self.counts[number]
        if seen is not None:
            counts = np.where(seen[:, :, np.newaxis], counts, 0)
        return sum_cells(counts, *(np.arange(0, n, self.cells_per_chip) for n in counts.shape[:2]))

    def seen_cells(self, number: int, closed: np.ndarray) -> np.ndarray:
        """The cells of a scene that chips can show without touching a closed cell.

        Args:
            number: Index of the scene.
            closed: Cells that no chip may touch, bool (cell rows, cell columns).

        Returns:
            bool (cell rows, cell columns): cells that a chip, labelled or not, can show at least in part.
        """
        free, row_slack, col_slack = self._starts(number, closed)
        per_chip = self.cells_per_chip
        seen: np.ndarray = np.zeros(closed.shape, dtype=bool)
        # A chip moved within its slack reaches one cell further; that matters only at the border, where no
        # other chip starts on that cell.
        for down in range(2 if self.sizes[number][0] % self.cell_size else 1):
            for right in range(2 if self.sizes[number][1] % self.cell_size else 1):
                starts = free & (row_slack > down) & (col_slack > right)
                shown = covered_by_boxes(starts, per_chip + down, per_chip + right)
                shown = shown[: seen.shape[0], : seen.shape[1]]
                seen[: shown.shape[0], : shown.shape[1]] |= shown
        return seen

    def labelled_windows(self, number: int, side: int) -> tuple[Window, ...]:
        """Windows that cover all labels of a scene, and little else.

        Args:
            number: Index of the scene.
            side: Approximate side of the squares that the scene is divided into, pixels.

        Returns:
            For each square with labels their bounding box, in whole cells.
        """
        (height, width), cell = self.sizes[number], self.cell_size
        labelled = np.asarray(self.counts[number].any(axis=2))
        windows = []
        for square in blocks(labelled.shape[0], labelled.shape[1], max(1, side // cell)):
            inside = labelled[square.toslices()]
            if inside.any():
                top, bottom = (np.flatnonzero(inside.any(axis=1))[[0, -1]] + square.row_off) * cell
                left, right = (np.flatnonzero(inside.any(axis=0))[[0, -1]] + square.col_off) * cell
                rows, cols = min(bottom + cell, height) - top, min(right + cell, width) - left
                windows.append(Window(int(left), int(top), int(cols), int(rows)))
        return tuple(windows)

    def _starts(self, number: int, closed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Cells at which chips can start, and the row and column slack of each, all (rows, columns).

        A chip moved by less than a cell touches one more row of cells, one more column, and their corner.
        """
        (height, width), chip, cell, side = (
            self.sizes[number],
            self.chip_size,
            self.cell_size,
            self.cells_per_chip,
        )
        rows, cols = (height - chip) // cell + 1, (width - chip) // cell + 1
        padded = np.zeros((rows + side, cols + side), dtype=bool)
        padded[: closed.shape[0], : closed.shape[1]] = closed
        free = ~any_in_boxes(padded, side, side)[:rows, :cols]
        below = any_in_boxes(padded[side:], 1, side)[:, :cols]
        beside = any_in_boxes(padded[:, side:], side, 1)[:rows]
        corner = padded[side:, side:]
        row_slack = np.where(below, 1, cell)
        col_slack = np.where(beside | (corner & ~below), 1, cell)
        to_bottom = height - chip - np.arange(rows)[:, np.newaxis] * cell + 1
        to_right = width - chip - np.arange(cols) * cell + 1
        return free, np.minimum(row_slack, to_bottom), np.minimum(col_slack, to_right)

    def _scene_candidates(self, number: int, closed: np.ndarray) -> tuple[np.ndarray, ...]:
        side, cell = self.cells_per_chip, self.cell_size
        free, row_slack, col_slack = self._starts(number, closed)
        rows, cols = free.shape
        # The last cells may be cut by the border; no chip of the grid covers them.
        counts = self.counts[number][: rows + side - 1, : cols + side - 1]
        usable = free & (box_sums(counts.sum(axis=2), side, side) > 0)
        row, col = np.nonzero(usable)
        histograms = np.empty((len(row), self.num_classes), dtype=np.int32)
        for index in range(self.num_classes):
            histograms[:, index] = box_sums(counts[..., index], side, side)[usable]
        starts = (np.full(len(row), number), row * cell, col * cell, row_slack[usable], col_slack[usable])
        return (*(numbers.astype(np.int32) for numbers in starts), histograms)


def cell_size(scenes: Sequence[Scene], chip_size: int, num_classes: int) -> int:
    """Side of the cells in which labels are counted, pixels.

    An eighth of a chip; more, up to a whole chip, if there would be more than ``MAXIMUM_COUNTS``.
    """
    per_side = CELLS_PER_CHIP
    area = sum(scene.height * scene.width for scene in scenes)
    while per_side > 1 and area / (chip_size // per_side) ** 2 * num_classes > MAXIMUM_COUNTS:
        per_side //= 2
    return chip_size // per_side


def index_chips(
    scenes: Sequence[Scene],
    targets: Sequence[Path],
    chip_size: int,
    num_classes: int,
    reporter: Reporter,
) -> ChipIndex:
    """Count the labelled pixels of the targets, block by block.

    Args:
        scenes: The scenes.
        targets: Their targets: uint8 rasters of class indices, 255 for ignored pixels.
        chip_size: Side of a chip, a multiple of 32.
        num_classes: Number of classes.
        reporter: For progress and cancellation.

    Raises:
        TooSmallError: A scene is smaller than a chip.
        RasterError: A target cannot be read.
    """
    _require_size(scenes, chip_size)
    sizes = tuple((scene.height, scene.width) for scene in scenes)
    cell = cell_size(scenes, chip_size, num_classes)
    work = [list(blocks(*size, max(1, READ_SIDE // cell) * cell)) for size in sizes]
    done, total = 0, sum(map(len, work))
    counts = []
    for (height, width), target, windows in zip(sizes, targets, work):
        cells = np.zeros((-(-height // cell), -(-width // cell), num_classes), dtype=np.int32)
        for window in windows:
            values = _read_target(target, window)
            if (values != IGNORE_INDEX).any():
                cells[cell_slices(window, cell)] = _count_cells(values, cell, num_classes)
            done += 1
            reporter.progress(done, total, "blocks", "Counting the labels")
        counts.append(cells)
    names = tuple(scene.name for scene in scenes)
    overlaps = find_overlaps(scenes, cell, reach=chip_size)
    return ChipIndex(chip_size, cell, num_classes, names, sizes, tuple(counts), overlaps)


def _count_cells(target: np.ndarray, cell: int, num_classes: int) -> np.ndarray:
    """Pixels of each class in each cell of a block, int64 (cell rows, cell columns, C)."""
    height, width = target.shape
    rows, cols = -(-height // cell), -(-width // cell)
    # One extra bin takes the ignored pixels, which saves a mask.
    bins = num_classes + 1
    first = (np.arange(height) // cell)[:, np.newaxis] * cols + np.arange(width) // cell
    ids = first * bins + np.minimum(target, num_classes)
    counts = np.bincount(ids.ravel(), minlength=rows * cols * bins)
    return counts.reshape(rows, cols, bins)[..., :num_classes]


def _read_target(path: Path, window: Window) -> np.ndarray:
    try:
        with rasterio.open(path) as dataset:
            target: np.ndarray = dataset.read(1, window=window)
            return target
    except GDAL_ERRORS as error:
        raise RasterError(f"The target '{path}' cannot be read.", detail=str(error)) from error


def _require_size(scenes: Sequence[Scene], chip_size: int) -> None:
    smallest = min(scenes, key=lambda scene: min(scene.height, scene.width))
    side = min(smallest.height, smallest.width)
    if side >= chip_size:
        return
    usable = side // ENCODER_STRIDE * ENCODER_STRIDE
    hint = f"Use a chip size of at most {usable}." if usable else "Use a larger raster."
    raise TooSmallError(
        f"'{smallest.name}' has {smallest.height} x {smallest.width} pixels (height x width), less than a "
        f"chip of {chip_size} x {chip_size}.",
        hint,
    )
