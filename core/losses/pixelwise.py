"""What every loss needs of single pixels: their cross entropy, their weight, and a mean that may be empty."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def at_least_float32(logits: Tensor) -> Tensor:
    """Logits in float32, or in float64 if they come so; sums over an image overflow float16.

    Args:
        logits: Any floating type.

    Returns:
        The same values.
    """
    return logits.to(torch.promote_types(logits.dtype, torch.float32))


def pixel_cross_entropy(
    logits: Tensor,
    target: Tensor,
    ignore_index: int,
    class_weights: Tensor | None = None,
    label_smoothing: float = 0.0,
) -> Tensor:
    """Cross entropy of each pixel, times the weight of its class.

    Args:
        logits: (N, C, H, W), float32 or float64.
        target: Class index, (N, H, W), int64.
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        label_smoothing: Share of certainty taken from the label, in [0, 1].

    Returns:
        (N, H, W), at least 0; ignored pixels are 0 and pass no gradient.
    """
    weight = None if class_weights is None else class_weights.to(logits.dtype)
    return functional.cross_entropy(
        logits,
        target,
        weight=weight,
        ignore_index=ignore_index,
        reduction="none",
        label_smoothing=label_smoothing,
    )


def pixel_weights(
    target: Tensor, ignore_index: int, class_weights: Tensor | None, dtype: torch.dtype
) -> Tensor:
    """How much each pixel counts in a mean.

    Args:
        target: Class index, (N, H, W), int64.
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        dtype: Type of the answer.

    Returns:
        (N, H, W); the weight of the pixel's class, 0 for ignored pixels.
    """
    valid = target != ignore_index
    if class_weights is None:
        return valid.to(dtype)
    # Ignored pixels borrow class 0's weight for the look-up, and lose it again.
    return class_weights.to(dtype)[target.where(valid, 0)].where(valid, 0)


def safe_ratio(total: Tensor, weight: Tensor) -> Tensor:
    """A mean from its sum and its weight: 0 with zero gradient where nothing has weight.

    Args:
        total: Weighted sum; 0 where ``weight`` is 0.
        weight: Sum of the weights, at least 0.

    Returns:
        ``total / weight``, finite.
    """
    return total / weight.where(weight > 0, 1)
