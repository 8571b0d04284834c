"""The outputs of a map, compared with numpy and torch."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.map_outputs import CLASS, MapOutputs, first_largest

DTYPES = [torch.float32, torch.bfloat16, torch.float16, torch.int16]


@settings(deadline=None, max_examples=60)
@given(
    planes=st.integers(1, 9),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    dtype=st.sampled_from(DTYPES),
    seed=st.integers(0, 99),
    are_interleaved=st.booleans(),
)
def test_first_largest_equals_argmax(planes, size, dtype, seed, are_interleaved):
    # Few values, so that there are many ties; with 0 and -0.
    drawn = np.random.default_rng(seed).integers(-2, 3, (planes, *size))
    values = torch.from_numpy(drawn).to(dtype)
    if dtype.is_floating_point:
        values = torch.where(torch.from_numpy(drawn % 2 == 0) & (values == 0), -values, values)
    if are_interleaved:
        values = values.permute(1, 2, 0).contiguous().permute(2, 0, 1)
    np.testing.assert_array_equal(first_largest(values).numpy(), drawn.argmax(axis=0))


def test_zero_and_minus_zero_are_a_tie():
    values = torch.tensor([-0.0, 0.0, -1.0]).reshape(3, 1, 1)
    assert first_largest(values).item() == 0
    assert first_largest(values.flip(0)).item() == 1


def test_256_planes_are_possible():
    values = torch.zeros(256, 2, 3)
    values[255] = 1
    assert torch.equal(first_largest(values), torch.full((2, 3), 255, dtype=torch.uint8))


def test_nan_still_gives_a_class():
    values = torch.full((4, 2, 2), torch.nan)
    assert int(first_largest(values).max()) < 4


def test_the_input_is_not_changed():
    values = torch.tensor([-0.0, 0.0]).reshape(2, 1, 1)
    first_largest(values)
    assert torch.signbit(values[0]).item()


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_outputs_of_logits_agree_with_torch(dtype):
    logits = torch.randn(5, 17, 13, generator=torch.Generator().manual_seed(1)).to(dtype)
    found = MapOutputs(confidence=True, entropy=True, probabilities=True).of_logits(logits)
    probs = logits.float().softmax(0)
    entropy = torch.distributions.Categorical(probs.movedim(0, -1)).entropy() / np.log(5)
    assert torch.equal(found[CLASS], logits.argmax(0).to(torch.uint8))
    torch.testing.assert_close(found["confidence"], probs.amax(0))
    torch.testing.assert_close(found["entropy"], entropy, atol=1e-5, rtol=1e-4)
    assert (found["probabilities"] / 250 - probs).abs().max() <= 0.5 / 250 + 1e-6
