"""What has to be known of the data before the first step: classes, blocks, places, statistics, weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..contract.catalog import SELECTIONS, nearest
from ..contract.classes import ClassTable
from ..contract.errors import SettingsError
from ..contract.jobs import TrainJob
from ..contract.model_card import Band
from ..contract.reporter import Reporter
from ..contract.weights_text import parse_weighting, weights_for_classes
from ..geodata.chips import Candidates, ChipIndex, ClassStatistics, index_chips
from ..geodata.labels import Labels
from ..geodata.raster import Scene, open_scene
from ..geodata.splits import Split, split_blocks
from ..geodata.statistics import band_statistics
from ..geodata.weights import class_weights
from .augmentation import Augmentation
from .copy_paste import Donors
from .sampling import expected_shares, place_chances


@dataclass(frozen=True)
class TrainingData:
    """All that is known of the data before the first step.

    Attributes:
        scenes: The rasters.
        targets: Their class rasters.
        classes: The class table.
        index: Class counts of all places.
        split: Validation blocks.
        candidates: Where training chips may lie.
        chances: How likely each of these is to be drawn, float64 (n,).
        statistics: Pixels of each class in the training area.
        bands: Statistics of the bands there.
        weights: Weight of each class in the loss.
        augmentation: How the chips are varied.
    """

    scenes: Sequence[Scene]
    targets: Sequence[Scene]
    classes: ClassTable
    index: ChipIndex
    split: Split
    candidates: Candidates
    chances: np.ndarray
    statistics: ClassStatistics
    bands: tuple[Band, ...]
    weights: tuple[float, ...]
    augmentation: Augmentation

    def close(self) -> None:
        """Close all rasters; Windows removes no file that is open."""
        for scene in (*self.scenes, *self.targets):
            scene.close()


def prepare(job: TrainJob, scenes: Sequence[Scene], labels: Labels, reporter: Reporter) -> TrainingData:
    """Class counts taken, blocks chosen, bands measured.

    Args:
        job: The job.
        scenes: Its rasters.
        labels: The class rasters on the grids of the scenes.
        reporter: Told what happens.

    Returns:
        The data.

    Raises:
        CoreError: The labels or the rasters are unfit.
    """
    targets = [open_scene(str(path)) for path in labels.targets]
    index = index_chips(scenes, labels.targets, job.chip_size, len(labels.classes), reporter)
    split = split_blocks(index, job.validation, job.seed)
    for number in split.missing_in_validation if job.validation else ():
        reporter.warning(
            f"'{labels.classes[number].name}' lies in too few places to be in validation as well: it is "
            "learned, but its score cannot be measured. More labels of it help."
        )
    _require_selection(job.selection, labels.classes)
    statistics = index.class_statistics(split)
    candidates = index.candidates(split)
    chances = place_chances(candidates, job.sampling)
    data = TrainingData(
        scenes,
        targets,
        labels.classes,
        index,
        split,
        candidates,
        chances,
        statistics,
        band_statistics(scenes, split, index, reporter),
        _choose_weights(job.class_weights, labels.classes, statistics),
        Augmentation(job.augmentation, scenes[0].count, Donors(candidates, statistics.pixel_counts)),
    )
    _tell_classes(data, reporter)
    _tell_copies(data, reporter)
    return data


def _choose_weights(text: str, classes: ClassTable, statistics: ClassStatistics) -> tuple[float, ...]:
    """Weight of each class in the loss, by network index."""
    if parse_weighting(text) is None:
        return tuple(weights_for_classes(text, classes.names))
    weights = class_weights(text, statistics.pixel_counts, statistics.present_pixels)
    return tuple(float(weight) for weight in weights)


def _require_selection(selection: str, classes: ClassTable) -> None:
    """Refuse to choose the best epoch by a class that is not there."""
    if selection not in (*SELECTIONS, *classes.names):
        raise SettingsError(
            f"Best epoch by: there is no class '{selection}'.",
            nearest(selection, (*SELECTIONS, *classes.names)),
        )


def _tell_classes(data: TrainingData, reporter: Reporter) -> None:
    """The classes with their shares and their weight, one line each."""
    counts = data.statistics.pixel_counts
    seen = expected_shares(data.candidates, data.chances)
    for entry, count, weight, share_seen in zip(data.classes, counts, data.weights, seen, strict=True):
        share = count / max(counts.sum(), 1)
        reporter.info(
            f"Class {entry.value} '{entry.name}': {share:.3%} of training pixels, {share_seen:.3%} of those "
            f"seen, weight {weight:.4g}"
        )


def _tell_copies(data: TrainingData, reporter: Reporter) -> None:
    """Which classes are copied to other places, if that is wanted."""
    if data.augmentation.copies:
        rare = [f"'{data.classes[index].name}'" for index in data.augmentation.donors.rare.tolist()]
        reporter.info(
            f"Copied to other places, because rare: {', '.join(rare)}."
            if rare
            else "No class is rare enough to be copied to other places."
        )
