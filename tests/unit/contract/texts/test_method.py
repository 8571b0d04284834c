import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog.entries import Method, Parameter
from core.contract.catalog.losses import LOSSES
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.messages.errors import LossTextError
from core.contract.texts.method import Call, Language, format_value, to_number

MIX = Method(
    "mix",
    "Mix",
    "For tests.",
    "Here.",
    (
        Parameter("count", 3, "How many.", 1, 10, is_integer=True, excludes="part"),
        Parameter("part", None, "Which part.", 0, 1, excludes="count", minimum_excluded=True),
        Parameter("power", 2.0, "Up to any.", 1, math.inf),
        Parameter("mode", "soft", "How.", choices=("soft", "hard")),
        Parameter("strict", default=False, help="Whether.", choices=("false", "true")),
        Parameter("bound", None, "Not needed.", 1, 100),
    ),
)
LANGUAGE = Language({"mix": MIX, "plain": Method("plain", "Plain", "", "")}, "method", LossTextError)
DEFAULTS = {"count": 3, "power": 2.0, "mode": "soft", "strict": False}


@pytest.mark.parametrize(
    ("text", "name", "parameters"),
    [
        ("mix", "mix", DEFAULTS),
        (" mix ( ) ", "mix", DEFAULTS),
        ("mix(count=5e0)", "mix", {**DEFAULTS, "count": 5}),
        ("mix(part=.5)", "mix", {"part": 0.5, "power": 2.0, "mode": "soft", "strict": False}),
        ("mix(power=inf,)", "mix", {**DEFAULTS, "power": math.inf}),
        ("mix(mode=hard, strict = true)", "mix", {**DEFAULTS, "mode": "hard", "strict": True}),
        ("mix(bound=7)", "mix", {**DEFAULTS, "bound": 7.0}),
        ("plain", "plain", {}),
    ],
)
def test_text_is_parsed_and_defaults_are_filled_in(text, name, parameters):
    assert LANGUAGE.parse(text) == Call(name, parameters)


def test_values_keep_their_kind():
    call = LANGUAGE.parse("mix(count=5, strict=true)")
    assert type(call.parameters["count"]) is int
    assert call.parameters["strict"] is True


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "'' is not a valid method. Write a name such as 'mix(count=3)'."),
        ("mix(", "is not a valid method"),
        ("mix(a(b)=1)", "is not a valid method"),
        ("mixx", "There is no method 'mixx'. Did you mean 'mix'? Known: mix, plain."),
        ("mix(powr=1)", "'mix' has no 'powr'. Did you mean 'power'?"),
        ("plain(x=1)", "'plain' has no 'x'."),
        ("mix(count)", "'count' in 'mix' has no '='. Write for example 'mix(count=3)'."),
        ("mix(count=1, count=2)", "'count' is given twice in 'mix'."),
        ("mix(count=1, part=0.5)", "'mix' takes 'part' or 'count', not both."),
        ("mix(count=1.5)", "mix: 'count' must be an integer from 1 to 10, not '1.5'."),
        ("mix(count=inf)", "not 'inf'"),
        ("mix(count=11)", "not '11'"),
        ("mix(part=0)", "mix: 'part' must be a number above 0 to 1, not '0'."),
        ("mix(part=nan)", "not 'nan'"),
        ("mix(power=-inf)", "mix: 'power' must be a number from 1 to inf, not '-inf'."),
        ("mix(bound=)", "mix: 'bound' must be a number from 1 to 100, not ''."),
        ("mix(mode=Hard)", "mix: 'mode' must be soft or hard, not 'Hard'."),
        ("mix(strict=1)", "mix: 'strict' must be false or true, not '1'."),
    ],
)
def test_wrong_text_is_refused_with_what_is_allowed(text, words):
    with pytest.raises(LossTextError) as caught:
        LANGUAGE.parse(text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("mix", "mix(count=3)"),
        ("mix(part=0.5, power=2)", "mix(part=0.5)"),
        ("mix(bound=7.0)", "mix(count=3, bound=7)"),
        ("mix(strict=true, power=inf, mode=soft)", "mix(count=3, power=inf, strict=true)"),
        ("plain()", "plain"),
    ],
)
def test_text_is_as_short_as_possible_but_names_a_replacing_parameter(text, shortest):
    assert LANGUAGE.format(LANGUAGE.parse(text)) == shortest


def values_of(parameter):
    """Any value that a parameter takes."""
    if isinstance(parameter.default, bool):
        return st.booleans()
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    if parameter.is_integer:
        return st.integers(int(parameter.minimum), int(parameter.maximum))
    is_endless = parameter.maximum == math.inf
    return st.floats(
        parameter.minimum, None if is_endless else parameter.maximum, exclude_min=parameter.minimum_excluded
    )


@st.composite
def calls(draw):
    method = draw(st.sampled_from([MIX, *LOSSES.values(), *CLASS_WEIGHTINGS.values()]))
    values = {}
    for parameter in method.parameters:
        is_optional = parameter.default is None and not parameter.excludes
        is_replaced = parameter.excludes in values
        if is_replaced or (is_optional and draw(st.booleans())):
            continue
        if parameter.excludes and parameter.default is not None and draw(st.booleans()):
            values[parameter.excludes] = draw(values_of(method.parameter(parameter.excludes)))
        elif parameter.name not in values:
            values[parameter.name] = draw(values_of(parameter))
    return Call(method.name, values)


@given(calls())
def test_text_of_a_call_is_parsed_to_the_call(call):
    language = Language({"mix": MIX, **LOSSES, **CLASS_WEIGHTINGS}, "method", LossTextError)
    assert language.parse(language.format(call)) == call


@pytest.mark.parametrize(
    ("text", "number"),
    [("1e3", 1000.0), (" -2 ", -2.0), ("inf", math.inf), ("nan", None), ("", None), ("many", None)],
)
def test_number_is_parsed_or_refused(text, number):
    assert to_number(text) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (2.0, "2"), (0.1, "0.1"), (math.inf, "inf"), (50_000, "50000"), ("batch", "batch")],
)
def test_value_is_formatted_for_users(value, text):
    assert format_value(value) == text
