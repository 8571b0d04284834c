import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog import LOSSES
from core.contract.errors import LossTextError
from core.contract.loss_text import LossTerm, format_loss, parse_loss


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ce", [LossTerm("ce", {"label_smoothing": 0.0})]),
        (" focal ( gamma = 2.5 ) ", [LossTerm("focal", {"gamma": 2.5})]),
        ("focal()", [LossTerm("focal", {"gamma": 2.0})]),
        ("toppixel", [LossTerm("toppixel", {"k": 50000})]),
        ("toppixel(k=5e3)", [LossTerm("toppixel", {"k": 5000})]),
        ("toppixel(ratio=0.1)", [LossTerm("toppixel", {"ratio": 0.1})]),
        (
            "0.5*ce + 1e-3 * focal(gamma=1)",
            [LossTerm("ce", {"label_smoothing": 0.0}, 0.5), LossTerm("focal", {"gamma": 1.0}, 0.001)],
        ),
        (
            "ce(label_smoothing=1e-1)+focal",
            [LossTerm("ce", {"label_smoothing": 0.1}), LossTerm("focal", {"gamma": 2.0})],
        ),
    ],
)
def test_text_is_read(text, terms):
    assert list(parse_loss(text)) == terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("focl", "Did you mean 'focal'"),
        ("dice", "Known: ce, focal"),
        ("toppixel(k=0)", "'k' must be a whole number from 1"),
        ("toppixel(k=1.5)", "whole number"),
        ("toppixel(ratio=0)", "above 0"),
        ("toppixel(ratio=1.1)", "to 1"),
        ("toppixel(k=5, ratio=0.1)", "not both"),
        ("focal(gamma=-1)", "'gamma' must be a number from 0"),
        ("focal(gamma=nan)", "not 'nan'"),
        ("focal(gamma=inf)", "not 'inf'"),
        ("focal(gamma)", "has no '='"),
        ("focal(gamma=1, gamma=2)", "stands twice"),
        ("focal(alpha=1)", "has no 'alpha'"),
        ("0*ce", "above 0"),
        ("-1*ce", "above 0"),
        ("x*ce", "above 0"),
        ("ce +", "is no loss"),
        ("ce focal", "is no loss"),
        ("focal(gamma=2", "is no loss"),
        ("focal)", "is no loss"),
    ],
)
def test_wrong_text_is_refused_with_what_is_right(text, words):
    with pytest.raises(LossTextError) as caught:
        parse_loss(text)
    assert words in str(caught.value)


@st.composite
def terms(draw):
    description = draw(st.sampled_from(list(LOSSES.values())))
    values = {}
    for parameter in description.parameters:
        if parameter.excludes in values:
            continue
        if parameter.excludes and draw(st.booleans()) and parameter is not description.parameters[-1]:
            continue
        high = parameter.maximum or 1000
        if parameter.is_integer:
            values[parameter.name] = draw(st.integers(int(parameter.minimum), int(high)))
        else:
            values[parameter.name] = draw(
                st.floats(parameter.minimum, high, exclude_min=parameter.minimum_excluded)
            )
    return LossTerm(description.name, values, draw(st.floats(1e-300, 1e300)))


@given(st.lists(terms(), min_size=1, max_size=4))
def test_text_of_terms_gives_the_terms_again(given_terms):
    assert list(parse_loss(format_loss(given_terms))) == given_terms


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("1*ce(label_smoothing=0)", "ce"),
        ("toppixel", "toppixel(k=50000)"),
        ("2.0*focal(gamma=2)", "2*focal"),
    ],
)
def test_text_is_as_short_as_can_be(text, shortest):
    assert format_loss(parse_loss(text)) == shortest
