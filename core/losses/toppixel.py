"""TopPixel: only the pixels with the highest loss count."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import torch
from torch import Tensor, nn

from .highest import highest
from .pixelwise import at_least_float32, pixel_cross_entropy, safe_ratio
from .scope import mean_of_rows, rows

Count = TypeVar("Count", int, Tensor)

SHARE_STEPS = 10**6
"""Fineness of a ratio: a millionth of a batch is less than any batch has pixels to tell apart."""


class TopPixelLoss(nn.Module):
    """Mean of the K highest weighted cross entropies among the valid pixels of the batch, or of each image.

    Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6), 85-90. Pixels are chosen by
    ``w_y * l``, and the sum is divided by their number. A K above the number of valid pixels takes all of
    them. Of images, those without a valid pixel are left out of the mean. Range 0 to infinity. Shapes depend
    on no value, so a graphics card never waits for the processor.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        k: Pixels that count, from 1; 0 when ``ratio`` says it.
        ratio: Share of the valid pixels that counts, in (0, 1], rounded up; 0 when ``k`` says it.
        scope: ``batch`` or ``image``: what K pixels are taken of.

    Raises:
        ValueError: Neither or both of ``k`` and ``ratio`` are given.
    """

    class_weights: Tensor | None

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        k: int = 0,
        ratio: float = 0.0,
        scope: str = "batch",
    ) -> None:
        super().__init__()
        if bool(k) == bool(ratio):
            raise ValueError("TopPixel takes either k or ratio.")
        self.ignore_index = ignore_index
        self.k = k
        self.share = _as_fraction(ratio)
        self.scope = scope
        self.register_buffer("class_weights", class_weights)

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch.

        Args:
            logits: (N, C, H, W), any floating type.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits); 0 if there is no valid pixel.
        """
        logits, target = at_least_float32(logits), target.long()
        losses = pixel_cross_entropy(logits, target, self.ignore_index, self.class_weights)
        valid = target != self.ignore_index
        candidates = losses + valid.to(losses.dtype).sub_(1)  # ignored pixels: 0 - 1, below all others
        top, chosen = self._select(rows(candidates, self.scope), rows(valid, self.scope).sum(1))
        counts = chosen.sum(1)
        return mean_of_rows(safe_ratio((top * chosen).sum(1), counts), counts)

    def _select(self, candidates: Tensor, valid_counts: Tensor) -> tuple[Tensor, Tensor]:
        """The highest candidates of each row, and which of them count."""
        if self.k:
            return _top_k(candidates, self.k)
        return _top_share(candidates, self.share, valid_counts)


def _top_k(candidates: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """The k highest candidates of each row, and which of them are valid pixels."""
    top = highest(candidates, min(k, candidates.shape[1]))
    return top, top >= 0


def _top_share(candidates: Tensor, share: Fraction, valid_counts: Tensor) -> tuple[Tensor, Tensor]:
    """As many of the highest candidates as a row without ignored pixels needs, and which count here."""
    top = candidates.topk(_rounded_up(candidates.shape[1], share)).values
    ranks = torch.arange(top.shape[1], device=top.device)
    return top, ranks < _rounded_up(valid_counts, share)[:, None]


def _as_fraction(ratio: float) -> Fraction:
    """The decimal number that was written, above 0."""
    return max(Fraction(str(ratio)).limit_denominator(SHARE_STEPS), Fraction(1, SHARE_STEPS))


def _rounded_up(count: Count, share: Fraction) -> Count:
    """The whole number above ``share * count``: in integers, since 0.28 * 25 is above 7 in floating point."""
    return -(-count * share.numerator // share.denominator)
