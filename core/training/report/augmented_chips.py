"""A few training chips for the report, each before and after augmentation."""

from __future__ import annotations

import numpy as np
import torch

from ...contract.jobs.train import TrainJob
from ...evaluation.figures import IGNORED_COLOUR, display_rgb
from ...evaluation.training_report import AugmentedChip
from ...geodata.chips.sampling import sample_positions, sampling_weights
from ...models.normalise import Normalise
from ..augment.pipeline import Augmentation, augment
from ..data.loader import Batch, load_batches
from ..data.preparation import TrainingData

SHOWN_CHIPS = 4

LARGEST_SIDE = 256
"""Pixels. Larger chips are decimated (every second pixel, every third …) to keep the report small."""

EPOCH = 0
"""Training counts from 1: the chips shown are drawn like those of training, but are not among them."""


def augmented_chips(job: TrainJob, data: TrainingData) -> list[AugmentedChip]:
    """Chips drawn with balanced sampling, each before and after; none where nothing is augmented."""
    if not data.augmentation.is_in_force:
        return []
    plain = Augmentation("none", len(data.bands), data.augmentation.donors)
    weights = sampling_weights(data.candidates, "balanced")
    positions = sample_positions(data.candidates, weights, SHOWN_CHIPS, job.seed, EPOCH)
    before, after = (
        _pictures(batch, data)
        for augmentation in (plain, data.augmentation)
        for batch in load_batches(
            data.scenes, data.targets, positions, job.chip_size, SHOWN_CHIPS, augmentation
        )
    )
    return [AugmentedChip(*old, *new) for old, new in zip(before, after, strict=True)]


def _pictures(batch: Batch, data: TrainingData) -> list[tuple[np.ndarray, np.ndarray]]:
    """Image (white where not valid) and target of each chip, as the network gets them."""
    normalise = Normalise(data.bands)
    values = normalise(batch.values, batch.valid)
    values, valid, target = augment(values, batch.valid, batch.target, batch.params)
    values = (values - normalise.offset) / normalise.scale
    step = -(-target.shape[-1] // LARGEST_SIDE)
    planes = [plane[..., ::step, ::step].numpy() for plane in (values, valid, target.to(torch.uint8))]
    white = np.array(IGNORED_COLOUR, np.uint8)
    return [
        (np.where(usable[..., np.newaxis], display_rgb(chip, data.bands), white), labels)
        for chip, usable, labels in zip(*planes, strict=True)
    ]
