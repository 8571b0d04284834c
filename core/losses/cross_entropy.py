"""Cross entropy: the weighted mean over all valid pixels."""

from __future__ import annotations

from torch import Tensor

from .averages import safe_ratio
from .pixel_loss import PixelLoss


class CrossEntropyLoss(PixelLoss):
    """Weighted mean of the cross entropy of each pixel, as in PyTorch.

    ``sum(w_y * l) / sum(w_y)`` over the valid pixels, with ``l = -log softmax(logits)[y]``. Scaling all
    weights changes nothing. With label smoothing e the label keeps 1 - e of its probability and every class
    gets e / C (Szegedy et al. 2016, arXiv:1512.00567). Unlike PyTorch's, the loss of a batch without any
    valid pixel is 0. Range 0 to infinity.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        label_smoothing: e, in [0, 1].
    """

    def __init__(
        self, ignore_index: int = 255, class_weights: Tensor | None = None, label_smoothing: float = 0.0
    ) -> None:
        super().__init__(ignore_index, class_weights)
        self.label_smoothing = label_smoothing

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w_y * l) / sum(w_y)``."""
        losses = self.cross_entropy(logits, target, label_smoothing=self.label_smoothing)
        return safe_ratio(losses.sum(), self.weights(target, logits.dtype).sum())
