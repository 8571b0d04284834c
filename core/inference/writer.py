"""The files of a map: rasters of regions while it is made, then cloud-optimised GeoTIFFs."""

from __future__ import annotations

import contextlib
import glob
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio.shutil
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.classes import ClassTable
from ..contract.messages.errors import JobCancelledError
from ..contract.messages.reporter import Reporter
from ..files.atomic import discard_abandoned, finished_file, flush_to_disk
from ..geodata.raster.failures import unwritable
from ..geodata.raster.ground import GDAL_ERRORS
from ..geodata.raster.scene_view import AnyScene
from ..geodata.raster.vrt import VrtBand, VrtSource, vrt_text
from ..geodata.raster.writing import RasterWriter, create_raster, require_whole
from .map_outputs import CLASS, CONFIDENCE, ENTROPY, PROBABILITIES, PROBABILITY_STEPS
from .stream import Strip

SHARE_NODATA = -1.0
"""Nodata value of confidence and entropy: outside [0, 1], and exact in every format."""

PROBABILITY_NODATA = 255

SCRATCH_COMPRESSION = {"compress": "zstd", "zstd_level": 1}
"""Of region rasters, which are written and read once."""

COMPRESSION_LEVEL = 3
"""DEFLATE level of the map: a fifth larger than with the usual 6, and written twice as fast."""

BLOCK_SIDE = 512
"""Side of the map's blocks, and about the longest side of its smallest overview, in pixels."""

POLL_S = 0.1


@dataclass(frozen=True)
class MapLayer:
    """One raster of a map.

    Attributes:
        name: Its output, a name of ``MapOutputs``.
        path: Its final file.
        bands: Its bands, all with the same type and nodata value.
        values: Class value of each network index, for the class raster.
    """

    name: str
    path: Path
    bands: tuple[VrtBand, ...]
    values: np.ndarray

    @property
    def dtype(self) -> np.dtype:
        """Data type of its pixels."""
        return np.dtype(self.bands[0].dtype)

    def pixels(self, strip: Strip) -> np.ndarray:
        """A strip's pixels of this layer, (bands, rows, width) of ``dtype``; nodata where not usable."""
        values = self._class_values(strip.preds) if self.name == CLASS else strip.outputs[self.name]
        if not strip.usable.all():
            values = np.where(strip.usable, values, self.dtype.type(self.bands[0].nodata))
        return values.reshape(len(self.bands), *strip.usable.shape)

    def _class_values(self, preds: np.ndarray) -> np.ndarray:
        """Class values of class indices."""
        if self.dtype != np.uint8:
            return self.values.take(preds)
        # Ten times as fast as ``take``.
        table = self.values.tobytes().ljust(256, b"\0")
        return np.frombuffer(preds.tobytes().translate(table), np.uint8).reshape(preds.shape)


def class_dtype(classes: ClassTable) -> np.dtype:
    """The smallest type of a class raster that holds every class value and the nodata value."""
    return np.dtype({255: "uint8", 65535: "uint16"}.get(classes.nodata, "int32"))


def map_layers(paths: Mapping[str, str], classes: ClassTable) -> tuple[MapLayer, ...]:
    """The rasters of a map: one for each path that is not empty.

    Args:
        paths: Final file of each output, by its name.
        classes: The class table.
    """
    dtype = class_dtype(classes)
    values = np.array([entry.value for entry in classes], dtype)
    bands = {
        CLASS: (_class_band(classes, dtype),),
        CONFIDENCE: (VrtBand("float32", SHARE_NODATA, "confidence"),),
        ENTROPY: (VrtBand("float32", SHARE_NODATA, "entropy"),),
        PROBABILITIES: tuple(
            VrtBand("uint8", PROBABILITY_NODATA, entry.name, scale=1 / PROBABILITY_STEPS) for entry in classes
        ),
    }
    return tuple(MapLayer(name, Path(path), bands[name], values) for name, path in paths.items() if path)


def _class_band(classes: ClassTable, dtype: np.dtype) -> VrtBand:
    return VrtBand(
        dtype.name,
        classes.nodata,
        "class",
        {f"CLASS_{entry.value}": entry.name for entry in classes},
        classes=[(entry.value, entry.name, entry.colour) for entry in classes],
    )


class RegionWriter:
    """Writes the strips of one region, each layer into a file of its own.

    Args:
        rasters: An open writer for each layer.
        window: The region's window in the scene.
    """

    def __init__(self, rasters: Sequence[tuple[MapLayer, RasterWriter]], window: Window) -> None:
        self._rasters, self._window = rasters, window

    def write(self, strip: Strip) -> None:
        """Write a strip, which must lie inside the region.

        Raises:
            DiskFullError: The disk is full.
            OutputError: A file cannot be written.
        """
        window = Window(
            strip.window.col_off - self._window.col_off,
            strip.window.row_off - self._window.row_off,
            strip.window.width,
            strip.window.height,
        )
        for layer, raster in self._rasters:
            raster.write(layer.pixels(strip), window=window)


@contextlib.contextmanager
def region_writer(
    scene: AnyScene, files: Sequence[tuple[MapLayer, Path]], window: Window
) -> Iterator[RegionWriter]:
    """A writer for the files of a region; they are complete and flushed to disk when the block succeeds.

    Args:
        scene: Gives coordinate system and grid.
        files: The region's file of each layer.
        window: The region's window in the scene.

    Raises:
        DiskFullError: The disk is full.
        OutputError: A file cannot be written.
    """
    shape = {"height": window.height, "width": window.width}
    with contextlib.ExitStack() as opened:
        rasters = []
        for layer, path in files:
            raster = create_raster(
                path,
                scene,
                len(layer.bands),
                layer.dtype.name,
                layer.bands[0].nodata,
                **{**shape, **SCRATCH_COMPRESSION},
            )
            rasters.append((layer, opened.enter_context(raster)))
        yield RegionWriter(rasters, window)
    for _, path in files:
        flush_to_disk(path)


def write_map(
    layer: MapLayer,
    scene: AnyScene,
    regions: Sequence[tuple[Path, Window]],
    output_grid: AnyScene,
    tags: Mapping[str, str],
    reporter: Reporter,
) -> None:
    """Assemble the regions of one layer to a cloud-optimised GeoTIFF with overviews.

    Args:
        layer: The layer.
        scene: The scene as it was classified; its grid is that of the regions.
        regions: File of each region, and its window in the scene.
        output_grid: The scene whose grid the raster gets; differs from ``scene`` if that was resampled.
            Pixels take the value of the nearest one.
        tags: Metadata tags.
        reporter: Receives progress; may cancel.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    folder = regions[0][0].parent
    sources = [VrtSource(path.absolute(), w.height, w.width, w) for path, w in regions]
    vrt = folder / f"{layer.name}.vrt"
    shape = (scene.height, scene.width)
    vrt.write_text(vrt_text(shape, scene.crs, scene.transform, layer.bands, sources, tags), encoding="utf-8")
    target = (output_grid.height, output_grid.width)
    if target != shape:
        inner = VrtSource(vrt.absolute(), *shape, Window(0, 0, target[1], target[0]))
        vrt = folder / f"{layer.name}-on-grid.vrt"
        text = vrt_text(target, scene.crs, output_grid.transform, layer.bands, [inner], tags)
        vrt.write_text(text, encoding="utf-8")
    with finished_file(layer.path) as partial:
        expected = (
            sum(path.stat().st_size for path, _ in regions) * target[0] * target[1] / (shape[0] * shape[1])
        )
        _copy(vrt, partial, layer, expected, reporter)
        require_whole(partial, layer.path)
        flush_to_disk(partial)


def _copy(vrt: Path, partial: Path, layer: MapLayer, expected_bytes: float, reporter: Reporter) -> None:
    """Let GDAL write the file in a thread, since it reports no progress and cannot be cancelled."""
    failures: list[Exception] = []
    is_cancelled = threading.Event()

    def copy() -> None:
        try:
            has_overviews = _add_overviews(vrt, layer)
            if not is_cancelled.is_set():
                rasterio.shutil.copy(vrt, partial, **_options(layer, has_overviews=has_overviews))
        except GDAL_ERRORS as error:
            failures.append(error)
        if is_cancelled.is_set():
            discard_abandoned(layer.path)

    thread = threading.Thread(target=copy, daemon=True, name="write")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(POLL_S)
            reporter.progress(
                min(_written(partial), expected_bytes * 0.99), expected_bytes, "bytes", "Writing the map"
            )
    except JobCancelledError:
        is_cancelled.set()
        raise
    if failures:
        raise unwritable(layer.path, failures[0]) from failures[0]


def _written(partial: Path) -> int:
    """Bytes of a file and of the driver's temporary files beside it, which may vanish at any moment."""
    size = 0
    for path in partial.parent.glob(f"{glob.escape(partial.name)}*"):
        with contextlib.suppress(FileNotFoundError):
            size += path.stat().st_size
    return size


def _add_overviews(vrt: Path, layer: MapLayer) -> bool:
    """Build overviews beside the virtual raster; the COG driver would take four times as long."""
    # A killed process may have left incomplete ones.
    vrt.with_name(f"{vrt.name}.ovr").unlink(missing_ok=True)
    compression = {"COMPRESS_OVERVIEW": "ZSTD", "ZSTD_LEVEL_OVERVIEW": "1", "BIGTIFF_OVERVIEW": "IF_SAFER"}
    with rasterio.Env(**compression, GDAL_TIFF_OVR_BLOCKSIZE=BLOCK_SIDE), rasterio.open(vrt, "r+") as dataset:
        longest = max(dataset.height, dataset.width)
        factors = [2**n for n in range(1, 32) if longest / 2 ** (n - 1) > BLOCK_SIDE]
        if factors:
            is_class = layer.name == CLASS
            dataset.build_overviews(factors, Resampling.nearest if is_class else Resampling.average)
        return bool(factors)


def _options(layer: MapLayer, *, has_overviews: bool) -> dict[str, object]:
    """Creation options of the map."""
    return {
        "driver": "COG",
        "compress": "DEFLATE",
        "level": COMPRESSION_LEVEL,
        "predictor": "YES" if layer.dtype.kind == "f" else "NO",
        "blocksize": BLOCK_SIDE,
        "overviews": "FORCE_USE_EXISTING" if has_overviews else "NONE",
        "bigtiff": "IF_SAFER",
        "num_threads": str(os.cpu_count() or 1),
    }
