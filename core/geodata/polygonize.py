"""Areas of equal value in a raster as polygons, strip by strip, joined over the strips' borders."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import rasterio
import rasterio.features
import shapely
from rasterio import Affine
from rasterio.windows import Window

from ..contract.reporter import Reporter
from .grid import strips
from .raster import BLOCK, reading

STRIP_PIXELS = 2**23
"""Pixels of a strip: GDAL can't be stopped within one, and this takes about a second."""

NONE = -1


def polygonize(raster: rasterio.DatasetReader, reporter: Reporter) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The areas of band 1, each as one polygon; pixels that share an edge and a value belong together.

    A polygon is given out as soon as no later strip can add to it, so memory is bounded by a strip and by
    the polygons that are still open.

    Args:
        raster: Integers of up to 32 bits; its nodata value makes no polygons.
        reporter: Shows progress and cancels.

    Raises:
        RasterError: The raster is damaged.

    Yields:
        Polygons in pixel coordinates (column, row), object array (n,), and their values, int64 (n,).
    """
    rows = max(BLOCK, STRIP_PIXELS // raster.width // BLOCK * BLOCK)
    seam = _Seam(raster.width)
    for window in strips(raster.height, raster.width, rows):
        reporter.progress(window.row_off, raster.height, "rows", "Making polygons")
        with reading(raster.name):
            values = raster.read(1, window=window)
        usable = np.ones(values.shape, dtype=bool) if raster.nodata is None else values != raster.nodata
        is_last = window.row_off + window.height == raster.height
        yield seam.join(*_trace(values, usable, window), window, is_last=is_last)
    reporter.progress(raster.height, raster.height, "rows", "Making polygons")


class _Seam:
    """The polygons that reach the lower border of the last strip and may go on in the next one."""

    def __init__(self, width: int) -> None:
        self._groups: list[list[shapely.Geometry]] = []
        self._values = np.empty(0, dtype=np.int64)
        self._group_at = np.full(width, NONE)

    def join(
        self, polygons: np.ndarray, values: np.ndarray, window: Window, *, is_last: bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """Join a strip to the open polygons.

        Args:
            polygons: Of the strip, (n,).
            values: Their values, (n,).
            window: The strip.
            is_last: Whether nothing follows.

        Returns:
            The polygons that are finished, and their values.
        """
        bounds = shapely.bounds(polygons).reshape(-1, 4)
        bottom = window.row_off + window.height
        starts, goes_on = bounds[:, 1] == window.row_off, bounds[:, 3] == bottom
        if is_last:
            goes_on = np.zeros_like(goes_on)
        root = self._connect(polygons, values, starts, window)
        members = [*self._groups, *([polygon] for polygon in polygons)]
        all_values = np.concatenate([self._values, values])
        is_open = np.zeros(len(root), dtype=bool)
        is_open[root[len(self._groups) :][goes_on]] = True
        merged: dict[int, list[shapely.Geometry]] = {}
        for number, group in zip(root.tolist(), members):
            merged.setdefault(number, []).extend(group)
        self._keep(
            merged, is_open, all_values, root, _ids_in_row(polygons, goes_on, bottom - 1, window.width)
        )
        closed = [number for number in merged if not is_open[number]]
        return _united([merged[number] for number in closed]), all_values[closed]

    def _connect(
        self, polygons: np.ndarray, values: np.ndarray, starts: np.ndarray, window: Window
    ) -> np.ndarray:
        """For each open group and then each polygon of the strip the first one it hangs together with."""
        num_open = len(self._groups)
        parent = np.arange(num_open + len(polygons))
        ids = _ids_in_row(polygons, starts, window.row_off, window.width)
        met = np.flatnonzero((ids != NONE) & (self._group_at != NONE))
        pairs = np.unique(np.column_stack([self._group_at[met], ids[met]]), axis=0)
        same = self._values[pairs[:, 0]] == values[pairs[:, 1]]
        for above, below in pairs[same].tolist():
            a, b = _root(parent, above), _root(parent, num_open + below)
            parent[max(a, b)] = min(a, b)
        return np.array([_root(parent, number) for number in range(len(parent))], dtype=np.int64)

    def _keep(
        self,
        merged: dict[int, list[shapely.Geometry]],
        is_open: np.ndarray,
        values: np.ndarray,
        root: np.ndarray,
        ids: np.ndarray,
    ) -> None:
        """Remember the open groups and which columns of the lower border they hold."""
        still_open = np.flatnonzero(is_open)
        position = np.full(len(root) + 1, NONE)
        position[still_open] = np.arange(len(still_open))
        part_root = np.append(root[len(self._groups) :], len(root))
        self._group_at = position[part_root[ids]]
        self._groups = [merged[number] for number in still_open.tolist()]
        self._values = values[still_open]


def _trace(values: np.ndarray, usable: np.ndarray, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of one strip in pixel coordinates, and their values."""
    found = list(
        rasterio.features.shapes(values, mask=usable, transform=Affine.translation(0, window.row_off))
    )
    rings = [[np.array(ring) for ring in outline["coordinates"]] for outline, _ in found]
    if not rings:
        return np.empty(0, dtype=object), np.empty(0, dtype=np.int64)
    flat = [ring for polygon in rings for ring in polygon]
    ring_ends = np.cumsum([0, *map(len, flat)])
    polygon_ends = np.cumsum([0, *map(len, rings)])
    polygons = shapely.from_ragged_array(
        shapely.GeometryType.POLYGON, np.concatenate(flat), (ring_ends, polygon_ends)
    )
    return polygons, np.array([value for _, value in found]).astype(np.int64)


def _ids_in_row(polygons: np.ndarray, wanted: np.ndarray, row: int, width: int) -> np.ndarray:
    """Which of the wanted polygons holds each pixel of a row, (width,)."""
    numbers = np.flatnonzero(wanted)
    if not numbers.size:
        return np.full(width, NONE)
    ids: np.ndarray = rasterio.features.rasterize(
        zip(polygons[numbers], numbers.tolist()),
        out_shape=(1, width),
        transform=Affine.translation(0, row),
        fill=NONE,
        dtype="int32",
    )
    return ids.ravel()


def _root(parent: np.ndarray, number: int) -> int:
    """The first member of a group, by union-find with path halving."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = int(parent[number])
    return number


def _united(groups: list[list[shapely.Geometry]]) -> np.ndarray:
    """One polygon per group, without corners on straight lines where strips met."""
    polygons = np.empty(len(groups), dtype=object)
    for number, group in enumerate(groups):
        polygons[number] = group[0] if len(group) == 1 else shapely.simplify(shapely.union_all(group), 0)
    return polygons
