import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from core.geodata.chips.cells import (
    any_in_boxes,
    box_sums,
    cell_slices,
    covered_by_boxes,
    in_pixels,
    touched_cells,
    widened,
)


def _marked(seed, shape=(9, 13), share=0.15):
    return np.random.default_rng(seed).random(shape) < share


@pytest.mark.parametrize(("height", "width"), [(1, 1), (2, 3), (5, 4), (9, 13), (8, 1)])
def test_box_sums_and_searches_equal_brute_force(height, width):
    values = np.random.default_rng(0).integers(0, 99, (9, 13))
    cells = _marked(1)
    boxes = [
        [(slice(r, r + height), slice(c, c + width)) for c in range(13 - width + 1)]
        for r in range(9 - height + 1)
    ]
    np.testing.assert_array_equal(
        box_sums(values, height, width), [[values[box].sum() for box in row] for row in boxes]
    )
    np.testing.assert_array_equal(
        any_in_boxes(cells, height, width), [[cells[box].any() for box in row] for row in boxes]
    )


@pytest.mark.parametrize(("height", "width"), [(1, 1), (3, 2), (8, 8)])
def test_covered_cells_are_the_union_of_the_boxes(height, width):
    starts = _marked(2, share=0.05)
    expected = np.zeros((9 + height - 1, 13 + width - 1), bool)
    for row, col in np.argwhere(starts):
        expected[row : row + height, col : col + width] = True
    np.testing.assert_array_equal(covered_by_boxes(starts, height, width), expected)


@pytest.mark.parametrize("margin", [0, 1, 3, 20])
def test_widened_cells_are_within_the_margin(margin):
    cells = _marked(3, share=0.04)
    rows, cols = np.indices(cells.shape)
    expected = np.zeros_like(cells)
    for row, col in np.argwhere(cells):
        expected |= np.maximum(np.abs(rows - row), np.abs(cols - col)) <= margin
    np.testing.assert_array_equal(widened(cells, margin), expected)


def test_widening_returns_a_copy():
    cells = np.zeros((4, 4), bool)
    widened(cells, 0)[0, 0] = True
    assert not cells.any()


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 30), st.integers(0, 30), st.integers(1, 20), st.integers(1, 20), st.integers(1, 7),
    st.integers(0, 99),
)  # fmt: skip
def test_a_cell_is_touched_if_any_of_its_pixels_is_marked(row, col, height, width, cell, seed):
    window = Window(col, row, width, height)
    pixels = _marked(seed, (height, width))
    where, touched = touched_cells(pixels, window, cell)
    assert where == cell_slices(window, cell)
    expected = np.zeros((60, 60), bool)
    for r, c in np.argwhere(pixels):
        expected[(row + r) // cell, (col + c) // cell] = True
    np.testing.assert_array_equal(touched, expected[where])
    assert expected.sum() == touched.sum()


def test_pixels_of_a_window_have_the_value_of_their_cell():
    cells = np.arange(12).reshape(3, 4)
    whole = np.repeat(np.repeat(cells, 5, axis=0), 5, axis=1)
    np.testing.assert_array_equal(in_pixels(cells, Window(3, 4, 11, 9), 5), whole[4:13, 3:14])
