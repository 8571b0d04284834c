import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.curve import MOST_POINTS, Curve


def curve_of(count):
    curve = Curve()
    for epoch in range(1, count + 1):
        curve.add(epoch, math.sin(epoch))
    return curve


@given(st.integers(1, 5 * MOST_POINTS))
def test_a_long_curve_keeps_its_first_and_newest_point_and_only_measured_ones(count):
    curve = curve_of(count)
    assert len(curve.epochs) == len(curve.values) <= MOST_POINTS
    assert (curve.epochs[0], curve.epochs[-1]) == (1, count)
    assert all(value == math.sin(epoch) for epoch, value in zip(curve.epochs, curve.values, strict=True))


def test_points_that_are_kept_lie_evenly():
    epochs = curve_of(100_000).epochs
    steps = {after - before for before, after in zip(epochs[:-2], epochs[1:-1], strict=True)}
    assert len(steps) == 1
    assert len(epochs) > MOST_POINTS / 2


def test_a_short_curve_loses_nothing():
    assert curve_of(MOST_POINTS).epochs == list(range(1, MOST_POINTS + 1))


@pytest.mark.parametrize(("epoch", "value"), [(3, math.nan), (3, math.inf), (2, 0.5), (1, 0.5)])
def test_values_that_are_not_finite_or_of_an_earlier_epoch_are_ignored(epoch, value):
    curve = curve_of(2)
    curve.add(epoch, value)
    assert curve.epochs == [1, 2]


@given(st.sets(st.integers(1, 500), min_size=1), st.floats(-10, 600))
def test_nearest_is_nearest(epochs, position):
    curve = Curve()
    for epoch in sorted(epochs):
        curve.add(epoch, 0.0)
    distance = min(abs(epoch - position) for epoch in epochs)
    assert abs(curve.nearest(position) - position) == distance


def test_a_value_is_that_of_its_epoch_or_none():
    curve = Curve()
    assert (curve.nearest(1), curve.at(1), bool(curve)) == (None, None, False)
    curve.add(2, 0.25)
    curve.add(5, 0.5)
    assert [curve.at(epoch) for epoch in (1, 2, 3, 5, 6)] == [None, 0.25, None, 0.5, None]
