"""A scene: one input raster, its bands, grid and valid pixels, read window by window."""

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
"""Bytes of pixel values held at once when a scene is walked through."""


WINDOW_PIXELS = 2**24
"""Pixels held at once, however few bytes each has: work on labels takes some 20 bytes for each."""


STREAMING_CACHE_BYTES = 2**25
"""What GDAL may keep of files where each block is wanted once; by itself it takes 5 % of the memory.
Three times as much has made reading no faster (measured)."""


@contextlib.contextmanager
def streaming() -> Iterator[None]:
    """A block for work that reads each part of its rasters once: GDAL keeps few blocks, from then on."""
    with rasterio.Env(GDAL_CACHEMAX=STREAMING_CACHE_BYTES):
        yield


@dataclass(frozen=True)
class Scene:
    """One input raster. Any thread or process may read it; pickling it carries no open file.

    Values are what the file stores: a scale and offset that it names are not applied.

    Attributes:
        path: The file, as the user gave it.
        height: Rows.
        width: Columns.
        count: Number of bands, an alpha band not counted.
        dtype: Data type of the values read; the common one where bands differ.
        crs: Coordinate system, ``EPSG:…`` where that says all, else WKT.
        transform: From (column, row) to map coordinates; may be rotated.
        band_names: Description of each band, or ``Band 1`` and so on.
        pixel_size_m: Side of the square with the true ground area of the centre pixel, metres.
        bands: Numbers of the bands in the file, 1-based, without alpha.
        block_shape: (rows, columns) of the file's own blocks.
        alpha_bands: Numbers of the alpha bands in the file, mostly none or one.
        flag_bands: Numbers of the bands whose mask band is read; one for all where they share it.
        nodata: What marks each band's pixels as nodata, None where nothing does.
        is_paletted: Whether the values are numbers of colours in a table.
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
        """Values of a window, all within the scene.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            Array (count, height, width) of ``dtype``; pixels that are not valid hold whatever the file has.

        Raises:
            RasterError: The file is damaged or gone.
        """
        with reading(self.path):
            dataset = self._handles.dataset_for(self.path, window)
            values: np.ndarray = dataset.read(list(self.bands), window=window, out_dtype=self.dtype)
            return values

    def read_small(self, longest_side: int) -> np.ndarray:
        """The whole scene, made small for a picture; overviews of the file are used.

        Args:
            longest_side: Most rows and columns of the result.

        Returns:
            Array (count, height, width) of ``dtype``, with the scene's proportions.

        Raises:
            RasterError: The file is damaged or gone.
        """
        scale = min(1.0, longest_side / max(self.height, self.width))
        shape = (self.count, max(1, round(self.height * scale)), max(1, round(self.width * scale)))
        with reading(self.path):
            dataset = self._handles.dataset(self.path)
            values: np.ndarray = dataset.read(list(self.bands), out_shape=shape, out_dtype=self.dtype)
            return values

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values of a window and where they can be used.

        A pixel is not valid where all bands that have a nodata value hold it, where the alpha band is 0,
        where the file's mask band says so, or where any band is NaN or infinite.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            Values as ``read`` gives them, and ``valid``, bool (height, width).

        Raises:
            RasterError: The file is damaged or gone.
        """
        values = self.read(window)
        valid = self._read_flagged(window)
        holds = [band != nodata for band, nodata in zip(values, self.nodata) if nodata is not None]
        if holds:
            valid &= np.logical_or.reduce(holds)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values).all(axis=0)
        return values, valid

    def read_valid(self, window: Window) -> np.ndarray:
        """Where a window can be used, without the values: whole numbers are read only if need be.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            ``valid`` as ``read_with_valid`` gives it.

        Raises:
            RasterError: The file is damaged or gone.
        """
        if np.dtype(self.dtype).kind == "f" or any(nodata is not None for nodata in self.nodata):
            return self.read_with_valid(window)[1]
        return self._read_flagged(window)

    def windows(self, step: int = BLOCK) -> list[Window]:
        """Windows that cover the scene once, each of bounded size, in an order that suits the file.

        A file stored in strips is read in strips, as long as a strip is small enough; any other in squares.

        Args:
            step: Windows start at multiples of it, in rows and columns.

        Returns:
            The windows, from the top.
        """
        pixels = min(WINDOW_PIXELS, WINDOW_BYTES // (self.count * np.dtype(self.dtype).itemsize))
        rows = pixels // self.width // step * step
        if self.block_shape[1] >= self.width and rows:
            return list(strips(self.height, self.width, rows))
        side = max(step, math.isqrt(pixels) // step * step)
        return list(blocks(self.height, self.width, side))

    def reopen(self) -> None:
        """Open the file anew in this thread, without anything that GDAL kept of it.

        Raises:
            RasterError: It cannot be opened any more.
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
    """The scene of a raster file.

    Args:
        path: Any raster that GDAL reads.

    Returns:
        The scene; its file is opened again by whoever reads.

    Raises:
        RasterError: The file is not there, is no raster, has no coordinate system or position, or holds
            complex numbers.
    """
    path = str(path)
    with warnings.catch_warnings():
        # Said below in the user's words.
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            with rasterio.open(path) as dataset:
                return _describe(path, dataset)
        except GDAL_ERRORS as error:
            raise unreadable(path, error) from error


def read_tag(path: str | Path, name: str) -> str | None:
    """A text that a raster's file holds about itself.

    Args:
        path: The raster.
        name: What the text is called.

    Returns:
        The text; None where there is none, or no raster.
    """
    try:
        with rasterio.open(path) as dataset:
            text: str | None = dataset.tags().get(name)
            return text
    except GDAL_ERRORS:
        return None


def source_files(path: str | Path) -> tuple[Path, ...]:
    """The files whose values a raster shows.

    Args:
        path: The raster.

    Returns:
        The file itself; of a virtual raster also those that it is made of, as far as they are there.

    Raises:
        RasterError: It cannot be opened.
    """
    with reading(str(path)), rasterio.open(path) as dataset:
        return tuple(Path(name) for name in dataset.files) if dataset.driver == "VRT" else (Path(path),)


def open_scenes(paths: Sequence[str | Path]) -> list[Scene]:
    """The scenes of several rasters that one network can learn from.

    Args:
        paths: At least one raster.

    Returns:
        Scenes in the order given.

    Raises:
        RasterError: One cannot be used, or they differ in number or type of bands.
    """
    scenes = [open_scene(path) for path in paths]
    first = scenes[0]
    for scene in scenes[1:]:
        if scene.count != first.count:
            raise RasterError(
                f"'{first.name}' has {_bands(first.count)} but '{scene.name}' has {_bands(scene.count)}.",
                "Give rasters with the same bands in the same order.",
            )
        if scene.dtype != first.dtype:
            raise RasterError(
                f"'{first.name}' holds {first.dtype} values but '{scene.name}' holds {scene.dtype}.",
                "Give rasters of one data type, with values on one scale.",
            )
    return scenes


def _describe(path: str, dataset: rasterio.DatasetReader) -> Scene:
    name = Path(path).name
    alpha_bands = [n for n in dataset.indexes if dataset.colorinterp[n - 1] == ColorInterp.alpha]
    bands = [n for n in dataset.indexes if n not in alpha_bands]
    if not bands:
        raise RasterError(
            f"'{name}' has no band with values.",
            "If the file holds several rasters, choose one of them; an alpha band alone is not enough.",
        )
    # GDAL's complex_int16 has no like in numpy.
    dtype = np.result_type(*(dataset.dtypes[n - 1].replace("_int16", "64") for n in bands))
    if dtype.kind == "c":
        raise RasterError(f"'{name}' holds complex numbers.", "Make a raster of its amplitude first.")
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
    # All from here on are parts of the spectrum.
    if colour.value >= ColorInterp.pan.value:
        named = colour.name
    return str(dataset.descriptions[band - 1] or named or f"Band {band}")


def _flag_bands(dataset: rasterio.DatasetReader, bands: Sequence[int]) -> tuple[int, ...]:
    """The bands whose mask bands have to be read to know what is valid.

    Not for nodata values: the values themselves tell. Nor for alpha, which GDAL heeds only as the last of
    two or four bands, and scales to 8 bit; it is read as it is.
    """
    flags = {band: dataset.mask_flag_enums[band - 1] for band in bands}
    known = {MaskFlags.all_valid, MaskFlags.alpha}
    masked = [n for n in bands if not known & set(flags[n]) and flags[n] != [MaskFlags.nodata]]
    if any(MaskFlags.per_dataset in flags[n] for n in masked):
        return (masked[0],)
    return tuple(masked)


def _nodata(dataset: rasterio.DatasetReader, band: int, dtype: np.dtype[Any]) -> float | None:
    """A band's nodata value as it compares with values read; None where none can be equal to it."""
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
            "Assign the right one, in QGIS with Raster > Projections > Assign Projection.",
        )
    if dataset.transform == Affine.identity() or not dataset.transform.determinant:
        raise RasterError(
            f"'{name}' has no position on the map (no geotransform).",
            "Georeference it, in QGIS with Layer > Georeferencer, or put its world file beside it.",
        )
    return dataset.crs


def _crs_text(crs: CRS) -> str:
    short = str(crs.to_string())
    return short if CRS.from_string(short) == crs else str(crs.to_wkt())


def _bands(count: int) -> str:
    return "1 band" if count == 1 else f"{count} bands"
