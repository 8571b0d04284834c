import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from core.losses import loss_max_pooling
from core.losses.cross_entropy import CrossEntropyLoss
from core.losses.loss_max_pooling import LossMaxPoolingLoss, max_pooling_weights
from core.losses.toppixel import TopPixelLoss


def weights_of(losses, p, m):
    losses = torch.as_tensor(losses, dtype=torch.float64)[None]
    return max_pooling_weights(losses, torch.tensor([losses.shape[1]]), p, 0.0, m)[0].numpy()


def brute_force(losses, p, m):
    """The weights by bisection on the threshold, in plain numpy."""
    losses = np.asarray(losses, dtype=float)
    count, power = len(losses), p / (p - 1)
    m = min(max(m, 1), count)
    largest = count ** (-1 / power) * m ** (-1 / p)
    if (losses > 0).sum() <= m:
        return largest * (losses > 0)
    low, high = 0.0, losses.max() * count
    for _ in range(300):
        threshold = (low + high) / 2
        if np.minimum(1, (losses / threshold) ** power).sum() > m:
            low = threshold
        else:
            high = threshold
    return largest * np.minimum(1, (losses / high) ** (power - 1))


def random_losses(kind, generator, count):
    uniform = torch.rand(2, count, generator=generator, dtype=torch.float64)
    normal = torch.randn(2, count, generator=generator, dtype=torch.float64)
    return {
        "first epoch": -(1 - uniform).log(),
        "last epoch": functional.softplus(4 * normal - 8),
        "certain": functional.softplus(6 * normal - 14).float().double(),
        "lumps": (4 * uniform).floor() + 1e-3 * uniform,
        "alike": torch.ones_like(uniform),
        "stripes": (torch.arange(count) % 16 == 0) * 3 + 0.01 * uniform,
        "block": (torch.arange(count) < count // 20) * 3 + 0.01 * uniform,
    }[kind]


@pytest.mark.parametrize("scope", ["image", "batch"])
@pytest.mark.parametrize("p", ["1", "1.3", "1.7", "2.0", "4.0", "inf"])
@pytest.mark.parametrize("ratio", ["0.1", "0.25", "0.5", "1.0"])
def test_golden_values(golden_case, scope, p, ratio):
    logits, target, _, values, tolerance = golden_case
    loss = LossMaxPoolingLoss(p=float(p), ratio=float(ratio), scope=scope)
    assert loss(logits, target).item() == pytest.approx(values[f"lmp_{scope}_p{p}_r{ratio}"], rel=tolerance)


def test_golden_weights(golden):
    for case in golden["lmp_vectors"]:
        weights = weights_of(case["l"], float(case["p"]), case["m"])
        assert weights @ case["l"] == pytest.approx(case["value"], rel=1e-9)
        if case["p"] > 1:  # at 1, which of several equal losses are taken is left open
            np.testing.assert_allclose(weights, case["w"], rtol=1e-9, atol=1e-12)


@given(
    losses=st.lists(st.floats(0, 20).map(lambda x: round(x, 3)), min_size=1, max_size=30),
    p=st.sampled_from([1.02, 1.2, 1.7, 3.0, 20.0]),
    share=st.floats(0.01, 1),
)
@settings(max_examples=150, deadline=None)
def test_weights_equal_those_of_an_independent_solver(losses, p, share):
    m = share * len(losses)
    weights, expected = weights_of(losses, p, m), brute_force(losses, p, m)
    np.testing.assert_allclose(weights @ losses, expected @ np.array(losses), rtol=1e-9, atol=1e-12)
    if share < 0.99:
        np.testing.assert_allclose(weights, expected, rtol=1e-6, atol=1e-9)


@given(seed=st.integers(0, 1000), p=st.floats(1.05, 8), share=st.floats(0.05, 1))
@settings(max_examples=50, deadline=None)
def test_no_allowed_weights_give_more(seed, p, share):
    random = np.random.default_rng(seed)
    losses = random.exponential(size=12)
    best = weights_of(losses, p, share * 12)
    norm = 12 ** (1 / p - 1)
    largest = norm * max(share * 12, 1) ** (-1 / p)
    assert (best**p).sum() ** (1 / p) <= norm * (1 + 1e-9)
    assert best.max() <= largest * (1 + 1e-9)
    for _ in range(50):
        other = np.minimum(random.exponential(size=12) * losses ** random.uniform(0, 4), largest)
        other *= min(1, norm / (other**p).sum() ** (1 / p))
        assert other @ losses <= best @ losses * (1 + 1e-9)


@pytest.mark.parametrize(
    "kind", ["first epoch", "last epoch", "certain", "lumps", "alike", "stripes", "block"]
)
@pytest.mark.parametrize("p", [1.4, 1.7, 4.0])
@pytest.mark.parametrize("ratio", [0.1, 0.25, 0.7])
def test_the_corrected_sample_equals_the_sort(monkeypatch, kind, p, ratio):
    monkeypatch.setattr(loss_max_pooling, "SAMPLE_TOP", 512)
    losses = random_losses(kind, torch.Generator().manual_seed(0), 20_000)
    counts = torch.tensor([20_000, 19_000])
    losses[1, 19_000:] = 0
    sampled = max_pooling_weights(losses, counts, p, ratio, 0.0)
    monkeypatch.setattr(loss_max_pooling, "SAMPLE_TOP", 10**9)
    exact = max_pooling_weights(losses, counts, p, ratio, 0.0)
    torch.testing.assert_close((sampled * losses).sum(1), (exact * losses).sum(1), rtol=1e-8, atol=0)


def test_the_sample_is_used_for_large_images_and_the_sort_for_small_ones(monkeypatch):
    used = []
    for name in ("_sampled_threshold", "_sorted_threshold"):
        monkeypatch.setattr(
            loss_max_pooling, name, lambda powers, *_, name=name: used.append(name) or powers[:, 0]
        )
    for count in (1000, 20_000):
        max_pooling_weights(torch.rand(1, count), torch.tensor([count]), 1.7, 0.25, 0.0)
    assert used == ["_sorted_threshold", "_sampled_threshold"]


@pytest.mark.parametrize("p", [1 + 1e-12, 1.0001, 1.01])
def test_near_one_it_nears_the_mean_of_the_highest(p):
    losses = torch.rand(1, 400, dtype=torch.float64)
    weights = max_pooling_weights(losses, torch.tensor([400]), p, 0.25, 0.0)
    value = (weights * losses).sum().item()
    assert value == pytest.approx(losses.topk(100).values.mean().item(), rel=2 * (p - 1) + 1e-9)


def test_p_one_takes_a_fraction_of_the_last_pixel():
    assert weights_of([3.0, 2.0, 1.0, 0.5], 1.0, 2.5) == pytest.approx([0.4, 0.4, 0.2, 0])


def test_p_one_is_top_pixel_and_infinity_is_cross_entropy():
    logits, target = torch.randn(2, 3, 6, 5, dtype=torch.float64), torch.randint(3, (2, 6, 5))
    target[0, :2] = 255
    top = TopPixelLoss(k=7)(logits, target)
    torch.testing.assert_close(LossMaxPoolingLoss(p=1, m=7, scope="batch")(logits, target), top)
    mean = CrossEntropyLoss()(logits, target)
    torch.testing.assert_close(LossMaxPoolingLoss(p=math.inf, m=7, scope="batch")(logits, target), mean)
    torch.testing.assert_close(LossMaxPoolingLoss(p=1.7, ratio=1.0, scope="batch")(logits, target), mean)


@given(seed=st.integers(0, 1000), p=st.floats(1, 20), ratio=st.floats(0.02, 1))
@settings(max_examples=50, deadline=None)
def test_it_lies_between_the_mean_and_its_bound(seed, p, ratio):
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn((1, 3, 6, 5), generator=generator, dtype=torch.float64)
    target = torch.randint(3, (1, 6, 5), generator=generator)
    mean = CrossEntropyLoss()(logits, target).item()
    value = LossMaxPoolingLoss(p=p, ratio=ratio)(logits, target).item()
    bound = min(30, 1 / ratio) ** (1 / p) * mean
    assert mean * (1 - 1e-9) <= value <= bound * (1 + 1e-9)


@given(seed=st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_a_higher_loss_of_any_pixel_never_lowers_it(seed):
    generator = torch.Generator().manual_seed(seed)
    losses = torch.rand((1, 20), generator=generator, dtype=torch.float64)
    higher = losses + 0.5 * torch.rand((1, 20), generator=generator) * (
        torch.rand(20, generator=generator) < 0.2
    )
    count = torch.tensor([20])
    values = [(max_pooling_weights(row, count, 1.7, 0.25, 0.0) * row).sum() for row in (losses, higher)]
    assert values[1] >= values[0] * (1 - 1e-12)


def test_without_losses_nothing_is_wrong():
    logits = torch.tensor([1000.0, 0.0]).reshape(1, 2, 1, 1).expand(1, 2, 4, 4)
    assert LossMaxPoolingLoss(ratio=0.25)(logits, torch.zeros(1, 4, 4).long()) == 0


@pytest.mark.parametrize("settings", [{}, {"ratio": 0.5, "m": 5}])
def test_exactly_one_of_ratio_and_m(settings):
    with pytest.raises(ValueError, match="either ratio or m"):
        LossMaxPoolingLoss(**settings)


@pytest.mark.parametrize("kind", ["first epoch", "last epoch"])
@pytest.mark.parametrize("labelled", [1, 3, 40, 700])
def test_a_few_labelled_pixels_in_a_large_image_are_enough(kind, labelled):
    losses = random_losses(kind, torch.Generator().manual_seed(0), 20_000)
    labels = torch.randperm(20_000, generator=torch.Generator().manual_seed(1))[:labelled]
    scattered = torch.zeros_like(losses)
    scattered[:, labels] = losses[:, labels]
    counts = torch.tensor([labelled, labelled])
    weights = max_pooling_weights(scattered, counts, 1.7, 0.25, 0.0)
    alone = max_pooling_weights(losses[:, labels], counts, 1.7, 0.25, 0.0)
    torch.testing.assert_close(weights[:, labels], alone, rtol=1e-6, atol=0)
