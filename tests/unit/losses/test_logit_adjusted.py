import pytest
import torch

from core.losses.cross_entropy import CrossEntropyLoss
from core.losses.logit_adjusted import LogitAdjustedLoss

PRIORS = torch.tensor([0.7, 0.2, 0.09, 0.01], dtype=torch.float64)


def random_case():
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn((2, 4, 5, 4), generator=generator, dtype=torch.float64)
    return logits, torch.randint(4, (2, 5, 4), generator=generator)


def test_golden_values(golden_case):
    logits, target, weights, values, tolerance = golden_case
    plain = LogitAdjustedLoss(class_priors=PRIORS)(logits, target)
    assert plain.item() == pytest.approx(values["logit_adjusted_tau1"], rel=tolerance)
    weighted = LogitAdjustedLoss(255, weights, PRIORS, tau=0.5)(logits, target)
    assert weighted.item() == pytest.approx(values["logit_adjusted_tau0.5_w"], rel=tolerance)


def test_tau_zero_is_cross_entropy():
    logits, target = random_case()
    loss = LogitAdjustedLoss(class_priors=PRIORS, tau=0.0)(logits, target)
    torch.testing.assert_close(loss, CrossEntropyLoss()(logits, target))


@pytest.mark.parametrize("factor", [1e-3, 1e6])
def test_counts_will_do_for_shares(factor):
    logits, target = random_case()
    shares, counts = (LogitAdjustedLoss(class_priors=p)(logits, target) for p in (PRIORS, factor * PRIORS))
    torch.testing.assert_close(shares, counts)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("is_labelled", [False, True])
def test_a_class_that_never_occurs_is_safe(dtype, is_labelled):
    logits, target = random_case()
    target = target if is_labelled else target.clamp_max(2)
    logits = logits.to(dtype).requires_grad_()
    loss = LogitAdjustedLoss(class_priors=torch.tensor([0.6, 0.3, 0.1, 0.0]), tau=10.0)(logits, target)
    loss.backward()
    assert loss.isfinite()
    assert logits.grad.isfinite().all()


def test_a_rare_class_must_win_by_more():
    logits = torch.zeros(1, 4, 1, 1)
    loss = LogitAdjustedLoss(class_priors=PRIORS)
    costs = [loss(logits, torch.full((1, 1, 1), index)).item() for index in range(4)]
    assert costs == sorted(costs)
    assert costs[3] == pytest.approx(-torch.tensor(0.01).log().item(), rel=1e-5)
