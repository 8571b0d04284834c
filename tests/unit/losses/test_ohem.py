import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.losses.cross_entropy import CrossEntropyLoss
from core.losses.ohem import OhemLoss


def random_case(seed, ignored=7):
    generator = torch.Generator().manual_seed(seed)
    logits = 2 * torch.randn((2, 3, 5, 4), generator=generator, dtype=torch.float64)
    target = torch.randint(3, (2, 5, 4), generator=generator)
    target.view(-1)[torch.randperm(40, generator=generator)[:ignored]] = 255
    return logits, target


def reference(logits, target, weights, threshold, min_kept):
    """As HRNet's code: below the threshold, or below the probability at rank ``min_kept``."""
    valid = (target != 255).flatten().numpy()
    labels = target.flatten().numpy()[valid]
    probs = logits.softmax(1).movedim(1, -1).reshape(-1, logits.shape[1]).numpy()[valid]
    true = probs[np.arange(len(labels)), labels]
    bound = max(threshold, np.sort(true)[min(min_kept, len(true) - 1)])
    return (np.asarray(weights)[labels] * -np.log(true))[true < bound].mean()


@pytest.mark.parametrize(("threshold", "min_kept"), [(0.7, 1), (0.7, 12), (0.2, 5), (0.2, 100)])
def test_golden_values(golden_case, threshold, min_kept):
    logits, target, _, values, tolerance = golden_case
    loss = OhemLoss(threshold=threshold, min_kept=min_kept)(logits, target)
    assert loss.item() == pytest.approx(values[f"ohem_t{threshold}_k{min_kept}"], rel=tolerance)


@given(
    seed=st.integers(0, 1000),
    threshold=st.floats(0.01, 0.99),
    min_kept=st.integers(1, 60),
    ignored=st.integers(0, 37),
)
@settings(max_examples=60, deadline=None)
def test_equals_the_published_rule(seed, threshold, min_kept, ignored):
    logits, target = random_case(seed, ignored)
    weights = torch.tensor([0.3, 1.0, 4.0], dtype=torch.float64)
    loss = OhemLoss(255, weights, threshold, min_kept)(logits, target)
    assert loss.item() == pytest.approx(reference(logits, target, weights, threshold, min_kept), rel=1e-12)


def test_a_fresh_network_that_is_undecided_everywhere_still_has_a_loss():
    logits, target = torch.zeros(1, 3, 8, 8), torch.randint(3, (1, 8, 8))
    loss = OhemLoss(threshold=0.2, min_kept=10)(logits, target)
    assert loss.item() == pytest.approx(np.log(3), rel=1e-6)


def test_pixels_equal_at_the_last_rank_share_what_is_missing():
    logits = torch.zeros(1, 2, 1, 4, dtype=torch.float64)
    logits[0, 0, 0, 0] = -3.0  # the hardest; the others are alike
    logits.requires_grad_()
    OhemLoss(threshold=0.1, min_kept=2)(logits, torch.zeros(1, 1, 4).long()).backward()
    weights = logits.grad[0, 0, 0] / (logits.detach().softmax(1)[0, 0, 0] - 1)
    torch.testing.assert_close(weights, torch.tensor([3, 1, 1, 1], dtype=torch.float64) / 6)


def test_easy_pixels_pass_no_gradient():
    logits, target = random_case(1)
    logits.requires_grad_()
    OhemLoss(threshold=0.5, min_kept=1)(logits, target).backward()
    labels = target.where(target != 255, 0)[:, None]
    easy = (logits.softmax(1).gather(1, labels) > 0.5) | (target[:, None] == 255)
    assert torch.equal(logits.grad.abs().sum(1, keepdim=True) == 0, easy)


def test_a_threshold_of_one_is_cross_entropy():
    logits, target = random_case(2)
    torch.testing.assert_close(OhemLoss(threshold=1.0)(logits, target), CrossEntropyLoss()(logits, target))
