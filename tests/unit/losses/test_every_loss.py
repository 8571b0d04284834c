"""What holds for every loss, with every kind of parameter.

Each test goes through all of them; a failure names its loss.
"""

from contextlib import contextmanager

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.contract.catalog.losses import LOSSES
from core.losses import build_loss
from core.losses.warmup import set_progress

TEXTS = [
    "ce",
    "ce(label_smoothing=0.1)",
    "focal(gamma=0.5)",
    "focal(gamma=2)",
    "focal(gamma=1.5, normalise=pixels)",
    "focal(clamp=true)",
    "toppixel(k=9)",
    "toppixel(ratio=0.3)",
    "toppixel(k=6, scope=image)",
    "lmp",
    "lmp(p=1)",
    "lmp(p=1.05, m=3.5)",
    "lmp(p=inf, scope=batch)",
    "ohem(threshold=0.3, min_kept=5)",
    "ohem(min_kept=50)",
    "toppixel(k=4, warmup=1)",
    "toppixel(ratio=0.2, warmup=1)",
    "lmp(m=4, warmup=1)",
    "ohem(threshold=0, min_kept=5, warmup=1)",
    "dice",
    "dice(smooth=1, scope=image, classes=all)",
    "jaccard",
    "tversky(gamma=0.75)",
    "tversky(alpha=0.2, beta=1, gamma=2, scope=image)",
    "lovasz",
    "lovasz(scope=image, classes=all)",
    "lovasz_hinge",
    "lovasz_hinge(scope=batch)",
    "logit_adjusted",
    "0.5*ce + 2*toppixel(k=4)",
    "ce + 1.0*lovasz",
]
WEIGHTS = (0.3, 4.0, 1.0)
PRIORS = (0.9, 0.1, 0.0)

some_seeds = given(seed=st.integers(0, 10_000))
few = settings(max_examples=10, deadline=None)


def classes_of(text):
    return 2 if "hinge" in text else 3


def build(text, weights=WEIGHTS, ignore_index=255):
    count = classes_of(text)
    weights = None if weights is None else weights[:count]
    loss = build_loss(text, count, ignore_index, class_weights=weights, class_priors=PRIORS[:count])
    set_progress(loss, 0.5)  # in the middle of a warm-up
    return loss


def random_case(text, seed=0, scale=3.0, dtype=torch.float64):
    generator = torch.Generator().manual_seed(seed)
    shape = (2, classes_of(text), 4, 5)
    logits = torch.randn(shape, generator=generator, dtype=torch.float64) * scale
    target = torch.randint(shape[1], (2, 4, 5), generator=generator)
    target[0, :2, :3] = 255
    return logits.to(dtype), target


def value_and_gradient(loss, logits, target):
    logits = logits.clone().requires_grad_()
    value = loss(logits, target)
    return value.detach(), torch.autograd.grad(value, logits)[0]


@contextmanager
def named(text):
    """Put the loss in front of what fails; for hypothesis, which must see each failure itself."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"{text}: {error}") from error


def test_every_loss_of_the_catalog_is_tried_here():
    assert {name for name in LOSSES if any(text.startswith(name) for text in TEXTS)} == set(LOSSES)


def test_gradient_is_that_of_the_value(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            assert torch.autograd.gradcheck(build(text), (logits.requires_grad_(), target))


@some_seeds
@few
def test_logits_of_ignored_pixels_change_nothing(seed):
    for text in TEXTS:
        with named(text):
            logits, target = random_case(text, seed)
            ignored = (target == 255)[:, None].expand_as(logits)
            other = logits.where(~ignored, 1e4 * torch.randn_like(logits))
            value, gradient = value_and_gradient(build(text), logits, target)
            other_value, other_gradient = value_and_gradient(build(text), other, target)
            torch.testing.assert_close(other_value, value)
            torch.testing.assert_close(other_gradient, gradient)
            assert not gradient[ignored].any()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_ignored_pixels_that_are_no_numbers_spoil_no_other(number, subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            ignored = (target == 255)[:, None].expand_as(logits)
            value, gradient = value_and_gradient(build(text), logits, target)
            spoilt = logits.masked_fill(ignored, number)
            spoilt_value, spoilt_gradient = value_and_gradient(build(text), spoilt, target)
            torch.testing.assert_close(spoilt_value, value)
            torch.testing.assert_close(spoilt_gradient[~ignored], gradient[~ignored])


@some_seeds
@few
def test_ignored_pixels_may_as_well_not_be_there(seed):
    for text in TEXTS:
        with named(text):
            logits, target = random_case(text, seed)
            padded = torch.nn.functional.pad(logits, (0, 2, 3, 0), value=7.0)
            padded_target = torch.nn.functional.pad(target, (0, 2, 3, 0), value=255)
            torch.testing.assert_close(build(text)(padded, padded_target), build(text)(logits, target))


@pytest.mark.parametrize("ignore_index", [0, 1, -1])
def test_any_number_may_stand_for_ignored(ignore_index, subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            ignored = (target == 255) | (target == ignore_index)
            loss = build(text, ignore_index=ignore_index)
            expected, expected_gradient = value_and_gradient(build(text), logits, target.where(~ignored, 255))
            value, gradient = value_and_gradient(loss, logits, target.where(~ignored, ignore_index))
            torch.testing.assert_close(value, expected)
            torch.testing.assert_close(gradient, expected_gradient)


@some_seeds
@few
def test_the_order_of_pixels_changes_nothing(seed):
    for text in TEXTS:
        with named(text):
            logits, target = random_case(text, seed)
            order = torch.randperm(20, generator=torch.Generator().manual_seed(seed))
            shuffled = logits.flatten(2)[..., order].view_as(logits)
            shuffled_target = target.flatten(1)[:, order].view_as(target)
            torch.testing.assert_close(build(text)(shuffled, shuffled_target), build(text)(logits, target))


@some_seeds
@few
def test_extreme_logits_give_a_finite_value_and_gradient(seed):
    for text in TEXTS:
        with named(text):
            logits, target = random_case(text, seed, scale=400, dtype=torch.float32)
            value, gradient = value_and_gradient(build(text), logits, target)
            assert value.isfinite()
            assert gradient.isfinite().all()


@pytest.mark.parametrize("sign", [1, -1], ids=["right", "wrong"])
def test_certain_logits_give_a_finite_value_and_gradient(sign, subtests):
    for text in TEXTS:
        with subtests.test(text):
            _, target = random_case(text)
            classes = torch.arange(classes_of(text))[:, None, None]
            logits = sign * 1000.0 * (target[:, None] == classes)
            value, gradient = value_and_gradient(build(text), logits, target)
            assert value.isfinite()
            assert gradient.isfinite().all()


@pytest.mark.parametrize("weights", [None, WEIGHTS, (0.0, 0.0, 0.0)], ids=["plain", "weighted", "zero"])
def test_no_valid_pixel_gives_zero_with_zero_gradient(weights, subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            value, gradient = value_and_gradient(build(text, weights), logits, torch.full_like(target, 255))
            assert value == 0
            assert torch.equal(gradient, torch.zeros_like(gradient))


def test_an_image_without_valid_pixels_leaves_the_mean(subtests):
    for text in TEXTS:
        if "scope=image" not in text:
            continue
        with subtests.test(text):
            logits, target = random_case(text)
            emptied = target.clone()
            emptied[0] = 255
            torch.testing.assert_close(build(text)(logits, emptied), build(text)(logits[1:], target[1:]))


def test_zero_weights_for_all_classes_present_give_zero(subtests):
    for text in TEXTS:
        if "hinge" in text:
            continue  # it takes no weights
        with subtests.test(text):
            logits, target = random_case(text)
            present = target.where(target != 2, 0)
            weights = (0.0, 0.0, 0.0 if "classes=all" in text or "smoothing" in text else 1.0)
            value, gradient = value_and_gradient(build(text, weights), logits, present)
            assert value == 0
            assert torch.equal(gradient, torch.zeros_like(gradient))


def test_one_pixel_is_enough(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits = torch.tensor([1.0, 1.5, -1.0])[: classes_of(text)].reshape(1, -1, 1, 1)
            value = build(text, None)(logits, torch.tensor([[[1]]]))
            assert value.shape == ()
            assert value > 0


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_is_computed_in_float32(dtype, subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text, dtype=dtype)
            value, gradient = value_and_gradient(build(text), logits, target)
            assert value.dtype == torch.float32
            assert gradient.dtype == dtype
            torch.testing.assert_close(value, build(text)(logits.float(), target))


def test_mixed_precision_does_not_lower_it(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text, dtype=torch.bfloat16)
            with torch.autocast("cpu", torch.bfloat16):
                value, gradient = value_and_gradient(build(text), logits, target)
            expected, expected_gradient = value_and_gradient(build(text), logits.float(), target)
            torch.testing.assert_close(value, expected)
            torch.testing.assert_close(gradient, expected_gradient.bfloat16())


@pytest.mark.parametrize("text", ["ce", "dice", "lovasz"])
def test_a_large_float16_batch_does_not_overflow(text):
    logits, target = torch.zeros(1, 2, 512, 512, dtype=torch.float16), torch.zeros(1, 512, 512).long()
    expected = {"ce": np.log(2), "dice": 1 / 3, "lovasz": 0.5}[text]
    assert build_loss(text, 2)(logits, target).item() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("dtype", [torch.uint8, torch.int32])
def test_any_integer_target_will_do(dtype, subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            torch.testing.assert_close(build(text)(logits, target.to(dtype)), build(text)(logits, target))


def columns_first(tensor):
    """The same values, with height and width swapped in memory."""
    return tensor.transpose(-1, -2).contiguous().transpose(-1, -2)


def test_logits_may_lie_in_memory_in_any_order(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text)
            expected, expected_gradient = value_and_gradient(build(text), logits, target)
            channels_last = logits.contiguous(memory_format=torch.channels_last)
            for other_logits in (logits, channels_last, columns_first(logits)):
                for other_target in (target, columns_first(target)):
                    value, gradient = value_and_gradient(build(text), other_logits, other_target)
                    torch.testing.assert_close(value, expected)
                    torch.testing.assert_close(gradient, expected_gradient)


def test_nothing_depends_on_values_but_values(subtests):
    for text in TEXTS:
        with subtests.test(text):
            # Tensors without data: reading one, or a shape that depends on one, raises.
            logits, target = (tensor.to("meta") for tensor in random_case(text))
            value, gradient = value_and_gradient(build(text).to("meta"), logits, target)
            assert value.shape == ()
            assert gradient.shape == logits.shape


def test_tensors_without_data_would_reveal_a_wait():
    logits = torch.randn(4, device="meta")
    with pytest.raises((RuntimeError, NotImplementedError)):
        logits[logits > 0].sum()
    with pytest.raises((RuntimeError, NotImplementedError)):
        logits.sum().item()


def test_two_runs_agree_to_the_last_bit(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits, target = random_case(text, dtype=torch.float32)
            torch.use_deterministic_algorithms(True)
            try:
                first, second = (value_and_gradient(build(text), logits, target) for _ in range(2))
            finally:
                torch.use_deterministic_algorithms(False)
            assert torch.equal(first[0], second[0])
            assert torch.equal(first[1], second[1])


def test_a_hundred_steps_learn_a_rare_class(subtests):
    for text in TEXTS:
        with subtests.test(text):
            logits = torch.zeros(1, classes_of(text), 16, 16, requires_grad=True)
            target = torch.zeros(1, 16, 16, dtype=torch.long)
            target[:, 3:6, 3:6] = 1
            optimizer = torch.optim.Adam([logits], lr=0.3)
            loss = build(text, None)
            for _ in range(100):
                optimizer.zero_grad()
                loss(logits, target).backward()
                optimizer.step()
            assert torch.equal(logits.argmax(1), target)
