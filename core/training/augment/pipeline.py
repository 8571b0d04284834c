"""Augmentation: the parameters drawn for each chip, and their application to a batch.

The parameters are drawn from the chip's own random generator. Copy-paste and D4, which move whole pixels, are
applied while chips are read; the rest on the device, where a graphics card has time for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from ...contract.texts.augmentation import parse_augmentation
from ...geodata.chips.sampling import ChipPosition
from .affine import Planes, resample
from .color_jitter import add_noise, color_jitter
from .copy_paste import Donors
from .gaussian_blur import gaussian_blur

T = TypeVar("T")


@dataclass(frozen=True)
class ColorJitter:
    """Parameters of color jitter for one chip; each float32 (bands,).

    Attributes:
        contrast: Factor, around 1.
        brightness: Shift, in standard deviations of the band.
        gamma: Exponent, around 1.
    """

    contrast: np.ndarray
    brightness: np.ndarray
    gamma: np.ndarray


@dataclass(frozen=True)
class AugmentationParams:
    """How one chip is augmented; the defaults change nothing.

    Attributes:
        donor: Position of the chip that rare classes are copied from; None for no copy-paste.
        donor_d4: Flip and rotation of the donor, 0 to 7; see ``d4_transform``.
        d4: Flip and rotation of the chip, 0 to 7.
        zoom: Scale factor; above 1 objects become larger.
        angle: Degrees, clockwise.
        blur: Standard deviation in pixels; 0 for none.
        color_jitter: None for none.
        noise: Standard deviation, in standard deviations of the band; 0 for none.
        noise_seed: Seed of the noise.
    """

    donor: ChipPosition | None = None
    donor_d4: int = 0
    d4: int = 0
    zoom: float = 1.0
    angle: float = 0.0
    blur: float = 0.0
    color_jitter: ColorJitter | None = None
    noise: float = 0.0
    noise_seed: int = 0


class Augmentation:
    """Draws the augmentation parameters of chips.

    Args:
        text: The job's augmentation; see ``parse_augmentation``.
        bands: Bands of a chip.
        donors: Draws the chips that rare classes are copied from.

    Attributes:
        donors: As given.
        is_in_force: Whether anything is augmented.
        copies: Whether rare classes are copied.
    """

    def __init__(self, text: str, bands: int, donors: Donors) -> None:
        self.donors = donors
        self._bands = bands
        self._terms = {term.name: dict(term.parameters) for term in parse_augmentation(text)}
        self.is_in_force = bool(self._terms)
        self.copies = "copy_paste" in self._terms

    def draw(self, rng: np.random.Generator) -> AugmentationParams:
        """The augmentation parameters of one chip, from its random generator."""
        noise, noise_seed = self._drawn("noise", rng, _noise, (0.0, 0))
        return AugmentationParams(
            donor=self._drawn("copy_paste", rng, self.donors.draw, None),
            donor_d4=self._drawn("d4", rng, _d4, 0),
            d4=self._drawn("d4", rng, _d4, 0),
            zoom=self._drawn("scale", rng, _zoom, 1.0),
            angle=self._drawn("rotation", rng, _angle, 0.0),
            blur=self._drawn("gaussian_blur", rng, _gaussian_blur, 0.0),
            color_jitter=self._drawn("color_jitter", rng, self._color_jitter, None),
            noise=noise,
            noise_seed=noise_seed,
        )

    def _drawn(self, name: str, rng: np.random.Generator, draw: Callable[..., T], otherwise: T) -> T:
        """What one augmentation draws, if it is in force and its probability is met; else ``otherwise``."""
        if name not in self._terms:
            return otherwise
        numbers = dict(self._terms[name])
        probability = float(numbers.pop("probability", 1))
        return draw(rng, **numbers) if rng.random() < probability else otherwise

    def _color_jitter(
        self, rng: np.random.Generator, brightness: float, contrast: float, gamma: float, per_band: float
    ) -> ColorJitter:
        """A draw for all bands together, plus ``per_band`` times a draw of each band's own."""

        def draw(most: float) -> tuple[float, np.ndarray]:
            return rng.uniform(-most, most), rng.uniform(-most, most, self._bands) * per_band

        factor, band_factors = draw(contrast)
        shift, band_shifts = draw(brightness)
        exponent, band_exponents = draw(np.log1p(gamma))
        drawn = ((1 + factor) * (1 + band_factors), shift + band_shifts, np.exp(exponent + band_exponents))
        return ColorJitter(*(numbers.astype(np.float32) for numbers in drawn))


def _d4(rng: np.random.Generator) -> int:
    return int(rng.integers(8))


def _zoom(rng: np.random.Generator, factor: float) -> float:
    return float(factor ** rng.uniform(-1, 1))


def _angle(rng: np.random.Generator, degrees: float) -> float:
    return float(rng.uniform(-degrees, degrees))


def _gaussian_blur(rng: np.random.Generator, sigma: float) -> float:
    return float(rng.uniform(0, sigma))


def _noise(rng: np.random.Generator, strength: float) -> tuple[float, int]:
    return float(rng.uniform(0, strength)), int(rng.integers(2**63))


def augment(
    values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, params: Sequence[AugmentationParams]
) -> Planes:
    """Augment a batch on its device; copy-paste and D4 have been applied while reading.

    Args:
        values: Normalised, float32 (N, bands, H, W), 0 where not valid.
        valid: bool (N, H, W).
        target: Class indices (N, H, W), 255 where ignored.
        params: Of each chip.

    Returns:
        All three, of the same shapes and types; the inputs are not changed.
    """
    if any(each.zoom != 1 or each.angle or each.blur for each in params):
        # Chip by chip: torchvision's kernels take one angle, zoom and sigma for the whole batch.
        values, valid, target = values.clone(), valid.clone(), target.clone()
        for number, each in enumerate(params):
            _resample_and_blur(values[number], valid[number], target[number], each)
    jitters = [each.color_jitter for each in params if each.color_jitter]
    if jitters:
        contrast, brightness, gamma = (
            torch.from_numpy(np.stack([getattr(each, name) for each in jitters])).to(values.device)
            for name in ("contrast", "brightness", "gamma")
        )
        bends = any((each.gamma != 1).any() for each in jitters)
        values = color_jitter(values, valid, contrast, brightness, gamma if bends else None)
    if any(each.noise for each in params):
        strengths, seeds = zip(*((each.noise, each.noise_seed) for each in params), strict=True)
        values = add_noise(values, valid, strengths, seeds)
    return values, valid, target


def _resample_and_blur(
    values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, params: AugmentationParams
) -> None:
    """Zoom, rotate and blur one chip, in place."""
    if params.zoom != 1 or params.angle:
        for old, new in zip(
            (values, valid, target), resample(values, valid, target, params.angle, params.zoom), strict=True
        ):
            old.copy_(new)
    if params.blur:
        values.copy_(gaussian_blur(values, valid, params.blur))
