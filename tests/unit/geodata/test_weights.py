import numpy as np
import pytest

from core.contract.errors import WeightsTextError
from core.geodata.weights import class_weights


@pytest.mark.parametrize("method", ["median frequency", "median_frequency"])
def test_worked_example(method):
    counts = np.array([3_139_143_220, 832_395_811, 222_764_968])
    present = np.array([16_000, 15_412, 14_356]) * 512**2
    np.testing.assert_allclose(
        class_weights(method, counts, present), [0.27528322, 1, 3.48062665], rtol=0, atol=5e-9
    )


def test_median_of_an_even_number_is_the_mean_of_the_middle_two():
    weights = class_weights("median frequency", np.array([10, 20, 30, 40]), np.full(4, 100))
    np.testing.assert_allclose(weights, 0.25 / np.array([0.1, 0.2, 0.3, 0.4]))


def test_absent_class_weighs_nothing_and_does_not_move_the_median():
    with_absent = class_weights("median frequency", np.array([10, 0, 30]), np.array([100, 0, 100]))
    without = class_weights("median frequency", np.array([10, 30]), np.array([100, 100]))
    assert with_absent[1] == 0
    np.testing.assert_array_equal(with_absent[[0, 2]], without)


def test_cap_bounds_the_ratio_of_the_weights_present():
    weights = class_weights(
        "median frequency", np.array([1, 10_000, 0]), np.array([10_000, 10_000, 0]), cap=50
    )
    assert weights[0] / weights[1] == pytest.approx(50)
    assert weights[2] == 0


def test_none_weighs_all_the_same():
    np.testing.assert_array_equal(class_weights("none", np.array([1, 0]), np.array([1, 0])), [1, 1])


def test_unknown_weighting_names_the_nearest():
    with pytest.raises(WeightsTextError, match="Did you mean 'median frequency'"):
        class_weights("median", np.array([1]), np.array([1]))
