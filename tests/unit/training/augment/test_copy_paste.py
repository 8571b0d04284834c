"""Copy-paste puts rare classes over common ones, with their labels, and changes nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.geodata.chips.index import Candidates
from core.training.augment.copy_paste import Chip, Donors, rare_classes


@pytest.mark.parametrize(
    ("counts", "rare"),
    [
        ([97, 3], [False, True]),
        ([60, 40], [False, False]),
        ([75, 25], [False, False]),
        ([76, 24], [False, True]),
        ([800, 150, 50, 0], [False, True, True, False]),
        ([100], [False]),
        ([50, 50, 50], [False, False, False]),
        ([0, 0], [False, False]),
    ],
)
def test_a_class_is_rare_below_half_of_an_equal_share(counts, rare):
    assert rare_classes(np.array(counts)).tolist() == rare


def make_candidates(histograms, slack=4):
    count = len(histograms)
    number = np.arange(count)
    return Candidates(
        number, 10 * number, 20 * number, np.full(count, slack), np.full(count, slack), np.array(histograms)
    )


def test_a_rare_class_is_drawn_first_and_then_a_candidate_by_its_pixels():
    """Class 1 lies in candidates 1 and 2, class 2 in candidate 3 alone, class 3 is rare but in none."""
    candidates = make_candidates([[100, 0, 0, 0], [90, 10, 0, 0], [70, 30, 0, 0], [99, 0, 1, 0]])
    donors = Donors(candidates, np.array([1000, 40, 1, 5]))
    assert donors.rare.tolist() == [1, 2]
    rng = np.random.default_rng(0)
    drawn = [donors.draw(rng) for _ in range(4000)]
    shares = np.bincount([position.scene for position in drawn], minlength=4) / 4000
    np.testing.assert_allclose(shares, [0, 1 / 8, 3 / 8, 1 / 2], atol=0.03)
    assert all(0 <= position.row - 10 * position.scene < 4 for position in drawn)
    assert {position.col - 20 * position.scene for position in drawn} == {0, 1, 2, 3}


def test_without_a_rare_class_nothing_is_drawn():
    donors = Donors(make_candidates([[50, 50]]), np.array([50, 50]))
    assert donors.rare.size == 0
    assert donors.draw(np.random.default_rng(0)) is None


SIDE = 6
TARGETS = arrays(np.uint8, (SIDE, SIDE), elements=st.sampled_from([0, 1, 2, 3, 255]))
VALID = arrays(np.bool_, (SIDE, SIDE))


@settings(max_examples=200, deadline=None)
@given(TARGETS, VALID, TARGETS, VALID)
def test_rare_pixels_replace_common_ones_with_image_and_label(host, host_valid, donor, donor_valid):
    """Classes 2 and 3 are rare. The image encodes the target and the chip it comes from."""
    donors = Donors(make_candidates([[50, 40, 5, 5]]), np.array([500, 400, 50, 50]))
    pasted = donors.paste(
        Chip(np.stack([host, host + np.int16(1000)]), host_valid, host),
        Chip(np.stack([donor, donor + np.int16(2000)]), donor_valid, donor),
    )
    assert pasted.values.dtype == np.int16
    for row, col in np.ndindex(SIDE, SIDE):
        is_copied = (
            donor[row, col] in (2, 3)
            and donor_valid[row, col]
            and host[row, col] in (0, 1)
            and host_valid[row, col]
        )
        label, base = (donor[row, col], 2000) if is_copied else (host[row, col], 1000)
        assert pasted.target[row, col] == label
        assert pasted.values[:, row, col].tolist() == [label, int(label) + base]
    np.testing.assert_array_equal(pasted.valid, host_valid)
    np.testing.assert_array_equal(pasted.target == 255, host == 255)
