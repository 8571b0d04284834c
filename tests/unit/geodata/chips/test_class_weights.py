import math
from decimal import Decimal, getcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.messages.errors import WeightsTextError
from core.geodata.chips.class_weights import class_weights

COUNTS = np.array([3_139_143_220, 832_395_811, 222_764_968])
PRESENT = np.array([16_000, 15_412, 14_356]) * 512**2
RARITY = [name for name in CLASS_WEIGHTINGS if name != "none"]

pixel_counts = st.lists(st.integers(0, 10**10), min_size=1, max_size=12).map(np.array)


@pytest.mark.parametrize("method", ["median frequency", "median_frequency"])
def test_worked_example(method):
    np.testing.assert_allclose(
        class_weights(method, COUNTS, PRESENT), [0.27528322, 1, 3.48062665], rtol=0, atol=5e-9
    )


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("median_frequency", [0.2752832189346457, 1.0, 3.480626645390226]),
        ("enet", [1.754102277959639, 5.061070953748206, 14.171895178689805]),
        ("effective_number(beta=0.999999999)", [0.40085980175034197, 0.6787585290126408, 1.9203816692370168]),
    ],
)
def test_golden_values(method, expected):
    np.testing.assert_allclose(class_weights(method, COUNTS, PRESENT), expected, rtol=1e-9)


def test_inverse_is_the_reciprocal_of_the_class_share():
    np.testing.assert_allclose(class_weights("inverse", [1, 3, 4], [8, 8, 8]), [8, 8 / 3, 2])
    np.testing.assert_allclose(class_weights("inverse_sqrt", [1, 3, 4], [8, 8, 8]), np.sqrt([8, 8 / 3, 2]))


def test_effective_number_derives_beta_from_the_number_of_pixels():
    np.testing.assert_allclose(
        class_weights("effective_number", COUNTS, PRESENT), [0.213, 0.622, 2.165], atol=6e-4
    )


@pytest.mark.parametrize("beta", ["0.9", "0.99999", "0.9999999999"])
def test_effective_number_against_exact_arithmetic(beta):
    getcontext().prec = 60
    counts = [7, 5_000, 12_345_678]
    raw = [(1 - Decimal(beta)) / (1 - Decimal(beta) ** n) for n in counts]
    expected = [float(w * 3 / sum(raw)) for w in raw]
    found = class_weights(f"effective_number(beta={beta})", counts, counts)
    # The double nearest to beta is itself off by half a unit in the last place of 1 - beta.
    np.testing.assert_allclose(found, expected, rtol=1e-6)


def test_effective_number_has_limits_of_equal_weights_and_inverse_frequency():
    np.testing.assert_allclose(class_weights("effective_number(beta=0)", [1, 30], [31, 31]), [1, 1])
    at_one = class_weights("effective_number(beta=1)", [1, 30], [31, 31])
    assert at_one[0] / at_one[1] == pytest.approx(30)


def test_median_of_an_even_number_of_classes_is_the_mean_of_the_middle_two():
    weights = class_weights("median_frequency", np.array([10, 20, 30, 40]), np.full(4, 100))
    np.testing.assert_allclose(weights, 0.25 / np.array([0.1, 0.2, 0.3, 0.4]))


@pytest.mark.parametrize("method", RARITY)
def test_absent_class_gets_zero_and_does_not_affect_others(method):
    with_absent = class_weights(method, np.array([10, 0, 30]), np.array([100, 0, 100]))
    without = class_weights(method, np.array([10, 30]), np.array([100, 100]))
    assert with_absent[1] == 0
    np.testing.assert_array_equal(with_absent[[0, 2]], without)


@pytest.mark.parametrize("method", RARITY)
def test_weights_without_labels_are_zero(method):
    np.testing.assert_array_equal(class_weights(method, np.zeros(3), np.zeros(3)), np.zeros(3))


@given(counts=pixel_counts, method=st.sampled_from(RARITY), cap=st.floats(1, 1e6))
def test_weights_are_finite_decrease_with_frequency_and_respect_the_cap(counts, method, cap):
    present = np.full(len(counts), counts.sum())
    weights = class_weights(method, counts, present, cap)
    assert np.isfinite(weights).all()
    np.testing.assert_array_equal(weights > 0, counts > 0)
    used = counts > 0
    if used.any():
        assert weights[used].max() <= weights[used].min() * cap * (1 + 1e-12)
        order = np.argsort(counts[used], kind="stable")
        assert (np.diff(weights[used][order]) <= 1e-9 * weights[used].max()).all()


@given(counts=pixel_counts, beta=st.none() | st.floats(0, 1))
def test_effective_number_weights_sum_to_the_number_of_classes_present(counts, beta):
    method = "effective_number" if beta is None else f"effective_number(beta={beta})"
    assert class_weights(method, counts, counts).sum() == pytest.approx((counts > 0).sum(), rel=1e-9)


@given(counts=pixel_counts)
def test_enet_stays_within_its_range(counts):
    weights = class_weights("enet", counts, counts)[counts > 0]
    assert (weights <= 1 / math.log(1.02) + 1e-9).all()
    assert (weights >= 1 / math.log(2.02) - 1e-9).all()


@pytest.mark.parametrize(
    ("method", "cap", "ratio"),
    [
        ("inverse", 50, 50),
        ("inverse(cap=50)", None, 50),
        ("inverse(cap=50)", 20, 20),
        ("inverse(cap=20)", 50, 20),
        ("inverse", None, 10_000),
    ],
)
def test_the_smaller_cap_bounds_the_ratio_of_weights(method, cap, ratio):
    weights = class_weights(method, np.array([1, 10_000, 0]), np.array([10_001, 10_001, 0]), cap)
    assert weights[0] / weights[1] == pytest.approx(ratio)
    assert weights[2] == 0


def test_none_gives_equal_weights():
    np.testing.assert_array_equal(class_weights("none", np.array([1, 0]), np.array([1, 0])), [1, 1])


def test_unknown_weighting_suggests_the_nearest():
    with pytest.raises(WeightsTextError, match="Did you mean 'median_frequency'"):
        class_weights("median", np.array([1]), np.array([1]))


@pytest.mark.parametrize(
    ("method", "words"),
    [("balanced", "Did you mean 'inverse'"), ("effective-number", "'effective_number'"), ("", "empty")],
)
def test_invalid_text_is_refused(method, words):
    with pytest.raises(WeightsTextError) as caught:
        class_weights(method, np.array([1]), np.array([1]))
    assert words in str(caught.value)


@pytest.mark.parametrize("cap", [0.99, 0, -1, math.nan])
@pytest.mark.parametrize("method", ["inverse", "inverse(cap=50)", "none"])
def test_cap_below_one_is_refused_with_its_range(method, cap):
    with pytest.raises(WeightsTextError, match="'cap' must be a number from 1"):
        class_weights(method, np.array([1, 2]), np.array([3, 3]), cap)


def test_weights_by_class_are_no_weighting():
    with pytest.raises(WeightsTextError, match="weights by class"):
        class_weights("car=5", np.array([1]), np.array([1]))
