import numpy as np

from core.geodata.vectorize.rings import Lines, polygons


def _lines(*rows):
    """Lines from (points, left, right, first way, last way), with knots by coordinates."""
    points = [np.array(row[0], float) for row in rows]
    knots = [[int(100 * y + x) for x, y in (line[0], line[-1])] for line in points]
    columns = [np.array(column) for column in zip(*(row[1:] for row in rows))]
    left, right, first_way, last_way = columns
    begin, end = np.array(knots).T
    sizes = np.array([len(line) for line in points])
    return Lines(np.concatenate(points), sizes, left, right, begin, end, first_way, last_way)


def test_line_between_two_segments_belongs_to_both():
    lines = _lines(
        ([(1, 0), (1, 1)], 1, 0, 1, 3),
        ([(1, 1), (0, 1), (0, 0), (1, 0)], -1, 0, 2, 2),
        ([(1, 1), (2, 1), (2, 0), (1, 0)], 1, -1, 0, 0),
    )
    left, right = polygons(lines, 2)
    assert left.equals_exact(left.envelope, 0) or left.equals(left.envelope)
    assert left.bounds == (0, 0, 1, 1)
    assert right.bounds == (1, 0, 2, 1)


def test_segment_that_touches_itself_gets_a_hole_there():
    """A ring of seven pixels that touches itself at a corner."""
    outer = [(2, 1), (2, 0), (0, 0), (0, 3), (3, 3), (3, 1), (2, 1)]
    inner = [(2, 1), (2, 2), (1, 2), (1, 1), (2, 1)]
    lines = _lines((outer, 0, -1, 3, 0), (inner, 0, -1, 1, 2))
    (shape,) = polygons(lines, 1)
    assert shape.is_valid
    assert [hole.bounds for hole in shape.interiors] == [(1, 1, 2, 2)]


def test_no_segments_have_no_polygons():
    assert len(polygons(_lines(([(0, 0), (1, 0)], -1, -1, 0, 2)), 0)) == 0
