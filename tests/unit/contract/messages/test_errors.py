import pickle

import pytest

from core.contract.messages import errors
from core.contract.messages.errors import CoreError, error_class


def leaves(kind=CoreError):
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from leaves(child)


@pytest.mark.parametrize("leaf", list(leaves()), ids=lambda leaf: leaf.__name__)
def test_error_class_is_found_by_its_code(leaf):
    assert error_class(leaf.code) is leaf


def test_codes_are_unique():
    codes = [leaf.code for leaf in leaves()]
    assert len(codes) == len(set(codes))


def test_unknown_code_is_a_plain_failure():
    assert error_class("of the future") is CoreError


def test_hint_of_the_class_is_used_unless_another_is_given():
    assert errors.DeviceError("No card.").hint == errors.DeviceError.default_hint
    assert errors.DeviceError("No card.", "Buy one.").hint == "Buy one."
    assert str(errors.DeviceError("No card.", "")) == "No card."
    assert str(errors.DeviceError("No card.", "Buy one.")) == "No card. Buy one."


def test_errors_are_caught_as_their_builtin_base():
    assert issubclass(errors.RasterError, OSError)
    assert issubclass(errors.OutOfMemoryError, MemoryError)
    assert issubclass(errors.SettingsError, ValueError)


@pytest.mark.parametrize("kind", list(leaves()), ids=lambda kind: kind.__name__)
def test_every_error_can_go_to_another_process(kind):
    error = pickle.loads(pickle.dumps(kind("What is wrong.", hint="What to do.", detail="more")))
    assert (type(error), str(error), error.detail) == (kind, "What is wrong. What to do.", "more")
