"""From a loss text to the loss."""

import numpy as np
import pytest
import torch

from core.contract.catalog.losses import DEFAULT_COMPARISON, LOSSES
from core.contract.messages.errors import LossTextError
from core.losses import build_loss
from core.losses.registry import LOSS_MODULES

WEIGHTS = [0.3, 1.0, 4.0]

OTHER_VALUES = {
    "label_smoothing": "0.3",
    "gamma": "0.6",
    "normalise": "pixels",
    "clamp": "true",
    "k": "3",
    "ratio": "0.4",
    "scope": "",  # the one that is not the default
    "p": "3",
    "m": "2",
    "threshold": "1",
    "min_kept": "2",
    "smooth": "5",
    "classes": "all",
    "alpha": "3",
    "beta": "4",
    "tau": "3",
}
"""A value for each parameter that must change a loss."""


@pytest.fixture
def case():
    """Two classes, the first image with the first one only and with ignored pixels."""
    generator = torch.Generator().manual_seed(0)
    logits = 2 * torch.randn((2, 2, 6, 5), generator=generator, dtype=torch.float64)
    target = torch.randint(2, (2, 6, 5), generator=generator)
    target[0] = 0
    target[0, :2] = 255
    return logits, target


def build(text):
    return build_loss(text, 2, class_weights=[0.7, 2.0], class_priors=[0.9, 0.1])


def test_the_registry_holds_exactly_the_catalog():
    assert set(LOSS_MODULES) == set(LOSSES)


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_can_be_built_by_its_bare_name(name, case):
    assert build(name)(*case) > 0


@pytest.mark.parametrize("text", DEFAULT_COMPARISON)
def test_every_loss_compared_by_default_can_be_built(text, case):
    assert build(text)(*case) > 0


@pytest.mark.parametrize(
    ("loss", "parameter"),
    [
        (loss, parameter)
        for loss in LOSSES.values()
        for parameter in loss.parameters
        if parameter.name != "warmup"  # changes it during a training: see test_warmup.py
    ],
    ids=lambda part: part.name,
)
def test_every_parameter_of_the_catalog_changes_its_loss(loss, parameter, case):
    other = OTHER_VALUES[parameter.name] or ("image" if parameter.default == "batch" else "batch")
    logits, target = case
    if parameter.name == "classes":
        target = target.where(target != 1, 0)
    assert not torch.isclose(
        build(f"{loss.name}({parameter.name}={other})")(logits, target), build(loss.name)(logits, target)
    )


def test_a_sum_adds_its_terms_with_their_factors(case):
    parts = 0.5 * build("ce")(*case) + 2 * build("toppixel(k=4)")(*case)
    torch.testing.assert_close(build("0.5*ce + 2*toppixel(k=4)")(*case), parts)


def test_a_single_factor_counts(case):
    torch.testing.assert_close(build("3*ce")(*case), 3 * build("ce")(*case))


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(LossTextError, match="Did you mean 'focal'"):
        build_loss("fokal", 3)


@pytest.mark.parametrize("num_classes", [1, 3])
def test_the_hinge_is_refused_but_for_two_classes(num_classes):
    with pytest.raises(LossTextError, match=f"there are {num_classes}") as caught:
        build_loss("ce + lovasz_hinge", num_classes)
    assert "'lovasz'" in caught.value.hint


def test_logit_adjustment_needs_priors():
    with pytest.raises(ValueError, match="share of each class"):
        build_loss("logit_adjusted", 3)


@pytest.mark.parametrize("name", ["class_weights", "class_priors"])
def test_numbers_that_are_not_one_per_class_are_refused(name):
    with pytest.raises(ValueError, match=r"\(2,\) instead of \(3,\)"):
        build_loss("ce", 3, **{name: [1.0, 2.0]})


@pytest.mark.parametrize(
    "weights", [[0.7, 2.0], (0.7, 2), np.array([0.7, 2.0]), torch.tensor([0.7, 2.0]).double()]
)
def test_weights_may_come_as_list_array_or_tensor(weights, case):
    torch.testing.assert_close(build_loss("ce", 2, class_weights=weights)(*case), build("ce")(*case))


def test_weights_given_as_numbers_are_exact_in_float64(case):
    logits, target = case
    exact = torch.nn.functional.cross_entropy(
        logits, target, torch.tensor([0.1, 3.3], dtype=torch.float64), ignore_index=255
    )
    assert build_loss("ce", 2, class_weights=[0.1, 3.3])(logits, target).item() == pytest.approx(
        exact.item(), rel=1e-13
    )
