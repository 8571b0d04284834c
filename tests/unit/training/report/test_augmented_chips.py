"""Chips before and after augmentation: the same positions, by the code that training uses."""

from dataclasses import replace

import numpy as np
import pytest

from core.contract.classes import build_class_table
from core.contract.jobs.train import TrainJob
from core.contract.model_card import Band
from core.geodata.chips.index import Candidates
from core.geodata.raster.scene import open_scene
from core.training.augment.copy_paste import Donors
from core.training.augment.pipeline import Augmentation
from core.training.data.preparation import TrainingData
from core.training.report.augmented_chips import SHOWN_CHIPS, augmented_chips

SIDE = 32
BANDS = tuple(Band(f"Band {n}", 100.0, 25.0, 0.0, 255.0) for n in range(3))
JOB = TrainJob(("",), "", "", chip_size=SIDE, seed=3)


@pytest.fixture
def make_data(make_raster):
    """Columns of classes 0 and 1; the image is bright where class 1 is. A corner of each chip is nodata."""

    def make(text, side=SIDE):
        target = (np.arange(side * 4) // 5 % 2).astype(np.uint8) * np.ones((side * 4, 1), np.uint8)
        values = np.stack([60 + 80 * target] * 3).astype(np.uint8)
        values[:, ::side], values[:, :, ::side] = 0, 0
        image = open_scene(make_raster(values, "image.tif", nodata=0, photometric="rgb"))
        labels = open_scene(make_raster(target, "target.tif", nodata=255))
        start = side * np.arange(3)
        candidates = Candidates(
            0 * start, start, start, 1 + 0 * start, 1 + 0 * start, np.full((3, 2), side**2 // 2)
        )
        known = dict.fromkeys(TrainingData.__dataclass_fields__)
        known |= {
            "scenes": [image],
            "targets": [labels],
            "classes": build_class_table([(0, "a"), (1, "b")]),
            "candidates": candidates,
            "bands": BANDS,
            "augmentation": Augmentation(text, 3, Donors(candidates, np.array([500, 500]))),
        }
        return TrainingData(**known)

    return make


def test_without_augmentation_no_chips_are_shown(make_data):
    assert augmented_chips(JOB, make_data("none")) == []


def test_before_shows_the_raster_and_after_fits_its_labels(make_data):
    chips = augmented_chips(JOB, make_data("d4 + rotation(probability=1)"))
    assert len(chips) == SHOWN_CHIPS
    for chip in chips:
        outside = np.zeros((SIDE, SIDE), bool)
        outside[0], outside[:, 0] = True, True
        assert (chip.image[outside] == 255).all()
        np.testing.assert_array_equal(chip.image[~outside][:, 0] > 127, chip.target[~outside] == 1)
        shown = chip.augmented_target != 255
        assert (chip.augmented_image[~shown] == 255).all()
        bright = chip.augmented_image[..., 0] > 127
        assert np.mean(bright[shown] == (chip.augmented_target[shown] == 1)) > 0.9
        assert not np.array_equal(chip.target, chip.augmented_target)


def test_the_same_chips_are_shown_every_time(make_data):
    for one, again in zip(*(augmented_chips(JOB, make_data("strong")) for _ in range(2)), strict=True):
        np.testing.assert_array_equal(one.augmented_image, again.augmented_image)


def test_large_chips_are_shown_smaller(make_data):
    (chip, *_) = augmented_chips(replace(JOB, chip_size=288), make_data("light", side=288))
    assert chip.image.shape == chip.augmented_image.shape == (144, 144, 3)
    assert chip.target.shape == chip.augmented_target.shape == (144, 144)
