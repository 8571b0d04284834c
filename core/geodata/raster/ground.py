"""Metres on the ground around a place, whatever the coordinate system of the map."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import rasterio.warp
from rasterio import Affine
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError

from .scene_view import AnyScene

GDAL_ERRORS = (RasterioError, CPLE_BaseError)
"""What rasterio raises when GDAL fails; some of its calls let GDAL's own error through."""

POINTS_AT_ONCE = 2**16
"""Rasterio makes lists of numbers, which take many times the room."""


def ground_projection(crs: CRS, centre: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """A function from map coordinates to metres in which areas are true.

    It is Lambert's azimuthal equal-area projection around the place. In a system that is not tied to the
    Earth, coordinates are scaled by its unit of length.

    Args:
        crs: Coordinate system of the map.
        centre: (x, y) of the place.

    Returns:
        Takes points (n, 2) and gives points (n, 2), float64.
    """
    try:
        (longitude,), (latitude,) = rasterio.warp.transform(crs, "EPSG:4326", centre[:1], centre[1:])
    except (*GDAL_ERRORS, CRSError):
        metres_per_unit = float(crs.units_factor[1])
        return lambda points: points * metres_per_unit
    local = CRS.from_string(f"+proj=laea +lat_0={latitude:.9f} +lon_0={longitude:.9f} +datum=WGS84 +units=m")

    def project(points: np.ndarray) -> np.ndarray:
        projected = np.empty(points.shape)
        for start in range(0, len(points), POINTS_AT_ONCE):
            some = slice(start, start + POINTS_AT_ONCE)
            projected[some] = np.column_stack(rasterio.warp.transform(crs, local, *points[some].T))
        return projected

    return project


def ground_pixel_size(crs: CRS, transform: Affine, height: int, width: int) -> float:
    """Side of the square that has the true ground area of a raster's centre pixel.

    So degrees and the scale of map projections (web Mercator shows 100 m at 60 degrees north as 200) do
    not matter.

    Args:
        crs: Coordinate system of the raster.
        transform: From (column, row) to its coordinates.
        height: Rows of the raster.
        width: Columns of the raster.

    Returns:
        Metres.
    """
    xs, ys = _centre_pixel(crs, transform, height, width).T
    return math.sqrt(abs(float(np.sum(xs * np.roll(ys, -1) - np.roll(xs, -1) * ys))) / 2)


def pixel_sides_m(scene: AnyScene) -> tuple[float, float]:
    """Lengths on the ground of a centre pixel's sides; they differ far north in a system of degrees.

    Args:
        scene: Whose pixels.

    Returns:
        Metres from column to column and from row to row.
    """
    crs = CRS.from_user_input(scene.crs)
    first, right, _, below = _centre_pixel(crs, scene.transform, scene.height, scene.width)
    return math.dist(first, right), math.dist(first, below)


def _centre_pixel(crs: CRS, transform: Affine, height: int, width: int) -> np.ndarray:
    """Corners of the centre pixel on the ground, metres, (4, 2): first, next column, both, next row."""
    left, top = width // 2, height // 2
    corners = np.array([(left, top), (left + 1, top), (left + 1, top + 1), (left, top + 1)], dtype=float)
    points = np.column_stack(transform @ tuple(corners.T))
    return ground_projection(crs, points[0])(points)
