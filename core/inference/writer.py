"""The files of a map: class raster with colours and, if asked for, confidence; whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..contract.classes import ClassTable
from ..contract.outputs import finished_file
from ..geodata.raster import RasterWriter, Scene, create_raster

CONFIDENCE_NODATA = -1.0
"""Outside [0, 1], and exact in every format."""


def class_dtype(classes: ClassTable) -> np.dtype:
    """The smallest type of a class raster that holds every class value and the nodata value."""
    return np.dtype({255: "uint8", 65535: "uint16"}.get(classes.nodata, "int32"))


class ClassWriter:
    """Writes class values, given network indices.

    Args:
        raster: An open writer with one band of ``class_dtype``.
        classes: The class table.
    """

    def __init__(self, raster: RasterWriter, classes: ClassTable) -> None:
        self._raster = raster
        self._nodata = classes.nodata
        self._values = np.array([entry.value for entry in classes], class_dtype(classes))

    def write(self, window: Window, preds: np.ndarray, usable: np.ndarray) -> None:
        """Write one strip.

        Args:
            window: Where it lies.
            preds: uint8 (rows, width) of class indices.
            usable: bool (rows, width); nodata is written where False.
        """
        values = self._values[preds]
        values[~usable] = self._nodata
        self._raster.write(values, 1, window=window)


@contextlib.contextmanager
def class_raster(path: Path, scene: Scene, classes: ClassTable) -> Iterator[ClassWriter]:
    """A class raster on a scene's grid, with palette; appears under its name when the block ends well.

    Args:
        path: Final name.
        scene: Gives the grid.
        classes: Values, names and colours.

    Yields:
        Where to write strips to.
    """
    with finished_file(path) as partial:
        raster = create_raster(partial, scene, 1, class_dtype(classes).name, classes.nodata)
        with raster:
            raster.set_band_description(1, "class")
            raster.update_tags(1, **{f"CLASS_{entry.value}": entry.name for entry in classes})
            if classes.nodata != -(2**31):
                raster.write_colormap(1, _palette(classes))
            yield ClassWriter(raster, classes)


class ConfidenceWriter:
    """Writes the probability of the chosen class.

    Args:
        raster: An open writer with one float32 band.
    """

    def __init__(self, raster: RasterWriter) -> None:
        self._raster = raster

    def write(self, window: Window, confidence: np.ndarray, usable: np.ndarray) -> None:
        """Write one strip.

        Args:
            window: Where it lies.
            confidence: float32 (rows, width), in [0, 1].
            usable: bool (rows, width); nodata is written where False.
        """
        self._raster.write(np.where(usable, confidence, np.float32(CONFIDENCE_NODATA)), 1, window=window)


@contextlib.contextmanager
def confidence_raster(path: Path, scene: Scene) -> Iterator[ConfidenceWriter]:
    """A confidence raster on a scene's grid; appears under its name when the block ends well.

    Args:
        path: Final name.
        scene: Gives the grid.

    Yields:
        Where to write strips to.
    """
    with finished_file(path) as partial:
        raster = create_raster(partial, scene, 1, "float32", CONFIDENCE_NODATA)
        with raster:
            raster.set_band_description(1, "confidence")
            yield ConfidenceWriter(raster)


def _palette(classes: ClassTable) -> dict[int, tuple[int, int, int, int]]:
    """Red, green, blue and opacity of each class value; nodata is transparent."""
    colours = {entry.value: (*bytes.fromhex(entry.colour[1:]), 255) for entry in classes}
    return {**colours, classes.nodata: (0, 0, 0, 0)}
