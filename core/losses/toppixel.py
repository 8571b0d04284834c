"""TopPixel: the mean of the K highest pixel losses."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import torch
from torch import Tensor

from .averages import mean_of_rows, rows, safe_ratio
from .highest import highest
from .warmup import HardPixelLoss

Count = TypeVar("Count", int, Tensor)

SHARE_STEPS = 10**6
"""A ratio is rounded to a multiple of its inverse: about a pixel of a batch of a million."""


class TopPixelLoss(HardPixelLoss):
    """Mean of the K highest weighted cross entropies among the valid pixels of the batch, or of each image.

    Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6), 85-90. Pixels are chosen by
    ``w_y * l``, and the sum is divided by their number. A K above the number of valid pixels takes all of
    them. Of images, those without a valid pixel are left out of the mean. Range 0 to infinity. Shapes depend
    on no value, so the graphics card is never synchronised with the processor.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        k: K, from 1; 0 if ``ratio`` is given.
        ratio: K as a share of the valid pixels, in (0, 1], rounded up; 0 if ``k`` is given.
        scope: ``batch`` or ``image``: what the K pixels are taken from.
        warmup: As in ``HardPixelLoss``.

    Raises:
        ValueError: Neither or both of ``k`` and ``ratio`` are given.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        k: int = 0,
        ratio: float = 0.0,
        scope: str = "batch",
        warmup: float = 0.0,
    ) -> None:
        super().__init__(ignore_index, class_weights, warmup)
        if bool(k) == bool(ratio):
            raise ValueError("TopPixel takes either k or ratio.")
        self.k = k
        self.share = _as_fraction(ratio)
        self.scope = scope

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """Mean of the K highest ``w_y * l``."""
        losses, valid = self.cross_entropy(logits, target), self.valid(target)
        candidates = losses + valid.to(losses.dtype).sub_(1)  # ignored pixels: 0 - 1, below all others
        top, chosen = self._select(rows(candidates, self.scope), rows(valid, self.scope).sum(1))
        counts = chosen.sum(1)
        return mean_of_rows(safe_ratio((top * chosen).sum(1), counts), counts)

    def _select(self, candidates: Tensor, valid_counts: Tensor) -> tuple[Tensor, Tensor]:
        """The highest candidates of each row, and which of them count: both (G, n)."""
        if self.warmed_up < 1:
            counts = self.narrowed(valid_counts, self.k or float(self.share) * valid_counts)
            return _ranked(candidates, counts)
        if self.k:
            return _top_k(candidates, self.k)
        return _top_share(candidates, self.share, valid_counts)


def _ranked(candidates: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    """All candidates of each row, highest first, and which are among its first ``counts``, rounded up."""
    ranked = candidates.sort(descending=True).values
    ranks = torch.arange(ranked.shape[1], device=ranked.device)
    return ranked, (ranked >= 0) & (ranks < counts[:, None])


def _top_k(candidates: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """The k highest candidates of each row, and whether they are valid pixels."""
    top = highest(candidates, min(k, candidates.shape[1]))
    return top, top >= 0


def _top_share(candidates: Tensor, share: Fraction, valid_counts: Tensor) -> tuple[Tensor, Tensor]:
    """As many of the highest candidates as a row without ignored pixels needs, and whether they count."""
    top = candidates.topk(_rounded_up(candidates.shape[1], share)).values
    ranks = torch.arange(top.shape[1], device=top.device)
    return top, ranks < _rounded_up(valid_counts, share)[:, None]


def _as_fraction(ratio: float) -> Fraction:
    """The ratio as it is written in decimals, exactly: 0.28, not the nearest binary fraction; above 0."""
    return max(Fraction(str(ratio)).limit_denominator(SHARE_STEPS), Fraction(1, SHARE_STEPS))


def _rounded_up(count: Count, share: Fraction) -> Count:
    """``share * count`` rounded up: in integers, since 0.28 * 25 is above 7 in floating point."""
    return -(-count * share.numerator // share.denominator)
