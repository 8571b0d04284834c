"""Where a loss is taken: over the batch as a whole, or over each image and then averaged."""

from __future__ import annotations

from torch import Tensor

from .pixelwise import safe_ratio


def rows(pixels: Tensor, scope: str) -> Tensor:
    """One row of pixels for each group that is taken for itself.

    Args:
        pixels: (N, H, W).
        scope: ``batch`` or ``image``.

    Returns:
        (1, N * H * W) for the batch, (N, H * W) for images.
    """
    return pixels.reshape(1, -1) if scope == "batch" else pixels.flatten(1)


def mean_of_rows(values: Tensor, counts: Tensor) -> Tensor:
    """Mean over the rows that have a valid pixel.

    Args:
        values: One loss a row, (G,); 0 where a row has no valid pixel.
        counts: Valid pixels of each row, (G,).

    Returns:
        A scalar; 0 if no row has a valid pixel.
    """
    return safe_ratio(values.sum(), (counts > 0).sum())
