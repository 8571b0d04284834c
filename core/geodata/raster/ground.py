"""Metres on the ground around a place, whatever the coordinate system of the map."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import rasterio.warp
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError

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
