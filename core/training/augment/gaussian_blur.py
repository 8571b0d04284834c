"""Gaussian blur of a chip that ignores nodata pixels."""

from __future__ import annotations

import math

import torch
from torchvision import tv_tensors
from torchvision.transforms.v2 import functional

REACH = 3
"""Radius of the kernel in standard deviations: 99.7 % of the weight."""


def gaussian_blur(values: torch.Tensor, valid: torch.Tensor, sigma: float) -> torch.Tensor:
    """Blur one chip.

    Each valid pixel becomes the weighted mean of the valid pixels around it: the blurred values divided by
    the blurred mask of valid pixels (normalised convolution; Knutsson and Westin 1993,
    doi:10.1109/CVPR.1993.341081). The chip is reflected at its border.

    Args:
        values: float32 (bands, H, W), 0 where not valid.
        valid: bool (H, W).
        sigma: Standard deviation of the Gaussian in pixels, above 0 and below H / 3 and W / 3.

    Returns:
        float32 (bands, H, W), 0 where not valid.
    """
    planes = tv_tensors.Image(torch.cat([values, valid[None].to(values)]))
    length = 2 * math.ceil(REACH * sigma) + 1
    # Separable: one axis after the other costs length, not length squared.
    across = functional.gaussian_blur(planes, [length, 1], [sigma, sigma])
    blurred: torch.Tensor = functional.gaussian_blur(across, [1, length], [sigma, sigma]).as_subclass(
        torch.Tensor
    )
    return torch.where(valid, blurred[:-1] / blurred[-1], 0)
