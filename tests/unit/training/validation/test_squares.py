"""Counts per square sum to those of the area, and the worst and best squares are found."""

import numpy as np
import pytest
from rasterio.windows import Window

from core.contract.messages.errors import JobCancelledError
from core.training.validation import squares as squares_module
from core.training.validation.scored_area import confusion
from core.training.validation.squares import ScoredSquares, score_squares


def never():
    """Nobody cancels."""


def random_map(height, width, seed=0):
    return np.random.default_rng(seed).integers(0, 3, (height, width))


@pytest.fixture
def small(monkeypatch):
    """Squares of any size."""
    monkeypatch.setattr(squares_module, "SMALLEST_SIDE", 1)


def make_squares(*rows, side=32, windows=None):
    """Each row: hits, truth, predicted of every class."""
    counts = np.array(rows).swapaxes(0, 1)
    sizes = windows or [(side, side)] * len(rows)
    return ScoredSquares(side, [(0, Window(0, 0, *size)) for size in sizes], *counts)


@pytest.mark.usefixtures("small")
def test_squares_together_count_what_the_confusion_matrix_counts(make_area, make_predictor):
    preds, truth = random_map(150, 130), random_map(150, 130, seed=1)
    truth[20:40, 20:60] = 255
    area = make_area(
        (preds, truth, [(10, 5, 70, 60), (0, 100, 130, 50)]),
        (truth, preds, []),
        (preds, preds, [(0, 0, 9, 9)]),
    )
    found = score_squares(area, 32, make_predictor(), never)
    matrix = confusion(area, make_predictor(), never)
    np.testing.assert_array_equal(found.hits.sum(axis=0), np.diag(matrix))
    np.testing.assert_array_equal(found.truth.sum(axis=0), matrix.sum(axis=1))
    np.testing.assert_array_equal(found.predicted.sum(axis=0), matrix.sum(axis=0))


@pytest.mark.usefixtures("small")
def test_each_square_counts_its_own_pixels(make_area, make_predictor):
    preds, truth = random_map(100, 100), random_map(100, 100, seed=1)
    found = score_squares(make_area((preds, truth, [(3, 4, 90, 80)])), 32, make_predictor(), never)
    for (_, window), hits, true, predicted in zip(
        found.windows, found.hits, found.truth, found.predicted, strict=True
    ):
        p, t = preds[window.toslices()], truth[window.toslices()]
        for index in range(3):
            expected = [((p == index) & (t == index)).sum(), (t == index).sum(), (p == index).sum()]
            assert [hits[index], true[index], predicted[index]] == expected


def test_squares_have_a_least_size_and_a_largest_number(make_area, make_predictor, monkeypatch):
    empty = np.zeros((300, 300))
    area = make_area((empty, empty, [(0, 0, 300, 300)]))
    assert score_squares(area, 32, make_predictor(2), never).side == 128
    monkeypatch.setattr(squares_module, "MAXIMUM_SQUARES", 4)
    found = score_squares(area, 32, make_predictor(2), never)
    assert (found.side, len(found.windows)) == (256, 4)


def test_merit_counts_a_rare_class_as_much_as_a_common_one():
    # Of 1000 pixels of ground and 10 cars: all ground right here, half of the cars right there.
    squares = make_squares([[500, 0], [500, 0], [500, 0]], [[495, 5], [500, 10], [495, 15]])
    right_less_wrong = [500 / 1000, (495 - 5 - 0) / 1000 + (5 - 5 - 10) / 10]
    np.testing.assert_allclose(squares.merit, right_less_wrong)


def test_a_class_without_labels_does_not_count_in_the_merit():
    squares = make_squares([[8, 0], [10, 0], [8, 2]])
    np.testing.assert_allclose(squares.merit, [(8 - 2) / 10])


def test_worst_and_best_never_share_a_square():
    rows = [[[10 - n, n], [10 - n, 10], [10 - n, n]] for n in range(7)]
    worst, best = make_squares(*rows).worst_and_best(3)
    assert (worst, best) == ([0, 1, 2], [6, 5, 4])
    assert make_squares(*rows[:3]).worst_and_best(3) == ([0, 1], [2])


def test_a_square_without_errors_is_not_among_the_worst():
    right = [[9, 1], [9, 1], [9, 1]]
    wrong = [[9, 0], [9, 1], [10, 0]]
    assert make_squares(right, right, right, wrong).worst_and_best(2) == ([3], [2, 1])
    assert make_squares(right, right).worst_and_best(2)[0] == []


def test_slivers_and_squares_without_labels_are_left_out():
    good, bad, none = [[9], [10], [9]], [[1], [10], [1]], [[0], [0], [0]]
    squares = make_squares(good, bad, none, windows=[(32, 32), (32, 5), (32, 32)])
    assert squares.worst_and_best(3) == ([0], [])
    assert np.isnan(squares.wrong[2])
    only_slivers = make_squares(good, bad, windows=[(32, 5), (5, 32)])
    assert only_slivers.worst_and_best(1) == ([1], [0])


def test_without_validation_there_are_no_squares(make_area, make_predictor):
    empty = np.zeros((64, 64))
    found = score_squares(make_area((empty, empty, [])), 32, make_predictor(2), never)
    assert found.truth.shape == (0, 2)
    assert found.worst_and_best(4) == ([], [])


def test_scoring_squares_can_be_cancelled(make_area, make_predictor, cancelled):
    empty = np.zeros((64, 64))
    with pytest.raises(JobCancelledError):
        score_squares(
            make_area((empty, empty, [(0, 0, 64, 64)])), 32, make_predictor(2), cancelled.check_cancelled
        )
