"""The segments of a class raster as polygons that share their borders, square by square, without seams.

Outlines are traced, simplified and smoothed in squares of a fixed grid, which share a row or column of pixels
with the adjacent squares. On the line through the centres of these pixels, outlines stay fixed, so nothing
in one square can touch anything in another; there they are joined again. So the polygons do not depend on
how much is in memory. All that can be seen of a square's border is one more point of an outline that crosses
it, which is neither removed nor smoothed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ...contract.messages.reporter import Reporter
from ..raster.scene import Scene
from .arcs import Arcs, trace
from .class_raster import ClassRaster
from .components import grouped, num_groups
from .rings import Lines, polygons
from .segments import NO_SEGMENT, NOTHING, label_segments
from .simplify import LONGEST_CUT, Ruler, simplify, smooth

SIDE = 1024
"""Side of the squares, pixels. It affects the result, so it does not depend on the memory."""

PORTION_POINTS = 400_000
"""Points of outlines that are assembled into polygons at once."""


@dataclass(frozen=True)
class Bending:
    """How outlines are simplified and smoothed.

    Attributes:
        tolerance: Tolerance of the simplification, metres; 0 for the outlines of the pixels.
        rounds: Rounds of corner cutting; 0 for none.
        ruler: Converts pixels to metres.
    """

    tolerance: float
    rounds: int
    ruler: Ruler

    def bent(self, arcs: Arcs) -> Arcs:
        """The simplified and smoothed outlines of an array, given all of them as traced."""
        if self.tolerance > 0:
            arcs = simplify(arcs, self.tolerance, self.ruler)
        if self.rounds > 0:
            longest = LONGEST_CUT * max(self.tolerance, self.ruler.pixel)
            arcs = smooth(arcs, self.rounds, longest, self.ruler)
        return arcs


@dataclass(frozen=True)
class Polygons:
    """A batch of segments as polygons.

    Attributes:
        shapes: Polygons in pixel coordinates (column, row), object array (n,).
        values: Class values, int64 (n,).
        confidence: Mean confidence of the pixels, NaN if none has one, float64 (n,).
    """

    shapes: np.ndarray
    values: np.ndarray
    confidence: np.ndarray


def polygonize(
    raster: ClassRaster, bending: Bending, confidence: Scene | None, reporter: Reporter
) -> Iterator[Polygons]:
    """The segments of a class raster, each as one polygon.

    A polygon is yielded as soon as it is complete, so memory is bounded by a row of squares and the outlines
    of segments that continue below it. Adjacent polygons have the same points along their common border.

    Args:
        raster: The class raster.
        bending: How outlines are simplified and smoothed.
        confidence: A raster on the same grid, 0 to 1, for mean confidences; None for none.
        reporter: For progress and cancellation.

    Raises:
        RasterError: A raster is damaged.

    Yields:
        Completed polygons, from top to bottom.
    """
    scene = raster.scene
    stitcher = _Stitcher(raster, bending, confidence)
    row_starts, col_starts = range(-1, scene.height, SIDE), range(-1, scene.width, SIDE)
    total = len(row_starts) * len(col_starts)
    for number, row in enumerate(row_starts):
        for done, col in enumerate(col_starts, number * len(col_starts)):
            reporter.progress(done, total, "blocks", "Making polygons")
            stitcher.add(Window(col, row, *_extent(scene, row, col)))
        for finished in stitcher.finished(is_last=number == len(row_starts) - 1):
            reporter.check_cancelled()
            yield finished
    reporter.progress(total, total, "blocks", "Making polygons")


def _extent(scene: Scene, row: int, col: int) -> tuple[int, int]:
    """Columns and rows of a square: one more than its side, at most one beyond the raster."""
    return min(SIDE, scene.width - col) + 1, min(SIDE, scene.height - row) + 1


class _Stitcher:
    """Joins the segments of squares, row by row.

    Each segment of a square gets a number; segments with a common pixel in two squares are one.

    Args:
        raster: The class raster.
        bending: How outlines are simplified and smoothed.
        confidence: The confidence raster, or None.
    """

    def __init__(self, raster: ClassRaster, bending: Bending, confidence: Scene | None) -> None:
        self._raster, self._bending, self._confidence = raster, bending, confidence
        padded_width = raster.scene.width + 2
        self._row_above = np.full(padded_width, NO_SEGMENT, dtype=np.int64)
        self._row_below = np.full(padded_width, NO_SEGMENT, dtype=np.int64)
        self._column = np.empty(0, dtype=np.int64)
        self._values: list[np.ndarray] = []
        self._sums: list[np.ndarray] = []
        self._open_lines: list[Lines] = []
        self._new_lines: list[Lines] = []
        self._same: list[tuple[np.ndarray, np.ndarray]] = []
        self._num_segments = 0

    def add(self, window: Window) -> None:
        """Add the next square of the current row; it may extend one pixel beyond the raster."""
        labels, values = label_segments(self._read(window))
        ids = np.where(labels == NO_SEGMENT, NO_SEGMENT, labels + self._num_segments)
        self._num_segments += len(values)
        self._values.append(values)
        self._sums.append(self._confidence_sums(window, labels, len(values)))
        columns = slice(window.col_off + 1, window.col_off + 1 + window.width)
        self._join(self._row_above[columns], ids[0])
        if window.col_off > -1:
            self._join(self._column, ids[:, 0])
        self._row_below[columns], self._column = ids[-1], ids[:, -1]
        self._new_lines.append(self._outlines(window, ids))

    def finished(self, *, is_last: bool) -> Iterator[Polygons]:
        """End the current row of squares.

        Args:
            is_last: Whether this is the last row.

        Yields:
            The segments that do not continue in the next row, in batches.
        """
        group = grouped(self._num_segments, *(np.concatenate(side) for side in zip(*self._same)))
        count = num_groups(group)
        values = np.empty(count, dtype=np.int64)
        values[group] = np.concatenate(self._values)
        sums = np.column_stack([np.bincount(group, each, count) for each in np.concatenate(self._sums).T])
        is_open = np.zeros(count, dtype=bool)
        if not is_last:
            is_open[group[self._row_below[self._row_below != NO_SEGMENT]]] = True
        lines = self._take_closed(group, is_open)
        number = np.append(np.cumsum(is_open) - 1, NO_SEGMENT)
        of_segment = np.append(number[group], NO_SEGMENT)
        self._row_above = of_segment[self._row_below]
        self._values, self._sums, self._same = [values[is_open]], [sums[is_open]], []
        self._num_segments = int(is_open.sum())
        with np.errstate(invalid="ignore"):  # segments without confidence
            means = sums[~is_open, 0] / sums[~is_open, 1]
        closed_values = values[~is_open]
        for some, shapes in _assembled(lines, len(means)):
            yield Polygons(shapes, closed_values[some], means[some])

    def _take_closed(self, group: np.ndarray, is_open: np.ndarray) -> Lines:
        """Lines around completed segments; those around open ones are kept, all with new segment numbers."""
        number = np.where(is_open, np.cumsum(is_open), np.cumsum(~is_open)) - 1
        closed: list[Lines] = []
        still_open: list[Lines] = []
        for lines in (*self._open_lines, Lines.joined(self._new_lines)):
            sides = [np.append(group, NO_SEGMENT)[side] for side in (lines.left, lines.right)]
            for kept, wanted in ((closed, ~is_open), (still_open, is_open)):
                there = np.append(wanted, False)
                left, right = (
                    np.where(there[side], np.append(number, NO_SEGMENT)[side], NO_SEGMENT) for side in sides
                )
                kept.append(lines.around(left, right))
        self._open_lines, self._new_lines = [lines for lines in still_open if len(lines)], []
        return Lines.joined(closed)

    def _join(self, known: np.ndarray, new: np.ndarray) -> None:
        """Record that segments with common pixels are one."""
        both = (known != NO_SEGMENT) & (new != NO_SEGMENT)
        self._same.append((known[both], new[both]))

    def _read(self, window: Window) -> np.ndarray:
        """Class values of a window, ``NOTHING`` outside the raster."""
        values = np.full((window.height, window.width), NOTHING, dtype=np.int32)
        within, slices = _within(window, self._raster.scene)
        if within is not None:
            values[slices] = self._raster.read(within)
        return values

    def _confidence_sums(self, window: Window, labels: np.ndarray, count: int) -> np.ndarray:
        """Sum of the confidence, and number of pixels with one, of each segment; float64 (n, 2).

        Without the last row and column, which belong to the next squares.
        """
        sums = np.zeros((count, 2))
        own = Window(window.col_off, window.row_off, window.width - 1, window.height - 1)
        within, slices = _within(own, self._raster.scene)
        if self._confidence is None or within is None:
            return sums
        (values,), valid = self._confidence.read_with_valid(within)
        segments = labels[slices]
        usable = valid & (values >= 0) & (segments != NO_SEGMENT)
        sums[:, 0] = np.bincount(segments[usable], values[usable], count)
        sums[:, 1] = np.bincount(segments[usable], minlength=count)
        return sums

    def _outlines(self, window: Window, ids: np.ndarray) -> Lines:
        """The outlines in a square, in pixel coordinates of the raster."""
        scene = self._raster.scene
        origin = np.array([window.col_off, window.row_off]) + 0.5
        frame = (-origin[0], -origin[1], scene.width - origin[0], scene.height - origin[1])
        arcs = trace(ids, frame)
        ends = np.concatenate([arcs.points[arcs.starts[:-1]], arcs.points[arcs.starts[1:] - 1]])
        doubled = (2 * (ends + origin)).astype(np.int64)
        begin, end = np.split(doubled @ np.array([1, 2 * scene.width + 1]), 2)
        arcs = self._bending.bent(arcs)
        sizes = np.diff(arcs.starts)
        sides = arcs.left, arcs.right
        return Lines(arcs.points + origin, sizes, *sides, begin, end, arcs.first_way, arcs.last_way)


def _assembled(lines: Lines, count: int) -> Iterator[tuple[slice, np.ndarray]]:
    """Polygons of segments in batches, so that the job can be cancelled between them."""
    points = sum(
        np.bincount(side[side != NO_SEGMENT], lines.sizes[side != NO_SEGMENT], count)
        for side in (lines.left, lines.right)
    )
    portion = np.cumsum(points) // PORTION_POINTS
    ends = [*(np.flatnonzero(np.diff(portion)) + 1).tolist(), count]
    for first, end in zip([0, *ends], ends):
        left, right = (
            np.where((side >= first) & (side < end), side - first, NO_SEGMENT)
            for side in (lines.left, lines.right)
        )
        yield slice(first, end), polygons(lines.around(left, right), end - first)


def _within(window: Window, scene: Scene) -> tuple[Window | None, tuple[slice, slice]]:
    """The part of a window inside the raster, None if there is none, and its slices in the window's array."""
    top, left = max(window.row_off, 0), max(window.col_off, 0)
    bottom = min(window.row_off + window.height, scene.height)
    right = min(window.col_off + window.width, scene.width)
    if top >= bottom or left >= right:
        return None, (slice(0), slice(0))
    rows = slice(top - window.row_off, bottom - window.row_off)
    return Window(left, top, right - left, bottom - top), (
        rows,
        slice(left - window.col_off, right - window.col_off),
    )
