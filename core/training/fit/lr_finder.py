"""A learning rate for a job that names none: a short training with a rising rate, undone again.

The learning-rate range test of Smith 2017 (arXiv:1506.01186): the rate grows by the same factor from step to
step. Far too small a rate changes nothing, a good one makes the loss fall, far too large a one makes it
explode. The suggestion is the rate at which the loss falls most steeply (Howard and Gugger 2020,
arXiv:2002.04688), and never more than a third of the one at which it is lowest.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ...contract.messages.errors import DivergedError
from ...contract.messages.reporter import Reporter
from ..data.loader import Batch
from .loop import Learner

LOWEST_RATE, HIGHEST_RATE = 1e-6, 10.0

STEPS = 85
"""Twelve rates for each factor of ten."""

WINDOW = 13
"""Steps, a factor of ten in rate: single batches differ much, so level and slope at a rate are those of a
line through this many steps around it."""

EXPLODED, RECENT = 2.0, 4
"""The test ends when the mean of so many recent losses is so many times that of the first ones."""

MARGIN = 3.0
"""The rate of the lowest loss is on the edge: this many times less is safe."""

USUAL_RATES = {"adamw": 0.001, "sgd": 0.01}

CLEAR_FALL = 1.5
"""A fall counts from this many times the spread of single batches. Levels are means of 13: by chance alone,
two differ by so much once in some ten thousand times."""


def rising_rates() -> np.ndarray:
    """The rates of the test, float64 (STEPS,)."""
    return np.geomspace(LOWEST_RATE, HIGHEST_RATE, STEPS)


def find_rate(learner: Learner, batches: Iterable[Batch], optimiser: str, reporter: Reporter) -> float:
    """A learning rate for a learner; said.

    Args:
        learner: As ``range_test`` takes it.
        batches: As ``range_test`` takes them.
        optimiser: Its name, for the rate to take when the loss tells none.
        reporter: Told the rate.

    Returns:
        The rate.
    """
    rate = suggest_rate(rising_rates(), range_test(learner, batches, reporter))
    if rate is not None:
        reporter.info(f"Learning rate found: {rate:.2g}.")
        return rate
    reporter.warning(
        "No learning rate could be found, as the loss does not clearly fall at any: "
        f"{USUAL_RATES[optimiser]} is taken. Larger batches make it clearer."
    )
    return USUAL_RATES[optimiser]


def range_test(learner: Learner, batches: Iterable[Batch], reporter: Reporter) -> np.ndarray:
    """Learn for some dozens of steps with a rising rate, and forget it all.

    Args:
        learner: Afterwards as it was before: weights, statistics, optimiser, schedule.
        batches: As training has them, at least ``STEPS``.
        reporter: Shown progress; may stop the job.

    Returns:
        Loss at each of the first ``rising_rates``, until it explodes; float64.
    """
    tensors, numbers = copy.deepcopy(learner.state())
    losses: list[float] = []
    with contextlib.suppress(DivergedError):
        try:
            for loss in _learn_at(rising_rates(), learner, batches):
                losses.append(loss)
                reporter.progress(len(losses), STEPS, "steps", "Finding the learning rate")
                if _has_exploded(losses):
                    break
        finally:
            learner.restore(tensors, numbers)
    return np.array(losses)


def suggest_rate(rates: np.ndarray, losses: np.ndarray) -> float | None:
    """The rate at which the loss falls most steeply over the logarithm of the rate.

    Args:
        rates: Rates in a geometric row.
        losses: Loss at each of the first of them.

    Returns:
        One of the rates, or less; None if the loss does not clearly fall.
    """
    if len(losses) < 2 * WINDOW:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(losses, WINDOW)
    middle = rates[WINDOW // 2 :]
    levels = windows.mean(axis=1)
    slopes = windows @ (np.arange(WINDOW) - WINDOW // 2)  # of the least-squares lines, but for a factor
    lowest = int(levels.argmin())
    spread = float(np.median(windows[: lowest + 1].std(axis=1)))
    if levels[0] - levels[lowest] <= CLEAR_FALL * spread:
        return None
    return float(min(middle[slopes[: lowest + 1].argmin()], middle[lowest] / MARGIN))


def _learn_at(rates: np.ndarray, learner: Learner, batches: Iterable[Batch]) -> Iterator[float]:
    """One step at each rate; gives the losses."""
    for rate, batch in zip(rates, batches, strict=False):
        learner.use_rate(float(rate))
        yield from learner.learn([batch])


def _has_exploded(losses: Sequence[float]) -> bool:
    """Whether the mean of the last losses is far above that of the first."""
    return len(losses) > RECENT and sum(losses[-RECENT:]) > EXPLODED * sum(losses[:RECENT])
