import pytest

from core.contract.catalog import CLASS_WEIGHTINGS
from core.contract.errors import WeightsTextError
from core.contract.weights_text import parse_weights, weights_for_classes


@pytest.mark.parametrize("name", CLASS_WEIGHTINGS)
def test_name_of_a_weighting_types_no_weights(name):
    assert parse_weights(f" {name} ") == {}


def test_pairs_are_read():
    assert parse_weights("car=5, road = 0.5,, a=b=1e1") == {"car": 5, "road": 0.5, "a=b": 10}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (",", "empty"),
        ("median", "Did you mean 'median frequency'"),
        ("car=5, car=6", "stands twice"),
        ("car=-1", "must be a number from 0"),
        ("car=many", "not 'many'"),
        ("car=nan", "not 'nan'"),
        ("car=inf", "not 'inf'"),
        ("car=0, road=0", "at least one"),
    ],
)
def test_wrong_text_is_refused_with_what_is_right(text, words):
    with pytest.raises(WeightsTextError) as caught:
        parse_weights(text)
    assert words in str(caught.value)


def test_class_that_is_not_named_weighs_one():
    assert weights_for_classes("car=5", ["background", "car"]) == [1.0, 5.0]


def test_unknown_class_names_the_nearest():
    with pytest.raises(WeightsTextError, match="Did you mean 'car'"):
        weights_for_classes("cars=5", ["background", "car"])
