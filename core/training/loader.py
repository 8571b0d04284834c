"""Batches read ahead by threads, in an order that does not depend on them.

Threads, not processes: GDAL decodes and numpy copies without Python's lock, nothing has to be sent between
processes, and no process is left behind when a job is killed, on any system.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, fields

import numpy as np
import torch
from rasterio.windows import Window

from ..geodata.raster import Scene
from .augmentation import turn_square
from .sampling import ChipPlaces

READING_THREADS = 2
BATCHES_AHEAD = 3


@dataclass(frozen=True)
class Batch:
    """Chips ready for the device.

    Attributes:
        values: (N, bands, H, W) in the rasters' type.
        valid: bool (N, H, W).
        target: int64 (N, H, W) of class indices; 255 counts for nothing.
        contrast: float32 (N, bands), by how much contrast is to be changed once the values are normalised.
        brightness: float32 (N, bands), the same for brightness.
    """

    values: torch.Tensor
    valid: torch.Tensor
    target: torch.Tensor
    contrast: torch.Tensor
    brightness: torch.Tensor

    def split(self, size: int) -> Iterator[Batch]:
        """Parts of at most ``size`` chips, in order."""
        for start in range(0, len(self.target), size):
            part = slice(start, start + size)
            yield Batch(*(getattr(self, item.name)[part] for item in fields(self)))


def load_batches(
    scenes: Sequence[Scene], targets: Sequence[Scene], places: ChipPlaces, chip_size: int, batch_size: int
) -> Generator[Batch, None, None]:
    """The chips of an epoch, batch by batch.

    Args:
        scenes: The rasters.
        targets: Their class rasters, one each, on the same grids.
        places: Where the chips lie.
        chip_size: Side of a chip.
        batch_size: Chips of a batch; the last may be smaller.

    Yields:
        Batches in the order of ``places``.
    """

    def read_chip(number: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        scene, turn = int(places.scene[number]), int(places.turn[number])
        window = Window(int(places.col[number]), int(places.row[number]), chip_size, chip_size)
        values, valid = scenes[scene].read_with_valid(window)
        target = targets[scene].read(window)[0]
        return turn_square(values, turn), turn_square(valid, turn), turn_square(target, turn)

    def read_batch(first: int) -> Batch:
        last = min(first + batch_size, len(places))
        chips = [read_chip(number) for number in range(first, last)]
        values, valid, target = (torch.from_numpy(np.stack(planes)) for planes in zip(*chips, strict=True))
        contrast, brightness = (torch.from_numpy(c[first:last]) for c in (places.contrast, places.brightness))
        return Batch(values, valid, target.long(), contrast, brightness)

    waiting: deque[Future[Batch]] = deque()
    with ThreadPoolExecutor(READING_THREADS) as readers:
        try:
            for first in range(0, len(places), batch_size):
                waiting.append(readers.submit(read_batch, first))
                if len(waiting) > BATCHES_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
