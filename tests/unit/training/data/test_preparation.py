"""The preparation of the training data, and what is reported of copy-paste."""

from contextlib import closing

import numpy as np
import pytest
import shapely

from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scenes
from core.geodata.split.areas import split_labels
from core.training.data.preparation import prepare

SIZE = 128


@pytest.fixture
def prepared(make_raster, make_layer, make_job, reporter, tmp_path):
    """Prepare a scene with a roof on the left and two cars; returns the data."""

    def run(roof=20, **settings):
        image = make_raster(np.random.default_rng(0).integers(1, 255, (2, SIZE, SIZE), dtype=np.uint8))
        shapes = [shapely.box(0, 0, roof, SIZE), *(shapely.box(90, r, 96, r + 6) for r in (20, 100))]
        job = make_job(
            image, make_layer(shapes, ["roof", "car", "car"]), chip_size=32, validation=0.0, **settings
        )
        scenes = open_scenes(job.input)
        labels = split_labels(job, prepare_labels(job, scenes, tmp_path, reporter), scenes, reporter)
        with closing(prepare(job, scenes, labels, reporter)) as data:
            return data

    return run


def test_classes_that_are_rare_in_training_are_copied_and_reported(prepared, reporter):
    data = prepared(roof=64, augmentation="strong")
    assert [data.classes[index].name for index in data.augmentation.donors.rare] == ["car"]
    assert "Rare classes for copy-paste: 'car'." in reporter.text
    position = data.augmentation.donors.draw(np.random.default_rng(0))
    assert position.scene == 0
    assert 90 - 32 < position.col < 96


def test_without_copy_paste_nothing_is_reported_of_it(prepared, reporter):
    data = prepared(augmentation="light")
    assert "copy-paste" not in reporter.text
    assert data.augmentation.draw(np.random.default_rng(0)).color_jitter.contrast.shape == (2,)


def test_without_a_rare_class_copy_paste_is_reported_to_do_nothing(
    make_raster, make_layer, make_job, reporter, tmp_path
):
    image = make_raster(np.ones((SIZE, SIZE), np.uint8))
    layer = make_layer([shapely.box(0, 0, 50, SIZE)])
    job = make_job(image, layer, chip_size=32, validation=0.0, augmentation="copy_paste")
    scenes = open_scenes(job.input)
    labels = split_labels(job, prepare_labels(job, scenes, tmp_path, reporter), scenes, reporter)
    prepare(job, scenes, labels, reporter).close()
    assert "No class is rare enough for copy-paste." in reporter.text
