from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.windows import Window
from scipy import ndimage

import core.geodata.vectorize.sieve as sieve_module
from core.contract.classes import build_class_table
from core.contract.messages.errors import JobCancelledError
from core.geodata.vectorize.class_raster import open_class_raster
from core.geodata.vectorize.segments import NOTHING
from core.geodata.vectorize.sieve import sieve

CLASSES = build_class_table([(1, "a"), (2, "b"), (3, "c")])


def _labelled(values):
    """Segment numbers of an array by scipy, 0 for pixels without a class."""
    labels = np.zeros(values.shape, int)
    for value in np.unique(values[values != NOTHING]):
        found, _ = ndimage.label(values == value)
        labels[found > 0] = found[found > 0] + labels.max()
    return labels


def _borders(values, labels, small):
    """Lengths of each small segment's borders with other small ones and with each class of large ones."""
    borders = {segment: Counter() for segment in small}
    for one, other in (((slice(-1),), (slice(1, None),)), ((..., slice(-1)), (..., slice(1, None)))):
        for a, b, at_a, at_b in zip(
            *(array[part].ravel() for array in (labels, values) for part in (one, other))
        ):
            if a != b and a and b:
                for here, there, value in ((a, b, at_b), (b, a, at_a)):
                    if here in small:
                        borders[here][("small", there) if there in small else ("large", value)] += 1
    return borders


def _one_round(values, min_pixels):
    """One round of the rule in ``sieve``; returns also whether any small segment had a neighbour."""
    labels = _labelled(values)
    pixels = np.bincount(labels.ravel())
    first = {segment: np.flatnonzero(labels == segment)[0] for segment in range(1, len(pixels))}
    small = {segment for segment in first if pixels[segment] < min_pixels}
    borders = _borders(values, labels, small)

    def rank(segment):
        return -pixels[segment], first[segment]

    def preference(option, length):
        kind, target = option
        return (-length, 0, target) if kind == "large" else (-length, 1, rank(target))

    choice = {
        segment: min(options, key=lambda option: preference(option, options[option]))
        for segment, options in borders.items()
        if options
    }
    new = values.copy()
    for segment in choice:
        last = segment
        while True:
            kind, target = choice[last]
            if kind == "large":
                value = target
                break
            if choice[target] == ("small", last):
                winner = min(last, target, key=rank)
                value = values.ravel()[first[winner]]
                break
            last = target
        new[labels == segment] = value
    return new, bool(choice)


def _brute_force(values, min_pixels):
    has_changed = True
    while has_changed:
        values, has_changed = _one_round(values, min_pixels)
    return values


def _sieve(make_raster, tmp_path, values, min_pixels, reporter, strip_pixels=1):
    stored = np.where(values == NOTHING, 255, values).astype("uint8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sieve_module, "STRIP_PIXELS", strip_pixels)
        raster = open_class_raster(make_raster(stored, nodata=255))
        result = sieve(raster, CLASSES, min_pixels, tmp_path / "sieved.tif", reporter)
    found = result.read(Window(0, 0, values.shape[1], values.shape[0]))
    raster.scene.close()
    result.scene.close()
    return found


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=arrays(
        "int32",
        st.tuples(st.integers(1, 14), st.integers(1, 14)),
        elements=st.sampled_from([1, 1, 2, 2, 3, NOTHING]),
    ),
    min_pixels=st.integers(2, 12),
    rows=st.integers(1, 14),
)
def test_result_equals_the_rule_on_the_whole_array(make_raster, tmp_path, reporter, values, min_pixels, rows):
    found = _sieve(make_raster, tmp_path, values, min_pixels, reporter, rows * values.shape[1])
    np.testing.assert_array_equal(found, _brute_force(values, min_pixels))


def test_speckle_is_merged_into_its_surroundings(make_raster, tmp_path, reporter):
    values = np.ones((40, 40), "int32")
    values[::7, ::5] = 2
    values[20:32, 20:32] = 3
    values[25, 25] = 1
    expected = np.ones((40, 40), "int32")
    expected[20:32, 20:32] = 3
    found = _sieve(make_raster, tmp_path, values, 5, reporter)
    np.testing.assert_array_equal(found, expected)


def test_longest_border_wins(make_raster, tmp_path, reporter):
    values = np.ones((6, 9), "int32")
    values[:, 5:] = 2
    values[2, 4:6] = 3  # three edges of 1 around its left half, five of 2... and of its right half
    values[2, 6] = 3
    found = _sieve(make_raster, tmp_path, values, 4, reporter)
    assert found[2, 4:7].tolist() == [2, 2, 2]


def test_small_segment_without_neighbours_stays(make_raster, tmp_path, reporter):
    values = np.full((9, 9), NOTHING, "int32")
    values[4, 4] = 2
    np.testing.assert_array_equal(_sieve(make_raster, tmp_path, values, 50, reporter), values)


def test_small_segments_surrounded_by_nodata_are_merged(make_raster, tmp_path, reporter):
    values = np.full((9, 9), NOTHING, "int32")
    values[4, 2:8] = [1, 1, 1, 2, 2, 3]
    found = _sieve(make_raster, tmp_path, values, 50, reporter)
    assert found[4, 2:8].tolist() == [1] * 6
    assert (found != NOTHING).sum() == 6


def test_segment_that_is_large_only_across_strips_stays(make_raster, tmp_path, reporter):
    values = np.ones((30, 5), "int32")
    values[3:27, 2] = 2
    np.testing.assert_array_equal(_sieve(make_raster, tmp_path, values, 24, reporter), values)
    np.testing.assert_array_equal(_sieve(make_raster, tmp_path, values, 25, reporter), np.ones((30, 5)))


def test_sieving_can_be_cancelled(make_raster, tmp_path, cancelled):
    with pytest.raises(JobCancelledError):
        _sieve(make_raster, tmp_path, np.ones((4, 4), "int32"), 2, cancelled)
