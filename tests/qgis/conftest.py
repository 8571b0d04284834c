"""What the tests of the plugin share; they run in QGIS' own Python with pytest-qgis.

Fixtures stand in ``fixtures``; pytest knows those that are imported here.
"""

import importlib.util
import shutil

import pytest

if importlib.util.find_spec("qgis") is None:
    collect_ignore_glob = ["*"]
else:
    from tests.qgis.fixtures import FOLDER, same_packages
    from tests.qgis.fixtures.desktop import desktop, real_gui_parts
    from tests.qgis.fixtures.engine import engine, no_engine, untrained, untrained_model
    from tests.qgis.fixtures.fake_engine import fake_engine
    from tests.qgis.fixtures.processing import algorithm, context, feedback, provider, row_of_batch
    from tests.qgis.fixtures.qt import english_numbers, let_qt_delete, spin_until
    from tests.qgis.fixtures.sample_data import (
        add_polygons_fixture,
        empty_project,
        labels,
        scene,
        write_raster_fixture,
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """Let go of a test's QGIS objects: with the last test QGIS ends, and they must not outlive it."""
    item.funcargs.clear()


def pytest_unconfigure(config):
    """Remove the linked plugin folder."""
    if "FOLDER" in globals():
        shutil.rmtree(FOLDER, ignore_errors=True)
