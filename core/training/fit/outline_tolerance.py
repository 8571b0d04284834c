"""Outline tolerance: a band along the outlines of the labels, which are off by some pixels, is ignored."""

from __future__ import annotations

import torch
from torch.nn import functional

from ...contract.classes import IGNORE_INDEX


def ignore_outlines(target: torch.Tensor, width: int) -> torch.Tensor:
    """Ignore a band on either side of every border between two classes.

    A pixel is in the band if a pixel of another class lies within ``width`` rows and columns. Next to ignored
    pixels, and at the edge of a chip, there is no border.

    Args:
        target: Class indices, (N, H, W), any integer type; 255 for ignored pixels.
        width: Of the band on one side, pixels; 0 for no band.

    Returns:
        (N, H, W), of the same type. Nothing is left of an object whose width is at most twice ``width``.
    """
    if not width:
        return target
    valid, classes = target != IGNORE_INDEX, target.float()
    highest = _highest_around(classes.where(valid, -1), width)
    lowest = -_highest_around((-classes).where(valid, -IGNORE_INDEX), width)
    return target.masked_fill((highest != lowest) & valid, IGNORE_INDEX)


def _highest_around(values: torch.Tensor, width: int) -> torch.Tensor:
    """The highest value in the square around each pixel, (N, H, W): along rows, then along columns."""
    side = 2 * width + 1
    of_rows = functional.max_pool2d(values[:, None], (1, side), 1, (0, width))
    return functional.max_pool2d(of_rows, (side, 1), 1, (width, 0))[:, 0]
