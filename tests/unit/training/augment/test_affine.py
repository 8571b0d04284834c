"""Scale and rotation: image and target stay aligned, and nodata leaks nowhere."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.functional import avg_pool2d, interpolate

from core.training.augment.affine import resample

SIDE = 32

MOVES = (st.integers(0, 10**6), st.floats(-180, 180), st.floats(0.5, 2))


def coded_chip(seed, classes=3, cell=8, holes=0.2, ignored=0.2):
    """Squares of classes; the only band encodes the class. Some pixels are invalid, some ignored."""
    rng = np.random.default_rng(seed)
    pattern = rng.integers(classes, size=(SIDE // cell, SIDE // cell))
    index = torch.from_numpy(pattern.repeat(cell, 0).repeat(cell, 1))
    valid = torch.from_numpy(rng.random((SIDE, SIDE)) >= holes)
    target = torch.where(torch.from_numpy(rng.random((SIDE, SIDE)) < ignored), 255, index)
    return index, (index[None].float() * valid, valid, target)


@settings(max_examples=60, deadline=None)
@given(*MOVES)
def test_image_and_target_show_the_same_class(seed, angle, zoom):
    """The image encodes the class; away from class borders it still does, up to rounding."""
    index, chip = coded_chip(seed)
    values, valid, target = resample(*chip, angle, zoom)
    # The masks of the classes, resampled as images: where one is 1, no other class has any weight.
    alone = [
        resample((index == c)[None].float() * chip[1], chip[1], chip[2], angle, zoom)[0][0] > 1 - 1e-4
        for c in range(3)
    ]
    counted = 0
    for c, pixels in enumerate(alone):
        found = pixels & valid & (target != 255)
        counted += int(found.sum())
        assert (target[found] == c).all()
        torch.testing.assert_close(values[0][found], torch.full_like(values[0][found], c), atol=1e-3, rtol=0)
    assert counted > 0.05 * int((valid & (target != 255)).sum())


@settings(max_examples=60, deadline=None)
@given(*MOVES)
def test_target_and_valid_come_from_the_same_pixel(seed, angle, zoom):
    """The target numbers the pixels, and so shows where each came from."""
    rng = np.random.default_rng(seed)
    number = torch.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    kept = torch.from_numpy(rng.random((SIDE, SIDE)) < 0.6)
    _, valid, origin = resample(kept[None].float(), kept, number, angle, zoom)
    # 255 is also the number of a pixel: what comes from outside is found by a chip that is valid throughout.
    inside = resample(torch.ones(1, SIDE, SIDE), torch.ones_like(kept), number, angle, zoom)[1]
    assert (valid == inside & kept.flatten()[origin]).all()


@settings(max_examples=60, deadline=None)
@given(*MOVES)
def test_pixels_from_outside_are_ignored(seed, angle, zoom):
    index = torch.zeros(SIDE, SIDE, dtype=torch.int64)
    all_valid = torch.ones(SIDE, SIDE, dtype=torch.bool)
    values, valid, target = resample(torch.ones(2, SIDE, SIDE), all_valid, index, angle, zoom)
    assert ((target == 255) == ~valid).all()
    assert (values[:, ~valid] == 0).all()
    torch.testing.assert_close(values[:, valid], torch.ones_like(values[:, valid]), rtol=1e-4, atol=0)
    # Where each pixel comes from: the inverse transform about the centre.
    rows, cols = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    reach = np.maximum(abs(cols * cos + rows * sin), abs(rows * cos - cols * sin)) / zoom
    assert valid[torch.from_numpy(reach < SIDE / 2 - 1e-3)].all()
    assert not valid[torch.from_numpy(reach > SIDE / 2 + 1e-3)].any()


@settings(max_examples=60, deadline=None)
@given(*MOVES)
def test_values_stay_in_the_range_of_valid_pixels(seed, angle, zoom):
    """Invalid pixels are 0; one that leaked would pull a value below the least valid one."""
    rng = np.random.default_rng(seed)
    kept = torch.from_numpy(rng.random((SIDE, SIDE)) < 0.5)
    values = torch.from_numpy(rng.uniform(3, 4, (2, SIDE, SIDE)).astype(np.float32)) * kept
    found, valid, _ = resample(values, kept, torch.zeros(SIDE, SIDE, dtype=torch.int64), angle, zoom)
    assert found[:, valid].min() >= 3 - 1e-3
    assert found[:, valid].max() <= 4 + 1e-3


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_rotation_is_clockwise_and_by_90_degrees_exact(quarters):
    _, (values, valid, target) = coded_chip(3)
    found = resample(values, valid, target, 90.0 * quarters, 1.0)
    for plane, expected in zip(found, (values, valid, target)):
        rotated = torch.rot90(expected, -quarters, (-2, -1))
        torch.testing.assert_close(plane, rotated, atol=1e-4, rtol=0)


def test_zooming_in_doubles_pixels():
    _, (values, valid, target) = coded_chip(4, cell=4, holes=0, ignored=0)
    found, _, labels = resample(values, valid, target, 0.0, 2.0)
    middle = slice(SIDE // 4, SIDE - SIDE // 4)
    assert torch.equal(labels, target[middle, middle].repeat_interleave(2, 0).repeat_interleave(2, 1))
    larger = interpolate(values[None], scale_factor=2, mode="bilinear", align_corners=False)[0]
    torch.testing.assert_close(found, larger[:, SIDE // 2 : -SIDE // 2, SIDE // 2 : -SIDE // 2])


def test_zooming_out_averages_like_a_coarser_sensor():
    """Stripes too fine for the coarser pixels become their mean instead of an alias."""
    stripes = (torch.arange(SIDE) % 2).float().expand(1, SIDE, SIDE).contiguous()
    all_valid = torch.ones(SIDE, SIDE, dtype=torch.bool)
    found, valid, _ = resample(stripes, all_valid, torch.zeros(SIDE, SIDE, dtype=torch.int64), 0.0, 0.5)
    coarse = avg_pool2d(stripes, 2)[0]
    inner = slice(SIDE // 4 + 2, -SIDE // 4 - 2)
    torch.testing.assert_close(found[0, inner, inner], coarse[2:-2, 2:-2], atol=0.03, rtol=0)
    assert int(valid.sum()) == (SIDE // 2) ** 2
