"""A scene seen at another pixel size: averaged where pixels grow, interpolated where they shrink."""

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
"""Pixels that are worked on at once, counted where they are smaller; more of them leave the caches."""

PIECE_ROWS = 2**13
"""Most rows of them; a tile's rows are seldom more, so that a file's blocks are decoded once."""

HALF = 0.5 - 1e-4
"""The share of valid ground from which on a pixel is valid; rounding takes a little of an exact half."""

FULL_WEIGHT = 1 - 1e-4
"""From this share of valid ground on, rounding is all that can be missing."""

NO_WEIGHT = 1e-6
"""A smaller share of a pixel is a rounding error of its edge."""


@dataclass(frozen=True)
class _Axis:
    """How pixels of one axis are made of the source's pixels.

    A pixel that spans more than one of the source's is their mean, weighted by how much of each it
    covers; a smaller one lies between the two nearest centres. Each pixel's sum is the same whatever
    else is asked for.

    Attributes:
        source: Pixels of the source.
        length: Pixels that cover the same ground.
    """

    source: int
    length: int

    @property
    def scale(self) -> float:
        """Pixels of the source in one pixel."""
        return self.source / self.length

    def span(self, start: int, count: int) -> tuple[int, int]:
        """First pixel of the source that a run of pixels needs, and the one behind the last."""
        if self.scale >= 1:
            first, end = math.floor(start * self.scale), math.ceil((start + count) * self.scale)
        else:
            first = math.floor((start + 0.5) * self.scale - 0.5)
            end = math.floor((start + count - 0.5) * self.scale - 0.5) + 2
        return max(first, 0), min(end, self.source)

    def weights(self, start: int, count: int, dtype: str) -> csr_array:
        """Weights (count, pixels of ``span``), each row with a sum of 1."""
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
        # Beyond the outermost centres the outermost value goes on.
        places = ((pixels + 0.5) * self.scale - 0.5).clip(0, self.source - 1)
        left = np.floor(places).astype(np.int64)
        return left[:, None] + np.arange(2), np.column_stack((left + 1 - places, places - left))


class ResampledScene(SceneView):
    """A scene with larger or smaller pixels, on exactly the same ground.

    What is read at a place does not depend on the window, on the thread or on the process. Pixels that are
    not valid are mixed into none; a pixel is valid where at least half of its ground is. Whole numbers stay
    whole, rounded.

    Args:
        source: The scene that is read.
        height: Rows.
        width: Columns.
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
        """Side of the square with the ground area of a pixel, metres."""
        return self.source.pixel_size_m * math.sqrt(self._across.scale * self._down.scale)

    @property
    def block_shape(self) -> tuple[int, int]:
        """(rows, columns) that come from one block of the file, about."""
        rows, cols = self.source.block_shape
        return max(1, round(rows / self._down.scale)), max(1, round(cols / self._across.scale))

    @property
    def _sums(self) -> str:
        """Type of sums in which every value of ``dtype`` is exact, or nearly."""
        return "float32" if np.dtype(self.dtype).itemsize <= 2 or self.dtype == "float32" else "float64"

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values of a window and where they can be used.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            Values (count, height, width) of ``dtype``, 0 where not valid, and ``valid``, bool (height,
            width).

        Raises:
            RasterError: The file is damaged or gone.
        """
        values = np.empty((self.count, window.height, window.width), self.dtype)
        valid = np.empty((window.height, window.width), bool)
        for piece in self._pieces(window):
            rows, cols = inside(piece, window)
            values[:, rows, cols], valid[rows, cols] = self._read_piece(piece)
        return values, valid

    def read_valid(self, window: Window) -> np.ndarray:
        """Where a window can be used, without the values.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            ``valid`` as ``read_with_valid`` gives it.

        Raises:
            RasterError: The file is damaged or gone.
        """
        valid = np.empty((window.height, window.width), bool)
        for piece in self._pieces(window):
            below = self.source.read_valid(self._below(piece))
            valid[inside(piece, window)] = self._mixing(piece)(below) >= HALF
        return valid

    def _pieces(self, window: Window) -> Iterator[Window]:
        """The window in parts of a bounded number of pixels, here and in the source."""
        down, across = max(1.0, self._down.scale), max(1.0, self._across.scale)
        if self.source.block_shape[1] >= self.source.width:
            # A file stored in strips decodes whole rows.
            rows = PIECE_PIXELS // int(window.width * across * down)
        else:
            rows = int(PIECE_ROWS / down)
        rows = min(max(rows, 1), window.height)
        cols = max(1, PIECE_PIXELS // int(rows * across * down))
        for row in range(0, window.height, rows):
            for col in range(0, window.width, cols):
                size = min(cols, window.width - col), min(rows, window.height - row)
                yield Window(window.col_off + col, window.row_off + row, *size)

    def _below(self, piece: Window) -> Window:
        """The source's pixels that a window is made of."""
        top, bottom = self._down.span(piece.row_off, piece.height)
        left, right = self._across.span(piece.col_off, piece.width)
        return Window(left, top, right - left, bottom - top)

    def _read_piece(self, piece: Window) -> tuple[np.ndarray, np.ndarray]:
        values, valid = self.source.read_with_valid(self._below(piece))
        mix = self._mixing(piece)
        if valid.all():
            usable = np.ones((piece.height, piece.width), bool)
            return self._rounded(np.stack([mix(band) for band in values])), usable
        shares = mix(valid)
        # A NaN times 0 is NaN.
        mixed = np.stack([mix(np.where(valid, band, 0)) for band in values])
        # Not divided where all is valid: the sum must be that of a window without any other pixel.
        mixed /= np.where((shares > 0) & (shares < FULL_WEIGHT), shares, 1)
        usable = shares >= HALF
        return self._rounded(np.where(usable, mixed, 0)), usable

    def _mixing(self, piece: Window) -> Callable[[np.ndarray], np.ndarray]:
        """What turns a plane of the source's pixels into the weighted sums that a window's pixels are.

        Sparse products add up in the order of the columns, so that a sum depends on its own terms only.
        """
        down = self._down.weights(piece.row_off, piece.height, self._sums)
        across = self._across.weights(piece.col_off, piece.width, self._sums)

        def mix(plane: np.ndarray) -> np.ndarray:
            rows = down @ plane.astype(self._sums)
            mixed: np.ndarray = (across @ np.ascontiguousarray(rows.T)).T
            return mixed

        return mix

    def _rounded(self, mixed: np.ndarray) -> np.ndarray:
        dtype = np.dtype(self.dtype)
        if dtype.kind == "f":
            return mixed.astype(dtype)
        limits = np.iinfo(dtype)
        whole: np.ndarray = np.rint(mixed).clip(limits.min, limits.max).astype(dtype)
        return whole


def resampled(scene: AnyScene, pixel_size_m: float) -> ResampledScene:
    """A scene seen with square pixels of another size.

    Args:
        scene: What is read.
        pixel_size_m: Side of its new pixels on the ground, metres; met as nearly as whole numbers of rows
            and columns allow.

    Returns:
        The same ground in other pixels; also where the scene's own are not square on the ground.
    """
    across, down = pixel_sides_m(scene)
    height = max(1, round(scene.height * down / pixel_size_m))
    width = max(1, round(scene.width * across / pixel_size_m))
    return ResampledScene(scene, height, width)
