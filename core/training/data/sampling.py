"""Which chips an epoch sees: random places, with rare classes favoured if wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...geodata.chips.index import Candidates

STEPS_PER_EPOCH = 25
"""Least steps of an epoch: with fewer, validation and saving would take more time than learning."""

COVERAGE = 2
"""An epoch holds as many chips as cover the training area this often, so that little is missed."""


class ChipPosition(NamedTuple):
    """Where a chip lies.

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
    """Where the chips of an epoch lie; arrays of integers, an entry per chip.

    Attributes:
        scene: Index of the scene, (n,).
        row: First pixel row, (n,).
        col: First pixel column, (n,).
        stream: Which source of chance the chip has for all else: the job's seed, the epoch, and the chip's
            number in it, (n, 3).
    """

    scene: np.ndarray
    row: np.ndarray
    col: np.ndarray
    stream: np.ndarray

    def __len__(self) -> int:
        """Number of chips."""
        return len(self.scene)

    def at(self, number: int) -> ChipPosition:
        """Where a chip lies."""
        return ChipPosition(int(self.scene[number]), int(self.row[number]), int(self.col[number]))

    def generator(self, number: int) -> np.random.Generator:
        """A chip's own source of chance: the same whichever thread or process reads the chip, and when."""
        seed, *key = self.stream[number].tolist()
        return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=key))


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


def sampling_weights(candidates: Candidates, sampling: str) -> np.ndarray:
    """How likely each candidate is to be drawn.

    ``uniform``: all alike. ``balanced``: first a class, each with the same chance, then a place by its
    pixels of the class, so that every pixel of a class is as likely as any other to be in a chip. ``repeat
    factor``: a place counts ``1 / sqrt(f)`` times, with f the share of the places that hold its rarest class
    (Gupta, Dollár, Girshick 2019, arXiv:1908.03195, with threshold 1).

    Args:
        candidates: Where chips may start.
        sampling: A name in the catalog's ``SAMPLINGS``.

    Returns:
        float64 (n,), 1 in sum.
    """
    histograms = candidates.histograms
    present = np.flatnonzero(histograms.any(axis=0))
    weights = np.zeros(len(candidates))
    if sampling == "uniform":
        weights[:] = 1
    elif sampling == "balanced":
        for index in present:
            weights += histograms[:, index] / histograms[:, index].sum(dtype=np.int64)
    else:
        for index in present:
            holds = histograms[:, index] > 0
            np.maximum(weights, holds / np.sqrt(holds.mean()), out=weights)
    weights /= weights.sum()
    return weights


def expected_shares(candidates: Candidates, weights: np.ndarray) -> np.ndarray:
    """Share of each class among the labelled pixels that training will see.

    Args:
        candidates: Where chips may start.
        weights: How likely each is to be drawn, (n,).

    Returns:
        float64 (C,), 1 in sum.
    """
    shares: np.ndarray = weights @ candidates.histograms
    shares /= shares.sum()
    return shares


def sample_positions(
    candidates: Candidates, weights: np.ndarray, count: int, seed: int, epoch: int
) -> ChipPositions:
    """Draw the chips of an epoch, moved by less than a cell.

    Args:
        candidates: Where chips may start.
        weights: How likely each is to be drawn, (n,), 1 in sum.
        count: How many chips.
        seed: The job's seed.
        epoch: Number of the epoch; each has its own draw, whatever was drawn before.

    Returns:
        The places, in the order in which they are learned from.
    """
    rng = np.random.default_rng((seed, epoch))
    stream = np.column_stack([np.full(count, seed), np.full(count, epoch), np.arange(count)])
    return ChipPositions(*draw_positions(candidates, np.cumsum(weights), count, rng), stream)


def draw_positions(
    candidates: Candidates, cumulative: np.ndarray, count: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw places, moved by less than a cell.

    Args:
        candidates: Where chips may start.
        cumulative: Running sum of how likely each is to be drawn, (n,), 1 at its end.
        count: How many places.
        rng: Where chance comes from.

    Returns:
        Scene, first row and first column of each, (count,).
    """
    chosen = np.searchsorted(cumulative, rng.random(count), side="right")
    # The sum of all weights may fall short of 1 by rounding.
    chosen = np.minimum(chosen, len(candidates) - 1)
    return (
        candidates.scene[chosen],
        candidates.row[chosen] + rng.integers(candidates.row_slack[chosen]),
        candidates.col[chosen] + rng.integers(candidates.col_slack[chosen]),
    )
