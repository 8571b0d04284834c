"""Scoring counts every pixel of its windows once, and finds the squares to show."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from core.contract.messages.errors import JobCancelledError
from core.geodata.raster.windows import overlaps
from core.training.validation.scored_area import (
    ScoredArea,
    confusion,
    predicted,
    preview_window,
    squares,
)


def never():
    """Nobody cancels."""


def random_map(height, width, seed=0, num_classes=3):
    return np.random.default_rng(seed).integers(0, num_classes, (height, width))


def test_confusion_counts_the_pixels_of_all_windows_and_no_others(make_area, make_predictor):
    preds, truth = random_map(150, 130), random_map(150, 130, seed=1)
    truth[20:30, 20:30] = 255
    windows = [(10, 5, 70, 60), (0, 100, 130, 50)]
    found = confusion(make_area((preds, truth, windows)), make_predictor(), never)
    expected = np.zeros((3, 3), np.int64)
    for col, row, width, height in windows:
        part = np.s_[row : row + height, col : col + width]
        counted = truth[part] != 255
        np.add.at(expected, (truth[part][counted], preds[part][counted]), 1)
    np.testing.assert_array_equal(found, expected)


def test_small_spans_give_the_same_scores(make_area, make_predictor, monkeypatch):
    preds, truth = random_map(150, 400), random_map(150, 400, seed=1)
    area = make_area((preds, truth, [(10, 5, 320, 60), (0, 100, 400, 50), (350, 20, 9, 9)]))
    strips = []
    expected = confusion(area, make_predictor(), never)
    monkeypatch.setattr("core.inference.stream.SPAN_BYTES", 1)
    found = confusion(area, make_predictor(), never, lambda _, strip: strips.append(strip.window))
    np.testing.assert_array_equal(found, expected)
    assert max(window.width for window in strips) <= 64
    assert not any(overlaps(a, b) for number, a in enumerate(strips) for b in strips[:number])


def test_a_scene_without_windows_is_not_read(make_area, make_predictor):
    preds = random_map(70, 80)
    area = make_area((preds, preds, [(0, 0, 80, 70)]), (preds, preds, []))
    scenes = []
    confusion(area, make_predictor(), never, lambda number, _: scenes.append(number))
    assert set(scenes) == {0}


def test_a_predicted_window_equals_the_whole_map(make_area, make_predictor):
    preds = random_map(150, 130)
    area = make_area((preds, preds, []))
    np.testing.assert_array_equal(
        predicted(area, 0, Window(33, 60, 40, 50), make_predictor(), never), preds[60:110, 33:73]
    )


@settings(deadline=None)
@given(
    windows=st.lists(
        st.tuples(
            st.integers(0, 50), st.integers(0, 50), st.integers(1, 90), st.integers(1, 90), st.integers(0, 1)
        ),
        max_size=4,
    ),
    size=st.integers(1, 40),
)
def test_squares_cover_each_window_once(windows, size):
    windows = tuple(tuple(Window(*w[:4]) for w in windows if w[4] == number) for number in (0, 1))
    covered, wanted = np.zeros((2, 2, 140, 140), np.int64)
    for number, window in squares(ScoredArea((), (), windows, 64), size):
        assert 0 < window.width <= size
        assert 0 < window.height <= size
        covered[number][window.toslices()] += 1
    for number, found in enumerate(windows):
        for window in found:
            wanted[number][window.toslices()] += 1
    np.testing.assert_array_equal(covered, wanted)


def test_the_preview_has_most_pixels_of_the_rarest_class(make_area):
    first, second = np.zeros((2, 96, 96))
    first[:, :10] = 2
    first[5, 40:44] = 1
    second[70:73, 70:80] = 1
    second[0, 0] = 1  # outside the windows: not counted
    area = make_area((first, first, [(0, 0, 64, 96)]), (second, second, [(32, 32, 64, 64)]))
    assert preview_window(area, 32, 4) == (1, Window(64, 64, 32, 32))


def test_without_validation_there_is_no_preview_window(make_area):
    empty = np.zeros((64, 64))
    assert preview_window(make_area((empty, empty, [])), 32, 2) is None


def test_scoring_can_be_cancelled(make_area, make_predictor, cancelled):
    empty = np.zeros((64, 64))
    with pytest.raises(JobCancelledError):
        confusion(make_area((empty, empty, [(0, 0, 64, 64)])), make_predictor(2), cancelled.check_cancelled)
