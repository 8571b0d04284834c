import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import ndimage

from core.geodata.vectorize.segments import NO_SEGMENT, NOTHING, label_segments


@settings(deadline=None, max_examples=200)
@given(
    arrays(
        "int32",
        st.tuples(st.integers(1, 12), st.integers(1, 12)),
        elements=st.sampled_from([-3, 0, 7, NOTHING]),
    )
)
def test_segments_equal_those_of_scipy_ordered_by_first_pixel(values):
    labels, segment_values = label_segments(values)

    np.testing.assert_array_equal(labels == NO_SEGMENT, values == NOTHING)
    np.testing.assert_array_equal(segment_values[labels[labels != NO_SEGMENT]], values[values != NOTHING])
    count = 0
    for value in np.unique(values[values != NOTHING]):
        found, number = ndimage.label(values == value)
        count += number
        pairs = {*zip(found[found > 0].tolist(), labels[found > 0].tolist())}
        assert len(pairs) == number == len({label for _, label in pairs})
    assert len(segment_values) == count
    _, first = np.unique(labels[labels != NO_SEGMENT], return_index=True)
    assert (np.diff(first) > 0).all()
