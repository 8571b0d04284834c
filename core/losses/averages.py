"""The mean over classes: which of them count, and how much."""

from __future__ import annotations

from torch import Tensor

from .pixelwise import safe_ratio
from .scope import mean_of_rows


def mean_of_classes(
    losses: Tensor, class_counts: Tensor, class_weights: Tensor | None, classes: str
) -> Tensor:
    """Weighted mean over the classes of each row, then mean over the rows that have a valid pixel.

    ``sum(w_c * L_c) / sum(w_c)`` over the classes that are averaged: scaling all weights changes nothing,
    and a row all of whose classes weigh 0 has loss 0.

    Args:
        losses: Loss of each class in each row, (G, C); finite.
        class_counts: Pixels labelled so, (G, C).
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
