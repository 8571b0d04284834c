"""From labels to targets: one raster of class indices on the grid of each scene, and the class table."""

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
from .pixel_polygons import PixelPolygons, place_layer
from .polygon_labels import PolygonLabels
from .polygons import has_polygon_source, read_polygons
from .raster_labels import RasterLabels

WindowReader = Callable[[Window], np.ndarray]


class LabelSource(Protocol):
    """Where targets come from."""

    title: str
    classes: FoundClasses

    def on(self, scene: Scene) -> AbstractContextManager[WindowReader]:
        """A function that gives the class codes of a scene's windows, uint8 (height, width)."""

    def count_polygons(self, areas: Sequence[PixelPolygons | None]) -> np.ndarray | None:
        """Polygons of each class on the scenes that touch the areas, int64 (classes,), or None."""


@dataclass(frozen=True)
class Labels:
    """What a network learns to tell.

    Attributes:
        classes: The class table; each class has at least one pixel.
        targets: One uint8 raster per scene, on its grid: class index, 255 where a pixel counts for nothing.
        polygon_counts: Polygons of each class that lie on the scenes and in the labelled area, by index; None
            where the labels are no polygons.
    """

    classes: ClassTable
    targets: tuple[Path, ...]
    polygon_counts: tuple[int, ...] | None


def prepare_labels(job: LabelledJob, scenes: Sequence[Scene], folder: Path, reporter: Reporter) -> Labels:
    """Burn or resample the labels of a job onto its scenes.

    A pixel counts for nothing (255) where the scene is not valid, outside the labelled area, where the
    labels say so, and where there is no label if the job ignores those. A class without any pixel is left
    out of the table with a warning. Memory is bounded by a block of the scene and the polygons near it.

    Args:
        job: Gives labels, class field, names, colours, labelled area, and what unlabelled pixels are.
        scenes: Rasters of the job.
        folder: An existing folder for ``target_0.tif`` and so on.
        reporter: Is told what was assumed, repaired, left out; shows progress and cancels.

    Returns:
        The class table and the targets.

    Raises:
        LabelError: The labels cannot be read, do not overlap the scenes, or hold fewer than two classes.
        RasterError: A scene has no valid pixel or cannot be read.
        DiskFullError: The folder's disk is full.
        OutputError: A target cannot be written.
    """
    open_source = PolygonLabels if has_polygon_source(job.labels) else RasterLabels
    source: LabelSource = open_source(job, scenes, reporter)
    areas = _place_area(job, scenes, reporter)
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
    """Counts the blocks of all scenes."""

    def __init__(self, total: int, reporter: Reporter) -> None:
        self._done, self._total, self._reporter = 0, total, reporter

    def advance(self) -> None:
        self._done += 1
        self._reporter.progress(self._done, self._total, "blocks", "Preparing the labels")


def _place_area(job: LabelledJob, scenes: Sequence[Scene], reporter: Reporter) -> list[PixelPolygons | None]:
    """The labelled areas on each scene; None stands for the whole scene."""
    if not job.labelled_areas():
        return [None] * len(scenes)
    placed: list[list[np.ndarray]] = [[] for _ in scenes]
    for source in job.labelled_areas():
        layer = read_polygons(source, None, reporter)
        for found, (_, polygons, _) in zip(placed, place_layer(layer, scenes, "labelled areas", reporter)):
            found.append(polygons)
    together = map(np.concatenate, placed)
    return [PixelPolygons(polygons, np.ones(len(polygons), dtype=np.uint8)) for polygons in together]


def _write_target(
    scene: Scene, read_codes: WindowReader, area: PixelPolygons | None, path: Path, progress: _Progress
) -> np.ndarray:
    """Write the target of one scene; gives the pixels of each code, int64 (256,)."""
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
            f"'{scene.name}' holds no valid pixel: all is nodata.",
            "Choose another raster or its nodata value.",
        )
    return counts


def _present_rows(
    source: LabelSource, present: np.ndarray, job: LabelledJob, reporter: Reporter
) -> tuple[tuple[int, str], ...]:
    """(value, name) of the classes that have pixels; says which have none."""
    if not present.any():
        raise LabelError(
            f"{source.title} labels no valid pixel of the rasters.",
            "Check that labels, labelled area and the rasters' valid part lie at the same place.",
        )
    for (_, name), has_pixels in zip(source.classes.rows, present):
        if not has_pixels:
            reporter.warning(
                f"The class '{name}' is left out: it has no pixel. Its labels lie outside the rasters or the "
                "labelled area, on nodata, under other labels, or are smaller than a pixel."
            )
    rows = tuple(row for row, has_pixels in zip(source.classes.rows, present) if has_pixels)
    require_class_count(rows, job, f"On the rasters, {source.title[0].lower()}{source.title[1:]}")
    return rows


def _renumber(scene: Scene, path: Path, present: np.ndarray) -> None:
    """Close the gaps that absent classes leave among the indices of a target."""
    index_of = np.full(IGNORE_INDEX + 1, IGNORE_INDEX, dtype=np.uint8)
    index_of[: len(present)][present] = np.arange(present.sum())
    renumbered = path.with_name(f"renumbered_{path.name}")
    with rasterio.open(path) as codes, create_raster(renumbered, scene, 1, "uint8", IGNORE_INDEX) as target:
        for window in scene.windows(BLOCK):
            target.write(index_of[codes.read(1, window=window)], 1, window=window)
    renumbered.replace(path)
