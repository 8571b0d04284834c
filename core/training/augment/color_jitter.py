"""Changes gamma, contrast and brightness of a batch of chips, and adds noise.

Torchvision's kernels need three bands between 0 and 1, and draw noise from a generator that all threads
share. Here there may be any number of bands, values are in standard deviations, and a batch is done at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch

BLACK, WHITE = -3.0, 3.0
"""Range of gamma, in standard deviations from the mean: it holds nearly all values of a band."""


def color_jitter(
    values: torch.Tensor,
    valid: torch.Tensor,
    contrast: torch.Tensor,
    brightness: torch.Tensor,
    gamma: torch.Tensor | None = None,
) -> torch.Tensor:
    """Change gamma, contrast and brightness of chips.

    Args:
        values: Normalised, (N, bands, H, W).
        valid: bool (N, H, W).
        contrast: Factor, (N, bands).
        brightness: Shift in standard deviations, (N, bands).
        gamma: Exponent for values scaled to 0 (black) to 1 (white), (N, bands); None for 1 everywhere. Values
            beyond black and white stay, and so does the order of values.

    Returns:
        Values of the same shape, type, memory layout and device; 0, the mean, where not valid.
    """
    if gamma is not None:
        share = (values - BLACK).div_(WHITE - BLACK).clamp_(0, 1)
        # The change of the share; beyond black and white it is 0 or 1 before and after.
        bend = share.pow(gamma[..., None, None]).sub_(share)
        values = values + bend.mul_(WHITE - BLACK)
    jittered = torch.addcmul(brightness[..., None, None], values, contrast[..., None, None])
    return jittered.masked_fill_(~valid[:, None], 0)


def add_noise(
    values: torch.Tensor, valid: torch.Tensor, strengths: Sequence[float], seeds: Sequence[int]
) -> torch.Tensor:
    """Add Gaussian noise to chips.

    The noise of a chip is drawn from a generator of its own on the device, seeded with the chip's seed: it is
    the same whatever else is drawn, before or at the same time.

    Args:
        values: Normalised, (N, bands, H, W).
        valid: bool (N, H, W).
        strengths: Standard deviation of each chip's noise, in standard deviations of the band; 0 for none.
        seeds: Seed of each chip's noise, 0 to 2**63 - 1.

    Returns:
        Values of the same shape, type, memory layout and device; 0 where not valid.
    """
    values = values.clone()
    generator = torch.Generator(values.device)
    for number, (strength, seed) in enumerate(zip(strengths, seeds, strict=True)):
        if strength:
            generator.manual_seed(seed)
            noise = torch.randn(values.shape[1:], generator=generator, device=values.device)
            values[number] += strength * noise * valid[number]
    return values
