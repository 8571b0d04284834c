"""Overlapping and adjacent rasters: areas held out of one, and their buffer, on the cells of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import rasterio.warp
import shapely
from rasterio.crs import CRS
from rasterio.errors import CRSError

from ..raster.ground import GDAL_ERRORS
from ..raster.scene import Scene
from ..raster.windows import blocks
from .cells import covered_by_boxes, widened

CHUNK = 256
"""Side of the blocks of cells that are tested at once, cells."""

CELLS_PER_KNOT = 8
"""Corners are projected every so many cells and interpolated between: some cm off at 10 m pixels."""

LONGEST_STRAIGHT = 20_000
"""Longest distance to interpolate over, metres: straight lines of one map are curved on another."""

BOUNDS_KNOTS = 17
"""Points along each side of a scene that are projected to find its extent in another coordinate system."""

BOUNDS_MARGIN = 0.01
"""Margin of that extent, as a share of it: the outline may bulge between these points."""

TOUCH = 0.01
"""Cells that overlap by less than this many pixels only touch, or overlap by rounding."""

FAR = 1e12
"""Coordinate of points that cannot be projected into a coordinate system."""


@dataclass(frozen=True)
class Overlaps:
    """Which scenes overlap, or are so close that a buffer can reach from one into another.

    Attributes:
        scenes: The scenes.
        cell_size: Side of their cells, pixels.
        around: For each scene the indices of those that its buffer can reach; all empty, or no entries, if
            the scenes are far apart.
    """

    scenes: tuple[Scene, ...] = ()
    cell_size: int = 1
    around: tuple[tuple[int, ...], ...] = ()

    @property
    def exist(self) -> bool:
        """Whether there are any."""
        return any(self.around)

    def closed(self, held_out: Sequence[np.ndarray], margin: int) -> tuple[np.ndarray, ...]:
        """The cells closed to training: held out of any scene, or in the buffer around such cells.

        Args:
            held_out: For each scene its held-out cells, bool (cell rows, cell columns).
            margin: Width of the buffer, in cells of the scene that is held out of.

        Returns:
            For each scene bool (cell rows, cell columns); the buffer continues across scene borders.
        """
        closed = [cells.copy() for cells in held_out]
        for number, cells in enumerate(held_out):
            for other, reached in self.reached(number, cells, margin):
                closed[other] |= reached
        return tuple(closed)

    def reached(self, number: int, held_out: np.ndarray, margin: int) -> Iterator[tuple[int, np.ndarray]]:
        """The held-out cells of one scene and their buffer, on that scene and all others that they reach.

        Args:
            number: Index of the scene.
            held_out: Its held-out cells, bool (cell rows, cell columns).
            margin: Width of the buffer, in cells of this scene.

        Yields:
            Index of a scene and its cells that overlap the held-out cells or their buffer, bool (cell rows,
            cell columns).
        """
        if not held_out.any():
            return
        yield number, widened(held_out, margin)
        others = self.around[number] if self.around else ()
        if others:
            ground = _Ground(self.scenes[number], held_out, margin, self.cell_size)
            for other in others:
                touched = ground.touched_cells(self.scenes[other])
                if touched.any():
                    yield other, touched

    def in_first(self, numbers: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Points of any scenes in the pixel coordinates of the first scene, also outside its extent.

        Args:
            numbers: Index of each point's scene, int (n,).
            points: (row, column) in that scene, (n, 2).

        Returns:
            (row, column) in the first scene, float64 (n, 2).
        """
        found = np.empty(points.shape)
        for number in np.unique(numbers):
            of_scene = numbers == number
            found[of_scene] = _between(self.scenes[number], self.scenes[0], points[of_scene])
        return found


def find_overlaps(scenes: Sequence[Scene], cell_size: int, reach: int) -> Overlaps:
    """Find the scenes that overlap or lie within the reach of a buffer.

    The test uses bounding boxes, so there may be false positives if scenes are rotated, or if an outline
    cannot be projected completely.

    Args:
        scenes: In any coordinate systems.
        cell_size: Side of a cell, pixels.
        reach: Width of the widest buffer, pixels.
    """
    around: list[tuple[int, ...]] = [() for _ in scenes]
    for system in dict.fromkeys(scene.crs for scene in scenes):
        tree = shapely.STRtree([_extent(scene, system) for scene in scenes])
        for number, scene in enumerate(scenes):
            if scene.crs == system:
                near = np.sort(tree.query(_extent(scene, system, reach)))
                around[number] = tuple(near[near != number].tolist())
    return Overlaps(tuple(scenes), cell_size, tuple(around))


class _Ground:
    """The ground held out of a scene, with its buffer, which may extend beyond the scene's border.

    Args:
        scene: The scene.
        held_out: Held-out cells; at least one.
        margin: Width of the buffer, cells.
        cell: Side of a cell, pixels.
    """

    def __init__(self, scene: Scene, held_out: np.ndarray, margin: int, cell: int) -> None:
        self._scene, self._cell = scene, cell
        lines = [np.flatnonzero(held_out.any(axis=axis)) for axis in (1, 0)]
        first, end = (np.array([each[at] for each in lines]) for at in (0, -1))
        cropped = held_out[first[0] : end[0] + 1, first[1] : end[1] + 1]
        marked = covered_by_boxes(cropped, 2 * margin + 1, 2 * margin + 1)
        self._origin = first - margin
        self._sums = np.zeros((marked.shape[0] + 1, marked.shape[1] + 1), dtype=np.int32)
        np.cumsum(marked, axis=0, out=self._sums[1:, 1:])
        np.cumsum(self._sums, axis=1, out=self._sums)

    def touched_cells(self, other: Scene) -> np.ndarray:
        """Cells of another scene that overlap this ground, bool (cell rows, cell columns).

        A cell is approximated by the bounding box of its corners in the pixel grid of this scene.
        """
        sizes = (other.height, other.width)
        touched = np.zeros([-(-size // self._cell) for size in sizes], dtype=bool)
        is_straight = CELLS_PER_KNOT * self._cell * other.pixel_size_m < LONGEST_STRAIGHT
        step = CELLS_PER_KNOT if is_straight else 1
        for window in blocks(touched.shape[0], touched.shape[1], CHUNK):
            # The last cells are cut by the border.
            rows, cols = (
                np.minimum(np.arange(cells.start, cells.stop + 1) * self._cell, size)
                for cells, size in zip(window.toslices(), sizes, strict=True)
            )
            row_knots, col_knots = (np.append(each[:-1:step], each[-1]) for each in (rows, cols))
            corners = self._positions(other, row_knots, col_knots)
            if self._overlaps(corners.min(axis=(1, 2)), corners.max(axis=(1, 2))):
                corners = _interpolated(corners, row_knots, rows, axis=1)
                corners = _interpolated(corners, col_knots, cols, axis=2)
                touched[window.toslices()] = self._overlaps(
                    _of_four(np.minimum, corners), _of_four(np.maximum, corners)
                )
        return touched

    def _positions(self, other: Scene, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Intersections of rows and columns of another scene, in cells from the origin: (2, R, C)."""
        points = np.stack(np.meshgrid(rows, cols, indexing="ij"), axis=-1).reshape(-1, 2)
        found = _between(other, self._scene, points) / self._cell - self._origin
        positions: np.ndarray = found.T.reshape(2, len(rows), len(cols))
        return positions

    def _overlaps(self, lowest: np.ndarray, highest: np.ndarray) -> np.ndarray:
        """Whether boxes overlap a marked cell, bool (…); their corners are (2, …)."""
        touch = TOUCH / self._cell
        ends = np.array(self._sums.shape).reshape(2, *[1] * (lowest.ndim - 1)) - 1
        top, left = np.clip(np.floor(lowest + touch), 0, ends).astype(np.int64)
        bottom, right = np.clip(np.ceil(highest - touch), 0, ends).astype(np.int64)
        sums = self._sums
        found: np.ndarray = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left] > 0
        return found


def _extent(scene: Scene, system: str, margin: int = 0) -> shapely.Geometry:
    """Bounding box of a scene and a margin (pixels) in a coordinate system; empty if none of it projects."""
    rows, cols = (
        np.linspace(-margin, length + margin, BOUNDS_KNOTS) for length in (scene.height, scene.width)
    )
    points = np.column_stack(scene.transform @ tuple(np.ravel(each) for each in np.meshgrid(cols, rows)))
    points = _projected(points, scene.crs, system)
    is_there = (points < FAR).all(axis=1)
    if not is_there.any():
        return shapely.Polygon()
    if not is_there.all():
        return shapely.box(-FAR, -FAR, FAR, FAR)
    lowest, highest = points.min(axis=0), points.max(axis=0)
    bulge = 0 if scene.crs == system else BOUNDS_MARGIN * (highest - lowest)
    return shapely.box(*(lowest - bulge), *(highest + bulge))


def _between(source: Scene, destination: Scene, points: np.ndarray) -> np.ndarray:
    """Points (row, column) of one scene in the pixel coordinates of another, float64 (n, 2)."""
    on_map = np.column_stack(source.transform @ (points[:, 1], points[:, 0]))
    on_map = _projected(on_map, source.crs, destination.crs)
    cols, rows = ~destination.transform @ (on_map[:, 0], on_map[:, 1])
    return np.column_stack((rows, cols))


def _projected(points: np.ndarray, source: str, destination: str) -> np.ndarray:
    """Points (n, 2) in another coordinate system; ``FAR`` if they cannot be projected."""
    if source == destination:
        return points
    try:
        systems = CRS.from_user_input(source), CRS.from_user_input(destination)
        projected = np.column_stack(rasterio.warp.transform(*systems, *points.T))
    except (*GDAL_ERRORS, CRSError):
        if len(points) == 1:
            return np.full((1, 2), FAR)
        # One such point makes the whole call fail, so it is isolated by bisection.
        halves = np.array_split(points, 2)
        return np.concatenate([_projected(half, source, destination) for half in halves])
    return np.where(np.isfinite(projected).all(axis=1, keepdims=True), projected, FAR)


def _interpolated(at_knots: np.ndarray, knots: np.ndarray, values: np.ndarray, axis: int) -> np.ndarray:
    """Linear interpolation along an axis, between what is given at knots."""
    below = np.clip(np.searchsorted(knots, values, side="right") - 1, 0, len(knots) - 2)
    shape = [-1 if number == axis else 1 for number in range(at_knots.ndim)]
    fraction = ((values - knots[below]) / (knots[below + 1] - knots[below])).reshape(shape)
    first, second = np.take(at_knots, below, axis), np.take(at_knots, below + 1, axis)
    between: np.ndarray = first + fraction * (second - first)
    return between


def _of_four(extreme: np.ufunc, corners: np.ndarray) -> np.ndarray:
    """The lowest or highest of the four corners of each cell; (2, R, C) becomes (2, R - 1, C - 1)."""
    by_row = extreme(corners[:, :-1], corners[:, 1:])
    found: np.ndarray = extreme(by_row[:, :, :-1], by_row[:, :, 1:])
    return found
