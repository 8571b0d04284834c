import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from core.geodata.raster.windows import blocks, inside, overlaps, shared, strips

LENGTHS = st.integers(1, 60)


def _times_covered(height, width, windows):
    covered = np.zeros((height, width), dtype=int)
    for window in windows:
        covered[window.toslices()] += 1
    return covered


@given(LENGTHS, LENGTHS, LENGTHS)
def test_strips_cover_each_pixel_once(height, width, rows):
    assert (_times_covered(height, width, strips(height, width, rows)) == 1).all()


@given(LENGTHS, LENGTHS, LENGTHS)
def test_blocks_cover_each_pixel_once_and_stay_inside(height, width, size):
    windows = list(blocks(height, width, size))
    assert (_times_covered(height, width, windows) == 1).all()
    assert all(w.row_off + w.height <= height and w.col_off + w.width <= width for w in windows)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Window(3, 3, 4, 4), True),
        (Window(4, 0, 4, 4), False),
        (Window(0, 4, 4, 4), False),
        (Window(1, 1, 1, 1), True),
    ],
)
def test_windows_overlap_if_they_share_a_pixel(other, expected):
    window = Window(0, 0, 4, 4)
    assert overlaps(window, other) is expected
    assert overlaps(other, window) is expected


WINDOWS = st.builds(Window, st.integers(0, 30), st.integers(0, 30), st.integers(1, 30), st.integers(1, 30))


@given(WINDOWS, WINDOWS)
def test_shared_window_is_the_intersection(a, b):
    both = _times_covered(60, 60, [a]) & _times_covered(60, 60, [b])
    found = shared(a, b)
    assert (found is None) == (not both.any())
    if found is not None:
        np.testing.assert_array_equal(_times_covered(60, 60, [found]), both)


@given(WINDOWS, WINDOWS)
def test_inside_slices_a_window_from_the_array_of_a_larger_one(a, b):
    pixels = np.arange(3600).reshape(60, 60)
    found = shared(a, b)
    if found is not None:
        np.testing.assert_array_equal(pixels[a.toslices()][inside(found, a)], pixels[found.toslices()])
