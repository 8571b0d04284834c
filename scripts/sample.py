"""The demo's data: aerial scenes with hand-labelled tree crowns, from a package of the package registry.

Run in the engine: ``python scripts/sample.py FOLDER_OF_THE_PACKAGE OUTPUT_FOLDER``. Writes for each scene a
georeferenced ``NAME.tif``, ``NAME_crowns.gpkg`` (polygons with the field ``class``) and ``NAME_truth.tif``.

The images are NEON aerial imagery at 10 cm (CC0) with boxes around each crown, as shipped by the package
``deepforest`` (MIT). An ellipse inscribed in its box is a fair outline of a crown.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pyogrio.raw
import rasterio
import shapely
from rasterio.errors import NotGeoreferencedWarning
from rasterio.features import rasterize
from rasterio.transform import from_origin

PIXEL_SIZE_M = 0.1
SCENES = {
    # The file's name holds the south-west corner of its kilometre tile in UTM zone 12 north. The position
    # of the crop within the tile is unknown, so it is placed at the tile's north-west corner.
    "train": ("2019_YELL_2_528000_4978000_image_crop2", 528_000, 4_979_000),
    "test": ("2019_YELL_2_541000_4977000_image_crop", 541_000, 4_978_000),
}
CRS = "EPSG:32612"


def crown_outlines(table: Path) -> list[shapely.Polygon]:
    """Ellipses inscribed in the boxes of a label file (Pascal VOC), in pixel coordinates."""
    outlines = []
    for box in ET.parse(table).iter("bndbox"):
        x0, y0, x1, y1 = (float(box.findtext(key)) for key in ("xmin", "ymin", "xmax", "ymax"))
        angle = np.linspace(0, 2 * np.pi, 33)[:-1]
        x = (x0 + x1) / 2 + (x1 - x0) / 2 * np.cos(angle)
        y = (y0 + y1) / 2 + (y1 - y0) / 2 * np.sin(angle)
        outlines.append(shapely.Polygon(np.column_stack([x, y])))
    return outlines


def write_scene(package: Path, folder: Path, name: str) -> None:
    """One scene as raster, polygons and ground truth."""
    stem, west, north = SCENES[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # this function georeferences it
        with rasterio.open(package / "data" / f"{stem}.png") as image:
            values = image.read([1, 2, 3])
    profile = {
        "driver": "GTiff", "height": values.shape[1], "width": values.shape[2], "dtype": "uint8",
        "transform": from_origin(west, north, PIXEL_SIZE_M, PIXEL_SIZE_M), "crs": CRS,
        "tiled": True, "compress": "deflate",
    }  # fmt: skip
    with rasterio.open(folder / f"{name}.tif", "w", count=3, photometric="RGB", **profile) as raster:
        raster.write(values)

    outlines = crown_outlines(package / "data" / f"{stem}.xml")
    corner, step = np.array([west, north]), np.array([PIXEL_SIZE_M, -PIXEL_SIZE_M])
    crowns = shapely.transform(outlines, lambda pixels: corner + pixels * step)
    pyogrio.raw.write(
        folder / f"{name}_crowns.gpkg",
        shapely.to_wkb(crowns),
        [np.array(["tree crown"] * len(crowns), dtype=object)],
        ["class"],
        geometry_type="Polygon",
        crs=CRS,
    )
    truth = rasterize(outlines, out_shape=values.shape[1:], dtype="uint8")
    with rasterio.open(folder / f"{name}_truth.tif", "w", count=1, **profile) as raster:
        raster.write(truth, 1)
    height, width = truth.shape
    print(f"{name}: {width} x {height} pixels, {len(crowns)} crowns on {truth.mean():.1%} of them")


def main() -> None:
    """Write both scenes."""
    package, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCENES:
        write_scene(package, folder, name)


if __name__ == "__main__":
    main()
