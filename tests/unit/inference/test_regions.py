"""A map is the same in whatever tiles, batches, spans and regions it is made."""

import dataclasses
import tempfile
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio import Affine

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import regions as regions_module
from core.inference import stream as stream_module
from core.inference.blend import ONE
from core.inference.classify import classify
from core.inference.map_outputs import MapOutputs
from core.inference.partial_map import PartialMap
from core.inference.predictor import Forward, Predictor
from core.inference.regions import MapMaker, MapTask, cut, make_regions, region_window
from core.inference.tiles import plan_tiles
from core.inference.writer import map_layers
from core.models.factory import build_network
from core.models.model_file import save_model
from core.models.normalise import Normalise

CLASSES = ClassTable(tuple(ClassEntry(n, n, f"class {n}", "#102030") for n in range(3)))
BANDS = tuple(Band(f"Band {number}", 0.0, 1.0, 0.0, 255.0) for number in (1, 2, 3))
NODATA = 255
BLENDED = 6 / ONE
"""Largest rounding error of a probability that several tiles share."""

OUTPUTS = ("class", "confidence", "entropy", "probabilities")


class Pixels:
    """A scene in memory."""

    path = name = "pixels.tif"
    crs, transform, pixel_size_m = "EPSG:32632", Affine(0.5, 0, 5e5, 0, -0.5, 5.6e6), 0.5
    count, dtype, bands, band_names = 3, "uint8", (1, 2, 3), ("a", "b", "c")

    def __init__(self, values, valid):
        self.values, self.valid = values, valid
        self.height, self.width = self.block_shape = valid.shape

    def read_with_valid(self, window):
        rows, columns = window.toslices()
        return self.values[:, rows, columns].copy(), self.valid[rows, columns].copy()

    def read_valid(self, window):
        return self.read_with_valid(window)[1]

    def close(self):
        pass


class Pixelwise(torch.nn.Module):
    """Its bands, scaled, are the logits of each pixel."""

    def forward(self, values):
        return values.clone() / 8


class Constant(torch.nn.Module):
    """Returns the same logits everywhere."""

    def forward(self, values):
        logits = torch.tensor([0.1, 0.3, 0.2]).reshape(1, 3, 1, 1)
        return logits.expand(len(values), 3, *values.shape[2:])


@dataclasses.dataclass(frozen=True)
class Tiling:
    """How a map is made."""

    tile_size: int
    overlap: int
    batch_size: int
    region_pixels: int
    span_bytes: int


@st.composite
def tilings(draw):
    tile_size = draw(st.sampled_from([32, 64, 96]))
    return Tiling(
        tile_size,
        draw(st.integers(0, tile_size // 2)),
        draw(st.integers(1, 5)),
        draw(st.integers(1, 20_000)),
        draw(st.sampled_from([1, 20_000, 2**20])),
    )


@st.composite
def scenes(draw):
    """Bands that are never equal, with invalid pixels."""
    height, width = draw(st.integers(1, 150)), draw(st.integers(1, 150))
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    values = rng.integers(0, 84, (3, height, width)) * 3 + np.arange(3).reshape(3, 1, 1)
    valid = np.ones((height, width), bool)
    if draw(st.booleans()):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        valid[top : top + draw(st.integers(1, 150)), left : left + draw(st.integers(1, 150))] = False
    return Pixels(values.astype(np.uint8), valid)


def make_map(scene, network, tiling):
    """All rasters of a map as arrays, read from the files of its regions."""
    predictor = Predictor(
        network, Normalise(BANDS), 3, torch.device("cpu"),
        Forward(tiling.batch_size, full_precision=True), Reporter(lambda event: None),
    )  # fmt: skip
    maker = MapMaker(scene, predictor, MapOutputs(confidence=True, entropy=True, probabilities=True), None)
    layers = map_layers(dict.fromkeys(OUTPUTS, "unused.tif"), CLASSES)
    plan = plan_tiles(scene.height, scene.width, tiling.tile_size, tiling.overlap)
    pixels = tiling.region_pixels
    with (
        patch.multiple(regions_module, LEAST_PIXELS=pixels, MOST_PIXELS=pixels),
        patch.object(stream_module, "SPAN_BYTES", tiling.span_bytes),
        tempfile.TemporaryDirectory() as folder,
    ):
        work, counted = PartialMap(Path(folder)), []
        regions = cut(plan)
        make_regions(MapTask(maker, regions, layers, work, None), counted.append)
        assert sum(counted) == plan.num_tiles
        made = {}
        for layer in layers:
            whole = np.zeros((len(layer.bands), scene.height, scene.width), layer.dtype)
            for number, region in enumerate(regions):
                rows, columns = region_window(region).toslices()
                with rasterio.open(work.file(number, layer.name)) as raster:
                    whole[:, rows, columns] = raster.read()
            made[layer.name] = whole
    return made


@settings(deadline=None, max_examples=40)
@given(scenes(), tilings())
def test_a_pixelwise_network_gives_the_untiled_result(scene, tiling):
    made = make_map(scene, Pixelwise(), tiling)
    np.testing.assert_array_equal(made["class"][0], np.where(scene.valid, scene.values.argmax(0), NODATA))
    exponents = np.exp(scene.values.astype(np.float64) / 8)
    probs = exponents / exponents.sum(axis=0)
    expected = np.where(scene.valid, probs.max(0), -1)
    np.testing.assert_allclose(made["confidence"][0], expected, atol=BLENDED)
    expected = np.where(scene.valid, probs * 250, NODATA)
    np.testing.assert_allclose(made["probabilities"], expected, atol=0.501 + 250 * BLENDED)


@settings(deadline=None, max_examples=40)
@given(scenes(), tilings(), tilings())
def test_batches_spans_and_regions_change_no_bit(scene, tiling, other):
    torch.manual_seed(0)
    network = torch.nn.Conv2d(3, 3, 5, padding=2)  # looks around, so that blending matters
    network.weight.data /= 64
    other = dataclasses.replace(other, tile_size=tiling.tile_size, overlap=tiling.overlap)
    made, again = make_map(scene, Rounded(network), tiling), make_map(scene, Rounded(network), other)
    for name, expected in made.items():
        np.testing.assert_array_equal(again[name], expected)


class Rounded(torch.nn.Module):
    """A network whose logits do not depend on the order in which a CPU sums."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, values):
        return (self.network(values) * 64).round() / 64


@settings(deadline=None, max_examples=30)
@given(scenes(), tilings())
def test_constant_logits_give_a_constant_map(scene, tiling):
    made = make_map(scene, Constant(), tiling)
    assert set(np.unique(made["class"][0][scene.valid])) <= {1}
    probs = np.exp([0.1, 0.3, 0.2]) / np.exp([0.1, 0.3, 0.2]).sum()
    np.testing.assert_allclose(made["confidence"][0][scene.valid], probs.max(), atol=BLENDED)
    entropy = -(probs * np.log(probs)).sum() / np.log(3)
    np.testing.assert_allclose(made["entropy"][0][scene.valid], entropy, atol=3 * BLENDED)
    for plane, share in zip(made["probabilities"], probs):
        assert set(np.unique(plane[scene.valid])) <= {round(share * 250)}


@pytest.fixture(scope="module")
def unet(tmp_path_factory):
    """A small real network, untrained, and a scene for it."""
    torch.manual_seed(0)
    network = build_network("unet", "tu-test_resnet", 3, 3, "random", Reporter(lambda event: None))
    bands = tuple(Band(f"Band {n}", 120, 60, 0, 255) for n in (1, 2, 3))
    card = ModelCard("unet", "tu-test_resnet", bands, "uint8", 0.5, CLASSES, 64, "ce", (1.0,) * 3)
    folder = tmp_path_factory.mktemp("unet")
    save_model(folder / "model.safetensors", network, card)
    profile = {"driver": "GTiff", "height": 230, "width": 310, "count": 3, "dtype": "uint8"}
    with rasterio.open(
        folder / "image.tif", "w", crs=Pixels.crs, transform=Pixels.transform, **profile
    ) as raster:
        raster.write(np.random.default_rng(0).integers(0, 255, (3, 230, 310), dtype=np.uint8))
    return folder


def classified(folder, tmp_path, name, region_pixels=2**20, **more):
    """The rasters of a whole job."""
    paths = {output: str(tmp_path / f"{name}-{output}.tif") for output in OUTPUTS}
    job = ClassifyJob(
        input=str(folder / "image.tif"), model=str(folder / "model.safetensors"), output=paths.pop("class"),
        full_precision=True, overlap=16, **paths, **more,
    )  # fmt: skip
    with patch.multiple(regions_module, LEAST_PIXELS=region_pixels, MOST_PIXELS=region_pixels):
        classify(job, Reporter(lambda event: None))
    return [Path(path) for path in job.rasters().values()]


def test_regions_change_no_byte_with_a_real_network_in_full_precision(unet, tmp_path):
    whole = classified(unet, tmp_path, "whole")
    regions = classified(unet, tmp_path, "regions", region_pixels=1)
    assert [path.read_bytes() for path in regions] == [path.read_bytes() for path in whole]


@pytest.mark.parametrize(("batch_size", "threads"), [(1, 1), (3, 1), (1, 2)])
def test_batch_size_and_threads_change_only_the_rounding(unet, tmp_path, batch_size, threads):
    """A CPU's library sums in another order for another batch size or number of threads."""
    expected = [rasterio.open(path).read() for path in classified(unet, tmp_path, "one", batch_size=2)]
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        paths = classified(unet, tmp_path, "other", batch_size=batch_size)
    finally:
        torch.set_num_threads(before)
    preds, confidence, entropy, probabilities = (rasterio.open(path).read() for path in paths)
    np.testing.assert_allclose(confidence, expected[1], atol=BLENDED)
    np.testing.assert_allclose(entropy, expected[2], atol=3 * BLENDED)
    assert np.abs(probabilities.astype(int) - expected[3]).max() <= 1
    ordered = np.sort(expected[3], axis=0).astype(int)
    is_clear = ordered[-1] - ordered[-2] >= 2  # steps of a 250th
    assert is_clear.mean() > 0.5
    np.testing.assert_array_equal(preds[0][is_clear], expected[0][0][is_clear])
