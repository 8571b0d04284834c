"""Many rasters with one model: each as if alone, a bad file stops none, and a second run resumes."""

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch
from rasterio import Affine

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.classify_many import ClassifyManyJob
from core.contract.messages.errors import (
    DiskFullError,
    JobCancelledError,
    RasterError,
    SettingsError,
)
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import classify_many as module
from core.inference.classify import classify
from core.inference.classify_many import classify_many
from core.models.factory import build_network
from core.models.model_file import save_model

CLASSES = ClassTable((ClassEntry(0, 0, "background", "#d9d9d9"), ClassEntry(1, 7, "Straße 路", "#ff0000")))
ORIGIN = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """An untrained model for three bands."""
    torch.manual_seed(0)
    network = build_network("unet", "resnet18", 3, 2, "random", Reporter(lambda _: None))
    card = ModelCard(
        "unet", "resnet18", tuple(Band(f"Band {n}", 120, 60, 0, 255) for n in (1, 2, 3)), "uint8", 0.5,
        CLASSES, 64, "ce", (1.0, 1.0),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("model") / "model.safetensors"
    save_model(path, network, card)
    return path


@pytest.fixture
def make_image(make_raster):
    def make(name, col=0, bands=3, **more):
        values = np.random.default_rng(col).integers(1, 255, (bands, 40, 64), dtype=np.uint8)
        return make_raster(values, name, **{"transform": ORIGIN @ Affine.translation(col, 0), **more})

    return make


@pytest.fixture
def images(make_image):
    """Three adjacent rasters."""
    return [make_image(f"tile {number} ü.tif", 64 * number) for number in range(3)]


@pytest.fixture
def job(model, images, tmp_path):
    return ClassifyManyJob(str(model), str(tmp_path / "maps"), tuple(map(str, images)), overlap=16)


def table(job):
    with (Path(job.folder) / "rasters.csv").open(encoding="utf-8", newline="") as file:
        return [(Path(row["raster"]).name, row["state"]) for row in csv.DictReader(file)]


def pixels(path):
    with rasterio.open(path) as dataset:
        return dataset.read()


def test_each_raster_is_classified_as_if_alone(job, images, model, reporter, tmp_path):
    result = classify_many(dataclasses.replace(job, confidence=True), reporter)
    assert [Path(row["output"]).name for row in result["rasters"]] == [image.name for image in images]
    for image, row in zip(images, result["rasters"]):
        alone = ClassifyJob(
            str(image),
            str(model),
            str(tmp_path / "alone.tif"),
            confidence=str(tmp_path / "c.tif"),
            overlap=16,
        )
        classify(alone, Reporter(lambda _: None))
        assert (pixels(row["output"]) == pixels(alone.output)).all()
        assert (pixels(row["confidence"]) == pixels(alone.confidence)).all()
    assert result["failed"] == result["left_out"] == []
    assert {state for _, state in table(job)} == {"classified"}


def test_the_model_is_loaded_once(job, reporter, monkeypatch):
    loads = []
    load = module.load_classifier
    monkeypatch.setattr(module, "load_classifier", lambda *args: loads.append(1) or load(*args))
    classify_many(job, reporter)
    assert len(loads) == 1


def test_the_mosaic_shows_all_rasters_and_can_be_moved_with_its_folder(job, reporter, tmp_path):
    result = classify_many(job, reporter)
    (mosaic,) = result["mosaics"]
    expected = np.concatenate([pixels(row["output"]) for row in result["rasters"]], axis=2)
    assert (pixels(mosaic) == expected).all()
    (tmp_path / "maps").rename(tmp_path / "moved")
    with rasterio.open(tmp_path / "moved" / "mosaic.vrt") as moved:
        assert (moved.read() == expected).all()
        assert moved.tags(1)["CLASS_7"] == "Straße 路"
        assert moved.colormap(1)[7] == (255, 0, 0, 255)


def test_polygons_of_all_rasters_cover_the_mosaic(job, reporter, tmp_path):
    job = dataclasses.replace(job, polygons=str(tmp_path / "all.gpkg"), confidence=True)
    result = classify_many(job, reporter)
    info, _, shapes, columns = pyogrio.raw.read(result["polygons"])
    fields = dict(zip(info["fields"], columns))
    assert fields["area_m2"].sum() == pytest.approx(3 * 40 * 64 * 0.25, rel=0.01)
    assert set(fields["raster"]) <= {"tile 0 ü", "tile 1 ü", "tile 2 ü"}
    assert (fields["mean_confidence"] >= 0.5).all()
    # At least one crosses the border between two rasters.
    borders = [500_000 + 32 * number for number in (1, 2)]
    assert any(
        west < x < east for west, _, east, _ in shapely.bounds(shapely.from_wkb(shapes)) for x in borders
    )


def test_a_bad_raster_is_reported_and_does_not_stop_the_rest(job, images, make_image, reporter, tmp_path):
    broken = tmp_path / "broken.tif"
    broken.write_bytes(b"no raster")
    other = make_image("two bands.tif", bands=2)
    job = dataclasses.replace(job, input=(str(broken), str(images[0]), str(other), str(images[1])))
    result = classify_many(job, reporter)
    assert len(result["rasters"]) == 2
    assert [Path(row["input"]).name for row in result["failed"]] == ["broken.tif", "two bands.tif"]
    assert "3 bands" in result["failed"][1]["reason"]
    assert "'two bands.tif' is left out" in reporter.text
    assert dict(table(job)) == {
        "broken.tif": "failed", images[0].name: "classified",
        "two bands.tif": "failed", images[1].name: "classified",
    }  # fmt: skip
    assert not (tmp_path / "maps" / "broken.tif").exists()


def test_if_all_rasters_fail_the_job_fails_with_the_first_reason(job, make_image, reporter):
    bad = make_image("pan.tif", bands=1)
    with pytest.raises(RasterError, match=r"None of the 1 rasters could be classified.*'pan.tif'.*3 bands"):
        classify_many(dataclasses.replace(job, input=(str(bad),)), reporter)


def test_a_full_disk_stops_the_job(job, reporter, monkeypatch):
    def full(*_):
        raise DiskFullError("The disk became full.")

    monkeypatch.setattr(module, "classify_raster", full)
    with pytest.raises(DiskFullError):
        classify_many(job, reporter)


def test_a_second_run_classifies_missing_rasters_only(job, reporter, monkeypatch):
    first = classify_many(job, Reporter(lambda _: None))
    times = {row["output"]: Path(row["output"]).stat().st_mtime_ns for row in first["rasters"]}
    gone = first["rasters"][1]["output"]
    Path(gone).unlink()
    again = classify_many(job, reporter)
    assert again["rasters"] == first["rasters"]
    assert "2 of 3 rasters are finished" in reporter.text
    changed = {path for path, time in times.items() if Path(path).stat().st_mtime_ns != time}
    assert changed == {gone}
    assert [state for _, state in table(job)] == ["was finished", "classified", "was finished"]


@pytest.mark.parametrize("change", [{"overlap": 8}, {"tta": True}, {"confidence": True}])
def test_other_settings_classify_all_rasters_again(job, reporter, change):
    classify_many(job, Reporter(lambda _: None))
    classify_many(dataclasses.replace(job, **change), reporter)
    assert {state for _, state in table(job)} == {"classified"}


def test_a_changed_raster_is_classified_again(job, images, make_image, reporter):
    classify_many(job, Reporter(lambda _: None))
    make_image(images[0].name, 5)
    classify_many(job, reporter)
    assert [state for _, state in table(job)] == ["classified", "was finished", "was finished"]


def test_a_resumed_run_ends_like_an_uninterrupted_one(job, tmp_path, reporter):
    cancelled = []

    def emit(event):
        if event.event == "log" and event.text.startswith("Raster 2"):
            cancelled.append(True)

    with pytest.raises(JobCancelledError):
        classify_many(job, Reporter(emit, lambda: bool(cancelled)))
    classify_many(job, reporter)
    assert [state for _, state in table(job)] == ["was finished", "classified", "classified"]
    whole = classify_many(dataclasses.replace(job, folder=str(tmp_path / "whole")), Reporter(lambda _: None))
    for row in whole["rasters"]:
        parted = tmp_path / "maps" / Path(row["output"]).name
        assert parted.read_bytes() == Path(row["output"]).read_bytes()


def test_rasters_outside_the_area_are_left_out(job, make_layer, reporter):
    area = make_layer([shapely.box(70, 5, 100, 20)], name="area.gpkg")
    result = classify_many(dataclasses.replace(job, area=str(area)), reporter)
    assert [Path(row["input"]).name for row in result["left_out"]] == ["tile 0 ü.tif", "tile 2 ü.tif"]
    values = pixels(result["rasters"][0]["output"])[0]
    assert (values[5:20, 6:36] != 255).all()
    assert (values[20:] == 255).all()


def test_an_area_outside_all_rasters_is_an_error(job, make_layer, reporter):
    area = make_layer([shapely.box(-900, -900, -800, -800)], name="area.gpkg")
    with pytest.raises(RasterError, match="None of the 3 rasters lies in the area"):
        classify_many(dataclasses.replace(job, area=str(area)), reporter)


def test_each_coordinate_system_has_a_mosaic(job, make_image, reporter):
    other = make_image("other.tif", crs="EPSG:25833")
    result = classify_many(dataclasses.replace(job, input=(str(other), *job.input)), reporter)
    assert [Path(path).name for path in result["mosaics"]] == ["mosaic.vrt", "mosaic_EPSG_25833.vrt"]
    assert "mosaic_EPSG_25833.vrt" in reporter.text
    with rasterio.open(result["mosaics"][0]) as mosaic:
        assert mosaic.crs == "EPSG:32632"
        assert mosaic.width == 192


def test_adjacent_rasters_on_one_grid_lead_to_advice_against_seams(job, make_image, reporter):
    apart = [make_image(f"apart {number}.tif", 200 * number) for number in (2, 3)]
    classify_many(dataclasses.replace(job, input=tuple(map(str, apart))), reporter)
    assert "virtual raster" not in reporter.text
    classify_many(job, reporter)
    assert "3 of the rasters are adjacent on one pixel grid" in reporter.text


def test_no_mosaic_is_written_unless_asked_for(job, reporter, tmp_path):
    assert classify_many(dataclasses.replace(job, mosaic=False), reporter)["mosaics"] == []
    assert not list((tmp_path / "maps").glob("*.vrt"))


def test_progress_counts_the_pixels_of_all_rasters_and_never_goes_back(job, reporter):
    classify_many(job, reporter)
    seen = [event for event in reporter.events if event.event == "progress" and event.stage == "Classifying"]
    assert {event.total for event in seen} == {3 * 40 * 64 / 1e6}
    shares = [event.done / event.total for event in seen]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_a_folder_of_rasters_is_classified_into_another(job, images, tmp_path, reporter):
    job = dataclasses.replace(job, input=(), input_folder=str(tmp_path), pattern="tile*.TIF")
    assert len(classify_many(job, reporter)["rasters"]) == len(images)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"input": ()}, "There is nothing to classify"),
        ({"input": (), "input_folder": "HERE", "pattern": "*.jp2"}, "matches '*.jp2'"),
        ({"folder": "HERE"}, "holds rasters that are to be classified"),
        ({"folder": "HERE/../HERE_NAME"}, "holds rasters that are to be classified"),
        ({"input": ("no.tif",)}, "there is no file 'no.tif'"),
    ],
)
def test_wrong_settings_are_refused_before_the_run(job, tmp_path, reporter, change, words):
    def real(value):
        if isinstance(value, str):
            return value.replace("HERE_NAME", tmp_path.name).replace("HERE", str(tmp_path))
        return value

    change = {name: real(value) for name, value in change.items()}
    with pytest.raises(SettingsError) as caught:
        classify_many(dataclasses.replace(job, **change), reporter)
    assert words in caught.value.message
