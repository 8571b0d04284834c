"""How each chip is varied, so that the network learns what does not matter.

What happens to a chip is drawn from the chip's own source of chance. What moves whole pixels (copy and paste,
turns) is done where chips are read; the rest on the device, where a graphics card has time for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from ...contract.texts.augmentation import parse_augmentation
from ..data.sampling import Place
from .color_jitter import add_noise, vary_colours
from .copy_paste import Donors
from .d4 import Planes, resample
from .gaussian_blur import blur

T = TypeVar("T")


@dataclass(frozen=True)
class Colours:
    """Other colours of a chip; each float32 (bands,).

    Attributes:
        contrast: Factor, around 1.
        brightness: Shift, in standard deviations of the band.
        gamma: Exponent, around 1.
    """

    contrast: np.ndarray
    brightness: np.ndarray
    gamma: np.ndarray


@dataclass(frozen=True)
class Change:
    """How one chip is varied; as it stands, not at all.

    Attributes:
        donor: Where rare classes are copied from.
        donor_turn: 0 to 7, one of the square's eight symmetries, for what is copied.
        turn: The same for the chip.
        zoom: Above 1 things become larger.
        angle: Degrees, clockwise.
        blur: Standard deviation in pixels.
        colours: None for the same.
        noise: Standard deviation, in those of the bands.
        noise_seed: What noise it is.
    """

    donor: Place | None = None
    donor_turn: int = 0
    turn: int = 0
    zoom: float = 1.0
    angle: float = 0.0
    blur: float = 0.0
    colours: Colours | None = None
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

    def draw(self, rng: np.random.Generator) -> Change:
        """How one chip is varied.

        Args:
            rng: The chip's source of chance.
        """
        noise, noise_seed = self._drawn("noise", rng, _noise, (0.0, 0))
        return Change(
            donor=self._drawn("copy_paste", rng, self.donors.draw, None),
            donor_turn=self._drawn("turns", rng, _turn, 0),
            turn=self._drawn("turns", rng, _turn, 0),
            zoom=self._drawn("scale", rng, _zoom, 1.0),
            angle=self._drawn("rotation", rng, _angle, 0.0),
            blur=self._drawn("blur", rng, _blur, 0.0),
            colours=self._drawn("colour", rng, self._colours, None),
            noise=noise,
            noise_seed=noise_seed,
        )

    def _drawn(self, name: str, rng: np.random.Generator, draw: Callable[..., T], otherwise: T) -> T:
        """What a part draws, if it is in force and happens to this chip."""
        if name not in self._parts:
            return otherwise
        numbers = dict(self._parts[name])
        chance = float(numbers.pop("chance", 1))
        return draw(rng, **numbers) if rng.random() < chance else otherwise

    def _colours(
        self, rng: np.random.Generator, brightness: float, contrast: float, gamma: float, per_band: float
    ) -> Colours:
        """All bands together, and a little each band for itself."""

        def draw(most: float) -> tuple[float, np.ndarray]:
            return rng.uniform(-most, most), rng.uniform(-most, most, self._bands) * per_band

        factor, band_factors = draw(contrast)
        shift, band_shifts = draw(brightness)
        exponent, band_exponents = draw(np.log1p(gamma))
        changes = ((1 + factor) * (1 + band_factors), shift + band_shifts, np.exp(exponent + band_exponents))
        return Colours(*(change.astype(np.float32) for change in changes))


def _turn(rng: np.random.Generator) -> int:
    return int(rng.integers(8))


def _zoom(rng: np.random.Generator, factor: float) -> float:
    return float(factor ** rng.uniform(-1, 1))


def _angle(rng: np.random.Generator, degrees: float) -> float:
    return float(rng.uniform(-degrees, degrees))


def _blur(rng: np.random.Generator, sigma: float) -> float:
    return float(rng.uniform(0, sigma))


def _noise(rng: np.random.Generator, strength: float) -> tuple[float, int]:
    return float(rng.uniform(0, strength)), int(rng.integers(2**63))


def vary(
    values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, changes: Sequence[Change]
) -> Planes:
    """The chips of a batch, varied on the device they are on; of copies and turns nothing is done here.

    Args:
        values: Normalised, float32 (N, bands, H, W), 0 where not valid.
        valid: bool (N, H, W).
        target: Class indices (N, H, W), 255 where nothing counts.
        changes: How each chip is varied.

    Returns:
        All three, of the same shapes and types; what was given is left as it is.
    """
    if any(change.zoom != 1 or change.angle or change.blur for change in changes):
        # One chip after the other: torchvision's kernels take one angle, one zoom and one sigma for all.
        values, valid, target = values.clone(), valid.clone(), target.clone()
        for number, change in enumerate(changes):
            _move(values[number], valid[number], target[number], change)
    colours = [change.colours for change in changes if change.colours]
    if colours:
        contrast, brightness, gamma = (
            torch.from_numpy(np.stack([getattr(each, name) for each in colours])).to(values.device)
            for name in ("contrast", "brightness", "gamma")
        )
        bends = any((each.gamma != 1).any() for each in colours)
        values = vary_colours(values, valid, contrast, brightness, gamma if bends else None)
    if any(change.noise for change in changes):
        strengths, seeds = zip(*((change.noise, change.noise_seed) for change in changes), strict=True)
        values = add_noise(values, valid, strengths, seeds)
    return values, valid, target


def _move(values: torch.Tensor, valid: torch.Tensor, target: torch.Tensor, change: Change) -> None:
    """Zoom, turn and blur one chip, in place."""
    if change.zoom != 1 or change.angle:
        for old, new in zip(
            (values, valid, target), resample(values, valid, target, change.angle, change.zoom), strict=True
        ):
            old.copy_(new)
    if change.blur:
        values.copy_(blur(values, valid, change.blur))
