"""The user's own split: the labels split into subsets by polygons for training, validation and test."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio
import shapely
from rasterio.windows import Window

from ...contract.classes import IGNORE_INDEX, ClassTable
from ...contract.jobs.compare import CompareJob
from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter
from ...contract.subsets import SPLIT_VALUES, TEST, TRAIN, VALIDATION
from ..chips.cells import touched_cells
from ..chips.index import ChipIndex, cell_size, index_chips
from ..labels.pixel_polygons import PixelPolygons, project_layer
from ..labels.polygons import PolygonLayer, read_polygons
from ..labels.targets import Labels
from ..raster.scene import Scene
from ..raster.windows import BLOCK
from ..raster.writing import RasterWriter, create_raster
from .split import Cells, HeldOut, Windows, nothing_held_out

CODES = {value: code for code, value in enumerate(SPLIT_VALUES)}
"""Value burnt for each kind of area; where several overlap, the highest wins."""

NO_AREA = 255

WINDOW_SIDE = 1024
"""Approximate side of the squares for which labelled windows are found, pixels."""

LEAST_OVERLAP = 1.0
"""Smaller overlaps come from rounding where areas share a border, square pixels."""


@dataclass(frozen=True)
class HeldLabels:
    """The labels of one subset held out of training.

    Attributes:
        targets: For each scene a uint8 raster of class indices, 255 outside the subset's areas.
        cells: Cells with a pixel in these areas, labelled or not.
    """

    targets: tuple[Path, ...]
    cells: Cells


@dataclass(frozen=True)
class SplitLabels:
    """The labels of a job, split into subsets. Plain data that can be passed to another process.

    Attributes:
        classes: The class table.
        training: For each scene a uint8 raster of class indices, 255 where not for training.
        validation: The user's validation areas; None if blocks are to be chosen.
        test: The user's test areas; None if there are none.
        unused_pixels: Labelled pixels of each class outside all areas, int64 (scenes, C).
    """

    classes: ClassTable
    training: tuple[Path, ...]
    validation: HeldLabels | None
    test: HeldLabels | None
    unused_pixels: np.ndarray

    def held_out(self, scenes: Sequence[Scene], index: ChipIndex, reporter: Reporter) -> HeldOut:
        """Windows, cells and labelled pixels of the validation and test areas.

        Args:
            scenes: The scenes.
            index: Index of the training labels.
            reporter: For progress and cancellation.

        Raises:
            LabelError: There are areas for one of the two, but no labels in them.
        """
        held = replace(nothing_held_out(index), unused_pixels=self.unused_pixels)
        if self.validation:
            windows, pixels = _labelled_windows(VALIDATION, self.validation, scenes, index, reporter)
            cells = self.validation.cells
            held = replace(held, validation=windows, validation_cells=cells, validation_pixels=pixels)
        if self.test:
            windows, pixels = _labelled_windows(TEST, self.test, scenes, index, reporter)
            held = replace(held, test=windows, test_cells=self.test.cells, test_pixels=pixels)
        return held


def split_labels(
    job: TrainJob | CompareJob, labels: Labels, scenes: Sequence[Scene], reporter: Reporter
) -> SplitLabels:
    """Split the labels of a job into subsets by its split areas and its test area.

    A pixel belongs to the area that contains its centre; where areas overlap, test wins over validation, and
    validation over training. Pixels outside all areas are unused if the job has split areas, else for
    training. Without any areas, all labels are for training.

    Args:
        job: Supplies areas and chip size.
        labels: The labels; their targets are overwritten by those for training.
        scenes: Rasters of the job.
        reporter: For messages on overlapping areas and unused labels, progress and cancellation.

    Raises:
        LabelError: The areas cannot be read, touch no scene, have unknown values or leave no labels.
        DiskFullError: The disk is full.
        OutputError: A target cannot be written.
    """
    num_classes = len(labels.classes)
    areas = _read_areas(job, scenes, reporter)
    if not areas:
        unused = np.zeros((len(scenes), num_classes), dtype=np.int64)
        return SplitLabels(labels.classes, labels.targets, None, None, unused)
    _report_overlaps(areas, scenes, reporter)
    held = [value for value in (VALIDATION, TEST) if any(value in each for each in areas)]
    cell = cell_size(scenes, job.chip_size, num_classes)
    splitters = [
        _SceneSplitter(scene, target, _drawn(each, by_default=not job.split), held, cell)
        for scene, target, each in zip(scenes, labels.targets, areas, strict=True)
    ]
    _run(splitters, reporter)
    if not any(each.has_training_labels for each in splitters):
        raise LabelError(
            "There are no training labels outside the areas for validation and test.",
            "Draw areas for training where there are labels.",
        )
    unused = np.array([each.unused[:num_classes] for each in splitters])
    if unused.any():
        reporter.info(f"{unused.sum():,} labelled pixels lie outside all split areas and are not used.")
    subsets = {
        value: HeldLabels(
            tuple(each.targets[value] for each in splitters), tuple(each.cells[value] for each in splitters)
        )
        for value in held
    }
    return SplitLabels(labels.classes, labels.targets, subsets.get(VALIDATION), subsets.get(TEST), unused)


Areas = dict[str, np.ndarray]
"""Polygons by subset, in pixel coordinates of a scene; only subsets that the job has areas for."""


def _read_areas(job: TrainJob | CompareJob, scenes: Sequence[Scene], reporter: Reporter) -> list[Areas]:
    """The areas on each scene; an empty list if the job has none."""
    found: list[Areas] = [{} for _ in scenes]
    if job.split:
        layer = read_polygons(job.split, job.split_field, reporter)
        values = _values(layer, job.split_field)
        for areas, (_, polygons, numbers) in zip(
            found, project_layer(layer, scenes, "split areas", reporter), strict=True
        ):
            areas |= {value: polygons[values[numbers] == value] for value in np.unique(values).tolist()}
    if isinstance(job, CompareJob) and job.test_area:
        layer = read_polygons(job.test_area, None, reporter)
        for areas, (_, polygons, _) in zip(
            found, project_layer(layer, scenes, "test areas", reporter), strict=True
        ):
            areas[TEST] = np.concatenate([areas.get(TEST, polygons[:0]), polygons])
    return found if any(found) else []


def _values(layer: PolygonLayer, field: str) -> np.ndarray:
    """The subset of each polygon, text (n,)."""
    texts = ["" if null else str(v) for v, null in zip(layer.values, layer.is_null, strict=True)]
    values = [text.strip().casefold() for text in texts]
    known = ", ".join(SPLIT_VALUES)
    unknown = Counter(text for text, value in zip(texts, values, strict=True) if value not in CODES)
    if unknown:
        shown = ", ".join(f"'{text}'" if text else "empty" for text in list(unknown)[:8])
        raise LabelError(
            f"The field '{field}' of '{layer.name}' gives the subset of each area, but in "
            f"{_polygons(unknown.total())} it is {shown}.",
            f"Set it to one of {known}; upper and lower case are the same.",
        )
    if TRAIN not in values:
        raise LabelError(
            f"No polygon of '{layer.name}' is for training, and pixels outside all polygons are not used.",
            f"Draw at least one and set its field '{field}' to '{TRAIN}'.",
        )
    return np.array(values)


def _polygons(count: int) -> str:
    return "1 polygon" if count == 1 else f"{count} polygons"


def _drawn(areas: Areas, *, by_default: bool) -> tuple[PixelPolygons, int]:
    """The areas of a scene in drawing order, and the code of pixels outside all of them."""
    drawn = [(areas[value], code) for value, code in CODES.items() if value in areas]
    polygons = np.concatenate([polygons for polygons, _ in drawn])
    codes = np.concatenate([np.full(len(polygons), code, dtype=np.uint8) for polygons, code in drawn])
    return PixelPolygons(polygons, codes), CODES[TRAIN] if by_default else NO_AREA


class _SceneSplitter:
    """Splits the labels of one scene.

    Args:
        scene: The scene.
        target: Its labels; replaced by those for training at the end.
        drawn: Its areas, and the code of pixels outside all of them.
        held: The subsets to hold out; a raster is written for each.
        cell: Side of a cell, pixels.

    Attributes:
        targets: The raster of each held-out subset.
        cells: Cells with a pixel of that subset, labelled or not.
        has_training_labels: Whether any labelled pixel is left for training.
        unused: Pixels outside all areas by class index, int64 (256,).
    """

    def __init__(
        self,
        scene: Scene,
        target: Path,
        drawn: tuple[PixelPolygons, int],
        held: Sequence[str],
        cell: int,
    ) -> None:
        self._scene, self._target, (self._areas, self._fill), self._cell = scene, target, drawn, cell
        self.windows = scene.windows(BLOCK)
        self.targets = {value: target.with_name(f"{value}_{target.name}") for value in held}
        shape = (-(-scene.height // cell), -(-scene.width // cell))
        self.cells = {value: np.zeros(shape, dtype=bool) for value in held}
        self.has_training_labels = False
        self.unused = np.zeros(IGNORE_INDEX + 1, dtype=np.int64)

    def split_labels(self) -> Iterator[None]:
        """Write the rasters window by window; yields after each window, for progress."""
        training = self._target.with_name(f"{TRAIN}_{self._target.name}")
        with contextlib.ExitStack() as stack:
            labels = stack.enter_context(rasterio.open(self._target))
            writers = {
                value: stack.enter_context(create_raster(path, self._scene, 1, "uint8", IGNORE_INDEX))
                for value, path in {TRAIN: training, **self.targets}.items()
            }
            for window in self.windows:
                self._split_window(labels.read(1, window=window), window, writers)
                yield
        training.replace(self._target)

    def _split_window(self, target: np.ndarray, window: Window, writers: dict[str, RasterWriter]) -> None:
        codes = self._areas.burn(window, self._fill)
        for value, writer in writers.items():
            inside = codes == CODES[value]
            if not inside.any():  # blocks that are not written are nodata, so they are ignored
                continue
            subset = np.where(inside, target, np.uint8(IGNORE_INDEX))
            writer.write(subset, 1, window=window)
            if value == TRAIN:
                self.has_training_labels |= bool((subset != IGNORE_INDEX).any())
            else:
                where, touched = touched_cells(inside, window, self._cell)
                self.cells[value][where] |= touched
        for rows in range(0, len(codes), BLOCK):  # counting takes eight bytes per pixel
            left_out = target[rows : rows + BLOCK][codes[rows : rows + BLOCK] == NO_AREA]
            self.unused += np.bincount(left_out, minlength=len(self.unused))


def _run(splitters: Sequence[_SceneSplitter], reporter: Reporter) -> None:
    done, total = 0, sum(len(each.windows) for each in splitters)
    for each in splitters:
        for _ in each.split_labels():
            done += 1
            reporter.progress(done, total, "blocks", "Splitting the labels")


def _labelled_windows(
    value: str, held: HeldLabels, scenes: Sequence[Scene], index: ChipIndex, reporter: Reporter
) -> tuple[Windows, np.ndarray]:
    """Windows around the labels of a held-out subset, and its pixels of each class, int64 (scenes, C)."""
    counted = index_chips(scenes, held.targets, index.chip_size, index.num_classes, reporter)
    pixels = np.array([counts.sum(axis=(0, 1), dtype=np.int64) for counts in counted.counts])
    if not pixels.any():
        raise LabelError(
            f"The areas for {value} have no labelled pixel.",
            "Draw them where there are labels, or remove them.",
        )
    return tuple(counted.labelled_windows(n, WINDOW_SIDE) for n in range(len(scenes))), pixels


def _report_overlaps(areas: Sequence[Areas], scenes: Sequence[Scene], reporter: Reporter) -> None:
    """Warn of areas of different subsets that overlap."""
    for number, value in enumerate(SPLIT_VALUES):
        for winner in SPLIT_VALUES[number + 1 :]:
            pairs = [(each.get(value), each.get(winner)) for each in areas]
            square_metres = sum(
                _overlap(*pair) * scene.pixel_size_m**2 for scene, pair in zip(scenes, pairs, strict=True)
            )
            if square_metres:
                reporter.warning(
                    f"Areas for {value} and for {winner} overlap on {square_metres:,.0f} m², "
                    f"which is used for {winner}."
                )


def _overlap(lower: np.ndarray | None, higher: np.ndarray | None) -> float:
    """Area of the intersection of two sets of polygons, square pixels; 0 if it is due to rounding."""
    if lower is None or higher is None:
        return 0.0
    # Reprojected outlines may intersect themselves.
    one, other = (shapely.union_all(shapely.make_valid(polygons)) for polygons in (lower, higher))
    shared = float(shapely.area(shapely.intersection(one, other)))
    return shared if shared > LEAST_OVERLAP else 0.0
