"""The eight flips and rotations of a chip."""

import numpy as np

from core.training.augment.d4 import d4_transform


def test_the_eight_transforms_differ_and_keep_every_pixel():
    chip = np.arange(48).reshape(3, 4, 4)
    transformed = [d4_transform(chip, number) for number in range(8)]
    assert len({planes.tobytes() for planes in transformed}) == 8
    for planes in transformed:
        assert planes.shape == chip.shape
        np.testing.assert_array_equal(np.sort(planes.reshape(3, -1)), chip.reshape(3, -1))


def test_number_zero_changes_nothing():
    chip = np.arange(16).reshape(4, 4)
    np.testing.assert_array_equal(d4_transform(chip, 0), chip)


def test_all_planes_are_transformed_alike():
    target = np.arange(16).reshape(4, 4)
    values = np.stack([target, target + 100])
    for number in range(8):
        np.testing.assert_array_equal(d4_transform(values, number)[1], d4_transform(target, number) + 100)
