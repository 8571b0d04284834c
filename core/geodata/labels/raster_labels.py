"""A class raster as labels: its distinct values, and its codes resampled to any scene's grid."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ...contract.classes import BACKGROUND, IGNORE_INDEX, MAXIMUM_CLASSES
from ...contract.jobs.labelled import LabelledJob
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter
from ..raster.ground import GDAL_ERRORS
from ..raster.scene import Scene
from ..raster.windows import BLOCK
from .class_values import IGNORED_VALUE, integer_classes, report_unlisted, require_class_count
from .crs_messages import crs_name, describe_scenes, extent_text, report_system
from .pixel_polygons import PixelPolygons

DENSE_RANGE = 2**20
"""Up to this range of values, counting finds the distinct ones faster than sorting."""


class RasterLabels:
    """Band 1 of a class raster, read on the grid of any of the scenes (nearest neighbour).

    Nodata, NaN, the value 255 and everything outside the raster are ignored. But if unlabelled pixels are
    background, so is 0, even if it is the raster's nodata value: QGIS's *Rasterize* writes it like that.

    Attributes:
        title: The class raster, as the subject of messages.
        classes: The classes of the values that occur on the scenes.

    Args:
        job: Supplies the raster, names, colours and the meaning of unlabelled pixels.
        scenes: The rasters to label.
        reporter: For messages on what is assumed or resampled.

    Raises:
        LabelError: The raster cannot be used; see ``prepare_labels``.
    """

    def __init__(self, job: LabelledJob, scenes: Sequence[Scene], reporter: Reporter) -> None:
        self._path = job.labels
        self._zero_is_background = job.unlabelled == BACKGROUND
        self._name = Path(job.labels).name
        self.title = f"The class raster '{self._name}'"
        self._report(scenes, reporter)
        values = self._distinct_values(scenes, reporter)
        if 0 in values and job.unlabelled != BACKGROUND:
            reporter.info(
                f"Value 0 of '{self._name}' is a class of its own, as unlabelled pixels are ignored."
            )
        self.classes = integer_classes(values, job, with_background=False)
        require_class_count(self.classes.rows, job, self.title)
        report_unlisted(self.classes, job, self.title, reporter)
        self._encode = _encoder(self.classes.codes)

    @contextlib.contextmanager
    def on(self, scene: Scene) -> Iterator[Callable[[Window], np.ndarray]]:
        """A function that returns the class codes of a scene's windows, uint8 (height, width)."""
        with self._values_on(scene) as read_values:

            def read(window: Window) -> np.ndarray:
                return self._encode(*read_values(window))

            yield read

    def count_polygons(self, areas: Sequence[PixelPolygons | None]) -> None:
        """None: a class raster has no polygons."""

    @contextlib.contextmanager
    def _values_on(self, scene: Scene) -> Iterator[Callable[[Window], tuple[np.ndarray, np.ndarray]]]:
        """A function that returns the values of a window and the mask of its valid pixels."""
        try:
            with rasterio.open(self._path) as labels:
                nodata = None if labels.nodata == 0 and self._zero_is_background else labels.nodata
                with _on_grid(labels, scene, nodata) as aligned:

                    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
                        values = aligned.read(1, window=window)
                        usable = np.isfinite(values)
                        if nodata is not None:
                            usable &= values != nodata
                        return values, usable

                    yield read
        except GDAL_ERRORS as error:
            raise LabelError(
                f"The class raster '{self._name}' cannot be read: it is damaged or cut off.",
                "Copy or export it again.",
                str(error),
            ) from error

    def _distinct_values(self, scenes: Sequence[Scene], reporter: Reporter) -> set[int]:
        found: set[int] = set()
        work = [(scene, scene.windows(BLOCK)) for scene in scenes]
        done, total = 0, sum(len(windows) for _, windows in work)
        for scene, windows in work:
            with self._values_on(scene) as read:
                for window in windows:
                    reporter.progress(done, total, "blocks", "Reading the classes")
                    values, usable = read(window)
                    for rows in _row_parts(values):
                        found |= _distinct(values[rows][usable[rows]], self._name)
                    done += 1
                    self._require_few(found)
        reporter.progress(total, total, "blocks", "Reading the classes")
        if not found:
            raise self._no_overlap(scenes)
        return found

    def _require_few(self, found: set[int]) -> None:
        if len(found - {IGNORED_VALUE}) > MAXIMUM_CLASSES:
            raise LabelError(
                f"{self.title} has {len(found)} or more distinct values; at most {MAXIMUM_CLASSES} "
                "classes are possible.",
                "Is it the right raster?",
            )

    def _report(self, scenes: Sequence[Scene], reporter: Reporter) -> None:
        try:
            with rasterio.open(self._path) as labels:
                report_system(self._name, labels.crs, scenes, reporter)
                for scene in scenes:
                    if not _is_on_grid(labels, scene):
                        reporter.info(
                            f"'{self._name}' is resampled to the grid of '{scene.name}' (nearest neighbour)."
                        )
        except GDAL_ERRORS as error:
            raise LabelError(
                f"The labels '{self._name}' are neither a readable polygon layer nor a readable raster.",
                "Choose a polygon layer or a class raster.",
                str(error),
            ) from error

    def _no_overlap(self, scenes: Sequence[Scene]) -> LabelError:
        with rasterio.open(self._path) as labels:
            system = crs_name(labels.crs) if labels.crs else "no coordinate system"
            extent = extent_text(system, np.array(labels.bounds))
        return LabelError(
            f"{self.title} ({extent}) has no label on {describe_scenes(scenes)}.",
            "Check in QGIS that they overlap, and that the labels are not nodata.",
        )


def _is_on_grid(labels: rasterio.DatasetReader, scene: Scene) -> bool:
    """Whether both rasters have the same pixel grid, to a hundredth of a pixel."""
    if (labels.height, labels.width) != (scene.height, scene.width):
        return False
    if labels.crs is None and labels.transform.is_identity:
        return True
    if labels.crs is not None and labels.crs != CRS.from_user_input(scene.crs):
        return False
    corners = [(0, 0), (scene.width, 0), (0, scene.height)]
    shifts = [np.subtract(~scene.transform @ (labels.transform @ corner), corner) for corner in corners]
    return bool(np.max(np.abs(shifts)) < 0.01)


@contextlib.contextmanager
def _on_grid(
    labels: rasterio.DatasetReader, scene: Scene, nodata: float | None
) -> Iterator[rasterio.DatasetReader | WarpedVRT]:
    if _is_on_grid(labels, scene):
        yield labels
        return
    # As floating point, so that NaN can mark "outside" without colliding with an integer of the labels.
    is_narrow = labels.dtypes[0] in ("uint8", "int8", "uint16", "int16")
    with WarpedVRT(
        labels,
        src_crs=labels.crs or scene.crs,
        src_nodata=nodata,
        crs=scene.crs,
        transform=scene.transform,
        width=scene.width,
        height=scene.height,
        resampling=Resampling.nearest,
        dtype="float32" if is_narrow else "float64",
        nodata=math.nan,
    ) as warped:
        yield warped


def _encoder(code_of: Mapping[Any, int]) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """A function from values and the mask of valid pixels to class codes, uint8."""
    values = np.array(sorted(code_of), dtype=np.int64)
    codes = np.array([code_of[value] for value in values.tolist()], dtype=np.uint8)
    lowest = values[0]
    is_dense = values[-1] - lowest <= DENSE_RANGE
    table = np.zeros(values[-1] - lowest + 1 if is_dense else 0, dtype=np.uint8)
    if is_dense:
        table[values - lowest] = codes

    def encode(found: np.ndarray, usable: np.ndarray) -> np.ndarray:
        encoded = np.full(found.shape, IGNORE_INDEX, dtype=np.uint8)
        for rows in _row_parts(found):
            wide = found[rows][usable[rows]].astype(np.int64)
            part = table[wide - lowest] if is_dense else codes[np.searchsorted(values, wide)]
            encoded[rows][usable[rows]] = part
        return encoded

    return encode


def _row_parts(values: np.ndarray) -> Iterator[slice]:
    """Slices of some rows each: a 64-bit copy of the whole array would be large."""
    return (slice(start, start + BLOCK) for start in range(0, len(values), BLOCK))


def _distinct(values: np.ndarray, name: str) -> set[int]:
    if values.dtype.kind == "c":
        raise LabelError(f"'{name}' has complex values.", "Use a raster with one integer per class.")
    whole = values.astype(np.int64)
    if not values.size:
        return set()
    if values.dtype.kind == "f" and (fractions := values[values != whole]).size:
        raise LabelError(
            f"'{name}' has fractional numbers such as {fractions[0]:g}.",
            "Use a raster with one integer per class.",
        )
    low, high = int(whole.min()), int(whole.max())
    if high - low > DENSE_RANGE:
        return set(np.unique(whole).tolist())
    whole -= low
    return set((np.flatnonzero(np.bincount(whole)) + low).tolist())
