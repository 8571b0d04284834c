"""Rasters damaged block by block: intact blocks are read as before, damaged ones counted."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from core.contract.messages.errors import RasterError
from core.geodata.raster.damaged import TolerantScene
from core.geodata.raster.resampled import ResampledScene
from core.geodata.raster.scene import open_scene

SIZE = 256
WHOLE = Window(0, 0, SIZE, SIZE)
TILED = {"tiled": True, "blockxsize": 64, "blockysize": 64}
FORMATS = {
    "deflate": {**TILED, "compress": "deflate"},
    "jpeg": {**TILED, "compress": "jpeg", "photometric": "ycbcr", "interleave": "pixel"},
    "strips": {"compress": "lzw", "blockysize": 8, "interleave": "pixel"},
    "planes": {**TILED, "compress": "deflate", "interleave": "band"},
}


def picture():
    """Smooth and noisy at once, so that every format compresses it to blocks of a similar size."""
    noise = np.random.default_rng(0).integers(1, 120, (3, SIZE // 4, SIZE // 4), np.uint8)
    return np.kron(noise, np.ones((1, 4, 4), np.uint8)) + np.arange(SIZE, dtype=np.uint8) // 4


def block_bytes(path, block, band=1):
    with rasterio.open(path) as dataset:
        return [
            int(dataset.get_tag_item(f"BLOCK_{part}_{block[1]}_{block[0]}", "TIFF", bidx=band))
            for part in ("OFFSET", "SIZE")
        ]


def spoil(path, block, band=1, whole=True):
    """Overwrite a block of the file, or its second half, with zeros."""
    offset, length = block_bytes(path, block, band)
    start = 0 if whole else length // 2
    with path.open("r+b") as file:
        file.seek(offset + start)
        file.write(bytes(length - start))


def pixels_of(blocks, shape):
    """Mask of the pixels of blocks."""
    found = np.zeros((SIZE, SIZE), bool)
    for row, col in blocks:
        found[row * shape[0] : (row + 1) * shape[0], col * shape[1] : (col + 1) * shape[1]] = True
    return found


@pytest.fixture(params=FORMATS)
def image(request, make_raster):
    return make_raster(picture(), **FORMATS[request.param])


def some_blocks(scene):
    rows, cols = SIZE // scene.block_shape[0], SIZE // scene.block_shape[1]
    return {(1, cols // 2), (rows - 2, 0), (rows - 2, cols - 1)}


def test_only_pixels_of_damaged_blocks_are_invalid(image):
    assert_only_spoilt_blocks_are_lost(image)


def test_grey_filled_in_for_lost_jpeg_data_is_invalid(make_raster):
    assert_only_spoilt_blocks_are_lost(make_raster(picture(), **FORMATS["jpeg"]), whole=False)


def assert_only_spoilt_blocks_are_lost(image, *, whole=True):
    good = open_scene(image).read(WHOLE)
    blocks = some_blocks(open_scene(image))
    for block in blocks:
        spoil(image, block, whole=whole)
    with pytest.raises(RasterError, match="damaged or cut off"):
        open_scene(image).read_with_valid(WHOLE)
    with TolerantScene(open_scene(image)) as scene:
        lost = pixels_of(blocks, scene.block_shape)
        for _ in range(2):
            values, valid = scene.read_with_valid(WHOLE)
            np.testing.assert_array_equal(valid, ~lost)
            np.testing.assert_array_equal(values[:, valid], good[:, valid])
        assert scene.damaged_blocks == blocks
        assert scene.damaged_pixels == lost.sum()


def test_each_damaged_block_counts_once_across_windows_and_threads(image):
    blocks = some_blocks(open_scene(image))
    good = open_scene(image).read(WHOLE)
    for block in blocks:
        spoil(image, block)
    scene = TolerantScene(open_scene(image))
    lost = pixels_of(blocks, scene.block_shape)
    windows = [Window(col, row, 90, 70) for row in range(0, 187, 31) for col in range(0, 167, 37)]
    windows += [Window(col, 180, 90, 76) for col in range(0, 167, 37)] + [Window(166, 180, 90, 76)]
    with ThreadPoolExecutor(6) as pool:
        read = list(pool.map(scene.read_with_valid, windows))
    for window, (values, valid) in zip(windows, read):
        rows, cols = window.toslices()
        np.testing.assert_array_equal(valid, ~lost[rows, cols])
        np.testing.assert_array_equal(values[:, valid], good[:, rows, cols][:, valid])
    assert scene.damaged_blocks == blocks
    scene.close()


def test_a_damaged_block_of_any_band_counts(make_raster):
    path = make_raster(picture(), **FORMATS["planes"])
    spoil(path, (2, 1), band=3)
    scene = TolerantScene(open_scene(path))
    assert not scene.read_valid(WHOLE)[128:192, 64:128].any()
    assert scene.damaged_pixels == 64 * 64


def test_the_lost_tail_of_a_file_is_invalid(image):
    good = open_scene(image).read(WHOLE)
    end = block_bytes(image, (SIZE // open_scene(image).block_shape[0] // 2, 0))[0]
    image.write_bytes(image.read_bytes()[:end])
    scene = TolerantScene(open_scene(image))
    values, valid = scene.read_with_valid(WHOLE)
    assert scene.damaged_pixels == (~valid).sum()
    if valid.any():  # with interleave=band, the last bands are lost everywhere
        assert valid[: SIZE // 2].all()
    assert not valid[SIZE // 2 :].any()
    np.testing.assert_array_equal(values[:, valid], good[:, valid])


def test_pixels_with_a_damaged_mask_are_invalid(make_raster):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False):
        usable = np.random.default_rng(1).choice([0, 255], (SIZE, SIZE)).astype("uint8")
        path = make_raster(picture()[:1], mask=usable, **TILED)
    sidecar = path.with_name(path.name + ".msk")
    sidecar.write_bytes(sidecar.read_bytes()[: sidecar.stat().st_size * 2 // 3])
    scene = TolerantScene(open_scene(path))
    valid = scene.read_valid(WHOLE)
    assert 0 < scene.damaged_pixels < SIZE**2
    np.testing.assert_array_equal(valid, (usable > 0) & ~pixels_of(scene.damaged_blocks, (64, 64)))


def test_skipped_pixels_are_reported_with_their_number(image, reporter):
    spoil(image, (1, 0))
    scene = TolerantScene(open_scene(image))
    scene.report(reporter)
    assert not reporter.warnings
    scene.read_valid(WHOLE)
    scene.report(reporter)
    (warning,) = reporter.warnings
    pixels = np.prod(scene.block_shape)
    assert f"{pixels} pixels ({pixels / SIZE**2:.2%}) of 'image.tif'" in warning


def test_a_scene_without_an_intact_block_is_an_error(image, reporter):
    data = image.read_bytes()
    image.write_bytes(data[: block_bytes(image, (0, 0))[0] + 20])
    scene = TolerantScene(open_scene(image))
    scene.read_valid(WHOLE)
    with pytest.raises(RasterError, match="all of it is damaged"):
        scene.report(reporter)


@pytest.mark.parametrize("left", [None, 0, 100])
def test_a_file_lost_during_the_run_is_an_error(image, left):
    scene = TolerantScene(open_scene(image))
    scene.read_valid(Window(0, 0, 10, 10))
    if left is None:
        image.unlink()
        scene.source.close()
    else:
        image.write_bytes(image.read_bytes()[:left])
        scene.source.close()
    with pytest.raises(RasterError):
        scene.read_valid(WHOLE)
    assert not scene.damaged_blocks


def test_known_damage_is_passed_to_another_process_and_back(image):
    spoil(image, (1, 0))
    scene = TolerantScene(open_scene(image))
    copy = pickle.loads(pickle.dumps(scene))
    copy.read_valid(WHOLE)
    assert not scene.damaged_blocks
    scene.add_damaged(copy.damaged_blocks)
    assert scene.damaged_blocks == pickle.loads(pickle.dumps(copy)).damaged_blocks == {(1, 0)}


def test_a_damaged_scene_can_be_resampled(make_raster):
    path = make_raster(picture(), **FORMATS["deflate"])
    spoil(path, (1, 2))
    tolerant = TolerantScene(open_scene(path))
    scene = ResampledScene(tolerant, SIZE // 2, SIZE // 2)
    valid = scene.read_valid(Window(0, 0, SIZE // 2, SIZE // 2))
    expected = np.ones_like(valid)
    expected[32:64, 64:96] = False
    np.testing.assert_array_equal(valid, expected)
    assert tolerant.damaged_pixels == 64 * 64


@pytest.fixture
def mosaic(make_raster, tmp_path):
    """A VRT of two rasters side by side, of which the right one is missing."""
    make_raster(picture()[:1], "left.tif")
    source = """<SimpleSource>
        <SourceFilename relativeToVRT="1">{name}.tif</SourceFilename><SourceBand>1</SourceBand>
        <SrcRect xOff="0" yOff="0" xSize="256" ySize="256"/>
        <DstRect xOff="{x}" yOff="0" xSize="256" ySize="256"/></SimpleSource>"""
    path = tmp_path / "mosaic.vrt"
    path.write_text(
        """<VRTDataset rasterXSize="512" rasterYSize="256"><SRS>EPSG:32632</SRS>
        <GeoTransform>500000, 0.5, 0, 5600000, 0, -0.5</GeoTransform>
        <VRTRasterBand dataType="Byte" band="1">"""
        + source.format(name="left", x=0)
        + source.format(name="lost", x=256)
        + "</VRTRasterBand></VRTDataset>"
    )
    return path


def test_a_missing_file_of_a_mosaic_is_named(mosaic):
    with pytest.raises(RasterError, match=r"mosaic\.vrt' refers to other files.*lost\.tif"):
        open_scene(mosaic).read_with_valid(Window(200, 0, 100, 100))


def test_a_mosaic_is_read_except_for_the_missing_file(mosaic):
    scene = TolerantScene(open_scene(mosaic))
    values, valid = scene.read_with_valid(Window(0, 0, 512, 256))
    np.testing.assert_array_equal(valid[:, :256], True)
    np.testing.assert_array_equal(values[0, :, :256], picture()[0])
    assert not valid[:, 256:].any()
    assert scene.damaged_pixels == 256 * 256
