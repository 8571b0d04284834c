"""The eight symmetries of a square."""

import numpy as np

from core.training.augmentation import turn_square


def test_the_eight_turns_are_all_different_and_keep_every_pixel():
    chip = np.arange(48).reshape(3, 4, 4)
    turned = [turn_square(chip, turn) for turn in range(8)]
    assert len({planes.tobytes() for planes in turned}) == 8
    for planes in turned:
        assert planes.shape == chip.shape
        np.testing.assert_array_equal(np.sort(planes.reshape(3, -1)), chip.reshape(3, -1))


def test_turn_zero_changes_nothing():
    chip = np.arange(16).reshape(4, 4)
    np.testing.assert_array_equal(turn_square(chip, 0), chip)


def test_planes_turn_together():
    target = np.arange(16).reshape(4, 4)
    values = np.stack([target, target + 100])
    for turn in range(8):
        np.testing.assert_array_equal(turn_square(values, turn)[1], turn_square(target, turn) + 100)
