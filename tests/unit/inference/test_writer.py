"""The files of a map as other programs read them."""

import json
import os
import shutil
import subprocess
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import rasterio.shutil
import torch
from rasterio import Affine
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import JobCancelledError
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import classify as classify_module
from core.inference import writer as writer_module
from core.inference.classifier import Classifier
from core.inference.classify import classify_raster
from core.inference.map_outputs import CLASS
from core.inference.predictor import Forward, Predictor
from core.inference.tiles import plan_tiles
from core.inference.writer import map_layers
from core.models.normalise import Normalise

HEIGHT, WIDTH = 700, 1150
NAMES = ("Straße & Weg", "路", "<c>")


class LargestBand(torch.nn.Module):
    """A pixel has the class of its largest band."""

    def forward(self, values):
        return values.clone()


def make_classifier(values=(0, 7, 200)):
    """A classifier with known results, and classes of the given values."""
    bands = tuple(Band(f"Band {n}", 100, 50, 0, 255) for n in (1, 2, 3))
    colours = ("#ff0000", "#00ff00", "#0000ff")
    classes = ClassTable(tuple(map(ClassEntry, range(3), values, NAMES, colours)))
    card = ModelCard("unet", "resnet18", bands, "uint8", 0.5, classes, 128, "ce", (1.0,) * 3)
    predictor = Predictor(
        LargestBand(), Normalise(bands), 3, torch.device("cpu"), Forward(4, full_precision=True),
        Reporter(lambda event: None),
    )  # fmt: skip
    return Classifier("a model.safetensors", "0123abcd", card, predictor, "CPU")


@pytest.fixture
def image(make_raster):
    """Squares of three classes with a corner of nodata; path, expected classes and nodata mask."""
    truth = np.random.default_rng(0).integers(0, 3, (HEIGHT // 10 + 1, WIDTH // 10 + 1))
    truth = truth.repeat(10, axis=0).repeat(10, axis=1)[:HEIGHT, :WIDTH]
    values = np.where(np.arange(3).reshape(3, 1, 1) == truth, 200, 20).astype(np.uint8)
    values[:, :100, :130] = 0
    path = make_raster(values, nodata=0, tiled=True, compress="deflate")
    return path, truth, values[0] == 0


@pytest.fixture
def classified(image, tmp_path, reporter):
    """Classifies the image; returns the paths of all rasters."""

    def run(classifier=None, **more):
        names = {"output": "map", "confidence": "c", "entropy": "e", "probabilities": "p"}
        paths = {name: str(tmp_path / f"{stem}.tif") for name, stem in names.items()}
        job = ClassifyJob(input=str(image[0]), model="unused", overlap=32, **{**paths, **more})
        classify_raster(job, classifier or make_classifier(), reporter)
        return paths

    return run


def test_every_raster_is_cloud_optimised_with_overviews(classified):
    for path in classified().values():
        with rasterio.open(path) as raster:
            assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
            assert raster.block_shapes[0] == (512, 512)
            assert raster.compression == rasterio.enums.Compression.deflate
            assert all(raster.overviews(band) == [2, 4] for band in raster.indexes)


def test_overviews_of_classes_are_not_averaged(classified, image):
    path = classified()["output"]
    _, truth, lost = image
    values = np.where(lost, 255, np.array([0, 7, 200])[truth])
    with rasterio.open(path) as raster:
        np.testing.assert_array_equal(raster.read(1), values)
        small = raster.read(1, out_shape=(HEIGHT // 2, WIDTH // 2))
    of_each = values.reshape(HEIGHT // 2, 2, WIDTH // 2, 2).transpose(1, 3, 0, 2).reshape(4, *small.shape)
    assert (of_each == small).any(axis=0).all()


def test_a_small_raster_is_cloud_optimised_without_overviews(make_raster, tmp_path, reporter):
    path = make_raster(np.full((3, 40, 50), 9, np.uint8))
    job = ClassifyJob(input=str(path), model="unused", output=str(tmp_path / "map.tif"), overlap=32)
    classify_raster(job, make_classifier(), reporter)
    with rasterio.open(job.output) as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.overviews(1) == []


@pytest.mark.parametrize(("values", "dtype", "nodata"), [
    ((0, 7, 254), "uint8", 255),
    ((1, 255, 3), "uint16", 65535),
    ((1, 65534, 3), "uint16", 65535),
    ((1, 65535, 3), "int32", -(2**31)),
    ((-1, 0, 10**6), "int32", -(2**31)),
])  # fmt: skip
def test_the_data_type_holds_all_class_values_and_nodata(classified, image, values, dtype, nodata):
    path = classified(make_classifier(values))["output"]
    _, truth, lost = image
    with rasterio.open(path) as raster:
        assert (raster.dtypes[0], raster.nodata) == (dtype, nodata)
        np.testing.assert_array_equal(raster.read(1), np.where(lost, nodata, np.array(values)[truth]))
        for value, name in zip(values, NAMES):
            assert raster.tags(1)[f"CLASS_{value}"] == name
        if dtype == "int32":
            assert raster.colorinterp[0] != ColorInterp.palette
        else:
            assert raster.colorinterp[0] == ColorInterp.palette
            colours = raster.colormap(1)
            assert [colours[value] for value in values] == [
                (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255),
            ]  # fmt: skip


def test_confidence_entropy_and_probabilities_have_type_nodata_and_range(classified, image):
    paths = classified()
    _, truth, lost = image
    with rasterio.open(paths["confidence"]) as c, rasterio.open(paths["entropy"]) as e:
        assert (c.dtypes[0], c.nodata, e.nodata) == ("float32", -1, -1)
        assert (c.descriptions, e.descriptions) == (("confidence",), ("entropy",))
        confidence, entropy = c.read(1), e.read(1)
    np.testing.assert_array_equal(confidence == -1, lost)
    np.testing.assert_array_equal(entropy == -1, lost)
    assert ((confidence[~lost] > 1 / 3) & (confidence[~lost] <= 1)).all()
    assert ((entropy[~lost] >= 0) & (entropy[~lost] <= 1)).all()
    with rasterio.open(paths["probabilities"]) as raster:
        assert raster.descriptions == NAMES
        assert (raster.dtypes[0], raster.nodata) == ("uint8", 255)
        np.testing.assert_allclose(raster.scales, 1 / 250)
        probs = raster.read()
    np.testing.assert_array_equal(probs.argmax(axis=0)[~lost], truth[~lost])
    assert (probs[:, lost] == 255).all()
    assert probs[:, ~lost].max() <= 250


def test_every_raster_has_tags_of_its_model(classified):
    for path in classified().values():
        with rasterio.open(path) as raster:
            tags = raster.tags()
        assert tags["TOPPIXEL_MODEL"] == "a model.safetensors"
        assert tags["TOPPIXEL_MODEL_SHA256"] == "0123abcd"
        assert tags["TOPPIXEL_NETWORK"] == "unet, resnet18"
        assert tags["TOPPIXEL_VERSION"]


@pytest.mark.skipif(shutil.which("gdalinfo") is None, reason="GDAL's own programs are not installed")
def test_gdal_finds_the_attribute_table(classified):
    path = classified()["output"]
    output = subprocess.run(["gdalinfo", "-json", path], capture_output=True, text=True, check=True).stdout
    table = json.loads(output)["rat"]
    names = [field["name"] for field in table["fieldDefn"]]
    assert names[:2] == ["Value", "Class"]
    assert [row["f"][:2] for row in table["row"]] == [[0, NAMES[0]], [7, NAMES[1]], [200, NAMES[2]]]
    assert [row["f"][2:] for row in table["row"]] == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]


def test_files_beside_an_older_map_are_removed(classified, tmp_path):
    for name in ("map.tif", "map.tif.ovr", "map.tif.msk", "map.tif.aux.xml"):
        (tmp_path / name).write_text("<PAMDataset><Metadata><MDI key='OLD'>1</MDI></Metadata></PAMDataset>")
    path = classified()["output"]
    assert not (tmp_path / "map.tif.ovr").exists()
    assert not (tmp_path / "map.tif.msk").exists()
    with rasterio.open(path) as raster:
        assert raster.overviews(1) == [2, 4]
        assert "OLD" not in raster.tags()


def test_incomplete_overviews_of_a_killed_process_are_built_again(classified, monkeypatch, tmp_path):
    add = writer_module._add_overviews

    def add_to_leftovers(vrt, layer):
        vrt.with_name(f"{vrt.name}.ovr").write_bytes(b"II*\0half of it")
        return add(vrt, layer)

    monkeypatch.setattr(writer_module, "_add_overviews", add_to_leftovers)
    with rasterio.open(classified()["output"]) as raster:
        assert raster.overviews(1) == [2, 4]


def test_large_files_are_bigtiff(classified, monkeypatch):
    """By the creation option: files of gigabytes are too large for a test."""
    given = []
    copy = writer_module.rasterio.shutil.copy
    monkeypatch.setattr(
        writer_module.rasterio.shutil, "copy", lambda *a, **more: (given.append(more), copy(*a, **more))
    )
    classified()
    assert len(given) == 4
    assert {options["bigtiff"] for options in given} == {"IF_SAFER"}


@pytest.mark.parametrize("size_m", [0.21, 0.5, 1.3])
def test_the_map_has_exactly_the_grid_of_the_input(make_raster, tmp_path, reporter, size_m):
    """Also where the input is resampled."""
    truth = np.random.default_rng(0).integers(0, 3, (20, 31)).repeat(30, axis=0).repeat(30, axis=1)
    values = np.where(np.arange(3).reshape(3, 1, 1) == truth, 200, 20).astype(np.uint8)
    transform = Affine(size_m, 0, 500_000.123, 0, -size_m, 5_600_000.456)
    path = make_raster(values, transform=transform)
    job = ClassifyJob(input=str(path), model="unused", output=str(tmp_path / "map.tif"), overlap=32)
    classify_raster(job, make_classifier(), reporter)
    with rasterio.open(job.output) as raster:
        assert (raster.transform, raster.shape, raster.crs) == (transform, truth.shape, "EPSG:32632")
        values = raster.read(1)
    # Resampling mixes the classes at their borders.
    inner = np.zeros_like(truth, dtype=bool).reshape(20, 30, 31, 30)
    inner[:, 4:-4, :, 4:-4] = True
    inner = inner.reshape(truth.shape)
    np.testing.assert_array_equal(values[inner], np.array([0, 7, 200])[truth][inner])


def test_cancelling_while_the_map_is_written_leaves_the_partial_map_only(classified, monkeypatch, tmp_path):
    """Nor does a file appear later, when the writing thread ends."""
    reporter = Reporter(lambda event: None)

    def cancel(done, total, unit, stage):
        if stage == "Writing the map":
            raise JobCancelledError("Cancelled.")

    monkeypatch.setattr(reporter, "progress", cancel)
    job = ClassifyJob(
        input=str(tmp_path / "image.tif"), model="unused", output=str(tmp_path / "map.tif"), overlap=32
    )
    with pytest.raises(JobCancelledError):
        classify_raster(job, make_classifier(), reporter)
    for thread in writer_module.threading.enumerate():
        if thread.name == "write":
            thread.join()
    assert {path.name for path in tmp_path.iterdir()} == {"image.tif", "map.partial"}


def test_the_required_disk_space_suffices(classified, image, monkeypatch, tmp_path):
    required = []
    monkeypatch.setattr(classify_module, "require_free_space", lambda path, needed: required.append(needed))
    paths = classified()
    assert sum((tmp_path / path).stat().st_size for path in paths.values()) < required[0]


def test_disk_space_is_required_for_the_classified_area_less_the_partial_map(
    classified, image, monkeypatch, tmp_path
):
    required = []
    monkeypatch.setattr(classify_module, "require_free_space", lambda path, needed: required.append(needed))
    classified()
    (tmp_path / "map.partial").mkdir()
    (tmp_path / "map.partial" / "00000-class.tif").write_bytes(bytes(1000))
    classified()
    assert required[1] == required[0] - 1000
    scene = SimpleNamespace(height=10_000, width=10_000)
    layers = map_layers({CLASS: "map.tif"}, make_classifier().card.classes)
    whole, corner = (
        classify_module._needed_bytes(scene, scene, plan_tiles(10_000, 10_000, 512, 64, wanted), layers)
        for wanted in (None, [Window(0, 0, 100, 100)])
    )
    assert whole == pytest.approx(1e8 / 3 * 7 / 3)
    assert corner < whole / 300


def test_a_map_is_not_finished_when_a_source_of_its_virtual_raster_has_changed(
    make_raster, tmp_path, reporter
):
    path = make_raster(np.full((3, 40, 50), 9, np.uint8))
    virtual = tmp_path / "all.vrt"
    rasterio.shutil.copy(path, virtual, driver="VRT")
    job = ClassifyJob(input=str(virtual), model="unused", output=str(tmp_path / "map.tif"), overlap=32)
    classifier = make_classifier()
    classify_raster(job, classifier, reporter)
    assert classify_module.is_classified(job, classifier, reporter)
    os.utime(path, (0, 0))
    assert not classify_module.is_classified(job, classifier, reporter)
