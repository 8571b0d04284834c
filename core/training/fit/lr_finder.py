"""The learning-rate finder, for a job with a learning rate of 0: a short training with a rising rate.

The learning-rate range test of Smith 2017 (arXiv:1506.01186): the rate grows by the same factor from step to
step. The loss stays where it is while the rate is too small, falls, and explodes once it is too large. The
suggestion is the rate at which the loss falls most steeply (Howard and Gugger 2020, arXiv:2002.04688), and at
most a third of the rate at which it is lowest. Afterwards the learner is as it was before.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ...contract.messages.errors import DivergedError
from ...contract.messages.reporter import Reporter
from ..data.loader import Batch
from .learner import Learner

LOWEST_RATE, HIGHEST_RATE = 1e-6, 10.0

STEPS = 85
"""Twelve rates per decade."""

WINDOW = 13
"""Steps, about a decade of rates: losses of single batches are noisy, so level and slope at a rate are
those of a line fitted to this many steps around it."""

EXPLODED, RECENT = 2.0, 4
"""The test stops when the mean of the last ``RECENT`` losses is ``EXPLODED`` times that of the first ones."""

MARGIN = 3.0
"""The rate of the lowest loss is on the edge of divergence; it is divided by this."""

USUAL_RATES = {"adamw": 0.001, "sgd": 0.01}

CLEAR_FALL = 1.5
"""Least fall of the loss, in standard deviations of single batches. Levels are means of 13 batches: noise
alone produces such a fall once in some ten thousand times."""


def rising_rates() -> np.ndarray:
    """The learning rates of the test, a geometric series, float64 (STEPS,)."""
    return np.geomspace(LOWEST_RATE, HIGHEST_RATE, STEPS)


def find_rate(learner: Learner, batches: Iterable[Batch], optimiser: str, reporter: Reporter) -> float:
    """Find a learning rate by ``range_test``, or take the optimiser's usual one, and report it."""
    rate = suggest_rate(rising_rates(), range_test(learner, batches, reporter))
    if rate is not None:
        reporter.info(f"Learning rate found: {rate:.2g}.")
        return rate
    reporter.warning(
        "No learning rate was found, since the loss does not clearly fall at any: "
        f"{USUAL_RATES[optimiser]} is used. Larger batches make the loss less noisy."
    )
    return USUAL_RATES[optimiser]


def range_test(learner: Learner, batches: Iterable[Batch], reporter: Reporter) -> np.ndarray:
    """Train with a rising learning rate, and restore the learner.

    Args:
        learner: Restored at the end, also after an error: weights, statistics, optimiser, schedule.
        batches: At least ``STEPS``, drawn as in training.
        reporter: Receives progress; may cancel.

    Returns:
        Loss at each of the ``rising_rates``, until it explodes; float64.
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
        rates: A geometric series.
        losses: Loss at each of the first rates.

    Returns:
        The suggested rate; None if the loss does not clearly fall.
    """
    if len(losses) < 2 * WINDOW:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(losses, WINDOW)
    middle = rates[WINDOW // 2 :]
    levels = windows.mean(axis=1)
    slopes = windows @ (np.arange(WINDOW) - WINDOW // 2)  # of the fitted lines, up to a constant factor
    lowest = int(levels.argmin())
    spread = float(np.median(windows[: lowest + 1].std(axis=1)))
    if levels[0] - levels[lowest] <= CLEAR_FALL * spread:
        return None
    return float(min(middle[slopes[: lowest + 1].argmin()], middle[lowest] / MARGIN))


def _learn_at(rates: np.ndarray, learner: Learner, batches: Iterable[Batch]) -> Iterator[float]:
    """One step at each rate; yields the losses."""
    for rate, batch in zip(rates, batches, strict=False):
        learner.use_rate(float(rate))
        yield from learner.learn([batch])


def _has_exploded(losses: Sequence[float]) -> bool:
    """Whether the mean of the last losses is far above that of the first ones."""
    return len(losses) > RECENT and sum(losses[-RECENT:]) > EXPLODED * sum(losses[:RECENT])
