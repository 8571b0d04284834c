"""Groups connected items and follows chains of items, for whole arrays at once instead of in loops."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def grouped(count: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Connected components of a graph.

    Args:
        count: Number of items.
        a: First item of each connected pair, (n,).
        b: Second item of each connected pair, (n,).

    Returns:
        Group of each item, int32 (count,), numbered from 0 without gaps.
    """
    graph = coo_array((np.ones(len(a), dtype=bool), (a, b)), shape=(count, count))
    groups: np.ndarray = connected_components(graph, directed=False)[1]
    return groups.astype(np.int32, copy=False)


def num_groups(group: np.ndarray) -> int:
    """Number of groups, given groups numbered from 0 without gaps."""
    return int(group.max(initial=-1)) + 1


def followed_back(before: np.ndarray, is_start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first item of each item's chain, and the distance to it.

    By pointer doubling: the number of passes is logarithmic in the length of the longest chain.

    Args:
        before: Predecessor of each item, (n,); undefined for first items.
        is_start: Whether an item is the first of its chain, bool (n,); each chain has a first item.

    Returns:
        The first item, and the number of items before this one in its chain, both int64 (n,).
    """
    start = np.where(is_start, np.arange(len(before)), before)
    position = (~is_start).astype(np.int64)
    todo = np.flatnonzero(~is_start)
    while todo.size:
        todo = todo[~is_start[start[todo]]]
        further = start[todo]
        position[todo] += position[further]
        start[todo] = start[further]
    return start, position


def offsets(sizes: np.ndarray) -> np.ndarray:
    """Offsets of arrays of these sizes when concatenated, and the total; int64 (n + 1,)."""
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def positions_within(sizes: np.ndarray) -> np.ndarray:
    """0, 1, 2 … for each of arrays of these sizes, concatenated."""
    begins = offsets(sizes)
    positions: np.ndarray = np.arange(begins[-1]) - np.repeat(begins[:-1], sizes)
    return positions
