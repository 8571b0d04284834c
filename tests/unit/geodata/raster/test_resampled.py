"""A scene at another pixel size: same extent, exact means, and the same values in any window."""

import math
import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio import Affine
from rasterio.windows import Window

import core.geodata.raster.resampled as resampled_module
from core.geodata.raster.ground import pixel_sides_m
from core.geodata.raster.resampled import ResampledScene, resampled
from core.geodata.raster.scene import open_scene


def whole(scene):
    return Window(0, 0, scene.width, scene.height)


def covered(source, length):
    """Weight of each source pixel in each pixel of an axis, by brute force."""
    scale = source / length
    shares = np.zeros((length, source))
    for pixel in range(length):
        for other in range(source):
            overlap = min((pixel + 1) * scale, other + 1) - max(pixel * scale, other)
            shares[pixel, other] = max(overlap, 0) / scale
    return shares


def interpolated(line, length):
    positions = (np.arange(length) + 0.5) * len(line) / length - 0.5
    return np.interp(positions, np.arange(len(line)), line)


def noise(shape, dtype, seed=0):
    rng = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return rng.normal(100, 40, shape).astype(dtype)
    return rng.integers(1, 200, shape).astype(dtype)


@pytest.mark.parametrize(("height", "width"), [(30, 40), (15, 20), (11, 17), (1, 1), (30, 7)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32", "float64"])
def test_larger_pixels_are_means_weighted_by_overlap(make_raster, height, width, dtype):
    values = noise((2, 30, 40), dtype)
    scene = ResampledScene(open_scene(make_raster(values)), height, width)
    expected = covered(30, height) @ values.astype(float) @ covered(40, width).T
    read, valid = scene.read_with_valid(whole(scene))
    assert read.dtype == dtype
    assert valid.all()
    np.testing.assert_allclose(read, expected, atol=0.5001 if np.dtype(dtype).kind != "f" else 1e-3)


@pytest.mark.parametrize(("height", "width"), [(60, 80), (31, 41), (95, 40)])
def test_smaller_pixels_are_interpolated_linearly(make_raster, height, width):
    values = noise((1, 30, 40), "float64")
    scene = ResampledScene(open_scene(make_raster(values)), height, width)
    expected = np.apply_along_axis(interpolated, 0, values[0], height)
    expected = np.apply_along_axis(interpolated, 1, expected, width)
    np.testing.assert_allclose(scene.read_with_valid(whole(scene))[0][0], expected, rtol=1e-12)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Noise with holes: tiled, in strips, and floating point with NaN."""
    folder = tmp_path_factory.mktemp("scenes")
    found = []
    for name, dtype, more in (
        ("tiles.tif", "uint8", {"tiled": True, "blockxsize": 16, "blockysize": 16}),
        ("strips.tif", "uint16", {"blockysize": 3}),
        ("floats.tif", "float32", {}),
    ):
        values = noise((2, 61, 83), dtype, seed=3)
        holes = np.random.default_rng(4).random((61, 83)) < 0.3
        holes[:, 40:] &= np.random.default_rng(5).random((61, 43)) < 0.02
        holes[20:30, 60:] = False
        values[:, holes] = np.nan if dtype == "float32" else 0
        with rasterio.open(
            folder / name, "w", driver="GTiff", height=61, width=83, count=2, dtype=dtype, nodata=0,
            crs="EPSG:32632", transform=Affine(0.5, 0, 5e5, 0, -0.5, 5.6e6), **more,
        ) as dataset:  # fmt: skip
            dataset.write(values)
        found.append(open_scene(folder / name))
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_window_equals_a_crop_of_the_whole_scene(scenes, monkeypatch, data):
    source = data.draw(st.sampled_from(scenes))
    scene = ResampledScene(source, data.draw(st.integers(1, 150)), data.draw(st.integers(1, 150)))
    values, valid = scene.read_with_valid(whole(scene))
    row, col = data.draw(st.integers(0, scene.height - 1)), data.draw(st.integers(0, scene.width - 1))
    window = Window(
        col, row, data.draw(st.integers(1, scene.width - col)), data.draw(st.integers(1, scene.height - row))
    )
    with monkeypatch.context() as patch:
        patch.setattr(resampled_module, "PIECE_PIXELS", data.draw(st.sampled_from([1, 50, 700, 10**6])))
        patch.setattr(resampled_module, "PIECE_ROWS", data.draw(st.sampled_from([1, 9, 10**4])))
        part, part_valid = scene.read_with_valid(window)
        np.testing.assert_array_equal(scene.read_valid(window), part_valid)
    rows, cols = window.toslices()
    np.testing.assert_array_equal(part, values[:, rows, cols])
    np.testing.assert_array_equal(part_valid, valid[rows, cols])


@pytest.mark.parametrize("size", [(8, 10), (64, 80), (32, 40)])
def test_invalid_pixels_do_not_affect_others(make_raster, size):
    values = np.full((1, 32, 40), 100, "uint8")
    values[:, 5:9, 3:30] = 0
    scene = ResampledScene(open_scene(make_raster(values, nodata=0)), *size)
    read, valid = scene.read_with_valid(whole(scene))
    assert 0 < valid.sum() < valid.size
    assert (read[0][valid] == 100).all()
    assert (read[0][~valid] == 0).all()


def test_a_pixel_is_valid_if_at_least_half_of_its_ground_is(make_raster):
    values = np.full((1, 6, 12), 7, "int16")
    values[0, :2, 0] = values[0, :3, 3] = values[0, :3, 4] = values[0, :, 6:8] = values[0, 0, 9] = -5
    scene = ResampledScene(open_scene(make_raster(values, nodata=-5)), 2, 4)
    read, valid = scene.read_with_valid(whole(scene))
    # Upper row: 2, 6, 6 and 1 of 9 pixels missing; lower row: none, none, 6, none.
    np.testing.assert_array_equal(valid, [[True, False, False, True], [True, True, False, True]])
    assert (read[0][valid] == 7).all()


def test_a_pixel_with_exactly_half_of_its_ground_valid_is_valid(make_raster):
    values = np.full((1, 60, 60), 9, "uint16")
    values[0, ::2] = 0
    scene = ResampledScene(open_scene(make_raster(values, nodata=0)), 6, 6)
    assert scene.read_valid(whole(scene)).all()


@pytest.mark.parametrize(
    "transform",
    [
        Affine(0.5, 0, 5e5, 0, -0.5, 5.6e6),
        Affine(0.5, 0, 5e5, 0, 0.5, 5.6e6),
        Affine.translation(5e5, 5.6e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5),
    ],
)
def test_the_extent_is_the_same(make_raster, transform):
    source = open_scene(make_raster(noise((1, 31, 43), "uint8"), transform=transform))
    scene = resampled(source, 0.7)
    assert (scene.height, scene.width) == (22, 31)
    for corner in ((0, 0), (1, 0), (0, 1), (1, 1)):
        there = scene.transform @ (corner[0] * scene.width, corner[1] * scene.height)
        here = source.transform @ (corner[0] * source.width, corner[1] * source.height)
        assert there == pytest.approx(here)
    assert scene.pixel_size_m == pytest.approx(0.7, rel=0.03)
    assert (scene.crs, scene.band_names, scene.dtype) == (source.crs, source.band_names, source.dtype)


def test_pixels_in_degrees_become_square_on_the_ground(make_raster):
    degree = Affine(1e-5, 0, 25, 0, -1e-5, 65)
    source = open_scene(make_raster(noise((1, 200, 300), "uint8"), crs="EPSG:4326", transform=degree))
    across, down = pixel_sides_m(source)
    assert across == pytest.approx(111_320 * math.cos(math.radians(65)) * 1e-5, rel=0.01)
    assert down == pytest.approx(1.115, rel=0.01)
    scene = resampled(source, 0.8)
    assert pixel_sides_m(scene) == pytest.approx((0.8, 0.8), rel=0.01)


def test_a_scene_smaller_than_a_pixel_becomes_one_pixel(make_raster):
    scene = resampled(open_scene(make_raster(np.full((1, 3, 4), 8, "uint8"))), 50)
    assert (scene.height, scene.width) == (1, 1)
    assert scene.read_with_valid(whole(scene))[0].item() == 8


def test_values_are_the_same_in_threads_and_after_pickling(make_raster):
    scene = resampled(open_scene(make_raster(noise((3, 90, 70), "uint16"))), 0.83)
    expected = scene.read_with_valid(whole(scene))[0]
    windows = [Window(0, row, scene.width, 1) for row in range(scene.height)] * 3
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda window: scene.read_with_valid(window)[0], windows))
    for window, values in zip(windows, read):
        np.testing.assert_array_equal(values[:, 0], expected[:, window.row_off])
    copy = pickle.loads(pickle.dumps(scene))
    assert copy.transform == scene.transform
    np.testing.assert_array_equal(copy.read_with_valid(whole(copy))[0], expected)
    scene.close()
