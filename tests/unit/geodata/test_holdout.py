import dataclasses

import numpy as np
import pytest
import rasterio
import shapely

from core.contract.errors import LabelError
from core.contract.jobs import CompareJob
from core.geodata.holdout import hold_out
from core.geodata.labels import prepare_labels
from core.geodata.raster import open_scenes


@pytest.fixture
def job(make_raster, make_layer, tmp_path):
    """A car and a house left and right, a boat on the right only; 40 x 60 pixels, the right is tested."""
    image = make_raster(np.full((40, 60), 9, np.uint8))
    boxes = [shapely.box(c, r, c + 5, r + 5) for r, c in ((2, 2), (2, 40), (20, 2), (20, 40), (30, 50))]
    labels = make_layer(boxes, ["car", "car", "house", "house", "boat"])
    left = make_layer([shapely.box(0, 0, 30, 40)], name="left.gpkg")
    right = make_layer([shapely.box(30, 0, 60, 40)], name="right.gpkg")
    return CompareJob(
        (str(image),), str(labels), str(tmp_path), class_field="class", area=str(left), test_area=str(right)
    )


def held_out(job, tmp_path, reporter):
    scenes = open_scenes(job.input)
    (tmp_path / "train").mkdir()
    (tmp_path / "test").mkdir()
    labels = prepare_labels(job, scenes, tmp_path / "train", reporter)
    (test,) = hold_out(job, labels, scenes, tmp_path / "test", reporter)
    with rasterio.open(labels.targets[0]) as training, rasterio.open(test) as tested:
        return labels.classes, training.read(1), tested.read(1)


def test_every_pixel_is_learned_or_tested_and_none_both(job, tmp_path, reporter):
    _, training, tested = held_out(dataclasses.replace(job, area=""), tmp_path, reporter)
    assert ((training == 255) != (tested == 255)).all()
    assert (tested[:, :30] == 255).all()


def test_test_classes_have_the_indices_of_training(job, tmp_path, reporter):
    classes, training, tested = held_out(job, tmp_path, reporter)
    assert classes.names == ["background", "car", "house"]
    assert tested[4, 42] == training[4, 4] == classes.names.index("car")
    assert tested[22, 42] == training[22, 4] == classes.names.index("house")


def test_class_that_only_the_test_area_has_counts_for_nothing_and_is_said(job, tmp_path, reporter):
    _, _, tested = held_out(job, tmp_path, reporter)
    assert (tested[30:35, 50:55] == 255).all()
    assert "'boat' lies in the test area only" in reporter.said


def test_test_area_beside_the_scene_is_refused(job, tmp_path, reporter, make_layer):
    beside = make_layer([shapely.box(500, 0, 600, 40)], name="beside.gpkg")
    with pytest.raises(LabelError):
        held_out(dataclasses.replace(job, test_area=str(beside)), tmp_path, reporter)
