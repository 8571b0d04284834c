"""What can be read like a scene: a raster itself, or one seen in another way."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, TypeVar

import numpy as np
from rasterio import Affine
from rasterio.windows import Window

AnyView = TypeVar("AnyView", bound="SceneView")


class AnyScene(Protocol):
    """What is needed of a scene to read it; everything means what it does for ``raster.Scene``."""

    @property
    def path(self) -> str:
        """The file, as the user gave it."""

    @property
    def name(self) -> str:
        """The file name, for messages."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def width(self) -> int:
        """Columns."""

    @property
    def count(self) -> int:
        """Number of bands."""

    @property
    def dtype(self) -> str:
        """Data type of the values read."""

    @property
    def crs(self) -> str:
        """Coordinate system."""

    @property
    def transform(self) -> Affine:
        """From (column, row) to map coordinates."""

    @property
    def band_names(self) -> tuple[str, ...]:
        """Name of each band."""

    @property
    def pixel_size_m(self) -> float:
        """Side of the square with the ground area of the centre pixel, metres."""

    @property
    def bands(self) -> tuple[int, ...]:
        """Numbers of the bands in the file, 1-based."""

    @property
    def block_shape(self) -> tuple[int, int]:
        """(rows, columns) that the file decodes at once."""

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values (count, height, width) of a window and where they can be used, bool (height, width)."""

    def read_valid(self, window: Window) -> np.ndarray:
        """The latter alone."""

    def close(self) -> None:
        """Close the file in all threads."""


class SceneView:
    """Another way to see a scene: all as it is there, but for what a subclass changes.

    Args:
        source: The scene that is read.
    """

    def __init__(self, source: AnyScene) -> None:
        self.source = source

    @property
    def path(self) -> str:
        """The source's file."""
        return self.source.path

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return self.source.name

    @property
    def height(self) -> int:
        """Rows."""
        return self.source.height

    @property
    def width(self) -> int:
        """Columns."""
        return self.source.width

    @property
    def count(self) -> int:
        """Number of bands."""
        return self.source.count

    @property
    def dtype(self) -> str:
        """Data type of the values."""
        return self.source.dtype

    @property
    def crs(self) -> str:
        """Coordinate system."""
        return self.source.crs

    @property
    def transform(self) -> Affine:
        """From (column, row) to map coordinates."""
        return self.source.transform

    @property
    def band_names(self) -> tuple[str, ...]:
        """Names of the bands."""
        return self.source.band_names

    @property
    def pixel_size_m(self) -> float:
        """Side of the square with the ground area of the centre pixel, metres."""
        return self.source.pixel_size_m

    @property
    def bands(self) -> tuple[int, ...]:
        """Numbers of the bands in the file."""
        return self.source.bands

    @property
    def block_shape(self) -> tuple[int, int]:
        """(rows, columns) of the file's own blocks."""
        return self.source.block_shape

    def close(self) -> None:
        """Close the file in all threads."""
        self.source.close()

    def __enter__(self: AnyView) -> AnyView:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
