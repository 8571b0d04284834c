"""The registry, and what holds for every loss in it."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.contract.catalog import LOSSES
from core.contract.errors import LossTextError
from core.losses import build_loss
from core.losses.registry import LOSS_MODULES

TEXTS = [
    "ce",
    "ce(label_smoothing=0.1)",
    "focal(gamma=0.5)",
    "focal(gamma=2)",
    "toppixel(k=9)",
    "toppixel(ratio=0.3)",
    "0.5*ce + 2*toppixel(k=4)",
]
WEIGHTS = [0.3, 1.0, 4.0]

every_loss = pytest.mark.parametrize("text", TEXTS)


def random_case(seed=0, scale=3.0, dtype=torch.float64):
    generator = torch.Generator().manual_seed(seed)
    logits = torch.randn((2, 3, 4, 5), generator=generator, dtype=torch.float64) * scale
    target = torch.randint(3, (2, 4, 5), generator=generator)
    target[0, :2, :3] = 255
    return logits.to(dtype), target


def value_and_gradient(loss, logits, target):
    logits = logits.clone().requires_grad_()
    value = loss(logits, target)
    return value.detach(), torch.autograd.grad(value, logits)[0]


def test_the_registry_holds_exactly_the_catalog():
    assert set(LOSS_MODULES) == set(LOSSES)


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_can_be_built_by_its_bare_name(name):
    logits, target = random_case()
    assert build_loss(name, 3)(logits, target).isfinite()


def test_a_sum_adds_its_terms_with_their_factors():
    logits, target = random_case()
    parts = 0.5 * build_loss("ce", 3)(logits, target) + 2 * build_loss("toppixel(k=4)", 3)(logits, target)
    torch.testing.assert_close(build_loss("0.5*ce + 2*toppixel(k=4)", 3)(logits, target), parts)


def test_a_single_factor_counts():
    logits, target = random_case()
    torch.testing.assert_close(build_loss("3*ce", 3)(logits, target), 3 * build_loss("ce", 3)(logits, target))


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(LossTextError, match="Did you mean 'focal'"):
        build_loss("fokal", 3)


@pytest.mark.parametrize("name", ["class_weights", "class_priors"])
def test_numbers_that_are_not_one_per_class_are_refused(name):
    with pytest.raises(ValueError, match=r"\(2,\) instead of \(3,\)"):
        build_loss("ce", 3, **{name: [1.0, 2.0]})


@pytest.mark.parametrize("weights", [WEIGHTS, np.array(WEIGHTS), torch.tensor(WEIGHTS)])
def test_weights_may_come_as_list_array_or_tensor(weights):
    logits, target = random_case(dtype=torch.float32)
    expected = build_loss("ce", 3, class_weights=WEIGHTS)(logits, target)
    torch.testing.assert_close(build_loss("ce", 3, class_weights=weights)(logits, target), expected)


@every_loss
def test_gradient_is_that_of_the_value(text):
    logits, target = random_case()
    loss = build_loss(text, 3, class_weights=torch.tensor(WEIGHTS, dtype=torch.float64))
    assert torch.autograd.gradcheck(lambda z: loss(z, target), logits.requires_grad_())


@every_loss
@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_logits_of_ignored_pixels_change_nothing(text, seed):
    logits, target = random_case(seed)
    ignored = (target == 255)[:, None].expand_as(logits)
    other = logits.where(~ignored, 1e4 * torch.randn_like(logits))
    loss = build_loss(text, 3, class_weights=WEIGHTS)
    value, gradient = value_and_gradient(loss, logits, target)
    other_value, other_gradient = value_and_gradient(loss, other, target)
    torch.testing.assert_close(other_value, value)
    torch.testing.assert_close(other_gradient, gradient)
    assert not gradient[ignored].any()


@every_loss
@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_the_order_of_pixels_changes_nothing(text, seed):
    logits, target = random_case(seed)
    order = torch.randperm(20, generator=torch.Generator().manual_seed(seed))
    shuffled = logits.flatten(2)[..., order].view_as(logits)
    loss = build_loss(text, 3, class_weights=WEIGHTS)
    torch.testing.assert_close(
        loss(shuffled, target.flatten(1)[:, order].view_as(target)), loss(logits, target)
    )


@every_loss
@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_extreme_logits_give_a_finite_value_and_gradient(text, seed):
    logits, target = random_case(seed, scale=400, dtype=torch.float32)
    value, gradient = value_and_gradient(build_loss(text, 3, class_weights=WEIGHTS), logits, target)
    assert value.isfinite()
    assert gradient.isfinite().all()


@every_loss
@pytest.mark.parametrize("weights", [None, WEIGHTS, [0.0, 0.0, 0.0]], ids=["plain", "weighted", "zero"])
def test_no_valid_pixel_gives_zero_with_zero_gradient(text, weights):
    logits, target = random_case()
    value, gradient = value_and_gradient(
        build_loss(text, 3, class_weights=weights), logits, torch.full_like(target, 255)
    )
    assert value == 0
    assert torch.equal(gradient, torch.zeros_like(gradient))


@every_loss
def test_zero_weights_for_all_classes_present_give_zero(text):
    logits, target = random_case()
    loss = build_loss(text, 3, class_weights=[0.0, 0.0, 1.0])
    value, gradient = value_and_gradient(loss, logits, target.where(target != 2, 0))
    assert value.isfinite()
    assert gradient.isfinite().all()


@every_loss
def test_one_pixel_is_enough(text):
    logits = torch.tensor([1.0, 2.0, -1.0]).reshape(1, 3, 1, 1)
    value = build_loss(text, 3)(logits, torch.tensor([[[1]]]))
    assert value.shape == ()
    assert value > 0


@every_loss
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_is_computed_in_float32(text, dtype):
    logits, target = random_case(dtype=dtype)
    loss = build_loss(text, 3, class_weights=WEIGHTS)
    value, gradient = value_and_gradient(loss, logits, target)
    assert value.dtype == torch.float32
    assert gradient.dtype == dtype
    torch.testing.assert_close(value, loss(logits.float(), target))


@every_loss
def test_mixed_precision_does_not_lower_it(text):
    logits, target = random_case(dtype=torch.bfloat16)
    loss = build_loss(text, 3)
    with torch.autocast("cpu", torch.bfloat16):
        mixed = loss(logits, target)
    torch.testing.assert_close(mixed, loss(logits.float(), target))


def test_a_large_float16_batch_does_not_overflow():
    logits, target = torch.zeros(1, 2, 512, 512, dtype=torch.float16), torch.zeros(1, 512, 512).long()
    assert build_loss("ce", 2)(logits, target).item() == pytest.approx(np.log(2), rel=1e-6)


@every_loss
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int32])
def test_any_integer_target_will_do(text, dtype):
    logits, target = random_case()
    loss = build_loss(text, 3, class_weights=WEIGHTS)
    torch.testing.assert_close(loss(logits, target.to(dtype)), loss(logits, target))


@every_loss
def test_a_hundred_steps_learn_a_rare_class(text):
    logits = torch.zeros(1, 3, 16, 16, requires_grad=True)
    target = torch.zeros(1, 16, 16, dtype=torch.long)
    target[:, 3:6, 3:6] = 2
    optimizer = torch.optim.Adam([logits], lr=0.3)
    loss = build_loss(text, 3)
    for _ in range(100):
        optimizer.zero_grad()
        loss(logits, target).backward()
        optimizer.step()
    assert torch.equal(logits.argmax(1), target)
