"""Class rasters: integer class values read window by window, and the classes with their names and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ...contract.classes import MAXIMUM_CLASSES, ClassTable, build_class_table
from ...contract.messages.errors import RasterError
from ...contract.messages.reporter import Reporter
from ..raster.failures import reading
from ..raster.scene import Scene, open_scene
from .segments import NOTHING

LARGEST_VALUE = 2**31 - 1
"""Class values have at most 32 bits."""

CLASS_TAG = "CLASS_"
"""TopPixel's class rasters have the name of class value 5 in the tag CLASS_5 of their band."""


@dataclass(frozen=True)
class ClassRaster:
    """A raster with one band of class values."""

    scene: Scene

    def read(self, window: Window) -> np.ndarray:
        """Class values of a window inside the raster.

        Returns:
            int32 (height, width); ``NOTHING`` for nodata.

        Raises:
            RasterError: The file is damaged, or a value is not an integer of at most 32 bits.
        """
        (values,), valid = self.scene.read_with_valid(window)
        if values.dtype.kind == "f" or values.dtype.itemsize >= NARROW_BYTES:
            self._require_whole(values[valid])
        with np.errstate(invalid="ignore"):  # NaN as nodata
            whole: np.ndarray = values.astype(np.int32)
        whole[~valid] = NOTHING
        return whole

    def _require_whole(self, values: np.ndarray) -> None:
        if values.dtype.kind == "f" and (wrong := values[values != np.floor(values)]).size:
            raise RasterError(
                f"'{self.scene.name}' has fractional numbers such as {wrong[0]:g}.",
                "Use a raster with one integer per class.",
            )
        if values.size and max(abs(float(values.min())), abs(float(values.max()))) > LARGEST_VALUE:
            raise RasterError(
                f"'{self.scene.name}' has values up to {values.max()}, too large for a class.",
                "Use a raster with one integer per class.",
            )


NARROW_BYTES = 4
"""Integers of fewer bytes always fit."""


def open_class_raster(path: str | Path) -> ClassRaster:
    """Open a class raster: any raster that GDAL reads, with one band besides alpha.

    Returns:
        The raster; close it with ``scene.close``.

    Raises:
        RasterError: It cannot be read or has several bands.
    """
    scene = open_scene(path)
    if scene.count != 1:
        raise RasterError(
            f"'{scene.name}' has {scene.count} bands; a class raster has one.",
            "Choose a raster with one integer per class.",
        )
    return ClassRaster(scene)


def find_classes(
    raster: ClassRaster,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    reporter: Reporter,
) -> ClassTable:
    """The classes of a raster: its distinct values, with their names and colours.

    Args:
        raster: The class raster; the tags and the colour map of its band supply names and colours.
        names: Names by value, which override those of the file.
        colours: ``#rrggbb`` by value, which override those of the file.
        reporter: For progress and cancellation.

    Returns:
        The class table, by ascending value.

    Raises:
        RasterError: The raster is damaged, has too many distinct values, or values that are not integers.
    """
    found: set[int] = set()
    windows = raster.scene.windows()
    for done, window in enumerate(windows):
        reporter.progress(done, len(windows), "blocks", "Reading the classes")
        found.update(_distinct(raster.read(window)))
        if len(found) > MAXIMUM_CLASSES:
            raise RasterError(
                f"'{raster.scene.name}' has {len(found)} or more distinct values; at most "
                f"{MAXIMUM_CLASSES} classes are possible.",
                "Is it the right raster?",
            )
    reporter.progress(len(windows), len(windows), "blocks", "Reading the classes")
    own_names, own_colours = _names_and_colours(raster.scene)
    names, colours = {**own_names, **names}, {**own_colours, **colours}
    rows = [(value, names.get(str(value)) or str(value)) for value in sorted(found)]
    return build_class_table(rows, {value: colours[str(value)] for value in found if str(value) in colours})


def _distinct(values: np.ndarray) -> list[int]:
    """Distinct class values of an array; one per run of equal values is sorted, which is much faster."""
    flat = values.ravel()
    begins = np.ones(flat.shape, dtype=bool)
    np.not_equal(flat[1:], flat[:-1], out=begins[1:])
    distinct: list[int] = np.unique(flat[begins]).tolist()
    return [value for value in distinct if value != NOTHING]


def _names_and_colours(scene: Scene) -> tuple[dict[str, str], dict[str, str]]:
    """Names and colours by value in the file's tags and colour map."""
    band = scene.bands[0]
    with reading(scene.path), rasterio.open(scene.path) as dataset:
        tags = dataset.tags(band)
        names = {tag[len(CLASS_TAG) :]: name for tag, name in tags.items() if tag.startswith(CLASS_TAG)}
        palette = dataset.colormap(band) if dataset.colorinterp[band - 1].name == "palette" else {}
    colours = {str(value): "#{:02x}{:02x}{:02x}".format(*rgba) for value, rgba in palette.items()}
    return names, colours
