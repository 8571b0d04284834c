import pytest

from core.contract.catalog import (
    DEFAULT_ENCODER,
    DEFAULT_LOSS,
    ENCODERS,
    LOSSES,
    Parameter,
    nearest,
)
from core.contract.loss_text import format_loss, parse_loss


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_every_loss_explains_itself_and_its_defaults_are_in_range(loss):
    assert loss.title
    assert loss.purpose.endswith(".")
    assert loss.source
    for parameter in loss.parameters:
        assert parameter.help.endswith(".")
        assert loss.parameter(parameter.name) is parameter
        if parameter.default is not None:
            parse_loss(f"{loss.name}({parameter.name}={parameter.default})")
        if parameter.excludes:
            assert loss.parameter(parameter.excludes).excludes == parameter.name
    assert loss.parameter("nonsense") is None


def test_defaults_are_offered():
    assert DEFAULT_ENCODER in ENCODERS
    assert format_loss(parse_loss(DEFAULT_LOSS)) == DEFAULT_LOSS


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (Parameter("k", 1, "", 1, 10, is_integer=True), "a whole number from 1 to 10"),
        (Parameter("g", 1, "", 0), "a number from 0"),
        (Parameter("r", 1, "", 0, 1, minimum_excluded=True), "a number above 0 to 1"),
        (Parameter("w", "a", "", choices=("a", "b")), "a or b"),
    ],
)
def test_range_is_said_in_words(parameter, words):
    assert parameter.range_text == words


def test_nearest_word_is_asked_for_and_all_are_listed():
    assert nearest("focl", ["ce", "focal"]) == "Did you mean 'focal'? Known: ce, focal."
    assert nearest("zzz", ["ce", "focal"]) == "Known: ce, focal."
