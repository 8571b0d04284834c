"""Online hard example mining: pixels that are already right with certainty do not count."""

from __future__ import annotations

import math

from torch import Tensor, nn

from .highest import highest
from .pixelwise import at_least_float32, pixel_cross_entropy, pixel_weights, safe_ratio


class OhemLoss(nn.Module):
    """Mean weighted cross entropy of the pixels whose true class has less than a certain probability.

    Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885, and in
    particular as the code of HRNet and PIDNet: a pixel counts if p is below ``threshold`` or below the p at
    place ``min_kept`` (counted from 0) of all valid pixels of the batch, lowest first; if there are not so
    many, the easiest one alone is left out. Pixels of equal p at that place share what is then missing of
    ``min_kept``; the code referred to counts none of them, and has no loss where all p are equal. Chosen by
    p, not by weighted loss; ``sum(w_y * l)`` is divided by the number of pixels that count. Range 0 to
    infinity.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        threshold: Probability from which a pixel is easy, 0 to 1.
        min_kept: So many pixels count in any case, from 1.
    """

    class_weights: Tensor | None

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        threshold: float = 0.7,
        min_kept: int = 100_000,
    ) -> None:
        super().__init__()
        self.ignore_index = ignore_index
        self.easy_loss = -math.log(threshold) if threshold else math.inf
        self.min_kept = min_kept
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
        losses = pixel_cross_entropy(logits, target, self.ignore_index)
        parts = self._parts(losses.detach(), target != self.ignore_index)
        if self.class_weights is not None:
            losses = losses * pixel_weights(target, self.ignore_index, self.class_weights, logits.dtype)
        return safe_ratio((parts * losses).sum(), parts.sum())

    def _parts(self, losses: Tensor, valid: Tensor) -> Tensor:
        """How much each pixel counts, 0 to 1, (N, H, W). A loss above a bound is a p below one."""
        candidates = (losses + valid.to(losses.dtype).sub_(1)).reshape(1, -1)  # ignored pixels: 0 - 1
        top = highest(candidates, min(self.min_kept + 1, candidates.shape[1]))
        at_place = top.where(top >= 0, math.inf).amin()
        missing = ((top >= 0).sum() - 1).clamp(1, self.min_kept) - (top > at_place).sum()
        is_equal = ((losses == at_place) & valid).to(losses.dtype)
        share = missing.clamp_min(0) * (at_place <= self.easy_loss) / is_equal.sum().clamp_min(1)
        return (losses > at_place.clamp_max(self.easy_loss)) + share * is_equal
