"""Chip indices of targets in memory, and the pixels that training chips can show, by brute force."""

import numpy as np
import pytest

from core.geodata.chips.index import ChipIndex


def _index(*targets, num_classes, chip=32, cell=4):
    counts = []
    for target in targets:
        rows, cols = (-(-length // cell) for length in target.shape)
        padded = np.full((rows * cell, cols * cell), 255)
        padded[: target.shape[0], : target.shape[1]] = target
        cells = padded.reshape(rows, cell, cols, cell)
        per_class = [(cells == label).sum(axis=(1, 3)) for label in range(num_classes)]
        counts.append(np.stack(per_class, axis=-1).astype(np.int32))
    names = tuple(f"{n}.tif" for n in range(len(targets)))
    sizes = tuple(target.shape for target in targets)
    return ChipIndex(chip, cell, num_classes, names, sizes, tuple(counts))


def _swept(index, candidates):
    """Scene, rows and columns of the pixels that each candidate can show within its slack."""
    for scene, row, col, rows, cols in zip(
        candidates.scene, candidates.row, candidates.col, candidates.row_slack, candidates.col_slack
    ):
        assert rows >= 1
        assert cols >= 1
        bottom, right = row + rows - 1 + index.chip_size, col + cols - 1 + index.chip_size
        assert bottom <= index.sizes[scene][0]
        assert right <= index.sizes[scene][1]
        yield scene, (row, bottom), (col, right)


def _shown(index, candidates):
    """Pixels that any training chip can show, bool per scene."""
    shown = [np.zeros(size, dtype=bool) for size in index.sizes]
    for scene, rows, cols in _swept(index, candidates):
        shown[scene][slice(*rows), slice(*cols)] = True
    return shown


def _assert_apart(index, candidates, held_out, buffer):
    """Assert that no chip, at any position, shows a held-out pixel or one within the buffer around it."""
    for scene, (top, bottom), (left, right) in _swept(index, candidates):
        around = held_out[scene][
            max(0, top - buffer) : bottom + buffer, max(0, left - buffer) : right + buffer
        ]
        assert not around.any()


@pytest.fixture
def memory_index():
    """The chip index of targets given as arrays, by brute force."""
    return _index


@pytest.fixture
def shown_pixels():
    return _shown


@pytest.fixture
def assert_apart():
    return _assert_apart
