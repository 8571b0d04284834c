"""Diagnostics with the versions and settings of this QGIS."""

from __future__ import annotations

from functools import partial
from typing import Callable

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from ..algorithms import plugin_settings
from ..algorithms.failures import last_failures
from ..core.engine.diagnostics import diagnostics


def report() -> Callable[[], str]:
    """Query QGIS in the main thread, and return a function that makes the diagnostics in any thread."""
    program = {
        "QGIS": Qgis.version(),
        "Qt": f"{QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        "Language": QgsApplication.locale(),
        "Device chosen": plugin_settings.device(),
        "Threads chosen": str(plugin_settings.threads() or ""),
        "Package index": plugin_settings.package_index(),
    }
    facts = {name: value for name, value in program.items() if value}
    return partial(diagnostics, plugin_settings.engine_python(), facts, last_failures())
