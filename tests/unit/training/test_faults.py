"""Faults in the middle of a training: the messages, and the files from which it can be resumed."""

import dataclasses
import errno
import os
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
import torch
from safetensors.numpy import load_file

from core.contract.jobs.compare import CompareJob
from core.contract.messages.errors import (
    DiskFullError,
    DivergedError,
    OutputError,
    RasterError,
    SettingsError,
)
from core.contract.model_card import read_model_card
from core.models.model_file import load_model
from core.training.compare.compare import compare
from core.training.fit.checkpoint import claimed
from core.training.fit.learner import Learner
from core.training.train import train

SIZE = 128
STEPS = 3


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", STEPS)
    monkeypatch.setattr("core.geodata.chips.sampling.COVERAGE", 0)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)


@pytest.fixture
def job(make_raster, make_layer, make_job, tmp_path):
    """A job of seconds; keyword arguments replace settings."""
    rng = np.random.default_rng(0)
    image = make_raster(rng.integers(0, 255, (3, SIZE, SIZE), dtype=np.uint8))
    squares = [shapely.box(c, r, c + 12, r + 12) for r in range(4, 116, 24) for c in range(4, 116, 24)]
    layer = make_layer(squares, ["house"] * len(squares))

    def make(name="model", **settings):
        defaults = {
            "chip_size": 32, "batch_size": 2, "epochs": 3, "encoder": "tu-test_resnet",
            "encoder_weights": "random", "loss": "ce",
        }  # fmt: skip
        made = make_job(image, layer, **{**defaults, **settings})
        return dataclasses.replace(made, model=str(tmp_path / f"{name}.safetensors"))

    return make


@pytest.fixture
def after_epoch(reporter, monkeypatch):
    """Does something once, when an epoch is first reported."""

    def hook(number, act):
        log, pending = reporter.info, [act]

        def info(text):
            log(text)
            if text.startswith(f"Epoch {number} of") and pending:
                pending.pop()()

        monkeypatch.setattr(reporter, "info", info)

    return hook


def assert_same(one, other):
    first, second = load_file(one.model), load_file(other.model)
    assert set(first) == set(second)
    assert all((first[name] == second[name]).all() for name in first)


def left_of(folder, name="model"):
    return sorted(path.suffix for path in folder.glob(f"{name}.*"))


# --- the loss ----------------------------------------------------------------------------------------------


def break_steps(monkeypatch, first, result):
    """From step ``first`` on, replace the loss of a step by ``result(learner, loss)``."""
    step, done = Learner._step, []

    def broken(learner, batch):
        done.append(step(learner, batch))
        return result(learner, done[-1]) if len(done) >= first else done[-1]

    monkeypatch.setattr(Learner, "_step", broken)


def test_a_loss_of_nan_leaves_the_best_model_from_which_training_can_continue(
    job, reporter, tmp_path, monkeypatch
):
    with monkeypatch.context() as patch:
        break_steps(patch, STEPS + 1, lambda learner, loss: float("nan"))
        with pytest.raises(DivergedError, match=r"nan.*smaller learning rate.*gradient clipping"):
            train(job(), reporter)
    network, card = load_model(job().model, torch.device("cpu"))
    assert card.provenance["best_epoch"] == 1
    assert all(tensor.isfinite().all() for tensor in network.state_dict().values())
    assert "of epoch 1, is saved. Fine-tune it with 'Start from model'" in reporter.text
    assert left_of(tmp_path) == [".safetensors"]
    train(job("more", start_model=job().model, learning_rate=1e-4, epochs=1), reporter)
    assert left_of(tmp_path, "more") == [".safetensors"]


def test_weights_that_break_in_the_last_step_are_not_saved(job, reporter, monkeypatch):
    """The loss is computed before the weights change: without validation nothing else would notice."""

    def spoil(learner, loss):
        next(learner.network.parameters()).data.fill_(float("inf"))
        return loss

    break_steps(monkeypatch, 2 * STEPS, spoil)
    with pytest.raises(DivergedError, match="no longer finite"):
        train(job(validation=0.0), reporter)
    assert read_model_card(job().model).provenance["best_epoch"] == 1
    assert all(np.isfinite(tensor).all() for tensor in load_file(job().model).values())


# --- the data ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["gone", "cut off"])
def test_a_raster_lost_midway_is_named_and_the_training_can_be_resumed(
    job, reporter, tmp_path, after_epoch, fault
):
    whole, parted = job("whole"), job("parted")
    train(whole, reporter)
    reporter.events.clear()
    image = Path(parted.input[0])
    content = image.read_bytes()
    after_epoch(1, image.unlink if fault == "gone" else lambda: os.truncate(image, len(content) // 2))
    words = "There is no raster" if fault == "gone" else "is damaged or cut off"
    with pytest.raises(RasterError, match=words) as caught:
        train(parted, reporter)
    assert str(image) in str(caught.value)
    assert read_model_card(parted.model).provenance["best_epoch"] == 1
    assert "The best model so far, of epoch 1, is saved." in reporter.text
    assert "Run the same job again to resume after epoch 1." in reporter.text
    assert left_of(tmp_path, "parted") == [".checkpoint", ".safetensors"]
    assert not list(tmp_path.glob(".toppixel-*"))
    if sys.platform == "linux":
        handles = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
        assert not [handle for handle in handles if str(tmp_path) in handle]

    image.write_bytes(content)
    reporter.events.clear()
    train(parted, reporter)
    assert "Resuming after epoch 1" in reporter.text
    assert_same(whole, parted)


def test_a_class_that_validation_lacks_leads_to_a_warning_and_has_no_score(
    job, make_layer, make_raster, reporter, tmp_path
):
    squares = [shapely.box(c, r, c + 12, r + 12) for r in range(4, 116, 24) for c in range(4, 116, 24)]
    names = ["house"] * (len(squares) - 1) + ["mast"]
    labels = make_layer(squares, names, name="masts.gpkg")
    report = tmp_path / "report.html"
    result = train(dataclasses.replace(job(), labels=str(labels), report=str(report)), reporter)
    assert any("'mast'" in text and "score cannot be measured" in text for text in reporter.warnings)
    assert result["iou"]["mast"] in (None, 0.0)
    assert read_model_card(job().model).metrics["classes"]["mast"]["pixels"] == 0
    assert "mast" in report.read_text(encoding="utf-8")
    with pytest.raises(SettingsError, match=r"Monitored metric.*'mast'.*validation"):
        train(dataclasses.replace(job("other"), labels=str(labels), monitor="mast"), reporter)


def test_a_value_outside_the_class_list_becomes_a_class_with_a_warning(job, make_raster, reporter):
    values = np.zeros((SIZE, SIZE), np.uint8)
    values[::20, :] = 1
    values[5::20, :] = 7
    labels = make_raster(values, "labels.tif")
    settings = {"labels": str(labels), "class_field": "", "class_names": {"1": "road"}, "epochs": 1}
    result = train(dataclasses.replace(job(), **settings), reporter)
    assert any("contains 7, not in the list of classes" in text for text in reporter.warnings)
    assert list(result["iou"]) == ["background", "road", "7"]


# --- the disk ----------------------------------------------------------------------------------------------


def test_a_full_disk_leaves_earlier_files(job, reporter, tmp_path, monkeypatch):
    whole = job("whole")
    train(whole, reporter)
    write, written = Path.write_bytes, []

    def fill(path, content):
        written.append(path)
        if len(written) < 3:
            return write(path, content)
        write(path, content[:1000])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fill)
        with pytest.raises(DiskFullError, match=r"model\..*Free some disk space"):
            train(job(), reporter)
    assert left_of(tmp_path) == [".checkpoint", ".safetensors"]
    assert "The best model so far, of epoch 1, is saved." in reporter.text
    assert "to resume after epoch 1." in reporter.text
    assert not list(tmp_path.glob(".model*"))
    train(job(), reporter)
    assert_same(whole, job())


def test_a_disk_that_is_full_from_the_start_leaves_nothing_to_resume(job, reporter, monkeypatch):
    def fill(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(DiskFullError):
        train(job(), reporter)
    assert "resume" not in reporter.text
    assert "saved" not in reporter.text


# --- two at once -------------------------------------------------------------------------------------------


def test_a_comparison_in_a_folder_in_use_is_refused(job, reporter, tmp_path):
    folder = tmp_path / "runs"
    folder.mkdir()
    names = ("input", "labels", "class_field", "chip_size", "batch_size", "encoder", "encoder_weights")
    settings = {name: getattr(job(), name) for name in names}
    comparison = CompareJob(**settings, folder=str(folder), losses=("ce",), seeds=1, epochs=1)
    refused = pytest.raises(OutputError, match=f"another process .{os.getpid()}")
    with claimed(str(folder / "ce seed 1.safetensors")), refused:
        compare(comparison, reporter)


# --- the learning-rate finder ------------------------------------------------------------------------------


def found_rate(job):
    return read_model_card(job.model).provenance["learning_rate_found"]


def test_the_learning_rate_found_is_reported_stored_and_kept_when_resuming(
    job, reporter, after_epoch, tmp_path
):
    searched = job("searched", learning_rate=0.0, epochs=2, report=str(tmp_path / "report.html"))
    image = Path(searched.input[0])
    content = image.read_bytes()
    after_epoch(1, image.unlink)
    with pytest.raises(RasterError):
        train(searched, reporter)
    rate = found_rate(searched)
    assert f"Learning rate found: {rate:.2g}." in reporter.text

    image.write_bytes(content)
    reporter.events.clear()
    train(searched, reporter)
    assert "Learning rate found" not in reporter.text
    assert found_rate(searched) == rate
    assert "learning rate found" in Path(searched.report).read_text(encoding="utf-8")

    given = job("given", learning_rate=rate, epochs=2)
    train(given, reporter)
    assert_same(searched, given)


def test_a_found_learning_rate_trains_like_a_given_one(job, reporter):
    settings = {
        "optimiser": "sgd",
        "schedule": "one cycle",
        "encoder_lr_factor": 0.1,
        "ema_decay": 0.9,
        "epochs": 1,
    }
    searched = job("searched", learning_rate=0.0, **settings)
    train(searched, reporter)
    given = job("given", learning_rate=found_rate(searched), **settings)
    train(given, reporter)
    assert_same(searched, given)
