"""The result of a comparison of losses: mean and standard deviation of each loss's scores over its runs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..contract.classes import ClassTable
from .scores import Scores


@dataclass(frozen=True)
class RunResult:
    """One training run of a comparison.

    Attributes:
        loss: Its loss text.
        seed: Its seed.
        best_epoch: Number of the best epoch; 0 if the run failed.
        seconds: Duration of the training.
        matrix: Confusion matrix, int64 (C, C), rows ground truth; None if the run failed.
        failure: The error message if the run failed, else empty.
    """

    loss: str
    seed: int
    best_epoch: int
    seconds: float
    matrix: NDArray[np.int64] | None
    failure: str = ""


@dataclass(frozen=True)
class Spread:
    """Mean and standard deviation of a score over several runs.

    Attributes:
        mean: Mean over the runs in which it is defined; NaN if it never is.
        deviation: Sample standard deviation (n - 1) over these runs; NaN for fewer than two.
    """

    mean: float
    deviation: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Mean and deviation of the values that are not NaN."""
        defined = [value for value in values if not math.isnan(value)]
        mean = float(np.mean(defined)) if defined else math.nan
        return cls(mean, float(np.std(defined, ddof=1)) if len(defined) > 1 else math.nan)


@dataclass(frozen=True)
class LossSummary:
    """The scores of one loss over its runs.

    Attributes:
        loss: Its text.
        runs: Its successful runs.
        failures: Error messages of its failed runs.
        miou: Mean IoU.
        macro_f1: Mean F1 over the classes.
        chosen_f1: F1 of the class of interest.
        accuracy: Share of correct pixels.
        seconds: Duration of the training.
        iou: Per class.
        precision: Per class.
        recall: Per class.
    """

    loss: str
    runs: tuple[RunResult, ...]
    failures: tuple[str, ...]
    miou: Spread
    macro_f1: Spread
    chosen_f1: Spread
    accuracy: Spread
    seconds: Spread
    iou: tuple[Spread, ...]
    precision: tuple[Spread, ...]
    recall: tuple[Spread, ...]


def summarise(losses: Sequence[str], results: Sequence[RunResult], chosen: int) -> list[LossSummary]:
    """Summarise the runs of each loss.

    Args:
        losses: The loss texts.
        results: All runs.
        chosen: Index of the class of interest.

    Returns:
        One summary per loss, in the same order.
    """
    return [_summarise(loss, [run for run in results if run.loss == loss], chosen) for loss in losses]


def best_loss(summaries: Sequence[LossSummary]) -> LossSummary | None:
    """The loss with the highest mean F1 of the class of interest; None if all runs failed."""
    measured = [summary for summary in summaries if not math.isnan(summary.chosen_f1.mean)]
    return max(measured, key=lambda summary: summary.chosen_f1.mean, default=None)


def is_clearly_better(one: Spread, other: Spread) -> bool:
    """Whether the means differ by more than twice the larger deviation; False for a single run.

    A rule of thumb for few runs, not a significance test.
    """
    deviation = max(one.deviation, other.deviation)
    return abs(one.mean - other.mean) > 2 * deviation  # False for NaN


def scores_table(
    summaries: Sequence[LossSummary], classes: ClassTable, chosen: int
) -> list[tuple[str, list[Any]]]:
    """The summaries as columns of a table.

    Args:
        summaries: One per loss.
        classes: Supplies the names.
        chosen: Index of the class of interest.

    Returns:
        (name, values) of each column, undefined values NaN: ``loss``, ``runs``, then for each score its mean
        under the score's name and its deviation with the suffix ``_sd``. Column names may not be unique,
        depending on the class names.
    """
    spreads = [
        ("miou", [s.miou for s in summaries]),
        ("f1_macro", [s.macro_f1 for s in summaries]),
        (f"f1_{classes[chosen].name}", [s.chosen_f1 for s in summaries]),
        ("accuracy", [s.accuracy for s in summaries]),
        ("seconds", [s.seconds for s in summaries]),
    ]
    for entry in classes:
        for score in ("iou", "precision", "recall"):
            of_class = [_of_class(getattr(s, score), entry.index) for s in summaries]
            spreads.append((f"{score}_{entry.name}", of_class))
    columns: list[tuple[str, list[Any]]] = [
        ("loss", [summary.loss for summary in summaries]),
        ("runs", [len(summary.runs) for summary in summaries]),
    ]
    for name, values in spreads:
        columns.append((name, [spread.mean for spread in values]))
        columns.append((f"{name}_sd", [spread.deviation for spread in values]))
    return columns


def _of_class(spreads: Sequence[Spread], index: int) -> Spread:
    """A class's score; NaN for a loss without a successful run, whose number of classes is unknown."""
    return spreads[index] if index < len(spreads) else Spread(math.nan, math.nan)


def _summarise(loss: str, results: Sequence[RunResult], chosen: int) -> LossSummary:
    runs = tuple(run for run in results if run.matrix is not None)
    scores = [Scores.from_confusion(run.matrix) for run in runs if run.matrix is not None]
    count = len(scores[0].iou) if scores else chosen + 1

    def per_class(name: str) -> tuple[Spread, ...]:
        return tuple(Spread.of([float(getattr(s, name)[index]) for s in scores]) for index in range(count))

    return LossSummary(
        loss=loss,
        runs=runs,
        failures=tuple(run.failure for run in results if run.failure),
        miou=Spread.of([s.miou for s in scores]),
        macro_f1=Spread.of([s.macro_f1 for s in scores]),
        chosen_f1=per_class("f1")[chosen],
        accuracy=Spread.of([s.accuracy for s in scores]),
        seconds=Spread.of([run.seconds for run in runs]),
        iou=per_class("iou"),
        precision=per_class("precision"),
        recall=per_class("recall"),
    )
