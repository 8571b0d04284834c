"""The split of a training, and what is reported of it."""

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
def split_scene(make_raster, make_layer, make_job, reporter, tmp_path):
    """Split a scene with cars at pixels (column, row); areas are (box, value)."""

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
        subsets = split_labels(
            job, prepare_labels(job, scenes, tmp_path / "scratch", reporter), scenes, reporter
        )
        index = index_chips(scenes, subsets.training, 32, len(subsets.classes), reporter)
        split = choose_split(job, scenes, subsets, index, reporter)
        report_split(split, subsets.classes, reporter)
        return split

    return run


EVERYWHERE = [(20, 20), (200, 30), (60, 200), (220, 210), (120, 120)]


def test_shares_and_buffer_are_reported_without_warnings(split_scene, reporter):
    split = split_scene(EVERYWHERE)
    assert "Labelled pixels by subset: training " in reporter.text
    assert "No training chip comes closer than 16 pixels to validation or test." in reporter.text
    assert split.buffer == 16
    assert not reporter.warnings


def test_a_class_in_one_place_leads_to_a_warning_that_it_has_no_score(split_scene, reporter):
    split_scene([(100, 100)])
    (warning,) = reporter.warnings
    assert "'car' is labelled in too few spots to be in the validation set as well" in warning


def test_without_validation_no_class_is_reported_missing(split_scene, reporter):
    split = split_scene(EVERYWHERE, validation=0.0)
    assert split.validation == ((),)
    assert not reporter.warnings
    assert "No training chip" not in reporter.text


def test_a_narrow_buffer_leads_to_a_warning_with_its_reason(split_scene, reporter):
    split_scene([(4, 4), (50, 50)], size=72)
    (warning, *_) = reporter.warnings
    assert "buffer between the training area and the held-out areas is" in warning
    assert "the 16 pixels of half a chip would leave training" in warning
    assert "too good" in warning


def test_adjacent_areas_have_a_buffer_when_enough_labels_are_left(split_scene, reporter):
    split = split_scene(EVERYWHERE, [((0, 0, 256, 160), "train"), ((0, 160, 256, 256), "validation")])
    assert split.buffer == 16
    assert split.missing_in_validation == ()
    assert not reporter.warnings


def test_a_class_that_the_buffer_would_remove_narrows_it(split_scene, reporter):
    split = split_scene(
        [(20, 20), (20, 145)],
        [((0, 0, 256, 160), "train"), ((0, 0, 60, 60), "test"), ((0, 160, 256, 256), "validation")],
    )
    assert 0 < split.buffer < 16
    assert "would leave training without 'car'" in reporter.warnings[1]


def test_blocks_keep_away_from_test_areas_where_there_is_room(split_scene, reporter):
    split = split_scene(
        EVERYWHERE, [((0, 0, 256, 100), "train"), ((0, 100, 256, 150), "test"), ((0, 150, 256, 256), "train")]
    )
    assert split.held_out.blocks_beside_test == 0
    assert not any("test area" in warning for warning in reporter.warnings)


def test_blocks_beside_test_areas_lead_to_a_warning(split_scene, reporter):
    stripes = [((0, row, 256, row + 40), "test" if row % 80 else "train") for row in range(0, 256, 40)]
    split = split_scene(EVERYWHERE, stripes)
    count = len(split.validation[0])
    assert split.held_out.blocks_beside_test == count
    assert f"{count} of {count} blocks for validation lie within 16 pixels of a test area" in reporter.text


def test_a_class_only_in_the_test_area_leads_to_a_warning(split_scene, reporter):
    split = split_scene([(20, 20)], [((60, 0, 256, 256), "train"), ((0, 0, 40, 256), "test")])
    names = build_class_table([(0, "background"), (1, "car")]).names
    assert [names[n] for n in split.missing_in_training] == ["car"]
    assert "'car' is labelled only outside the training area" in reporter.text


def test_blocks_are_chosen_without_an_area_for_validation(split_scene, reporter):
    split = split_scene(EVERYWHERE, [((0, 0, 200, 256), "train"), ((216, 0, 256, 256), "test")])
    assert any(split.validation)
    assert any(split.test)
    assert "blocks with 20% of the labels are chosen among the areas for training" in reporter.text
    for window in split.validation[0]:
        assert window.col_off < 200
