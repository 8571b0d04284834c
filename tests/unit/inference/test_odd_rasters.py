"""Unusual rasters: each is classified where it is valid, on its own grid, with nodata elsewhere."""

import numpy as np
import pytest
import rasterio
import torch
from rasterio import Affine
from rasterio.enums import ColorInterp

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import RasterError
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference.classify import classify
from core.models.factory import build_network
from core.models.model_file import save_model

HEIGHT, WIDTH = 50, 70
CLASSES = ClassTable((ClassEntry(0, 0, "background", "#d9d9d9"), ClassEntry(1, 7, "road", "#ff0000")))
NODATA = 255
VRT_BLOCK = 128
ROTATED = Affine.translation(5e5, 5.6e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
SOUTH_UP = Affine(0.5, 0, 5e5, 0, 0.5, 5.6e6)
DEGREES = Affine(0.7e-5, 0, 9, 0, -0.45e-5, 50)


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Path of an untrained model for a number of bands and a data type."""
    made = {}

    def model(count, dtype):
        if (count, dtype) not in made:
            torch.manual_seed(0)
            network = build_network("unet", "resnet18", count, 2, "random", Reporter(lambda event: None))
            bands = tuple(Band(f"Band {n}", 100, 50, -200, 255) for n in range(1, count + 1))
            card = ModelCard("unet", "resnet18", bands, dtype, 0.5, CLASSES, 64, "ce", (1.0, 1.0))
            path = tmp_path_factory.mktemp("models") / f"{count}{dtype}.safetensors"
            save_model(path, network, card)
            made[count, dtype] = path
        return str(made[count, dtype])

    return model


def mosaic(path, sources, nodata, width=WIDTH):
    """A VRT of rasters, each with its first column; a nodata value or None for each band."""
    bands = ""
    for band, value in enumerate(nodata, start=1):
        bands += f'<VRTRasterBand dataType="Byte" band="{band}">'
        bands += "" if value is None else f"<NoDataValue>{value}</NoDataValue>"
        for source, left in sources:
            size = f'xSize="{WIDTH}" ySize="{HEIGHT}"'
            bands += f"""<SimpleSource><SourceFilename relativeToVRT="1">{source.name}</SourceFilename>
                <SourceBand>{band}</SourceBand><SrcRect xOff="0" yOff="0" {size}/>
                <DstRect xOff="{left}" yOff="0" {size}/></SimpleSource>"""
        bands += "</VRTRasterBand>"
    path.write_text(
        f"""<VRTDataset rasterXSize="{width}" rasterYSize="{HEIGHT}"><SRS>EPSG:32632</SRS>
        <GeoTransform>500000, 0.5, 0, 5600000, 0, -0.5</GeoTransform>{bands}</VRTDataset>"""
    )
    return path


def noise(count, dtype="uint8"):
    return np.random.default_rng(0).integers(1, 200, (count, HEIGHT, WIDTH)).astype(dtype)


def hole():
    """Where the raster is not valid, bool."""
    found = np.zeros((HEIGHT, WIDTH), bool)
    found[8:21, 30:55] = True
    return found


def plain(make, **more):
    return make(noise(3), **more), 3, np.zeros((HEIGHT, WIDTH), bool)


def negative_nodata(make):
    values = noise(2, "int16") - 150
    values[:, hole()] = -32768
    return make(values, nodata=-32768), 2, hole()


def nan_and_infinity(make):
    values = noise(3, "float32")
    values[1, hole()] = np.nan
    values[2, 0, :7] = np.inf
    expected = hole()
    expected[0, :7] = True
    return make(values), 3, expected


def alpha(make, count):
    values = np.concatenate([noise(count), np.where(hole(), 0, 255)[np.newaxis]]).astype("uint8")
    path = make(values)
    with rasterio.open(path, "r+") as dataset:
        colours = [ColorInterp.red, ColorInterp.green, ColorInterp.blue] if count == 3 else [ColorInterp.gray]
        dataset.colorinterp = [*colours, ColorInterp.alpha]
    return path, count, hole()


def one_bit_mask(make):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        return make(noise(3), mask=np.where(hole(), 0, 255).astype("uint8")), 3, hole()


def one_bit_values(make):
    return make(noise(1) % 2, nbits=1), 1, np.zeros((HEIGHT, WIDTH), bool)


def some_bands_with_nodata(make):
    values = noise(3)
    values[0, hole()], values[1, hole()] = 0, 254
    sources = [(make(values), 0)]
    return mosaic(make(values).with_name("image.vrt"), sources, (0, 254, None)), 3, hole()


def scaled(make):
    path = make(noise(1, "int16"))
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.01,), (5.0,)
    return path, 1, np.zeros((HEIGHT, WIDTH), bool)


def paletted(make):
    path = make(noise(1))
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {1: (255, 0, 0, 255)})
    return path, 1, np.zeros((HEIGHT, WIDTH), bool)


def nodata_frame(make):
    values = noise(3)
    expected = np.ones((HEIGHT, WIDTH), bool)
    expected[40:44, 3:9] = False
    values[:, expected] = 0
    return make(values, nodata=0), 3, expected


RASTERS = {
    "rotated": lambda make: plain(make, transform=ROTATED),
    "south up": lambda make: plain(make, transform=SOUTH_UP),
    "degrees": lambda make: plain(make, transform=DEGREES, crs="EPSG:4326"),
    "negative int16": negative_nodata,
    "NaN": nan_and_infinity,
    "RGBA": lambda make: alpha(make, 3),
    "gray and alpha": lambda make: alpha(make, 1),
    "1-bit mask": one_bit_mask,
    "1-bit values": one_bit_values,
    "nodata in some bands": some_bands_with_nodata,
    "scaled": scaled,
    "palette": paletted,
    "nodata frame": nodata_frame,
}


@pytest.mark.parametrize("kind", RASTERS)
def test_a_raster_is_classified_where_it_is_valid_on_its_own_grid(
    kind, models, make_raster, reporter, tmp_path
):
    path, count, lost = RASTERS[kind](make_raster)
    output = tmp_path / "map.tif"
    with rasterio.open(path) as image:
        classify(
            ClassifyJob(
                input=str(path), model=models(count, image.dtypes[0]), output=str(output), overlap=16
            ),
            reporter,
        )
        with rasterio.open(output) as raster:
            assert (raster.crs, raster.shape) == (image.crs, image.shape)
            assert raster.transform.almost_equals(image.transform, 1e-9)
            np.testing.assert_array_equal(raster.read(1) == NODATA, lost)
            np.testing.assert_array_equal(raster.dataset_mask() == 0, lost)
    if kind == "palette":
        assert "colour table" in reporter.text


def run(path, model, tmp_path, reporter, **more):
    """The class raster of an image."""
    output = tmp_path / "map.tif"
    classify(ClassifyJob(input=str(path), model=model, output=str(output), overlap=16, **more), reporter)
    with rasterio.open(output) as raster:
        return raster.read(1)


@pytest.fixture
def half_a_mosaic(make_raster, tmp_path):
    """A mosaic of adjacent rasters, of which the right one is missing."""
    here = make_raster(noise(3))
    sources = [(here, 0), (here, VRT_BLOCK - WIDTH), (tmp_path / "lost.tif", VRT_BLOCK)]
    return mosaic(tmp_path / "half.vrt", sources, (None,) * 3, VRT_BLOCK + WIDTH)


def test_a_mosaic_with_a_missing_file_stops_and_names_it(half_a_mosaic, models, tmp_path, reporter):
    with pytest.raises(RasterError, match=r"half\.vrt' refers to other files.*lost\.tif"):
        run(half_a_mosaic, models(3, "uint8"), tmp_path, reporter)
    assert not (tmp_path / "map.tif").exists()


def test_a_mosaic_with_a_missing_file_is_classified_elsewhere(half_a_mosaic, models, tmp_path, reporter):
    values = run(half_a_mosaic, models(3, "uint8"), tmp_path, reporter, on_damage="skip")
    np.testing.assert_array_equal(values == NODATA, np.indices(values.shape)[1] >= VRT_BLOCK)
    assert "cannot be read" in reporter.warnings[-1]


@pytest.mark.parametrize("size", [0.5, 0.3])
def test_the_missing_end_of_a_truncated_raster_becomes_nodata_and_is_counted(
    models, make_raster, tmp_path, reporter, size
):
    image = np.random.default_rng(0).integers(1, 200, (3, 256, 128)).astype("uint8")
    transform = Affine(size, 0, 5e5, 0, -size, 5.6e6)
    path = make_raster(
        image, transform=transform, tiled=True, blockxsize=64, blockysize=64, interleave="pixel"
    )
    with rasterio.open(path) as dataset:
        end = int(dataset.get_tag_item("BLOCK_OFFSET_0_3", "TIFF", bidx=1))
    path.write_bytes(path.read_bytes()[:end])
    with pytest.raises(RasterError, match="damaged or cut off"):
        run(path, models(3, "uint8"), tmp_path, reporter)
    values = run(path, models(3, "uint8"), tmp_path, reporter, on_damage="skip")
    # At another pixel size, resampled pixels at the edge mix both.
    assert (values[:191] != NODATA).all()
    assert (values[193:] == NODATA).all()
    assert "8192 pixels (25.00%) of 'image.tif' cannot be read, in 2 of its blocks" in reporter.warnings[-1]
