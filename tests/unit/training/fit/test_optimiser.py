"""Learning-rate schedules and EMA."""

import pytest
import torch

from core.contract.catalog.training import SCHEDULES
from core.training.fit.optimiser import make_ema, rate_factor


@pytest.mark.parametrize("total", [1, 2, 6, 10, 11, 500])
@pytest.mark.parametrize(("schedule", "rise"), [("cosine", 0.1), ("one cycle", 0.3)])
def test_the_learning_rate_warms_up_and_falls_to_nearly_zero(schedule, rise, total):
    factor = rate_factor(schedule, total)
    factors = [factor(step) for step in range(total)]
    peak = factors.index(max(factors))
    assert max(factors) == 1
    assert peak <= rise * total
    assert factors[:peak] == sorted(factors[:peak])
    assert factors[peak:] == sorted(factors[peak:], reverse=True)
    assert min(factors) > 0
    assert total < 500 or factors[-1] < 0.001


@pytest.mark.parametrize("total", [10, 40, 500])
def test_one_cycle_equals_that_of_torch(total):
    weight = torch.nn.Parameter(torch.zeros(1))
    optimiser = torch.optim.SGD([weight], lr=1.0)
    reference = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=1.0, total_steps=total)
    factor = rate_factor("one cycle", total)
    for step in range(total):
        assert factor(step) == pytest.approx(
            optimiser.param_groups[0]["lr"], abs=0.01 if total > 20 else 0.05
        )
        optimiser.step()
        reference.step()


def test_constant_stays():
    factor = rate_factor("constant", 7)
    assert {factor(step) for step in range(7)} == {1.0}


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_schedule_is_defined_one_step_beyond_the_end(schedule):
    assert 0 <= rate_factor(schedule, 5)(5) <= 1


def test_a_decay_of_zero_means_no_ema():
    assert make_ema(torch.nn.Linear(1, 1), 0.0) is None
