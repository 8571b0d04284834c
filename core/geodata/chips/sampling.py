"""Sampling: the random chip positions of an epoch, by sampling weights that may favour rare classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .index import Candidates

STEPS_PER_EPOCH = 25
"""Least steps of an epoch: with fewer, validation and saving would take longer than training."""

COVERAGE = 2
"""An epoch's chips cover the training area this many times, so that little of it is missed."""


class ChipPosition(NamedTuple):
    """Position of a chip.

    Attributes:
        scene: Index of the scene.
        row: First pixel row.
        col: First pixel column.
    """

    scene: int
    row: int
    col: int


@dataclass(frozen=True)
class ChipPositions:
    """Positions of the chips of an epoch; integer arrays with an entry per chip.

    Attributes:
        scene: Index of the scene, (n,).
        row: First pixel row, (n,).
        col: First pixel column, (n,).
        stream: Key of each chip's random generator: the job's seed, the epoch, and the chip's number in the
            epoch, (n, 3).
    """

    scene: np.ndarray
    row: np.ndarray
    col: np.ndarray
    stream: np.ndarray

    def __len__(self) -> int:
        """Number of chips."""
        return len(self.scene)

    def at(self, number: int) -> ChipPosition:
        """The position of a chip."""
        return ChipPosition(int(self.scene[number]), int(self.row[number]), int(self.col[number]))

    def generator(self, number: int) -> np.random.Generator:
        """A chip's own random generator: the same whichever thread or process reads the chip, and when."""
        seed, *key = self.stream[number].tolist()
        return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=key))


def chips_per_epoch(training_pixels: int, chip_size: int, batch_size: int) -> int:
    """Number of chips of an epoch, a multiple of ``batch_size``.

    Args:
        training_pixels: Labelled pixels outside the validation blocks.
        chip_size: Side of a chip, pixels.
        batch_size: Chips per step.
    """
    batches = -(-COVERAGE * training_pixels // (chip_size**2 * batch_size))
    return max(batches, STEPS_PER_EPOCH) * batch_size


def sampling_weights(candidates: Candidates, sampling: str) -> np.ndarray:
    """Probability with which each candidate is drawn.

    ``uniform``: the same for all. ``balanced``: a class is drawn first, each with the same probability, then
    a candidate by its pixels of the class, so that every pixel of a class is as likely as any other to be in
    a chip. ``repeat factor``: proportional to ``1 / sqrt(f)``, with f the share of the candidates that hold
    the candidate's rarest class (Gupta, Dollár, Girshick 2019, arXiv:1908.03195, with threshold 1).
    ``mixed``: half the probability is that of ``balanced``, half is proportional to a candidate's labelled
    pixels, so that common classes are seen as they are, and few chips lie mostly outside the labelled area.

    Args:
        candidates: Where chips may start.
        sampling: A name in the catalog's ``SAMPLINGS``.

    Returns:
        float64 (n,), sum 1.
    """
    histograms = candidates.histograms
    present = np.flatnonzero(histograms.any(axis=0))
    weights = np.zeros(len(candidates))
    if sampling == "uniform":
        weights[:] = 1
    elif sampling in ("balanced", "mixed"):
        for index in present:
            weights += histograms[:, index] / histograms[:, index].sum(dtype=np.int64)
        if sampling == "mixed":
            labelled = histograms.sum(axis=1, dtype=np.int64)
            weights += len(present) * labelled / labelled.sum()
    else:
        for index in present:
            holds = histograms[:, index] > 0
            np.maximum(weights, holds / np.sqrt(holds.mean()), out=weights)
    weights /= weights.sum()
    return weights


def expected_shares(candidates: Candidates, weights: np.ndarray) -> np.ndarray:
    """Expected share of each class among the labelled pixels of the sampled chips.

    Args:
        candidates: Where chips may start.
        weights: Their sampling weights, (n,).

    Returns:
        float64 (C,), sum 1.
    """
    shares: np.ndarray = weights @ candidates.histograms
    shares /= shares.sum()
    return shares


def sample_positions(
    candidates: Candidates, weights: np.ndarray, count: int, seed: int, epoch: int
) -> ChipPositions:
    """Draw the chips of an epoch.

    Args:
        candidates: Where chips may start.
        weights: Their sampling weights, (n,), sum 1.
        count: Number of chips.
        seed: The job's seed.
        epoch: Number of the epoch; the draw depends on seed and epoch alone.

    Returns:
        The positions, in training order.
    """
    rng = np.random.default_rng((seed, epoch))
    stream = np.column_stack([np.full(count, seed), np.full(count, epoch), np.arange(count)])
    return ChipPositions(*draw_positions(candidates, np.cumsum(weights), count, rng), stream)


def draw_positions(
    candidates: Candidates, cumulative: np.ndarray, count: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw candidates by their weights, each shifted at random within its slack (less than a cell).

    Args:
        candidates: Where chips may start.
        cumulative: Cumulative sampling weights, (n,), ending with 1.
        count: Number of positions.
        rng: Random generator.

    Returns:
        Scene, first row and first column of each, (count,).
    """
    chosen = np.searchsorted(cumulative, rng.random(count), side="right")
    # The last cumulative weight may be less than 1 by rounding.
    chosen = np.minimum(chosen, len(candidates) - 1)
    return (
        candidates.scene[chosen],
        candidates.row[chosen] + rng.integers(candidates.row_slack[chosen]),
        candidates.col[chosen] + rng.integers(candidates.col_slack[chosen]),
    )
