"""What a training learns from, and what it says of it."""

import dataclasses

import numpy as np
import pytest
import shapely

from core.contract.classes import build_class_table
from core.geodata.chips.index import index_chips
from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scenes
from core.geodata.split.areas import split_labels
from core.training.data.holdout import choose_split, report_split

SIZE = 256


@pytest.fixture
def divided(make_raster, make_layer, make_job, reporter, tmp_path):
    """Split a scene with cars at some places (pixels); areas are (box, value)."""

    def run(cars, areas=(), size=SIZE, **settings):
        image = make_raster(np.full((size, size), 7, np.uint8))
        labels = make_layer([shapely.box(c, r, c + 8, r + 8) for c, r in cars], ["car"] * len(cars))
        job = make_job(image, labels, chip_size=32, **settings)
        if areas:
            boxes = [shapely.box(*box) for box, _ in areas]
            layer = make_layer(boxes, [value for _, value in areas], name="areas.gpkg", field="split")
            job = dataclasses.replace(job, split=str(layer))
        scenes = open_scenes(job.input)
        (tmp_path / "scratch").mkdir()
        parts = split_labels(
            job, prepare_labels(job, scenes, tmp_path / "scratch", reporter), scenes, reporter
        )
        index = index_chips(scenes, parts.training, 32, len(parts.classes), reporter)
        split = choose_split(job, scenes, parts, index, reporter)
        report_split(split, parts.classes, reporter)
        return split

    return run


EVERYWHERE = [(20, 20), (200, 30), (60, 200), (220, 210), (120, 120)]


def test_shares_and_buffer_are_said_and_nothing_else(divided, reporter):
    split = divided(EVERYWHERE)
    assert "Labelled pixels by part: training " in reporter.said
    assert "No training chip comes closer than 16 pixels to validation or test." in reporter.said
    assert split.buffer == 16
    assert not reporter.warnings


def test_class_in_one_place_is_said_to_be_learned_but_not_scored(divided, reporter):
    divided([(100, 100)])
    (warning,) = reporter.warnings
    assert "'car' lies in too few places to be in validation as well" in warning


def test_without_validation_no_class_is_missed_in_it(divided, reporter):
    split = divided(EVERYWHERE, validation=0.0)
    assert split.validation == ((),)
    assert not reporter.warnings
    assert "No training chip" not in reporter.said


def test_a_narrow_buffer_is_said_loudly_with_its_reason(divided, reporter):
    divided([(4, 4), (50, 50)], size=72)
    (warning, *_) = reporter.warnings
    assert "buffer between training and what is kept out of it is" in warning
    assert "the 16 pixels of half a chip would leave training" in warning
    assert "too good" in warning


def test_areas_right_beside_each_other_keep_their_buffer_when_enough_is_left(divided, reporter):
    split = divided(EVERYWHERE, [((0, 0, 256, 160), "train"), ((0, 160, 256, 256), "validation")])
    assert split.buffer == 16
    assert split.missing_in_validation == ()
    assert not reporter.warnings


def test_class_whose_training_area_the_buffer_would_take_narrows_it(divided, reporter):
    split = divided(
        [(20, 20), (20, 145)],
        [((0, 0, 256, 160), "train"), ((0, 0, 60, 60), "test"), ((0, 160, 256, 256), "validation")],
    )
    assert 0 < split.buffer < 16
    assert "would leave training without 'car'" in reporter.warnings[1]


def test_blocks_keep_away_from_test_areas_where_there_is_room(divided, reporter):
    split = divided(
        EVERYWHERE, [((0, 0, 256, 100), "train"), ((0, 100, 256, 150), "test"), ((0, 150, 256, 256), "train")]
    )
    assert split.held_out.blocks_beside_test == 0
    assert not any("test area" in warning for warning in reporter.warnings)


def test_blocks_right_beside_test_areas_are_said_where_there_are_no_others(divided, reporter):
    stripes = [((0, row, 256, row + 40), "test" if row % 80 else "train") for row in range(0, 256, 40)]
    split = divided(EVERYWHERE, stripes)
    count = len(split.validation[0])
    assert split.held_out.blocks_beside_test == count
    assert f"{count} of {count} blocks for validation lie within 16 pixels of a test area" in reporter.said


def test_class_that_only_test_has_is_said_to_stay_unknown(divided, reporter):
    split = divided([(20, 20)], [((60, 0, 256, 256), "train"), ((0, 0, 40, 256), "test")])
    names = build_class_table([(0, "background"), (1, "car")]).names
    assert [names[n] for n in split.missing_in_training] == ["car"]
    assert "'car' is labelled only where nothing is to be learned" in reporter.said


def test_blocks_are_chosen_where_no_area_is_for_validation(divided, reporter):
    split = divided(EVERYWHERE, [((0, 0, 200, 256), "train"), ((216, 0, 256, 256), "test")])
    assert any(split.validation)
    assert any(split.test)
    assert "blocks with 20% of the labels are chosen among the areas for training" in reporter.said
    for window in split.validation[0]:
        assert window.col_off < 200
