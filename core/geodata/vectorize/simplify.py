"""Simplify and smooth the outlines of a map without changing its topology.

Both operations rest on one fact. Cutting a corner off a line removes a triangle. If no point of any line lies
in that triangle, no line passes through it, since it would have to enter and leave through the one new side.
So nothing crosses, overlaps or changes sides. And triangles of different corners without points in them do
not overlap, so all of them can be cut at once.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from .arcs import Arcs
from .components import offsets, positions_within

NEVER = np.inf
"""Cost of a point that must be kept."""

RING_POINTS = 3
"""Inner points that a closed line keeps: with its end it has four corners, like a pixel."""

TWIN_POINTS = 2
"""Inner points that a line keeps if another line has the same two ends: together they have four."""

LONGEST_CUT = 4
"""Corners are cut back by at most so many tolerances, or pixels if these are larger."""


class Ruler:
    """Converts lengths in pixel coordinates to metres on the ground.

    Args:
        metres: Matrix (2, 2) from (x, y) in pixels to metres.
    """

    def __init__(self, metres: np.ndarray) -> None:
        self._metres = metres
        self._area = abs(float(np.linalg.det(metres)))

    @property
    def pixel(self) -> float:
        """Side of the square with the area of a pixel, metres."""
        return float(np.sqrt(self._area))

    def length(self, vectors: np.ndarray) -> np.ndarray:
        """Lengths in metres of vectors (n, 2)."""
        measured: np.ndarray = np.hypot(*(self._metres @ vectors.T))
        return measured

    def distance(self, spot: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Distance in metres of each spot from the line segment from a to b, all (n, 2)."""
        along, offset = ((self._metres @ vectors.T).T for vectors in (b - a, spot - a))
        squared = (along**2).sum(axis=1)
        share = np.clip((along * offset).sum(axis=1) / np.where(squared > 0, squared, 1), 0, 1)
        distances: np.ndarray = np.hypot(*(offset - share[:, np.newaxis] * along).T)
        return distances


def simplify(arcs: Arcs, tolerance: float, ruler: Ruler) -> Arcs:
    """Remove points, as long as no outline moves by more than the tolerance.

    Stairs of pixels are first replaced by lines through the midpoints of their steps, which favours no side.
    Then the points of least cost are removed repeatedly, everywhere in parallel. A point is removed only if
    all original corners of the line there are within the tolerance of the new line segment, and no other
    point lies in the triangle cut off. The ends of lines are kept. Closed lines keep four corners.

    Args:
        arcs: Outlines as traced, all of an array.
        tolerance: Metres.
        ruler: Converts pixels to metres.

    Returns:
        The same lines with fewer points.
    """
    corners = arcs.points
    arcs, positions = _straightened(arcs, tolerance, ruler)
    kept = _Thinning(arcs, corners, positions, tolerance, ruler).kept()
    counts = np.add.reduceat(kept, arcs.starts[:-1]) if len(arcs) else np.empty(0, dtype=np.int64)
    return replace(arcs, points=arcs.points[kept], starts=offsets(counts))


def smooth(arcs: Arcs, rounds: int, longest_cut: float, ruler: Ruler) -> Arcs:
    """Cut corners (Chaikin 1974), each within the triangle of the two halves of its sides.

    If a point of another outline lies in that triangle, the triangle is made smaller.

    Args:
        arcs: Outlines, all of an array.
        rounds: Rounds of cutting; each corner becomes ``2 ** rounds`` points.
        longest_cut: Longest distance by which a side is cut back at either end, metres.
        ruler: Converts pixels to metres.

    Returns:
        The same lines with more points.
    """
    before, corner, after = _corners(arcs)
    if not corner.size:
        return arcs
    apex = arcs.points[corner]
    back, onward = (_cut(arcs.points[other] - apex, longest_cut, ruler) for other in (before, after))
    share = _free_share(arcs.points, apex, back, onward)[:, np.newaxis]
    triangles = np.stack([apex + share * back, apex, apex + share * onward], axis=1)
    curves = np.einsum("pc,ncd->npd", _chaikin_weights(rounds), triangles)
    sizes = np.ones(len(arcs.points), dtype=np.int64)
    sizes[corner] = curves.shape[1]
    begins = offsets(sizes)
    points = np.empty((begins[-1], 2))
    points[begins[:-1]] = arcs.points
    points[begins[corner][:, np.newaxis] + np.arange(curves.shape[1])] = curves
    starts = begins[arcs.starts]
    points[starts[1:][arcs.is_ring] - 1] = points[starts[:-1][arcs.is_ring]]
    return replace(arcs, points=points, starts=starts)


def _corners(arcs: Arcs) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Previous point, corner and next point of all corners to cut: all points but ends of open lines."""
    is_corner = _is_inner(arcs)
    first, last = arcs.starts[:-1][arcs.is_ring], arcs.starts[1:][arcs.is_ring] - 1
    is_corner[first] = True
    before, after = np.arange(len(is_corner)) - 1, np.arange(len(is_corner)) + 1
    before[first] = last - 1
    corner = np.flatnonzero(is_corner)
    return before[corner], corner, after[corner]


def _straightened(arcs: Arcs, tolerance: float, ruler: Ruler) -> tuple[Arcs, np.ndarray]:
    """Replace stairs by lines through the midpoints of their steps.

    A side is a step if the line turns to different sides at its ends. Two consecutive corners, both between
    two steps, are cut at the midpoints of the steps if the step between them is one pixel long: then no other
    point can lie in the triangles. So a single bump or notch is unchanged.

    Returns:
        The lines, and the position of each point in the original sequence; midpoints are at half-integers.
    """
    points, inner = arcs.points, _is_inner(arcs)
    sides = np.diff(points, axis=0)
    turns = np.zeros(len(points))
    turns[1:-1] = np.where(inner[1:-1], np.sign(_cross(sides[:-1], sides[1:])), 0)
    is_step = turns[:-1] * turns[1:] < 0
    on_stairs = np.zeros(len(points), dtype=bool)
    on_stairs[1:-1] = is_step[:-1] & is_step[1:]
    short = np.flatnonzero(on_stairs[:-1] & on_stairs[1:] & (np.abs(sides).sum(axis=1) == 1))
    corner = np.union1d(short, short + 1)
    middles = points[:-1] + sides / 2
    corner = corner[ruler.distance(points[corner], middles[corner - 1], middles[corner]) <= tolerance]
    is_cut, is_halved = np.zeros((2, len(points)), dtype=np.int64)
    is_cut[corner] = is_halved[corner] = is_halved[corner - 1] = 1
    begins = offsets(1 - is_cut + is_halved)
    new_points, positions = np.empty((begins[-1], 2)), np.empty(begins[-1])
    stays, halved = np.flatnonzero(is_cut == 0), np.flatnonzero(is_halved)
    new_points[begins[stays]], positions[begins[stays]] = points[stays], stays
    new_points[begins[halved + 1] - 1], positions[begins[halved + 1] - 1] = middles[halved], halved + 0.5
    return replace(arcs, points=new_points, starts=begins[arcs.starts]), positions


class _Thinning:
    """Repeated removal of points from lines.

    Args:
        arcs: The lines.
        corners: Original points of the lines, (m, 2).
        positions: Position of each point in the original sequence; corners between two positions are compared
            with the line.
        tolerance: Largest distance of an original corner from the resulting line, metres.
        ruler: Converts pixels to metres.
    """

    def __init__(
        self, arcs: Arcs, corners: np.ndarray, positions: np.ndarray, tolerance: float, ruler: Ruler
    ) -> None:
        self._points, self._corners = arcs.points, corners
        self._next_corner = np.floor(positions).astype(np.int64) + 1
        self._last_corner = np.ceil(positions).astype(np.int64) - 1
        self._tolerance, self._ruler = tolerance, ruler
        count = len(arcs.points)
        self._before, self._after = np.arange(count) - 1, np.arange(count) + 1
        self._line = np.repeat(np.arange(len(arcs)), np.diff(arcs.starts))
        self._is_inner = _is_inner(arcs)
        self._kept = np.ones(count, dtype=bool)
        self._spare = np.diff(arcs.starts) - 2 - _least_inner_points(arcs)
        self._cost = np.full(count, NEVER)
        # Breaks ties by a hash, so that not all points of a run of equal cost wait for their predecessor.
        self._tie = (np.arange(count, dtype=np.uint64) * np.uint64(2654435761)) % np.uint64(2**32)
        self._tree = shapely.STRtree(shapely.points(arcs.points))

    def kept(self) -> np.ndarray:
        """Remove all points that can be removed; returns which ones are kept, bool (p,)."""
        todo = np.flatnonzero(self._is_inner)
        while todo.size:
            self._cost[todo] = self._costs(todo)
            todo = np.empty(0, dtype=np.int64)
            # Points with another point in their triangle are kept for now; then others may have least cost.
            while (least := self._least()).size:
                free = self._is_free(least)
                self._cost[least[~free]] = NEVER
                if free.any():
                    todo = self._remove(least[free])
                    break
        return self._kept

    def _costs(self, points: np.ndarray) -> np.ndarray:
        """Largest distance of an original corner from the line segment that would replace each point."""
        before, after = self._before[points], self._after[points]
        first = self._next_corner[before]
        sizes = self._last_corner[after] - first + 1
        corner = np.repeat(first, sizes) + positions_within(sizes)
        ends = (np.repeat(self._points[each], sizes, axis=0) for each in (before, after))
        distances = self._ruler.distance(self._corners[corner], *ends)
        cost = np.maximum.reduceat(distances, offsets(sizes)[:-1])
        return np.where(cost <= self._tolerance, cost, NEVER)

    def _least(self) -> np.ndarray:
        """Points of lower cost than the points beside them, at most as many per line as it can spare."""
        points = np.flatnonzero(self._cost < NEVER)
        cost, tie = self._cost[points], self._tie[points]
        for other in (self._before[points], self._after[points]):
            wins = (cost < self._cost[other]) | ((cost == self._cost[other]) & (tie < self._tie[other]))
            cost = np.where(wins, cost, NEVER)
        points = points[cost < NEVER]
        points = points[np.lexsort((self._tie[points], self._cost[points], self._line[points]))]
        line = self._line[points]
        least: np.ndarray = points[np.arange(len(line)) - np.searchsorted(line, line) < self._spare[line]]
        return least

    def _is_free(self, points: np.ndarray) -> np.ndarray:
        """Whether no other point lies in the triangle that is cut off with each point."""
        apex = self._points[points]
        a, b = self._points[self._before[points]], self._points[self._after[points]]
        triangle, other = _in_boxes(self._tree, a, apex, b)
        kept = self._kept[other]
        triangle, other = triangle[kept], other[kept]
        spot = self._points[other]
        corners = a[triangle], apex[triangle], b[triangle]
        is_corner = np.any([(spot == corner).all(axis=1) for corner in corners], axis=0)
        inside = _in_triangle(spot, *corners) & ~is_corner
        free = np.ones(len(points), dtype=bool)
        free[triangle[inside]] = False
        return free

    def _remove(self, points: np.ndarray) -> np.ndarray:
        """Remove points; returns those whose cost has to be computed again."""
        before, after = self._before[points], self._after[points]
        self._after[before], self._before[after] = after, before
        self._kept[points] = False
        self._cost[points] = NEVER
        np.subtract.at(self._spare, self._line[points], 1)
        near = np.unique(np.concatenate([before, after]))
        changed: np.ndarray = near[self._is_inner[near]]
        return changed


def _least_inner_points(arcs: Arcs) -> np.ndarray:
    """Number of inner points that each line must keep, or segments would vanish; (n,)."""
    ends = np.stack([arcs.points[arcs.starts[:-1]], arcs.points[arcs.starts[1:] - 1]], axis=1)
    is_closed = (ends[:, 0] == ends[:, 1]).all(axis=1)
    # From the border and back: if straight, it would be on the border, where the next square may have a line.
    hugs_border = ((ends[:, 0] == ends[:, 1]) & (ends[:, 0] == np.floor(ends[:, 0]))).any(axis=1)
    swapped = (ends[:, 0, 0] > ends[:, 1, 0]) | (
        (ends[:, 0, 0] == ends[:, 1, 0]) & (ends[:, 0, 1] > ends[:, 1, 1])
    )
    ends[swapped] = ends[swapped][:, ::-1]
    _, pair, uses = np.unique(ends.reshape(-1, 4), axis=0, return_inverse=True, return_counts=True)
    has_twin = uses[pair.ravel()] > 1
    inner = np.diff(arcs.starts) - 2
    return np.where(
        is_closed,
        np.minimum(inner, RING_POINTS),
        np.where(has_twin | hugs_border, np.minimum(inner, TWIN_POINTS), 0),
    )


def _cut(sides: np.ndarray, longest: float, ruler: Ruler) -> np.ndarray:
    """The part of each side that is cut off: half of it, or the longest cut if that is shorter."""
    lengths = ruler.length(sides)
    return sides * np.minimum(0.5, longest / lengths)[:, np.newaxis]


def _free_share(points: np.ndarray, apex: np.ndarray, back: np.ndarray, onward: np.ndarray) -> np.ndarray:
    """Factor by which to shrink each triangle so that no point but its apex lies in it; (n,), 0 to 1."""
    triangle, other = _in_boxes(shapely.STRtree(shapely.points(points)), apex + back, apex, apex + onward)
    offset, back, onward = points[other] - apex[triangle], back[triangle], onward[triangle]
    is_other = (offset != 0).any(axis=1)
    triangle, offset, back, onward = (each[is_other] for each in (triangle, offset, back, onward))
    area = _cross(back, onward)
    is_flat = area == 0
    along_back = _cross(offset, onward) / np.where(is_flat, 1, area)
    along_onward = _cross(back, offset) / np.where(is_flat, 1, area)
    depth = along_back + along_onward
    inside = ~is_flat & (along_back >= -EDGE) & (along_onward >= -EDGE) & (depth <= 1 + EDGE)
    share = np.ones(len(apex))
    np.minimum.at(share, triangle[inside], np.maximum(depth[inside], 0) / 2)
    return share


EDGE = 1e-9
"""Points this close to a triangle, relative to its sides, count as inside."""


def _chaikin_weights(rounds: int) -> np.ndarray:
    """Weights of (back, apex, onward) for the points that a corner becomes, (2 ** rounds, 3).

    Cutting at a quarter of each side does not move the midpoints of the sides. So a corner between two
    midpoints can be treated alone, with the sides extended symmetrically beyond the midpoints.
    """
    line = np.array([[2.0, -1, 0], [0, 1, 0], [0, -1, 2]])  # the outer points are mirror images of the apex
    for _ in range(rounds):
        quarter = 0.75 * line[:-1] + 0.25 * line[1:]
        three_quarters = 0.25 * line[:-1] + 0.75 * line[1:]
        line = np.stack([quarter, three_quarters], axis=1).reshape(-1, 3)
    return line[1:-1]


def _in_boxes(
    tree: shapely.STRtree, a: np.ndarray, apex: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a triangle and a point in its bounding box, by index."""
    corners = np.stack([a, apex, b])
    boxes = shapely.box(*corners.min(axis=0).T, *corners.max(axis=0).T)
    triangle, point = tree.query(boxes)
    return triangle, point


def _in_triangle(spot: np.ndarray, a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Whether each spot is inside a triangle or on its border; exact for coordinates with few digits."""
    sides = np.stack([_cross(b - a, spot - a), _cross(c - b, spot - b), _cross(a - c, spot - c)])
    return np.asarray((sides >= 0).all(axis=0) | (sides <= 0).all(axis=0))


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    product: np.ndarray = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return product


def _is_inner(arcs: Arcs) -> np.ndarray:
    """Whether each point is an inner point of its line, not an end, bool (p,)."""
    inner = np.ones(len(arcs.points), dtype=bool)
    inner[arcs.starts[:-1]] = inner[arcs.starts[1:] - 1] = False
    return inner
