import multiprocessing
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio
from rasterio import Affine
from rasterio.enums import ColorInterp
from rasterio.env import get_gdal_config
from rasterio.windows import Window

import core.geodata.raster.scene as scene_module
from core.contract.messages.errors import RasterError
from core.geodata.raster.scene import open_scene, open_scenes

WHOLE = Window(0, 0, 40, 30)
VALUES = np.arange(3 * 30 * 40).reshape(3, 30, 40)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
def test_scene_reads_the_values_of_a_window(make_raster, dtype):
    scene = open_scene(make_raster(VALUES.astype(dtype)))
    window = Window(5, 7, 11, 13)
    np.testing.assert_array_equal(scene.read(window), VALUES.astype(dtype)[:, 7:20, 5:16])
    assert scene.read(window).dtype == dtype
    assert (scene.height, scene.width, scene.count, scene.dtype) == (30, 40, 3, dtype)
    assert scene.crs == "EPSG:32632"


def test_path_may_contain_spaces_quotes_umlauts_and_chinese(make_raster):
    path = make_raster(VALUES.astype("uint8"), name="ein 'schönes' bild \u5f71\u50cf.tif")
    assert open_scene(path).read(WHOLE).shape == (3, 30, 40)


def test_bands_are_named_by_description_colour_or_number(make_raster):
    values = np.ones((5, 30, 40), dtype="uint16")
    path = make_raster(values, photometric="rgb")
    with rasterio.open(path, "r+") as dataset:
        dataset.colorinterp = [*dataset.colorinterp[:3], ColorInterp.nir, ColorInterp.undefined]
        dataset.set_band_description(2, "leaf green")
    assert open_scene(path).band_names == ("red", "leaf green", "blue", "nir", "Band 5")


def test_pixel_is_invalid_only_if_all_bands_are_nodata(make_raster):
    values = np.ones((2, 30, 40), dtype="int16")
    values[:, 0] = -9
    values[0, 1] = -9
    _, valid = open_scene(make_raster(values, nodata=-9)).read_with_valid(WHOLE)
    assert not valid[0].any()
    assert valid[1:].all()


def write_vrt(path, raster, nodata, dtype="Int16", more=""):
    """A VRT of a raster of 40 x 30 pixels, with the nodata value (or None) of each band."""
    bands = ""
    for band, value in enumerate(nodata, start=1):
        tag = "" if value is None else f"<NoDataValue>{value}</NoDataValue>"
        bands += f"""<VRTRasterBand dataType="{dtype}" band="{band}">{tag}{more}<SimpleSource>
            <SourceFilename relativeToVRT="1">{raster.name}</SourceFilename><SourceBand>{band}</SourceBand>
            </SimpleSource></VRTRasterBand>"""
    path.write_text(
        f"""<VRTDataset rasterXSize="40" rasterYSize="30"><SRS>EPSG:32632</SRS>
        <GeoTransform>500000, 0.5, 0, 5600000, 0, -0.5</GeoTransform>{bands}</VRTDataset>"""
    )
    return path


def test_each_band_may_have_its_own_nodata_value(make_raster, tmp_path):
    values = np.full((3, 30, 40), 50, dtype="int16")
    values[0, :3], values[1, 1:4], values[2, 2:5] = -9, -32768, 0
    scene = open_scene(write_vrt(tmp_path / "own.vrt", make_raster(values), (-9, -32768, 0)))
    expected = np.ones((30, 40), bool)
    expected[2] = False
    np.testing.assert_array_equal(scene.read_with_valid(WHOLE)[1], expected)
    np.testing.assert_array_equal(scene.read_valid(WHOLE), expected)


def test_a_band_without_nodata_value_does_not_affect_validity(make_raster, tmp_path):
    values = np.full((3, 30, 40), 50, dtype="int16")
    values[0, :3], values[1, 1:4] = -9, -32768
    scene = open_scene(write_vrt(tmp_path / "some.vrt", make_raster(values), (-9, -32768, None)))
    expected = np.ones((30, 40), bool)
    expected[1:3] = False
    np.testing.assert_array_equal(scene.read_valid(WHOLE), expected)


@pytest.mark.parametrize(
    ("dtype", "nodata"),
    [
        ("uint8", -9999),
        ("uint8", 256),
        ("int16", "nan"),
        ("uint16", 65535),
        ("int32", -(2**31)),
    ],
)
def test_a_nodata_value_is_interpreted_as_by_gdal(make_raster, tmp_path, dtype, nodata):
    limits = np.iinfo(dtype)
    values = np.linspace(limits.min, limits.max, 1200).reshape(1, 30, 40).astype(dtype)
    kinds = {"uint8": "Byte", "int16": "Int16", "uint16": "UInt16", "int32": "Int32"}
    path = write_vrt(tmp_path / "odd.vrt", make_raster(values), (nodata,), kinds[dtype])
    with rasterio.open(path) as dataset:
        expected = dataset.dataset_mask() > 0
    np.testing.assert_array_equal(open_scene(path).read_valid(WHOLE), expected)


def test_the_lowest_float_as_nodata_is_found_whatever_its_precision(make_raster):
    values = VALUES[:1].astype("float32")
    values[0, 4] = np.finfo("float32").min
    scene = open_scene(make_raster(values, nodata=-3.4028234663852886e38))
    np.testing.assert_array_equal(np.flatnonzero(~scene.read_valid(WHOLE).all(axis=1)), [4])


def test_scaled_values_are_read_as_stored(make_raster):
    path = make_raster(VALUES.astype("int16"))
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.01,) * 3, (5.0,) * 3
    np.testing.assert_array_equal(open_scene(path).read(WHOLE), VALUES)


def test_one_bit_rasters_are_read_as_zero_and_one(make_raster):
    bits = (VALUES[:1] % 3 == 0).astype("uint8")
    scene = open_scene(make_raster(bits, nbits=1))
    assert scene.dtype == "uint8"
    np.testing.assert_array_equal(scene.read(WHOLE), bits)


def test_a_colour_table_is_detected(make_raster):
    path = make_raster(VALUES[:1].astype("uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {1: (255, 0, 0, 255)})
    assert open_scene(path).is_paletted
    assert not open_scene(make_raster(VALUES.astype("uint8"), "rgb.tif")).is_paletted


def test_pixels_of_south_up_and_rotated_rasters_keep_their_order(make_raster):
    for transform in (
        Affine(0.5, 0, 5e5, 0, 0.5, 5.6e6),
        Affine.translation(5e5, 5.6e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5),
    ):
        scene = open_scene(make_raster(VALUES.astype("int16"), transform=transform))
        assert scene.transform.almost_equals(transform)
        np.testing.assert_array_equal(scene.read(WHOLE), VALUES)


@pytest.mark.parametrize("internal", [True, False])
def test_mask_may_be_internal_or_in_a_sidecar_file(make_raster, internal):
    usable = np.full((30, 40), 255, dtype="uint8")
    usable[3, 5:] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal):
        path = make_raster(VALUES.astype("uint8"), mask=usable)
    np.testing.assert_array_equal(open_scene(path).read_valid(WHOLE), usable > 0)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_pixel_is_invalid_if_any_band_is_not_finite(make_raster, bad):
    values = VALUES.astype("float32")
    values[1, 2, 3] = bad
    scene = open_scene(make_raster(values))
    for valid in (scene.read_with_valid(WHOLE)[1], scene.read_valid(WHOLE)):
        assert not valid[2, 3]
        assert valid.sum() == valid.size - 1


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_alpha_band_determines_validity_and_is_not_counted(make_raster, count, dtype):
    values = np.ones((count + 1, 30, 40), dtype)
    values[count, 4:6] = 0
    scene = open_scene(make_raster(values, alpha=True))
    read, valid = scene.read_with_valid(WHOLE)
    assert scene.count == len(read) == count
    np.testing.assert_array_equal(np.flatnonzero(~valid.all(axis=1)), [4, 5])


def test_mask_band_determines_validity(make_raster):
    mask = np.full((30, 40), 255, dtype="uint8")
    mask[3] = 0
    scene = open_scene(make_raster(VALUES.astype("uint8"), mask=mask))
    np.testing.assert_array_equal(scene.read_valid(WHOLE), mask > 0)


@pytest.mark.parametrize("more", [{}, {"tiled": True, "blockxsize": 16, "blockysize": 16}])
def test_windows_cover_a_scene_once_on_multiples_of_the_step(make_raster, monkeypatch, more):
    monkeypatch.setattr(scene_module, "WINDOW_BYTES", 3 * 40 * 20)
    scene = open_scene(make_raster(VALUES.astype("uint8"), **more))
    windows = scene.windows(8)
    covered = np.zeros((30, 40), dtype=int)
    for window in windows:
        covered[window.toslices()] += 1
        assert window.row_off % 8 == window.col_off % 8 == 0
        assert window.width * window.height <= 40 * 20
    assert (covered == 1).all()
    assert len(windows) > 1


def test_scene_can_be_read_from_many_threads(make_raster):
    scene = open_scene(make_raster(VALUES.astype("uint16")))
    windows = [Window(col, row, 4, 3) for row in range(0, 30, 3) for col in range(0, 40, 4)] * 5
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(scene.read, windows))
    for window, values in zip(windows, read):
        np.testing.assert_array_equal(values, VALUES[(slice(None), *window.toslices())])


def test_scene_is_pickled_without_its_open_file(make_raster):
    scene = open_scene(make_raster(VALUES.astype("uint16")))
    scene.read(WHOLE)
    copy = pickle.loads(pickle.dumps(scene))
    assert copy == scene
    np.testing.assert_array_equal(copy.read(WHOLE), VALUES)


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_forked_process_opens_the_file_itself(make_raster):
    scene = open_scene(make_raster(VALUES.astype("uint16")))
    scene.read(WHOLE)
    opened = len(scene._handles._opened)
    results = multiprocessing.get_context("fork").Queue()
    child = multiprocessing.get_context("fork").Process(
        target=lambda: results.put((scene.read(WHOLE).sum(), len(scene._handles._opened)))
    )
    child.start()
    assert results.get(timeout=30) == (VALUES.sum(), opened + 1)
    child.join()


def test_closed_scene_can_be_read_again(make_raster):
    with open_scene(make_raster(VALUES.astype("uint16"))) as scene:
        scene.read(WHOLE)
    np.testing.assert_array_equal(scene.read(WHOLE), VALUES)


@pytest.mark.parametrize(
    ("crs", "transform", "metres"),
    [
        ("EPSG:32632", Affine(0.5, 0, 500_000, 0, -0.5, 6_650_000), 0.5),
        # Web Mercator stretches by 1 / cos(latitude): half at 60 degrees north.
        ("EPSG:3857", Affine(1, 0, 1_000_000, 0, -1, 8_399_737), 0.5),
        # A degree of latitude is about 110.57 km at the equator, of longitude 111.32 km.
        ("EPSG:4326", Affine(1e-5, 0, 9, 0, -1e-5, 0), 1.1095),
        # ... and half of that, 55.8 km by 111.41 km, at 60 degrees north.
        ("EPSG:4326", Affine(1e-5, 0, 9, 0, -1e-5, 60), 0.7885),
        # US survey feet.
        ("EPSG:2263", Affine(1, 0, 1_000_000, 0, -1, 200_000), 0.3048),
    ],
)
def test_pixel_size_is_that_on_the_ground(make_raster, crs, transform, metres):
    scene = open_scene(make_raster(VALUES.astype("uint8"), crs=crs, transform=transform))
    assert scene.pixel_size_m == pytest.approx(metres, rel=3e-3)


def test_rotation_does_not_change_the_pixel_size(make_raster):
    rotated = Affine.translation(500_000, 5_600_000) @ Affine.rotation(30) @ Affine.scale(0.25, -0.25)
    scene = open_scene(make_raster(VALUES.astype("uint8"), transform=rotated))
    assert scene.pixel_size_m == pytest.approx(0.25, rel=1e-3)


def test_pixel_size_of_a_local_system_is_scaled_by_its_unit(make_raster):
    local = 'LOCAL_CS["site",UNIT["foot",0.3048]]'
    scene = open_scene(make_raster(VALUES.astype("uint8"), crs=local, transform=Affine(2, 0, 5, 0, -2, 9)))
    assert scene.pixel_size_m == pytest.approx(0.6096)


def test_missing_raster_is_named(tmp_path):
    with pytest.raises(RasterError, match=r"no raster '.*nowhere\.tif'"):
        open_scene(tmp_path / "nowhere.tif")


def test_file_that_is_not_a_raster_is_refused(tmp_path):
    (tmp_path / "notes.tif").write_text("not a raster")
    with pytest.raises(RasterError, match=r"notes\.tif' is not a readable raster"):
        open_scene(tmp_path / "notes.tif")


def test_raster_without_crs_is_refused_with_a_hint(make_raster):
    with pytest.raises(RasterError, match="has no coordinate system") as caught:
        open_scene(make_raster(VALUES.astype("uint8"), crs=None))
    assert "Assign" in caught.value.hint


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_raster_without_geotransform_is_refused_with_a_hint(make_raster):
    with pytest.raises(RasterError, match="has no position") as caught:
        open_scene(make_raster(VALUES.astype("uint8"), transform=Affine.identity()))
    assert "Georeference" in caught.value.hint


@pytest.mark.parametrize("dtype", ["complex64", "complex_int16"])
def test_complex_raster_is_refused(make_raster, dtype):
    with pytest.raises(RasterError, match="complex"):
        open_scene(make_raster(VALUES.astype("complex64"), dtype=dtype))


def test_truncated_raster_is_an_error_when_read(make_raster):
    noise = np.random.default_rng(1).integers(0, 255, (1, 300, 300), dtype="uint8")
    path = make_raster(noise)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    scene = open_scene(path)
    with pytest.raises(RasterError, match="damaged or cut off") as caught:
        scene.read(Window(0, 0, 300, 300))
    assert str(path) in caught.value.message


def test_raster_with_a_truncated_header_is_an_error(make_raster):
    path = make_raster(VALUES.astype("uint8"))
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(RasterError, match=r"damaged or cut off|not a readable raster"):
        open_scene(path)


def test_rasters_with_different_numbers_of_bands_are_refused(make_raster):
    paths = [make_raster(VALUES.astype("uint8"), "a.tif"), make_raster(VALUES[:1].astype("uint8"), "b.tif")]
    with pytest.raises(RasterError, match=r"'a\.tif' has 3 bands but 'b\.tif' has 1 band"):
        open_scenes(paths)


def test_rasters_of_different_types_are_refused(make_raster):
    paths = [make_raster(VALUES.astype("uint8"), "a.tif"), make_raster(VALUES.astype("uint16"), "b.tif")]
    with pytest.raises(RasterError, match=r"uint8 values but 'b\.tif' has uint16"):
        open_scenes(paths)


def test_streaming_bounds_the_block_cache():
    with scene_module.streaming():
        assert get_gdal_config("GDAL_CACHEMAX") == scene_module.STREAMING_CACHE_BYTES


def test_windows_are_bounded_in_pixels(make_raster, monkeypatch):
    monkeypatch.setattr(scene_module, "WINDOW_PIXELS", 16 * 16)
    scene = open_scene(make_raster(np.ones((40, 50), "uint8"), tiled=True, blockxsize=16, blockysize=16))
    assert max(window.width * window.height for window in scene.windows(8)) == 16 * 16
