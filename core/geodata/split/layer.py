"""The split as a polygon layer: training, validation, test, buffer, unused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyogrio
import rasterio.features
import rasterio.warp
import shapely
from rasterio.crs import CRS

from ...contract.classes import ClassTable
from ...contract.subsets import SUBSETS
from ...files.atomic import finished_file
from ..chips.index import ChipIndex
from ..raster.failures import unwritable
from ..raster.ground import ground_projection
from ..raster.scene import Scene
from ..table import distinct
from ..vectorize.vectorize import WRITE_ERRORS
from .split import Split

CELLS_PER_EDGE = 64
"""Outlines get a vertex at least every so many cells, since reprojection bends straight lines."""


def write_split_layer(
    path: str | Path, scenes: Sequence[Scene], index: ChipIndex, split: Split, classes: ClassTable
) -> None:
    """Write one multipolygon per subset and scene, atomically.

    Outlines follow the cells (an eighth of a chip or more); a cell with a pixel for test or validation
    belongs to that subset. Fields: ``subset``, ``scene`` (file name), ``area_m2`` (true ground area) and,
    for each class, ``pixels_…`` (exact number of labelled pixels in the subset). The layer has the coordinate
    system of the first scene and is named as the file.

    Args:
        path: Ends in ``.gpkg``.
        scenes: The scenes.
        index: The index from which the split was made.
        split: The split.
        classes: The class table.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    crs = CRS.from_user_input(scenes[0].crs)
    rows = [
        (number, subset, *_in_system(polygons, scene, index.cell_size, crs))
        for number, scene in enumerate(scenes)
        for subset, polygons in _outlines(split.subsets(index, number), scene, index.cell_size)
    ]
    numbers, subsets, polygons, areas = (list(column) for column in zip(*rows))
    columns = {
        "subset": np.array([SUBSETS[subset].name for subset in subsets], dtype=object),
        "scene": np.array([scenes[number].name for number in numbers], dtype=object),
        "area_m2": np.array(areas),
        **{
            f"pixels_{entry.name}": split.pixels[subsets, numbers, entry.index].astype(np.int64)
            for entry in classes
        },
    }
    try:
        with finished_file(path) as partial:
            pyogrio.raw.write(
                partial,
                geometry=shapely.to_wkb(np.array(polygons, dtype=object)),
                field_data=list(columns.values()),
                fields=np.array(distinct(columns), dtype=object),
                layer=Path(path).stem,
                driver="GPKG",
                geometry_type="MultiPolygon",
                crs=crs.to_wkt(),
            )
    except WRITE_ERRORS as error:
        raise unwritable(Path(path), error) from error


def _outlines(subsets: np.ndarray, scene: Scene, cell: int) -> Iterator[tuple[int, shapely.Geometry]]:
    """The subsets of a scene as multipolygons in pixel coordinates, in drawing order: unused first."""
    found: dict[int, list[shapely.Geometry]] = {}
    for outline, subset in rasterio.features.shapes(subsets):
        found.setdefault(int(subset), []).append(shapely.geometry.shape(outline))
    corner = np.array([scene.width, scene.height])
    for subset in sorted(found, reverse=True):
        # The last cells extend beyond the border, so their outer corners are clipped to it.
        yield (
            subset,
            shapely.transform(
                shapely.multipolygons(found[subset]), lambda points: np.minimum(points * cell, corner)
            ),
        )


def _in_system(
    polygons: shapely.Geometry, scene: Scene, cell: int, crs: CRS
) -> tuple[shapely.Geometry, float]:
    """Polygons in pixel coordinates transformed to a coordinate system, and their ground area in m²."""
    own = CRS.from_user_input(scene.crs)
    centre = np.array(scene.transform @ (scene.width / 2, scene.height / 2))
    to_ground = ground_projection(own, centre)
    polygons = shapely.segmentize(polygons, CELLS_PER_EDGE * cell)
    polygons = shapely.transform(polygons, lambda points: np.column_stack(scene.transform @ tuple(points.T)))
    area = float(shapely.area(shapely.transform(polygons, to_ground)))
    if own != crs:
        polygons = shapely.transform(
            polygons, lambda points: np.column_stack(rasterio.warp.transform(own, crs, *points.T))
        )
    return polygons, area
