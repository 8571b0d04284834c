"""Which things hang together, and in which order, worked out for all of them at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def grouped(count: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Which things hang together, given pairs that do.

    Args:
        count: Number of things.
        a: First of each pair, (n,).
        b: Second of each pair, (n,).

    Returns:
        Group of each thing, int32 (count,), from 0 without gaps.
    """
    graph = coo_array((np.ones(len(a), dtype=bool), (a, b)), shape=(count, count))
    groups: np.ndarray = connected_components(graph, directed=False)[1]
    return groups.astype(np.int32, copy=False)


def num_groups(group: np.ndarray) -> int:
    """Number of groups that are numbered from 0 without gaps."""
    return int(group.max(initial=-1)) + 1


def followed_back(before: np.ndarray, is_start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where each thing's chain starts, and how far back that is.

    Each look goes twice as far back as the one before, so that long chains take few of them.

    Args:
        before: What comes before each thing, (n,); of no matter at a start.
        is_start: Whether a chain starts with a thing; each chain has a start.

    Returns:
        The start and the number of things before this one in its chain, both int64 (n,).
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
    """Where each of some arrays begins when they are joined, and where the last ends; int64 (n + 1,)."""
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def positions_within(sizes: np.ndarray) -> np.ndarray:
    """0, 1, 2 … for each of some arrays, joined."""
    begins = offsets(sizes)
    positions: np.ndarray = np.arange(begins[-1]) - np.repeat(begins[:-1], sizes)
    return positions
