import math

import numpy as np
import pytest

from core.contract.classes import build_class_table
from core.evaluation.comparison import (
    RunResult,
    Spread,
    best_loss,
    is_clearly_better,
    scores_table,
    summarise,
)

CLASSES = build_class_table(((0, "ground"), (7, "car")), {})


def run(loss, seed, hits, misses, false=10):
    """A run with hits and misses of cars, and false positives among a thousand pixels of ground."""
    return RunResult(loss, seed, 3, 60.0, np.array([[1000 - false, false], [misses, hits]]))


RUNS = [run("ce", 1, 10, 30), run("ce", 2, 20, 20), run("lmp", 1, 35, 5), run("lmp", 2, 36, 4)]


def f1(hits, misses, false=10):
    return 2 * hits / (2 * hits + misses + false)


def test_scores_are_mean_and_deviation_over_the_runs():
    ce, lmp = summarise(["ce", "lmp"], RUNS, 1)
    values = [f1(10, 30), f1(20, 20)]
    assert ce.chosen_f1.mean == pytest.approx(np.mean(values))
    assert ce.chosen_f1.deviation == pytest.approx(np.std(values, ddof=1))
    assert ce.recall[1].mean == pytest.approx(np.mean([0.25, 0.5]))
    assert lmp.precision[1].mean == pytest.approx(np.mean([35 / 45, 36 / 46]))
    assert len(lmp.runs) == 2


def test_best_loss_has_the_highest_f1_of_the_chosen_class():
    assert best_loss(summarise(["ce", "lmp"], RUNS, 1)).loss == "lmp"


def test_failed_runs_are_listed_separately():
    failed = RunResult("focal", 1, 0, 0.0, None, "The loss became nan.")
    focal, ce = summarise(["focal", "ce"], [failed, *RUNS], 1)
    assert focal.failures == ("The loss became nan.",)
    assert math.isnan(focal.miou.mean)
    assert best_loss([focal, ce]) is ce
    assert best_loss([focal]) is None


def test_absent_class_has_no_score():
    empty = RunResult("ce", 1, 1, 1.0, np.array([[5, 0], [0, 0]]))
    (summary,) = summarise(["ce"], [empty], 1)
    assert math.isnan(summary.iou[1].mean)
    assert summary.miou.mean == 1


@pytest.mark.parametrize(
    ("one", "other", "clear"),
    [
        (Spread(0.6, 0.01), Spread(0.5, 0.02), True),
        (Spread(0.6, 0.01), Spread(0.5, 0.06), False),
        (Spread(0.6, math.nan), Spread(0.5, math.nan), False),
    ],
)
def test_difference_within_twice_the_deviation_is_not_clear(one, other, clear):
    assert is_clearly_better(one, other) is clear


def test_single_run_has_no_deviation():
    spread = Spread.of([0.5])
    assert spread.mean == 0.5
    assert math.isnan(spread.deviation)
    assert math.isnan(Spread.of([math.nan]).mean)


def test_table_has_a_row_per_loss_and_columns_per_class():
    table = dict(scores_table(summarise(["lmp", "ce"], RUNS, 1), CLASSES, 1))
    assert table["loss"] == ["lmp", "ce"]
    assert table["runs"] == [2, 2]
    assert table["f1_car"][1] == pytest.approx(np.mean([f1(10, 30), f1(20, 20)]))
    assert {"recall_car", "recall_car_sd", "iou_ground", "miou", "seconds"} <= set(table)
    assert {len(column) for column in table.values()} == {2}


def test_columns_of_the_same_name_are_kept():
    classes = build_class_table(((0, "car"), (1, "car_sd"), (2, "macro")), {})
    runs = [RunResult("ce", 1, 1, 1.0, np.diag([3, 2, 1]))]
    assert len(scores_table(summarise(["ce"], runs, 2), classes, 2)) == 2 + 2 * (5 + 3 * 3)


def test_loss_without_a_successful_run_has_no_scores():
    classes = build_class_table(((0, "a"), (1, "b"), (2, "c")), {})
    failed = RunResult("focal", 1, 0, 0.0, None, "The loss became nan.")
    table = dict(scores_table(summarise(["focal"], [failed], 0), classes, 0))
    assert all(math.isnan(table[name][0]) for name in ("miou", "iou_a", "iou_c", "recall_b"))
