import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from core.losses.cross_entropy import CrossEntropyLoss
from core.losses.toppixel import TopPixelLoss


def random_case(seed=0, shape=(2, 3, 5, 4), ignored=7):
    generator = torch.Generator().manual_seed(seed)
    logits = torch.randn(shape, generator=generator, dtype=torch.float64) * 3
    target = torch.randint(shape[1], (shape[0], *shape[2:]), generator=generator)
    target.view(-1)[torch.randperm(target.numel(), generator=generator)[:ignored]] = 255
    return logits, target


def brute_force(logits, target, weights, count):
    """Mean of the highest weighted losses, by sorting in numpy."""
    probs = logits.softmax(1).movedim(1, -1).reshape(-1, logits.shape[1]).numpy()
    losses = [
        float(weights[y]) * -math.log(p[y])
        for p, y in zip(probs, target.flatten().tolist(), strict=True)
        if y != 255
    ]
    return np.sort(losses)[::-1][: min(count, len(losses))].mean()


@pytest.mark.parametrize("scope", ["batch", "image"])
@pytest.mark.parametrize("k", [1, 3, 7, 21, 50000])
def test_golden_values(golden_case, k, scope):
    logits, target, _, values, tolerance = golden_case
    expected = values[f"top_pixel_{scope}_k{k}"]
    assert TopPixelLoss(k=k, scope=scope)(logits, target).item() == pytest.approx(expected, rel=tolerance)


def test_golden_value_with_weights(golden_case):
    logits, target, weights, values, tolerance = golden_case
    loss = TopPixelLoss(255, weights, k=5)(logits, target)
    assert loss.item() == pytest.approx(values["top_pixel_batch_k5_weighted"], rel=tolerance)


@pytest.mark.parametrize("scope", ["batch", "image"])
def test_golden_value_of_a_ratio(golden_case, scope):
    logits, target, _, values, tolerance = golden_case
    loss = TopPixelLoss(ratio=0.25, scope=scope)(logits, target)
    assert loss.item() == pytest.approx(values[f"top_fraction_0.25_{scope}_ceil"], rel=tolerance)


@given(seed=st.integers(0, 1000), scope=st.sampled_from(["batch", "image"]))
@settings(max_examples=20, deadline=None)
def test_more_pixels_never_raise_it(seed, scope):
    logits, target = random_case(seed)
    losses = [TopPixelLoss(k=k, scope=scope)(logits, target).item() for k in (1, 2, 5, 12, 30, 99)]
    assert losses == sorted(losses, reverse=True)


@given(seed=st.integers(0, 1000), k=st.integers(1, 50), ignored=st.integers(0, 39))
@settings(max_examples=40, deadline=None)
def test_equals_a_sort_for_every_k_and_every_number_of_ignored_pixels(seed, k, ignored):
    logits, target = random_case(seed, ignored=ignored)
    weights = torch.tensor([0.3, 1.0, 4.0], dtype=torch.float64)
    loss = TopPixelLoss(255, weights, k=k)(logits, target)
    assert loss.item() == pytest.approx(brute_force(logits, target, weights, k), rel=1e-12)


@given(seed=st.integers(0, 1000), percent=st.integers(1, 100), ignored=st.integers(0, 39))
@settings(max_examples=40, deadline=None)
def test_a_ratio_counts_the_valid_pixels_and_rounds_up(seed, percent, ignored):
    logits, target = random_case(seed, ignored=ignored)
    count = -((ignored - 40) * percent // 100)
    loss = TopPixelLoss(ratio=percent / 100)(logits, target)
    assert loss.item() == pytest.approx(brute_force(logits, target, [1, 1, 1], count), rel=1e-12)


def test_a_ratio_is_taken_as_written_not_as_floating_point_has_it():
    logits, target = random_case(ignored=15)
    assert 0.28 * 25 > 7
    loss = TopPixelLoss(ratio=0.28)(logits, target)
    assert loss.item() == pytest.approx(brute_force(logits, target, [1, 1, 1], 7), rel=1e-12)


def test_the_smallest_ratio_takes_one_pixel():
    logits, target = random_case()
    torch.testing.assert_close(TopPixelLoss(ratio=1e-9)(logits, target), TopPixelLoss(k=1)(logits, target))


def test_all_pixels_make_plain_cross_entropy():
    logits, target = random_case()
    expected = CrossEntropyLoss()(logits, target)
    torch.testing.assert_close(TopPixelLoss(k=10**6)(logits, target), expected)
    torch.testing.assert_close(TopPixelLoss(ratio=1.0)(logits, target), expected)


@pytest.mark.parametrize("settings", [{"k": 6}, {"ratio": 6 / 33}], ids=["k", "ratio"])
def test_the_gradient_is_that_of_the_chosen_pixels_alone(settings):
    logits, target = random_case()
    logits.requires_grad_()
    TopPixelLoss(**settings)(logits, target).backward()
    losses = functional.cross_entropy(logits.detach(), target, ignore_index=255, reduction="none")
    chosen = losses >= losses.flatten().sort(descending=True).values[5]
    onehot = functional.one_hot(target.where(target != 255, 0), 3).movedim(-1, 1)
    expected = (logits.detach().softmax(1) - onehot) * chosen[:, None] / 6
    torch.testing.assert_close(logits.grad, expected)


@pytest.mark.parametrize("settings", [{}, {"k": 5, "ratio": 0.5}])
def test_exactly_one_of_k_and_ratio(settings):
    with pytest.raises(ValueError, match="either k or ratio"):
        TopPixelLoss(**settings)
