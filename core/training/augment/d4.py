"""Chips turned, mirrored and zoomed; image and target stay on each other to the pixel."""

from __future__ import annotations

import math

import numpy as np
import torch
from torchvision import tv_tensors
from torchvision.transforms.v2 import InterpolationMode, functional

from ...contract.classes import IGNORE_INDEX
from .gaussian_blur import gaussian_blur

Planes = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""Values, valid and target of one chip."""


def d4_transform(planes: np.ndarray, turn: int) -> np.ndarray:
    """One of the eight symmetries of a square: quarter turns, and the same after a mirror.

    A view costs nothing; the pixels are copied once, when the chips of a batch are put together.

    Args:
        planes: (…, H, W) with H equal to W.
        turn: 0 to 7; 0 changes nothing.

    Returns:
        A view of the same shape and type.
    """
    turned = np.rot90(planes, turn % 4, axes=(-2, -1))
    return turned[..., ::-1] if turn >= 4 else turned


def resample(
    values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, angle: float, zoom: float
) -> Planes:
    """One chip turned and zoomed about its centre.

    Target and valid are those of the nearest pixel. A value is interpolated between the four pixels around
    it, those that are valid alone; the nearest one is, so it has a quarter of the weight at least. What comes
    from outside the chip is not valid, and its target counts for nothing.

    Args:
        values: float32 (bands, H, W), 0 where not valid.
        valid: bool (H, W).
        target: Class indices (H, W), any integer type.
        angle: Degrees, clockwise.
        zoom: Above 1 things become larger.

    Returns:
        All three, of the same shapes and types; values are 0 where not valid.
    """
    if zoom < 1:
        # What was sharp would be sharper than a coarser sensor sees, with stairs along slanted lines.
        values = gaussian_blur(values, valid, math.sqrt(1 / zoom**2 - 1) / 2)
    # Both calls sample the same grid.
    how = {"angle": angle, "translate": [0, 0], "scale": zoom, "shear": [0.0, 0.0]}
    labels = tv_tensors.Mask(torch.stack([target, valid.to(target)]))
    target, nearest_valid = functional.affine(labels, fill=[IGNORE_INDEX, 0], **how).as_subclass(torch.Tensor)
    valid_after = nearest_valid.bool()
    planes = tv_tensors.Image(torch.cat([values, valid[None].to(values)]))
    moved = functional.affine(planes, interpolation=InterpolationMode.BILINEAR, **how).as_subclass(
        torch.Tensor
    )
    return torch.where(valid_after, moved[:-1] / moved[-1], 0), valid_after, target
