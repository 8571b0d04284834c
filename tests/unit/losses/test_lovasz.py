import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.losses.jaccard_slopes import jaccard_slopes
from core.losses.lovasz import LovaszLoss
from core.losses.lovasz_hinge import LovaszHingeLoss


def jaccard_loss(positive, wrong):
    """1 - IoU of one class if exactly these pixels are wrong; 0 if none is."""
    union = (positive | wrong).sum()
    return 1 - (positive & ~wrong).sum() / union if union else 0.0


def choquet(errors, positive):
    """The extension as an integral: of the Jaccard loss of all pixels whose error is above a level."""
    levels = np.unique(np.append(errors, 0))
    above = [jaccard_loss(positive, errors >= level) for level in levels[1:]]
    return float(np.diff(levels) @ above) if above else 0.0


def reference(logits, target, classes):
    """Mean of the extension over the classes, unlabelled pixels left out."""
    valid = target != 255
    probs = logits.softmax(1).movedim(1, -1)[valid].numpy()
    labels = target[valid].numpy()
    averaged = [c for c in range(probs.shape[1]) if classes == "all" or (labels == c).any()]
    return np.mean([choquet(np.abs((labels == c) - probs[:, c]), labels == c) for c in averaged])


def random_case(seed, shape=(2, 4, 4, 5), present=3):
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn(shape, generator=generator, dtype=torch.float64)
    target = torch.randint(present, (shape[0], *shape[2:]), generator=generator)
    target[:, 0, :3] = 255
    return logits, target


@pytest.mark.parametrize("scope", ["image", "batch"])
@pytest.mark.parametrize("classes", ["present", "all"])
def test_golden_values(golden_case, scope, classes):
    logits, target, _, values, tolerance = golden_case
    loss = LovaszLoss(scope=scope, classes=classes)(logits, target)
    assert loss.item() == pytest.approx(values[f"lovasz_softmax_{scope}_{classes}"], rel=tolerance)


def test_golden_value_with_weights(golden_case):
    logits, target, weights, values, tolerance = golden_case
    loss = LovaszLoss(255, weights)(logits, target)
    assert loss.item() == pytest.approx(values["lovasz_softmax_batch_present_weighted"], rel=tolerance)


def test_golden_values_of_single_vectors(golden):
    for case in golden["lovasz_vectors"]:
        errors = torch.tensor(case["errors"], dtype=torch.float64)
        slopes = jaccard_slopes(errors, torch.tensor(case["gt"]).bool())
        assert (slopes @ errors).item() == pytest.approx(case["value"], rel=1e-9)


@pytest.mark.parametrize("scope", ["image", "batch"])
def test_golden_values_of_the_hinge(golden_case, scope):
    logits, target, _, values, tolerance = golden_case
    key = {"image": "lovasz_hinge_image (logits[:,0], target>0)", "batch": "lovasz_hinge_batch"}[scope]
    pair = torch.stack([torch.zeros_like(logits[:, 0]), logits[:, 0]], 1)
    positive = (target > 0).long().where(target != 255, 255)
    assert LovaszHingeLoss(scope=scope)(pair, positive).item() == pytest.approx(values[key], rel=tolerance)


@given(seed=st.integers(0, 10_000), classes=st.sampled_from(["present", "all"]))
@settings(max_examples=40, deadline=None)
def test_equals_the_choquet_integral(seed, classes):
    logits, target = random_case(seed)
    loss = LovaszLoss(classes=classes)(logits, target)
    assert loss.item() == pytest.approx(reference(logits, target, classes), rel=1e-12)


@given(
    errors=st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.7, 1.0, 3.0]), min_size=1, max_size=12),
    seed=st.integers(0, 1000),
)
@settings(max_examples=80, deadline=None)
def test_slopes_are_right_for_equal_errors_too(errors, seed):
    positive = np.random.default_rng(seed).random(len(errors)) < 0.4
    errors = torch.tensor(errors, dtype=torch.float64)
    slopes = jaccard_slopes(errors, torch.from_numpy(positive))
    assert (slopes @ errors).item() == pytest.approx(choquet(errors.numpy(), positive), abs=1e-12)
    assert slopes.min() >= 0
    assert slopes.sum() <= 1 + 1e-12


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_slopes_keep_their_precision_among_many_pixels(dtype):
    errors = torch.randperm(200_000).to(dtype) / 200_000  # no two alike
    positive = torch.rand(200_000) < 0.3
    order = errors.argsort(descending=True)
    hits = positive[order].double()
    jaccard = 1 - (hits.sum() - hits.cumsum(0)) / (hits.sum() + (1 - hits).cumsum(0))
    expected = torch.empty(200_000, dtype=torch.float64)
    expected[order] = torch.diff(jaccard, prepend=torch.zeros(1, dtype=torch.float64))
    torch.testing.assert_close(jaccard_slopes(errors, positive).double(), expected, rtol=1e-6, atol=1e-12)


def test_hard_predictions_give_one_minus_iou():
    preds, target = torch.randint(3, (2, 9, 9)), torch.randint(3, (2, 9, 9))
    logits = 1e4 * torch.nn.functional.one_hot(preds, 3).movedim(-1, 1).double()
    ious = [((preds == c) & (target == c)).sum() / ((preds == c) | (target == c)).sum() for c in range(3)]
    assert LovaszLoss()(logits, target).item() == pytest.approx(1 - np.mean(ious), rel=1e-6)


def test_an_absent_class_costs_its_highest_probability():
    logits, target = random_case(0)
    target = target.where(target == 255, 0)
    absent = logits.softmax(1)[:, 1:].where((target != 255)[:, None], 0).amax((0, 2, 3)).sum()
    present = LovaszLoss()(logits, target)
    torch.testing.assert_close(LovaszLoss(classes="all")(logits, target), (present + absent) / 4)


def test_the_hinge_is_that_of_the_logit_difference():
    logits, target = random_case(3, (1, 2, 4, 5), present=2)
    valid = target != 255
    side = 2.0 * target - 1
    errors = (1 - (logits[:, 1] - logits[:, 0]) * side).clamp_min(0)[valid].numpy()
    expected = choquet(errors, (target[valid] == 1).numpy())
    assert LovaszHingeLoss()(logits, target).item() == pytest.approx(expected, rel=1e-12)


def test_adding_the_same_to_both_logits_leaves_the_hinge():
    logits, target = random_case(4, (2, 2, 4, 5), present=2)
    torch.testing.assert_close(LovaszHingeLoss()(logits + 3, target), LovaszHingeLoss()(logits, target))
