import numpy as np
import pytest
from rasterio.windows import Window

import core.geodata.split.band_statistics as statistics_module
from core.contract.messages.errors import JobCancelledError
from core.geodata.chips.index import index_chips
from core.geodata.raster.scene import open_scene
from core.geodata.split.band_statistics import band_statistics

LABELLED = np.zeros((100, 140), "uint8")


@pytest.fixture
def measure(make_raster, reporter, split_by_windows):
    """Band statistics of scenes given as (values, target)."""

    def run(*pairs, validation=None, margin=0, **more):
        scenes, targets = [], []
        for number, (values, target) in enumerate(pairs):
            scenes.append(open_scene(make_raster(values, f"image_{number}.tif", **more)))
            targets.append(make_raster(target, f"target_{number}.tif", nodata=255))
        index = index_chips(scenes, targets, 32, 1, reporter)
        split = split_by_windows(index, validation or ((),) * len(pairs), margin)
        return band_statistics(scenes, split, index, reporter)

    return run


def _assert_exact(band, values):
    values = np.asarray(values, dtype=np.float64)
    assert band.mean == pytest.approx(values.mean(), rel=1e-12)
    assert band.std == pytest.approx(values.std(), rel=1e-10)
    assert (band.minimum, band.maximum) == (values.min(), values.max())


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
def test_statistics_are_those_of_numpy(measure, monkeypatch, dtype):
    monkeypatch.setattr(statistics_module, "READ_SIDE", 20)
    image = (np.random.default_rng(0).random((3, 100, 140)) * 250).astype(dtype)
    bands = measure((image, LABELLED))
    # GDAL interprets three bands of bytes as RGB.
    names = ["red", "green", "blue"] if dtype == "uint8" else ["Band 1", "Band 2", "Band 3"]
    assert [band.name for band in bands] == names
    for band, values in zip(bands, image):
        _assert_exact(band, values)


def test_statistics_are_precise_for_large_values_with_a_small_deviation(measure):
    image = (1e6 + np.random.default_rng(0).random((1, 100, 140))).astype("float64")
    _assert_exact(measure((image, LABELLED))[0], image)


def test_scenes_are_weighted_by_their_pixels(measure):
    generator = np.random.default_rng(0)
    small, large = generator.random((1, 40, 40)), generator.random((1, 90, 90)) + 5
    band = measure((small, np.zeros((40, 40), "uint8")), (large, np.zeros((90, 90), "uint8")))[0]
    _assert_exact(band, np.concatenate([small.ravel(), large.ravel()]))


def test_invalid_pixels_do_not_count(measure):
    image = np.random.default_rng(0).random((1, 100, 140)).astype("float32") + 1
    image[0, 5:9] = -9999
    image[0, 20] = np.nan
    band = measure((image, LABELLED), nodata=-9999)[0]
    _assert_exact(band, image[0][np.isfinite(image[0]) & (image[0] != -9999)])


def test_validation_and_unlabelled_regions_do_not_count(measure):
    image = np.random.default_rng(0).random((1, 96, 160)).astype("float64")
    target = np.full((96, 160), 255, "uint8")
    target[10, 10] = target[10, 70] = target[50, 100] = 0
    band = measure((image, target), validation=((Window(64, 0, 32, 32),),))[0]
    _assert_exact(band, np.concatenate([image[0, :32, :32].ravel(), image[0, 32:64, 96:128].ravel()]))


def test_pixels_in_the_buffer_do_not_count(measure):
    image = np.random.default_rng(0).random((1, 96, 160)).astype("float64")
    target = np.zeros((96, 160), "uint8")
    band = measure((image, target), validation=((Window(0, 0, 64, 96),),), margin=5)[0]
    _assert_exact(band, image[0, :, 84:])


def test_constant_band_has_a_deviation_of_one_and_a_warning(measure, reporter):
    image = np.full((2, 100, 140), 0.1, "float32")
    image[0] = np.random.default_rng(0).random((100, 140))
    bands = measure((image, LABELLED))
    assert bands[1].std == 1
    assert bands[0].std != 1
    assert "'Band 2' has the value 0.1 everywhere" in reporter.text
    assert "'Band 1'" not in reporter.text


def test_statistics_can_be_cancelled(make_raster, reporter, cancelled, split_by_windows):
    path = make_raster(LABELLED, nodata=255)
    scene = open_scene(path)
    index = index_chips([scene], [path], 32, 1, reporter)
    with pytest.raises(JobCancelledError):
        band_statistics([scene], split_by_windows(index, ((),)), index, cancelled)
