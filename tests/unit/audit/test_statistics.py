import csv
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
from shapely import box

from core.audit.statistics import statistics, weights_to_hand_on
from core.contract.jobs.statistics import StatisticsJob
from core.contract.messages.errors import JobCancelledError, LabelError, WeightsTextError
from core.contract.texts.weights import weights_for_classes

ROOT = Path(__file__).parents[3]


@pytest.fixture
def job(make_raster, make_layer, tmp_path):
    """A job on a raster of 4 x 3 chips with the class 'car' in one of them."""

    def make(**more):
        image = make_raster(np.ones((96, 128), "uint8"))
        labels = make_layer([box(0, 0, 64, 96), box(70, 40, 80, 50)], ["field", "car"])
        settings = {
            "input": (str(image),),
            "labels": str(labels),
            "class_field": "class",
            "table": str(tmp_path / "classes.csv"),
            "chip_size": 32,
        }
        return StatisticsJob(**{**settings, **more})

    return make


def read_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["class_name"]: row for row in csv.DictReader(file)}


def test_table_has_a_row_for_each_class(job, reporter, tmp_path):
    result = statistics(job(), reporter)

    rows = read_rows(tmp_path / "classes.csv")
    assert {name: int(row["pixels"]) for name, row in rows.items()} == {
        "background": 64 * 96 - 100, "field": 64 * 96, "car": 100,
    }  # fmt: skip
    assert {name: int(row["chips"]) for name, row in rows.items()} == {"background": 6, "field": 6, "car": 1}
    assert rows["car"]["polygons"] == "1"
    assert float(rows["car"]["area_m2"]) == pytest.approx(100 * 0.25, rel=0.01)
    assert (result["rarest"], result["report"]) == ("car", None)
    assert not list(tmp_path.glob(".toppixel-*"))


def test_geopackage_and_report_are_written(job, reporter, tmp_path):
    table, report = tmp_path / "ä.gpkg", tmp_path / "r.html"
    result = statistics(job(table=str(table), report=str(report)), reporter)
    with sqlite3.connect(table) as database:
        assert list(database.execute('select class_name, chips from "ä" order by pixels limit 1')) == [
            ("car", 1)
        ]
    assert result["report"] == str(report)
    assert "is in 1 chip only" in report.read_text(encoding="utf-8")


def test_resulting_weights_are_those_of_the_chosen_method(job, reporter, tmp_path):
    result = statistics(job(class_weights="inverse(cap=20)"), reporter)
    rows = read_rows(tmp_path / "classes.csv")
    names = list(rows)
    weights = weights_for_classes(result["weights"], names)
    np.testing.assert_allclose(weights, [float(rows[name]["weight"]) for name in names], rtol=1e-5)
    assert max(weights) / min(weights) == pytest.approx(20, rel=1e-5)


@pytest.mark.parametrize("names", [["a", "b, c"], ["a", "a"], ["a", "b=1, c"]])
def test_method_is_the_result_if_names_do_not_fit_into_a_text(make_audit, reporter, names):
    text = weights_to_hand_on(make_audit([[900, 124]], names), "median_frequency", reporter)
    assert text == "median_frequency"
    assert "cannot be written as 'class=number'" in reporter.warnings[0]


@pytest.mark.parametrize("names", [["a", "b=c"], ["none", "建筑"], ["inverse", "x (y)"]])
def test_weights_of_other_names_are_written_by_class(make_audit, reporter, names):
    audit = make_audit([[900, 124]], names)
    text = weights_to_hand_on(audit, "median_frequency", reporter)
    np.testing.assert_allclose(
        weights_for_classes(text, names), [row.chosen_weight for row in audit.rows], rtol=1e-5
    )


def test_weights_of_an_unknown_class_are_refused(job, reporter):
    with pytest.raises(WeightsTextError, match="no class 'bus'"):
        statistics(job(class_weights="bus=3"), reporter)


def test_only_the_labelled_area_is_counted(job, make_layer, reporter, tmp_path):
    area = make_layer([box(0, 0, 128, 45)], name="area.gpkg")
    statistics(job(area=str(area)), reporter)
    assert sum(int(row["pixels"]) for row in read_rows(tmp_path / "classes.csv").values()) == 128 * 45


def test_failure_leaves_no_files(job, reporter, tmp_path):
    with pytest.raises(LabelError, match="no field"):
        statistics(job(class_field="klass"), reporter)
    assert not (tmp_path / "classes.csv").exists()
    assert not list(tmp_path.glob(".*"))


def test_cancelling_leaves_no_files(job, cancelled, tmp_path):
    with pytest.raises(JobCancelledError):
        statistics(job(), cancelled)
    assert not (tmp_path / "classes.csv").exists()
    assert not list(tmp_path.glob(".*"))


def test_job_does_not_import_torch():
    program = textwrap.dedent("""
        import sys
        import core.tasks
        core.tasks.load_task("statistics")
        sys.exit("torch" in sys.modules)
    """)
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_shares_of_real_labels_equal_the_reference(real_data, reporter, tmp_path):
    folder = real_data / "vehicles"
    job = StatisticsJob(
        input=(str(folder / "image.tif"),),
        labels=str(folder / "target.tif"),
        table=str(tmp_path / "classes.csv"),
        unlabelled="ignore",
    )
    result = statistics(job, reporter)
    shares = [float(row["share"]) for row in read_rows(tmp_path / "classes.csv").values()]
    np.testing.assert_allclose(shares, [0.759, 0.151, 0.030, 0.060], atol=0.001)
    assert result["rarest"] == "2"
