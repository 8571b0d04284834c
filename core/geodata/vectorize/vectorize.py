"""A class raster as a polygon layer: small segments merged, outlines simplified, fields for each polygon."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError
from rasterio.crs import CRS

from ...contract.classes import ClassTable
from ...contract.jobs.vectorize import VectorizeJob
from ...contract.messages.errors import RasterError
from ...contract.messages.reporter import Reporter
from ...files.atomic import finished_file, scratch_folder
from ..raster.failures import unwritable
from ..raster.ground import ground_projection
from ..raster.scene import Scene, open_scene, streaming
from .class_raster import ClassRaster, find_classes, open_class_raster
from .polygonize import Bending, Polygons, polygonize
from .sieve import sieve
from .simplify import Ruler

WRITE_ERRORS = (DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError)
"""What pyogrio raises if GDAL fails to write."""

BATCH_POINTS = 400_000
"""Points of the polygons written at once; the file is reopened for each batch."""

GRID_TOLERANCE = 0.01
"""Grids are the same if no corner is off by more than this part of a pixel."""


@dataclass(frozen=True)
class PolygonStyle:
    """Options for the polygons of a class raster.

    Attributes:
        min_area: Smaller segments are merged into adjacent ones, square metres on the ground; 0 for none.
        simplify: Tolerance of the simplification, metres on the ground; 0 for the outlines of the pixels.
        smooth: Rounds of corner cutting; 0 for none.
    """

    min_area: float
    simplify: float
    smooth: int


def vectorize(job: VectorizeJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job *Classes to polygons*.

    Returns:
        ``output`` (path), ``polygons`` (their number) and ``classes`` (the class table as plain data).

    Raises:
        CoreError: The settings, the rasters or the disk do not allow it.
    """
    job.check()
    style = PolygonStyle(job.min_area, job.simplify, job.smooth)
    confidence = Path(job.confidence) if job.confidence else None
    with streaming():
        raster = open_class_raster(job.input)
        with raster.scene:
            classes = find_classes(raster, job.class_names, job.class_colours, reporter)
        reporter.info(f"Classes: {', '.join(classes.names) or 'none'}.")
        count = vectorize_classes(Path(job.input), classes, Path(job.output), style, confidence, reporter)
    reporter.info(f"{count} polygons.")
    reporter.artifact("polygons", job.output)
    return {"output": job.output, "polygons": count, "classes": classes.to_list()}


def vectorize_classes(
    raster: Path,
    classes: ClassTable,
    output: Path,
    style: PolygonStyle,
    confidence: Path | None,
    reporter: Reporter,
) -> int:
    """Vectorize a class raster of any size into a GeoPackage layer.

    Adjacent polygons share their borders, without gaps and overlaps; no polygon is cut at a block border.
    Fields: ``class_value`` (integer), ``class_name`` (text), ``area_m2`` and ``perimeter_m`` (of the
    polygon, on the ground) and, with a confidence raster, ``mean_confidence`` (of the polygon's pixels,
    including small segments merged into it; NULL if none has a confidence). The layer is named as the file.
    It is empty if no pixel has a class.

    Args:
        raster: Class raster: values of the class table, nodata elsewhere.
        classes: The class table.
        output: The ``.gpkg`` file.
        style: Options of the polygons. Metres are measured at the raster's centre.
        confidence: A raster on the same grid, 0 to 1; negative values and nodata mean none.
        reporter: For progress and cancellation.

    Returns:
        Number of polygons.

    Raises:
        RasterError: A raster cannot be read, has values of no class, or the grids differ.
        DiskFullError: The disk is full.
        OutputError: The layer cannot be written.
    """
    with contextlib.ExitStack() as opened:
        source = open_class_raster(raster)
        scene = opened.enter_context(source.scene)
        shares = opened.enter_context(_on_same_grid(confidence, scene)) if confidence else None
        partial = opened.enter_context(finished_file(output))
        source = opened.enter_context(_sieved(source, classes, style.min_area, output, reporter))
        layer = _Layer(partial, output, scene, classes, has_confidence=confidence is not None)
        bending = Bending(style.simplify, style.smooth, _ruler(scene))
        for polygons in polygonize(source, bending, shares, reporter):
            layer.add(polygons)
        return layer.finish()


@contextlib.contextmanager
def _sieved(
    raster: ClassRaster, classes: ClassTable, min_area: float, output: Path, reporter: Reporter
) -> Iterator[ClassRaster]:
    """The raster without small segments; the raster itself if there can be none."""
    min_pixels = min_area / raster.scene.pixel_size_m**2
    if min_pixels <= 1:
        yield raster
        return
    with scratch_folder(output) as folder:
        copy = sieve(raster, classes, min_pixels, folder / "sieved.tif", reporter)
        with copy.scene:
            yield copy


def _on_same_grid(path: Path, scene: Scene) -> Scene:
    """Open a confidence raster; an error if its grid is not that of the class raster."""
    other = open_scene(path)
    corners = np.array([(0, 0), (scene.width, 0), (0, scene.height)], dtype=float).T
    other_corners = np.array(~scene.transform @ (other.transform @ tuple(corners)))
    if (
        (other.height, other.width) != (scene.height, scene.width)
        or CRS.from_user_input(other.crs) != CRS.from_user_input(scene.crs)
        or np.abs(other_corners - corners).max() > GRID_TOLERANCE
    ):
        raise RasterError(
            f"The confidence raster '{other.name}' does not have the grid of '{scene.name}'.",
            "Choose the confidence raster that was written together with the class raster.",
        )
    if other.count != 1:
        raise RasterError(f"The confidence raster '{other.name}' has {other.count} bands, not one.")
    return other


def _ground(scene: Scene) -> Any:  # noqa: ANN401 - a function of points
    """A function from map coordinates to metres on the ground, around the scene's centre."""
    centre = np.array(scene.transform @ (scene.width / 2, scene.height / 2))
    return ground_projection(CRS.from_user_input(scene.crs), centre)


def _ruler(scene: Scene) -> Ruler:
    """Converts pixels to metres, as at the scene's centre."""
    col, row = scene.width / 2, scene.height / 2
    corners = np.array([(col, row), (col + 1, row), (col, row + 1)]).T
    first, right, below = _ground(scene)(np.column_stack(scene.transform @ tuple(corners)))
    return Ruler(np.column_stack([right - first, below - first]))


class _Layer:
    """A polygon layer written in batches.

    Args:
        path: The temporary file.
        final: The output file, for the layer name and messages.
        scene: Supplies the grid.
        classes: Supplies the names.
        has_confidence: Whether there is a field for the confidence.
    """

    def __init__(
        self, path: Path, final: Path, scene: Scene, classes: ClassTable, *, has_confidence: bool
    ) -> None:
        self._path, self._final, self._scene = path, final, scene
        self._to_ground = _ground(scene)
        self._crs = CRS.from_user_input(scene.crs).to_wkt()
        self._class_names = {entry.value: entry.name for entry in classes}
        self._has_confidence = has_confidence
        self._waiting: list[Polygons] = []
        self._points_waiting, self._num_written, self._exists = 0, 0, False

    def add(self, polygons: Polygons) -> None:
        """Add polygons in pixel coordinates."""
        self._waiting.append(polygons)
        self._points_waiting += int(shapely.get_num_coordinates(polygons.shapes).sum())
        if self._points_waiting >= BATCH_POINTS:
            self._write()

    def finish(self) -> int:
        """Write the last batch; returns the total number of polygons."""
        if self._points_waiting or not self._exists:
            self._write()
        return self._num_written

    def _write(self) -> None:
        shapes, values, confidence = (
            np.concatenate([getattr(some, name) for some in self._waiting])
            for name in ("shapes", "values", "confidence")
        )
        shapes = shapely.transform(
            shapes, lambda points: np.column_stack(self._scene.transform @ tuple(points.T))
        )
        on_ground = shapely.transform(shapes, self._to_ground)
        columns = {
            "class_value": values,
            "class_name": np.array([self._class_name(value) for value in values.tolist()], dtype=object),
            "area_m2": shapely.area(on_ground),
            "perimeter_m": shapely.length(on_ground),
        }
        if self._has_confidence:
            columns["mean_confidence"] = confidence
        try:
            pyogrio.raw.write(
                self._path,
                geometry=shapely.to_wkb(shapes),
                field_data=list(columns.values()),
                fields=np.array(list(columns)),
                layer=self._final.stem,
                driver="GPKG",
                geometry_type="Polygon",
                crs=self._crs,
                append=self._exists,
            )
        except WRITE_ERRORS as error:
            raise unwritable(self._final, error) from error
        self._num_written += len(shapes)
        self._waiting, self._points_waiting, self._exists = [], 0, True

    def _class_name(self, value: int) -> str:
        if value not in self._class_names:
            raise RasterError(
                f"The class raster has the value {value}, which is no class.",
                f"Classes: {', '.join(map(str, self._class_names))}.",
            )
        return self._class_names[value]
