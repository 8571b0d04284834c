import pytest
import torch
from torch.nn import functional

from core.losses.cross_entropy import CrossEntropyLoss


@pytest.mark.parametrize(
    ("key", "is_weighted", "smoothing"),
    [("ce_mean", False, 0.0), ("ce_weighted_mean", True, 0.0), ("ce_weighted_smooth0.1", True, 0.1)],
)
def test_golden_values(golden_case, key, is_weighted, smoothing):
    logits, target, weights, values, tolerance = golden_case
    loss = CrossEntropyLoss(255, weights if is_weighted else None, smoothing)
    assert loss(logits, target).item() == pytest.approx(values[key], rel=tolerance)


@pytest.mark.parametrize("smoothing", [0.0, 0.3])
def test_equals_torch_in_value_and_gradient(smoothing):
    logits = torch.randn(2, 4, 5, 7, dtype=torch.float64, requires_grad=True)
    target = torch.randint(4, (2, 5, 7))
    target[0, :2] = 255
    weights = torch.tensor([1.0, 0.0, 3.0, 0.2], dtype=torch.float64)
    ours = CrossEntropyLoss(255, weights, smoothing)(logits, target)
    torchs = functional.cross_entropy(logits, target, weights, ignore_index=255, label_smoothing=smoothing)
    torch.testing.assert_close(ours, torchs)
    torch.testing.assert_close(torch.autograd.grad(ours, logits)[0], torch.autograd.grad(torchs, logits)[0])


def test_scaling_all_weights_changes_nothing():
    logits, target = torch.randn(1, 3, 6, 6), torch.randint(3, (1, 6, 6))
    weights = torch.tensor([0.5, 1.0, 4.0])
    once, tenfold = CrossEntropyLoss(255, weights), CrossEntropyLoss(255, 10 * weights)
    assert once(logits, target).item() == pytest.approx(tenfold(logits, target).item(), rel=1e-6)


def test_weights_move_with_the_module_and_are_saved():
    loss = CrossEntropyLoss(255, torch.ones(3)).double()
    assert loss.class_weights.dtype == torch.float64
    assert "class_weights" in loss.state_dict()
