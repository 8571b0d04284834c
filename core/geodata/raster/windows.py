"""Windows: strips and blocks that cover a raster, intersections, a window as a slice or a polygon."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from rasterio.windows import Window

BLOCK = 256
"""Side of the blocks of rasters that TopPixel writes; windows for reading and writing are multiples of it."""


def strips(height: int, width: int, rows: int) -> Iterator[Window]:
    """Full-width windows of some rows that cover a raster, from the top; the last may have fewer rows."""
    for row in range(0, height, rows):
        yield Window(0, row, width, min(rows, height - row))


def blocks(height: int, width: int, size: int) -> Iterator[Window]:
    """Square windows that cover a raster, row by row; the last of a row or column may be smaller."""
    for row in range(0, height, size):
        for col in range(0, width, size):
            yield Window(col, row, min(size, width - col), min(size, height - row))


def shared(a: Window, b: Window) -> Window | None:
    """The intersection of two windows; None if they do not overlap."""
    if not overlaps(a, b):
        return None
    left, top = max(a.col_off, b.col_off), max(a.row_off, b.row_off)
    right = min(a.col_off + a.width, b.col_off + b.width)
    bottom = min(a.row_off + a.height, b.row_off + b.height)
    return Window(left, top, right - left, bottom - top)


def inside(window: Window, whole: Window) -> tuple[slice, slice]:
    """Slices of a window in the array of a larger window that contains it."""
    row, col = window.row_off - whole.row_off, window.col_off - whole.col_off
    return slice(row, row + window.height), slice(col, col + window.width)


def overlaps(a: Window, b: Window) -> bool:
    """Whether two windows share at least one pixel."""
    return bool(
        a.row_off < b.row_off + b.height
        and b.row_off < a.row_off + a.height
        and a.col_off < b.col_off + b.width
        and b.col_off < a.col_off + a.width
    )


def window_box(window: Window) -> shapely.Geometry:
    """A window as a polygon in pixel coordinates."""
    return shapely.box(
        window.col_off, window.row_off, window.col_off + window.width, window.row_off + window.height
    )
