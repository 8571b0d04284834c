"""One model trained by several processes (DDP)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from core.contract.model_card import read_model_card

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "core"
WITHOUT_NORMS = Path(__file__).parent / "without_norms.py"


def launch(program, job, tmp_path, processes):
    """Train in one process or several; returns the completed process."""
    file = tmp_path / f"job {processes}.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    several = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    command = [sys.executable, *(several if processes > 1 else []), str(program), "train", str(file)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, timeout=300, cwd=tmp_path
    )


@pytest.fixture
def job(squares, tmp_path):
    """The settings of a short training for a number of processes."""

    def make(processes, **settings):
        return {
            **squares, "model": str(tmp_path / f"of {processes}.safetensors"), "chip_size": 32,
            "batch_size": 4 // processes, "epochs": 2, "encoder_weights": "random", "device": "cpu",
            "loss": "ce", **settings,
        }  # fmt: skip

    return make


def test_two_processes_train_like_one_with_twice_the_batch(job, tmp_path):
    """A network without batch normalisation, of which each process has its own statistics on a CPU."""
    weights, scores, losses = [], [], []
    for processes in (1, 2):
        ended = launch(WITHOUT_NORMS, job(processes), tmp_path, processes)
        assert ended.returncode == 0, ended.stderr
        model = tmp_path / f"of {processes}.safetensors"
        weights.append(load_file(model))
        scores.append(read_model_card(model).metrics)
        losses.append([line.split("loss ")[1][:6] for line in ended.stderr.splitlines() if " loss " in line])
    assert losses[0] == losses[1]
    assert scores[1]["miou"] == pytest.approx(scores[0]["miou"], abs=2e-3)
    for name, values in weights[0].items():
        np.testing.assert_allclose(weights[1][name], values, atol=2e-4)


def test_only_the_first_process_writes_and_reports(job, tmp_path):
    report = tmp_path / "report.html"
    ended = launch(CORE, job(2, epochs=1, report=str(report)), tmp_path, 2)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["best_epoch"] == 1
    assert ended.stderr.count("Epoch 1 of 1") == 1
    assert "in 2 processes" in ended.stderr
    assert report.exists()
    left = {path.name for path in tmp_path.iterdir()}
    assert not [name for name in left if "checkpoint" in name or "lock" in name or name.startswith(".")]


def test_an_error_in_the_first_process_ends_all(job, tmp_path):
    ended = launch(CORE, job(2, class_field="nowhere"), tmp_path, 2)
    assert ended.returncode != 0
    assert ended.stderr.count("'nowhere'") == 1


def test_other_jobs_are_refused(tmp_path, squares):
    job = {**squares, "table": str(tmp_path / "t.csv")}
    file = tmp_path / "job.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    environment = {**os.environ, "RANK": "0", "WORLD_SIZE": "2", "MASTER_ADDR": "localhost"}
    ended = subprocess.run(
        [sys.executable, str(CORE), "statistics", str(file)], check=False, capture_output=True, text=True,
        env=environment, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "only 'train'" in ended.stderr
