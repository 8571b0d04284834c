"""Scale and rotation: a chip resampled about its centre, image and target with the same transform."""

from __future__ import annotations

import math

import torch
from torchvision import tv_tensors
from torchvision.transforms.v2 import InterpolationMode, functional

from ...contract.classes import IGNORE_INDEX
from .gaussian_blur import gaussian_blur

Planes = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""Values, valid and target of one chip."""


def resample(
    values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, angle: float, zoom: float
) -> Planes:
    """Rotate and scale one chip.

    Target and valid are those of the nearest pixel. Values are interpolated bilinearly between valid pixels
    only; the nearest one is valid, and has at least a quarter of the weight. Pixels from outside the chip are
    not valid, and ignored in the target.

    Args:
        values: float32 (bands, H, W), 0 where not valid.
        valid: bool (H, W).
        target: Class indices (H, W), any integer type.
        angle: Degrees, clockwise.
        zoom: Scale factor; above 1 objects become larger.

    Returns:
        All three, of the same shapes and types; values are 0 where not valid.
    """
    if zoom < 1:
        # Anti-aliasing: without it the image would be sharper than that of a coarser sensor.
        values = gaussian_blur(values, valid, math.sqrt(1 / zoom**2 - 1) / 2)
    # Both calls sample the same grid, so that image and target stay aligned to the pixel.
    transform = {"angle": angle, "translate": [0, 0], "scale": zoom, "shear": [0.0, 0.0]}
    labels = tv_tensors.Mask(torch.stack([target, valid.to(target)]))
    target, nearest_valid = functional.affine(labels, fill=[IGNORE_INDEX, 0], **transform).as_subclass(
        torch.Tensor
    )
    valid_after = nearest_valid.bool()
    planes = tv_tensors.Image(torch.cat([values, valid[None].to(values)]))
    moved = functional.affine(planes, interpolation=InterpolationMode.BILINEAR, **transform).as_subclass(
        torch.Tensor
    )
    return torch.where(valid_after, moved[:-1] / moved[-1], 0), valid_after, target
