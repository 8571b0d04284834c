"""Polygon layers: read as QGIS names them, repaired, and brought into the pixels of a scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio.features
import rasterio.warp
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FieldError
from rasterio import Affine
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.windows import Window

from ...contract.catalog.entries import nearest
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter
from ..raster.ground import GDAL_ERRORS
from ..raster.scene_view import AnyScene
from ..raster.windows import window_box

OGR_ERRORS = (DataSourceError, DataLayerError, FieldError, ValueError)
"""What pyogrio raises for a source, layer or filter that cannot be read."""

POLYGON_TYPES = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)

SCENE_MARGIN = 0.05
"""Polygons are cut this far outside a scene, as a share of its size: projections fail far away."""

OUTLINE = 1e-3
"""What reaches into a scene by less than this part of a pixel only touches it."""


@dataclass(frozen=True)
class PolygonLayer:
    """The polygons of a layer, valid, with one of its fields.

    Attributes:
        name: For messages.
        crs: Coordinate system; None if the layer has none.
        polygons: Polygons and multipolygons, object array (n,).
        values: The field's values as the layer holds them, (n,); empty when no field was asked for.
        is_null: Where the field holds nothing, bool (n,).
    """

    name: str
    crs: CRS | None
    polygons: np.ndarray
    values: np.ndarray
    is_null: np.ndarray


class PixelPolygons:
    """Polygons in the pixel coordinates of a scene, burnt into any window of it.

    Args:
        polygons: In (column, row), object array (n,), in the order they are drawn.
        codes: What is drawn for each, uint8 (n,).
    """

    def __init__(self, polygons: np.ndarray, codes: np.ndarray) -> None:
        self._polygons = polygons
        self._codes = codes
        self._tree = shapely.STRtree(polygons)

    def burn(self, window: Window, fill: int) -> np.ndarray:
        """The codes of a window's pixels.

        A pixel belongs to the last polygon that holds its centre.

        Args:
            window: Rows and columns of the scene.
            fill: Code of pixels in no polygon.

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
        """Which of these polygons share a point with any of others; bool (n,)."""
        touched = np.zeros(len(self._polygons), dtype=bool)
        touched[self._tree.query(others._polygons, predicate="intersects")[1]] = True
        return touched


def has_polygon_source(source: str) -> bool:
    """Whether a path is a vector source, not a raster.

    Args:
        source: ``path`` or ``path|layername=x``.

    Returns:
        True if it holds at least one vector layer or names one.
    """
    try:
        return "|" in source or len(pyogrio.list_layers(source)) > 0
    except OGR_ERRORS:
        return False


def read_polygons(source: str, field: str | None, reporter: Reporter) -> PolygonLayer:
    """The polygons of a vector layer.

    Features without a polygon are left out, invalid polygons repaired; both are counted and said.

    Args:
        source: ``path``, ``path|layername=x`` or ``path|layername=x|subset=SQL condition`` as QGIS writes it.
        field: Field to read with them, or None.
        reporter: Is told what was left out or repaired.

    Returns:
        The polygons with the field's values.

    Raises:
        LabelError: The layer cannot be read, is empty, has no polygons or lacks the field.
    """
    path, layer, condition = _parse_source(source)
    name = Path(path).name
    try:
        layer = layer if layer is not None else _only_layer(path)
        _require_field(path, layer, field)
        info, _, geometries, columns = pyogrio.raw.read(
            path, layer=layer, columns=[field] if field else [], where=condition, force_2d=True
        )
    except OGR_ERRORS as error:
        raise _unreadable(name, condition, error) from error
    if not len(geometries):
        hint = "No feature fits its filter or selection." if condition else "Draw some polygons first."
        raise LabelError(f"The layer '{name}' is empty.", hint)
    values = columns[0] if field else np.empty(len(geometries))
    polygons, kept = _usable_polygons(shapely.from_wkb(geometries, on_invalid="ignore"), name, reporter)
    crs = CRS.from_user_input(info["crs"]) if info["crs"] else None
    return PolygonLayer(name, crs, polygons, values[kept], _is_null(values[kept]))


def to_pixels(layer: PolygonLayer, scene: AnyScene) -> tuple[np.ndarray, np.ndarray]:
    """The polygons of a layer that touch a scene, in its pixel coordinates.

    Args:
        layer: In any coordinate system; one without is taken to be in the scene's.
        scene: Where they are wanted.

    Returns:
        Polygons in (column, row), object array (m,), and their numbers in the layer, int (m,), rising.
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


def place_layer(
    layer: PolygonLayer, scenes: Sequence[AnyScene], what: str, reporter: Reporter
) -> list[tuple[AnyScene, np.ndarray, np.ndarray]]:
    """A layer's polygons on each scene; says when it is reprojected.

    Args:
        layer: The polygons.
        scenes: Where they are wanted.
        what: What the polygons are to the user, in the plural.
        reporter: Is told what is assumed or reprojected.

    Returns:
        Each scene with what ``to_pixels`` gives for it.

    Raises:
        LabelError: The polygons touch none of the scenes.
    """
    report_system(layer.name, layer.crs, scenes, reporter)
    placed = [(scene, *to_pixels(layer, scene)) for scene in scenes]
    if not any(numbers.size for _, _, numbers in placed):
        system = crs_name(layer.crs) if layer.crs else "no coordinate system"
        extent = extent_text(system, shapely.total_bounds(layer.polygons))
        raise LabelError(
            f"The {what} of '{layer.name}' ({extent}) do not overlap {describe_scenes(scenes)}.",
            "Check that both lie at the same place in QGIS, and their coordinate systems.",
        )
    return placed


def report_system(name: str, crs: CRS | None, scenes: Sequence[AnyScene], reporter: Reporter) -> None:
    """Say which coordinate system of labels is assumed, or that they are reprojected.

    Args:
        name: The label layer.
        crs: Its coordinate system; None if it has none.
        scenes: The rasters it is used with.
        reporter: Is told.
    """
    if crs is None:
        reporter.warning(
            f"'{name}' has no coordinate system; it is taken to be in that of '{scenes[0].name}' "
            f"({crs_name(scenes[0].crs)})."
        )
        return
    for other in dict.fromkeys(scene.crs for scene in scenes):
        if CRS.from_user_input(other) != crs:
            reporter.info(f"'{name}' is reprojected from {crs_name(crs)} to {crs_name(other)}.")


def describe_scenes(scenes: Sequence[AnyScene]) -> str:
    """Name, coordinate system and extent of the first scene, and how many more there are."""
    first = scenes[0]
    bounds = shapely.total_bounds(shapely.points(scene_corners(first)))
    more = f" and {len(scenes) - 1} more" if len(scenes) > 1 else ""
    return f"'{first.name}' ({extent_text(crs_name(first.crs), bounds)}){more}"


def extent_text(system: str, bounds: np.ndarray) -> str:
    """A coordinate system with an extent (left, bottom, right, top) in it, as a phrase."""
    left, bottom, right, top = (f"{value:.5f}".rstrip("0").rstrip(".") for value in bounds)
    return f"{system}, x {left} to {right}, y {bottom} to {top}"


def crs_name(crs: CRS | str) -> str:
    """``EPSG:…`` where there is one, else the name inside the WKT."""
    text = str(CRS.from_user_input(crs).to_string())
    return text.split('"')[1] if '"' in text else text


def scene_corners(scene: AnyScene) -> np.ndarray:
    """Map coordinates (x, y) of a scene's corners, (4, 2)."""
    cols = np.array([0, scene.width, scene.width, 0])
    rows = np.array([0, 0, scene.height, scene.height])
    return np.column_stack(scene.transform @ (cols, rows))


def _parse_source(source: str) -> tuple[str, str | int | None, str | None]:
    """Path, layer and filter of a source; what else QGIS may add does not matter here."""
    # A filter may hold any character, so QGIS puts it last.
    source, _, condition = re.split(r"(\|subset=|\Z)", source, maxsplit=1, flags=re.IGNORECASE)
    path, *options = source.split("|")
    named = {key.lower(): value for key, _, value in (option.partition("=") for option in options)}
    if "layername" in named:
        return path, named["layername"], condition or None
    return path, int(named["layerid"]) if "layerid" in named else None, condition or None


def _only_layer(path: str) -> str:
    names = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if len(names) == 1:
        return names[0]
    if not names:
        raise LabelError(f"'{Path(path).name}' holds no polygons.", "Choose a polygon layer.")
    raise LabelError(
        f"'{Path(path).name}' holds several layers: {', '.join(names)}.",
        f"Name one of them as '{path}|layername={names[0]}'.",
    )


def _require_field(path: str, layer: str | int, field: str | None) -> None:
    known = [str(name) for name in pyogrio.read_info(path, layer=layer)["fields"]]
    if field is None or field in known:
        return
    name = Path(path).name
    if not known:
        raise LabelError(f"The layer '{name}' has no fields.", "Add a field with the class of each polygon.")
    if not field:
        raise LabelError(f"No class field was chosen for '{name}'.", f"Fields: {', '.join(known)}.")
    raise LabelError(f"The layer '{name}' has no field '{field}'.", nearest(field, known))


def _unreadable(name: str, condition: str | None, error: Exception) -> LabelError:
    if isinstance(error, LabelError):
        return error
    if condition:
        return LabelError(
            f"The layer '{name}' cannot be read with the filter {condition}.", "Check its filter.", str(error)
        )
    return LabelError(f"The layer '{name}' cannot be read.", "Choose a polygon layer.", str(error))


def _is_null(values: np.ndarray) -> np.ndarray:
    if values.dtype.kind == "f":
        is_nan: np.ndarray = np.isnan(values)
        return is_nan
    if values.dtype.kind == "O":
        return np.array([v is None or (isinstance(v, str) and not v.strip()) for v in values], dtype=bool)
    return np.zeros(len(values), dtype=bool)


def _usable_polygons(geometries: np.ndarray, name: str, reporter: Reporter) -> tuple[np.ndarray, np.ndarray]:
    """Valid polygons with area, and the positions they had."""
    kept = np.flatnonzero(np.isin(shapely.get_type_id(geometries), POLYGON_TYPES))
    if not kept.size:
        kinds = {geometry.geom_type for geometry in geometries if geometry is not None}
        raise LabelError(
            f"The layer '{name}' holds no polygons ({', '.join(sorted(kinds)) or 'no geometry'}).",
            "Choose a polygon layer; buffer points or lines first.",
        )
    polygons = geometries[kept]
    broken = np.flatnonzero(~shapely.is_valid(polygons))
    # "structure" keeps what the outlines enclose, and only areas.
    polygons[broken] = shapely.make_valid(polygons[broken], method="structure", keep_collapsed=False)
    if broken.size:
        reporter.warning(f"{_polygons(broken.size)} of '{name}' had an invalid outline and got repaired.")
    full = ~shapely.is_empty(polygons)
    if not full.any():
        raise LabelError(f"No polygon of '{name}' has an area.", "Draw them anew.")
    lost = len(geometries) - int(full.sum())
    if lost:
        reporter.warning(f"{lost} features of '{name}' hold no polygon with an area and are left out.")
    return polygons[full], kept[full]


def _polygons(count: int) -> str:
    return "1 polygon" if count == 1 else f"{count} polygons"


def _near(polygons: np.ndarray, scene: AnyScene, crs: CRS, layer_crs: CRS) -> tuple[np.ndarray, np.ndarray]:
    """What lies near a scene, cut to its surroundings, and the positions in the layer."""
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
        f"Polygons cannot be brought from {crs_name(crs)} to the system of '{scene.name}'.",
        "Check the coordinate systems of both.",
        str(error),
    )
