"""Map coordinates to metres on the ground, whatever the coordinate system, and the ground size of pixels."""

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
"""What rasterio raises if GDAL fails; some of its functions pass GDAL's own error on."""

POINTS_AT_ONCE = 2**16
"""Points transformed in one call: rasterio converts them to lists, which take many times the memory."""


def ground_projection(crs: CRS, centre: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """A function from map coordinates to metres that preserves areas.

    Lambert's azimuthal equal-area projection around a point. Coordinates of a system that is not tied to the
    Earth are scaled by its unit of length.

    Args:
        crs: Coordinate system of the map.
        centre: (x, y) of the centre of the projection.

    Returns:
        A function from points (n, 2) to points (n, 2), float64.
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
    """Side of the square with the true ground area of a raster's centre pixel, metres.

    Independent of units such as degrees and of the scale of the projection (Web Mercator doubles lengths at
    60 degrees north).

    Args:
        crs: Coordinate system of the raster.
        transform: From (column, row) to map coordinates.
        height: Rows of the raster.
        width: Columns of the raster.
    """
    xs, ys = _centre_pixel(crs, transform, height, width).T
    return math.sqrt(abs(float(np.sum(xs * np.roll(ys, -1) - np.roll(xs, -1) * ys))) / 2)


def pixel_sides_m(scene: AnyScene) -> tuple[float, float]:
    """Ground width and height of a scene's centre pixel, metres.

    They differ at high latitudes if the coordinate system is in degrees.
    """
    crs = CRS.from_user_input(scene.crs)
    first, right, _, below = _centre_pixel(crs, scene.transform, scene.height, scene.width)
    return math.dist(first, right), math.dist(first, below)


def _centre_pixel(crs: CRS, transform: Affine, height: int, width: int) -> np.ndarray:
    """Corners of the centre pixel on the ground, metres, (4, 2), clockwise from the top left in the array."""
    left, top = width // 2, height // 2
    corners = np.array([(left, top), (left + 1, top), (left + 1, top + 1), (left, top + 1)], dtype=float)
    points = np.column_stack(transform @ tuple(corners.T))
    return ground_projection(crs, points[0])(points)
