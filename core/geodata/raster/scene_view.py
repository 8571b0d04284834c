"""The interface of scenes, and the base class of views that change how a scene is read."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, TypeVar

import numpy as np
from rasterio import Affine
from rasterio.windows import Window

AnyView = TypeVar("AnyView", bound="SceneView")


class AnyScene(Protocol):
    """Anything that can be read like a ``raster.scene.Scene``; see there."""

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
        """(rows, columns) of the blocks in which the file is decoded."""

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values (count, height, width) and valid mask, bool (height, width), of a window."""

    def read_valid(self, window: Window) -> np.ndarray:
        """Valid mask of a window, bool (height, width)."""

    def close(self) -> None:
        """Close the file in all threads."""


class SceneView:
    """A view of a scene with its properties, except for those that a subclass overrides.

    Args:
        source: The underlying scene.
    """

    def __init__(self, source: AnyScene) -> None:
        self.source = source

    @property
    def path(self) -> str:
        """The file of the source."""
        return self.source.path

    @property
    def name(self) -> str:
        """The file name, for messages."""
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
        """(rows, columns) of the file's blocks."""
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
