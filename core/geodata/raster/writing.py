"""Rasters written block by block, with a check that the file on disk is complete."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from .failures import unwritable
from .ground import GDAL_ERRORS
from .scene_view import AnyScene
from .windows import BLOCK


class RasterWriter:
    """A rasterio dataset open for writing that raises an error for any failed write, also on closing.

    GDAL caches blocks and writes them late, and rasterio does not report when that fails. So after closing,
    the block offsets in the file are compared with its size. All other attributes (colour map, tags,
    descriptions) are those of the dataset.
    """

    def __init__(self, dataset: rasterio.io.DatasetWriter, path: Path) -> None:
        self._dataset = dataset
        self._path = path

    def write(
        self, values: np.ndarray, indexes: int | Sequence[int] | None = None, window: Window | None = None
    ) -> None:
        """Write values into a window, as in rasterio.

        Args:
            values: Array (height, width) for one band number, else (count, height, width).
            indexes: Band number or numbers, 1-based; None for all bands.
            window: None for the whole raster.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The file cannot be written.
        """
        try:
            self._dataset.write(values, indexes, window=window)
        except GDAL_ERRORS as error:
            raise unwritable(self._path, error) from error

    def close(self) -> None:
        """Flush the cache, close the file, and check that it is complete.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The file is incomplete.
        """
        if self._dataset.closed:
            return
        try:
            self._dataset.close()
        except GDAL_ERRORS as error:
            raise unwritable(self._path, error) from error
        require_whole(self._path, self._path)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the dataset has
        return getattr(self._dataset, name)

    def __enter__(self) -> RasterWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
            return
        # The first error is the one to report; the file is discarded anyway.
        with contextlib.suppress(*GDAL_ERRORS):
            self._dataset.close()


def create_raster(
    path: str | Path,
    scene: AnyScene,
    count: int,
    dtype: str,
    nodata: float | None,
    **more: Any,  # noqa: ANN401 - creation options of GDAL
) -> RasterWriter:
    """A new tiled, compressed GeoTIFF on a scene's grid.

    Args:
        path: The file; usually the temporary one of ``finished_file``.
        scene: Supplies size, coordinate system and transform.
        count: Number of bands.
        dtype: Data type of the bands.
        nodata: Nodata value, or None.
        **more: Further creation options of GDAL's GTiff driver, such as ``predictor=2``.

    Returns:
        The dataset, a context manager.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be created.
    """
    profile = {
        "driver": "GTiff",
        "height": scene.height,
        "width": scene.width,
        "count": count,
        "dtype": dtype,
        "nodata": nodata,
        "crs": scene.crs,
        "transform": scene.transform,
        "tiled": True,
        "blockxsize": BLOCK,
        "blockysize": BLOCK,
        "compress": "deflate",
        "bigtiff": "IF_SAFER",
    }
    try:
        # GDAL reads an existing file before it overwrites it, and may fail on one left by a killed process.
        Path(path).unlink(missing_ok=True)
        return RasterWriter(rasterio.open(path, "w", **{**profile, **more}), Path(path))
    except (*GDAL_ERRORS, OSError) as error:
        raise unwritable(Path(path), error) from error


def require_whole(path: Path, final: Path) -> None:
    """Check that all blocks of a GeoTIFF are on disk: rasterio does not report failed writes on closing.

    Args:
        path: The file, closed.
        final: Its final name, for the message.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file is incomplete.
    """
    try:
        is_whole = _has_all_blocks(path)
    except GDAL_ERRORS as error:
        raise unwritable(final, error) from error
    if not is_whole:
        raise unwritable(final, "some blocks are missing")


def _has_all_blocks(path: Path) -> bool:
    """Whether each block of a GeoTIFF lies within the file; on closing, GDAL also writes unwritten blocks."""
    size = path.stat().st_size
    with rasterio.open(path) as dataset:
        rows, cols = dataset.block_shapes[0]
        return all(
            0 < _block_end(dataset, band, row, col) <= size
            for band in dataset.indexes
            for row in range(math.ceil(dataset.height / rows))
            for col in range(math.ceil(dataset.width / cols))
        )


def _block_end(dataset: rasterio.DatasetReader, band: int, row: int, col: int) -> int:
    offset = dataset.get_tag_item(f"BLOCK_OFFSET_{col}_{row}", "TIFF", bidx=band)
    length = dataset.get_tag_item(f"BLOCK_SIZE_{col}_{row}", "TIFF", bidx=band)
    return int(offset or 0) + int(length or 0)
