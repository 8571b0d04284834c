"""The ignored band along outlines, compared with a search around every pixel."""

import pytest
import torch

from core.training.fit.outline_tolerance import ignore_outlines


def by_search(target, width):
    expected = target.clone()
    for n, row, col in torch.cartesian_prod(*(torch.arange(length) for length in target.shape)).tolist():
        rows, cols = (slice(max(0, at - width), at + width + 1) for at in (row, col))
        around = target[n, rows, cols]
        if target[n, row, col] != 255 and (around[around != 255] != target[n, row, col]).any():
            expected[n, row, col] = 255
    return expected


@pytest.mark.parametrize("dtype", [torch.uint8, torch.int64])
@pytest.mark.parametrize("width", [1, 2, 3, 30])
def test_pixels_near_another_class_are_ignored(width, dtype):
    generator = torch.Generator().manual_seed(width)
    coarse = torch.randint(3, (2, 4, 5), generator=generator, dtype=dtype)
    target = coarse.repeat_interleave(6, 1).repeat_interleave(6, 2)
    target[0, 5:14, 9:17] = 255
    found = ignore_outlines(target, width)
    assert torch.equal(found, by_search(target, width))
    assert found.dtype == dtype


def test_without_a_width_nothing_changes():
    target = torch.randint(3, (1, 8, 8))
    assert ignore_outlines(target, 0) is target


def test_there_is_no_border_next_to_ignored_pixels_or_at_the_edge():
    target = torch.full((1, 8, 8), 253)
    target[:, :3] = 255
    assert torch.equal(ignore_outlines(target, 2), target)


def test_nothing_is_left_of_an_object_of_twice_the_width():
    target = torch.zeros(1, 20, 20, dtype=torch.long)
    target[:, 3:7, 3:7], target[:, 10:15, 10:15] = 1, 2
    assert ignore_outlines(target, 2).unique().tolist() == [0, 2, 255]
