"""Arithmetic on cells, the coarse grid of a scene: box sums, dilation, conversion to and from pixels."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window


def sum_cells(counts: np.ndarray, row_starts: np.ndarray, col_starts: np.ndarray) -> np.ndarray:
    """Sums over rectangles that tile a grid of cells.

    Args:
        counts: (rows, columns, C).
        row_starts: First row of each row of rectangles, ascending from 0.
        col_starts: First column of each column of rectangles, ascending from 0.

    Returns:
        int64 (rectangle rows, rectangle columns, C).
    """
    by_row = np.add.reduceat(counts, row_starts, axis=0, dtype=np.int64)
    sums: np.ndarray = np.add.reduceat(by_row, col_starts, axis=1)
    return sums


def box_sums(values: np.ndarray, height: int, width: int) -> np.ndarray:
    """Sums over all boxes of a size by an integral image (Crow 1984, doi:10.1145/800031.808600).

    Args:
        values: (rows, columns).
        height: Rows of a box, at most ``rows``.
        width: Columns of a box, at most ``columns``.

    Returns:
        int64 (rows - height + 1, columns - width + 1), indexed by the top-left cell of the box.
    """
    sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1), dtype=np.int64)
    sums[1:, 1:] = values
    np.cumsum(sums, axis=0, out=sums)
    np.cumsum(sums, axis=1, out=sums)
    found: np.ndarray = (
        sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    )
    return found


def any_in_boxes(cells: np.ndarray, height: int, width: int) -> np.ndarray:
    """Which boxes of a size contain a marked cell.

    Args:
        cells: bool (rows, columns).
        height: Rows of a box, at most ``rows``.
        width: Columns of a box, at most ``columns``.

    Returns:
        bool (rows - height + 1, columns - width + 1), indexed by the top-left cell of the box.
    """
    # Boxes of 1, 2, 4 … rows, then the rest: log2(height) passes, without sums.
    done = 1
    while done < height:
        step = min(done, height - done)
        cells = cells[:-step] | cells[step:]
        done += step
    done = 1
    while done < width:
        step = min(done, width - done)
        cells = cells[:, :-step] | cells[:, step:]
        done += step
    return cells


def covered_by_boxes(starts: np.ndarray, height: int, width: int) -> np.ndarray:
    """Union of boxes of one size.

    Args:
        starts: Top-left cells of the boxes, bool (rows, columns).
        height: Rows of a box.
        width: Columns of a box.

    Returns:
        bool (rows + height - 1, columns + width - 1).
    """
    return any_in_boxes(np.pad(starts, ((height - 1,) * 2, (width - 1,) * 2)), height, width)


def widened(cells: np.ndarray, margin: int) -> np.ndarray:
    """Marked cells dilated by a margin of cells in all eight directions; a copy, bool (rows, columns)."""
    if not margin or not cells.any():
        unchanged: np.ndarray = cells.copy()
        return unchanged
    side = 2 * margin + 1
    return any_in_boxes(np.pad(cells, margin), side, side)


def touched_cells(pixels: np.ndarray, window: Window, cell: int) -> tuple[tuple[slice, slice], np.ndarray]:
    """Cells that contain a marked pixel of a window.

    Args:
        pixels: bool (height, width) of the window.
        window: Position of the pixels; need not be aligned with the cells.
        cell: Side of a cell, pixels.

    Returns:
        Slices of the cells that the window intersects, and bool of that shape.
    """
    rows, cols = cell_slices(window, cell)
    for axis, cells, first in ((0, rows, window.row_off), (1, cols, window.col_off)):
        starts = np.maximum(np.arange(cells.start, cells.stop) * cell - int(first), 0)
        pixels = np.logical_or.reduceat(pixels, starts, axis=axis)
    return (rows, cols), pixels


def cell_slices(window: Window, cell: int) -> tuple[slice, slice]:
    """Rows and columns of the cells that a window intersects."""
    spans = ((window.row_off, window.height), (window.col_off, window.width))
    rows, cols = (slice(int(o) // cell, -(-(int(o) + int(n)) // cell)) for o, n in spans)
    return rows, cols


def in_pixels(cells: np.ndarray, window: Window, cell: int) -> np.ndarray:
    """The cell value of each pixel of a window.

    Args:
        cells: Cells of the whole scene, (rows, columns).
        window: Window of the scene.
        cell: Side of a cell, pixels.

    Returns:
        (height, width), with the dtype of the cells.
    """
    rows = np.arange(window.row_off, window.row_off + window.height, dtype=np.int64) // cell
    cols = np.arange(window.col_off, window.col_off + window.width, dtype=np.int64) // cell
    values: np.ndarray = cells[np.ix_(rows, cols)]
    return values
