"""Online hard example mining: pixels whose true class has a high probability do not count."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .averages import safe_ratio
from .highest import highest
from .warmup import HardPixelLoss


class OhemLoss(HardPixelLoss):
    """Mean weighted cross entropy of the pixels whose true class has less than a certain probability.

    Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885, and in
    particular as the code of HRNet and PIDNet: a pixel counts if p is below ``threshold``, or below the p at
    rank ``min_kept`` (from 0) of all valid pixels of the batch, lowest first; if there are not so many, only
    the easiest pixel is left out. Pixels that tie at that rank share what is missing of ``min_kept``; the
    code referred to counts none of them, and has no loss where all p are equal. Chosen by p, not by
    weighted loss; ``sum(w_y * l)`` is divided by the number of pixels that count. Range 0 to infinity.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        threshold: Probability from which a pixel is easy, 0 to 1.
        min_kept: Minimum number of pixels that count, from 1.
        warmup: As in ``HardPixelLoss``; ``min_kept`` narrows.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        threshold: float = 0.7,
        min_kept: int = 100_000,
        warmup: float = 0.0,
    ) -> None:
        super().__init__(ignore_index, class_weights, warmup)
        self.easy_loss = -math.log(threshold) if threshold else math.inf
        self.min_kept = min_kept

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w_y * l)`` over the pixels that count, divided by their number."""
        losses = self.cross_entropy(logits, target, is_weighted=False)
        shares = self._shares(losses.detach(), self.valid(target))
        if self.class_weights is not None:
            losses = losses * self.weights(target, logits.dtype)
        return safe_ratio((shares * losses).sum(), shares.sum())

    def _shares(self, losses: Tensor, valid: Tensor) -> Tensor:
        """How much each pixel counts, 0 to 1, (N, H, W). A loss above a bound is a p below one."""
        candidates = (losses + valid.to(losses.dtype).sub_(1)).reshape(1, -1)  # ignored pixels: 0 - 1
        top, min_kept = self._top(candidates, valid.sum())
        bound = top.where(top >= 0, math.inf).amin()
        missing = ((top >= 0).sum() - 1).clamp_min(1).clamp_max(min_kept) - (top > bound).sum()
        is_equal = ((losses == bound) & valid).to(losses.dtype)
        share = missing.clamp_min(0) * (bound <= self.easy_loss) / is_equal.sum().clamp_min(1)
        return (losses > bound.clamp_max(self.easy_loss)) + share * is_equal

    def _top(self, candidates: Tensor, valid_count: Tensor) -> tuple[Tensor, int | Tensor]:
        """The hardest pixels, one more than ``min_kept``, (1, n), and the present ``min_kept``.

        During the warm-up all pixels are returned, those beyond its number as -1, like ignored ones.
        """
        if self.warmed_up == 1:
            return highest(candidates, min(self.min_kept + 1, candidates.shape[1])), self.min_kept
        min_kept = self.narrowed(valid_count, self.min_kept).round()
        ranks = torch.arange(candidates.shape[1], device=candidates.device)
        return candidates.sort(descending=True).values.where(ranks <= min_kept, -1), min_kept
