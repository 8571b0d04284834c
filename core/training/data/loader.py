"""The data loader: chips read in threads and stacked into batches, always in the same order.

Threads, not processes: GDAL decodes and numpy copies without Python's global lock, nothing has to be sent
between processes, and no process is left behind when a job is killed, on any system.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial

import numpy as np
import torch
from rasterio.windows import Window

from ...geodata.chips.sampling import ChipPosition, ChipPositions
from ...geodata.raster.prefetch import prefetch
from ...geodata.raster.scene import Scene
from ..augment.copy_paste import Chip
from ..augment.d4 import d4_transform
from ..augment.pipeline import Augmentation, AugmentationParams

READING_THREADS = 2
PREFETCHED_BATCHES = 3


@dataclass(frozen=True)
class Batch:
    """Chips ready for the device.

    Attributes:
        values: (N, bands, H, W) in the rasters' type.
        valid: bool (N, H, W).
        target: int64 (N, H, W) of class indices; 255 is ignored.
        params: Augmentation of each chip; copy-paste and D4 are done, the rest follows on the device after
            normalisation.
    """

    values: torch.Tensor
    valid: torch.Tensor
    target: torch.Tensor
    params: tuple[AugmentationParams, ...]

    def split(self, size: int) -> Iterator[Batch]:
        """Micro-batches of at most ``size`` chips, in order."""
        for start in range(0, len(self.target), size):
            chips = slice(start, start + size)
            yield Batch(*(getattr(self, item.name)[chips] for item in fields(self)))


def load_batches(
    scenes: Sequence[Scene],
    targets: Sequence[Scene],
    positions: ChipPositions,
    chip_size: int,
    batch_size: int,
    augmentation: Augmentation,
) -> Generator[Batch, None, None]:
    """The chips of an epoch, batch by batch.

    Args:
        scenes: The rasters.
        targets: Their class rasters, one each, on the same grids.
        positions: Of the chips.
        chip_size: Side of a chip, pixels.
        batch_size: Chips per batch; the last batch may be smaller.
        augmentation: Draws the augmentation of each chip.

    Yields:
        Batches in the order of ``positions``.
    """

    def read(position: ChipPosition, d4: int) -> Chip:
        window = Window(position.col, position.row, chip_size, chip_size)
        planes = (*scenes[position.scene].read_with_valid(window), targets[position.scene].read(window)[0])
        return Chip(*(d4_transform(plane, d4) for plane in planes))

    def load(number: int) -> tuple[Chip, AugmentationParams]:
        params = augmentation.draw(positions.generator(number))
        chip = read(positions.at(number), params.d4)
        if params.donor is not None:
            chip = augmentation.donors.paste(chip, read(params.donor, params.donor_d4))
        return chip, params

    def load_batch(first: int) -> Batch:
        last = min(first + batch_size, len(positions))
        chips, params = zip(*(load(number) for number in range(first, last)), strict=True)
        values, valid, target = (torch.from_numpy(np.stack(planes)) for planes in zip(*chips, strict=True))
        return Batch(values, valid, target.long(), params)

    calls = (partial(load_batch, first) for first in range(0, len(positions), batch_size))
    yield from prefetch(calls, READING_THREADS, PREFETCHED_BATCHES)
