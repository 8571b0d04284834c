"""Blending is a weighted mean with positive weights, the same in whatever spans and regions."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.blend import ONE, Blender, axis_weights
from core.inference.map_outputs import CLASS, MapOutputs
from core.inference.tiles import Axis, plan_tiles, tile_starts

ALL = MapOutputs(confidence=True, entropy=True, probabilities=True)
CPU = torch.device("cpu")


def make_axis(length, tile_size, overlap):
    return Axis(length, tile_size, tile_starts(length, tile_size, overlap))


@given(st.integers(1, 700), st.sampled_from([32, 64]).flatmap(
    lambda tile: st.tuples(st.just(tile), st.integers(0, tile // 2))
))  # fmt: skip
def test_weights_are_positive_and_sum_to_one(length, tiling):
    tile_size, overlap = tiling
    axis = make_axis(length, tile_size, overlap)
    weights = axis_weights(axis).numpy()
    assert weights.shape == (len(axis.starts), tile_size)
    assert 0 < weights.min() <= weights.max() <= 1
    total = np.zeros(axis.starts[-1] + tile_size)
    for start, line in zip(axis.starts, weights):
        total[start : start + tile_size] += line
    np.testing.assert_allclose(total, 1, rtol=1e-12)


def weights_by_hand(axis):
    """Weights of one tile along an axis, before they are normalised."""
    line, starts = np.ones(axis.tile_size), axis.starts
    shared = min((a + axis.tile_size - b for a, b in zip(starts, starts[1:])), default=0)
    rise = min(shared, axis.tile_size // 2)
    ramp = np.sin((np.arange(rise) + 0.5) * np.pi / (2 * rise or 1)) ** 4
    line[:rise], line[axis.tile_size - rise :] = ramp, ramp[::-1]
    return line


def random_tiles(plan, num_classes, seed):
    rng = np.random.default_rng(seed)
    return {
        (row, tile): torch.from_numpy(rng.normal(0, 2, (num_classes, *plan.tile_shape)).astype(np.float32))
        for row, tiles in plan.rows
        for tile in tiles
    }


def blended(plan, tiles, num_classes=3, carry=None, *, keep_open=False):
    """The finished pixels of a plan or a region, and the blender."""
    blender = Blender(plan, ALL, num_classes, CPU, keeps_top_open=keep_open)
    blender.carry = carry
    strips = []
    for row, lefts in plan.rows:
        blender.start_row(row)
        spans = []
        for start in range(0, len(lefts), 2):
            blender.start_span(lefts[start : start + 2])
            for tile in lefts[start : start + 2]:
                blender.add(tile, tiles[row, tile])
            spans.append(blender.finish_span())
        blender.finish_row()
        strips.append({name: torch.cat([span[name] for span in spans], dim=-1) for name in ALL.names})
    joined = {name: torch.cat([strip[name] for strip in strips], dim=-2) for name in ALL.names}
    return joined, blender


scenes = st.tuples(st.integers(1, 150), st.integers(1, 150), st.integers(0, 16), st.integers(0, 2**31))


@settings(deadline=None, max_examples=40)
@given(scenes)
def test_the_map_equals_a_weighted_mean_over_the_whole_scene(scene):
    height, width, overlap, seed = scene
    tile_size, num_classes = 32, 3
    plan = plan_tiles(height, width, tile_size, overlap)
    tiles = random_tiles(plan, num_classes, seed)
    weights_down, weights_across = weights_by_hand(plan.down), weights_by_hand(plan.across)
    sums, weight_sums = np.zeros((num_classes, height, width)), np.zeros((height, width))
    for (row, tile), logits in tiles.items():
        top, left = plan.down.starts[row], plan.across.starts[tile]
        exponents = np.exp(logits.numpy().astype(np.float64))
        probs = exponents / exponents.sum(axis=0)
        rows, cols = min(tile_size, height - top), min(tile_size, width - left)
        weights = np.outer(weights_down, weights_across)
        sums[:, top : top + rows, left : left + cols] += (probs * weights)[:, :rows, :cols]
        weight_sums[top : top + rows, left : left + cols] += weights[:rows, :cols]
    expected = sums / weight_sums

    made, _ = blended(plan, tiles)

    np.testing.assert_allclose(made["confidence"], expected.max(axis=0), atol=3e-4)
    entropy = -(expected * np.log(expected)).sum(axis=0) / np.log(num_classes)
    np.testing.assert_allclose(made["entropy"], entropy, atol=2e-3)
    np.testing.assert_allclose(made["probabilities"], expected * 250, atol=0.55)
    ordered = np.sort(expected, axis=0)
    clear = ordered[-1] - ordered[-2] > 5e-4
    np.testing.assert_array_equal(made[CLASS].numpy()[clear], expected.argmax(axis=0)[clear])


@settings(deadline=None, max_examples=60)
@given(scenes, st.integers(1, 5000))
def test_regions_give_the_whole_map_bit_for_bit_in_sequence_or_independently(scene, pixels):
    height, width, overlap, seed = scene
    plan = plan_tiles(height, width, 32, overlap)
    tiles = random_tiles(plan, 3, seed)
    whole, _ = blended(plan, tiles)
    regions = plan.regions(pixels)
    assert [row for region in regions for row in region.rows] == list(plan.rows)

    in_sequence, carry = [], None
    independent, carries = [], []
    for number, region in enumerate(regions):
        made, blender = blended(region, tiles, carry=carry)
        carry = blender.carry
        in_sequence.append(made)
        made, blender = blended(region, tiles, keep_open=number > 0)
        if number:
            sums = carries[-1] + blender.open_top
            rows = sums.shape[1]
            for name, values in ALL.of_sums(sums, ONE).items():
                made[name][..., :rows, :] = values
        carries.append(blender.carry)
        independent.append(made)

    for name, expected in whole.items():
        for result in (in_sequence, independent):
            torch.testing.assert_close(
                torch.cat([made[name] for made in result], dim=-2), expected, rtol=0, atol=0
            )


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float16])
@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_logits_may_have_half_precision_and_any_layout(dtype, layout):
    plan = plan_tiles(50, 50, 32, 8)
    tiles = random_tiles(plan, 4, 0)
    rough = {
        tile: logits[None].to(dtype).contiguous(memory_format=layout)[0] for tile, logits in tiles.items()
    }
    exact = {tile: logits.to(dtype).float() for tile, logits in tiles.items()}
    for name, values in blended(plan, rough, 4)[0].items():
        torch.testing.assert_close(values, blended(plan, exact, 4)[0][name], rtol=0, atol=0)


def test_constant_logits_give_a_constant_map():
    plan = plan_tiles(77, 130, 32, 16)
    logits = torch.tensor([0.1, 0.3, 0.2]).reshape(3, 1, 1).expand(3, 32, 32)
    made, _ = blended(plan, dict.fromkeys(random_tiles(plan, 3, 0), logits))
    assert set(made[CLASS].unique().tolist()) == {1}
    assert made["confidence"].std() < 1e-3


def test_sums_are_on_the_device_and_not_float64():
    plan = plan_tiles(50, 50, 32, 8)
    blender = Blender(plan, ALL, 2, torch.device("meta"))
    # As loaded from a file when a job is resumed.
    blender.carry = torch.zeros((2, plan.down.shared(1), 50), dtype=torch.int16)
    blender.start_row(1)
    tensors = [value for value in vars(blender).values() if isinstance(value, torch.Tensor)]
    assert {tensor.device.type for tensor in tensors if tensor is not blender.carry} == {"meta"}
    assert torch.float64 not in {tensor.dtype for tensor in tensors}
