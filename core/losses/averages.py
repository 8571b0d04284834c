"""Means over pixels, rows and classes that are 0, not NaN, where there is nothing to average."""

from __future__ import annotations

from torch import Tensor


def safe_ratio(total: Tensor, weight: Tensor) -> Tensor:
    """A mean from its sum and its weight; 0 with zero gradient where the weight is 0.

    Args:
        total: Weighted sum; 0 where ``weight`` is 0.
        weight: Sum of the weights, at least 0.
    """
    return total / weight.where(weight > 0, 1)


def rows(pixels: Tensor, scope: str) -> Tensor:
    """Pixels in one row for each loss that is averaged: that of the batch, or that of each image.

    Args:
        pixels: (N, H, W).
        scope: ``batch`` or ``image``.

    Returns:
        (1, N * H * W) for the batch, (N, H * W) for images.
    """
    return pixels.reshape(1, -1) if scope == "batch" else pixels.flatten(1)


def mean_of_rows(values: Tensor, counts: Tensor) -> Tensor:
    """Mean over the rows that have a valid pixel; 0 if none has.

    Args:
        values: Loss of each row, (G,); 0 where a row has no valid pixel.
        counts: Valid pixels of each row, (G,).

    Returns:
        A scalar.
    """
    return safe_ratio(values.sum(), (counts > 0).sum())


def mean_of_classes(
    losses: Tensor, class_counts: Tensor, class_weights: Tensor | None, classes: str
) -> Tensor:
    """Weighted mean over the classes of each row, then mean over the rows that have a valid pixel.

    ``sum(w_c * L_c) / sum(w_c)`` over the classes that are averaged: scaling all weights changes nothing,
    and a row all of whose classes weigh 0 has loss 0.

    Args:
        losses: Loss of each class in each row, (G, C); finite.
        class_counts: Labelled pixels of each class in each row, (G, C).
        class_weights: (C,), or None for 1 each.
        classes: ``present`` for those with a labelled pixel in the row, or ``all``.

    Returns:
        A scalar.
    """
    valid_counts = class_counts.sum(1)
    is_averaged = class_counts > 0 if classes == "present" else (valid_counts > 0)[:, None]
    weights = is_averaged.expand_as(losses).to(losses.dtype)
    if class_weights is not None:
        weights = weights * class_weights.to(losses.dtype)
    return mean_of_rows(safe_ratio((weights * losses).sum(1), weights.sum(1)), valid_counts)
