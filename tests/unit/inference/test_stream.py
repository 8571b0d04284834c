"""Streaming gives the map of the whole scene, for any window and batch size."""

import numpy as np
import pytest
import rasterio
import torch
from rasterio.transform import from_origin
from rasterio.windows import Window

from core.contract.messages.errors import JobCancelledError, OutOfMemoryError
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band
from core.geodata.raster.scene import open_scene
from core.inference import predictor as predictor_module
from core.inference.blend import Blender
from core.inference.map_outputs import MapOutputs
from core.inference.predictor import Forward, Predictor
from core.inference.stream import classify_strips, predict_window
from core.inference.tiles import plan_tiles
from core.models.normalise import Normalise

BANDS = tuple(Band(f"Band {number}", 0.0, 1.0, 0.0, 255.0) for number in (1, 2, 3))


class LargestBand(torch.nn.Module):
    """The class of a pixel is the band with the largest value; runs out of memory above a batch size."""

    def __init__(self, memory=1000):
        super().__init__()
        self.memory = memory
        self.sizes = []

    def __deepcopy__(self, memo):
        """Predictors get this object instead of a copy, so that a test sees their calls."""
        return self

    def forward(self, values):
        self.sizes.append(len(values))
        if len(values) > self.memory:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return values.clone()


@pytest.fixture(autouse=True)
def _exact(monkeypatch):
    """Full precision: half precision would round the bands' values."""
    monkeypatch.setattr(predictor_module, "autocast_dtype", lambda device: None)


def write_scene(path, height, width, nodata_rows=0):
    values = np.random.default_rng(height * width).integers(1, 255, (3, height, width), dtype=np.uint8)
    values[:, :nodata_rows] = 0
    profile = {"driver": "GTiff", "height": height, "width": width, "count": 3, "dtype": "uint8", "nodata": 0}
    with rasterio.open(
        path, "w", crs="EPSG:32632", transform=from_origin(5e5, 5e6, 0.5, 0.5), **profile
    ) as raster:
        raster.write(values)
    return values


def make_predictor(network=None, batch_size=2, reporter=None):
    reporter = reporter or Reporter(lambda event: None)
    return Predictor(
        network or LargestBand(), Normalise(BANDS), 3, torch.device("cpu"), Forward(batch_size), reporter
    )


def whole_map(scene, predictor, plan):
    blender = Blender(plan, MapOutputs(confidence=True), predictor.num_classes, predictor.device)
    strips = list(classify_strips(scene, predictor, plan, lambda count: None, blender=blender))
    assert [strip.window.row_off for strip in strips] == list(
        np.cumsum([0, *(strip.window.height for strip in strips[:-1])])
    )
    return [
        np.concatenate(parts)
        for parts in zip(*((strip.preds, strip.outputs["confidence"], strip.usable) for strip in strips))
    ]


@pytest.mark.parametrize("size", [(64, 64), (65, 130), (10, 7), (1, 1), (200, 33), (40, 300)])
@pytest.mark.parametrize("overlap", [0, 16, 32])
def test_a_pixelwise_network_gives_the_untiled_result(tmp_path, size, overlap):
    values = write_scene(tmp_path / "scene.tif", *size)
    with open_scene(tmp_path / "scene.tif") as scene:
        preds, confidence, usable = whole_map(scene, make_predictor(), plan_tiles(*size, 64, overlap))
    assert usable.all()
    ordered = np.sort(values, axis=0)
    clear = ordered[2] > ordered[1]  # no ties
    np.testing.assert_array_equal(preds[clear], values.argmax(axis=0)[clear])
    exponents = np.exp(values.astype(np.float64) - ordered[2])
    np.testing.assert_allclose(confidence, 1 / exponents.sum(axis=0), atol=3e-4)  # int16 sums


def test_nodata_pixels_are_not_usable(tmp_path):
    write_scene(tmp_path / "scene.tif", 100, 90, nodata_rows=37)
    with open_scene(tmp_path / "scene.tif") as scene:
        _, _, usable = whole_map(scene, make_predictor(), plan_tiles(100, 90, 64, 16))
    assert not usable[:37].any()
    assert usable[37:].all()


def test_strips_are_no_wider_than_the_needed_tiles(tmp_path):
    write_scene(tmp_path / "scene.tif", 250, 600)
    window = Window(300, 100, 40, 50)
    plan = plan_tiles(250, 600, 64, 16, [window])
    with open_scene(tmp_path / "scene.tif") as scene:
        strips = list(classify_strips(scene, make_predictor(), plan, lambda count: None))
    left, right = plan.columns
    assert 300 - 64 < left <= 300
    assert 340 <= right < 340 + 64
    assert {strip.window.col_off for strip in strips} == {left}
    assert all(340 <= left + strip.window.width <= right for strip in strips)
    assert all(strip.preds.shape == (strip.window.height, strip.window.width) for strip in strips)
    assert all(strip.part(Window(0, 0, left, 250)) is None for strip in strips)


@pytest.mark.parametrize("window", [Window(0, 0, 30, 30), Window(100, 150, 33, 7), Window(199, 249, 1, 1)])
def test_a_window_equals_the_whole_map(tmp_path, window):
    write_scene(tmp_path / "scene.tif", 250, 200)
    network = torch.nn.Conv2d(3, 3, 9, padding=4)  # looks around, so that blending matters
    predictor = make_predictor(network)
    with open_scene(tmp_path / "scene.tif") as scene:
        preds, _, _ = whole_map(scene, predictor, plan_tiles(250, 200, 64, 16))
        part = predict_window(
            scene, predictor, plan_tiles(250, 200, 64, 16, [window]), window, lambda count: None
        )
    np.testing.assert_array_equal(part, preds[window.toslices()])


def test_the_batch_size_does_not_change_the_map(tmp_path):
    write_scene(tmp_path / "scene.tif", 150, 300)
    torch.manual_seed(0)
    network = torch.nn.Conv2d(3, 3, 5, padding=2)
    with open_scene(tmp_path / "scene.tif") as scene:
        maps = [
            whole_map(scene, make_predictor(network, batch_size), plan_tiles(150, 300, 64, 16))[0]
            for batch_size in (1, 3, 50)
        ]
    np.testing.assert_array_equal(maps[0], maps[1])
    np.testing.assert_array_equal(maps[0], maps[2])


def test_every_tile_is_counted_once(tmp_path):
    write_scene(tmp_path / "scene.tif", 150, 300)
    plan = plan_tiles(150, 300, 64, 16)
    counted = []
    with open_scene(tmp_path / "scene.tif") as scene:
        list(classify_strips(scene, make_predictor(), plan, counted.append))
    assert sum(counted) == plan.num_tiles


def test_out_of_memory_halves_the_batch_and_the_map_stays_the_same(tmp_path):
    write_scene(tmp_path / "scene.tif", 130, 300)
    plan = plan_tiles(130, 300, 64, 16)
    network, reporter = LargestBand(memory=1), Reporter(lambda event: None)
    with open_scene(tmp_path / "scene.tif") as scene:
        plenty = whole_map(scene, make_predictor(batch_size=4), plan)[0]
        scarce = whole_map(scene, make_predictor(network, 4, reporter), plan)[0]
    np.testing.assert_array_equal(plenty, scarce)
    assert len(reporter.warnings) == 2
    assert network.sizes[:3] == [4, 2, 1]


def test_too_little_memory_for_one_tile_is_an_error(tmp_path):
    write_scene(tmp_path / "scene.tif", 64, 64)
    with open_scene(tmp_path / "scene.tif") as scene, pytest.raises(OutOfMemoryError, match="single tile"):
        whole_map(scene, make_predictor(LargestBand(memory=0)), plan_tiles(64, 64, 64, 16))


def test_a_job_can_be_cancelled_between_batches(tmp_path):
    write_scene(tmp_path / "scene.tif", 64, 300)

    def stop(count):
        raise JobCancelledError("Cancelled.")

    with open_scene(tmp_path / "scene.tif") as scene, pytest.raises(JobCancelledError):
        list(classify_strips(scene, make_predictor(), plan_tiles(64, 300, 64, 16), stop))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", "float64", "int64"])
def test_values_have_at_most_four_bytes_on_the_device(dtype, tmp_path):
    values = np.random.default_rng(0).uniform(0, 200, (3, 40, 50)).astype(dtype)
    profile = {"driver": "GTiff", "height": 40, "width": 50, "count": 3, "dtype": dtype}
    with rasterio.open(
        tmp_path / "a.tif", "w", crs="EPSG:32632", transform=from_origin(5e5, 5e6, 0.5, 0.5), **profile
    ) as raster:
        raster.write(values)
    predictor, seen = make_predictor(), []
    predict = predictor.predict
    predictor.predict = lambda values, valid: seen.append(values) or predict(values, valid)
    with open_scene(tmp_path / "a.tif") as scene:
        predict_window(scene, predictor, plan_tiles(40, 50, 64, 0), Window(0, 0, 50, 40), lambda _: None)
    assert seen[0].dtype.itemsize <= 4
    expected = torch.from_numpy(values).float()
    torch.testing.assert_close(seen[0][0, :, :40, :50].float(), expected, rtol=0, atol=0)
