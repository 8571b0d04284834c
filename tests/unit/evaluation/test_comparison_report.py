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


def test_the_best_loss_is_named_with_what_is_not_clearly_worse():
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
    assert "lmp came out best" in html
    assert "Not clearly worse, because the runs of one loss differ as much among each other: ce." in html


def test_a_clear_winner_is_called_clear():
    runs = [run("ce", 1, 10), run("ce", 2, 11), run("lmp", 1, 35), run("lmp", 2, 36)]
    assert "clearly before all others" in render_comparison(record(runs))


def test_one_run_per_loss_is_said_to_prove_little():
    assert "run once" in render_comparison(record([run("ce", 1, 10), run("lmp", 1, 30)]))


@pytest.mark.parametrize(("hits", "said"), [(1, True), (30, False)])
def test_a_class_that_no_loss_found_is_no_success(hits, said):
    html = render_comparison(record([run("ce", 1, hits), run("lmp", 1, 0)]))
    assert ("next to nothing" in html) == said


def test_names_are_escaped():
    html = render_comparison(record([run("ce", 1, 10)]))
    assert "&lt;b&gt;车&lt;/b&gt;" in html
    assert "<b>车" not in html


@pytest.mark.parametrize(
    ("losses", "pictures"), [(["ce", "toppixel(k=5)"], 2), (["toppixel(k=5)", "toppixel(k=50)"], 3)]
)
def test_k_is_charted_where_there_are_several(losses, pictures):
    html = render_comparison(record([run(loss, 1, 10 + n) for n, loss in enumerate(losses)]))
    assert html.count("data:image/png;base64,") == pictures


def test_the_same_k_of_batch_and_image_is_no_trouble():
    runs = [
        run("toppixel(k=5)", 1, 10),
        run("toppixel(k=5, scope=image)", 1, 11),
        run("toppixel(k=50)", 1, 12),
    ]
    assert render_comparison(record(runs)).count("data:image/png;base64,") == 3


def test_nothing_but_failures_is_said():
    failed = RunResult("focal", 1, 0, 0.0, None, "The loss became nan.")
    html = render_comparison(record([failed], maps={}))
    assert "nothing can be said" in html
    assert "focal: The loss became nan." in html


def test_the_file_is_whole_and_needs_no_other(tmp_path):
    write_comparison(tmp_path / "ü.html", record([run("ce", 1, 10)]))
    html = (tmp_path / "ü.html").read_text(encoding="utf-8")
    assert html.rstrip().endswith("</html>")
    assert "http" not in html.replace("data:image", "")
