import math

import pytest

from core.contract.catalog.augmentations import (
    AUGMENTATION_PRESETS,
    AUGMENTATIONS,
    DEFAULT_AUGMENTATION,
)
from core.contract.catalog.entries import Parameter, nearest
from core.contract.catalog.losses import DEFAULT_COMPARISON, DEFAULT_LOSS, LOSSES
from core.contract.catalog.networks import DEFAULT_ENCODER, ENCODERS
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.jobs.checks import losses_problem
from core.contract.messages.errors import LossTextError
from core.contract.texts.augmentation import format_augmentation, parse_augmentation
from core.contract.texts.loss import format_loss, parse_loss
from core.contract.texts.method import Language, format_value

EVERY = {**LOSSES, **CLASS_WEIGHTINGS, **AUGMENTATIONS, **AUGMENTATION_PRESETS}
METHODS = [*EVERY.values()]
BY_NAME = Language(EVERY, "method", LossTextError)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_method_explains_itself(method):
    assert method.title
    assert method.purpose.endswith(".")
    assert method.source.endswith(".")
    assert method.parameter("nonsense") is None
    for parameter in method.parameters:
        assert parameter.help.endswith(".")
        assert method.parameter(parameter.name) is parameter


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_default_or_example_is_in_range_and_keeps_its_kind(method):
    for parameter in method.parameters:
        if parameter.default is None:
            BY_NAME.parse(f"{method.name}({parameter.name}={parameter.example})")
        else:
            call = BY_NAME.parse(f"{method.name}({parameter.name}={format_value(parameter.default)})")
            assert call.parameters[parameter.name] == parameter.default
            assert isinstance(call.parameters[parameter.name], bool) == isinstance(parameter.default, bool)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_of_two_that_exclude_each_other_one_is_the_default(method):
    for parameter in method.parameters:
        if parameter.excludes:
            other = method.parameter(parameter.excludes)
            assert other.excludes == parameter.name
            assert [parameter.default, other.default].count(None) == 1


def test_names_are_keys():
    for methods in (LOSSES, CLASS_WEIGHTINGS, AUGMENTATIONS, AUGMENTATION_PRESETS):
        assert all(name == method.name for name, method in methods.items())


def test_defaults_are_offered():
    assert DEFAULT_ENCODER in ENCODERS
    assert format_loss(parse_loss(DEFAULT_LOSS)) == DEFAULT_LOSS
    assert losses_problem(DEFAULT_COMPARISON) is None
    assert format_augmentation(parse_augmentation(DEFAULT_AUGMENTATION)) == DEFAULT_AUGMENTATION


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (Parameter("k", 1, "", 1, 10, is_integer=True), "an integer from 1 to 10"),
        (Parameter("k", 1, "", 1, 10**9, is_integer=True), "an integer from 1 to 1,000,000,000"),
        (Parameter("g", 1, "", 0), "a number from 0"),
        (Parameter("f", 1, "", 0.5, 2.5), "a number from 0.5 to 2.5"),
        (Parameter("p", 1, "", 1, math.inf), "a number from 1 to inf"),
        (Parameter("r", 1, "", 0, 1, minimum_excluded=True), "a number above 0 to 1"),
        (Parameter("w", "a", "", choices=("a", "b")), "a or b"),
        (Parameter("c", default=False, help="", choices=("false", "true")), "false or true"),
    ],
)
def test_range_is_described_in_words(parameter, words):
    assert parameter.range_text == words


def test_nearest_word_is_suggested_and_all_are_listed():
    assert nearest("focl", ["ce", "focal"]) == "Did you mean 'focal'? Known: ce, focal."
    assert nearest("zzz", ["ce", "focal"]) == "Known: ce, focal."


@pytest.mark.parametrize("name", ["CE", "Ce", "c_e", "c-e"])
def test_nearest_word_ignores_case_and_separators(name):
    assert nearest(name, ["focal", "ce"]) == "Did you mean 'ce'? Known: focal, ce."


@pytest.mark.parametrize(
    ("name", "methods", "meant"),
    [
        ("CE", LOSSES, "ce"),
        ("cross_entropy", LOSSES, "ce"),
        ("CrossEntropy", LOSSES, "ce"),
        ("lovasz-softmax", LOSSES, "lovasz"),
        ("Lovász", LOSSES, "lovasz"),
        ("top-k", LOSSES, "toppixel"),
        ("IoU", LOSSES, "jaccard"),
        ("loss max pooling", LOSSES, "lmp"),
        ("Focal Loss", LOSSES, "focal"),
        ("balanced", CLASS_WEIGHTINGS, "inverse"),
        ("effective-number", CLASS_WEIGHTINGS, "effective_number"),
        ("color", AUGMENTATIONS, "color_jitter"),
        ("flip", AUGMENTATIONS, "d4"),
        ("copy-paste", AUGMENTATIONS, "copy_paste"),
    ],
)
def test_method_is_found_by_its_title_and_its_other_names(name, methods, meant):
    assert nearest(name, methods).startswith(f"Did you mean '{meant}'? Known: {next(iter(methods))}, ")
