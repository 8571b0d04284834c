"""Joins the lines around each segment to closed rings, and the rings to polygons with holes."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import shapely

from .components import followed_back, grouped, offsets, positions_within
from .segments import NO_SEGMENT


@dataclass
class Lines:
    """Lines along outlines; those that meet have the same knot there.

    Attributes:
        points: All points, line by line, float64 (p, 2) of column and row; pixel corners are integers.
        sizes: Number of points of each line, (n,).
        left: Segment on the left of each line, -1 for none, int64 (n,).
        right: Segment on the right, likewise.
        begin: Knot of the first point, int64 (n,).
        end: Knot of the last point, int64 (n,).
        first_way: Direction in which each line leaves its first point; 0 to 3, clockwise, (n,).
        last_way: Direction in which each reversed line leaves its last point, (n,).
    """

    points: np.ndarray
    sizes: np.ndarray
    left: np.ndarray
    right: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    first_way: np.ndarray
    last_way: np.ndarray

    def __len__(self) -> int:
        return len(self.sizes)

    def around(self, left: np.ndarray, right: np.ndarray) -> Lines:
        """The lines around selected segments.

        Args:
            left: New number of the segment on the left of each line, -1 if it is not selected.
            right: The same on the right.
        """
        chosen = (left != NO_SEGMENT) | (right != NO_SEGMENT)
        points = self.points[np.repeat(chosen, self.sizes)]
        ends = (each[chosen] for each in (self.begin, self.end, self.first_way, self.last_way))
        return Lines(points, self.sizes[chosen], left[chosen], right[chosen], *ends)

    @classmethod
    def joined(cls, several: list[Lines]) -> Lines:
        """Concatenation of several."""
        return cls(*(np.concatenate([getattr(one, item.name) for one in several]) for item in fields(cls)))


@dataclass
class _Walks:
    """Lines in the direction with a segment on the left: forward for that on their left, else backward."""

    segment: np.ndarray
    line: np.ndarray
    forward: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    way: np.ndarray
    way_back: np.ndarray


def polygons(lines: Lines, count: int) -> np.ndarray:
    """The polygons of segments, given all lines around them.

    A polygon that touches itself in a point gets a hole there, as valid polygons require. At joints between
    squares, points within a straight line are removed.

    Args:
        lines: The lines around the segments 0 to ``count - 1``; sides with other segments have -1.
        count: Number of segments, each edge-connected.

    Returns:
        Polygons, object array (count,).
    """
    if not count:
        return np.empty(0, dtype=object)
    walks = _walks(lines)
    order, ring = _rings(walks)
    points, sizes = _ring_points(lines, walks, order, ring)
    begins = offsets(sizes)[:-1]
    area = np.add.reduceat(_doubled_areas(points, sizes), begins)
    segment = walks.segment[order[np.flatnonzero(np.append(True, ring[1:] != ring[:-1]))]]
    is_hole = area > 0  # with the segment on the left and y pointing down
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(sizes)), sizes))
    sorted_rings = np.lexsort((is_hole, segment))
    result = np.empty(count, dtype=object)
    shapely.polygons(rings[sorted_rings], indices=segment[sorted_rings], out=result)
    return result


def _walks(lines: Lines) -> _Walks:
    number = np.arange(len(lines))
    along, against = number[lines.left != NO_SEGMENT], number[lines.right != NO_SEGMENT]
    return _Walks(
        segment=np.concatenate([lines.left[along], lines.right[against]]),
        line=np.concatenate([along, against]),
        forward=np.arange(len(along) + len(against)) < len(along),
        begin=np.concatenate([lines.begin[along], lines.end[against]]),
        end=np.concatenate([lines.end[along], lines.begin[against]]),
        way=np.concatenate([lines.first_way[along], lines.last_way[against]]),
        way_back=np.concatenate([lines.last_way[along], lines.first_way[against]]),
    )


def _rings(walks: _Walks) -> tuple[np.ndarray, np.ndarray]:
    """Walks in the order in which they form rings, and the number of each one's ring, ascending."""
    following = _following(walks)
    before = np.empty_like(following)
    before[following] = np.arange(len(following))
    ring = grouped(len(following), np.arange(len(following)), following)
    _, first = np.unique(ring, return_index=True)
    is_start = np.zeros(len(following), dtype=bool)
    is_start[first] = True
    _, position = followed_back(before, is_start)
    order = np.lexsort((position, ring))
    return order, ring[order]


def _following(walks: _Walks) -> np.ndarray:
    """The walk that follows each walk around its segment.

    Where a segment touches itself, two walks continue. The one to the right is taken, so that the ring does
    not return to that point.
    """
    count = len(walks.line)
    segment, knot = np.tile(walks.segment, 2), np.concatenate([walks.begin, walks.end])
    order = np.lexsort((knot, segment))
    is_new = np.append(True, (np.diff(segment[order]) != 0) | (np.diff(knot[order]) != 0))
    spot = np.empty(2 * count, dtype=np.int64)  # number of each pair of segment and knot
    spot[order] = np.cumsum(is_new) - 1
    begins_at, ends_at = spot[:count], spot[count:]
    any_at, by_way = np.empty(spot.max() + 1, dtype=np.int64), np.full(4 * (spot.max() + 1), -1)
    any_at[begins_at] = np.arange(count)
    by_way[4 * begins_at + walks.way] = np.arange(count)
    to_the_right = by_way[4 * ends_at + (walks.way_back + 3 & 3)]
    return np.where(to_the_right >= 0, to_the_right, any_at[ends_at])


def _ring_points(
    lines: Lines, walks: _Walks, order: np.ndarray, ring: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Points of the rings, without the repeated last point of each, and the number of points of each ring."""
    line, forward = walks.line[order], walks.forward[order]
    sizes = lines.sizes[line] - 1
    begins = offsets(lines.sizes)
    first = np.where(forward, begins[line], begins[line + 1] - 1)
    step = np.where(forward, 1, -1)
    within = positions_within(sizes)
    points = lines.points[np.repeat(first, sizes) + np.repeat(step, sizes) * within]
    ring_of_point = np.repeat(ring, sizes)
    ring_sizes = np.bincount(ring_of_point)
    is_joint = (within == 0) & (points != np.floor(points)).any(axis=1)
    before, after = _before_and_after(ring_sizes)
    sides = points - points[before], points[after] - points
    is_straight = sides[0][:, 0] * sides[1][:, 1] == sides[0][:, 1] * sides[1][:, 0]
    kept = ~(is_joint & is_straight)
    return points[kept], np.bincount(ring_of_point[kept])


def _before_and_after(sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Indices of the previous and the next point of each point of rings of these sizes."""
    begins = offsets(sizes)
    before, after = np.arange(begins[-1]) - 1, np.arange(begins[-1]) + 1
    before[begins[:-1]] = begins[1:] - 1
    after[begins[1:] - 1] = begins[:-1]
    return before, after


def _doubled_areas(points: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Terms of each ring's doubled signed area, one per point (shoelace formula)."""
    _, after = _before_and_after(sizes)
    # Relative to each ring's first point, to avoid cancellation far from the origin.
    near = points - np.repeat(points[offsets(sizes)[:-1]], sizes, axis=0)
    terms: np.ndarray = near[:, 0] * near[after, 1] - near[after, 0] * near[:, 1]
    return terms
