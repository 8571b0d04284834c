"""Segments of a class map: edge-connected areas of one class."""

from __future__ import annotations

import numpy as np

from .components import grouped

NOTHING = -(2**31)
"""Marks pixels without a class in arrays of class values."""

NO_SEGMENT = -1
"""Marks pixels without a class in arrays of segment numbers."""


def label_segments(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number the segments of an array.

    Runs of equal values in each row are connected to the runs that they touch in the next row: fewer items
    than pixels.

    Args:
        values: Class values, int32 (height, width); ``NOTHING`` belongs to no segment.

    Returns:
        Segment numbers, int32 (height, width), in the order of their first pixels (row by row),
        ``NO_SEGMENT`` for pixels without a class; and the class value of each segment, int32 (n,).
    """
    begins = np.ones(values.shape, dtype=bool)
    np.not_equal(values[:, 1:], values[:, :-1], out=begins[:, 1:])
    run_of_pixel = np.cumsum(begins.ravel(), dtype=np.int32).reshape(values.shape) - np.int32(1)
    run_values = values[begins]
    meets = (values[1:] == values[:-1]) & (begins[1:] | begins[:-1])
    segment_of_run = grouped(len(run_values), run_of_pixel[:-1][meets], run_of_pixel[1:][meets])
    is_class = run_values != NOTHING
    segment_of_run[~is_class] = NO_SEGMENT
    _, first_run, numbers = np.unique(segment_of_run[is_class], return_index=True, return_inverse=True)
    order = np.argsort(first_run)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    segment_of_run[is_class] = rank[numbers]
    return segment_of_run[run_of_pixel], run_values[is_class][first_run[order]]
