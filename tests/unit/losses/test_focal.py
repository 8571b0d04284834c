import pytest
import torch

from core.losses.cross_entropy import CrossEntropyLoss
from core.losses.focal import FocalLoss


@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 2.0, 5.0])
@pytest.mark.parametrize("normalise", ["pixels", "weights"])
def test_golden_values(golden_case, gamma, normalise):
    logits, target, weights, values, tolerance = golden_case
    loss = FocalLoss(255, weights if normalise == "weights" else None, gamma, normalise=normalise)
    expected = values[f"focal_g{gamma}_{normalise}"]
    assert loss(logits, target).item() == pytest.approx(expected, rel=tolerance)


def test_golden_value_of_the_clamped_form(golden_case):
    logits, target, weights, values, tolerance = golden_case
    expected = values["focal_seed_g0.5_w (ignored relabelled 0)"]
    relabelled = target.where(target != 255, 0)
    loss = FocalLoss(255, weights, gamma=0.5, clamp=True)(logits, relabelled)
    assert loss.item() == pytest.approx(expected, rel=tolerance)


def test_by_pixels_the_weights_stay_above_and_leave_below():
    logits, target = torch.randn(2, 3, 4, 4, dtype=torch.float64), torch.randint(3, (2, 4, 4))
    target[0, 0] = 255
    weights = torch.tensor([0.5, 1.0, 4.0], dtype=torch.float64)
    labels = target.where(target != 255, 0)
    true = logits.softmax(1).gather(1, labels[:, None])[:, 0]
    each = weights[labels] * (1 - true) ** 2 * -true.log()
    expected = each[target != 255].mean()
    torch.testing.assert_close(FocalLoss(255, weights, normalise="pixels")(logits, target), expected)


@pytest.mark.parametrize("logit", [-20.0, 20.0])
def test_clamped_pixels_pass_no_gradient(logit):
    logits = torch.tensor([logit, 0.0]).reshape(1, 2, 1, 1).requires_grad_()
    FocalLoss(clamp=True)(logits, torch.zeros(1, 1, 1, dtype=torch.long)).backward()
    assert not logits.grad.any()


def test_golden_gradients_up_to_saturated_logits(golden):
    for case in golden["focal_grad"]:
        logits = torch.tensor(case["z"], dtype=torch.float64).reshape(1, -1, 1, 1).requires_grad_()
        FocalLoss(gamma=case["gamma"])(logits, torch.tensor([[[case["y"]]]])).backward()
        expected = torch.tensor(case["grad"], dtype=torch.float64)
        torch.testing.assert_close(logits.grad.flatten(), expected, rtol=1e-7, atol=2e-8)


def test_gamma_zero_is_cross_entropy():
    logits, target = torch.randn(2, 3, 6, 6) * 5, torch.randint(3, (2, 6, 6))
    weights = torch.tensor([0.5, 1.0, 4.0])
    torch.testing.assert_close(
        FocalLoss(255, weights, gamma=0.0)(logits, target), CrossEntropyLoss(255, weights)(logits, target)
    )


def test_equals_the_formula():
    logits, target = torch.randn(2, 3, 4, 4, dtype=torch.float64), torch.randint(3, (2, 4, 4))
    true = logits.softmax(1).gather(1, target[:, None])
    expected = ((1 - true) ** 1.5 * -true.log()).mean()
    torch.testing.assert_close(FocalLoss(gamma=1.5)(logits, target), expected)


@pytest.mark.parametrize("gamma", [0.01, 0.5, 1.0, 2.0])
def test_a_certain_pixel_has_a_finite_gradient(gamma):
    logits = torch.tensor([200.0, -200.0]).reshape(1, 2, 1, 1).requires_grad_()
    FocalLoss(gamma=gamma)(logits, torch.zeros(1, 1, 1, dtype=torch.long)).backward()
    assert torch.equal(logits.grad, torch.zeros_like(logits))


def test_the_most_wrong_pixel_keeps_its_full_gradient():
    logits = torch.tensor([-20.0, 20.0]).reshape(1, 2, 1, 1).requires_grad_()
    FocalLoss(gamma=0.5)(logits, torch.zeros(1, 1, 1, dtype=torch.long)).backward()
    torch.testing.assert_close(logits.grad.flatten(), torch.tensor([-1.0, 1.0]))
