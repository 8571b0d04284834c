"""Mean and spread of each band over the pixels that training sees: what normalises the input, always."""

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
"""Side of the largest square read at once, pixels."""


@dataclass
class _Moments:
    """Count, mean, sum of squared deviations, minimum and maximum of values seen so far."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0
    minimum: float = math.inf
    maximum: float = -math.inf

    def add(self, values: np.ndarray) -> None:
        """Take more values in (Chan, Golub, LeVeque 1983, doi:10.2307/2683386); float64, never cancelling.

        Args:
            values: (n,), n at least 1.
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
    """Statistics of each band over the valid pixels of the training part.

    That is what training chips can show, labelled or not, of every chip-sized square, counted from the
    scene's corner, in which they can show a label: neither validation nor far parts of the scene.

    Args:
        scenes: The scenes.
        split: Says what training chips can show.
        index: Where the labels are.
        reporter: Shows progress, cancels, is told of a band with one value only.

    Returns:
        A band for each of the scenes' bands; ``std`` is that of the population, 1 for a constant band.

    Raises:
        RasterError: A scene cannot be read, or the part holds no valid pixel.
    """
    work = [(number, window) for number in range(len(scenes)) for window in _windows(number, split, index)]
    moments = [_Moments() for _ in scenes[0].band_names]
    for done, (number, window) in enumerate(work, start=1):
        values, valid = scenes[number].read_with_valid(window)
        valid &= in_pixels(split.seen[number], window, index.cell_size)
        if valid.any():
            for band, band_moments in zip(values, moments):
                band_moments.add(band[valid])
        reporter.progress(done, len(work), "blocks", "Measuring the bands")
    if not moments[0].count:
        raise RasterError(
            "The labelled part of the rasters holds no valid pixel.", "Check their nodata value."
        )
    return tuple(_to_band(name, m, reporter) for name, m in zip(scenes[0].band_names, moments))


def _windows(number: int, split: Split, index: ChipIndex) -> Iterator[Window]:
    """Windows that cover the training squares of a scene; neighbours in a row are read together."""
    (height, width), chip = index.sizes[number], index.chip_size
    labelled = index.chip_counts(number, split.seen[number]).sum(axis=2) > 0
    for row, squares in enumerate(labelled):
        edges = np.flatnonzero(np.diff(squares, prepend=False, append=False))
        for first, end in edges.reshape(-1, 2) * chip:
            rows, cols = min(chip, height - row * chip), min(end, width) - first
            for part in blocks(rows, int(cols), READ_SIDE):
                yield Window(int(first) + part.col_off, row * chip + part.row_off, part.width, part.height)


def _to_band(name: str, moments: _Moments, reporter: Reporter) -> Band:
    std = math.sqrt(moments.squares / moments.count)
    if moments.minimum == moments.maximum or std == 0:
        reporter.warning(f"The band '{name}' has the value {moments.minimum:g} everywhere; it tells nothing.")
        std = 1.0
    return Band(name, moments.mean, std, moments.minimum, moments.maximum)
