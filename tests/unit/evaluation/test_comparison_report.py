import numpy as np
import pytest

from core.contract.classes import build_class_table
from core.evaluation.comparison import RunResult, summarise
from core.evaluation.comparison_report import ComparisonRecord, render_comparison, write_comparison

CLASSES = build_class_table(((0, "ground"), (7, "<b>车</b>")), {})


def run(loss, seed, hits):
    return RunResult(loss, seed, 3, 60.0, np.array([[990, 10], [40 - hits, hits]]))


def record(runs, **changes):
    losses = list(dict.fromkeys(run.loss for run in runs))
    fields = {
        "summaries": summarise(losses, runs, 1), "results": runs, "classes": CLASSES, "chosen": 1,
        "scored_on": "the test area", "batch_pixels": 524_288, "settings": {"losses": losses, "epochs": 3},
        "job_text": "{}", "image": np.zeros((8, 8, 3), np.uint8),
        "target": np.full((8, 8), 255, np.uint8),
        "maps": {loss: np.zeros((8, 8), np.uint8) for loss in losses},
    }  # fmt: skip
    return ComparisonRecord(**{**fields, **changes})


def test_best_loss_is_named_with_those_not_clearly_worse():
    html = render_comparison(
        record(
            [
                run("ce", 1, 10),
                run("ce", 2, 30),
                run("lmp", 1, 35),
                run("lmp", 2, 36),
                run("focal", 1, 2),
                run("focal", 2, 2),
            ]
        )
    )
    assert "lmp is best" in html
    assert "Not clearly worse, given the variation between runs of the same loss: ce." in html


def test_clear_winner_is_called_clear():
    runs = [run("ce", 1, 10), run("ce", 2, 11), run("lmp", 1, 35), run("lmp", 2, 36)]
    assert "clearly better than all others" in render_comparison(record(runs))


def test_single_run_per_loss_is_mentioned():
    assert "run once" in render_comparison(record([run("ce", 1, 10), run("lmp", 1, 30)]))


@pytest.mark.parametrize(("hits", "is_mentioned"), [(1, True), (30, False)])
def test_class_that_no_loss_found_is_mentioned(hits, is_mentioned):
    html = render_comparison(record([run("ce", 1, hits), run("lmp", 1, 0)]))
    assert ("close to zero" in html) == is_mentioned


def test_names_are_escaped():
    html = render_comparison(record([run("ce", 1, 10)]))
    assert "&lt;b&gt;车&lt;/b&gt;" in html
    assert "<b>车" not in html


@pytest.mark.parametrize(
    ("losses", "pictures"), [(["ce", "toppixel(k=5)"], 2), (["toppixel(k=5)", "toppixel(k=50)"], 3)]
)
def test_chart_of_k_is_shown_for_several_values(losses, pictures):
    html = render_comparison(record([run(loss, 1, 10 + n) for n, loss in enumerate(losses)]))
    assert html.count("data:image/png;base64,") == pictures


def test_chart_of_k_excludes_the_scope_of_an_image():
    runs = [
        run("toppixel(k=5)", 1, 10),
        run("toppixel(k=5, scope=image)", 1, 11),
        run("toppixel(k=50)", 1, 12),
    ]
    assert render_comparison(record(runs)).count("data:image/png;base64,") == 3


def test_failures_of_all_runs_are_reported():
    failed = RunResult("focal", 1, 0, 0.0, None, "The loss became nan.")
    html = render_comparison(record([failed], maps={}))
    assert "All runs failed" in html
    assert "focal: The loss became nan." in html


def test_report_is_complete_and_self_contained(tmp_path):
    write_comparison(tmp_path / "ü.html", record([run("ce", 1, 10)]))
    html = (tmp_path / "ü.html").read_text(encoding="utf-8")
    assert html.rstrip().endswith("</html>")
    assert "http" not in html.replace("data:image", "")
