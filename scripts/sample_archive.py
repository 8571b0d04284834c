"""The sample that the guide offers for download: small, but of real imagery.

Run in the engine: ``python scripts/sample_archive.py FOLDER_OF_SAMPLE_SH ARCHIVE.zip``. It holds a part of
the demo's first scene with its labels, for training, and the whole second scene, for the map.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import rasterio
import shapely
from rasterio.windows import Window

PART = Window(0, 0, 1536, 1536)
"""Of the first scene: six chips each way, so that training takes minutes on any machine."""

JPEG_QUALITY = 80
"""The archive lies in the repository: a quarter of the lossless size, without visible loss."""

READ_ME = """\
Sample of TopPixel: two aerial scenes with tree crowns, 10 cm a pixel, EPSG:32612.

train.tif     153.6 x 153.6 m with every crown labelled
crowns.gpkg   the crowns of train.tif, field "class"
other.tif     another place, 124.9 x 103.5 m, to be mapped

Imagery: National Ecological Observatory Network (NEON), CC0, as JPEG in GeoTIFF. Crowns: ellipses in the
boxes of the Python package deepforest (MIT licence). Positions are near the true ones, not exact.
"""

STAMP = (2026, 1, 1, 0, 0, 0)
"""Time of every file: the same input makes the same bytes."""

READABLE_FILE = 0o100644 << 16
"""File mode of a regular file that everyone may read, as zip archives store it."""


def write_part(source: Path, target: Path, window: Window | None) -> None:
    """A part of a scene as JPEG in GeoTIFF; the whole scene without a window."""
    with rasterio.open(source) as scene:
        window = window or Window(0, 0, scene.width, scene.height)
        values = scene.read(window=window)
        profile = {
            "driver": "GTiff", "width": window.width, "height": window.height, "count": 3, "dtype": "uint8",
            "crs": scene.crs, "transform": scene.window_transform(window), "tiled": True,
            "compress": "jpeg", "jpeg_quality": JPEG_QUALITY, "photometric": "YCBCR",
        }  # fmt: skip
    with rasterio.open(target, "w", **profile) as part:
        part.write(values)


def write_crowns(source: Path, scene: Path, target: Path) -> None:
    """The crowns that touch a scene, with their class."""
    with rasterio.open(scene) as part:
        bounds, crs = tuple(part.bounds), part.crs.to_string()
    _, _, shapes, _ = pyogrio.raw.read(source, columns=[], bbox=bounds)
    crowns = shapely.from_wkb(shapes)
    pyogrio.set_gdal_config_options(
        {"OGR_CURRENT_DATE": "{}-{:02}-{:02}T{:02}:{:02}:{:02}.000Z".format(*STAMP)}
    )
    pyogrio.raw.write(
        target,
        shapely.to_wkb(crowns),
        [np.array(["tree crown"] * len(crowns), dtype=object)],
        ["class"],
        geometry_type="Polygon",
        crs=crs,
    )


def main() -> None:
    """Write the archive."""
    demo, archive = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        write_part(demo / "train.tif", folder / "train.tif", PART)
        write_crowns(demo / "train_crowns.gpkg", folder / "train.tif", folder / "crowns.gpkg")
        write_part(demo / "test.tif", folder / "other.tif", None)
        (folder / "README.txt").write_text(READ_ME, encoding="utf-8")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
            for path in sorted(folder.iterdir()):
                entry = zipfile.ZipInfo(f"toppixel-sample/{path.name}", STAMP)
                entry.external_attr = READABLE_FILE
                file.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    print(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
