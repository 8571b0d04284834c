"""The monitored metric chooses the best epoch, and patience ends the training."""

import math
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from core.evaluation.scores import Scores
from core.training.fit import epochs
from core.training.fit.ddp import Processes
from core.training.fit.epochs import run_epochs
from core.training.fit.monitor import monitored_score
from core.training.fit.run import Epoch

NAMES = ["ground", "car", "boat"]


def matrix(car, boat=5):
    """Of ten cars and ten boats so many are found; the rest is ground, and right."""
    return np.array([[100, 0, 0], [10 - car, car, 0], [10 - boat, 0, boat]])


@pytest.mark.parametrize(
    ("monitor", "expected"), [("mean IoU", "miou"), ("worst class", 0.2), ("car", 0.2), ("boat", 0.5)]
)
def test_the_metric_is_the_mean_iou_that_of_the_worst_class_or_of_a_class(monitor, expected):
    scores = Scores.from_confusion(matrix(2))
    expected = scores.miou if expected == "miou" else expected
    assert monitored_score(scores, monitor, NAMES) == pytest.approx(expected)


def test_an_absent_class_is_not_the_worst_class():
    scores = Scores.from_confusion(np.diag([10, 5, 0]))
    assert monitored_score(scores, "worst class", NAMES) == 1
    assert math.isnan(monitored_score(scores, "boat", NAMES))


@pytest.mark.parametrize("monitor", ["mean IoU", "worst class"])
def test_a_class_that_the_validation_set_lacks_does_not_count(monitor):
    absent, predicted = np.diag([100, 5, 0]), np.array([[99, 0, 1], [0, 5, 0], [0, 0, 0]])
    assert monitored_score(Scores.from_confusion(absent), monitor, NAMES) == 1
    assert monitored_score(Scores.from_confusion(predicted), monitor, NAMES) > 0.98
    assert math.isnan(monitored_score(Scores.from_confusion(predicted), "boat", NAMES))


def test_a_validation_set_without_labels_has_no_score():
    assert math.isnan(monitored_score(Scores.from_confusion(np.zeros((3, 3), int)), "mean IoU", NAMES))


@dataclass
class Job:
    epochs: int = 6
    monitor: str = "mean IoU"
    patience: int = 0


@pytest.fixture
def trained(monkeypatch, reporter):
    """Runs the epoch loop with given confusion matrices in place of a network; returns the last outcome."""

    def run(matrices, **settings):
        monkeypatch.setattr(epochs, "_chips", lambda _: 8)
        monkeypatch.setattr(epochs, "_run_epoch", lambda _, n, __: Epoch(n, 1.0, 0.1, 1.0, matrices[n - 1]))
        network = torch.nn.Linear(1, 1)
        data = SimpleNamespace(classes=SimpleNamespace(names=NAMES))
        job = Job(epochs=len(matrices), **settings)
        fake = SimpleNamespace(
            job=job,
            data=data,
            processes=Processes(torch.device("cpu")),
            learner=SimpleNamespace(weights=network.state_dict),
            reporter=reporter,
        )
        return list(run_epochs(fake, None))[-1]

    return run


def test_the_first_of_equal_epochs_is_the_best(trained):
    assert trained([matrix(2), matrix(4), matrix(4), matrix(3)]).best.number == 2


def test_the_best_epoch_depends_on_the_monitored_class(trained):
    runs = [matrix(9, 1), matrix(2, 8), matrix(8, 8)]
    assert trained(runs, monitor="car").best.number == 1
    assert trained(runs, monitor="worst class").best.number == 3


def test_without_validation_the_last_epoch_is_the_best(trained):
    assert trained([None, None, None], patience=1).best.number == 3


@pytest.mark.parametrize(("patience", "last"), [(0, 6), (1, 3), (2, 4), (5, 6)])
def test_training_stops_early_when_patience_is_over(trained, reporter, patience, last):
    runs = [matrix(2), matrix(5), matrix(4), matrix(4), matrix(4), matrix(3)]
    outcome = trained(runs, patience=patience)
    assert len(outcome.history) == last
    assert outcome.best.number == 2
    assert ("training stops early" in reporter.text) == (last < 6)
