"""A class raster as a polygon layer: small segments merged, outlines simplified, and what each polygon is."""

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
"""What pyogrio raises when GDAL cannot write."""

BATCH_POINTS = 400_000
"""Points of the polygons that are written together; the file is opened anew for each batch."""

SAME_PLACE = 0.01
"""Grids are the same when no corner is off by more than this part of a pixel."""


@dataclass(frozen=True)
class PolygonStyle:
    """How the polygons of a class raster shall look.

    Attributes:
        min_area: Smaller segments go to their neighbours, square metres on the ground; 0 for none.
        simplify: How far outlines may be moved to have fewer points, metres on the ground; 0 for the
            outlines of the pixels.
        smooth: How often corners are cut; 0 for never.
    """

    min_area: float
    simplify: float
    smooth: int


def vectorize(job: VectorizeJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job *Classes to polygons*.

    Args:
        job: Which raster, how, and where to.
        reporter: Told what happens; may stop the job.

    Returns:
        Path of ``output``, ``polygons`` (their number) and ``classes``, the class table as plain data.

    Raises:
        CoreError: What is wrong with the rasters or the disk.
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
    """Write the areas of each class as polygons into a GeoPackage, whatever the size of the raster.

    Overlaps share their borders: there are no gaps and no overlaps. No polygon ends at a tile's border.
    Fields: ``class_value`` (integer), ``class_name`` (text), ``area_m2`` and ``perimeter_m`` (of the
    polygon, on the ground) and, with a confidence raster, ``mean_confidence`` (of the pixels that became the
    polygon, small segments merged into it included; NULL where none has a confidence). The layer is named
    as the file. Without any classified pixel it is empty.

    Args:
        raster: Class raster: values of the class table, nodata elsewhere.
        classes: The class table.
        output: The ``.gpkg`` file.
        style: How the polygons shall look. Areas and distances are those at the raster's centre.
        confidence: A raster on the same grid, 0 to 1; below 0 or nodata for none.
        reporter: Shows progress and cancels.

    Returns:
        Number of polygons.

    Raises:
        RasterError: A raster cannot be read, or is no class raster with these classes, or the confidence
            lies elsewhere.
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
    """The raster without small segments; itself when there can be none."""
    min_pixels = min_area / raster.scene.pixel_size_m**2
    if min_pixels <= 1:
        yield raster
        return
    with scratch_folder(output) as folder:
        copy = sieve(raster, classes, min_pixels, folder / "sieved.tif", reporter)
        with copy.scene:
            yield copy


def _on_same_grid(path: Path, scene: Scene) -> Scene:
    """A confidence raster, refused if its pixels are not those of the class raster."""
    other = open_scene(path)
    corners = np.array([(0, 0), (scene.width, 0), (0, scene.height)], dtype=float).T
    there = np.array(~scene.transform @ (other.transform @ tuple(corners)))
    if (
        (other.height, other.width) != (scene.height, scene.width)
        or CRS.from_user_input(other.crs) != CRS.from_user_input(scene.crs)
        or np.abs(there - corners).max() > SAME_PLACE
    ):
        raise RasterError(
            f"The confidence raster '{other.name}' does not lie on the pixels of '{scene.name}'.",
            "Choose the confidence raster that was written together with the class raster.",
        )
    if other.count != 1:
        raise RasterError(f"The confidence raster '{other.name}' has {other.count} bands, not one.")
    return other


def _ground(scene: Scene) -> Any:  # noqa: ANN401 - a function of points
    """From map coordinates to metres around the scene's centre."""
    centre = np.array(scene.transform @ (scene.width / 2, scene.height / 2))
    return ground_projection(CRS.from_user_input(scene.crs), centre)


def _ruler(scene: Scene) -> Ruler:
    """Measures pixels in metres, as they are at the scene's centre."""
    col, row = scene.width / 2, scene.height / 2
    corners = np.array([(col, row), (col + 1, row), (col, row + 1)]).T
    first, right, below = _ground(scene)(np.column_stack(scene.transform @ tuple(corners)))
    return Ruler(np.column_stack([right - first, below - first]))


class _Layer:
    """A polygon layer that is written in batches.

    Args:
        path: Where it is written.
        final: The name that it gets in the end.
        scene: Gives the grid.
        classes: Gives names.
        has_confidence: Whether it has a field for it.
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
        """Take polygons in pixel coordinates."""
        self._waiting.append(polygons)
        self._points_waiting += int(shapely.get_num_coordinates(polygons.shapes).sum())
        if self._points_waiting >= BATCH_POINTS:
            self._write()

    def finish(self) -> int:
        """Write what is left; gives the number of polygons in all."""
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
                f"The class raster holds the value {value}, which is no class.",
                f"Classes: {', '.join(map(str, self._class_names))}.",
            )
        return self._class_names[value]
