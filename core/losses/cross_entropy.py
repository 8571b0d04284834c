"""Cross entropy: the weighted mean over all valid pixels."""

from __future__ import annotations

from torch import Tensor, nn

from .pixelwise import at_least_float32, pixel_cross_entropy, pixel_weights, safe_ratio


class CrossEntropyLoss(nn.Module):
    """Weighted mean of each pixel's cross entropy, as in PyTorch.

    ``sum(w_y * l) / sum(w_y)`` over the valid pixels, with ``l = -log softmax(logits)[y]``. Scaling all
    weights changes nothing. With label smoothing e the label keeps 1 - e of its certainty and every class
    gets e / C (Szegedy et al. 2016, arXiv:1512.00567). Unlike PyTorch's, the loss of a batch without any
    valid pixel is 0, with zero gradient. Range 0 to infinity.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        label_smoothing: Share of certainty taken from the label, in [0, 1].
    """

    class_weights: Tensor | None

    def __init__(
        self, ignore_index: int = 255, class_weights: Tensor | None = None, label_smoothing: float = 0.0
    ) -> None:
        super().__init__()
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing
        self.register_buffer("class_weights", class_weights)

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch.

        Args:
            logits: (N, C, H, W), any floating type.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits).
        """
        logits, target = at_least_float32(logits), target.long()
        losses = pixel_cross_entropy(
            logits, target, self.ignore_index, self.class_weights, self.label_smoothing
        )
        weights = pixel_weights(target, self.ignore_index, self.class_weights, logits.dtype)
        return safe_ratio(losses.sum(), weights.sum())
