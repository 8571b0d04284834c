"""Focal loss over softmax: pixels that are already right are down-weighted."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .averages import safe_ratio
from .pixel_loss import PixelLoss

SMALLEST_ERROR = 1e-12
"""Floor of 1 - p: for gamma below 1 the slope of its power is infinite at 0, and infinity times 0 is NaN."""

CLAMP = (0.001, 0.999)
"""Bounds of p in the clamped form."""


class FocalLoss(PixelLoss):
    """Weighted mean of ``(1 - p)^gamma * l``, with p the probability of the true class and ``l = -log p``.

    Lin et al. 2017, arXiv:1708.02002, with softmax instead of sigmoid and class weights instead of alpha:
    ``sum(w_y * FL) / sum(w_y)`` over the valid pixels, or ``sum(w_y * FL) / n`` with their number n. The
    modulating factor is not part of the divisor. ``1 - p`` comes from ``-expm1(-l)``: the gradient is exact
    for p near 0 and finite for p near 1. Range 0 to infinity; clamped, 0 to 6.9 (that is -log 0.001) per
    unit of weight.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        gamma: How strongly easy pixels are down-weighted, from 0; 0 is cross entropy.
        normalise: ``weights`` or ``pixels``: what the sum is divided by.
        clamp: Whether p is clamped to 0.001 to 0.999, as some published code does. Pixels outside pass no
            gradient, so the most wrong ones are not learned.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        gamma: float = 2.0,
        *,
        normalise: str = "weights",
        clamp: bool = False,
    ) -> None:
        super().__init__(ignore_index, class_weights)
        self.gamma = gamma
        self.normalise = normalise
        self.clamp = clamp

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w_y * (1 - p)^gamma * l)``, divided by ``sum(w_y)`` or n."""
        # Unweighted, since exp(-l) must be p; the weights come in with the mean.
        losses = self.cross_entropy(logits, target, is_weighted=False)
        if self.clamp:
            losses = losses.clamp(-math.log(CLAMP[1]), -math.log(CLAMP[0]))
        modulating = (-torch.expm1(-losses)).clamp_min(SMALLEST_ERROR).pow(self.gamma)
        weights = self.weights(target, logits.dtype)
        total = (weights * modulating * losses).sum()
        if self.normalise == "pixels":
            return safe_ratio(total, self.valid(target).sum())
        return safe_ratio(total, weights.sum())
