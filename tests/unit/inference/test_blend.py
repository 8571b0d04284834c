"""Blending is a weighted mean with positive weights, held in the rows of one tile."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.blend import StripBlender, tile_weights
from core.inference.plan import plan_tiles


@pytest.mark.parametrize(("tile_size", "overlap"), [(32, 0), (64, 1), (64, 32), (512, 64)])
def test_weights_are_positive_and_at_most_one(tile_size, overlap):
    weights = tile_weights(tile_size, overlap)
    assert weights.shape == (tile_size, tile_size)
    assert float(weights.min()) > 0
    assert float(weights.max()) <= 1


@pytest.mark.parametrize("overlap", [1, 7, 16, 32])
def test_weights_of_neighbours_add_up_to_one(overlap):
    line = tile_weights(64, overlap).diagonal().sqrt()  # the weights are a line's product with itself
    np.testing.assert_allclose(line[:overlap] + line[64 - overlap :], 1, atol=1e-6)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 150), st.integers(1, 150), st.integers(0, 16), st.integers(0, 2**31))
def test_strips_equal_the_weighted_mean_over_the_whole_scene(height, width, overlap, seed):
    tile_size, num_classes = 32, 3
    plan = plan_tiles(height, width, tile_size, overlap)
    rng = np.random.default_rng(seed)
    tiles = {
        (top, left): rng.random((num_classes, tile_size, tile_size), np.float32)
        for top, lefts in plan.rows
        for left in lefts
    }
    weights = tile_weights(tile_size, overlap).numpy().astype(np.float64)
    sums, weight_sums = np.zeros((num_classes, height, width)), np.zeros((height, width))
    for (top, left), probs in tiles.items():
        rows, cols = min(tile_size, height - top), min(tile_size, width - left)
        sums[:, top : top + rows, left : left + cols] += probs[:, :rows, :cols] * weights[:rows, :cols]
        weight_sums[top : top + rows, left : left + cols] += weights[:rows, :cols]

    blender = StripBlender(num_classes, width, tile_weights(tile_size, overlap))
    strips = []
    next_tops = [*(top for top, _ in plan.rows[1:]), height]
    for (top, lefts), next_top in zip(plan.rows, next_tops):
        blender.start_row(top)
        for left in lefts:
            blender.add(torch.from_numpy(tiles[top, left]), left)
        probs, covered = blender.take_until(next_top)
        assert bool(covered.all())
        strips.append(probs.numpy())

    np.testing.assert_allclose(np.concatenate(strips, axis=1), sums / weight_sums, rtol=2e-5)
