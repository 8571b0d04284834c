"""Turns labels into pixels: writes the target of each scene, a raster of class indices; finds classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import rasterio
from rasterio.windows import Window

from ...contract.classes import IGNORE_INDEX, ClassTable, build_class_table
from ...contract.jobs.labelled import LabelledJob
from ...contract.messages.errors import LabelError, RasterError
from ...contract.messages.reporter import Reporter
from ..raster.scene import Scene
from ..raster.windows import BLOCK
from ..raster.writing import create_raster
from .class_values import FoundClasses, require_class_count
from .pixel_polygons import PixelPolygons, project_layer
from .polygon_labels import PolygonLabels
from .polygons import has_polygon_source, read_polygons
from .raster_labels import RasterLabels

WindowReader = Callable[[Window], np.ndarray]


class LabelSource(Protocol):
    """Labels of any kind, as targets are written from them."""

    title: str
    classes: FoundClasses

    def on(self, scene: Scene) -> AbstractContextManager[WindowReader]:
        """A function that returns the class codes of a scene's windows, uint8 (height, width)."""

    def count_polygons(self, areas: Sequence[PixelPolygons | None]) -> np.ndarray | None:
        """Number of polygons of each class in the areas, int64 (classes,); None for a class raster."""


@dataclass(frozen=True)
class Labels:
    """The prepared labels of a job.

    Attributes:
        classes: The class table; each class has at least one pixel.
        targets: One uint8 raster per scene, on its grid: the class index, 255 for ignored pixels.
        polygon_counts: Number of polygons of each class on the scenes and in the labelled area, by index;
            None for a class raster.
    """

    classes: ClassTable
    targets: tuple[Path, ...]
    polygon_counts: tuple[int, ...] | None


def prepare_labels(job: LabelledJob, scenes: Sequence[Scene], folder: Path, reporter: Reporter) -> Labels:
    """Burn or resample the labels of a job onto the grids of its scenes.

    A pixel is ignored (255) where the scene is not valid, outside the labelled area, where the labels say
    so, and where it is unlabelled if the job ignores such pixels. A class without a pixel is dropped from
    the table with a warning. Memory is bounded by a block of the scene and the polygons near it.

    Args:
        job: Supplies labels, class field, names, colours, labelled area and the meaning of unlabelled pixels.
        scenes: Rasters of the job.
        folder: An existing folder for ``target_0.tif`` and so on.
        reporter: For messages, progress and cancellation.

    Raises:
        LabelError: The labels cannot be read, do not overlap the scenes, or have fewer than two classes.
        RasterError: A scene has no valid pixel or cannot be read.
        DiskFullError: The folder's disk is full.
        OutputError: A target cannot be written.
    """
    open_source = PolygonLabels if has_polygon_source(job.labels) else RasterLabels
    source: LabelSource = open_source(job, scenes, reporter)
    areas = _project_areas(job, scenes, reporter)
    targets = tuple(folder / f"target_{number}.tif" for number in range(len(scenes)))
    progress = _Progress(sum(len(scene.windows(BLOCK)) for scene in scenes), reporter)
    counts = np.zeros(IGNORE_INDEX + 1, dtype=np.int64)
    for scene, area, target in zip(scenes, areas, targets):
        with source.on(scene) as read_codes:
            counts += _write_target(scene, read_codes, area, target, progress)
    classes = source.classes
    present = counts[: len(classes.rows)] > 0
    rows = _present_rows(source, present, job, reporter)
    if not present.all():
        for scene, target in zip(scenes, targets):
            _renumber(scene, target, present)
    polygons = source.count_polygons(areas)
    return Labels(
        build_class_table(rows, dict(classes.colours)),
        targets,
        None if polygons is None else tuple(polygons[present].tolist()),
    )


class _Progress:
    """Progress over the blocks of all scenes."""

    def __init__(self, total: int, reporter: Reporter) -> None:
        self._done, self._total, self._reporter = 0, total, reporter

    def advance(self) -> None:
        self._done += 1
        self._reporter.progress(self._done, self._total, "blocks", "Preparing the labels")


def _project_areas(
    job: LabelledJob, scenes: Sequence[Scene], reporter: Reporter
) -> list[PixelPolygons | None]:
    """The labelled areas in the pixel coordinates of each scene; None for the whole scene."""
    if not job.labelled_areas():
        return [None] * len(scenes)
    projected: list[list[np.ndarray]] = [[] for _ in scenes]
    for source in job.labelled_areas():
        layer = read_polygons(source, None, reporter)
        on_scenes = project_layer(layer, scenes, "labelled areas", reporter)
        for found, (_, polygons, _) in zip(projected, on_scenes):
            found.append(polygons)
    together = map(np.concatenate, projected)
    return [PixelPolygons(polygons, np.ones(len(polygons), dtype=np.uint8)) for polygons in together]


def _write_target(
    scene: Scene, read_codes: WindowReader, area: PixelPolygons | None, path: Path, progress: _Progress
) -> np.ndarray:
    """Write the target of one scene; returns the number of pixels of each code, int64 (256,)."""
    counts = np.zeros(IGNORE_INDEX + 1, dtype=np.int64)
    has_valid = False
    with create_raster(path, scene, 1, "uint8", IGNORE_INDEX) as target:
        for window in scene.windows(BLOCK):
            usable = scene.read_valid(window)
            has_valid |= bool(usable.any())
            if area is not None:
                usable = usable & (area.burn(window, 0) == 1)
            codes = read_codes(window)
            codes[~usable] = IGNORE_INDEX
            counts += np.bincount(codes.ravel(), minlength=len(counts))
            target.write(codes, 1, window=window)
            progress.advance()
    if not has_valid:
        raise RasterError(
            f"'{scene.name}' has no valid pixel: all are nodata.",
            "Choose another raster, or correct its nodata value.",
        )
    return counts


def _present_rows(
    source: LabelSource, present: np.ndarray, job: LabelledJob, reporter: Reporter
) -> tuple[tuple[int, str], ...]:
    """(value, name) of the classes with pixels; warns of those without."""
    if not present.any():
        raise LabelError(
            f"{source.title} labels no valid pixel of the rasters.",
            "Check that the labels, the labelled area and the valid pixels of the rasters overlap.",
        )
    for (_, name), has_pixels in zip(source.classes.rows, present):
        if not has_pixels:
            reporter.warning(
                f"The class '{name}' is dropped: it has no pixel. Its labels lie outside the rasters or the "
                "labelled area, on nodata or under other labels, or are smaller than a pixel."
            )
    rows = tuple(row for row, has_pixels in zip(source.classes.rows, present) if has_pixels)
    require_class_count(rows, job, f"On the rasters, {source.title[0].lower()}{source.title[1:]}")
    return rows


def _renumber(scene: Scene, path: Path, present: np.ndarray) -> None:
    """Close the gaps that dropped classes leave among the indices of a target."""
    index_of = np.full(IGNORE_INDEX + 1, IGNORE_INDEX, dtype=np.uint8)
    index_of[: len(present)][present] = np.arange(present.sum())
    renumbered = path.with_name(f"renumbered_{path.name}")
    with rasterio.open(path) as codes, create_raster(renumbered, scene, 1, "uint8", IGNORE_INDEX) as target:
        for window in scene.windows(BLOCK):
            target.write(index_of[codes.read(1, window=window)], 1, window=window)
    renumbered.replace(path)
