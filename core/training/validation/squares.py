"""Where validation went well and where badly: its area in squares, each with its own counts."""

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
"""A place with less shows too little to be understood, pixels."""

MAXIMUM_SQUARES = 20_000
"""More only cost memory: 100 MB with 254 classes."""


@dataclass(frozen=True)
class ScoredSquares:
    """Squares side by side that cover a validation area, and what came out in each.

    Attributes:
        side: Their side, pixels; less where the area ends.
        where: Scene and window of each of the P places.
        hits: Pixels that are a class and were called it, int32 (P, C).
        truth: Pixels that are a class, int32 (P, C).
        predicted: Pixels that were called a class, where the truth is known, int32 (P, C).
    """

    side: int
    where: Sequence[tuple[int, Window]]
    hits: np.ndarray
    truth: np.ndarray
    predicted: np.ndarray

    @property
    def wrong(self) -> np.ndarray:
        """Share of the labelled pixels of each place that are wrong, (P,); NaN without any."""
        labelled = self.truth.sum(axis=1)
        right = self.hits.sum(axis=1)
        shares: np.ndarray = np.where(labelled > 0, 1 - right / np.maximum(labelled, 1), np.nan)
        return shares

    @property
    def merit(self) -> np.ndarray:
        """What each place adds to the scores or takes from them, (P,).

        Right pixels of a class less the missed and the false ones, as a share of all its pixels in the
        area, summed over the classes: so a rare class counts as much as a common one, and a place with
        nothing but background hardly at all.
        """
        hits, truth, predicted = (a.astype(np.int64) for a in (self.hits, self.truth, self.predicted))
        gain = hits - (truth - hits) - (predicted - hits)
        totals = truth.sum(axis=0)
        shares: np.ndarray = (gain[:, totals > 0] / totals[totals > 0]).sum(axis=1)
        return shares

    def worst_and_best(self, count: int) -> tuple[list[int], list[int]]:
        """The places with the least and the greatest merit.

        Slivers at the edges of the area are left out as long as there are others; no place is in both.

        Args:
            count: How many of each at most.

        Returns:
            Numbers of the worst places that have errors, the worst first, and of the best, the best first.
        """
        labelled = self.truth.sum(axis=1) > 0
        large = np.array([2 * min(w.height, w.width) >= self.side for _, w in self.where], bool)
        usable = labelled & large if (labelled & large).any() else labelled
        ranked = [int(n) for n in np.argsort(self.merit, kind="stable") if usable[n]]
        worst = [n for n in ranked[: min(count, -(-len(ranked) // 2))] if self.wrong[n] > 0]
        rest = [n for n in reversed(ranked) if n not in worst]
        return worst, rest[:count]


def score_squares(
    area: ScoredArea, chip_size: int, predictor: Predictor, check: Callable[[], None]
) -> ScoredSquares:
    """Go through a validation area once, and count in each of its squares.

    Args:
        area: Where.
        chip_size: Side of a square, pixels; doubled until a square shows something and there are not too
            many.
        predictor: The network.
        check: Called after each batch of tiles; may raise to stop.

    Returns:
        The places; none where nothing is validated.
    """
    side = chip_size
    while side < SMALLEST_SIDE or len(squares(area, side)) > MAXIMUM_SQUARES:
        side *= 2
    where = squares(area, side)
    counts = np.zeros((3, len(where), predictor.num_classes), np.int32)
    for number, strip in scored_strips(area, predictor, check):
        for place, part in _touched(where, number, strip):
            counts[:, place] += _count(area, number, part, predictor.num_classes)
    return ScoredSquares(side, where, *counts)


def _touched(where: Sequence[tuple[int, Window]], number: int, strip: Strip) -> Iterator[tuple[int, Strip]]:
    """The places of a scene that a strip touches, with what it shows of each."""
    for place, (scene, window) in enumerate(where):
        part = strip.part(window) if scene == number else None
        if part is not None:
            yield place, part


def _count(area: ScoredArea, number: int, part: Strip, num_classes: int) -> np.ndarray:
    """Hits, true and predicted pixels of each class in a part of a strip, int64 (3, C)."""
    truth = area.targets[number].read(part.window)[0]
    counted = (truth != IGNORE_INDEX) & part.usable
    truth, preds = truth[counted], part.preds[counted]
    return np.stack([np.bincount(v, minlength=num_classes) for v in (truth[truth == preds], truth, preds)])
