"""Rasters that share ground or lie side by side: what is held out of one, on the cells of the others."""

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
"""Cells along the side of the squares that are looked at together."""

CELLS_PER_KNOT = 8
"""Every so many cells a corner is projected, those between are interpolated: some cm off at 10 m pixels."""

LONGEST_STRAIGHT = 20_000
"""Over longer ways nothing is interpolated, metres: straight lines of one map are bent on another."""

BOUNDS_KNOTS = 17
"""Points along each side of a scene that say where it lies in another coordinate system."""

BOUNDS_MARGIN = 0.01
"""The outline may bulge between these points; part of its extent."""

TOUCH = 0.01
"""Cells that share less than this many pixels of length only touch, or are off by rounding."""

FAR = 1e12
"""Coordinate of places that a coordinate system cannot express."""


@dataclass(frozen=True)
class Overlaps:
    """Which scenes overlap, or lie so close that a buffer can reach from one into another.

    Attributes:
        scenes: The scenes.
        cell_size: Side of their cells, pixels.
        around: For each scene the numbers of those that its buffer can reach; all empty or no entry where
            the scenes lie apart.
    """

    scenes: tuple[Scene, ...] = ()
    cell_size: int = 1
    around: tuple[tuple[int, ...], ...] = ()

    @property
    def exist(self) -> bool:
        """Whether there are any."""
        return any(self.around)

    def closed(self, held_out: Sequence[np.ndarray], margin: int) -> tuple[np.ndarray, ...]:
        """What is held out of all scenes, with a buffer that goes on across their borders.

        Args:
            held_out: Cells of each scene, bool (cell rows, cell columns).
            margin: Width of the buffer, cells of the scene that they are held out of.

        Returns:
            For each scene the cells that are held out, or within the buffer of ground that is held out of
            any scene; bool (cell rows, cell columns).
        """
        closed = [cells.copy() for cells in held_out]
        for number, cells in enumerate(held_out):
            for other, reached in self.reached(number, cells, margin):
                closed[other] |= reached
        return tuple(closed)

    def reached(self, number: int, held_out: np.ndarray, margin: int) -> Iterator[tuple[int, np.ndarray]]:
        """What is held out of one scene, with its buffer, on that scene and all others that it reaches.

        Args:
            number: The scene.
            held_out: Its cells that are held out, bool (cell rows, cell columns).
            margin: Width of the buffer, cells of this scene.

        Yields:
            Number of a scene and its cells that share ground with what is held out or with the buffer, bool
            (cell rows, cell columns).
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
        """Places of any scene in the pixels of the first one, however far outside.

        Args:
            numbers: The scene of each, int (n,).
            points: (row, column) in it, (n, 2).

        Returns:
            (row, column) in the first scene, float64 (n, 2).
        """
        found = np.empty(points.shape)
        for number in np.unique(numbers):
            of_scene = numbers == number
            found[of_scene] = _between(self.scenes[number], self.scenes[0], points[of_scene])
        return found


def find_overlaps(scenes: Sequence[Scene], cell_size: int, reach: int) -> Overlaps:
    """Find the scenes that a buffer can reach from one into another.

    Args:
        scenes: In any coordinate systems.
        cell_size: Side of a cell, pixels.
        reach: Widest buffer, pixels.

    Returns:
        Them; a pair too many where outlines are slanted or cannot be projected as a whole.
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
    """Ground that is held out of a scene, with the buffer around it, also beyond the border.

    Args:
        scene: The scene.
        held_out: Cells that are held out; at least one.
        margin: Width of the buffer, cells.
        cell: Side of a cell, pixels.
    """

    def __init__(self, scene: Scene, held_out: np.ndarray, margin: int, cell: int) -> None:
        self._scene, self._cell = scene, cell
        lines = [np.flatnonzero(held_out.any(axis=axis)) for axis in (1, 0)]
        first, end = (np.array([each[at] for each in lines]) for at in (0, -1))
        part = held_out[first[0] : end[0] + 1, first[1] : end[1] + 1]
        marked = covered_by_boxes(part, 2 * margin + 1, 2 * margin + 1)
        self._origin = first - margin
        self._sums = np.zeros((marked.shape[0] + 1, marked.shape[1] + 1), dtype=np.int32)
        np.cumsum(marked, axis=0, out=self._sums[1:, 1:])
        np.cumsum(self._sums, axis=1, out=self._sums)

    def touched_cells(self, other: Scene) -> np.ndarray:
        """Cells of another scene that share any of this ground, bool (cell rows, cell columns).

        A cell is taken for the box around its corners, along the rows and columns of the scene here.
        """
        sizes = (other.height, other.width)
        touched = np.zeros([-(-size // self._cell) for size in sizes], dtype=bool)
        is_straight = CELLS_PER_KNOT * self._cell * other.pixel_size_m < LONGEST_STRAIGHT
        step = CELLS_PER_KNOT if is_straight else 1
        for window in blocks(touched.shape[0], touched.shape[1], CHUNK):
            # The last cells end at the border.
            rows, cols = (
                np.minimum(np.arange(part.start, part.stop + 1) * self._cell, size)
                for part, size in zip(window.toslices(), sizes, strict=True)
            )
            row_knots, col_knots = (np.append(each[:-1:step], each[-1]) for each in (rows, cols))
            corners = self._positions(other, row_knots, col_knots)
            if self._holds(corners.min(axis=(1, 2)), corners.max(axis=(1, 2))):
                corners = _interpolated(corners, row_knots, rows, axis=1)
                corners = _interpolated(corners, col_knots, cols, axis=2)
                touched[window.toslices()] = self._holds(
                    _of_four(np.minimum, corners), _of_four(np.maximum, corners)
                )
        return touched

    def _positions(self, other: Scene, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Where some rows and columns of another scene cross, in cells from the origin: (2, R, C)."""
        points = np.stack(np.meshgrid(rows, cols, indexing="ij"), axis=-1).reshape(-1, 2)
        found = _between(other, self._scene, points) / self._cell - self._origin
        positions: np.ndarray = found.T.reshape(2, len(rows), len(cols))
        return positions

    def _holds(self, lowest: np.ndarray, highest: np.ndarray) -> np.ndarray:
        """Whether boxes hold a marked cell, bool (…); their corners are (2, …)."""
        touch = TOUCH / self._cell
        ends = np.array(self._sums.shape).reshape(2, *[1] * (lowest.ndim - 1)) - 1
        top, left = np.clip(np.floor(lowest + touch), 0, ends).astype(np.int64)
        bottom, right = np.clip(np.ceil(highest - touch), 0, ends).astype(np.int64)
        sums = self._sums
        found: np.ndarray = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left] > 0
        return found


def _extent(scene: Scene, system: str, margin: int = 0) -> shapely.Geometry:
    """A box around a scene, widened by some pixels, in a coordinate system; empty if it is nowhere there."""
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
    """Places (row, column) of one scene in the pixels of another, float64 (n, 2)."""
    on_map = np.column_stack(source.transform @ (points[:, 1], points[:, 0]))
    on_map = _projected(on_map, source.crs, destination.crs)
    cols, rows = ~destination.transform @ (on_map[:, 0], on_map[:, 1])
    return np.column_stack((rows, cols))


def _projected(points: np.ndarray, source: str, destination: str) -> np.ndarray:
    """Points (n, 2) in another coordinate system; ``FAR`` where they cannot be expressed in it."""
    if source == destination:
        return points
    try:
        systems = CRS.from_user_input(source), CRS.from_user_input(destination)
        projected = np.column_stack(rasterio.warp.transform(*systems, *points.T))
    except (*GDAL_ERRORS, CRSError):
        if len(points) == 1:
            return np.full((1, 2), FAR)
        # One such point spoils all.
        halves = np.array_split(points, 2)
        return np.concatenate([_projected(half, source, destination) for half in halves])
    return np.where(np.isfinite(projected).all(axis=1, keepdims=True), projected, FAR)


def _interpolated(at_knots: np.ndarray, knots: np.ndarray, values: np.ndarray, axis: int) -> np.ndarray:
    """Values between those at some places along an axis, linearly."""
    below = np.clip(np.searchsorted(knots, values, side="right") - 1, 0, len(knots) - 2)
    shape = [-1 if number == axis else 1 for number in range(at_knots.ndim)]
    part = ((values - knots[below]) / (knots[below + 1] - knots[below])).reshape(shape)
    first, second = np.take(at_knots, below, axis), np.take(at_knots, below + 1, axis)
    between: np.ndarray = first + part * (second - first)
    return between


def _of_four(extreme: np.ufunc, corners: np.ndarray) -> np.ndarray:
    """The lowest or highest of the four corners of each cell; (2, R, C) becomes (2, R - 1, C - 1)."""
    by_row = extreme(corners[:, :-1], corners[:, 1:])
    found: np.ndarray = extreme(by_row[:, :, :-1], by_row[:, :, 1:])
    return found
