"""The polygons of several class rasters in one layer, each with the name of its raster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio.warp
import shapely
from rasterio.crs import CRS

from ...contract.classes import ClassTable
from ...contract.messages.reporter import Reporter
from ...files.atomic import finished_file, scratch_folder
from ..raster.failures import unwritable
from ..raster.ground import POINTS_AT_ONCE
from ..raster.mosaic import Mosaic, touching_mosaics
from ..raster.scene import Scene
from ..raster.vrt import VrtBand
from ..raster.windows import window_box
from .vectorize import WRITE_ERRORS, PolygonStyle, vectorize_classes

BATCH = 20_000
"""Polygons read and written at once."""

RASTER_FIELD = "raster"


@dataclass(frozen=True)
class ClassMap:
    """A class raster and its confidence raster, if any.

    Attributes:
        scene: The class raster.
        confidence: The confidence raster, on the same grid, or None.
        name: Value of the polygons' field ``raster``.
    """

    scene: Scene
    confidence: Path | None
    name: str


def merge_polygons(
    maps: Sequence[ClassMap],
    bands: tuple[VrtBand, VrtBand],
    classes: ClassTable,
    output: Path,
    style: PolygonStyle,
    reporter: Reporter,
) -> int:
    """Vectorize several class rasters into one GeoPackage layer.

    Rasters that touch on the same grid are combined: polygons continue across their borders, and where the
    rasters overlap the later one wins. Polygons of other rasters end at the borders, and may overlap. Fields
    are those of ``vectorize_classes`` and ``raster``, the name of the raster at a point inside the polygon.
    The layer has the coordinate system of most of the rasters.

    Args:
        maps: At least one; either all or none with a confidence raster.
        bands: The band of the class rasters, and that of the confidence rasters.
        classes: The class table.
        output: The ``.gpkg`` file.
        style: Options of the polygons.
        reporter: For progress and cancellation.

    Returns:
        Number of polygons.

    Raises:
        RasterError: A raster cannot be read.
        DiskFullError: The disk is full.
        OutputError: The layer cannot be written.
    """
    by_path = {each.scene.path: each for each in maps}
    mosaics = touching_mosaics([each.scene for each in maps])
    reporter.info(_summary(mosaics))
    crs = CRS.from_user_input(mosaics[0].crs)
    count = 0
    with finished_file(output) as partial, scratch_folder(output) as folder:
        for number, mosaic in enumerate(mosaics):
            members = [by_path[scene.path] for scene in mosaic.scenes]
            single = folder / f"{number}.gpkg"
            raster, confidence = _write_mosaic(folder, mosaic, members, bands)
            vectorize_classes(raster, classes, single, style, confidence, reporter)
            to_crs = None if CRS.from_user_input(mosaic.crs) == crs else crs
            for table in _batches(single, mosaic, [member.name for member in members], to_crs):
                reporter.check_cancelled()
                table.append_to(partial, output, crs, exists=count > 0 or partial.exists())
                count += len(table.shapes)
            single.unlink()
    return count


def _summary(mosaics: Sequence[Mosaic]) -> str:
    joined = [mosaic for mosaic in mosaics if len(mosaic.scenes) > 1]
    alone = len(mosaics) - len(joined)
    texts = []
    if joined:
        count = sum(len(mosaic.scenes) for mosaic in joined)
        texts.append(f"Polygons continue across the borders of {count} rasters that touch on the same grid.")
    if alone and len(mosaics) > 1:
        texts.append(
            f"{alone} of the rasters touch no other on the same grid: their polygons end at their borders."
        )
    return " ".join(texts) or "Making polygons."


def _write_mosaic(
    folder: Path, mosaic: Mosaic, members: Sequence[ClassMap], bands: tuple[VrtBand, VrtBand]
) -> tuple[Path, Path | None]:
    """Class and confidence raster of a mosaic: virtual rasters, or the files of a single raster."""
    first = members[0]
    if len(members) == 1:
        return Path(first.scene.path), first.confidence
    raster, confidence = folder / "classes.vrt", folder / "confidence.vrt"
    raster.write_text(mosaic.text(bands[:1], [Path(each.scene.path) for each in members]), encoding="utf-8")
    shares = [each.confidence for each in members if each.confidence]
    if not shares:
        return raster, None
    confidence.write_text(mosaic.text(bands[1:], shares), encoding="utf-8")
    return raster, confidence


@dataclass(frozen=True)
class _Table:
    """A batch of polygons with their fields.

    Attributes:
        shapes: Polygons in the layer's coordinate system.
        columns: Values of each field.
    """

    shapes: np.ndarray
    columns: dict[str, np.ndarray]

    def append_to(self, path: Path, final: Path, crs: CRS, *, exists: bool) -> None:
        """Append the polygons to a file, or create it."""
        try:
            pyogrio.raw.write(
                path,
                geometry=shapely.to_wkb(self.shapes),
                field_data=list(self.columns.values()),
                fields=np.array(list(self.columns)),
                layer=final.stem,
                driver="GPKG",
                geometry_type="Polygon",
                crs=crs.to_wkt(),
                append=exists,
            )
        except WRITE_ERRORS as error:
            raise unwritable(final, error) from error


def _batches(path: Path, mosaic: Mosaic, names: Sequence[str], to_crs: CRS | None) -> Iterator[_Table]:
    """The polygons of a mosaic's file in batches; at least one batch, possibly empty."""
    start = 0
    while True:
        info, _, geometries, values = pyogrio.raw.read(path, skip_features=start, max_features=BATCH)
        if start and not len(geometries):
            return
        shapes = shapely.from_wkb(geometries)
        columns = dict(zip(map(str, info["fields"]), values))
        columns[RASTER_FIELD] = np.array(_sources(shapes, mosaic, names), dtype=object)
        yield _Table(shapes if to_crs is None else _projected(shapes, mosaic.crs, to_crs), columns)
        if len(geometries) < BATCH:
            return
        start += BATCH


def _sources(shapes: np.ndarray, mosaic: Mosaic, names: Sequence[str]) -> list[str]:
    """For each polygon the name of the raster at a point inside it, the uppermost if there are several."""
    if len(names) == 1:
        return [names[0]] * len(shapes)
    points = shapely.get_coordinates(shapely.point_on_surface(shapes))
    on_pixels = shapely.points(np.column_stack(~mosaic.transform @ tuple(points.T)))
    boxes = np.array([window_box(window) for window in mosaic.windows])
    shape_numbers, raster_numbers = shapely.STRtree(boxes).query_nearest(on_pixels, all_matches=True)
    uppermost = np.zeros(len(shapes), dtype=int)
    np.maximum.at(uppermost, shape_numbers, raster_numbers)
    return [names[number] for number in uppermost]


def _projected(shapes: np.ndarray, from_crs: str, to_crs: CRS) -> np.ndarray:
    def project(points: np.ndarray) -> np.ndarray:
        batches = [points[start : start + POINTS_AT_ONCE] for start in range(0, len(points), POINTS_AT_ONCE)]
        return np.vstack(
            [np.column_stack(rasterio.warp.transform(from_crs, to_crs, *some.T)) for some in batches]
            or [np.empty((0, 2))]
        )

    projected: np.ndarray = shapely.transform(shapes, project)
    return projected
