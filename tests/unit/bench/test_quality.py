"""The quality bench: what counts as found, what is run, what is compared."""

import json

import numpy as np
import pytest
import rasterio
import shapely
from rasterio import Affine

from bench import quality
from bench.quality_scenes import cut_in_two, write_thinned
from bench.quality_scores import class_iou, confusion, count_objects

CAR = 2


def scene(*boxes, side=40):
    """A map with squares of cars, each given by first row, first column and side."""
    values = np.zeros((side, side), np.uint8)
    for row, col, length in boxes:
        values[row : row + length, col : col + length] = CAR
    return values


def count(truth, preds):
    found = count_objects(truth, preds, np.ones(truth.shape, bool), CAR)
    return found.labelled, found.found, found.false


def test_an_object_is_found_if_half_of_it_is_predicted():
    truth = scene((0, 0, 4), (10, 10, 4))
    half, less = scene((0, 0, 4)), scene((10, 10, 2))
    half[2:4] = 0
    assert count(truth, half) == (2, 1, 0)
    assert count(truth, less) == (2, 0, 0)


def test_a_segment_is_false_if_hardly_any_of_it_is_labelled():
    truth = scene((0, 0, 4))
    assert count(truth, scene((20, 20, 4))) == (1, 0, 1)
    assert count(truth, scene((2, 2, 4))) == (1, 0, 0)  # a quarter of it is right


def test_specks_do_not_count():
    truth = scene((0, 0, 10), (20, 20, 10), (39, 39, 1))
    assert count(truth, scene((0, 0, 10), (15, 39, 1))) == (2, 1, 0)


def test_objects_are_cut_at_the_scored_area():
    truth = scene((0, 0, 10))
    counted = np.ones(truth.shape, bool)
    counted[:, 5:] = False
    objects = count_objects(truth, scene((0, 0, 6), (20, 20, 9)), counted, CAR)
    assert (objects.labelled, objects.found, objects.false) == (1, 1, 0)


def test_iou_by_counting():
    truth, preds = scene((0, 0, 4)), scene((0, 2, 4))
    matrix = confusion(truth, preds, np.ones(truth.shape, bool), 3)
    iou = class_iou(matrix)
    assert matrix.sum() == truth.size
    assert iou[CAR] == pytest.approx(8 / 24)
    assert np.isnan(iou[1])


def test_the_cut_gives_each_half_about_half_of_every_class():
    target = np.zeros((320, 640), np.uint8)
    target[:, 300:340] = 1
    target[100:140, 400:560] = CAR
    transform = Affine(0.1, 0, 500, 0, -0.1, 900)
    area = shapely.box(500, 868, 564, 900)
    upper, lower = cut_in_two(area, target, transform)
    assert (upper.bounds[3], lower.bounds[1]) == (900, 868)
    assert 900 - upper.bounds[1] == pytest.approx(12.8)


def test_thinned_objects_are_ignored(tmp_path):
    target = scene(*((0, col, 2) for col in range(0, 40, 4)))
    profile = {"driver": "GTiff", "height": 40, "width": 40, "count": 1, "dtype": "uint8", "nodata": 255}
    profile |= {"crs": "EPSG:32632", "transform": Affine(0.1, 0, 500, 0, -0.1, 900)}
    with rasterio.open(tmp_path / "all.tif", "w", **profile) as sink:
        sink.write(target, 1)
    write_thinned(tmp_path / "all.tif", tmp_path / "thin.tif", CAR)
    with rasterio.open(tmp_path / "thin.tif") as source:
        thin = source.read(1)
    assert ((thin == CAR).sum(), (thin == 255).sum()) == (2 * 4, 8 * 4)


PLAN = {
    "configurations": {"plain": None, "ce": {"loss": "ce"}},
    "queue": [
        {"configurations": ["plain", "ce"], "scenes": ["roofs"], "folds": ["a", "final"], "seeds": [1, 2]}
    ],
}


def test_configurations_alternate_and_the_test_area_is_not_used():
    runs = list(quality.planned(PLAN, quality.INNER_FOLDS))
    assert [(run.configuration, run.seed, run.fold) for run in runs] == [
        ("plain", 1, "a"), ("ce", 1, "a"), ("plain", 2, "a"), ("ce", 2, "a"),
    ]  # fmt: skip
    assert len({run.key for run in runs}) == 4


def test_a_truncated_line_is_no_result(tmp_path):
    path = tmp_path / "results.jsonl"
    quality.append_result(path, {"key": "one"})
    with path.open("a") as file:
        file.write('{"key": "tw')
    quality.append_result(path, {"key": "three"})
    assert [row["key"] for row in quality.read_results(path)] == ["one", "three"]


def row(configuration, fold, rare, steps=250):
    return {
        "configuration": configuration, "scene": "roofs", "fold": fold, "seed": 1, "steps": steps,
        "rare": "clay", "rare_iou": rare, "miou": 0.5, "iou": {"tin": 0.7, "clay": rare},
        "objects": 4, "found": 1, "false": 2,
    }  # fmt: skip


def test_the_table_compares_runs_with_the_same_fold_and_seed():
    rows = [row("plain", "a", 0.1), row("plain", "b", 0.5), row("new", "a", 0.3), row("new", "b", 0.6)]
    (table,) = quality.tables(rows, "plain")
    first = table.splitlines()[4]
    assert first.startswith("| new | 2 | 0.450 ± 0.212 |")
    assert "2 of 8 | 4 | +0.150 ± 0.071 |" in first


def test_a_difference_needs_a_run_with_the_same_fold():
    (table,) = quality.tables([row("plain", "a", 0.1), row("new", "b", 0.6)], "plain")
    assert "| 1 of 4 | 2 |  |  |" in table


def test_results_are_lines_of_json(tmp_path):
    path = tmp_path / "results.jsonl"
    quality.append_result(path, row("plain", "a", 0.1))
    assert json.loads(path.read_text())["rare_iou"] == 0.1
