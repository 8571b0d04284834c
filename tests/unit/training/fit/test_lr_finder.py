"""The learning-rate finder: its rate trains without diverging, and the search leaves no trace."""

import math

import numpy as np
import pytest
import torch

from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import JobCancelledError
from core.contract.model_card import Band
from core.models.normalise import Normalise
from core.training.augment.pipeline import AugmentationParams
from core.training.data.loader import Batch
from core.training.fit import lr_finder
from core.training.fit.ddp import Processes
from core.training.fit.learner import Learner
from core.training.fit.lr_finder import range_test, rising_rates, suggest_rate

BANDS = (Band("Band 1", 100.0, 50.0, 0.0, 255.0), Band("Band 2", 10.0, 5.0, 0.0, 255.0))

NESTEROV_LIMIT = 2 * 1.9 / 2.8
"""Above this rate times the curvature, gradient descent with Nesterov momentum m of 0.9 diverges on a
parabola: its iteration x'' = (1 + m)(1 - h)x' - m(1 - h)x has a root of -1 at h = 2(1 + m) / (1 + 2m)."""


class Parabola(torch.nn.Module):
    """Returns its weights as logits, whatever the image."""

    def __init__(self):
        super().__init__()
        self.weights = torch.nn.Parameter(torch.ones(3))

    def forward(self, values):
        return self.weights[None, :, None, None].expand(len(values), 3, 1, 1)


class Loss(torch.nn.Module):
    """A loss of the logits alone."""

    def __init__(self, function):
        super().__init__()
        self._function = function

    def forward(self, logits, target):
        return self._function(logits)


class Network(torch.nn.Module):
    """An encoder with batch normalisation and dropout, and a head."""

    def __init__(self):
        super().__init__()
        self.encoder = torch.nn.Sequential(torch.nn.Conv2d(2, 8, 1), torch.nn.BatchNorm2d(8))
        self.dropout = torch.nn.Dropout(0.2)
        self.head = torch.nn.Conv2d(8, 3, 1)

    def forward(self, values):
        return self.head(self.dropout(self.encoder(values).relu()))


def make_batches(count=lr_finder.STEPS, first=0):
    for seed in range(first, first + count):
        generator = torch.Generator().manual_seed(seed)
        values = torch.randint(0, 256, (4, 2, 16, 16), generator=generator, dtype=torch.uint8)
        valid = torch.ones(4, 16, 16, dtype=torch.bool)
        yield Batch(values, valid, (values[:, 0] // 86).long(), (AugmentationParams(),) * 4)


def make_learner(reporter, network=None, loss=None, **settings):
    torch.manual_seed(0)
    job = TrainJob(("",), "", "", **{"learning_rate": 0.0, **settings})
    processes = Processes(torch.device("cpu"))
    loss = loss or torch.nn.CrossEntropyLoss(ignore_index=255)
    learner = Learner(network or Network(), Normalise(BANDS), loss, processes, job, reporter)
    learner.plan_steps(100)
    return learner


def found(learner, reporter):
    return suggest_rate(rising_rates(), range_test(learner, make_batches(), reporter))


@pytest.mark.parametrize("curvature", [0.3, 10.0, 1000.0])
def test_on_a_parabola_the_rate_is_stable_and_not_tiny(reporter, curvature):
    loss = Loss(lambda logits: curvature / 2 * logits.square().sum(1).mean())
    learner = make_learner(reporter, Parabola(), loss, optimiser="sgd", schedule="constant")
    rate = found(learner, reporter)
    assert 1e-3 < rate * curvature < NESTEROV_LIMIT
    learner.use_rate(rate)
    learner.plan_steps(100)
    losses = list(learner.learn(make_batches(100)))
    assert losses[-1] < 1e-2 * losses[0]


@pytest.mark.parametrize("optimiser", ["adamw", "sgd"])
@pytest.mark.parametrize("schedule", ["cosine", "one cycle", "constant"])
@pytest.mark.parametrize("encoder_lr_factor", [0.0, 0.1, 1.0])
def test_the_rate_found_trains_well_with_every_optimiser_and_schedule(
    reporter, optimiser, schedule, encoder_lr_factor
):
    settings = {"optimiser": optimiser, "schedule": schedule, "encoder_lr_factor": encoder_lr_factor}
    learner = make_learner(reporter, **settings)
    rate = found(learner, reporter)
    assert 1e-4 < rate < 1
    learner.use_rate(rate)
    learner.plan_steps(100)
    losses = list(learner.learn(make_batches(100)))
    assert np.mean(losses[-5:]) < 0.75 * losses[0]
    encoder = learner.state()[1]["groups"][1:]
    expected = [encoder_lr_factor] if encoder_lr_factor else []
    assert [group["initial_lr"] / rate for group in encoder] == pytest.approx(expected)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"optimiser": "sgd", "ema_decay": 0.9, "encoder_lr_factor": 0.1, "max_grad_norm": 1.0},
        {"encoder_lr_factor": 0.0},
    ],
)
def test_the_search_leaves_no_trace(reporter, settings):
    searched, untouched = (make_learner(reporter, **settings) for _ in range(2))
    range_test(searched, make_batches(first=500), reporter)
    for learner in (searched, untouched):
        learner.use_rate(0.01)
        learner.plan_steps(10)
        torch.manual_seed(5)
        list(learner.learn(make_batches(10)))
    (tensors, numbers), (expected, expected_numbers) = searched.state(), untouched.state()
    assert tensors.keys() == expected.keys()
    assert all(torch.equal(tensors[name], expected[name]) for name in expected)
    assert numbers == expected_numbers


def test_a_cancelled_search_leaves_no_trace_either(reporter):
    learner = make_learner(reporter)
    before = {name: tensor.clone() for name, tensor in learner.network.state_dict().items()}
    answers = iter([False] * 5)
    reporter._is_cancelled = lambda: next(answers, True)
    with pytest.raises(JobCancelledError):
        range_test(learner, make_batches(), reporter)
    assert all(torch.equal(tensor, before[name]) for name, tensor in learner.network.state_dict().items())


def test_the_range_test_stops_where_the_loss_explodes_or_is_nan(reporter):
    def parabola(logits):
        return 1e4 * logits.square().sum()

    def cliff(logits):
        return logits.square().sum() * (math.nan if logits.detach().abs().max() < 0.5 else 1)

    for function in (parabola, cliff):
        learner = make_learner(reporter, Parabola(), Loss(function), optimiser="sgd")
        losses = range_test(learner, make_batches(), reporter)
        assert 0 < len(losses) < lr_finder.STEPS
        assert np.isfinite(losses).all()


def valley(noise, seed=0):
    """A loss of 1 that falls to 0.4 around a rate of 0.001 and rises from 0.1 on, with noise."""
    logs = np.log10(rising_rates())
    clean = 1 - 0.6 / (1 + np.exp(-4 * (logs + 3))) + 2 / (1 + np.exp(-6 * (logs + 0.5)))
    return clean + np.random.default_rng(seed).normal(0, noise, len(logs))


@pytest.mark.parametrize("noise", [0.0, 0.02, 0.05, 0.1])
@pytest.mark.parametrize("seed", range(5))
def test_the_steepest_fall_is_found_through_noise(noise, seed):
    rate = suggest_rate(rising_rates(), valley(noise, seed))
    assert abs(math.log10(rate) + 3) < 0.75


def test_the_rate_is_at_most_a_third_of_the_edge():
    """A loss that falls ever faster up to a cliff is steepest at the edge itself."""
    losses = 1 - np.geomspace(1e-3, 0.5, 60)
    losses = np.append(losses, [2, 4, 8])
    assert suggest_rate(rising_rates(), losses) <= rising_rates()[60] / 3


@pytest.mark.parametrize("seed", range(20))
def test_pure_noise_gives_no_rate(seed):
    assert suggest_rate(rising_rates(), np.random.default_rng(seed).normal(1, 0.3, lr_finder.STEPS)) is None


def test_too_few_steps_give_no_rate():
    assert suggest_rate(rising_rates(), np.linspace(1, 0, 10)) is None


def test_a_constant_loss_gives_no_rate():
    assert suggest_rate(rising_rates(), np.ones(lr_finder.STEPS)) is None
