"""Mean and standard deviation of each band over the pixels that training sees, to normalise the input."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ...contract.messages.errors import RasterError
from ...contract.messages.reporter import Reporter
from ...contract.model_card import Band
from ..chips.cells import in_pixels
from ..chips.index import ChipIndex
from ..raster.scene import Scene
from ..raster.windows import blocks
from .split import Split

READ_SIDE = 1024
"""Side of the largest window read at once, pixels."""


@dataclass
class _Moments:
    """Running count, mean, sum of squared deviations, minimum and maximum."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0
    minimum: float = math.inf
    maximum: float = -math.inf

    def add(self, values: np.ndarray) -> None:
        """Add values (n,), n at least 1 (Chan, Golub, LeVeque 1983, doi:10.2307/2683386).

        In float64 and without cancellation, also if the mean is large compared with the deviation.
        """
        values = values.astype(np.float64)
        mean = float(values.mean())
        total = self.count + values.size
        shift = mean - self.mean
        self.squares += float(((values - mean) ** 2).sum()) + shift**2 * self.count * values.size / total
        self.mean += shift * values.size / total
        self.count = total
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))


def band_statistics(
    scenes: Sequence[Scene], split: Split, index: ChipIndex, reporter: Reporter
) -> tuple[Band, ...]:
    """Statistics of each band over the valid pixels of the training subset.

    Of the chip-sized squares, side by side from the scene's origin, those with a training label count, and of
    these the pixels that training chips can show, labelled or not: neither validation nor unlabelled regions.

    Args:
        scenes: The scenes.
        split: Determines the pixels that training chips can show.
        index: The index of the labels.
        reporter: For progress, cancellation, and a warning about constant bands.

    Returns:
        One entry per band; ``std`` is the population standard deviation, 1 for a constant band.

    Raises:
        RasterError: A scene cannot be read, or there is no valid pixel.
    """
    work = [(number, window) for number in range(len(scenes)) for window in _windows(number, split, index)]
    moments = [_Moments() for _ in scenes[0].band_names]
    for done, (number, window) in enumerate(work, start=1):
        values, valid = scenes[number].read_with_valid(window)
        valid &= in_pixels(split.seen[number], window, index.cell_size)
        if valid.any():
            for band, band_moments in zip(values, moments):
                band_moments.add(band[valid])
        reporter.progress(done, len(work), "blocks", "Computing band statistics")
    if not moments[0].count:
        raise RasterError("The labelled part of the rasters has no valid pixel.", "Check their nodata value.")
    return tuple(_to_band(name, m, reporter) for name, m in zip(scenes[0].band_names, moments))


def _windows(number: int, split: Split, index: ChipIndex) -> Iterator[Window]:
    """Windows that cover the training squares of a scene; adjacent squares of a row are read together."""
    (height, width), chip = index.sizes[number], index.chip_size
    labelled = index.chip_counts(number, split.seen[number]).sum(axis=2) > 0
    for row, squares in enumerate(labelled):
        edges = np.flatnonzero(np.diff(squares, prepend=False, append=False))
        for first, end in edges.reshape(-1, 2) * chip:
            rows, cols = min(chip, height - row * chip), min(end, width) - first
            for block in blocks(rows, int(cols), READ_SIDE):
                yield Window(
                    int(first) + block.col_off, row * chip + block.row_off, block.width, block.height
                )


def _to_band(name: str, moments: _Moments, reporter: Reporter) -> Band:
    std = math.sqrt(moments.squares / moments.count)
    if moments.minimum == moments.maximum or std == 0:
        reporter.warning(
            f"The band '{name}' has the value {moments.minimum:g} everywhere: it carries no information."
        )
        std = 1.0
    return Band(name, moments.mean, std, moments.minimum, moments.maximum)
