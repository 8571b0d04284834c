"""The plugin as QGIS loads it: adds provider, monitor, set-up and translation, and removes them again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

from .algorithms import plugin_settings
from .algorithms.provider import TopPixelProvider
from .algorithms.translation import install_translator

if TYPE_CHECKING:
    from .monitor.desktop import MonitorInDesktop
    from .setup.desktop import SetUpInDesktop


class TopPixelPlugin:
    """The plugin in QGIS: algorithms in the Processing toolbox, and a dock, a dialog and an options page."""

    def __init__(self, iface: Any) -> None:  # noqa: ANN401 - QgisInterface, None in qgis_process
        self._iface = iface
        self._monitor: Optional[MonitorInDesktop] = None
        self._set_up: Optional[SetUpInDesktop] = None
        self._provider: Optional[TopPixelProvider] = None
        self._translator: Optional[QTranslator] = install_translator()

    def initProcessing(self) -> None:
        """Apply the settings and add the algorithms; the only method that ``qgis_process`` calls."""
        plugin_settings.apply()
        self._provider = TopPixelProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the algorithms to the toolbox, the monitor to the docks, and the set-up to menu and options."""
        # qgis_process has no use for widgets
        from .monitor.desktop import MonitorInDesktop  # noqa: PLC0415
        from .setup.desktop import SetUpInDesktop  # noqa: PLC0415

        self.initProcessing()
        self._monitor = MonitorInDesktop(self._iface)
        self._set_up = SetUpInDesktop(self._iface)

    def unload(self) -> None:
        """Remove everything from QGIS. Running jobs continue in their dialogs."""
        if self._monitor is not None:
            self._monitor.remove()
            self._monitor = None
        if self._set_up is not None:
            self._set_up.remove()
            self._set_up = None
        if self._provider is not None:
            self._provider.hand_over()
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QgsApplication.removeTranslator(self._translator)
            self._translator = None
        _forget_packages()


def _forget_packages() -> None:
    """Make Python import the plugin's packages again: QGIS only unloads the modules inside them."""
    for name in [name for name in sys.modules if name.startswith(f"{__package__}.")]:
        if hasattr(sys.modules[name], "__path__"):
            del sys.modules[name]
