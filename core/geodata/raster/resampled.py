"""A scene resampled to another pixel size: averaged to larger pixels, bilinear to smaller ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from rasterio import Affine
from rasterio.windows import Window
from scipy.sparse import csr_array

from .ground import pixel_sides_m
from .scene_view import AnyScene, SceneView
from .windows import inside

PIECE_PIXELS = 2**20
"""Pixels processed at once, counted in the finer of the two grids; more would not fit into the caches."""

PIECE_ROWS = 2**13
"""Most rows processed at once; a tile rarely has more, so each block of the file is decoded once."""

HALF = 0.5 - 1e-4
"""Smallest share of valid ground of a valid pixel: one half, minus rounding."""

FULL_WEIGHT = 1 - 1e-4
"""From this share of valid ground on, only rounding is missing."""

NO_WEIGHT = 1e-6
"""Smaller shares of a pixel are rounding errors at its edge."""


@dataclass(frozen=True)
class _Axis:
    """Resampling weights along one axis.

    A pixel larger than the source's is the mean of those that it covers, weighted by overlap; a smaller one
    is interpolated between the two nearest centres. The weights of a pixel do not depend on the window.

    Attributes:
        source: Number of pixels of the source.
        length: Number of resampled pixels on the same ground.
    """

    source: int
    length: int

    @property
    def scale(self) -> float:
        """Source pixels per resampled pixel."""
        return self.source / self.length

    def span(self, start: int, count: int) -> tuple[int, int]:
        """The range [first, end) of source pixels that a run of pixels needs."""
        if self.scale >= 1:
            first, end = math.floor(start * self.scale), math.ceil((start + count) * self.scale)
        else:
            first = math.floor((start + 0.5) * self.scale - 0.5)
            end = math.floor((start + count - 0.5) * self.scale - 0.5) + 2
        return max(first, 0), min(end, self.source)

    def weights(self, start: int, count: int, dtype: str) -> csr_array:
        """Weights (count, length of ``span``); each row sums to 1."""
        first, end = self.span(start, count)
        pixels = np.arange(start, start + count)
        taken, weights = (self._covered if self.scale >= 1 else self._between)(pixels)
        rows, taps = np.nonzero(weights > NO_WEIGHT)
        found = (weights[rows, taps].astype(dtype), (rows, taken[rows, taps] - first))
        return csr_array(found, shape=(count, end - first))

    def _covered(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        starts, ends = pixels * self.scale, (pixels + 1) * self.scale
        taken = np.floor(starts).astype(np.int64)[:, None] + np.arange(math.ceil(self.scale) + 1)
        shares = np.minimum(taken + 1, ends[:, None]) - np.maximum(taken, starts[:, None])
        shares = np.where(taken < self.source, shares.clip(0), 0)
        return taken, shares / shares.sum(axis=1, keepdims=True)

    def _between(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        # Beyond the outermost centres, the outermost value is repeated.
        positions = ((pixels + 0.5) * self.scale - 0.5).clip(0, self.source - 1)
        left = np.floor(positions).astype(np.int64)
        return left[:, None] + np.arange(2), np.column_stack((left + 1 - positions, positions - left))


class ResampledScene(SceneView):
    """A scene with larger or smaller pixels and exactly the same extent.

    A pixel's value is the same in any window, thread and process. Invalid source pixels are excluded; a pixel
    is valid if at least half of its ground is. Values of integer types are rounded.

    Args:
        source: The scene to resample.
        height: Rows of the result.
        width: Columns of the result.
    """

    def __init__(self, source: AnyScene, height: int, width: int) -> None:
        super().__init__(source)
        self._down = _Axis(source.height, height)
        self._across = _Axis(source.width, width)

    @property
    def height(self) -> int:
        """Rows."""
        return self._down.length

    @property
    def width(self) -> int:
        """Columns."""
        return self._across.length

    @property
    def transform(self) -> Affine:
        """From (column, row) to map coordinates."""
        return self.source.transform @ Affine.scale(self._across.scale, self._down.scale)

    @property
    def pixel_size_m(self) -> float:
        """Side of the square with the ground area of the centre pixel, metres."""
        return self.source.pixel_size_m * math.sqrt(self._across.scale * self._down.scale)

    @property
    def block_shape(self) -> tuple[int, int]:
        """Approximate (rows, columns) that come from one block of the file."""
        rows, cols = self.source.block_shape
        return max(1, round(rows / self._down.scale)), max(1, round(cols / self._across.scale))

    @property
    def _sums(self) -> str:
        """Data type for sums: exact, or nearly so, for every value of ``dtype``."""
        return "float32" if np.dtype(self.dtype).itemsize <= 2 or self.dtype == "float32" else "float64"

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and valid mask of a window inside the scene.

        Returns:
            Values (count, height, width) of ``dtype``, 0 where not valid, and ``valid``, bool (height,
            width).

        Raises:
            RasterError: The file is damaged or missing.
        """
        values = np.empty((self.count, window.height, window.width), self.dtype)
        valid = np.empty((window.height, window.width), bool)
        for piece in self._pieces(window):
            rows, cols = inside(piece, window)
            values[:, rows, cols], valid[rows, cols] = self._read_piece(piece)
        return values, valid

    def read_valid(self, window: Window) -> np.ndarray:
        """Valid mask of a window inside the scene, bool (height, width), without reading the values.

        Raises:
            RasterError: The file is damaged or missing.
        """
        valid = np.empty((window.height, window.width), bool)
        for piece in self._pieces(window):
            below = self.source.read_valid(self._source_window(piece))
            valid[inside(piece, window)] = self._resampling(piece)(below) >= HALF
        return valid

    def _pieces(self, window: Window) -> Iterator[Window]:
        """The window in pieces with a bounded number of pixels, both here and in the source."""
        down, across = max(1.0, self._down.scale), max(1.0, self._across.scale)
        if self.source.block_shape[1] >= self.source.width:
            # GDAL decodes whole rows of a file stored in strips.
            rows = PIECE_PIXELS // int(window.width * across * down)
        else:
            rows = int(PIECE_ROWS / down)
        rows = min(max(rows, 1), window.height)
        cols = max(1, PIECE_PIXELS // int(rows * across * down))
        for row in range(0, window.height, rows):
            for col in range(0, window.width, cols):
                size = min(cols, window.width - col), min(rows, window.height - row)
                yield Window(window.col_off + col, window.row_off + row, *size)

    def _source_window(self, piece: Window) -> Window:
        """The source pixels that a window is computed from."""
        top, bottom = self._down.span(piece.row_off, piece.height)
        left, right = self._across.span(piece.col_off, piece.width)
        return Window(left, top, right - left, bottom - top)

    def _read_piece(self, piece: Window) -> tuple[np.ndarray, np.ndarray]:
        values, valid = self.source.read_with_valid(self._source_window(piece))
        resample = self._resampling(piece)
        if valid.all():
            usable = np.ones((piece.height, piece.width), bool)
            return self._rounded(np.stack([resample(band) for band in values])), usable
        shares = resample(valid)
        # NaN times 0 is NaN.
        sums = np.stack([resample(np.where(valid, band, 0)) for band in values])
        # Not divided where all pixels are valid, so that the result equals that of an all-valid window.
        sums /= np.where((shares > 0) & (shares < FULL_WEIGHT), shares, 1)
        usable = shares >= HALF
        return self._rounded(np.where(usable, sums, 0)), usable

    def _resampling(self, piece: Window) -> Callable[[np.ndarray], np.ndarray]:
        """A function from a band of the source window to the weighted sums of a piece.

        Sparse products add in the order of the columns, so a sum depends on its own terms only.
        """
        down = self._down.weights(piece.row_off, piece.height, self._sums)
        across = self._across.weights(piece.col_off, piece.width, self._sums)

        def resample(band: np.ndarray) -> np.ndarray:
            rows = down @ band.astype(self._sums)
            sums: np.ndarray = (across @ np.ascontiguousarray(rows.T)).T
            return sums

        return resample

    def _rounded(self, sums: np.ndarray) -> np.ndarray:
        dtype = np.dtype(self.dtype)
        if dtype.kind == "f":
            return sums.astype(dtype)
        limits = np.iinfo(dtype)
        whole: np.ndarray = np.rint(sums).clip(limits.min, limits.max).astype(dtype)
        return whole


def resampled(scene: AnyScene, pixel_size_m: float) -> ResampledScene:
    """A scene resampled to pixels that are square on the ground, even if its own are not.

    Args:
        scene: The scene.
        pixel_size_m: New pixel size on the ground, metres; approximated, since the extent stays and the
            numbers of rows and columns are integers.
    """
    across, down = pixel_sides_m(scene)
    height = max(1, round(scene.height * down / pixel_size_m))
    width = max(1, round(scene.width * across / pixel_size_m))
    return ResampledScene(scene, height, width)
