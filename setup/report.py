"""The diagnostics of this QGIS: its versions and the plugin's settings, beside what the core knows."""

from __future__ import annotations

from functools import partial
from typing import Callable

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from ..algorithms import settings
from ..algorithms.failures import last_failures
from ..core.engine.diagnostics import diagnostics


def report() -> Callable[[], str]:
    """Ask QGIS now, in its main thread, and give back what asks the machine, in any thread."""
    program = {
        "QGIS": Qgis.version(),
        "Qt": f"{QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        "Language": QgsApplication.locale(),
        "Device chosen": settings.device(),
        "Threads chosen": str(settings.threads() or ""),
        "Package index": settings.package_index(),
    }
    told = {name: value for name, value in program.items() if value}
    return partial(diagnostics, settings.engine_python(), told, last_failures())
