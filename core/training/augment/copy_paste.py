"""Objects of rare classes from one training place laid over another, with their labels."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...geodata.chips.index import Candidates
from ..data.sampling import ChipPosition, draw_positions

RARE_BELOW = 0.5
"""A class is rare below this part of the pixels it would have if all classes had the same."""


class Chip(NamedTuple):
    """What is read at a place.

    Attributes:
        values: (bands, H, W) in the raster's type.
        valid: bool (H, W).
        target: uint8 (H, W) of class indices, 255 where nothing counts.
    """

    values: np.ndarray
    valid: np.ndarray
    target: np.ndarray


def rare_classes(pixel_counts: np.ndarray) -> np.ndarray:
    """Which classes are rare: those with less than half of the pixels that each would have in equal shares.

    Args:
        pixel_counts: Labelled training pixels of each class, int64 (C,).

    Returns:
        bool (C,); False for classes that are not there. Never all: the largest has an equal share at least.
    """
    present = pixel_counts > 0
    rare: np.ndarray = present & (pixel_counts * present.sum() < RARE_BELOW * pixel_counts.sum())
    return rare


class Donors:
    """ScoredSquares that rare classes can be copied from.

    A rare class is drawn first, each as likely as any other, then a place by its pixels of the class.

    Args:
        candidates: Where training chips may lie.
        pixel_counts: Labelled training pixels of each class, int64 (C,).

    Attributes:
        rare: Indices of the rare classes that some place holds.
    """

    def __init__(self, candidates: Candidates, pixel_counts: np.ndarray) -> None:
        self._candidates = candidates
        held = candidates.histograms.sum(axis=0, dtype=np.int64)
        is_rare = rare_classes(pixel_counts) & (held > 0)
        self.rare = np.flatnonzero(is_rare)
        weights = (candidates.histograms[:, self.rare] / held[self.rare]).sum(axis=1)
        self._cumulative = np.cumsum(weights / max(len(self.rare), 1))
        # By target value: 255 is neither the one nor the other.
        self._is_rare, self._is_common = np.zeros((2, 256), bool)
        self._is_rare[: len(is_rare)], self._is_common[: len(is_rare)] = is_rare, ~is_rare

    def draw(self, rng: np.random.Generator) -> ChipPosition | None:
        """A place that holds a rare class; None where no class is rare."""
        if not self.rare.size:
            return None
        place = draw_positions(self._candidates, self._cumulative, 1, rng)
        return ChipPosition(*(int(number[0]) for number in place))

    def paste(self, host: Chip, donor: Chip) -> Chip:
        """A chip with the rare classes of another one laid over it.

        Pixels of a rare class and valid in the donor are copied, value and label, to the same place in the
        host, where the host is valid and labelled with a class that is not rare. So nothing that did not
        count before counts now, what is rare in the host stays, and each label is that of what is seen there.

        Args:
            host: Left as it is.
            donor: Of the same shape.

        Returns:
            A new chip.
        """
        copied = self._is_rare[donor.target] & donor.valid & self._is_common[host.target] & host.valid
        return Chip(
            np.where(copied, donor.values, host.values),
            host.valid,
            np.where(copied, donor.target, host.target),
        )
