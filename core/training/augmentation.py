"""Chips varied so that the network learns what does not matter; overhead imagery has no up."""

from __future__ import annotations

import numpy as np
import torch

CONTRAST, BAND_CONTRAST = 0.4, 0.1
"""Most by which the spread of a chip's values grows or shrinks: all bands together, each band for itself."""

BRIGHTNESS, BAND_BRIGHTNESS = 0.8, 0.4
"""Most by which a chip's values are shifted, in standard deviations of the band. Haze and time of day shift
the scenes of one flight campaign by about as much."""


def turn_square(planes: np.ndarray, turn: int) -> np.ndarray:
    """One of the eight symmetries of a square: quarter turns, and the same after a mirror.

    Args:
        planes: (…, H, W) with H equal to W.
        turn: 0 to 7; 0 changes nothing.

    Returns:
        A view of the same shape and type.
    """
    turned = np.rot90(planes, turn % 4, axes=(-2, -1))
    return turned[..., ::-1] if turn >= 4 else turned


def draw_colours(rng: np.random.Generator, count: int, bands: int) -> tuple[np.ndarray, np.ndarray]:
    """How the colours of chips are changed: all bands together, and a little each band for itself.

    Args:
        rng: Where chance comes from.
        count: Number of chips.
        bands: Number of bands.

    Returns:
        Contrast (a factor around 1) and brightness (a shift around 0, in standard deviations of the band),
        each float32 (count, bands).
    """

    def draw(columns: int) -> np.ndarray:
        return rng.uniform(-1, 1, (count, columns)).astype(np.float32)

    contrast = (1 + CONTRAST * draw(1)) * (1 + BAND_CONTRAST * draw(bands))
    return contrast, BRIGHTNESS * draw(1) + BAND_BRIGHTNESS * draw(bands)


def vary_colours(
    values: torch.Tensor, valid: torch.Tensor, contrast: torch.Tensor, brightness: torch.Tensor
) -> torch.Tensor:
    """Chips with other contrast and brightness.

    Args:
        values: Normalised, (N, bands, H, W).
        valid: bool (N, H, W); other pixels stay at 0, the mean.
        contrast: Factor, (N, bands).
        brightness: Shift, (N, bands).

    Returns:
        Values of the same shape, type and device.
    """
    contrast, brightness = contrast.to(values)[..., None, None], brightness.to(values)[..., None, None]
    return (values * contrast + brightness) * valid[:, None]
