"""Focal loss over softmax: pixels that are already right fade out."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from .pixelwise import at_least_float32, pixel_cross_entropy, pixel_weights, safe_ratio

SMALLEST_ERROR = 1e-12
"""Floor of 1 - p: below 1 the slope of its power is infinite at 0, and infinity times 0 is NaN."""

CLAMP = (0.001, 0.999)
"""Bounds of p in the clamped form."""


class FocalLoss(nn.Module):
    """Weighted mean of ``(1 - p)^gamma * l``, with p the probability of the true class and ``l = -log p``.

    Lin et al. 2017, arXiv:1708.02002, with softmax instead of sigmoid and class weights instead of alpha:
    ``sum(w_y * FL) / sum(w_y)`` over the valid pixels, or ``sum(w_y * FL) / n`` with their number n. The
    fading is not part of the divisor. ``1 - p`` comes from ``-expm1(-l)``: the gradient is exact for
    hopeless pixels and finite for certain ones. Range 0 to infinity; clamped, 0 to 6.9 (that is -log 0.001)
    per unit of weight.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        gamma: How fast easy pixels fade, from 0; 0 is cross entropy.
        normalise: ``weights`` or ``pixels``: what the sum is divided by.
        clamp: Whether p is kept within 0.001 to 0.999, as some published code does. Pixels outside pass no
            gradient, so the most wrong ones are not learned.
    """

    class_weights: Tensor | None

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        gamma: float = 2.0,
        *,
        normalise: str = "weights",
        clamp: bool = False,
    ) -> None:
        super().__init__()
        self.ignore_index = ignore_index
        self.gamma = gamma
        self.normalise = normalise
        self.clamp = clamp
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
        # Plain cross entropy: p of a weighted one would be wrong. The weight comes in by the mean.
        losses = pixel_cross_entropy(logits, target, self.ignore_index)
        if self.clamp:
            losses = losses.clamp(-math.log(CLAMP[1]), -math.log(CLAMP[0]))
        fading = (-torch.expm1(-losses)).clamp_min(SMALLEST_ERROR).pow(self.gamma)
        weights = pixel_weights(target, self.ignore_index, self.class_weights, logits.dtype)
        total = (weights * fading * losses).sum()
        if self.normalise == "pixels":
            return safe_ratio(total, (target != self.ignore_index).sum())
        return safe_ratio(total, weights.sum())
