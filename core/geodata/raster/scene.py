"""A scene: one input raster with its bands, grid and valid mask, read window by window."""

from __future__ import annotations

import contextlib
import math
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ...contract.messages.errors import RasterError
from .failures import reading, unreadable
from .ground import GDAL_ERRORS, ground_pixel_size
from .handles import Handles
from .windows import BLOCK, blocks, strips

WINDOW_BYTES = 64 * 2**20
"""Largest window when a scene is read sequentially, bytes of pixel values."""

WINDOW_PIXELS = 2**24
"""Largest window in pixels, however few bytes each has: processing labels takes some 20 bytes per pixel."""

STREAMING_CACHE_BYTES = 2**25
"""GDAL's block cache while each block is read only once; its default is 5 % of the memory.
Three times as much did not make reading faster (measured)."""


@contextlib.contextmanager
def streaming() -> Iterator[None]:
    """A block for code that reads its rasters once, sequentially: GDAL gets a small block cache."""
    with rasterio.Env(GDAL_CACHEMAX=STREAMING_CACHE_BYTES):
        yield


@dataclass(frozen=True)
class Scene:
    """One input raster. Thread-safe, and picklable without its open file.

    Values are as stored: scale and offset of the bands are not applied.

    Attributes:
        path: The file, as the user gave it.
        height: Rows.
        width: Columns.
        count: Number of bands without alpha bands.
        dtype: Data type of the values read; the common type if bands differ.
        crs: Coordinate system, ``EPSG:…`` if that is equivalent, else WKT.
        transform: From (column, row) to map coordinates; may be rotated.
        band_names: Description of each band, or its colour, or ``Band 1`` and so on.
        pixel_size_m: Side of the square with the true ground area of the centre pixel, metres.
        bands: Band numbers in the file, 1-based, without alpha bands.
        block_shape: (rows, columns) of the file's blocks.
        alpha_bands: Numbers of the alpha bands in the file, usually none or one.
        flag_bands: Numbers of the bands whose mask band is read; a single one if they share it.
        nodata: Nodata value of each band, None if it has none.
        is_paletted: Whether the values are indices into a colour table.
    """

    path: str
    height: int
    width: int
    count: int
    dtype: str
    crs: str
    transform: Affine
    band_names: tuple[str, ...]
    pixel_size_m: float
    bands: tuple[int, ...]
    block_shape: tuple[int, int]
    alpha_bands: tuple[int, ...]
    flag_bands: tuple[int, ...]
    nodata: tuple[float | None, ...]
    is_paletted: bool
    _handles: Handles = field(default_factory=Handles, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The file name, for messages."""
        return Path(self.path).name

    def read(self, window: Window) -> np.ndarray:
        """Values of a window inside the scene.

        Returns:
            Array (count, height, width) of ``dtype``; pixels that are not valid have the value in the file.

        Raises:
            RasterError: The file is damaged or missing.
        """
        with reading(self.path):
            dataset = self._handles.dataset_for(self.path, window)
            values: np.ndarray = dataset.read(list(self.bands), window=window, out_dtype=self.dtype)
            return values

    def read_small(self, longest_side: int) -> np.ndarray:
        """The whole scene at a low resolution, from overviews if the file has any.

        Args:
            longest_side: Largest number of rows and columns of the result.

        Returns:
            Array (count, height, width) of ``dtype``, with the scene's aspect ratio.

        Raises:
            RasterError: The file is damaged or missing.
        """
        scale = min(1.0, longest_side / max(self.height, self.width))
        shape = (self.count, max(1, round(self.height * scale)), max(1, round(self.width * scale)))
        with reading(self.path):
            dataset = self._handles.dataset(self.path)
            values: np.ndarray = dataset.read(list(self.bands), out_shape=shape, out_dtype=self.dtype)
            return values

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and valid mask of a window inside the scene.

        A pixel is not valid if all bands with a nodata value have that value, if an alpha band is 0, if the
        mask band is 0, or if any band is NaN or infinite.

        Returns:
            Values as from ``read``, and ``valid``, bool (height, width).

        Raises:
            RasterError: The file is damaged or missing.
        """
        values = self.read(window)
        valid = self._read_flagged(window)
        has_data = [band != nodata for band, nodata in zip(values, self.nodata) if nodata is not None]
        if has_data:
            valid &= np.logical_or.reduce(has_data)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values).all(axis=0)
        return values, valid

    def read_valid(self, window: Window) -> np.ndarray:
        """Valid mask of a window inside the scene, bool (height, width).

        Values are read only if validity depends on them: floating point, or a nodata value.

        Raises:
            RasterError: The file is damaged or missing.
        """
        if np.dtype(self.dtype).kind == "f" or any(nodata is not None for nodata in self.nodata):
            return self.read_with_valid(window)[1]
        return self._read_flagged(window)

    def windows(self, step: int = BLOCK) -> list[Window]:
        """Windows of bounded size that cover the scene once, matched to the file's layout.

        Strips for a file stored in strips, if they are small enough; else squares.

        Args:
            step: Windows start at multiples of it, in rows and columns.

        Returns:
            The windows, from top to bottom.
        """
        pixels = min(WINDOW_PIXELS, WINDOW_BYTES // (self.count * np.dtype(self.dtype).itemsize))
        rows = pixels // self.width // step * step
        if self.block_shape[1] >= self.width and rows:
            return list(strips(self.height, self.width, rows))
        side = max(step, math.isqrt(pixels) // step * step)
        return list(blocks(self.height, self.width, side))

    def reopen(self) -> None:
        """Reopen the file in this thread, without GDAL's cache of it.

        Raises:
            RasterError: It can no longer be opened.
        """
        with reading(self.path):
            self._handles.forget()
            self._handles.dataset(self.path)

    def close(self) -> None:
        """Close the file in all threads."""
        self._handles.close()

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read_flagged(self, window: Window) -> np.ndarray:
        valid = np.ones((int(window.height), int(window.width)), dtype=bool)
        with reading(self.path):
            dataset = self._handles.dataset_for(self.path, window)
            if self.flag_bands:
                valid &= dataset.read_masks(list(self.flag_bands), window=window).any(axis=0)
            for band in self.alpha_bands:
                valid &= dataset.read(band, window=window) > 0
        return valid


def open_scene(path: str | Path) -> Scene:
    """Describe a raster file, in any format that GDAL reads; each reading thread opens it again.

    Raises:
        RasterError: The file is missing or not a raster, has no coordinate system or geotransform, or has
            complex values.
    """
    path = str(path)
    with warnings.catch_warnings():
        # Reported below as an error.
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            with rasterio.open(path) as dataset:
                return _describe(path, dataset)
        except GDAL_ERRORS as error:
            raise unreadable(path, error) from error


def read_tag(path: str | Path, name: str) -> str | None:
    """A metadata item of a raster file; None if it has no such item, or is not a raster."""
    try:
        with rasterio.open(path) as dataset:
            text: str | None = dataset.tags().get(name)
            return text
    except GDAL_ERRORS:
        return None


def source_files(path: str | Path) -> tuple[Path, ...]:
    """The files of a raster's pixels: the file itself, and the existing sources of a virtual raster.

    Raises:
        RasterError: It cannot be opened.
    """
    with reading(str(path)), rasterio.open(path) as dataset:
        return tuple(Path(name) for name in dataset.files) if dataset.driver == "VRT" else (Path(path),)


def open_scenes(paths: Sequence[str | Path]) -> list[Scene]:
    """Describe rasters for one training, at least one.

    Raises:
        RasterError: One of them cannot be used, or they differ in the number of bands or the data type.
    """
    scenes = [open_scene(path) for path in paths]
    first = scenes[0]
    for scene in scenes[1:]:
        if scene.count != first.count:
            raise RasterError(
                f"'{first.name}' has {_bands(first.count)} but '{scene.name}' has {_bands(scene.count)}.",
                "Use rasters with the same bands in the same order.",
            )
        if scene.dtype != first.dtype:
            raise RasterError(
                f"'{first.name}' has {first.dtype} values but '{scene.name}' has {scene.dtype}.",
                "Use rasters of one data type, with values on the same scale.",
            )
    return scenes


def _describe(path: str, dataset: rasterio.DatasetReader) -> Scene:
    name = Path(path).name
    alpha_bands = [n for n in dataset.indexes if dataset.colorinterp[n - 1] == ColorInterp.alpha]
    bands = [n for n in dataset.indexes if n not in alpha_bands]
    if not bands:
        raise RasterError(
            f"'{name}' has no band with values.",
            "If the file contains several rasters, choose one of them; an alpha band alone is not enough.",
        )
    # GDAL's complex_int16 has no equivalent in numpy.
    dtype = np.result_type(*(dataset.dtypes[n - 1].replace("_int16", "64") for n in bands))
    if dtype.kind == "c":
        raise RasterError(f"'{name}' has complex values.", "Convert it to amplitudes first.")
    crs = _require_crs(name, dataset)
    return Scene(
        path=path,
        height=dataset.height,
        width=dataset.width,
        count=len(bands),
        dtype=str(dtype),
        crs=_crs_text(crs),
        transform=dataset.transform,
        band_names=tuple(_band_name(dataset, n) for n in bands),
        pixel_size_m=ground_pixel_size(crs, dataset.transform, dataset.height, dataset.width),
        bands=tuple(bands),
        block_shape=tuple(dataset.block_shapes[0]),
        alpha_bands=tuple(alpha_bands),
        flag_bands=_flag_bands(dataset, bands),
        nodata=tuple(_nodata(dataset, n, dtype) for n in bands),
        is_paletted=dataset.colorinterp[bands[0] - 1] == ColorInterp.palette,
    )


def _band_name(dataset: rasterio.DatasetReader, band: int) -> str:
    colour = dataset.colorinterp[band - 1]
    named = colour.name if colour in (ColorInterp.red, ColorInterp.green, ColorInterp.blue) else ""
    # All values from here on are regions of the spectrum.
    if colour.value >= ColorInterp.pan.value:
        named = colour.name
    return str(dataset.descriptions[band - 1] or named or f"Band {band}")


def _flag_bands(dataset: rasterio.DatasetReader, bands: Sequence[int]) -> tuple[int, ...]:
    """The bands whose mask bands must be read to know which pixels are valid.

    Not needed for nodata values, which are compared with the values; nor for alpha, which GDAL uses only as
    the last of two or four bands, and scales to 8 bits: alpha bands are read directly.
    """
    flags = {band: dataset.mask_flag_enums[band - 1] for band in bands}
    known = {MaskFlags.all_valid, MaskFlags.alpha}
    masked = [n for n in bands if not known & set(flags[n]) and flags[n] != [MaskFlags.nodata]]
    if any(MaskFlags.per_dataset in flags[n] for n in masked):
        return (masked[0],)
    return tuple(masked)


def _nodata(dataset: rasterio.DatasetReader, band: int, dtype: np.dtype[Any]) -> float | None:
    """A band's nodata value in the data type of the values read; None if no value can be equal to it."""
    nodata = dataset.nodatavals[band - 1]
    if nodata is None or math.isnan(nodata) or dataset.mask_flag_enums[band - 1] != [MaskFlags.nodata]:
        return None
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return float(dtype.type(nodata))
    limits = np.iinfo(dtype)
    is_whole = math.isfinite(nodata) and nodata == int(nodata)
    return int(nodata) if is_whole and limits.min <= nodata <= limits.max else None


def _require_crs(name: str, dataset: rasterio.DatasetReader) -> CRS:
    if dataset.crs is None:
        raise RasterError(
            f"'{name}' has no coordinate system.",
            "Assign one, in QGIS with Raster > Projections > Assign Projection.",
        )
    if dataset.transform == Affine.identity() or not dataset.transform.determinant:
        raise RasterError(
            f"'{name}' has no position on the map (no geotransform).",
            "Georeference it, in QGIS with Layer > Georeferencer, or add its world file.",
        )
    return dataset.crs


def _crs_text(crs: CRS) -> str:
    short = str(crs.to_string())
    return short if CRS.from_string(short) == crs else str(crs.to_wkt())


def _bands(count: int) -> str:
    return "1 band" if count == 1 else f"{count} bands"
