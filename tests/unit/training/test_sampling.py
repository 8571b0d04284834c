"""The draw of an epoch depends on seed and epoch alone and stays where chips may lie."""

import numpy as np
import pytest

from core.geodata.chips import Candidates
from core.training.sampling import STEPS_PER_EPOCH, chips_per_epoch, sample_places


def candidates(rng, count=50):
    return Candidates(
        scene=rng.integers(3, size=count),
        row=rng.integers(1000, size=count),
        col=rng.integers(1000, size=count),
        row_slack=rng.integers(1, 33, size=count),
        col_slack=rng.integers(1, 33, size=count),
        histograms=np.ones((count, 2), np.int64),
    )


def test_the_same_seed_and_epoch_give_the_same_places():
    pool = candidates(np.random.default_rng(0))
    first, again = sample_places(pool, 40, 3, seed=5, epoch=3), sample_places(pool, 40, 3, seed=5, epoch=3)
    for name in ("scene", "row", "col", "turn", "contrast", "brightness"):
        np.testing.assert_array_equal(getattr(first, name), getattr(again, name))


@pytest.mark.parametrize(("seed", "epoch"), [(6, 3), (5, 4)])
def test_another_seed_or_epoch_gives_other_places(seed, epoch):
    pool = candidates(np.random.default_rng(0))
    first, other = (
        sample_places(pool, 40, 3, seed=5, epoch=3),
        sample_places(pool, 40, 3, seed=seed, epoch=epoch),
    )
    assert not np.array_equal(first.row, other.row)


def test_places_lie_within_the_slack_of_a_candidate():
    pool = candidates(np.random.default_rng(1))
    places = sample_places(pool, 2000, 3, seed=1, epoch=1)
    for scene, row, col in zip(places.scene, places.row, places.col):
        fits = (
            (pool.scene == scene)
            & (pool.row <= row)
            & (row < pool.row + pool.row_slack)
            & (pool.col <= col)
            & (col < pool.col + pool.col_slack)
        )
        assert fits.any()
    assert set(places.turn) == set(range(8))


def test_every_candidate_has_the_same_chance():
    pool = candidates(np.random.default_rng(2), count=10)
    pool.scene[:] = np.arange(10)
    drawn = np.bincount(sample_places(pool, 20_000, 3, seed=1, epoch=1).scene, minlength=10)
    assert drawn.min() > 1800
    assert drawn.max() < 2200


def test_a_small_area_is_seen_often_and_a_large_one_twice():
    assert chips_per_epoch(1000, 256, 8) == STEPS_PER_EPOCH * 8
    assert chips_per_epoch(100 * 2**20, 256, 8) == 2 * 100 * 2**20 // 256**2


def test_an_epoch_is_whole_batches():
    assert chips_per_epoch(1_234_567_890, 96, 7) % 7 == 0
    assert chips_per_epoch(1, 4096, 16) % 16 == 0
