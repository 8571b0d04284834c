"""Preparation of the training data: split, candidate chips, class and band statistics, class weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...contract.catalog.entries import nearest
from ...contract.catalog.training import MONITORED_METRICS
from ...contract.classes import ClassTable
from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import SettingsError
from ...contract.messages.reporter import Reporter
from ...contract.model_card import Band
from ...contract.texts.weights import parse_weighting, weights_for_classes
from ...geodata.chips.class_weights import class_weights
from ...geodata.chips.index import Candidates, ChipIndex, ClassStatistics, index_chips
from ...geodata.chips.sampling import expected_shares, sampling_weights
from ...geodata.raster.scene import Scene, open_scene
from ...geodata.split.areas import SplitLabels
from ...geodata.split.band_statistics import band_statistics
from ...geodata.split.split import Split
from ..augment.copy_paste import Donors
from ..augment.pipeline import Augmentation
from ..validation.scored_area import ScoredArea
from .holdout import choose_split, report_split


@dataclass(frozen=True)
class TrainingData:
    """Everything a training needs of its data.

    Attributes:
        scenes: The rasters.
        targets: Their class rasters for training; these contain the validation blocks as well.
        validation_targets: Their class rasters for validation.
        test_targets: Their class rasters for test; empty without test areas.
        classes: The class table.
        index: Class counts of all cells in ``targets``.
        split: Windows for validation and test, and the buffer around them.
        candidates: Where training chips may lie.
        sampling_weights: Probability of each candidate, float64 (n,).
        statistics: Pixels of each class in the training area.
        bands: Statistics of the bands in the training area.
        weights: Weight of each class in the loss.
        augmentation: Draws the augmentation of each chip.
    """

    scenes: Sequence[Scene]
    targets: Sequence[Scene]
    validation_targets: Sequence[Scene]
    test_targets: Sequence[Scene]
    classes: ClassTable
    index: ChipIndex
    split: Split
    candidates: Candidates
    sampling_weights: np.ndarray
    statistics: ClassStatistics
    bands: tuple[Band, ...]
    weights: tuple[float, ...]
    augmentation: Augmentation

    def close(self) -> None:
        """Close all rasters: Windows cannot remove an open file."""
        for scene in (*self.scenes, *self.targets, *self.validation_targets, *self.test_targets):
            scene.close()

    def validation_area(self, tile_size: int) -> ScoredArea:
        """The area that is scored after each epoch, with tiles of that side."""
        return ScoredArea(self.scenes, self.validation_targets, self.split.validation, tile_size)

    def test_area(self, tile_size: int) -> ScoredArea | None:
        """The area that is scored at the end, with tiles of that side; None without test areas."""
        if not self.test_targets:
            return None
        return ScoredArea(self.scenes, self.test_targets, self.split.test, tile_size)


def prepare(job: TrainJob, scenes: Sequence[Scene], labels: SplitLabels, reporter: Reporter) -> TrainingData:
    """Count the classes, choose the split, and compute band statistics, sampling and class weights.

    Args:
        job: The settings.
        scenes: The rasters, open.
        labels: The class rasters on the grids of the scenes, by subset.
        reporter: Receives progress and messages; may cancel.

    Raises:
        CoreError: The labels or the rasters are unfit.
    """
    index = index_chips(scenes, labels.training, job.chip_size, len(labels.classes), reporter)
    split = choose_split(job, scenes, labels, index, reporter)
    report_split(split, labels.classes, reporter)
    _require_monitored(job.monitor, labels.classes, split)
    statistics = index.class_statistics(split.seen)
    candidates = index.candidates(split.closed)
    weights = sampling_weights(candidates, job.sampling)
    targets = _open(labels.training)
    data = TrainingData(
        scenes,
        targets,
        _open(labels.validation.targets) if labels.validation else targets,
        _open(labels.test.targets) if labels.test else [],
        labels.classes,
        index,
        split,
        candidates,
        weights,
        statistics,
        band_statistics(scenes, split, index, reporter),
        _choose_weights(job.class_weights, labels.classes, statistics),
        Augmentation(job.augmentation, scenes[0].count, Donors(candidates, statistics.pixel_counts)),
    )
    _report_classes(data, reporter)
    _report_copies(data, reporter)
    return data


def _open(paths: Sequence[Path]) -> list[Scene]:
    return [open_scene(path) for path in paths]


def _choose_weights(text: str, classes: ClassTable, statistics: ClassStatistics) -> tuple[float, ...]:
    """Weight of each class in the loss, by network index."""
    if parse_weighting(text) is None:
        return tuple(weights_for_classes(text, classes.names))
    weights = class_weights(text, statistics.pixel_counts, statistics.present_pixels)
    return tuple(float(weight) for weight in weights)


def _require_monitored(monitor: str, classes: ClassTable, split: Split) -> None:
    """Refuse to monitor a class that does not exist, or that validation lacks."""
    if monitor not in (*MONITORED_METRICS, *classes.names):
        raise SettingsError(
            f"Monitored metric: there is no class '{monitor}'.",
            nearest(monitor, (*MONITORED_METRICS, *classes.names)),
        )
    missing = [classes[number].name for number in split.missing_in_validation if any(split.validation)]
    if monitor in missing:
        raise SettingsError(
            f"Monitored metric: '{monitor}' is not in the validation set, so no epoch has a score for it.",
            "Choose 'mean IoU' or another class, or label more of it elsewhere.",
        )


def _report_classes(data: TrainingData, reporter: Reporter) -> None:
    """A line per class: its share of the pixels, its share as sampled, and its weight."""
    counts = data.statistics.pixel_counts
    seen = expected_shares(data.candidates, data.sampling_weights)
    for entry, count, weight, share_seen in zip(data.classes, counts, data.weights, seen, strict=True):
        share = count / max(counts.sum(), 1)
        reporter.info(
            f"Class {entry.value} '{entry.name}': {share:.3%} of training pixels, {share_seen:.3%} of those "
            f"seen, weight {weight:.4g}"
        )


def _report_copies(data: TrainingData, reporter: Reporter) -> None:
    """The classes that copy-paste copies, if it is in force."""
    if data.augmentation.copies:
        rare = [f"'{data.classes[index].name}'" for index in data.augmentation.donors.rare.tolist()]
        reporter.info(
            f"Rare classes for copy-paste: {', '.join(rare)}."
            if rare
            else "No class is rare enough for copy-paste."
        )
