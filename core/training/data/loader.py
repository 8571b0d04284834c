"""Batches read ahead by threads, in an order that does not depend on them.

Threads, not processes: GDAL decodes and numpy copies without Python's lock, nothing has to be sent between
processes, and no process is left behind when a job is killed, on any system.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial

import numpy as np
import torch
from rasterio.windows import Window

from ...geodata.raster.prefetch import made_ahead
from ...geodata.raster.scene import Scene
from ..augment.copy_paste import Chip
from ..augment.d4 import turn_square
from ..augment.pipeline import Augmentation, Change
from .sampling import ChipPlaces, Place

READING_THREADS = 2
BATCHES_AHEAD = 3


@dataclass(frozen=True)
class Batch:
    """Chips ready for the device.

    Attributes:
        values: (N, bands, H, W) in the rasters' type.
        valid: bool (N, H, W).
        target: int64 (N, H, W) of class indices; 255 counts for nothing.
        changes: How each chip is varied; copies and turns are done, the rest is to be done once the values
            are normalised.
    """

    values: torch.Tensor
    valid: torch.Tensor
    target: torch.Tensor
    changes: tuple[Change, ...]

    def split(self, size: int) -> Iterator[Batch]:
        """Parts of at most ``size`` chips, in order."""
        for start in range(0, len(self.target), size):
            part = slice(start, start + size)
            yield Batch(*(getattr(self, item.name)[part] for item in fields(self)))


def load_batches(
    scenes: Sequence[Scene],
    targets: Sequence[Scene],
    places: ChipPlaces,
    chip_size: int,
    batch_size: int,
    augmentation: Augmentation,
) -> Generator[Batch, None, None]:
    """The chips of an epoch, batch by batch.

    Args:
        scenes: The rasters.
        targets: Their class rasters, one each, on the same grids.
        places: Where the chips lie.
        chip_size: Side of a chip.
        batch_size: Chips of a batch; the last may be smaller.
        augmentation: How they are varied.

    Yields:
        Batches in the order of ``places``.
    """

    def read(place: Place, turn: int) -> Chip:
        window = Window(place.col, place.row, chip_size, chip_size)
        planes = (*scenes[place.scene].read_with_valid(window), targets[place.scene].read(window)[0])
        return Chip(*(turn_square(plane, turn) for plane in planes))

    def load(number: int) -> tuple[Chip, Change]:
        change = augmentation.draw(places.generator(number))
        chip = read(places.at(number), change.turn)
        if change.donor is not None:
            chip = augmentation.donors.paste(chip, read(change.donor, change.donor_turn))
        return chip, change

    def load_batch(first: int) -> Batch:
        last = min(first + batch_size, len(places))
        chips, changes = zip(*(load(number) for number in range(first, last)), strict=True)
        values, valid, target = (torch.from_numpy(np.stack(planes)) for planes in zip(*chips, strict=True))
        return Batch(values, valid, target.long(), changes)

    calls = (partial(load_batch, first) for first in range(0, len(places), batch_size))
    yield from made_ahead(calls, READING_THREADS, BATCHES_AHEAD)
