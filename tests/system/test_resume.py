"""A training that is killed at any moment, and resumed in a new process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.contract.model_card import read_model_card

CORE = Path(__file__).resolve().parents[2] / "core"
EPOCHS = 3


@pytest.fixture
def options(squares):
    """Options of a short training."""
    return [
        "--input", *squares["input"], "--labels", squares["labels"], "--class-field", "class",
        "--chip-size", "32",
        "--batch-size", "2", "--epochs", str(EPOCHS), "--encoder", "tu-test_resnet",
        "--encoder-weights", "random", "--device", "cpu",
    ]  # fmt: skip


def start(options, model):
    command = [sys.executable, str(CORE), "train", *map(str, options), "--model", str(model)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment,
        start_new_session=True,
    )  # fmt: skip


def run(options, model):
    process = start(options, model)
    _, output = process.communicate(timeout=300)
    assert process.returncode == 0, output
    return output


def kill_after(options, model, words, seconds):
    """Kill the training some time after it has logged certain words."""
    process = start(options, model)
    for line in process.stderr:
        if words in line:
            time.sleep(seconds)
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_killed_repeatedly_it_ends_like_an_uninterrupted_training(options, tmp_path):
    whole, parted = tmp_path / "whole.safetensors", tmp_path / "parted ü.safetensors"
    run(options, whole)
    kill_after(options, parted, "Epoch 1 of", 0.0)
    kill_after(options, parted, "Epoch 2 of", 0.3)
    assert read_model_card(parted).provenance["best_epoch"] in (1, 2)
    output = run(options, parted)
    assert "Resuming after epoch 2" in output or "Resuming after epoch 1" in output
    assert read_model_card(parted).provenance["data"][0]["sha256"]
    # The header holds the time of its training, the tensors follow it.
    assert tensors(parted) == tensors(whole)
    assert not list(tmp_path.glob("*.checkpoint*")) + list(tmp_path.glob(".*.checkpoint*"))


def tensors(path):
    """The bytes after a safetensors file's header."""
    content = path.read_bytes()
    return content[8 + int.from_bytes(content[:8], "little") :]
