"""The chip index: labelled pixels per class in small cells, and what every possible chip holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import rasterio
from rasterio.windows import Window

from ..contract.catalog import ENCODER_STRIDE
from ..contract.errors import RasterError, TooSmallError
from ..contract.reporter import Reporter
from .grid import blocks
from .ground import GDAL_ERRORS
from .raster import Scene

if TYPE_CHECKING:
    from .splits import Split

CELLS_PER_CHIP = 8
"""Cells along a chip's side, so chips can start at every eighth of it."""

MAXIMUM_COUNTS = 3 * 10**7
"""Counts kept at most (120 MB); beyond, cells are larger, up to one per chip."""

READ_SIDE = 2048
"""About this side of a target is counted at once, pixels."""


@dataclass(frozen=True)
class Candidates:
    """Windows that training chips can be cut from; all arrays have one entry per window.

    A chip may start anywhere in rows ``row + [0, row_slack)`` and columns ``col + [0, col_slack)``: all of
    these lie within the scene and touch no validation window.

    Attributes:
        scene: Number of the scene, int64 (n,).
        row: Topmost row, int64 (n,).
        col: Leftmost column, int64 (n,).
        row_slack: Possible first rows, at least 1, int64 (n,).
        col_slack: Possible first columns, at least 1, int64 (n,).
        histograms: Labelled pixels of each class in the window at (row, col), int32 (n, C); at least one.
    """

    scene: np.ndarray
    row: np.ndarray
    col: np.ndarray
    row_slack: np.ndarray
    col_slack: np.ndarray
    histograms: np.ndarray

    def __len__(self) -> int:
        """Number of windows."""
        return len(self.row)


@dataclass(frozen=True)
class ClassStatistics:
    """What the training part holds, counted over chips that do not overlap.

    Attributes:
        pixel_counts: Labelled pixels of each class, int64 (C,).
        present_pixels: Labelled pixels of all chips that hold the class, int64 (C,).
        chips_with_class: Number of chips that hold the class, int64 (C,).
        num_chips: Number of chips that hold any label.
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
    """

    chip_size: int
    cell_size: int
    num_classes: int
    names: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    counts: tuple[np.ndarray, ...]

    @property
    def cells_per_chip(self) -> int:
        """Cells along a chip's side."""
        return self.chip_size // self.cell_size

    def candidates(self, split: Split) -> Candidates:
        """Every window on the lattice of cells that training can use.

        The lattice ends at the last multiple of the cell size that holds a whole chip; the slack of the
        last row and column reaches the border.

        Args:
            split: Validation windows that no chip may touch.

        Returns:
            The windows with at least one labelled pixel, by scene, row and column.

        Raises:
            TooSmallError: There is none.
        """
        parts = [self._scene_candidates(n, split) for n in range(len(self.sizes))]
        joined = Candidates(*(np.concatenate(arrays) for arrays in zip(*parts)))
        if not len(joined):
            raise TooSmallError(
                f"No chip of {self.chip_size} x {self.chip_size} pixels with a label fits beside the "
                "validation blocks.",
                "Use a smaller chip size, a smaller validation share (0 for none), or label more.",
            )
        return joined

    def class_statistics(self, split: Split) -> ClassStatistics:
        """What the training part holds.

        Chips lie side by side from the scene's corner; at the far borders they are cut.

        Args:
            split: Validation windows, left out.

        Returns:
            The counts that class weights are made of.
        """
        chips = np.concatenate(
            [
                self.chip_counts(number, split).reshape(-1, self.num_classes)
                for number in range(len(self.sizes))
            ]
        )
        labelled = chips.sum(axis=1)
        holds = chips > 0
        return ClassStatistics(
            pixel_counts=chips.sum(axis=0),
            present_pixels=labelled @ holds,
            chips_with_class=holds.sum(axis=0),
            num_chips=int((labelled > 0).sum()),
        )

    def chip_counts(self, number: int, split: Split | None = None) -> np.ndarray:
        """Labelled pixels of side-by-side chips of a scene.

        Args:
            number: The scene.
            split: Validation windows that count as not labelled; None for none.

        Returns:
            int64 (chip rows, chip columns, C).
        """
        counts = self.counts[number]
        if split is not None:
            counts = np.where(self._in_validation(number, split)[..., np.newaxis], 0, counts)
        return sum_cells(counts, *(np.arange(0, n, self.cells_per_chip) for n in counts.shape[:2]))

    def _in_validation(self, number: int, split: Split) -> np.ndarray:
        """Cells that a validation window of a scene touches, bool (cell rows, cell columns)."""
        touched = np.zeros(self.counts[number].shape[:2], dtype=bool)
        for window in split.validation[number]:
            rows, cols = (_cell_range(*span, self.cell_size) for span in _spans(window))
            touched[rows, cols] = True
        return touched

    def _scene_candidates(self, number: int, split: Split) -> tuple[np.ndarray, ...]:
        height, width = self.sizes[number]
        chip, cell, per_chip = self.chip_size, self.cell_size, self.cells_per_chip
        rows, cols = (height - chip) // cell + 1, (width - chip) // cell + 1
        taken = _BoxSums(self._in_validation(number, split), rows + 1 + per_chip, cols + 1 + per_chip)
        labelled = _BoxSums(self.counts[number].sum(axis=2), rows + per_chip, cols + per_chip)
        usable = (taken.of(rows, cols, per_chip, per_chip) == 0) & (
            labelled.of(rows, cols, per_chip, per_chip) > 0
        )
        row, col = np.nonzero(usable)
        row_slack, col_slack = _slack(taken, rows, cols, per_chip, cell)
        histograms = np.empty((len(row), self.num_classes), dtype=np.int32)
        for index in range(self.num_classes):
            sums = _BoxSums(self.counts[number][..., index], rows + per_chip, cols + per_chip)
            histograms[:, index] = sums.of(rows, cols, per_chip, per_chip)[usable]
        return (
            np.full(len(row), number),
            row * cell,
            col * cell,
            np.minimum(row_slack[usable], height - chip - row * cell + 1),
            np.minimum(col_slack[usable], width - chip - col * cell + 1),
            histograms,
        )


def index_chips(
    scenes: Sequence[Scene],
    targets: Sequence[Path],
    chip_size: int,
    num_classes: int,
    reporter: Reporter,
) -> ChipIndex:
    """Count the labelled pixels of the targets, once, block by block.

    Args:
        scenes: The scenes.
        targets: Their targets: uint8 rasters of class indices, 255 where a pixel counts for nothing.
        chip_size: Side of a chip, a multiple of 32.
        num_classes: Number of classes.
        reporter: Shows progress and cancels.

    Returns:
        The index.

    Raises:
        TooSmallError: A scene is smaller than a chip.
        RasterError: A target cannot be read.
    """
    _require_size(scenes, chip_size)
    sizes = tuple((scene.height, scene.width) for scene in scenes)
    cell = _cell_size(sizes, chip_size, num_classes)
    work = [list(blocks(*size, max(1, READ_SIDE // cell) * cell)) for size in sizes]
    done, total = 0, sum(map(len, work))
    counts = []
    for (height, width), target, windows in zip(sizes, targets, work):
        cells = np.zeros((-(-height // cell), -(-width // cell), num_classes), dtype=np.int32)
        for window in windows:
            rows, cols = (_cell_range(*span, cell) for span in _spans(window))
            cells[rows, cols] = _count_cells(_read_target(target, window), cell, num_classes)
            done += 1
            reporter.progress(done, total, "blocks", "Counting the labels")
        counts.append(cells)
    names = tuple(scene.name for scene in scenes)
    return ChipIndex(chip_size, cell, num_classes, names, sizes, tuple(counts))


def sum_cells(counts: np.ndarray, row_starts: np.ndarray, col_starts: np.ndarray) -> np.ndarray:
    """Sums over rectangles that cover a lattice of cells without gaps.

    Args:
        counts: (rows, columns, C).
        row_starts: First row of each rectangle row, rising from 0.
        col_starts: First column of each rectangle column, rising from 0.

    Returns:
        int64 (rectangle rows, rectangle columns, C).
    """
    by_row = np.add.reduceat(counts, row_starts, axis=0, dtype=np.int64)
    sums: np.ndarray = np.add.reduceat(by_row, col_starts, axis=1)
    return sums


class _BoxSums:
    """Sums over boxes of a lattice by an integral image (Crow 1984, doi:10.1145/800031.808600).

    Args:
        values: Lattice (rows, columns) of numbers.
        rows: Rows to provide for; the lattice is cut or filled with zeros.
        cols: Columns to provide for.
    """

    def __init__(self, values: np.ndarray, rows: int, cols: int) -> None:
        self._sums = np.zeros((rows + 1, cols + 1), dtype=np.int64)
        inside = values[:rows, :cols]
        self._sums[1 : inside.shape[0] + 1, 1 : inside.shape[1] + 1] = inside
        np.cumsum(self._sums, axis=0, out=self._sums)
        np.cumsum(self._sums, axis=1, out=self._sums)

    def of(self, rows: int, cols: int, height: int, width: int, down: int = 0, right: int = 0) -> np.ndarray:
        """Sums of the boxes that start at each of the first cells, moved by an offset.

        Args:
            rows: Boxes along the rows.
            cols: Boxes along the columns.
            height: Rows of a box.
            width: Columns of a box.
            down: Rows that each box is moved.
            right: Columns that each box is moved.

        Returns:
            int64 (rows, cols).
        """
        top, bottom = slice(down, down + rows), slice(down + height, down + height + rows)
        left, far = slice(right, right + cols), slice(right + width, right + width + cols)
        s = self._sums
        return s[bottom, far] - s[top, far] - s[bottom, left] + s[top, left]


def _slack(taken: _BoxSums, rows: int, cols: int, per_chip: int, cell: int) -> tuple[np.ndarray, np.ndarray]:
    """First rows and columns that each window leaves to choose before it meets validation cells.

    Moved by less than a cell, a window meets one more row of cells, one more column, and their corner.
    """
    below = taken.of(rows, cols, 1, per_chip, down=per_chip) > 0
    beside = taken.of(rows, cols, per_chip, 1, right=per_chip) > 0
    corner = taken.of(rows, cols, 1, 1, down=per_chip, right=per_chip) > 0
    row_slack = np.where(below, 1, cell)
    col_slack = np.where(beside | (corner & ~below), 1, cell)
    return row_slack, col_slack


def _count_cells(target: np.ndarray, cell: int, num_classes: int) -> np.ndarray:
    """Pixels of each class in each cell of a block, int64 (cell rows, cell columns, C)."""
    height, width = target.shape
    rows, cols = -(-height // cell), -(-width // cell)
    # One bin more takes the ignored pixels, so that nothing has to be picked out.
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


def _cell_size(sizes: tuple[tuple[int, int], ...], chip_size: int, num_classes: int) -> int:
    parts = CELLS_PER_CHIP
    area = sum(height * width for height, width in sizes)
    while parts > 1 and area / (chip_size // parts) ** 2 * num_classes > MAXIMUM_COUNTS:
        parts //= 2
    return chip_size // parts


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


def _spans(window: Window) -> tuple[tuple[int, int], tuple[int, int]]:
    """(start, length) of a window's rows and columns."""
    return (int(window.row_off), int(window.height)), (int(window.col_off), int(window.width))


def _cell_range(start: int, length: int, cell: int) -> slice:
    """Cells that a span of pixels touches."""
    return slice(start // cell, -(-(start + length) // cell))
