"""Outlines of the segments of an array as arcs: lines between the points where outlines meet.

Coordinates are in pixels, x along columns and y along rows; (0, 0) is the *centre* of the array's first
pixel. So pixel corners are at half-integers, and outlines end on the lines through the centres of the
outermost pixels: arrays that share a row or a column of pixels also share the ends of the outlines there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .components import followed_back, grouped, offsets

RIGHT, DOWN, LEFT, UP = range(4)
"""Directions, clockwise where y points down."""

_STRAIGHT = (1 << RIGHT | 1 << LEFT, 1 << DOWN | 1 << UP)


@dataclass
class Arcs:
    """Lines, each with one segment on its left and one on its right over its whole length.

    Left and right as seen in the array: y points down, so above a line that runs to the right is its left.

    Attributes:
        points: All points, line by line, float64 (p, 2) of x and y.
        starts: Offset of each line's points, and the total, int64 (n + 1,).
        left: Segment on the left, (n,).
        right: Segment on the right, (n,).
        first_way: Direction in which each line leaves its first point, (n,).
        last_way: Direction in which each reversed line leaves its last point, (n,).
        is_ring: Whether each line is closed and meets no other; its first and last points are equal, (n,).
    """

    points: np.ndarray
    starts: np.ndarray
    left: np.ndarray
    right: np.ndarray
    first_way: np.ndarray
    last_way: np.ndarray
    is_ring: np.ndarray

    def __len__(self) -> int:
        return len(self.left)


def trace(labels: np.ndarray, frame: tuple[float, float, float, float]) -> Arcs:
    """Trace the outlines of the segments of an array.

    Points are the corners of outlines. A line ends where three or four outlines meet, at the border of the
    array, and at corners on the frame. A closed line begins at one of its corners.

    Args:
        labels: Segment numbers, int (height, width); adjacent pixels with different numbers get an outline.
        frame: Border lines of the raster (left, top, right, bottom); corners on these always end lines.

    Returns:
        The lines, in an order and direction that depend on the array only.
    """
    lattice = _Lattice(labels)
    is_end = lattice.ends(frame)
    is_ring_end = lattice.ring_ends(is_end)
    start, position = lattice.chains(is_end | is_ring_end)
    return _collected(lattice, labels, (is_end, is_ring_end), (start, position))


class _Lattice:
    """Corners of outlines and the straight runs between them.

    A step is a run in one direction, numbered ``4 * corner + way`` by the corner that it leaves.

    Args:
        labels: Segment numbers, (height, width).

    Attributes:
        row: Row of the pixel below each corner, (n,); 0 at the upper border.
        col: Column of the pixel right of each corner, (n,).
        points: Coordinates x and y, float64 (n, 2).
        ways: Bit mask of the directions in which outlines leave each corner, uint8 (n,).
        head: Corner that each step leads to, int64 (4 n,); -1 if there is no such step.
    """

    def __init__(self, labels: np.ndarray) -> None:
        height, width = labels.shape
        ways = _ways(labels)
        keys = np.flatnonzero(np.isin(np.arange(16), (0, *_STRAIGHT), invert=True)[ways])
        self.row, self.col = np.divmod(keys, width + 1)
        self.ways = ways.ravel()[keys]
        x = np.clip(self.col - 0.5, 0, width - 1)
        self.points = np.column_stack([x, np.clip(self.row - 0.5, 0, height - 1)])
        self.head = np.full(4 * len(keys), -1)
        down_the_columns = np.argsort(self.col * (height + 1) + self.row)
        self._connect(np.arange(len(keys)), RIGHT, LEFT)
        self._connect(down_the_columns, DOWN, UP)

    def _connect(self, order: np.ndarray, onward: int, back: int) -> None:
        """Connect consecutive corners: each with a step onward to the next with a step back."""
        one = order[self.ways[order] >> onward & 1 > 0]
        other = order[self.ways[order] >> back & 1 > 0]
        self.head[4 * one + onward] = other
        self.head[4 * other + back] = one

    def ends(self, frame: tuple[float, float, float, float]) -> np.ndarray:
        """Corners at which lines end: junctions, the border, and corners on the frame, bool (n,)."""
        degree = np.array([bin(bits).count("1") for bits in range(16)])[self.ways]
        on_frame = np.isin(self.points[:, 0], frame[::2]) | np.isin(self.points[:, 1], frame[1::2])
        is_end: np.ndarray = (degree != 2) | on_frame
        return is_end

    def ring_ends(self, is_end: np.ndarray) -> np.ndarray:
        """The first corner of each closed line without an end, bool (n,)."""
        steps = np.flatnonzero(self.head >= 0)
        outline = grouped(len(self.ways), steps >> 2, self.head[steps])
        outlines, first = np.unique(outline, return_index=True)
        has_end = np.bincount(outline[is_end], minlength=len(outlines)) > 0
        ring_ends = np.zeros(len(self.ways), dtype=bool)
        ring_ends[first[~has_end]] = True
        return ring_ends

    def chains(self, is_end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each step the first step of its line, and the number of steps before it; both (4 n,)."""
        steps = np.flatnonzero(self.head >= 0)
        corner, way = steps >> 2, steps & 3
        other_way = _OTHER_WAY[self.ways[corner], way]
        before = 4 * self.head[4 * corner + other_way] + (other_way + 2 & 3)
        is_start = np.ones(len(self.head), dtype=bool)
        is_start[steps] = is_end[corner]
        all_before = np.zeros(len(self.head), dtype=np.int64)
        all_before[steps] = before
        return followed_back(all_before, is_start)


def _other_ways() -> np.ndarray:
    """Lookup table: for the bit mask of a corner with two ways, and one of them, the other one."""
    table = np.zeros((16, 4), dtype=np.int64)
    for one in range(4):
        for other in range(4):
            if one != other:
                table[1 << one | 1 << other, one] = other
    return table


_OTHER_WAY = _other_ways()


def _ways(labels: np.ndarray) -> np.ndarray:
    """Bit mask of the directions in which outlines leave each pixel corner, uint8 (height + 1, width + 1).

    Corner (row, column) is the upper left one of that pixel; corners on the array's border represent the
    points halfway between the centres of its outermost pixels.
    """
    height, width = labels.shape
    upright = (labels[:, 1:] != labels[:, :-1]).astype(np.uint8)
    level = (labels[1:] != labels[:-1]).astype(np.uint8)
    ways = np.zeros((height + 1, width + 1), dtype=np.uint8)
    ways[:-1, 1:-1] |= upright << DOWN
    ways[1:, 1:-1] |= upright << UP
    ways[1:-1, :-1] |= level << RIGHT
    ways[1:-1, 1:] |= level << LEFT
    return ways


def _collected(
    lattice: _Lattice,
    labels: np.ndarray,
    ends: tuple[np.ndarray, np.ndarray],
    chains: tuple[np.ndarray, np.ndarray],
) -> Arcs:
    """Collect lines from steps: of each line and its reverse, the one with the lower first step."""
    (is_end, is_ring_end), (start, position) = ends, chains
    steps = np.flatnonzero(lattice.head >= 0)
    last = steps[(is_end | is_ring_end)[lattice.head[steps]]]
    reverse = 4 * lattice.head[last] + (last + 2 & 3)
    chosen = start[last] < reverse
    last, reverse = last[chosen], reverse[chosen]
    first = start[last]
    order = np.argsort(first)
    first, last, reverse = first[order], last[order], reverse[order]
    starts = offsets(position[last] + 2)
    line_of_start = np.full(len(lattice.head), -1)
    line_of_start[first] = np.arange(len(first))
    line = line_of_start[start[steps]]
    members, line = steps[line >= 0], line[line >= 0]
    points = np.empty((starts[-1], 2))
    points[starts[line] + position[members]] = lattice.points[members >> 2]
    points[starts[1:] - 1] = lattice.points[lattice.head[last]]
    left, right = _sides(labels, lattice.row[first >> 2], lattice.col[first >> 2], first & 3)
    return Arcs(points, starts, left, right, first & 3, reverse & 3, is_ring_end[first >> 2])


def _sides(
    labels: np.ndarray, row: np.ndarray, col: np.ndarray, way: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Segments on the left and on the right of steps from pixel corners."""
    # The tables select one of the four pixels around the corner by row and column offset.
    left = labels[row - _LEFT_ROW[way], col - _LEFT_COL[way]]
    right = labels[row - _RIGHT_ROW[way], col - _RIGHT_COL[way]]
    return left, right


_LEFT_ROW, _LEFT_COL = np.array([1, 0, 0, 1]), np.array([0, 0, 1, 1])
_RIGHT_ROW, _RIGHT_COL = np.array([0, 0, 1, 1]), np.array([0, 1, 1, 0])
