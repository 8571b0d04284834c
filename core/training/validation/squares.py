"""The validation area scored square by square: finds the worst and the best squares for the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ...contract.classes import IGNORE_INDEX
from ...inference.predictor import Predictor
from ...inference.stream import Strip
from .scored_area import ScoredArea, scored_strips, squares

SMALLEST_SIDE = 128
"""Pixels; smaller squares show too little to be understood."""

MAXIMUM_SQUARES = 20_000
"""Bounds memory: 100 MB with 254 classes."""


@dataclass(frozen=True)
class ScoredSquares:
    """S adjacent squares that cover a validation area, and the pixel counts of each.

    Attributes:
        side: Their side, pixels; less where the area ends.
        windows: Index of the scene, and window, of each square.
        hits: True positives of each class, int32 (S, C).
        truth: Labelled pixels of each class, int32 (S, C).
        predicted: Labelled pixels that were predicted as each class, int32 (S, C).
    """

    side: int
    windows: Sequence[tuple[int, Window]]
    hits: np.ndarray
    truth: np.ndarray
    predicted: np.ndarray

    @property
    def wrong(self) -> np.ndarray:
        """Share of wrong pixels among the labelled ones of each square, (S,); NaN without labels."""
        labelled = self.truth.sum(axis=1)
        right = self.hits.sum(axis=1)
        shares: np.ndarray = np.where(labelled > 0, 1 - right / np.maximum(labelled, 1), np.nan)
        return shares

    @property
    def merit(self) -> np.ndarray:
        """How much each square contributes to the scores, (S,); negative where errors prevail.

        True positives of a class less its false negatives and false positives, as a share of all its pixels
        in the area, summed over the classes: a rare class counts as much as a common one, and a square of
        background hardly at all.
        """
        hits, truth, predicted = (a.astype(np.int64) for a in (self.hits, self.truth, self.predicted))
        gain = hits - (truth - hits) - (predicted - hits)
        totals = truth.sum(axis=0)
        shares: np.ndarray = (gain[:, totals > 0] / totals[totals > 0]).sum(axis=1)
        return shares

    def worst_and_best(self, count: int) -> tuple[list[int], list[int]]:
        """Indices of the squares with the least and the greatest merit.

        Slivers at the edges of the area are left out as long as there are others; no square is in both.

        Args:
            count: Most squares of each kind.

        Returns:
            The worst squares that have errors, worst first, and the best squares, best first.
        """
        labelled = self.truth.sum(axis=1) > 0
        large = np.array([2 * min(w.height, w.width) >= self.side for _, w in self.windows], bool)
        usable = labelled & large if (labelled & large).any() else labelled
        ranked = [int(n) for n in np.argsort(self.merit, kind="stable") if usable[n]]
        worst = [n for n in ranked[: min(count, -(-len(ranked) // 2))] if self.wrong[n] > 0]
        rest = [n for n in reversed(ranked) if n not in worst]
        return worst, rest[:count]


def score_squares(
    area: ScoredArea, chip_size: int, predictor: Predictor, check: Callable[[], None]
) -> ScoredSquares:
    """Predict a validation area once, and count the pixels of each of its squares.

    Args:
        area: The validation area; may be empty.
        chip_size: Side of a square, pixels; doubled up to ``SMALLEST_SIDE``, and until there are at most
            ``MAXIMUM_SQUARES``.
        predictor: The network.
        check: Called after each batch of tiles; may raise to cancel.
    """
    side = chip_size
    while side < SMALLEST_SIDE or len(squares(area, side)) > MAXIMUM_SQUARES:
        side *= 2
    windows = squares(area, side)
    counts = np.zeros((3, len(windows), predictor.num_classes), np.int32)
    for number, strip in scored_strips(area, predictor, check):
        for index, part in _touched(windows, number, strip):
            counts[:, index] += _count(area, number, part, predictor.num_classes)
    return ScoredSquares(side, windows, *counts)


def _touched(windows: Sequence[tuple[int, Window]], number: int, strip: Strip) -> Iterator[tuple[int, Strip]]:
    """Indices of the squares that a strip of a scene touches, each with its part of the strip."""
    for index, (scene, window) in enumerate(windows):
        part = strip.part(window) if scene == number else None
        if part is not None:
            yield index, part


def _count(area: ScoredArea, number: int, part: Strip, num_classes: int) -> np.ndarray:
    """Hits, labelled and predicted pixels of each class in a part of a strip, int64 (3, C)."""
    truth = area.targets[number].read(part.window)[0]
    counted = (truth != IGNORE_INDEX) & part.usable
    truth, preds = truth[counted], part.preds[counted]
    return np.stack([np.bincount(v, minlength=num_classes) for v in (truth[truth == preds], truth, preds)])
