"""Which chips an epoch sees: random places in the training area, fixed by seed and epoch alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..geodata.chips import Candidates
from .augmentation import draw_colours

STEPS_PER_EPOCH = 25
"""Least steps of an epoch: with fewer, validation and saving would take more time than learning."""

COVERAGE = 2
"""An epoch holds as many chips as cover the training area this often, so that little is missed."""


@dataclass(frozen=True)
class ChipPlaces:
    """Where the chips of an epoch lie and how each is varied; arrays of integers (n,) unless said otherwise.

    Attributes:
        scene: Index of the scene.
        row: First pixel row.
        col: First pixel column.
        turn: 0 to 7, one of the square's eight symmetries.
        contrast: float32 (n, bands).
        brightness: float32 (n, bands).
    """

    scene: np.ndarray
    row: np.ndarray
    col: np.ndarray
    turn: np.ndarray
    contrast: np.ndarray
    brightness: np.ndarray

    def __len__(self) -> int:
        """Number of chips."""
        return len(self.scene)


def chips_per_epoch(training_pixels: int, chip_size: int, batch_size: int) -> int:
    """How many chips an epoch has: whole batches.

    Args:
        training_pixels: Labelled pixels outside the validation blocks.
        chip_size: Side of a chip.
        batch_size: Chips of a batch.

    Returns:
        A multiple of ``batch_size``.
    """
    batches = -(-COVERAGE * training_pixels // (chip_size**2 * batch_size))
    return max(batches, STEPS_PER_EPOCH) * batch_size


def sample_places(candidates: Candidates, count: int, bands: int, seed: int, epoch: int) -> ChipPlaces:
    """Draw the chips of an epoch, each candidate with the same chance, moved by less than a cell.

    Args:
        candidates: Where chips may start.
        count: How many chips.
        bands: Bands of a chip.
        seed: The job's seed.
        epoch: Number of the epoch; each has its own draw, whatever was drawn before.

    Returns:
        The places, in the order in which they are learned from.
    """
    rng = np.random.default_rng((seed, epoch))
    chosen = rng.integers(len(candidates.row), size=count)
    return ChipPlaces(
        candidates.scene[chosen],
        candidates.row[chosen] + rng.integers(candidates.row_slack[chosen]),
        candidates.col[chosen] + rng.integers(candidates.col_slack[chosen]),
        rng.integers(8, size=count),
        *draw_colours(rng, count, bands),
    )
