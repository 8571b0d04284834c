import math
from dataclasses import dataclass, fields
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from core.evaluation.scores import Scores
from core.training.data.sampling import ChipPositions
from core.training.fit import epochs
from core.training.fit.ddp import Processes
from core.training.fit.epochs import Epoch, monitored_score, own_part, run_epochs

NAMES = ["ground", "car", "boat"]


def matrix(car, boat=5):
    """Ground is right but for what cars and boats miss; ``car`` of ten cars are found."""
    return np.array([[100, 0, 0], [10 - car, car, 0], [10 - boat, 0, boat]])


@pytest.mark.parametrize(
    ("monitor", "expected"), [("mean IoU", "miou"), ("worst class", 0.2), ("car", 0.2), ("boat", 0.5)]
)
def test_best_is_by_the_mean_the_worst_class_or_a_class(monitor, expected):
    scores = Scores.from_confusion(matrix(2))
    expected = scores.miou if expected == "miou" else expected
    assert monitored_score(scores, monitor, NAMES) == pytest.approx(expected)


def test_class_that_is_nowhere_is_no_worst_class():
    scores = Scores.from_confusion(np.diag([10, 5, 0]))
    assert monitored_score(scores, "worst class", NAMES) == 1
    assert math.isnan(monitored_score(scores, "boat", NAMES))


@dataclass
class Job:
    epochs: int = 6
    monitor: str = "mean IoU"
    patience: int = 0


@pytest.fixture
def trained(monkeypatch, reporter):
    """Trains with given confusion matrices instead of a network; gives the last outcome."""

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


def test_the_first_of_equals_is_kept(trained):
    assert trained([matrix(2), matrix(4), matrix(4), matrix(3)]).best.number == 2


def test_a_chosen_class_decides(trained):
    runs = [matrix(9, 1), matrix(2, 8), matrix(8, 8)]
    assert trained(runs, monitor="car").best.number == 1
    assert trained(runs, monitor="worst class").best.number == 3


def test_without_validation_the_last_epoch_is_kept(trained):
    assert trained([None, None, None], patience=1).best.number == 3


@pytest.mark.parametrize(("patience", "last"), [(0, 6), (1, 3), (2, 4), (5, 6)])
def test_training_ends_when_patience_is_over(trained, reporter, patience, last):
    runs = [matrix(2), matrix(5), matrix(4), matrix(4), matrix(4), matrix(3)]
    outcome = trained(runs, patience=patience)
    assert len(outcome.history) == last
    assert outcome.best.number == 2
    assert ("training ends here" in reporter.said) == (last < 6)


def test_chance_is_of_seed_process_and_epoch_alone():
    def drawn(seed, rank, number):
        torch.rand(number + 7)
        run = SimpleNamespace(job=SimpleNamespace(seed=seed), processes=SimpleNamespace(rank=rank))
        epochs._seed(run, number)
        return tuple(torch.rand(3).tolist())

    cases = [(1, 0, 1), (1, 0, 2), (1, 1, 1), (1, 1, 2), (2, 0, 1), (2**31 - 1, 0, 1)]
    assert [drawn(*case) for case in cases] == [drawn(*case) for case in cases]
    assert len({drawn(*case) for case in cases}) == len(cases)


@pytest.mark.parametrize(("count", "batch_size"), [(1, 4), (2, 2), (3, 4)])
def test_processes_share_each_batch_of_one_process_with_all_of_it(count, batch_size):
    chips = np.arange(5 * count * batch_size)
    places = ChipPositions(*(chips + 1000 * n for n in range(len(fields(ChipPositions)))))
    parts = []
    for rank in range(count):
        processes = Processes(torch.device("cpu"))
        processes.rank, processes.count = rank, count
        parts.append(own_part(places, batch_size, processes))
    for step in range(5):
        batch = slice(step * batch_size, (step + 1) * batch_size)
        together = np.concatenate([part.row[batch] for part in parts])
        whole = slice(step * batch_size * count, (step + 1) * batch_size * count)
        np.testing.assert_array_equal(together, places.row[whole])
