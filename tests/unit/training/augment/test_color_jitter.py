"""Color jitter and noise change valid pixels only, by the given numbers."""

import numpy as np
import pytest
import torch

from core.training.augment.color_jitter import BLACK, WHITE, add_noise, color_jitter


def test_contrast_and_brightness_are_factor_and_shift():
    values = torch.randn(2, 3, 4, 4, generator=torch.Generator().manual_seed(1))
    contrast = torch.tensor([[1.0, 2, 0.5], [1, 1, 1]])
    brightness = torch.tensor([[0.0, 1, -1], [0, 0, 3]])
    changed = color_jitter(values, torch.ones(2, 4, 4, dtype=torch.bool), contrast, brightness)
    for chip in range(2):
        for band in range(3):
            expected = values[chip, band] * contrast[chip, band] + brightness[chip, band]
            torch.testing.assert_close(changed[chip, band], expected)


def test_pixels_without_data_stay_at_the_mean():
    valid = torch.ones(2, 4, 4, dtype=torch.bool)
    valid[:, :2] = False
    changed = color_jitter(
        torch.zeros(2, 3, 4, 4), valid, torch.ones(2, 3), torch.ones(2, 3), torch.full((2, 3), 2.0)
    )
    assert (changed[:, :, :2] == 0).all()
    assert (changed[:, :, 2:] != 0).all()


@pytest.mark.parametrize("exponent", [0.5, 1.0, 1.7])
def test_gamma_applies_between_black_and_white_and_keeps_the_order_of_values(exponent):
    values = torch.linspace(-5, 5, 101).reshape(1, 1, 1, -1)
    valid, plain = torch.ones(1, 1, 101, dtype=torch.bool), torch.ones(1, 1)
    bent = color_jitter(values, valid, plain, 0 * plain, exponent * plain).flatten()
    assert (bent.diff() > 0).all()
    values = values.flatten()
    beyond = (values <= BLACK) | (values >= WHITE)
    torch.testing.assert_close(bent[beyond], values[beyond])
    share = (values - BLACK) / (WHITE - BLACK)
    torch.testing.assert_close(
        (bent[~beyond] - BLACK) / (WHITE - BLACK), share[~beyond] ** exponent, atol=1e-6, rtol=1e-5
    )


def test_channels_last_is_kept():
    values = torch.zeros(2, 3, 8, 8).contiguous(memory_format=torch.channels_last)
    valid, numbers = torch.ones(2, 8, 8, dtype=torch.bool), torch.ones(2, 3)
    for changed in (
        color_jitter(values, valid, numbers, numbers),
        color_jitter(values, valid, numbers, numbers, 2 * numbers),
        add_noise(values, valid, [1.0, 1.0], [1, 2]),
    ):
        assert changed.is_contiguous(memory_format=torch.channels_last)


def test_noise_has_the_given_standard_deviation_in_each_chip():
    values, valid = torch.zeros(3, 2, 100, 100), torch.ones(3, 100, 100, dtype=torch.bool)
    valid[0, :50] = False
    noisy = add_noise(values, valid, [0.5, 0.0, 2.0], [1, 2, 3])
    assert (noisy[0, :, :50] == 0).all()
    assert (noisy[1] == 0).all()
    assert noisy[0, :, 50:].std() == pytest.approx(0.5, rel=0.05)
    assert noisy[2].std() == pytest.approx(2, rel=0.05)
    assert np.corrcoef(noisy[2].reshape(2, -1))[0, 1] == pytest.approx(0, abs=0.05)
    assert (values == 0).all()


def test_the_noise_of_a_chip_depends_on_its_seed_only():
    values, valid = torch.zeros(3, 2, 8, 8), torch.ones(3, 8, 8, dtype=torch.bool)
    torch.manual_seed(0)
    together = add_noise(values, valid, [1.0, 0.5, 1.0], [7, 8, 2**63 - 1])
    state = torch.random.get_rng_state()
    torch.manual_seed(1)
    for number, (strength, seed) in enumerate(((1.0, 7), (0.5, 8), (1.0, 2**63 - 1))):
        alone = add_noise(values[:1], valid[:1], [strength], [seed])
        assert torch.equal(alone[0], together[number])
    torch.manual_seed(0)
    assert torch.equal(torch.random.get_rng_state(), state)
