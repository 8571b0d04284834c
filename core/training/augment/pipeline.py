"""How each chip is augmented, so that the network learns what does not matter.

What happens to a chip is drawn from the chip's own random generator. What moves whole pixels (copy-paste, D4)
is done where chips are read; the rest on the device, where a graphics card has time for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from ...contract.texts.augmentation import parse_augmentation
from ..data.sampling import ChipPosition
from .color_jitter import add_noise, color_jitter
from .copy_paste import Donors
from .d4 import Planes, resample
from .gaussian_blur import gaussian_blur

T = TypeVar("T")


@dataclass(frozen=True)
class ColorJitter:
    """Other color_jitter of a chip; each float32 (bands,).

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
    """How one chip is varied; as it stands, not at all.

    Attributes:
        donor: Where rare classes are copied from.
        donor_d4: 0 to 7, one of the square's eight symmetries, for what is copied.
        turn: The same for the chip.
        zoom: Above 1 things become larger.
        angle: Degrees, clockwise.
        blur: Standard deviation in pixels.
        color_jitter: None for the same.
        noise: Standard deviation, in those of the bands.
        noise_seed: What noise it is.
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
    """Draws how chips are varied.

    Args:
        text: What is in force; see ``parse_augmentation``.
        bands: Bands of a chip.
        donors: Where rare classes can be copied from.

    Attributes:
        donors: As given.
        is_in_force: Whether anything is varied.
        copies: Whether rare classes are copied.
    """

    def __init__(self, text: str, bands: int, donors: Donors) -> None:
        self.donors = donors
        self._bands = bands
        self._parts = {part.name: dict(part.parameters) for part in parse_augmentation(text)}
        self.is_in_force = bool(self._parts)
        self.copies = "copy_paste" in self._parts

    def draw(self, rng: np.random.Generator) -> AugmentationParams:
        """How one chip is varied.

        Args:
            rng: The chip's random generator.
        """
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
        """What a part draws, if it is in force and happens to this chip."""
        if name not in self._parts:
            return otherwise
        numbers = dict(self._parts[name])
        probability = float(numbers.pop("probability", 1))
        return draw(rng, **numbers) if rng.random() < probability else otherwise

    def _color_jitter(
        self, rng: np.random.Generator, brightness: float, contrast: float, gamma: float, per_band: float
    ) -> ColorJitter:
        """All bands together, and a little each band for itself."""

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
    """The chips of a batch, augmented on the device they are on; copy-paste and D4 are done already.

    Args:
        values: Normalised, float32 (N, bands, H, W), 0 where not valid.
        valid: bool (N, H, W).
        target: Class indices (N, H, W), 255 where nothing counts.
        params: How each chip is augmented.

    Returns:
        All three, of the same shapes and types; what was given is left as it is.
    """
    if any(each.zoom != 1 or each.angle or each.blur for each in params):
        # One chip after the other: torchvision's kernels take one angle, one zoom and one sigma for all.
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
