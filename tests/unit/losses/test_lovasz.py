import pytest

from core.losses.lovasz import LovaszLoss


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
