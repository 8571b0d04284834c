import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.messages.errors import WeightsTextError
from core.contract.texts.method import Call
from core.contract.texts.weights import (
    check_weights,
    format_weighting,
    format_weights,
    parse_weighting,
    parse_weights,
    weights_for_classes,
)


@pytest.mark.parametrize("name", CLASS_WEIGHTINGS)
def test_weighting_is_known_by_name(name):
    assert parse_weighting(f" {name} ") == Call(name)
    assert parse_weighting(name.replace("_", " ")) == Call(name)
    check_weights(name)


@pytest.mark.parametrize(
    ("text", "call", "shortest"),
    [
        (
            "median frequency (cap = 50)",
            Call("median_frequency", {"cap": 50.0}),
            "median_frequency(cap=50)",
        ),
        (
            "effective_number(beta=0.999, cap=10)",
            Call("effective_number", {"beta": 0.999, "cap": 10.0}),
            "effective_number(beta=0.999, cap=10)",
        ),
        ("none()", Call("none"), "none"),
    ],
)
def test_parameters_of_a_weighting_are_parsed_and_formatted(text, call, shortest):
    assert parse_weighting(text) == call
    assert format_weighting(call) == shortest


@pytest.mark.parametrize(
    "text",
    [
        "car=5",
        "car (old)=5",
        "a, b",
        "Straße=2",
        "7=1",
        "",
        "none=0",
        "none (unclear)=0",
        "inverse (x)=2",
        "inverse (a=b)=2, car=1",
        "car=1, inverse (x)=2",
    ],
)
def test_weights_by_class_are_no_weighting(text):
    assert parse_weighting(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("median", "'median' is neither a weighting nor 'class=number'. Did you mean 'median_frequency'?"),
        ("balanced", "Did you mean 'inverse'?"),
        ("effective-number", "Did you mean 'effective_number'?"),
        ("Median frequency", "Did you mean 'median_frequency'?"),
        ("car", "Or write for example 'car=5, road=1'."),
        ("inverse(cap=0.5)", "inverse: 'cap' must be a number from 1"),
        ("inverse(beta=0.5)", "'inverse' has no 'beta'. Known: cap."),
        ("none(cap=2)", "'none' has no 'cap'."),
        ("effective_number(beta=1.1)", "a number from 0 to 1"),
        ("effective_number(beta=0.9", "is not a valid class weighting"),
    ],
)
def test_wrong_weighting_is_refused_with_what_is_allowed(text, words):
    with pytest.raises(WeightsTextError) as caught:
        check_weights(text)
    assert words in str(caught.value)


def test_pairs_are_parsed():
    assert parse_weights("car=5, road = 0.5,, a=b=1e1") == {"car": 5, "road": 0.5, "a=b": 10}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (",", "empty"),
        ("car, road", "'car' is neither a weighting nor 'class=number'"),
        ("car=5, car=6", "is given twice"),
        ("car=-1", "must be a number from 0"),
        ("car=many", "not 'many'"),
        ("car=nan", "not 'nan'"),
        ("car=inf", "not 'inf'"),
    ],
)
def test_wrong_text_is_refused_with_what_is_allowed(text, words):
    with pytest.raises(WeightsTextError) as caught:
        check_weights(text)
    assert words in str(caught.value)


@given(st.lists(st.floats(1e-3, 1e6), min_size=1, max_size=5))
def test_formatted_weights_keep_six_digits(weights):
    names = [f"class {index} ü" for index in range(len(weights))]
    assert weights_for_classes(format_weights(weights, names), names) == pytest.approx(weights, rel=1e-5)


def test_class_that_is_not_named_weighs_one():
    assert weights_for_classes("car=5", ["background", "car"]) == [1.0, 5.0]


def test_class_whose_name_starts_like_a_weighting_gets_a_weight():
    names = ["none (unclear)", "inverse (x)", "car"]
    check_weights("none (unclear)=0, inverse (x)=2")
    assert weights_for_classes("none (unclear)=0, inverse (x)=2", names) == [0.0, 2.0, 1.0]


def test_a_weight_of_zero_leaves_the_other_classes():
    check_weights("background=0")
    assert weights_for_classes("background=0", ["background", "car"]) == [0.0, 1.0]


def test_weights_of_zero_for_all_classes_are_refused():
    with pytest.raises(WeightsTextError, match="at least one must be above 0"):
        weights_for_classes("background=0, car=0", ["background", "car"])


def test_unknown_class_names_the_nearest():
    with pytest.raises(WeightsTextError, match="Did you mean 'car'"):
        weights_for_classes("cars=5", ["background", "car"])
