"""The base class of the losses: casting, valid pixels, class weights and the cross entropy of each pixel."""

from __future__ import annotations

from abc import ABC, abstractmethod

import torch
from torch import Tensor, nn
from torch.nn import functional


class PixelLoss(nn.Module, ABC):
    """A loss over the valid pixels of a batch. A subclass adds its formula, ``loss``.

    Args:
        ignore_index: Target of ignored pixels.
        class_weights: (C,), at least 0; None for 1 each.
    """

    class_weights: Tensor | None

    def __init__(self, ignore_index: int = 255, class_weights: Tensor | None = None) -> None:
        super().__init__()
        self.ignore_index = ignore_index
        self.register_buffer("class_weights", class_weights)

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch, computed in float32 at least: sums over an image overflow float16.

        Args:
            logits: (N, C, H, W), any floating type. NaN or infinity in ignored pixels affects no other pixel.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits); 0 with zero gradient if no pixel is valid.
        """
        return self.loss(logits.to(torch.promote_types(logits.dtype, torch.float32)), target.long())

    @abstractmethod
    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """The formula.

        Args:
            logits: (N, C, H, W), float32 or float64.
            target: Class index, (N, H, W), int64.

        Returns:
            A scalar of the type of ``logits``.
        """

    def valid(self, target: Tensor) -> Tensor:
        """Which pixels are not ignored, bool (N, H, W)."""
        return target != self.ignore_index

    def cross_entropy(
        self, logits: Tensor, target: Tensor, *, is_weighted: bool = True, label_smoothing: float = 0.0
    ) -> Tensor:
        """Cross entropy of each pixel, (N, H, W), at least 0; ignored pixels are 0 and pass no gradient.

        Args:
            logits: (N, C, H, W), float32 or float64.
            target: Class index, (N, H, W), int64.
            is_weighted: Whether it is multiplied by the weight of the pixel's class.
            label_smoothing: Share of the label's probability that is spread over all classes, in [0, 1].
        """
        weights = self.class_weights if is_weighted else None
        return functional.cross_entropy(
            logits,
            target,
            weight=None if weights is None else weights.to(logits.dtype),
            ignore_index=self.ignore_index,
            reduction="none",
            label_smoothing=label_smoothing,
        )

    def weights(self, target: Tensor, dtype: torch.dtype) -> Tensor:
        """Weight of each pixel's class, (N, H, W); 0 for ignored pixels."""
        valid = self.valid(target)
        if self.class_weights is None:
            return valid.to(dtype)
        # Ignored pixels borrow class 0's weight for the look-up, and lose it again.
        return self.class_weights.to(dtype)[target.where(valid, 0)].where(valid, 0)
