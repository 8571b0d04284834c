"""The chip positions of an epoch depend on seed and epoch alone, and follow the sampling weights."""

import dataclasses

import numpy as np
import pytest

from core.contract.catalog.training import SAMPLINGS
from core.geodata.chips.index import Candidates
from core.geodata.chips.sampling import (
    STEPS_PER_EPOCH,
    ChipPositions,
    chips_per_epoch,
    expected_shares,
    sample_positions,
    sampling_weights,
)


def candidates(rng, count=50):
    return Candidates(
        scene=rng.integers(3, size=count),
        row=rng.integers(1000, size=count),
        col=rng.integers(1000, size=count),
        row_slack=rng.integers(1, 33, size=count),
        col_slack=rng.integers(1, 33, size=count),
        histograms=np.ones((count, 2), np.int64),
    )


def sample(pool, count, seed, epoch, sampling="uniform"):
    return sample_positions(pool, sampling_weights(pool, sampling), count, seed, epoch)


def rare_pool():
    """Ten candidates of 100 pixels: background in all, a common class in five, a rare one in two."""
    pool = candidates(np.random.default_rng(3), count=10)
    pool.scene[:] = np.arange(10)
    histograms = np.zeros((10, 4), np.int32)
    histograms[:5, 1] = 40
    histograms[4, 2], histograms[9, 2] = 10, 30
    histograms[:, 0] = 100 - histograms.sum(axis=1)
    return dataclasses.replace(pool, histograms=histograms)


def test_the_same_seed_and_epoch_give_the_same_positions():
    pool = candidates(np.random.default_rng(0))
    first, again = sample(pool, 40, seed=5, epoch=3), sample(pool, 40, seed=5, epoch=3)
    for name in ("scene", "row", "col", "stream"):
        np.testing.assert_array_equal(getattr(first, name), getattr(again, name))


@pytest.mark.parametrize(("seed", "epoch"), [(6, 3), (5, 4)])
def test_another_seed_or_epoch_gives_other_positions(seed, epoch):
    pool = candidates(np.random.default_rng(0))
    first, other = (
        sample(pool, 40, seed=5, epoch=3),
        sample(pool, 40, seed=seed, epoch=epoch),
    )
    assert not np.array_equal(first.row, other.row)


def test_positions_lie_within_the_slack_of_a_candidate():
    pool = candidates(np.random.default_rng(1))
    positions = sample(pool, 2000, seed=1, epoch=1)
    for scene, row, col in zip(positions.scene, positions.row, positions.col):
        fits = (
            (pool.scene == scene)
            & (pool.row <= row)
            & (row < pool.row + pool.row_slack)
            & (pool.col <= col)
            & (col < pool.col + pool.col_slack)
        )
        assert fits.any()


def test_each_chip_has_its_own_random_generator():
    pool = candidates(np.random.default_rng(0))
    positions = sample(pool, 40, seed=5, epoch=3)
    part = ChipPositions(*(getattr(positions, f.name)[7:9] for f in dataclasses.fields(ChipPositions)))
    assert part.at(0) == positions.at(7)
    assert part.generator(0).random() == positions.generator(7).random()
    others = [sample(pool, 40, seed, epoch) for seed, epoch in ((5, 3), (6, 3), (5, 4), (3, 5))]
    first = [each.generator(number).random() for each in others for number in range(40)]
    # The positions themselves are drawn by yet another generator.
    first += [np.random.default_rng(key).random() for key in ((5, 3), (6, 3), (5, 4), (3, 5))]
    assert len(set(first)) == len(first)


def test_uniform_sampling_draws_every_candidate_alike():
    pool = candidates(np.random.default_rng(2), count=10)
    pool.scene[:] = np.arange(10)
    drawn = np.bincount(sample(pool, 20_000, seed=1, epoch=1).scene, minlength=10)
    assert drawn.min() > 1800
    assert drawn.max() < 2200


def test_an_epoch_covers_a_large_area_twice_and_a_small_one_more_often():
    assert chips_per_epoch(1000, 256, 8) == STEPS_PER_EPOCH * 8
    assert chips_per_epoch(100 * 2**20, 256, 8) == 2 * 100 * 2**20 // 256**2


def test_an_epoch_has_whole_batches():
    assert chips_per_epoch(1_234_567_890, 96, 7) % 7 == 0
    assert chips_per_epoch(1, 4096, 16) % 16 == 0


def test_balanced_sampling_draws_a_class_and_then_a_candidate_by_its_pixels():
    weights = sampling_weights(rare_pool(), "balanced")
    background = np.array([60, 60, 60, 60, 50, 100, 100, 100, 100, 70]) / 760
    common = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]) / 5
    rare = np.array([0, 0, 0, 0, 10, 0, 0, 0, 0, 30]) / 40
    np.testing.assert_allclose(weights, (background + common + rare) / 3)


def test_repeat_factor_sampling_is_by_the_root_of_the_frequency_of_the_rarest_class():
    weights = sampling_weights(rare_pool(), "repeat factor")
    factors = np.array([2**0.5] * 4 + [5**0.5] + [1] * 4 + [5**0.5])
    np.testing.assert_allclose(weights, factors / factors.sum())


def test_mixed_is_half_balanced_and_half_by_labelled_pixels():
    pool = rare_pool()
    pool.histograms[0, 0] -= 40
    labelled = pool.histograms.sum(axis=1)
    expected = (sampling_weights(pool, "balanced") + labelled / labelled.sum()) / 2
    np.testing.assert_allclose(sampling_weights(pool, "mixed"), expected)


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_positions_follow_the_weights_and_show_the_expected_shares(sampling):
    pool = rare_pool()
    weights = sampling_weights(pool, sampling)
    drawn = np.bincount(sample(pool, 40_000, 1, 1, sampling).scene, minlength=10)
    np.testing.assert_allclose(drawn / 40_000, weights, atol=0.01)
    shown = drawn @ pool.histograms / (drawn @ pool.histograms).sum()
    np.testing.assert_allclose(expected_shares(pool, weights), shown, atol=0.005)


def test_balanced_and_repeat_factor_sampling_favour_rare_classes():
    pool = rare_pool()
    uniform, repeat, balanced = (
        expected_shares(pool, sampling_weights(pool, s))[2] for s in ("uniform", "repeat factor", "balanced")
    )
    assert uniform == pytest.approx(0.04)
    assert uniform < repeat < balanced
