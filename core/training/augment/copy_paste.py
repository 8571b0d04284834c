"""Copy-paste: pixels of rare classes of one training chip, with their labels, pasted into another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...geodata.chips.index import Candidates
from ...geodata.chips.sampling import ChipPosition, draw_positions

RARE_BELOW = 0.5
"""A class is rare below this share of the pixels it would have if all classes had equally many."""


class Chip(NamedTuple):
    """The arrays of one chip.

    Attributes:
        values: (bands, H, W) in the raster's type.
        valid: bool (H, W).
        target: uint8 (H, W) of class indices, 255 (ignored) where unlabelled.
    """

    values: np.ndarray
    valid: np.ndarray
    target: np.ndarray


def rare_classes(pixel_counts: np.ndarray) -> np.ndarray:
    """Which classes are rare: those with less than half of the pixels of an equal share.

    Args:
        pixel_counts: Labelled training pixels of each class, int64 (C,).

    Returns:
        bool (C,); False for absent classes. Never all: the largest class has at least an equal share.
    """
    present = pixel_counts > 0
    rare: np.ndarray = present & (pixel_counts * present.sum() < RARE_BELOW * pixel_counts.sum())
    return rare


class Donors:
    """Draws and pastes the chips that rare classes are copied from.

    A rare class is drawn first, each with the same probability, then a candidate by its pixels of the class.

    Args:
        candidates: Where training chips may lie.
        pixel_counts: Labelled training pixels of each class, int64 (C,).

    Attributes:
        rare: Indices of the rare classes that a candidate holds.
    """

    def __init__(self, candidates: Candidates, pixel_counts: np.ndarray) -> None:
        self._candidates = candidates
        held = candidates.histograms.sum(axis=0, dtype=np.int64)
        is_rare = rare_classes(pixel_counts) & (held > 0)
        self.rare = np.flatnonzero(is_rare)
        weights = (candidates.histograms[:, self.rare] / held[self.rare]).sum(axis=1)
        self._cumulative = np.cumsum(weights / max(len(self.rare), 1))
        # By target value; 255 is neither rare nor common.
        self._is_rare, self._is_common = np.zeros((2, 256), bool)
        self._is_rare[: len(is_rare)], self._is_common[: len(is_rare)] = is_rare, ~is_rare

    def draw(self, rng: np.random.Generator) -> ChipPosition | None:
        """Position of a chip that holds a rare class; None if no class is rare."""
        if not self.rare.size:
            return None
        position = draw_positions(self._candidates, self._cumulative, 1, rng)
        return ChipPosition(*(int(number[0]) for number in position))

    def paste(self, host: Chip, donor: Chip) -> Chip:
        """A new chip: the host with the rare classes of the donor pasted into it.

        Valid pixels of a rare class are copied from the donor, value and label, to the same row and column of
        the host, where the host is valid and labelled with a class that is not rare. So unlabelled pixels
        stay unlabelled, rare classes of the host stay, and each label fits the pixel's values.

        Args:
            host: Not changed.
            donor: Of the same shape.
        """
        copied = self._is_rare[donor.target] & donor.valid & self._is_common[host.target] & host.valid
        return Chip(
            np.where(copied, donor.values, host.values),
            host.valid,
            np.where(copied, donor.target, host.target),
        )
