"""Normalisation of the bands to mean 0 and standard deviation 1, with 0 where not valid."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ..contract.model_card import Band


class Normalise(nn.Module):
    """Subtracts each band's mean, divides by its standard deviation, and sets invalid pixels to 0.

    The statistics are those of the training area for every chip and tile, so that no tile border shows.
    """

    scale: Tensor
    offset: Tensor

    def __init__(self, bands: Sequence[Band]) -> None:
        super().__init__()
        self.register_buffer("scale", _per_channel([1 / band.std for band in bands]))
        self.register_buffer("offset", _per_channel([-band.mean / band.std for band in bands]))

    def forward(self, values: Tensor, valid: Tensor) -> Tensor:
        """Normalised values.

        Args:
            values: (N, C, H, W), any type; may hold NaN where not valid.
            valid: bool (N, H, W).

        Returns:
            float32 (N, C, H, W), channels last; invalid pixels are 0, which is the mean.
        """
        # Interleaved while still bytes, then scaled as long lines: five times as fast as in one step.
        interleaved = values.contiguous(memory_format=torch.channels_last).permute(0, 2, 3, 1)
        number, height, width, bands = interleaved.shape
        lines = interleaved.to(torch.float32, copy=True).view(number, height, width * bands)
        lines.mul_(self.scale.flatten().repeat(width)).add_(self.offset.flatten().repeat(width))
        values = lines.view(number, height, width, bands).permute(0, 3, 1, 2)
        # On a CPU the test is faster than filling; a graphics card would have to synchronise for it.
        if valid.device.type == "cpu" and bool(valid.all()):
            return values
        return values.masked_fill_(~valid[:, None], 0)


def _per_channel(numbers: Sequence[float]) -> Tensor:
    return torch.tensor(numbers, dtype=torch.float32).reshape(1, -1, 1, 1)
