"""A class raster as a polygon layer with class value, class name and area on the ground."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from ..contract.classes import ClassTable
from ..contract.errors import RasterError
from ..contract.outputs import finished_file
from ..contract.reporter import Reporter
from .ground import GDAL_ERRORS, ground_projection
from .polygonize import polygonize
from .raster import unwritable

WRITE_ERRORS = (DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError)
"""What pyogrio raises when GDAL cannot write."""

BATCH = 20_000
"""Polygons written together; the file is opened anew for each batch."""


def polygonize_classes(raster: Path, classes: ClassTable, output: Path, reporter: Reporter) -> int:
    """Write the areas of each class as polygons into a GeoPackage; no polygon ends at a tile's border.

    Fields: ``class_value`` (integer), ``class_name`` (text), ``area_m2`` (true ground area, square
    metres). The layer is named as the file. Without any classified pixel it is empty.

    Args:
        raster: Class raster: values of the class table, nodata elsewhere.
        classes: The class table.
        output: The ``.gpkg`` file.
        reporter: Shows progress and cancels.

    Returns:
        Number of polygons.

    Raises:
        RasterError: The class raster cannot be read.
        DiskFullError: The disk is full.
        OutputError: The layer cannot be written.
    """
    try:
        with rasterio.open(raster) as dataset, finished_file(output) as partial:
            layer = _Layer(partial, Path(output).stem, dataset, classes)
            for polygons, values in polygonize(dataset, reporter):
                layer.add(polygons, values)
            return layer.finish()
    except GDAL_ERRORS as error:
        raise RasterError(f"The class raster '{raster}' cannot be read.", detail=str(error)) from error
    except WRITE_ERRORS as error:
        raise unwritable(Path(output), error) from error


class _Layer:
    """A polygon layer that is written in batches."""

    def __init__(self, path: Path, name: str, raster: rasterio.DatasetReader, classes: ClassTable) -> None:
        self._path, self._name = path, name
        self._transform, self._crs = raster.transform, raster.crs
        centre = raster.transform @ (raster.width / 2, raster.height / 2)
        self._to_ground = ground_projection(raster.crs, np.array(centre))
        self._class_names = {entry.value: entry.name for entry in classes}
        self._waiting: list[tuple[np.ndarray, np.ndarray]] = []
        self._num_waiting, self._num_written, self._exists = 0, 0, False

    def add(self, polygons: np.ndarray, values: np.ndarray) -> None:
        """Take polygons in pixel coordinates with their class values."""
        self._waiting.append((polygons, values))
        self._num_waiting += len(polygons)
        if self._num_waiting >= BATCH:
            self._write()

    def finish(self) -> int:
        """Write what is left; gives the number of polygons in all."""
        if self._num_waiting or not self._exists:
            self._write()
        return self._num_written

    def _class_name(self, value: int) -> str:
        if value not in self._class_names:
            raise RasterError(
                f"The class raster holds the value {value}, which is no class.",
                f"Classes: {', '.join(map(str, self._class_names))}.",
            )
        return self._class_names[value]

    def _write(self) -> None:
        polygons, values = (np.concatenate(arrays) for arrays in zip(*self._waiting))
        polygons = shapely.transform(
            polygons, lambda points: np.column_stack(self._transform @ tuple(points.T))
        )
        areas = shapely.area(shapely.transform(polygons, self._to_ground))
        names = np.array([self._class_name(value) for value in values.tolist()], dtype=object)
        pyogrio.raw.write(
            self._path,
            geometry=shapely.to_wkb(polygons),
            field_data=[values, names, areas],
            fields=np.array(["class_value", "class_name", "area_m2"]),
            layer=self._name,
            driver="GPKG",
            geometry_type="Polygon",
            crs=self._crs.to_wkt(),
            append=self._exists,
        )
        self._num_written += len(polygons)
        self._waiting, self._num_waiting, self._exists = [], 0, True
