"""Polygon layers, read as QGIS names them, with invalid polygons repaired."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FieldError
from rasterio.crs import CRS

from ...contract.catalog.entries import nearest
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter

OGR_ERRORS = (DataSourceError, DataLayerError, FieldError, ValueError)
"""What pyogrio raises for a source, layer or filter that cannot be read."""

POLYGON_TYPES = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


@dataclass(frozen=True)
class PolygonLayer:
    """The polygons of a layer, all valid, with the values of one field.

    Attributes:
        name: File name, for messages.
        crs: Coordinate system; None if the layer has none.
        polygons: Polygons and multipolygons, object array (n,).
        values: Values of the field as stored, (n,); undefined if no field was requested.
        is_null: Where the value is NULL, NaN or blank text, bool (n,).
    """

    name: str
    crs: CRS | None
    polygons: np.ndarray
    values: np.ndarray
    is_null: np.ndarray


def has_polygon_source(source: str) -> bool:
    """Whether a source (``path`` or ``path|layername=x``) has or names a vector layer."""
    try:
        return "|" in source or len(pyogrio.list_layers(source)) > 0
    except OGR_ERRORS:
        return False


def read_polygons(source: str, field: str | None, reporter: Reporter) -> PolygonLayer:
    """Read the polygons of a vector layer.

    Features without a polygon are skipped, invalid polygons are repaired; both numbers are reported.

    Args:
        source: ``path``, ``path|layername=x`` or ``path|layername=x|subset=SQL condition`` as QGIS writes it.
        field: Field to read as well, or None.
        reporter: For warnings.

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
        hint = "No feature matches its filter or selection." if condition else "Draw some polygons first."
        raise LabelError(f"The layer '{name}' is empty.", hint)
    values = columns[0] if field else np.empty(len(geometries))
    polygons, kept = _usable_polygons(shapely.from_wkb(geometries, on_invalid="ignore"), name, reporter)
    crs = CRS.from_user_input(info["crs"]) if info["crs"] else None
    return PolygonLayer(name, crs, polygons, values[kept], _is_null(values[kept]))


def _parse_source(source: str) -> tuple[str, str | int | None, str | None]:
    """Path, layer (name, number or None) and filter of a source; other options of QGIS are skipped."""
    # A filter may contain any character, so QGIS puts it last.
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
        raise LabelError(f"'{Path(path).name}' has no polygons.", "Choose a polygon layer.")
    raise LabelError(
        f"'{Path(path).name}' has several layers: {', '.join(names)}.",
        f"Name one of them, as in '{path}|layername={names[0]}'.",
    )


def _require_field(path: str, layer: str | int, field: str | None) -> None:
    known = [str(name) for name in pyogrio.read_info(path, layer=layer)["fields"]]
    if field is None or field in known:
        return
    name = Path(path).name
    if not known:
        raise LabelError(f"The layer '{name}' has no fields.", "Add a field with the class of each polygon.")
    if not field:
        raise LabelError(f"No class field is selected for '{name}'.", f"Fields: {', '.join(known)}.")
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
    """Valid polygons with an area, and their indices among the features."""
    kept = np.flatnonzero(np.isin(shapely.get_type_id(geometries), POLYGON_TYPES))
    if not kept.size:
        kinds = {geometry.geom_type for geometry in geometries if geometry is not None}
        raise LabelError(
            f"The layer '{name}' has no polygons ({', '.join(sorted(kinds)) or 'no geometry'}).",
            "Choose a polygon layer; buffer points or lines first.",
        )
    polygons = geometries[kept]
    broken = np.flatnonzero(~shapely.is_valid(polygons))
    # "structure" keeps what the rings enclose, and drops points and lines.
    polygons[broken] = shapely.make_valid(polygons[broken], method="structure", keep_collapsed=False)
    if broken.size:
        reporter.warning(f"{_polygons(broken.size)} of '{name}' had an invalid geometry; repaired.")
    full = ~shapely.is_empty(polygons)
    if not full.any():
        raise LabelError(f"No polygon of '{name}' has an area.", "Draw them again.")
    lost = len(geometries) - int(full.sum())
    if lost:
        reporter.warning(f"{lost} features of '{name}' have no polygon with an area and are skipped.")
    return polygons[full], kept[full]


def _polygons(count: int) -> str:
    return "1 polygon" if count == 1 else f"{count} polygons"
