"""Values of enumerations are named by their enumeration, as Qt 6 requires and QGIS 3.22 supports."""

import enum
import importlib

import pytest

from tests.shipped_names import names_used, shipped_files

USED = sorted(set().union(*map(names_used, shipped_files())))


def is_enumeration(kind):
    """Whether a class is an enumeration: Python's, or one of PyQt 5, which are numbers."""
    return issubclass(kind, enum.Enum) or (issubclass(kind, int) and kind not in (int, bool))


def test_the_shipped_code_was_found():
    assert len(USED) > 100


@pytest.mark.parametrize(("module", "name"), USED)
def test_name_is_in_this_qgis_and_a_value_hangs_on_its_enumeration(module, name):
    owner, value = None, importlib.import_module(module)
    for part in name.split("."):
        owner, value = value, getattr(value, part)

    if is_enumeration(type(value)):
        assert owner is type(value), f"{name} should be written with {type(value).__qualname__}"
