"""The polygons of many class rasters in one layer, each with the name of the raster that it lies in."""

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
"""Polygons that are read and written together."""

RASTER_FIELD = "raster"


@dataclass(frozen=True)
class ClassMap:
    """A class raster, and its confidence if there is one.

    Attributes:
        scene: The class raster.
        confidence: A raster on the same pixels, or None.
        name: What polygons shall say they come from.
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
    """Write the areas of each class in all of the rasters as polygons into one GeoPackage.

    Rasters that lie on one grid and touch are taken as one: polygons go on over their borders, and where
    rasters overlap the later one counts. Others end at their borders, and may overlap. Fields are those of
    ``vectorize_classes`` and ``raster``, the name of the raster that a point inside the polygon lies in. The
    layer has the coordinate system of most of the rasters.

    Args:
        maps: At least one; all with a confidence, or none.
        bands: The band of the class rasters, and that of their confidences.
        classes: The class table.
        output: The ``.gpkg`` file.
        style: How the polygons shall look.
        reporter: Shows progress and cancels.

    Returns:
        Number of polygons.

    Raises:
        RasterError: A raster cannot be read.
        DiskFullError: The disk is full.
        OutputError: The layer cannot be written.
    """
    by_path = {each.scene.path: each for each in maps}
    parts = touching_mosaics([each.scene for each in maps])
    reporter.info(_said_of(parts))
    crs = CRS.from_user_input(parts[0].crs)
    count = 0
    with finished_file(output) as partial, scratch_folder(output) as folder:
        for number, part in enumerate(parts):
            members = [by_path[scene.path] for scene in part.scenes]
            single = folder / f"{number}.gpkg"
            raster, confidence = _write_part(folder, part, members, bands)
            vectorize_classes(raster, classes, single, style, confidence, reporter)
            to_crs = None if CRS.from_user_input(part.crs) == crs else crs
            for table in _batches(single, part, [member.name for member in members], to_crs):
                reporter.check_cancelled()
                table.append_to(partial, output, crs, exists=count > 0 or partial.exists())
                count += len(table.shapes)
            single.unlink()
    return count


def _said_of(parts: Sequence[Mosaic]) -> str:
    joined = [part for part in parts if len(part.scenes) > 1]
    alone = len(parts) - len(joined)
    texts = []
    if joined:
        count = sum(len(part.scenes) for part in joined)
        texts.append(f"Polygons go on over the borders of {count} rasters that touch on one grid of pixels.")
    if alone and len(parts) > 1:
        texts.append(
            f"{alone} of the rasters touch no other one on the same grid of pixels: their polygons end at "
            "their borders."
        )
    return " ".join(texts) or "Making polygons."


def _write_part(
    folder: Path, part: Mosaic, members: Sequence[ClassMap], bands: tuple[VrtBand, VrtBand]
) -> tuple[Path, Path | None]:
    """Class raster and confidence of a part: the files themselves where it is one raster."""
    first = members[0]
    if len(members) == 1:
        return Path(first.scene.path), first.confidence
    raster, confidence = folder / "classes.vrt", folder / "confidence.vrt"
    raster.write_text(part.text(bands[:1], [Path(each.scene.path) for each in members]), encoding="utf-8")
    shares = [each.confidence for each in members if each.confidence]
    if not shares:
        return raster, None
    confidence.write_text(part.text(bands[1:], shares), encoding="utf-8")
    return raster, confidence


@dataclass(frozen=True)
class _Table:
    """Some polygons with their fields.

    Attributes:
        shapes: Polygons in the layer's coordinate system.
        columns: Values of each field.
    """

    shapes: np.ndarray
    columns: dict[str, np.ndarray]

    def append_to(self, path: Path, final: Path, crs: CRS, *, exists: bool) -> None:
        """Write them behind those that a file holds."""
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


def _batches(path: Path, part: Mosaic, names: Sequence[str], to_crs: CRS | None) -> Iterator[_Table]:
    """The polygons of a part's file, at least one batch of them, if an empty one."""
    start = 0
    while True:
        info, _, geometries, values = pyogrio.raw.read(path, skip_features=start, max_features=BATCH)
        if start and not len(geometries):
            return
        shapes = shapely.from_wkb(geometries)
        columns = dict(zip(map(str, info["fields"]), values))
        columns[RASTER_FIELD] = np.array(_sources(shapes, part, names), dtype=object)
        yield _Table(shapes if to_crs is None else _projected(shapes, part.crs, to_crs), columns)
        if len(geometries) < BATCH:
            return
        start += BATCH


def _sources(shapes: np.ndarray, part: Mosaic, names: Sequence[str]) -> list[str]:
    """For each polygon the name of the raster that a point inside lies in, of the uppermost if in several."""
    if len(names) == 1:
        return [names[0]] * len(shapes)
    points = shapely.get_coordinates(shapely.point_on_surface(shapes))
    on_pixels = shapely.points(np.column_stack(~part.transform @ tuple(points.T)))
    boxes = np.array([window_box(window) for window in part.windows])
    shape_numbers, raster_numbers = shapely.STRtree(boxes).query_nearest(on_pixels, all_matches=True)
    uppermost = np.zeros(len(shapes), dtype=int)
    np.maximum.at(uppermost, shape_numbers, raster_numbers)
    return [names[number] for number in uppermost]


def _projected(shapes: np.ndarray, from_crs: str, to_crs: CRS) -> np.ndarray:
    def project(points: np.ndarray) -> np.ndarray:
        parts = [points[start : start + POINTS_AT_ONCE] for start in range(0, len(points), POINTS_AT_ONCE)]
        return np.vstack(
            [np.column_stack(rasterio.warp.transform(from_crs, to_crs, *some.T)) for some in parts]
            or [np.empty((0, 2))]
        )

    projected: np.ndarray = shapely.transform(shapes, project)
    return projected
