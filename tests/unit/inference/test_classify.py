"""The classification job: from a raster and a model to the files of a map."""

import dataclasses
import os
import subprocess

import numpy as np
import pyogrio
import pytest
import rasterio
import torch
from rasterio.enums import ColorInterp

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import (
    CoreError,
    DiskFullError,
    JobCancelledError,
    ModelFileError,
    RasterError,
    SettingsError,
)
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import classifier as classifier_module
from core.inference import classify as classify_module
from core.inference import predictor as predictor_module
from core.inference.classifier import load_classifier
from core.inference.classify import classify, classify_raster
from core.models.factory import build_network
from core.models.model_file import load_model, save_model

CLASSES = ClassTable((ClassEntry(0, 0, "background", "#d9d9d9"), ClassEntry(1, 7, "Straße 路", "#ff0000")))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """An untrained model for three bands."""
    torch.manual_seed(0)
    network = build_network("unet", "resnet18", 3, 2, "random", Reporter(lambda event: None))
    card = ModelCard(
        "unet", "resnet18", tuple(Band(f"Band {n}", 120, 60, 0, 255) for n in (1, 2, 3)), "uint8", 0.5,
        CLASSES, 64, "ce", (1.0, 1.0),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("modell mit ü") / "model.safetensors"
    save_model(path, network, card)
    return path


@pytest.fixture
def job(model, make_raster, tmp_path):
    """A job on a small scene with a nodata corner."""
    values = np.random.default_rng(0).integers(1, 255, (3, 100, 150), dtype=np.uint8)
    values[:, :20, :30] = 0
    image = make_raster(values, nodata=0)
    return ClassifyJob(input=str(image), model=str(model), output=str(tmp_path / "map.tif"), overlap=16)


def left_behind(tmp_path):
    return {path.name for path in tmp_path.iterdir()} - {"image.tif"}


def test_the_class_raster_has_the_grid_of_the_input_with_values_colours_and_nodata(job, reporter):
    classify(job, reporter)
    with rasterio.open(job.input) as image, rasterio.open(job.output) as raster:
        assert (raster.crs, raster.transform, raster.shape) == (image.crs, image.transform, image.shape)
        assert (raster.dtypes, raster.nodata) == (("uint8",), 255)
        values = raster.read(1)
        assert raster.colorinterp == (ColorInterp.palette,)
        assert raster.colormap(1)[7] == (255, 0, 0, 255)
        assert raster.tags(1)["CLASS_7"] == "Straße 路"
    assert (values[:20, :30] == 255).all()
    assert set(np.unique(values[20:])) <= {0, 7}


def test_confidence_is_a_probability_with_nodata_where_not_valid(job, reporter, tmp_path):
    job = dataclasses.replace(job, confidence=str(tmp_path / "confidence.tif"))
    result = classify(job, reporter)
    with rasterio.open(result["confidence"]) as raster:
        confidence = raster.read(1, masked=True)
    assert confidence.mask[:20, :30].all()
    assert not confidence.mask[20:].any()
    assert 0.5 <= confidence.min() <= confidence.max() <= 1


def test_polygons_cover_the_areas_of_the_raster(job, reporter, tmp_path):
    job = dataclasses.replace(job, polygons=str(tmp_path / "map.gpkg"))
    result = classify(job, reporter)
    _, _, _, (values, names, areas) = pyogrio.raw.read(
        result["polygons"], columns=["class_value", "class_name", "area_m2"]
    )
    with rasterio.open(job.output) as raster:
        raster_values = raster.read(1)
    for value, name in ((0, "background"), (7, "Straße 路")):
        expected = (raster_values == value).sum() * 0.25
        assert areas[values == value].sum() == pytest.approx(expected, rel=0.005)
        assert set(names[values == value]) <= {name}


def test_all_outputs_are_named_in_the_result(job, reporter):
    assert classify(job, reporter) == {
        "output": job.output, "polygons": None, "confidence": None, "entropy": None, "probabilities": None,
        "classes": CLASSES.to_list(),
    }  # fmt: skip


def test_a_raster_smaller_than_a_tile_is_classified(model, make_raster, reporter, tmp_path):
    image = make_raster(np.full((3, 5, 9), 77, np.uint8))
    classify(
        ClassifyJob(input=str(image), model=str(model), output=str(tmp_path / "map.tif"), overlap=16),
        reporter,
    )
    assert rasterio.open(tmp_path / "map.tif").shape == (5, 9)


def test_another_number_of_bands_is_refused_with_both_numbers(job, make_raster, reporter, tmp_path):
    image = make_raster(np.full((2, 80, 80), 77, np.uint8))
    with pytest.raises(ModelFileError, match=r"3 bands .* has 2"):
        classify(dataclasses.replace(job, input=str(image)), reporter)
    assert left_behind(tmp_path) == set()


@pytest.mark.parametrize("content", [b"", b"no model", b"\x00" * 5000, os.urandom(300)])
def test_a_file_that_is_no_model_is_refused(job, reporter, tmp_path, content):
    fake = tmp_path / "fake.safetensors"
    fake.write_bytes(content)
    with pytest.raises(CoreError, match="is not a TopPixel model"):
        classify(dataclasses.replace(job, model=str(fake)), reporter)
    assert left_behind(tmp_path) == {"fake.safetensors"}


def test_an_overlap_is_limited_to_half_a_tile(job, reporter):
    classify(dataclasses.replace(job, overlap=33), reporter)
    assert "overlap by 32 pixels" in reporter.text


def test_a_truncated_raster_is_named_and_leaves_no_file(job, reporter, tmp_path, make_raster):
    image = make_raster(np.random.default_rng(0).integers(1, 255, (3, 600, 600), dtype=np.uint8))
    image.write_bytes(image.read_bytes()[: image.stat().st_size // 2])
    with pytest.raises(RasterError, match=r"image\.tif"):
        classify(dataclasses.replace(job, input=str(image)), reporter)
    assert left_behind(tmp_path) == set()


def test_an_existing_map_survives_a_failed_run(job, cancelled, tmp_path):
    (tmp_path / "map.tif").write_text("an older map")
    with pytest.raises(JobCancelledError):
        classify(job, cancelled)
    assert (tmp_path / "map.tif").read_text() == "an older map"
    assert left_behind(tmp_path) == {"map.tif"}


def test_too_little_disk_space_fails_before_the_run(job, reporter, monkeypatch, tmp_path):
    monkeypatch.setattr(classify_module, "_needed_bytes", lambda *args: 1e18)
    with pytest.raises(DiskFullError, match="GB left"):
        classify(job, reporter)
    assert left_behind(tmp_path) == set()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root"
)
def test_a_disk_that_fills_up_during_the_run_leaves_no_file(
    model, make_raster, reporter, tmp_path, monkeypatch
):
    disk = tmp_path / "small disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", disk], check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        monkeypatch.setattr(classify_module, "require_free_space", lambda *args: None)
        image = make_raster(np.random.default_rng(0).integers(1, 255, (3, 500, 500), dtype=np.uint8))
        job = ClassifyJob(
            input=str(image),
            model=str(model),
            output=str(disk / "map.tif"),
            confidence=str(disk / "c.tif"),
            overlap=16,
        )
        with pytest.raises(DiskFullError, match="full"):
            classify(job, reporter)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_another_pixel_size_and_data_type_are_reported_with_the_numbers(job, reporter, make_raster):
    image = make_raster(
        np.full((3, 80, 80), 500, np.uint16), transform=rasterio.Affine(2, 0, 5e5, 0, -2, 5.6e6)
    )
    classify(dataclasses.replace(job, input=str(image)), reporter)
    for words in ("uint8", "uint16", "2 m"):
        assert words in reporter.text


def test_another_tile_size_is_refused_for_a_network_of_fixed_size(model, job, reporter):
    classifier = load_classifier(job, reporter)
    fixed = dataclasses.replace(classifier, card=dataclasses.replace(classifier.card, architecture="dpt"))
    with pytest.raises(SettingsError, match="tiles of 64 pixels only"):
        classify_raster(dataclasses.replace(job, tile_size=128), fixed, reporter)


@pytest.mark.parametrize(("architecture", "side"), [("unet", 64), ("dpt", 96)])
def test_a_network_is_folded_with_a_tile_size_that_it_takes(
    model, job, reporter, monkeypatch, architecture, side
):
    network, card = load_model(model, torch.device("cpu"))
    card = dataclasses.replace(card, architecture=architecture, tile_size=96)
    seen = []

    def fold(network, in_channels, size):
        seen.append((in_channels, size))
        return network

    monkeypatch.setattr(classifier_module, "load_model", lambda path, device: (network.to(device), card))
    monkeypatch.setattr(predictor_module, "folded", fold)
    monkeypatch.setattr(classifier_module, "choose_device", lambda text: torch.device("meta"))
    predictor = load_classifier(job, reporter).predictor
    assert seen == [(3, side)]
    assert predictor.device.type == "meta"
