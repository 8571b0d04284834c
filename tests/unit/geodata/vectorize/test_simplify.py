import numpy as np
import pytest

from core.geodata.vectorize.arcs import trace
from core.geodata.vectorize.simplify import Ruler, simplify, smooth

PIXELS = Ruler(np.eye(2))
NO_FRAME = (-9.0, -9.0, -9.0, -9.0)


def _square(side, size=30):
    labels = np.zeros((size, size), int)
    labels[5 : 5 + side, 5 : 5 + side] = 1
    return trace(labels, NO_FRAME)


def test_ruler_measures_lengths_and_distances_in_metres():
    ruler = Ruler(np.array([[0.5, 0], [0, 2]]))
    assert ruler.pixel == 1
    assert ruler.length(np.array([[4.0, 0], [0, 3]])).tolist() == [2, 6]
    spots, a, b = np.array([[1.0, 1], [9, 0], [3, 3]]), np.zeros((3, 2)), np.array([[4.0, 0]] * 2 + [[0, 0]])
    assert ruler.distance(spots, a, b) == pytest.approx([2, 2.5, np.hypot(1.5, 6)])


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_smoothing_equals_chaikins_algorithm(rounds):
    """New points at a quarter and three quarters of each side."""
    expected = _square(8).points[:-1]
    for _ in range(rounds):
        after = np.roll(expected, -1, axis=0)
        expected = np.stack([0.75 * expected + 0.25 * after, 0.25 * expected + 0.75 * after], 1).reshape(
            -1, 2
        )
    smoothed = smooth(_square(8), rounds, 100, PIXELS).points[:-1]
    assert {tuple(point) for point in smoothed.round(9)} == {tuple(point) for point in expected.round(9)}


def test_corners_are_cut_back_by_at_most_the_longest_cut():
    points = smooth(_square(20), 1, 3, PIXELS).points
    assert sorted({*points[:, 0].tolist()}) == [4.5, 6, 23, 24.5]


def test_cut_stops_short_of_another_outline():
    """A single pixel in the corner of a large segment."""
    labels = np.zeros((30, 30), int)
    labels[5:, 5:] = 1
    labels[6, 6] = 2
    lines = smooth(trace(labels, NO_FRAME), 1, 8, PIXELS)
    corner = next(n for n in range(len(lines)) if not lines.is_ring[n])
    points = lines.points[lines.starts[corner] : lines.starts[corner + 1]]
    cut = points[(points < 12).all(axis=1)]
    assert len(cut) == 2
    assert cut.sum(axis=1).max() < 5.5 + 5.5  # the pixel's corner nearest to the segment's


def test_ends_and_rings_keep_the_points_they_need():
    labels = np.zeros((20, 20), int)
    labels[:, 10:] = 1
    labels[4, 9] = 1
    labels[15, 3] = 2
    before = trace(labels, NO_FRAME)
    after = simplify(before, 5, PIXELS)
    assert len(after) == len(before)
    np.testing.assert_array_equal(after.points[after.starts[:-1]], before.points[before.starts[:-1]])
    ring = np.flatnonzero(after.is_ring)[0]
    assert after.starts[ring + 1] - after.starts[ring] == 5
    assert np.diff(after.starts).tolist().count(2) == 1
