"""A training that is stopped at any moment resumes, and ends as if it had not been stopped."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest
import shapely
import torch
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from core.contract.messages.errors import (
    DiskFullError,
    JobCancelledError,
    OutputError,
    SettingsError,
)
from core.contract.model_card import read_model_card
from core.models.model_file import load_model, save_weights
from core.training.fit.best_model import BestModel
from core.training.fit.checkpoint import claimed
from core.training.train import train

SIZE = 128


@pytest.fixture
def job(make_raster, make_layer, make_job, monkeypatch, tmp_path):
    """A job of seconds, with dropout in the network; keyword arguments replace settings."""
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", 3)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)
    rng = np.random.default_rng(0)
    values = rng.integers(0, 255, (3, SIZE, SIZE), dtype=np.uint8)
    squares = [
        shapely.box(c, r, c + 12, r + 12) for r in range(4, SIZE - 12, 24) for c in range(4, SIZE - 12, 24)
    ]
    image, layer = make_raster(values), make_layer(squares, ["house"] * len(squares))

    def make(name="model", **settings):
        defaults = {
            "chip_size": 32, "batch_size": 2, "epochs": 4, "encoder": "tu-test_resnet",
            "architecture": "fpn", "encoder_weights": "random", "augmentation": "strong",
        }  # fmt: skip
        made = make_job(image, layer, **{**defaults, **settings})
        return type(made)(**{**made.to_settings(), "model": str(tmp_path / f"{name}.safetensors")})

    return make


@pytest.fixture
def stop_in(reporter):
    """Cancels the job after an epoch is reported."""

    def stop(epoch):
        reporter._is_cancelled = lambda: f"Epoch {epoch} of" in reporter.text
        return reporter

    return stop


def stop_after(job, stop_in, epoch):
    with pytest.raises(JobCancelledError):
        train(job, stop_in(epoch))
    stop_in(99)


def assert_same(one, other):
    first, second = load_file(one.model), load_file(other.model)
    assert set(first) == set(second)
    assert all((first[name] == second[name]).all() for name in first)


@pytest.mark.parametrize(("epoch", "loss"), [(1, "toppixel(ratio=0.1, warmup=0.8)"), (3, "focal")])
def test_a_resumed_training_ends_bit_for_bit_like_an_uninterrupted_one(job, stop_in, reporter, epoch, loss):
    whole, parted = job("whole", loss=loss), job("parted", loss=loss)
    train(whole, reporter)
    reporter.events.clear()
    stop_after(parted, stop_in, epoch)
    reporter.events.clear()
    train(parted, reporter)
    assert f"Resuming after epoch {epoch}" in reporter.text
    assert f"Epoch {epoch} of 4" not in reporter.text
    assert_same(whole, parted)
    cards = [read_model_card(each.model) for each in (whole, parted)]
    assert cards[0].metrics == cards[1].metrics
    assert cards[0].provenance["best_epoch"] == cards[1].provenance["best_epoch"]
    # The monitor gets the whole curve, the epochs of the first run included.
    watched = [e.step for e in reporter.events if e.event == "metric" and e.name == "train/loss"]
    assert watched == [1, 2, 3, 4]


def test_cancelling_leaves_the_best_model_and_reports_it(job, stop_in, reporter):
    stop_after(job(), stop_in, 2)
    assert read_model_card(job().model).provenance["best_epoch"] in (1, 2)
    assert "The best model so far, of epoch" in reporter.text


def test_the_model_file_holds_the_best_model_after_each_epoch(job, reporter, monkeypatch):
    """With EMA weights, which differ from those that are trained."""
    job, found, log = job(ema_decay=0.9, monitor="house"), [], reporter.info

    def info(text):
        if text.startswith("Epoch "):
            network, card = load_model(job.model, torch.device("cpu"))
            found.append((", best so far, saved;" in text, card, network.state_dict()))
        log(text)

    monkeypatch.setattr(reporter, "info", info)
    train(job, reporter)
    ious = [e.value for e in reporter.events if e.event == "metric" and e.name == "validation/iou/house"]
    best = 0
    for number, (is_best, card, _) in enumerate(found, 1):
        assert is_best == (number == 1 or ious[number - 1] > ious[best - 1])
        best = number if is_best else best
        assert card.provenance["best_epoch"] == best
        assert card.metrics["classes"]["house"]["iou"] == pytest.approx(ious[best - 1])
    last = load_file(job.model)
    assert all((last[name] == tensor.numpy()).all() for name, tensor in found[-1][2].items())
    assert [e.kind for e in reporter.events if e.event == "artifact"] == ["model", "model"]


def test_an_existing_best_model_is_not_written_again(job, stop_in, reporter, monkeypatch):
    written = []

    def save(path, weights, card):
        written.append(card.provenance["best_epoch"])
        save_weights(path, weights, card)

    monkeypatch.setattr("core.training.fit.best_model.save_weights", save)
    stop_after(job(), stop_in, 2)
    best = written[-1]
    assert written == sorted(set(written))
    # Resumed, and cancelled before the next epoch.
    reporter.events.clear()
    reporter._is_cancelled = lambda: "Resuming after epoch 2" in reporter.text
    with pytest.raises(JobCancelledError):
        train(job(), reporter)
    assert written[-1] == best
    assert written == sorted(set(written))
    assert f"The best model so far, of epoch {best}, is saved." in reporter.text
    Path(job().model).unlink()
    reporter.events.clear()
    with pytest.raises(JobCancelledError):
        train(job(), reporter)
    assert written[-2:] == [best, best]
    assert read_model_card(job().model).provenance["best_epoch"] == best


def test_a_model_newer_than_the_checkpoint_is_left_alone(job, stop_in, reporter, monkeypatch):
    """As a process leaves it that was killed between the two."""
    job = job(validation=0.0)
    with monkeypatch.context() as patch:
        patch.setattr("core.training.fit.fit.report_epoch", lambda run, outcome: killed(len(outcome.history)))

        def killed(epoch):
            if epoch == 2:
                raise RuntimeError("killed")

        with pytest.raises(RuntimeError, match="killed"):
            train(job, reporter)
    reporter._is_cancelled = lambda: "Resuming after epoch 1" in reporter.text
    with pytest.raises(JobCancelledError):
        train(job, reporter)
    assert "of epoch 2, is saved" in reporter.text
    assert read_model_card(job.model).provenance["best_epoch"] == 2


def test_a_full_disk_leaves_the_previous_model_and_checkpoint(job, reporter, tmp_path, monkeypatch):
    write = Path.write_bytes
    job = job(validation=0.0)

    def fill(path, content):
        if path.suffix == ".safetensors" and "Epoch 2 of" in reporter.text:
            write(path, content[:1000])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fill)
        with pytest.raises(DiskFullError, match=r"model\.safetensors"):
            train(job, reporter)
    assert "Epoch 3 of" not in reporter.text
    assert "The best model so far, of epoch 2, is saved." in reporter.text
    assert "Run the same job again to resume after epoch 2." in reporter.text
    _, card = load_model(job.model, torch.device("cpu"))
    assert card.provenance["best_epoch"] == 2
    assert not list(tmp_path.glob(".model*"))


def test_a_training_on_the_cpu_does_not_touch_graphics_cards(job, reporter, monkeypatch):
    """With SGD: torch's AdamW asks the card for its stream."""

    def touched(*_):
        raise AssertionError("a graphics card was touched")

    if torch.cuda.is_initialized():
        pytest.skip("another test has touched the graphics card already")
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.device_count", lambda: 1)
    monkeypatch.setattr("torch._C._cuda_init", touched, raising=False)
    with pytest.raises(AssertionError):
        torch.cuda.get_rng_state()
    train(job(epochs=1, learning_rate=0.0, optimiser="sgd", device="cpu"), reporter)


def test_cancelling_before_the_first_epoch_leaves_nothing(job, stop_in, tmp_path):
    reporter = stop_in(0)
    reporter._is_cancelled = lambda: "Training on" in reporter.text
    with pytest.raises(JobCancelledError):
        train(job(), reporter)
    assert not list(tmp_path.glob("model*"))


def test_only_the_model_is_left_at_the_end(job, reporter, tmp_path):
    train(job(), reporter)
    assert [path.name for path in tmp_path.glob("*model*")] == ["model.safetensors"]


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, None], ids=["empty", "zeros", "cut off"])
def test_the_previous_checkpoint_replaces_a_damaged_one_with_a_warning(
    job, stop_in, reporter, tmp_path, damage
):
    whole = job("whole")
    train(whole, reporter)
    reporter.events.clear()
    stop_after(job(), stop_in, 3)
    checkpoint = tmp_path / "model.checkpoint"
    checkpoint.write_bytes(checkpoint.read_bytes()[:-1000] if damage is None else damage)
    reporter.events.clear()
    train(job(), reporter)
    assert "'model.checkpoint' is damaged" in reporter.text
    assert "Resuming after epoch 2" in reporter.text
    assert_same(whole, job())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"epochs": 9}, r"Epochs \(4, now 9\)"),
        ({}, None),
        ({"seed": 5}, r"Seed \(1, now 5\)"),
        ({"augmentation": "d4"}, r"Augmentation \(strong, now d4\)"),
    ],
)
def test_a_checkpoint_of_another_job_is_refused(job, stop_in, reporter, make_layer, change, words):
    stop_after(job(), stop_in, 1)
    if words is None:
        labels = make_layer([shapely.box(0, 0, 60, 60)], ["house"], name="other.gpkg")
        change, words = {"labels": str(labels)}, "other data"
    other = type(job())(**{**job().to_settings(), **change})
    with pytest.raises(SettingsError, match=words):
        train(other, reporter)


def test_a_full_disk_leaves_the_previous_checkpoint_untouched(job, reporter, tmp_path, monkeypatch):
    write = Path.write_bytes
    written = []

    def fill(path, content):
        if ".checkpoint" in path.name:
            written.append(path)
            if len(written) == 3:
                write(path, content[:1000])
                raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(DiskFullError):
        train(job(), reporter)
    monkeypatch.undo()
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", 3)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)
    assert sorted(path.name for path in tmp_path.glob("*model*")) == [
        "model.checkpoint",
        "model.checkpoint-before",
        "model.safetensors",
    ]
    assert "Run the same job again to resume after epoch 2." in reporter.text
    reporter.events.clear()
    train(job(), reporter)
    assert "Resuming after epoch 2" in reporter.text


def test_with_both_checkpoints_damaged_training_starts_over(job, stop_in, reporter, tmp_path):
    whole = job("whole")
    train(whole, reporter)
    reporter.events.clear()
    stop_after(job(), stop_in, 2)
    for ending in ("checkpoint", "checkpoint-before"):
        (tmp_path / f"model.{ending}").write_bytes(b"\x00" * 50)
    reporter.events.clear()
    train(job(), reporter)
    assert "'model.checkpoint' is damaged" in reporter.text
    assert "'model.checkpoint-before' is damaged" in reporter.text
    assert "Resuming" not in reporter.text
    assert_same(whole, job())


def test_a_checkpoint_of_another_network_is_refused_with_a_hint(job, stop_in, reporter, tmp_path):
    """Same settings, other tensors: as with another version of a library."""
    stop_after(job(), stop_in, 1)
    path = tmp_path / "model.checkpoint"
    with safe_open(path, framework="np") as file:
        header = file.metadata()
    tensors = {name.replace("decoder", "decodor"): tensor for name, tensor in load_file(path).items()}
    save_file(tensors, path, metadata=header)
    with pytest.raises(SettingsError, match=r"'.*model\.checkpoint' .* delete that file"):
        train(job(), reporter)


def test_two_trainings_of_one_model_are_refused(job, reporter):
    with claimed(job().model), pytest.raises(OutputError, match=f"another process .{os.getpid()}"):
        train(job(), reporter)
    train(job(epochs=1), reporter)


def test_a_training_interrupted_after_its_last_epoch_only_writes_its_model(job, reporter, monkeypatch):
    def fail(*_):
        raise DiskFullError("The disk became full.")

    with monkeypatch.context() as patch:
        patch.setattr(BestModel, "finish", fail)
        with pytest.raises(DiskFullError):
            train(job(), reporter)
    assert f"of epoch {read_model_card(job().model).provenance['best_epoch']}, is saved." in reporter.text
    reporter.events.clear()
    train(job(), reporter)
    assert "Epoch" not in reporter.text.replace("Resuming after epoch 4", "")
