"""Tversky, Dice and Jaccard."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.losses.dice import DiceLoss
from core.losses.jaccard import JaccardLoss
from core.losses.tversky import TverskyLoss

FAMILY = {"dice": DiceLoss, "jaccard": JaccardLoss, "tversky_.3_.7": TverskyLoss}

every_one = pytest.mark.parametrize("name", FAMILY)


def reference(logits, target, *, alpha, beta, gamma, smooth, classes):
    """One group of pixels, class by class, with one-hot targets."""
    valid = target != 255
    probs = logits.softmax(1).movedim(1, -1)[valid].numpy()
    truth = np.eye(probs.shape[1])[target[valid].numpy()]
    hits = (probs * truth).sum(0)
    false, missed = probs.sum(0) - hits, truth.sum(0) - hits
    losses = (1 - (hits + smooth) / (hits + alpha * false + beta * missed + smooth)) ** gamma
    return losses[(truth.sum(0) > 0) | (classes == "all")].mean()


def random_case(seed):
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn((2, 4, 4, 5), generator=generator, dtype=torch.float64)
    target = torch.randint(3, (2, 4, 5), generator=generator)
    target[:, 0, :3] = 255
    return logits, target


@every_one
@pytest.mark.parametrize("scope", ["image", "batch"])
@pytest.mark.parametrize("classes", ["present", "all"])
def test_golden_values(golden_case, name, scope, classes):
    logits, target, _, values, tolerance = golden_case
    loss = FAMILY[name](scope=scope, classes=classes)(logits, target)
    assert loss.item() == pytest.approx(values[f"{name}_{scope}_{classes}"], rel=tolerance)


@every_one
def test_golden_values_with_weights_and_smoothed(golden_case, name):
    logits, target, weights, values, tolerance = golden_case
    weighted = FAMILY[name](255, weights)(logits, target)
    assert weighted.item() == pytest.approx(values[f"{name}_batch_present_weighted"], rel=tolerance)
    smoothed = FAMILY[name](smooth=1.0)(logits, target)
    assert smoothed.item() == pytest.approx(values[f"{name}_batch_present_smooth1"], rel=tolerance)


def test_golden_value_of_the_power(golden_case):
    logits, target, _, values, tolerance = golden_case
    loss = TverskyLoss(gamma=0.75)(logits, target)
    assert loss.item() == pytest.approx(values["focal_tversky_.3_.7_g0.75_class"], rel=tolerance)


@given(
    seed=st.integers(0, 10_000),
    alpha=st.floats(0.05, 3),
    beta=st.floats(0.1, 3),
    gamma=st.sampled_from([0.5, 1.0, 2.0]),
    smooth=st.sampled_from([0.0, 0.5, 10.0]),
    classes=st.sampled_from(["present", "all"]),
)
@settings(max_examples=60, deadline=None)
def test_equals_the_formula(seed, alpha, beta, gamma, smooth, classes):
    logits, target = random_case(seed)
    numbers = {"alpha": alpha, "beta": beta, "gamma": gamma, "smooth": smooth, "classes": classes}
    loss = TverskyLoss(**numbers)(logits, target)
    expected = reference(logits, target, **numbers)
    assert loss.item() == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("truth", ["f1", "iou"])
def test_hard_predictions_give_one_minus_the_score(truth):
    preds, target = torch.randint(3, (2, 9, 9)), torch.randint(3, (2, 9, 9))
    logits = 1e4 * torch.nn.functional.one_hot(preds, 3).movedim(-1, 1).double()
    both = torch.tensor([((preds == c) & (target == c)).sum() for c in range(3)])
    areas = torch.tensor([(preds == c).sum() + (target == c).sum() for c in range(3)])
    score = 2 * both / areas if truth == "f1" else both / (areas - both)
    loss = (DiceLoss if truth == "f1" else JaccardLoss)()(logits, target)
    assert loss.item() == pytest.approx(1 - score.mean().item(), rel=1e-6)


def test_an_absent_class_costs_one_without_gradient_if_all_count():
    logits, target = random_case(0)
    present = DiceLoss()(logits, target)
    torch.testing.assert_close(DiceLoss(classes="all")(logits, target), (3 * present + 1) / 4)
    slopes = [
        torch.autograd.grad(DiceLoss(classes=classes)(logits.requires_grad_(), target), logits)[0]
        for classes in ("present", "all")
    ]
    torch.testing.assert_close(0.75 * slopes[0], slopes[1])


def test_an_absent_class_smoothed_learns_to_be_absent():
    logits, target = random_case(0)
    false = logits.softmax(1)[:, 3].where(target != 255, 0).sum()
    loss = TverskyLoss(255, torch.tensor([0.0, 0, 0, 1]), smooth=2.0, classes="all")(logits, target)
    torch.testing.assert_close(loss, 1 - 2 / (0.3 * false + 2))


@pytest.mark.parametrize("gamma", [0.3, 0.75, 1.0, 2.0])
def test_a_perfect_class_has_a_finite_gradient(gamma):
    target = torch.randint(3, (1, 6, 6))
    logits = (300.0 * torch.nn.functional.one_hot(target, 3).movedim(-1, 1)).requires_grad_()
    loss = TverskyLoss(gamma=gamma)(logits, target)
    loss.backward()
    assert loss < 0.01
    assert logits.grad.isfinite().all()


def test_nearly_perfect_classes_keep_their_precision():
    logits = torch.zeros(1, 2, 256, 256)
    logits[:, 0] = 30
    logits[0, :, 0, 0] = 0  # the only pixel in doubt
    loss = JaccardLoss()(logits, torch.zeros(1, 256, 256).long())
    assert loss.item() == pytest.approx(0.5 / 256**2, rel=1e-5)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_more_weight_on_misses_never_lowers_it(seed):
    logits, target = random_case(seed)
    losses = [TverskyLoss(alpha=0.3, beta=beta)(logits, target).item() for beta in (0.3, 0.7, 2.0)]
    assert losses == sorted(losses)
