"""A Gaussian blur that ignores nodata pixels."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.training.augment.gaussian_blur import gaussian_blur


def random_chip(seed, side=24, bands=2, share=0.7):
    rng = np.random.default_rng(seed)
    valid = torch.from_numpy(rng.random((side, side)) < share)
    return torch.from_numpy(rng.normal(size=(bands, side, side)).astype(np.float32)) * valid, valid


def blurred_by_hand(values, valid, sigma):
    """Weighted mean of the valid pixels around each, reflected at the border; float64."""
    reach = int(np.ceil(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights = np.outer(kernel, kernel)
    padding = ((0, 0), (reach, reach), (reach, reach))
    wide = np.pad(values.numpy().astype(np.float64), padding, mode="reflect")
    usable = np.pad(valid.numpy(), reach, mode="reflect")
    result = np.zeros(values.shape)
    for row, col in np.argwhere(valid.numpy()):
        rows, cols = slice(row, row + 2 * reach + 1), slice(col, col + 2 * reach + 1)
        share = weights * usable[rows, cols]
        result[:, row, col] = (wide[:, rows, cols] * share).sum(axis=(1, 2)) / share.sum()
    return result


@pytest.mark.parametrize("sigma", [0.3, 1.0, 2.5])
def test_each_pixel_is_the_weighted_mean_of_the_valid_ones_around_it(sigma):
    values, valid = random_chip(0)
    np.testing.assert_allclose(
        gaussian_blur(values, valid, sigma), blurred_by_hand(values, valid, sigma), atol=1e-5
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.05, 3), st.floats(0.05, 1))
def test_invalid_pixels_leak_nowhere(seed, sigma, share):
    _, valid = random_chip(seed, share=share)
    result = gaussian_blur(5.0 * valid.expand(2, -1, -1), valid, sigma)
    torch.testing.assert_close(result, 5.0 * valid.expand(2, -1, -1), rtol=1e-4, atol=0)
