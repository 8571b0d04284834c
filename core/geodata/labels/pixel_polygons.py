"""Projects polygons into the pixel coordinates of a scene, and burns them window by window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import rasterio.features
import rasterio.warp
import shapely
from rasterio import Affine
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.windows import Window

from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter
from ..raster.ground import GDAL_ERRORS
from ..raster.scene_view import AnyScene
from ..raster.windows import window_box
from .crs_messages import crs_name, describe_scenes, extent_text, report_system, scene_corners
from .polygons import PolygonLayer

SCENE_MARGIN = 0.05
"""Polygons are clipped this far outside a scene, as a share of its size: projections fail far away."""

OUTLINE = 1e-3
"""A polygon that reaches into a scene by less than this part of a pixel only touches it."""


class PixelPolygons:
    """Polygons in the pixel coordinates of a scene, ready to be burnt into any of its windows.

    Args:
        polygons: In (column, row), object array (n,), in drawing order.
        codes: The value burnt for each, uint8 (n,).
    """

    def __init__(self, polygons: np.ndarray, codes: np.ndarray) -> None:
        self._polygons = polygons
        self._codes = codes
        self._tree = shapely.STRtree(polygons)

    def burn(self, window: Window, fill: int) -> np.ndarray:
        """The code of each pixel of a window: that of the last polygon that contains the pixel's centre.

        Args:
            window: Window of the scene.
            fill: Code of pixels outside all polygons.

        Returns:
            uint8 (height, width).
        """
        shape = (int(window.height), int(window.width))
        touched = np.sort(self._tree.query(window_box(window)))
        if not touched.size:
            return np.full(shape, fill, dtype=np.uint8)
        codes: np.ndarray = rasterio.features.rasterize(
            zip(self._polygons[touched], self._codes[touched]),
            out_shape=shape,
            transform=Affine.translation(window.col_off, window.row_off),
            fill=fill,
            dtype="uint8",
        )
        return codes

    def touching(self, others: PixelPolygons) -> np.ndarray:
        """Which of these polygons intersect any of the others, bool (n,); a shared point is enough."""
        touched = np.zeros(len(self._polygons), dtype=bool)
        touched[self._tree.query(others._polygons, predicate="intersects")[1]] = True
        return touched


def to_pixels(layer: PolygonLayer, scene: AnyScene) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of a layer that touch a scene, in its pixel coordinates.

    Args:
        layer: In any coordinate system; without one, that of the scene is assumed.
        scene: The scene.

    Returns:
        Polygons in (column, row), object array (m,), and their indices in the layer, int (m,), ascending.

    Raises:
        LabelError: The polygons cannot be transformed into the scene's coordinate system.
    """
    crs = CRS.from_user_input(scene.crs)
    layer_crs = layer.crs or crs
    polygons, numbers = _near(layer.polygons, scene, crs, layer_crs)
    inverse = ~scene.transform

    def project(points: np.ndarray) -> np.ndarray:
        xs, ys = points.T
        if layer_crs != crs:
            xs, ys = (np.asarray(v) for v in rasterio.warp.transform(layer_crs, crs, xs, ys))
        return np.column_stack(inverse @ (xs, ys))

    if not numbers.size:
        return polygons, numbers
    try:
        polygons = shapely.transform(polygons, project)
    except GDAL_ERRORS as error:
        raise _unprojectable(layer_crs, scene, error) from error
    inner = shapely.box(OUTLINE, OUTLINE, scene.width - OUTLINE, scene.height - OUTLINE)
    touching = shapely.intersects(polygons, inner)
    return polygons[touching], numbers[touching]


def project_layer(
    layer: PolygonLayer, scenes: Sequence[AnyScene], what: str, reporter: Reporter
) -> list[tuple[AnyScene, np.ndarray, np.ndarray]]:
    """A layer's polygons in each scene's pixel coordinates.

    An assumed coordinate system and reprojections are reported.

    Args:
        layer: The layer.
        scenes: At least one.
        what: The user's name for the polygons, in the plural, for messages.
        reporter: For messages.

    Returns:
        Each scene with the result of ``to_pixels``.

    Raises:
        LabelError: The polygons touch none of the scenes, or cannot be transformed.
    """
    report_system(layer.name, layer.crs, scenes, reporter)
    projected = [(scene, *to_pixels(layer, scene)) for scene in scenes]
    if not any(numbers.size for _, _, numbers in projected):
        system = crs_name(layer.crs) if layer.crs else "no coordinate system"
        extent = extent_text(system, shapely.total_bounds(layer.polygons))
        raise LabelError(
            f"The {what} of '{layer.name}' ({extent}) do not overlap {describe_scenes(scenes)}.",
            "Check in QGIS that they overlap, and check their coordinate systems.",
        )
    return projected


def _near(polygons: np.ndarray, scene: AnyScene, crs: CRS, layer_crs: CRS) -> tuple[np.ndarray, np.ndarray]:
    """Polygons near a scene, clipped to its surroundings, and their indices in the layer."""
    bounds = shapely.total_bounds(shapely.points(scene_corners(scene)))
    if layer_crs != crs:
        try:
            bounds = np.array(rasterio.warp.transform_bounds(crs, layer_crs, *bounds))
        except (*GDAL_ERRORS, CRSError) as error:
            raise _unprojectable(layer_crs, scene, error) from error
    margin = SCENE_MARGIN * np.maximum(bounds[2:] - bounds[:2], np.finfo(float).eps)
    surroundings = shapely.box(*(bounds[:2] - margin), *(bounds[2:] + margin))
    numbers = np.sort(shapely.STRtree(polygons).query(surroundings, predicate="intersects"))
    near = polygons[numbers]
    cut = ~shapely.covers(surroundings, near)
    near[cut] = shapely.intersection(near[cut], surroundings)
    return near, numbers


def _unprojectable(crs: CRS, scene: AnyScene, error: Exception) -> LabelError:
    return LabelError(
        f"Polygons cannot be transformed from {crs_name(crs)} to the coordinate system of '{scene.name}'.",
        "Check both coordinate systems.",
        str(error),
    )
