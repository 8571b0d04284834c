"""What QGIS loads: puts the Processing provider and the translation in place, and takes them out again."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

from .algorithms.provider import TopPixelProvider
from .algorithms.translation import install_translator


class TopPixelPlugin:
    """The plugin's life in QGIS; all it offers is in the Processing toolbox."""

    def __init__(self, iface: Any) -> None:  # noqa: ANN401 - QgisInterface, None in qgis_process
        self._iface = iface
        self._provider: Optional[TopPixelProvider] = None
        self._translator: Optional[QTranslator] = install_translator()

    def initProcessing(self) -> None:
        """Add the algorithms; all that ``qgis_process`` calls."""
        self._provider = TopPixelProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the algorithms to the toolbox of the desktop."""
        self.initProcessing()

    def unload(self) -> None:
        """Leave QGIS as it was."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QgsApplication.removeTranslator(self._translator)
            self._translator = None
