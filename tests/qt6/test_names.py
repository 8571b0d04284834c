"""Every Qt name in the shipped code exists in Qt 6, where values belong to their enumeration."""

import importlib

import pytest

from tests.shipped_names import names_used, shipped_files

USED = sorted(
    {use for path in shipped_files() for use in names_used(path) if use[0].startswith("qgis.PyQt.")}
)


@pytest.mark.parametrize(("module", "name"), USED)
def test_name_is_in_qt_6(module, name):
    found = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
