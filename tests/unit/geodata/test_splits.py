import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.contract.errors import TooSmallError
from core.geodata.chips import ChipIndex
from core.geodata.grid import overlaps
from core.geodata.splits import Split, split_blocks

CHIP, CELL = 32, 4


def _index(*targets, num_classes):
    """The chip index of targets held in memory, by brute force."""
    counts = []
    for target in targets:
        rows, cols = (-(-length // CELL) for length in target.shape)
        padded = np.full((rows * CELL, cols * CELL), 255)
        padded[: target.shape[0], : target.shape[1]] = target
        cells = padded.reshape(rows, CELL, cols, CELL)
        per_class = [(cells == label).sum(axis=(1, 3)) for label in range(num_classes)]
        counts.append(np.stack(per_class, axis=-1).astype(np.int32))
    names = tuple(f"{n}.tif" for n in range(len(targets)))
    sizes = tuple(target.shape for target in targets)
    return ChipIndex(CHIP, CELL, num_classes, names, sizes, tuple(counts))


def _blobs(height, width, seed, num_classes=4, labelled=1.0):
    """Classes of very different size: class c covers a few rectangles, fewer for higher c."""
    generator = np.random.default_rng(seed)
    target = np.zeros((height, width), dtype=int)
    for label in range(1, num_classes):
        for _ in range(12 // label):
            row, col = generator.integers(0, height - 10), generator.integers(0, width - 10)
            target[row : row + 10, col : col + 10] = label
    target[generator.random((height, width)) > labelled] = 255
    return target


def _validation(targets, split):
    """Where the validation windows lie, bool per scene."""
    inside = [np.zeros(target.shape, dtype=bool) for target in targets]
    for where, windows in zip(inside, split.validation):
        for window in windows:
            assert not where[window.toslices()].any()
            where[window.toslices()] = True
    return inside


@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(st.tuples(st.integers(32, 300), st.integers(32, 300)), min_size=1, max_size=3),
    seed=st.integers(0, 1000),
    share=st.floats(0.05, 0.9),
    labelled=st.sampled_from([1.0, 0.5, 0.001]),
)
def test_no_possible_training_chip_touches_validation(sizes, seed, share, labelled):
    targets = [_blobs(*size, seed + n, labelled=labelled) for n, size in enumerate(sizes)]
    index = _index(*targets, num_classes=4)
    try:
        split = split_blocks(index, share, seed)
        candidates = index.candidates(split)
    except TooSmallError:
        assume(False)
    assert any(split.validation)
    for scene, row, col, rows, cols in zip(
        candidates.scene, candidates.row, candidates.col, candidates.row_slack, candidates.col_slack
    ):
        assert rows >= 1
        assert cols >= 1
        bottom, right = row + rows - 1 + CHIP, col + cols - 1 + CHIP
        assert bottom <= sizes[scene][0]
        assert right <= sizes[scene][1]
        for window in split.validation[scene]:
            swept = type(window)(col, row, right - col, bottom - row)
            assert not overlaps(swept, window)


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 1000), share=st.floats(0.05, 0.9), size=st.integers(64, 400))
def test_every_class_stays_in_training_and_missing_ones_are_told(seed, share, size):
    target = _blobs(size, size, seed, num_classes=6)
    try:
        split = split_blocks(_index(target, num_classes=6), share, seed)
    except TooSmallError:
        assume(False)
    (inside,) = _validation([target], split)
    assert set(target[~inside]) - {255} == set(target.ravel()) - {255}
    missing = set(target.ravel()) - {255} - set(target[inside])
    assert set(split.missing_in_validation) == missing


@pytest.mark.parametrize("share", [0.1, 0.2, 0.5])
def test_validation_holds_the_share_of_every_class(share):
    generator = np.random.default_rng(3)
    target = (generator.random((800, 800)) < 0.3).astype(int)
    target[generator.random((800, 800)) < 0.01] = 2
    split = split_blocks(_index(target, num_classes=3), share, seed=1)
    (inside,) = _validation([target], split)
    for label in range(3):
        held = (inside & (target == label)).sum() / (target == label).sum()
        assert held == pytest.approx(share, abs=0.04)


def test_class_in_two_places_lies_in_both_parts():
    """Ten rare classes with two places each: chance alone would hardly part them all."""
    target = np.zeros((640, 640), dtype=int)
    spots = np.random.default_rng(0).permutation(100)[:20]
    for number, spot in enumerate(spots):
        target[spot // 10 * 64 + 5, spot % 10 * 64 + 5] = 1 + number // 2
    split = split_blocks(_index(target, num_classes=11), 0.3, seed=0)
    (inside,) = _validation([target], split)
    assert split.missing_in_validation == ()
    assert set(target[inside]) == set(target[~inside]) == set(range(11))


def test_class_in_one_block_stays_in_training_and_is_told():
    target = np.zeros((400, 400), dtype=int)
    target[10, 10] = 1
    split = split_blocks(_index(target, num_classes=2), 0.5, seed=0)
    (inside,) = _validation([target], split)
    assert split.missing_in_validation == (1,)
    assert not inside[10, 10]


def test_blocks_are_large_while_there_are_enough():
    split = split_blocks(_index(np.zeros((960, 1280), dtype=int), num_classes=1), 0.2, seed=0)
    sides = {(window.height, window.width) for window in split.validation[0]}
    assert {height for height, _ in sides} == {192}
    assert {width for _, width in sides} <= {192, 320}
    assert all(window.row_off % 192 == window.col_off % 192 == 0 for window in split.validation[0])


def test_small_scene_gets_blocks_of_one_chip():
    split = split_blocks(_index(np.zeros((70, 100), dtype=int), num_classes=1), 0.2, seed=0)
    (window,) = split.validation[0]
    assert min(window.height, window.width) >= CHIP
    assert max(window.height, window.width) < 2 * CHIP


def test_blocks_spread_over_all_scenes_count_together():
    targets = [np.zeros((96, 96), dtype=int)] * 6
    split = split_blocks(_index(*targets, num_classes=1), 0.5, seed=0)
    assert len(split.validation) == 6
    assert sum(where.sum() for where in _validation(targets, split)) == pytest.approx(3 * 96 * 96, rel=0.05)


def test_same_seed_gives_the_same_blocks_and_another_seed_others():
    index = _index(_blobs(500, 500, 0), num_classes=4)
    assert split_blocks(index, 0.2, 5) == split_blocks(index, 0.2, 5)
    assert len({split_blocks(index, 0.2, seed).validation for seed in range(5)}) > 1


def test_share_of_zero_keeps_nothing():
    assert split_blocks(_index(np.zeros((64, 64), dtype=int), num_classes=1), 0, 1) == Split(((),))


def test_single_block_cannot_be_split():
    with pytest.raises(TooSmallError, match="labels lie in 1 block of") as caught:
        split_blocks(_index(np.zeros((40, 60), dtype=int), num_classes=1), 0.2, 1)
    assert "validation share to 0" in caught.value.hint


def test_blocks_that_all_hold_a_class_of_their_own_cannot_be_split():
    target = np.zeros((32, 64), dtype=int)
    target[:, 32:] = 1
    with pytest.raises(TooSmallError, match="2 blocks"):
        split_blocks(_index(target, num_classes=2), 0.5, 1)
