"""The training job from files to a model file."""

import dataclasses
import hashlib
import re
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
import torch
from rasterio.windows import Window

from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import (
    CoreError,
    DivergedError,
    JobCancelledError,
    LabelError,
    SettingsError,
    TooSmallError,
)
from core.contract.model_card import read_model_card
from core.inference.classify import classify
from core.models.model_file import load_model
from core.training.train import train

SIZE = 160


def checkerboard(bands=3, dtype=np.uint8, scale=1):
    """Dark ground with bright squares, and the squares' outlines in pixels."""
    rng = np.random.default_rng(0)
    values = rng.integers(20, 60, (bands, SIZE, SIZE))
    squares = []
    for row in range(8, SIZE - 24, 40):
        for col in range(8, SIZE - 24, 40):
            values[:, row : row + 20, col : col + 20] += 150
            squares.append(shapely.box(col, row, col + 20, row + 20))
    return (values * scale).astype(dtype), squares


@pytest.fixture
def quick(make_raster, make_layer, make_job, monkeypatch):
    """A job of seconds on a scene with bright squares; keyword arguments replace settings."""
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", 6)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)

    def make(bands=3, dtype=np.uint8, scale=1, **settings):
        values, squares = checkerboard(bands, dtype, scale)
        layer = make_layer(squares, ["house"] * len(squares))
        defaults = {
            "chip_size": 32, "batch_size": 4, "epochs": 3, "encoder": "tu-test_resnet",
            "encoder_weights": "random",
            "loss": "ce", "learning_rate": 0.003,
        }  # fmt: skip
        return make_job(make_raster(values), layer, **{**defaults, **settings})

    return make


@pytest.mark.parametrize(
    ("bands", "dtype", "scale"),
    [(3, np.uint8, 1), (1, np.uint16, 40), (5, np.float32, 0.01)],
    ids=["rgb", "one band of uint16", "five bands of float32"],
)
def test_a_trained_model_finds_what_was_labelled(quick, reporter, tmp_path, bands, dtype, scale):
    job = quick(bands, dtype, scale)
    result = train(job, reporter)
    card = read_model_card(result["model"])
    assert card.classes.names == ["background", "house"]
    assert (len(card.bands), card.dtype) == (bands, np.dtype(dtype).name)
    assert result["iou"]["house"] > 0.5
    assert card.metrics["miou"] == pytest.approx(result["miou"])
    output = tmp_path / "map.tif"
    classify(ClassifyJob(input=job.input[0], model=job.model, output=str(output), overlap=32), reporter)
    assert output.exists()


def test_the_same_seed_gives_the_same_training_and_another_does_not(quick, reporter, tmp_path):
    def scores(seed, name):
        job = dataclasses.replace(quick(epochs=1, seed=seed), model=str(tmp_path / name))
        train(job, reporter)
        return [e.value for e in reporter.events if e.event == "metric" and e.name == "train/loss"][-1]

    first = scores(3, "a.safetensors")
    assert scores(3, "b.safetensors") == first
    assert scores(4, "c.safetensors") != first


def test_the_report_is_written_beside_the_model(quick, reporter, tmp_path):
    report = tmp_path / "Bericht für 人.html"
    result = train(quick(report=str(report), epochs=1), reporter)
    assert result["report"] == str(report)
    assert "house" in report.read_text(encoding="utf-8")


def test_progress_counts_chips_to_the_end(quick, reporter):
    train(quick(epochs=2), reporter)
    steps = [event for event in reporter.events if event.event == "progress" and event.stage == "Training"]
    assert steps[-1].done == steps[-1].total
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_a_training_reports_events_for_the_monitor(quick, reporter):
    result = train(quick(epochs=2), reporter)
    kinds = [event.event for event in reporter.events]
    (begin,) = (event for event in reporter.events if event.event == "training")
    assert (begin.loss, begin.epochs, [entry["name"] for entry in begin.classes]) == (
        "ce", 2, ["background", "house"],
    )  # fmt: skip
    assert kinds.index("training") < kinds.index("metric")
    pictures = [(event.kind, event.step) for event in reporter.events if event.event == "picture"]
    assert pictures == [("image", 1), ("truth", 1), ("prediction", 1), ("prediction", 2)]
    best = [e.value for e in reporter.events if e.event == "metric" and e.name == "validation/best_epoch"]
    assert best[-1] == result["best_epoch"]


def test_without_validation_the_last_epoch_is_the_best(quick, reporter):
    result = train(quick(validation=0.0, epochs=2), reporter)
    assert (result["best_epoch"], result["miou"], result["iou"]) == (2, None, {})


def test_typed_class_weights_reach_the_model_card(quick, reporter):
    job = quick(class_weights="house=5, background=0.5", epochs=1)
    train(job, reporter)
    assert read_model_card(job.model).class_weights == (0.5, 5.0)


def test_median_frequency_weights_favour_the_rare_class(quick, reporter):
    job = quick(class_weights="median frequency", epochs=1)
    train(job, reporter)
    background, house = read_model_card(job.model).class_weights
    assert house > 1 > background


def test_the_model_card_has_names_and_hashes_of_files_but_no_folders(quick, reporter):
    job = quick(epochs=1)
    train(job, reporter)
    provenance = read_model_card(job.model).provenance
    assert (provenance["settings"]["input"], provenance["settings"]["labels"]) == (
        ["image.tif"],
        "labels.gpkg",
    )
    assert [file["name"] for file in provenance["data"]] == ["image.tif", "labels.gpkg"]
    image = Path(job.input[0]).read_bytes()
    assert provenance["data"][0]["sha256"] == hashlib.sha256(image).hexdigest()


def left_behind(tmp_path):
    """Files that the job has left, hidden ones too."""
    return {path.name for path in tmp_path.iterdir()} - {"image.tif", "labels.gpkg", "area.gpkg"}


def test_a_cancelled_training_leaves_nothing(quick, cancelled, tmp_path):
    with pytest.raises(JobCancelledError):
        train(quick(), cancelled)
    assert left_behind(tmp_path) == set()


def test_a_loss_of_nan_stops_with_advice_and_leaves_nothing(quick, reporter, tmp_path, monkeypatch):
    monkeypatch.setattr("core.training.fit.learner.Learner._accumulate", lambda self, batch: float("nan"))
    with pytest.raises(DivergedError, match="smaller learning rate"):
        train(quick(), reporter)
    assert left_behind(tmp_path) == set()


def test_an_image_smaller_than_a_chip_is_refused_with_the_largest_chip_size(quick, reporter, tmp_path):
    with pytest.raises(TooSmallError, match="160"):
        train(quick(chip_size=256), reporter)
    assert left_behind(tmp_path) == set()


def test_weights_for_an_unknown_class_are_refused(quick, reporter):
    with pytest.raises(CoreError, match="house"):
        train(quick(class_weights="hose=2"), reporter)


def test_a_single_class_is_refused_before_training(quick, reporter, tmp_path):
    with pytest.raises(LabelError, match="class"):
        train(quick(unlabelled="ignore"), reporter)
    assert left_behind(tmp_path) == set()


def test_validation_scores_equal_those_of_the_map(quick, reporter, tmp_path):
    """The best epoch's confusion matrix is that of the map inside the validation blocks."""
    job = quick(epochs=2)
    train(job, reporter)
    card = read_model_card(job.model)
    output = tmp_path / "map.tif"
    classify(ClassifyJob(input=job.input[0], model=job.model, output=str(output), overlap=32), reporter)
    preds = rasterio.open(output).read(1)
    truth = np.zeros((SIZE, SIZE), int)
    for row in range(8, SIZE - 24, 40):
        for col in range(8, SIZE - 24, 40):
            truth[row : row + 20, col : col + 20] = 1
    inside = np.zeros((SIZE, SIZE), bool)
    for col, row, width, height in card.split["blocks"][0]:
        inside[row : row + height, col : col + width] = True
    assert 0 < inside.mean() < 0.5
    hit = (truth[inside] == 1) & (preds[inside] == 1)
    either = (truth[inside] == 1) | (preds[inside] == 1)
    assert card.metrics["classes"]["house"]["iou"] == hit.sum() / either.sum()


def test_the_best_epoch_is_the_one_with_the_highest_mean_iou(quick, reporter):
    result = train(quick(epochs=4), reporter)
    mious = [e.value for e in reporter.events if e.event == "metric" and e.name == "validation/miou"]
    assert result["miou"] == max(mious)
    assert result["best_epoch"] == 1 + mious.index(max(mious))


def test_an_unknown_class_cannot_be_monitored(quick, reporter):
    with pytest.raises(SettingsError, match="Did you mean 'house'"):
        train(quick(monitor="hose"), reporter)


def test_a_training_starts_from_the_class_shares(quick, reporter):
    job = quick(epochs=1, learning_rate=1e-9, class_prior=True)
    train(job, reporter)
    network, card = load_model(job.model, torch.device("cpu"))
    shares = network.segmentation_head[0].bias.detach().softmax(0)
    seen = re.findall(r"Class .*, ([\d.]+)% of those seen", reporter.text)
    assert card.classes.names == ["background", "house"]
    assert (100 * shares).tolist() == pytest.approx([float(share) for share in seen], abs=0.001)


def test_a_training_starts_from_the_weights_of_a_model(quick, reporter, tmp_path):
    first = quick(epochs=3)
    train(first, reporter)
    learned = read_model_card(first.model).metrics["miou"]
    second = dataclasses.replace(
        quick(epochs=1, learning_rate=1e-7, start_model=first.model), model=str(tmp_path / "more.safetensors")
    )
    result = train(second, reporter)
    assert result["miou"] > learned - 0.15
    settings = read_model_card(second.model).provenance["settings"]
    assert settings["start_model"] == "model.safetensors"
    assert "starts from the model 'model.safetensors'" in reporter.text


@pytest.fixture
def split_areas(make_layer):
    """Most of the scene for training, a strip on the right for validation and one at the bottom for test."""
    boxes = [shapely.box(0, 0, 130, 130), shapely.box(130, 0, SIZE, SIZE), shapely.box(0, 100, 130, SIZE)]
    return str(make_layer(boxes, ["Train", "validation", "test"], name="areas.gpkg", field="split"))


@pytest.mark.parametrize("augmentation", ["none", "strong"])
def test_no_chip_overlaps_the_held_out_areas_or_the_buffer(
    quick, reporter, split_areas, monkeypatch, augmentation
):
    """Every window read for a chip, those of copy-paste included; the buffer is half a chip."""
    read = []

    def watched(col, row, width, height):
        read.append((col, row, col + width, row + height))
        return Window(col, row, width, height)

    monkeypatch.setattr("core.training.data.loader.Window", watched)
    train(quick(split=split_areas, augmentation=augmentation, epochs=2), reporter)
    assert len(read) > 40
    right, bottom = np.max(read, axis=0)[2:]
    assert right <= 130 - 16
    assert bottom <= 100 - 16


def test_test_scores_of_the_best_model_equal_those_of_the_map(quick, reporter, split_areas, tmp_path):
    job = quick(split=split_areas, epochs=2, split_layer=str(tmp_path / "split.gpkg"))
    result = train(job, reporter)
    card = read_model_card(job.model)
    assert card.metrics["test"]["miou"] == pytest.approx(result["test"]["miou"])
    assert card.metrics["miou"] == pytest.approx(result["miou"])
    output = tmp_path / "map.tif"
    classify(ClassifyJob(input=job.input[0], model=job.model, output=str(output), overlap=32), reporter)
    with rasterio.open(output) as dataset:
        preds = dataset.read(1)
    truth = np.zeros((SIZE, SIZE), int)
    for row in range(8, SIZE - 24, 40):
        for col in range(8, SIZE - 24, 40):
            truth[row : row + 20, col : col + 20] = 1
    for metrics, inside in (
        (card.metrics, np.s_[:, 130:]), (card.metrics["test"], np.s_[100:, :130])
    ):  # fmt: skip
        hit = (truth[inside] == 1) & (preds[inside] == 1)
        either = (truth[inside] == 1) | (preds[inside] == 1)
        assert metrics["classes"]["house"]["iou"] == hit.sum() / either.sum()
    assert card.split["areas"] == "areas.gpkg"
    assert card.provenance["settings"]["split_layer"] == "split.gpkg"
    assert Path(result["split_layer"]).exists()
    assert f"On the test areas: mean IoU {result['test']['miou']:.3f}" in reporter.text


def test_without_test_areas_nothing_is_tested(quick, reporter):
    job = quick(epochs=1)
    result = train(job, reporter)
    assert result["test"] is result["split_layer"] is None
    assert "test" not in read_model_card(job.model).metrics


def test_cancelling_during_the_test_leaves_the_model(quick, reporter, split_areas):
    job = quick(split=split_areas, epochs=1)
    reporter._is_cancelled = lambda: "Scoring the best model" in reporter.text
    with pytest.raises(JobCancelledError):
        train(job, reporter)
    assert "test" not in read_model_card(job.model).metrics


def test_a_training_is_not_resumed_with_other_split_areas(quick, reporter, split_areas, make_layer):
    job = quick(split=split_areas, epochs=2)
    reporter._is_cancelled = lambda: "Epoch 1 of 2" in reporter.text
    with pytest.raises(JobCancelledError):
        train(job, reporter)
    boxes = [shapely.box(0, 0, 120, SIZE), shapely.box(120, 0, SIZE, SIZE)]
    other = make_layer(boxes, ["train", "validation"], name="others.gpkg", field="split")
    reporter._is_cancelled = lambda: False
    with pytest.raises(SettingsError, match="other data"):
        train(dataclasses.replace(job, split=str(other)), reporter)
