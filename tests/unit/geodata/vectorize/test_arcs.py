import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.geodata.vectorize.arcs import trace

NO_FRAME = (-9.0, -9.0, -9.0, -9.0)


def _pixel_edges(arcs):
    """Half edges of all lines as (point on one side, segment on that side)."""
    found = []
    for number in range(len(arcs)):
        points = arcs.points[arcs.starts[number] : arcs.starts[number + 1]]
        for (x0, y0), (x1, y1) in zip(points[:-1], points[1:]):
            assert (x0 == x1) != (y0 == y1)
            steps = np.arange(0, abs(x1 - x0) + abs(y1 - y0), 0.5)
            dx, dy = np.sign(x1 - x0), np.sign(y1 - y0)
            for x, y in ((x0 + dx * step, y0 + dy * step) for step in steps):
                middle = (x + dx / 4, y + dy / 4)
                left = (middle[0] + dy / 8, middle[1] - dx / 8)  # y points down
                right = (middle[0] - dy / 8, middle[1] + dx / 8)
                found.append((left, arcs.left[number]))
                found.append((right, arcs.right[number]))
    return found


@settings(deadline=None)
@given(
    arrays("int32", st.tuples(st.integers(2, 9), st.integers(2, 9)), elements=st.integers(0, 2)),
)
def test_lines_cover_every_edge_once_with_their_segments_on_the_sides(labels):
    arcs = trace(labels, NO_FRAME)
    edges = _pixel_edges(arcs)
    for (x, y), segment in edges:
        assert labels[round(y), round(x)] == segment
    # Half edges: an inner edge has two, one at the border has one, each seen from both sides.
    level, upright = labels[1:] != labels[:-1], labels[:, 1:] != labels[:, :-1]
    halves = 2 * level.sum() - level[:, 0].sum() - level[:, -1].sum()
    halves += 2 * upright.sum() - upright[0].sum() - upright[-1].sum()
    assert len(edges) == 2 * halves
    assert len({spot for spot, _ in edges}) == len(edges)


def test_closed_line_is_a_ring_that_begins_at_its_first_corner():
    labels = np.zeros((5, 5), int)
    labels[2, 2] = 1
    arcs = trace(labels, NO_FRAME)
    assert arcs.is_ring.tolist() == [True]
    assert arcs.points[0].tolist() == arcs.points[-1].tolist() == [1.5, 1.5]
    assert len(arcs.points) == 5


def test_corners_on_the_frame_end_lines():
    labels = np.zeros((5, 5), int)
    labels[1:4, 1:4] = 1
    arcs = trace(labels, (0.5, 0.5, 3.5, 3.5))
    assert len(arcs) == 4
    assert not arcs.is_ring.any()


def test_single_segment_has_no_lines():
    assert len(trace(np.zeros((3, 3), int), NO_FRAME)) == 0
