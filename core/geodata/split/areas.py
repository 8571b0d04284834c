"""The user's own split: polygons for training, validation and test, and the labels taken apart by them."""

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
from ..labels.pixel_polygons import PixelPolygons, place_layer
from ..labels.polygons import PolygonLayer, read_polygons
from ..labels.targets import Labels
from ..raster.scene import Scene
from ..raster.windows import BLOCK
from ..raster.writing import RasterWriter, create_raster
from .split import Cells, HeldOut, Windows, nothing_held_out

CODES = {value: code for code, value in enumerate(SPLIT_VALUES)}
"""What is burnt for each kind of area; where several lie, the highest counts."""

NO_AREA = 255

WINDOW_SIDE = 1024
"""About the side of the squares of a raster that are looked through for labels, pixels."""

LEAST_OVERLAP = 1.0
"""Smaller overlaps come from rounding where areas share a border, pixels."""


@dataclass(frozen=True)
class HeldLabels:
    """Labels that are held out of training.

    Attributes:
        targets: For each scene a uint8 raster of class indices, 255 outside their areas.
        cells: Cells with a pixel in their areas, labelled or not.
    """

    targets: tuple[Path, ...]
    cells: Cells


@dataclass(frozen=True)
class SplitLabels:
    """The labels of a job, taken apart. Plain data: another process can go on with it.

    Attributes:
        classes: The class table.
        training: For each scene a uint8 raster of class indices: 255 where nothing is to be learned.
        validation: What the user keeps for validation; None where blocks are to be chosen.
        test: What the user keeps for test; None for nothing.
        unused_pixels: Labelled pixels of each class in no area, int64 (scenes, C).
    """

    classes: ClassTable
    training: tuple[Path, ...]
    validation: HeldLabels | None
    test: HeldLabels | None
    unused_pixels: np.ndarray

    def held_out(self, scenes: Sequence[Scene], index: ChipIndex, reporter: Reporter) -> HeldOut:
        """What the areas keep from training.

        Args:
            scenes: The scenes.
            index: Of the labels for training.
            reporter: Shows progress and cancels.

        Returns:
            Windows, cells and labelled pixels of validation and test.

        Raises:
            LabelError: There are areas for one of them, but no label in any.
        """
        held = replace(nothing_held_out(index), unused_pixels=self.unused_pixels)
        if self.validation:
            windows, pixels = _labels_of(VALIDATION, self.validation, scenes, index, reporter)
            cells = self.validation.cells
            held = replace(held, validation=windows, validation_cells=cells, validation_pixels=pixels)
        if self.test:
            windows, pixels = _labels_of(TEST, self.test, scenes, index, reporter)
            held = replace(held, test=windows, test_cells=self.test.cells, test_pixels=pixels)
        return held


def split_labels(
    job: TrainJob | CompareJob, labels: Labels, scenes: Sequence[Scene], reporter: Reporter
) -> SplitLabels:
    """Take the labels of a job apart by its split areas and its test area.

    A pixel belongs to the areas that hold its centre; where several do, test wins over validation, and
    validation over training. Pixels in no area are for nothing if the job has split areas, else for training.

    Args:
        job: Gives areas and chip size.
        labels: The labels; their targets become those for training.
        scenes: Rasters of the job.
        reporter: Told what overlaps and what is not used; shows progress and cancels.

    Returns:
        The parts; without areas all is for training.

    Raises:
        LabelError: The areas cannot be read, touch no scene, have unknown values, or leave nothing to learn.
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
    work = [
        _Scene(scene, target, _drawn(each, by_default=not job.split), held, cell)
        for scene, target, each in zip(scenes, labels.targets, areas, strict=True)
    ]
    _run_through(work, reporter)
    if not any(each.is_learned for each in work):
        raise LabelError(
            "There is no label to learn from outside the areas for validation and test.",
            "Draw areas for training where there are labels.",
        )
    unused = np.array([each.unused[:num_classes] for each in work])
    if unused.any():
        reporter.info(f"{unused.sum():,} labelled pixels lie in no split area and are not used.")
    parts = {
        value: HeldLabels(
            tuple(each.targets[value] for each in work), tuple(each.cells[value] for each in work)
        )
        for value in held
    }
    return SplitLabels(labels.classes, labels.targets, parts.get(VALIDATION), parts.get(TEST), unused)


Areas = dict[str, np.ndarray]
"""Polygons of a scene in its pixels by what they are for; without those that no scene has."""


def _read_areas(job: TrainJob | CompareJob, scenes: Sequence[Scene], reporter: Reporter) -> list[Areas]:
    """The areas on each scene; empty where the job has none."""
    found: list[Areas] = [{} for _ in scenes]
    if job.split:
        layer = read_polygons(job.split, job.split_field, reporter)
        values = _values(layer, job.split_field)
        for areas, (_, polygons, numbers) in zip(
            found, place_layer(layer, scenes, "split areas", reporter), strict=True
        ):
            areas |= {value: polygons[values[numbers] == value] for value in np.unique(values).tolist()}
    if isinstance(job, CompareJob) and job.test_area:
        layer = read_polygons(job.test_area, None, reporter)
        for areas, (_, polygons, _) in zip(
            found, place_layer(layer, scenes, "test areas", reporter), strict=True
        ):
            areas[TEST] = np.concatenate([areas.get(TEST, polygons[:0]), polygons])
    return found if any(found) else []


def _values(layer: PolygonLayer, field: str) -> np.ndarray:
    """What each polygon is for, text (n,)."""
    texts = ["" if null else str(v) for v, null in zip(layer.values, layer.is_null, strict=True)]
    values = [text.strip().casefold() for text in texts]
    known = ", ".join(SPLIT_VALUES)
    unknown = Counter(text for text, value in zip(texts, values, strict=True) if value not in CODES)
    if unknown:
        shown = ", ".join(f"'{text}'" if text else "nothing" for text in list(unknown)[:8])
        raise LabelError(
            f"The field '{field}' of '{layer.name}' says what each area is for, but in "
            f"{_polygons(unknown.total())} it holds {shown}.",
            f"Write one of {known} there; capital letters do not matter.",
        )
    if TRAIN not in values:
        raise LabelError(
            f"No polygon of '{layer.name}' is for training: pixels in no polygon are not used.",
            f"Draw at least one and write '{TRAIN}' into its field '{field}'.",
        )
    return np.array(values)


def _polygons(count: int) -> str:
    return "1 polygon" if count == 1 else f"{count} polygons"


def _drawn(areas: Areas, *, by_default: bool) -> tuple[PixelPolygons, int]:
    """The areas of a scene in the order in which they are drawn, and the code of pixels in none."""
    drawn = [(areas[value], code) for value, code in CODES.items() if value in areas]
    polygons = np.concatenate([polygons for polygons, _ in drawn])
    codes = np.concatenate([np.full(len(polygons), code, dtype=np.uint8) for polygons, code in drawn])
    return PixelPolygons(polygons, codes), CODES[TRAIN] if by_default else NO_AREA


class _Scene:
    """A scene whose labels are taken apart.

    Args:
        scene: The scene.
        target: Its labels; in the end those for training.
        drawn: Its areas, and the code of pixels in none.
        held: What is to be held out; a raster is written for each.
        cell: Side of a cell, pixels.

    Attributes:
        targets: The rasters of what is held out.
        cells: Cells with a pixel of it, labelled or not.
        is_learned: Whether there is a label for training.
        unused: Pixels in no area by class index, int64 (256,).
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
        self.is_learned = False
        self.unused = np.zeros(IGNORE_INDEX + 1, dtype=np.int64)

    def split_labels(self) -> Iterator[None]:
        """Go through the scene; gives a sign after each of its windows."""
        training = self._target.with_name(f"{TRAIN}_{self._target.name}")
        with contextlib.ExitStack() as stack:
            labels = stack.enter_context(rasterio.open(self._target))
            writers = {
                value: stack.enter_context(create_raster(path, self._scene, 1, "uint8", IGNORE_INDEX))
                for value, path in {TRAIN: training, **self.targets}.items()
            }
            for window in self.windows:
                self._take_window(labels.read(1, window=window), window, writers)
                yield
        training.replace(self._target)

    def _take_window(self, target: np.ndarray, window: Window, writers: dict[str, RasterWriter]) -> None:
        codes = self._areas.burn(window, self._fill)
        for value, writer in writers.items():
            inside = codes == CODES[value]
            if not inside.any():  # what is not written is nodata: nothing to learn or to score
                continue
            part = np.where(inside, target, np.uint8(IGNORE_INDEX))
            writer.write(part, 1, window=window)
            if value == TRAIN:
                self.is_learned |= bool((part != IGNORE_INDEX).any())
            else:
                where, touched = touched_cells(inside, window, self._cell)
                self.cells[value][where] |= touched
        for rows in range(0, len(codes), BLOCK):  # counting takes eight bytes a pixel
            left_out = target[rows : rows + BLOCK][codes[rows : rows + BLOCK] == NO_AREA]
            self.unused += np.bincount(left_out, minlength=len(self.unused))


def _run_through(work: Sequence[_Scene], reporter: Reporter) -> None:
    done, total = 0, sum(len(each.windows) for each in work)
    for each in work:
        for _ in each.split_labels():
            done += 1
            reporter.progress(done, total, "blocks", "Taking the labels apart")


def _labels_of(
    value: str, held: HeldLabels, scenes: Sequence[Scene], index: ChipIndex, reporter: Reporter
) -> tuple[Windows, np.ndarray]:
    """Windows around the labels that are held out, and their pixels of each class, int64 (scenes, C)."""
    counted = index_chips(scenes, held.targets, index.chip_size, index.num_classes, reporter)
    pixels = np.array([counts.sum(axis=(0, 1), dtype=np.int64) for counts in counted.counts])
    if not pixels.any():
        raise LabelError(
            f"The areas for {value} hold no labelled pixel.",
            "Draw them where there are labels, or leave them out.",
        )
    return tuple(counted.labelled_windows(n, WINDOW_SIDE) for n in range(len(scenes))), pixels


def _report_overlaps(areas: Sequence[Areas], scenes: Sequence[Scene], reporter: Reporter) -> None:
    """Say where areas of different parts overlap, and which of them counts."""
    for number, value in enumerate(SPLIT_VALUES):
        for winner in SPLIT_VALUES[number + 1 :]:
            pairs = [(each.get(value), each.get(winner)) for each in areas]
            square_metres = sum(
                _overlap(*pair) * scene.pixel_size_m**2 for scene, pair in zip(scenes, pairs, strict=True)
            )
            if square_metres:
                reporter.warning(
                    f"Areas for {value} and for {winner} overlap on {square_metres:,.0f} m²; "
                    f"there it is {winner} that counts."
                )


def _overlap(lower: np.ndarray | None, higher: np.ndarray | None) -> float:
    """Area that two sets of polygons share, square pixels; 0 for what rounding makes."""
    if lower is None or higher is None:
        return 0.0
    # Reprojected outlines may cross themselves.
    one, other = (shapely.union_all(shapely.make_valid(polygons)) for polygons in (lower, higher))
    shared = float(shapely.area(shapely.intersection(one, other)))
    return shared if shared > LEAST_OVERLAP else 0.0
