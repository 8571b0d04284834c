"""Steps: they learn, they do not depend on how a batch is divided, they stop at NaN."""

import math

import pytest
import torch

from core.contract.errors import DivergedError, OutOfMemoryError
from core.contract.model_card import Band
from core.contract.reporter import Reporter
from core.models.normalise import Normalise
from core.training.loader import Batch
from core.training.loop import Learner, learning_rate_factor

BANDS = (Band("Band 1", 100.0, 50.0, 0.0, 255.0), Band("Band 2", 10.0, 5.0, 0.0, 255.0))


class SmallNetwork(torch.nn.Module):
    """One convolution; says that memory ran out above a number of chips."""

    def __init__(self, memory=1000):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, 1)
        self.memory = memory
        self.sizes = []

    def forward(self, values):
        self.sizes.append(len(values))
        if len(values) > self.memory:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self.conv(values)


def make_batch(seed=0, chips=4):
    generator = torch.Generator().manual_seed(seed)
    values = torch.randint(0, 256, (chips, 2, 32, 32), generator=generator, dtype=torch.uint8)
    valid, plain = torch.ones(chips, 32, 32, dtype=torch.bool), torch.ones(chips, 2)
    return Batch(values, valid, (values[:, 0] // 86).long(), plain, 0 * plain)


def make_learner(network, reporter=None, learning_rate=0.05):
    loss = torch.nn.CrossEntropyLoss(ignore_index=255)
    device = torch.device("cpu")
    return Learner(
        network, Normalise(BANDS), loss, device, learning_rate, reporter or Reporter(lambda event: None)
    )


def test_the_loss_falls_on_a_task_that_can_be_learned():
    torch.manual_seed(0)
    learner = make_learner(SmallNetwork())
    learner.plan_steps(60)
    losses = list(learner.learn(make_batch(seed) for seed in range(60)))
    assert losses[-1] < 0.6 * losses[0]


def test_when_memory_runs_out_the_batch_is_divided_and_the_step_stays_the_same():
    torch.manual_seed(0)
    plenty, scarce = SmallNetwork(), SmallNetwork(memory=1)
    scarce.load_state_dict(plenty.state_dict())
    reporter = Reporter(lambda event: None)
    whole = list(make_learner(plenty).learn([make_batch()]))
    parts = list(make_learner(scarce, reporter).learn([make_batch()]))
    assert scarce.sizes == [4, 2, 1, 1, 1, 1]
    assert len(reporter.warnings) == 2
    assert parts == pytest.approx(whole, rel=1e-3)
    for expected, found in zip(plenty.parameters(), scarce.parameters()):
        torch.testing.assert_close(found.grad, expected.grad, rtol=1e-2, atol=1e-4)


def test_memory_that_does_not_hold_one_chip_is_said():
    with pytest.raises(OutOfMemoryError, match="single chip"):
        list(make_learner(SmallNetwork(memory=0)).learn([make_batch()]))


def test_a_loss_that_is_not_a_number_stops_the_training():
    network = SmallNetwork()
    torch.nn.init.constant_(network.conv.weight, math.nan)
    with pytest.raises(DivergedError, match="nan"):
        list(make_learner(network).learn([make_batch()]))


def test_other_errors_of_the_network_are_not_taken_for_memory():
    network = SmallNetwork()
    network.forward = lambda values: (_ for _ in ()).throw(RuntimeError("shapes differ"))
    with pytest.raises(RuntimeError, match="shapes differ"):
        list(make_learner(network).learn([make_batch()]))


@pytest.mark.parametrize("total", [1, 2, 6, 10, 11, 500])
def test_the_learning_rate_rises_for_a_tenth_of_the_run_and_falls_to_nearly_nothing(total):
    factors = [learning_rate_factor(step, total) for step in range(total)]
    peak = factors.index(max(factors))
    assert max(factors) == 1
    assert peak <= total / 10
    assert factors[:peak] == sorted(factors[:peak])
    assert factors[peak:] == sorted(factors[peak:], reverse=True)
    assert min(factors) > 0
    assert total < 500 or factors[-1] < 0.001
