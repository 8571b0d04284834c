import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.windows import Window

from core.audit.audit import METHODS
from core.contract.messages.errors import WeightsTextError
from core.geodata.chips.class_weights import class_weights

COUNTS = [[900, 100, 0], [500, 0, 24], [0, 0, 0], [1000, 0, 24]]


def test_each_class_is_counted_by_pixels_area_and_chips(make_audit):
    audit = make_audit(COUNTS, polygons=(0, 3, 7))

    assert [row.pixels for row in audit.rows] == [2400, 100, 48]
    assert [row.area_m2 for row in audit.rows] == [600, 25, 12]
    assert [row.chips for row in audit.rows] == [3, 1, 2]
    assert [row.present_pixels for row in audit.rows] == [2548, 1000, 1548]
    assert [row.polygons for row in audit.rows] == [0, 3, 7]
    assert [row.imbalance for row in audit.rows] == [1, 24, 50]
    assert audit.num_chips == 3
    assert (audit.rarest.entry.index, audit.largest.entry.index) == (2, 0)


def test_validation_blocks_can_be_excluded(make_audit):
    audit = make_audit(COUNTS, validation=[Window(0, 32, 32, 32)])  # the second chip
    without = make_audit([COUNTS[0], *COUNTS[2:]])
    assert audit.rows == without.rows
    assert audit.num_chips == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(counts=arrays(np.int32, (5, 3), elements=st.integers(0, 1024)))
def test_counts_against_brute_force(make_audit, counts):
    counts = counts + np.eye(5, 3, dtype=np.int32)
    audit = make_audit(counts)
    for n, row in enumerate(audit.rows):
        holding = [chip for chip in counts if chip[n] > 0]
        assert row.pixels == sum(chip[n] for chip in holding)
        assert row.present_pixels == sum(chip.sum() for chip in holding)
        assert row.frequency == pytest.approx(row.pixels / row.present_pixels)
        assert row.share == pytest.approx(row.pixels / counts.sum())


def test_weights_by_each_method_equal_those_of_training(make_audit):
    audit = make_audit(COUNTS, weights="inverse(cap=10)")
    counts = [row.pixels for row in audit.rows]
    present = [row.present_pixels for row in audit.rows]
    for method in METHODS:
        expected = class_weights(method, counts, present)
        np.testing.assert_array_equal([row.weights[method] for row in audit.rows], expected)
    np.testing.assert_allclose(
        [row.chosen_weight for row in audit.rows], class_weights("inverse", counts, present, 10)
    )


def test_weights_by_class_are_the_chosen_ones(make_audit):
    audit = make_audit(COUNTS, ["a", "b", "c"], weights="c=5")
    assert [row.chosen_weight for row in audit.rows] == [1, 1, 5]


def test_weights_of_an_unknown_class_are_refused(make_audit):
    with pytest.raises(WeightsTextError, match="no class 'd'"):
        make_audit(COUNTS, ["a", "b", "c"], weights="d=5")


def test_expected_pixels_of_a_batch_are_the_mean_per_chip_times_batch_size(make_audit):
    audit = make_audit(COUNTS, batch_size=6)
    assert audit.rarest_batch_pixels == 6 * 48 / 3
    assert audit.batch_pixels == 6 * 2548 / 3
