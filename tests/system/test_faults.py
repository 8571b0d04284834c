"""Trainings in real processes that write the same model, or lose their raster."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "core"


@pytest.fixture
def start(squares, tmp_path):
    """Starts a training with short epochs; running ones are killed at the end."""
    started = []

    def go(epochs=2):
        command = [
            sys.executable, str(CORE), "train", "--input", *squares["input"], "--labels", squares["labels"],
            "--class-field", "class", "--model", str(tmp_path / "model.safetensors"), "--chip-size", "32",
            "--batch-size", "2", "--epochs", str(epochs), "--encoder", "tu-test_resnet",
            "--encoder-weights", "random", "--device", "cpu",
        ]  # fmt: skip
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
            env=environment, start_new_session=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield go
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stderr.close()


def wait_for(process, words):
    for line in process.stderr:
        if words in line:
            return
    raise AssertionError(f"the process ended without '{words}'")


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_a_second_training_of_a_model_is_refused_until_the_first_has_ended(start, tmp_path):
    first = start(epochs=200)
    wait_for(first, "Epoch 1 of")
    second = start(epochs=200)
    _, output = second.communicate(timeout=120)
    assert second.returncode == 1
    assert f"is being trained right now by another process ({first.pid})" in output
    assert "under another name" in output
    assert first.poll() is None

    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    third = start(epochs=200)
    wait_for(third, "Resuming after epoch")


def test_a_raster_that_vanishes_ends_the_training_with_a_message_and_a_model(start, squares, tmp_path):
    process = start(epochs=200)
    wait_for(process, "Epoch 2 of")
    Path(squares["input"][0]).unlink()
    _, output = process.communicate(timeout=120)
    assert process.returncode == 1
    assert f"There is no raster '{squares['input'][0]}'" in output
    assert "Traceback" not in output
    assert re.search(r"The best model so far, of epoch \d+, is saved\.", output)
    assert re.search(r"Run the same job again to resume after epoch \d+\.", output)
    assert {path.name for path in tmp_path.iterdir()} == {
        "labels.gpkg", "model.safetensors", "model.checkpoint", "model.checkpoint-before",
    }  # fmt: skip
