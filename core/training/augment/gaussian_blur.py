"""Gaussian gaussian_blur in which pixels without data have no part."""

from __future__ import annotations

import math

import torch
from torchvision import tv_tensors
from torchvision.transforms.v2 import functional

REACH = 3
"""Standard deviations from the kernel's middle to its end: 99.7 % of the weight."""


def gaussian_blur(values: torch.Tensor, valid: torch.Tensor, sigma: float) -> torch.Tensor:
    """One chip, blurred.

    Each valid pixel becomes the weighted mean of the valid pixels around it: the blurred values over the
    blurred share of valid pixels (normalised convolution; Knutsson and Westin 1993,
    doi:10.1109/CVPR.1993.341081). Beyond the chip's border lies its mirror image.

    Args:
        values: float32 (bands, H, W), 0 where not valid.
        valid: bool (H, W).
        sigma: Standard deviation of the Gaussian in pixels, above 0 and below H / 3 and W / 3.

    Returns:
        float32 (bands, H, W), 0 where not valid.
    """
    planes = tv_tensors.Image(torch.cat([values, valid[None].to(values)]))
    length = 2 * math.ceil(REACH * sigma) + 1
    # One direction after the other: the kernel has length, not length squared, numbers.
    across = functional.gaussian_blur(planes, [length, 1], [sigma, sigma])
    blurred: torch.Tensor = functional.gaussian_blur(across, [1, length], [sigma, sigma]).as_subclass(
        torch.Tensor
    )
    return torch.where(valid, blurred[:-1] / blurred[-1], 0)
