"""The comparison job from files to a report, and resumed after an interruption."""

import csv
import dataclasses
import itertools
import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely
from rasterio.windows import Window

from core.contract.jobs.compare import CompareJob
from core.contract.messages.errors import (
    DivergedError,
    JobCancelledError,
    LabelError,
    SettingsError,
)
from core.contract.model_card import read_model_card
from core.evaluation.scores import Scores
from core.training.compare import compare as compare_module
from core.training.compare.compare import compare
from core.training.fit import fit as fit_module
from core.training.fit.learner import Learner

SIZE = 192


@pytest.fixture
def quick(make_raster, make_layer, tmp_path, monkeypatch):
    """A comparison of seconds on a scene with bright squares; keyword arguments replace settings."""
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", 4)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)
    rng = np.random.default_rng(0)
    values = rng.integers(20, 60, (3, SIZE, SIZE), dtype=np.uint8)
    squares = []
    for row in range(8, SIZE - 24, 40):
        for col in range(8, SIZE - 24, 40):
            values[:, row : row + 20, col : col + 20] += 150
            squares.append(shapely.box(col, row, col + 20, row + 20))
    image, labels = make_raster(values), make_layer(squares, ["house"] * len(squares))

    def make(**settings):
        defaults = {
            "chip_size": 32, "batch_size": 4, "epochs": 1, "encoder": "tu-test_resnet",
            "encoder_weights": "random",
            "losses": ("ce", "toppixel(k=500)"), "seeds": 1, "learning_rate": 0.003, "class_field": "class",
        }  # fmt: skip
        return CompareJob((str(image),), str(labels), str(tmp_path / "out ü"), **{**defaults, **settings})

    return make


@pytest.fixture
def right_half(make_layer):
    return str(make_layer([shapely.box(SIZE // 2, 0, SIZE, SIZE)], name="test.gpkg"))


def rows_of(result):
    with Path(result["csv"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_run_has_a_model_a_row_and_a_part_in_the_report(quick, reporter, tmp_path):
    job = quick(seeds=2, table=str(tmp_path / "t.gpkg"), report=str(tmp_path / "r.html"))
    result = compare(job, reporter)
    rows = rows_of(result)
    assert [(row["loss"], row["seed"]) for row in rows] == [
        ("ce", "1"),
        ("ce", "2"),
        ("toppixel(k=500)", "1"),
        ("toppixel(k=500)", "2"),
    ]
    models = sorted(Path(job.folder).glob("*.safetensors"))
    assert len(models) == 4
    assert {read_model_card(model).loss for model in models} == {"ce", "toppixel(k=500)"}
    assert result["chosen_class"] == "house"
    shown = [event for event in reporter.events if event.event in ("training", "metric")]
    began = [(event.loss, event.seed) for event in shown if event.event == "training"]
    assert sorted(began) == [(row["loss"], int(row["seed"])) for row in rows]
    assert [event.event for event in shown[:2]] == ["training", "metric"]
    means = {
        row["loss"]: np.mean([float(r["miou"]) for r in rows if r["loss"] == row["loss"]]) for row in rows
    }
    with sqlite3.connect(tmp_path / "t.gpkg") as database:
        table = list(database.execute("select loss, runs, miou, miou_sd, f1_house from t order by fid"))
    for loss, runs, miou, deviation, _ in table:
        assert runs == 2
        assert miou == pytest.approx(means[loss], abs=1e-5)
        values = [float(row["miou"]) for row in rows if row["loss"] == loss]
        assert deviation == pytest.approx(np.std(values, ddof=1), abs=1e-5)
    assert result["best"] == max(table, key=lambda row: row[4])[0]
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "toppixel(k=500)" in html
    assert html.count("data:image/png;base64,") == 2


def test_losses_see_the_same_chips_and_start_from_the_same_weights(quick, reporter, monkeypatch):
    seen, starts = [], []
    learn = Learner.learn

    def watched(self, batches):
        starts.append(next(self.network.parameters()).detach().clone())
        batches = list(batches)
        seen.append([batch.values.numpy().copy() for batch in batches])
        return learn(self, batches)

    monkeypatch.setattr(Learner, "learn", watched)
    compare(quick(seeds=2), reporter)
    for n, m in ((0, 1), (2, 3)):
        assert all((a == b).all() for a, b in zip(seen[n], seen[m], strict=True))
        assert (starts[n] == starts[m]).all()
    assert not all((a == b).all() for a, b in zip(seen[0], seen[2], strict=True))


def test_finished_runs_are_not_repeated(quick, reporter, monkeypatch):
    compare(quick(losses=("ce",)), reporter)
    model = next(Path(quick().folder).glob("*.safetensors"))
    before = model.stat().st_mtime_ns
    result = compare(quick(losses=("focal", "1 * ce")), reporter)
    assert model.stat().st_mtime_ns == before
    assert [row["loss"] for row in rows_of(result)] == ["ce", "focal"]
    assert "1 of 2 runs were finished earlier" in reporter.text


def test_a_cancelled_comparison_leaves_finished_runs_only(quick, reporter, monkeypatch):
    job = quick()
    reporter._is_cancelled = lambda: "Run 2" in reporter.text
    with pytest.raises(JobCancelledError):
        compare(job, reporter)
    names = sorted(path.name for path in Path(job.folder).iterdir())
    assert names == ["ce seed 1.result.json", "ce seed 1.safetensors", "comparison.csv", "comparison.json"]


def test_the_test_area_is_scored_and_not_used_for_training(quick, reporter, right_half, monkeypatch):
    prepared = []

    def watched(job, scenes, labels, reporter):
        data = original(job, scenes, labels, reporter)
        prepared.append(data.targets[0].read_small(SIZE)[0])
        return data

    original = compare_module.prepare
    monkeypatch.setattr(compare_module, "prepare", watched)
    job = quick(losses=("ce",), test_area=right_half)
    compare(job, reporter)
    assert (prepared[0][:, SIZE // 2 :] == 255).all()
    assert (prepared[0][:, : SIZE // 2] != 255).all()
    stored = json.loads((Path(job.folder) / "ce seed 1.result.json").read_text(encoding="utf-8"))
    assert np.sum(stored["matrix"]) == SIZE * SIZE // 2


def test_no_chip_overlaps_the_test_area_or_its_buffer(quick, reporter, right_half, monkeypatch):
    read = []

    def watched(col, row, width, height):
        read.append(col + width)
        return Window(col, row, width, height)

    monkeypatch.setattr("core.training.data.loader.Window", watched)
    compare(quick(losses=("ce",), test_area=right_half), reporter)
    assert 0 < max(read) <= SIZE // 2 - 16


def test_test_areas_of_the_split_are_scored(quick, reporter, make_layer, tmp_path):
    boxes = [shapely.box(0, 0, 96, SIZE), shapely.box(96, 0, 140, SIZE), shapely.box(140, 0, SIZE, SIZE)]
    split = make_layer(boxes, ["train", "validation", "test"], name="areas.gpkg", field="split")
    layer = tmp_path / "split.gpkg"
    job = quick(losses=("ce",), split=str(split), split_layer=str(layer))
    result = compare(job, reporter)
    stored = json.loads((Path(job.folder) / "ce seed 1.result.json").read_text(encoding="utf-8"))
    assert np.sum(stored["matrix"]) == (SIZE - 140) * SIZE
    assert result["split_layer"] == str(layer)
    assert layer.exists()


def test_split_areas_without_validation_and_test_are_refused(quick, reporter, make_layer):
    split = make_layer([shapely.box(0, 0, 96, SIZE)], ["train"], name="areas.gpkg", field="split")
    with pytest.raises(SettingsError, match="nothing to score on"):
        compare(quick(split=str(split), validation=0.0), reporter)


def test_scores_without_test_area_are_those_of_the_validation_blocks(quick, reporter):
    job = quick(losses=("ce",))
    compare(job, reporter)
    stored = json.loads((Path(job.folder) / "ce seed 1.result.json").read_text(encoding="utf-8"))
    card = read_model_card(next(Path(job.folder).glob("*.safetensors")))
    assert Scores.from_confusion(np.array(stored["matrix"])).miou == pytest.approx(card.metrics["miou"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"epochs": 2}, r"Epochs \(1, now 2\)"),
        ({"area": "half"}, "other data"),
    ],
)
def test_a_folder_of_another_comparison_is_refused(quick, reporter, right_half, change, words):
    compare(quick(losses=("ce",)), reporter)
    change = {name: right_half if value == "half" else value for name, value in change.items()}
    with pytest.raises(SettingsError, match=words):
        compare(quick(**change), reporter)


def test_a_loss_that_diverges_gets_a_row_and_does_not_stop_the_others(quick, reporter, tmp_path, monkeypatch):
    original = fit_module.run_epochs

    def diverge(run, so_far):
        yield from itertools.islice(original(run, so_far), 1)
        if run.job.loss == "focal":
            raise DivergedError("The loss became nan.")

    monkeypatch.setattr(fit_module, "run_epochs", diverge)
    result = compare(quick(losses=("focal", "ce"), report=str(tmp_path / "r.html")), reporter)
    assert [(row["loss"], row["failure"] != "") for row in rows_of(result)] == [
        ("ce", False),
        ("focal", True),
    ]
    assert not list(Path(quick().folder).glob("*.checkpoint*"))
    assert result["best"] == "ce"
    assert result["scores"][0]["miou"] is None
    assert "The loss became nan." in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_wrong_settings_are_refused_before_any_training(quick, reporter):
    with pytest.raises(LabelError, match="background, house"):
        compare(quick(chosen_class="tree"), reporter)
    with pytest.raises(SettingsError, match="nothing to score on"):
        compare(quick(validation=0.0), reporter)
    assert not list(Path(quick().folder).glob("*.safetensors"))


def test_a_job_names_its_outputs(quick):
    job = dataclasses.replace(quick(), table="a.gpkg", report="b.html")
    assert job.outputs() == ["a.gpkg", "b.html"]


def test_a_run_stopped_while_it_is_scored_is_not_trained_again(quick, reporter, monkeypatch):
    job = quick(losses=("ce",), epochs=2)
    original = compare_module.confusion
    monkeypatch.setattr(compare_module, "confusion", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        compare(job, reporter)
    monkeypatch.setattr(compare_module, "confusion", original)
    reporter.events.clear()
    compare(job, reporter)
    assert "Resuming after epoch 2" in reporter.text
    assert "Epoch 1 of" not in reporter.text


def test_another_chosen_class_and_other_colours_train_nothing_again(quick, reporter, tmp_path):
    compare(quick(losses=("ce",)), reporter)
    reporter.events.clear()
    changed = {
        "chosen_class": "background",
        "class_colours": {"1": "#123456"},
        "report": str(tmp_path / "r.html"),
    }
    result = compare(quick(losses=("ce",), **changed), reporter)
    assert result["chosen_class"] == "background"
    assert "Epoch" not in reporter.text


def test_a_run_with_a_damaged_result_is_repeated(quick, reporter):
    job = quick(losses=("ce",))
    before = rows_of(compare(job, reporter))
    (Path(job.folder) / "ce seed 1.result.json").write_text("{", encoding="utf-8")
    after = rows_of(compare(job, reporter))
    assert [row["miou"] for row in after] == [row["miou"] for row in before]


def test_a_long_loss_text_has_a_short_file_name(quick, reporter):
    loss = " + ".join(
        f"0.{n}*tversky(alpha=0.{n}1, beta=0.{n}2, gamma=0.{n}3, smooth=0.{n}4)" for n in range(1, 9)
    )
    job = quick(losses=(loss,))
    compare(job, reporter)
    assert max(len(path.name) for path in Path(job.folder).iterdir()) < 100


def test_a_class_only_in_the_test_area_is_warned_of_and_not_chosen(quick, reporter, right_half, make_layer):
    boxes = [shapely.box(8, 8, 40, 40), shapely.box(100, 8, 140, 40), shapely.box(150, 100, 154, 104)]
    labels = make_layer(boxes, ["house", "house", "boat"], name="boats.gpkg")
    job = dataclasses.replace(quick(losses=("ce",), test_area=right_half), labels=str(labels))
    assert compare(job, reporter)["chosen_class"] == "house"
    assert "'boat' is labelled only outside the training area" in reporter.text
