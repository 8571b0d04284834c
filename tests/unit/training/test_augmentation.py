"""The eight symmetries of a square, and colours."""

import numpy as np
import torch

from core.training.augmentation import (
    BAND_BRIGHTNESS,
    BAND_CONTRAST,
    BRIGHTNESS,
    CONTRAST,
    draw_colours,
    turn_square,
    vary_colours,
)


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


def test_colours_are_drawn_within_their_range_for_each_chip_and_band():
    contrast, brightness = draw_colours(np.random.default_rng(0), 500, 3)
    assert contrast.shape == brightness.shape == (500, 3)
    most_contrast = (1 + CONTRAST) * (1 + BAND_CONTRAST)
    least_contrast = (1 - CONTRAST) * (1 - BAND_CONTRAST)
    assert least_contrast <= contrast.min() < 1 < contrast.max() <= most_contrast
    assert 0.8 * (BRIGHTNESS + BAND_BRIGHTNESS) < np.abs(brightness).max() <= BRIGHTNESS + BAND_BRIGHTNESS
    assert np.corrcoef(brightness.T)[0, 1] > 0.5  # haze lies on all bands


def test_colours_change_by_factor_and_shift():
    values = torch.randn(2, 3, 4, 4, generator=torch.Generator().manual_seed(1))
    contrast = torch.tensor([[1.0, 2, 0.5], [1, 1, 1]])
    brightness = torch.tensor([[0.0, 1, -1], [0, 0, 3]])
    changed = vary_colours(values, torch.ones(2, 4, 4, dtype=torch.bool), contrast, brightness)
    for chip in range(2):
        for band in range(3):
            expected = values[chip, band] * contrast[chip, band] + brightness[chip, band]
            torch.testing.assert_close(changed[chip, band], expected)


def test_pixels_without_data_stay_at_the_mean():
    valid = torch.ones(2, 4, 4, dtype=torch.bool)
    valid[:, :2] = False
    changed = vary_colours(torch.zeros(2, 3, 4, 4), valid, torch.ones(2, 3), torch.ones(2, 3))
    assert (changed[:, :, :2] == 0).all()
    assert (changed[:, :, 2:] == 1).all()
