import pytest

from core.losses.loss_max_pooling import LossMaxPoolingLoss


@pytest.mark.parametrize("scope", ["image", "batch"])
@pytest.mark.parametrize("p", ["1", "1.3", "1.7", "2.0", "4.0", "inf"])
@pytest.mark.parametrize("ratio", ["0.1", "0.25", "0.5", "1.0"])
def test_golden_values(golden_case, scope, p, ratio):
    logits, target, _, values, tolerance = golden_case
    loss = LossMaxPoolingLoss(p=float(p), ratio=float(ratio), scope=scope)
    assert loss(logits, target).item() == pytest.approx(values[f"lmp_{scope}_p{p}_r{ratio}"], rel=tolerance)
