"""The set-up in the QGIS desktop: menu entry, message bar, dialog and options page."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..algorithms.base import ICONS
from ..algorithms.translation import tr
from .dialog import SetUpDialog
from .installation import Installation
from .offer import Offer
from .options import PAGE, OptionsFactory

MENU = "TopPixel"


class SetUpInDesktop:
    """Adds the set-up to QGIS."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        window = iface.mainWindow()
        self._installation = Installation()
        self._dialog = SetUpDialog(self._installation, window)
        self._offer = Offer(iface.messageBar(), self.open, self._open_options)
        self._factory = OptionsFactory(self._leave_options)
        self._action = QAction(QIcon(str(ICONS / "setup.svg")), tr("Set up engine…"), window)
        self._action.triggered.connect(self.open)
        self._dialog.put_away.connect(self._report_background)
        self._installation.ended.connect(self._report_end)
        iface.addPluginToMenu(MENU, self._action)
        iface.registerOptionsWidgetFactory(self._factory)
        QTimer.singleShot(0, self._make_offer)
        self._is_added = True

    def remove(self) -> None:
        """Remove everything from QGIS; a running set-up is cancelled, and resumed by the next."""
        self._is_added = False
        self._installation.cancel()
        self._installation.ended.disconnect(self._report_end)
        self._offer.remove()
        self._iface.unregisterOptionsWidgetFactory(self._factory)
        self._iface.removePluginMenu(MENU, self._action)
        for thing in (self._dialog, self._action, self._offer):
            thing.deleteLater()

    def open(self, *, repairs: bool = False) -> None:
        """Open the dialog.

        Args:
            repairs: Whether to rebuild the engine at once.
        """
        self._offer.withdraw()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        if repairs:
            self._dialog.start(anew=True)

    def _make_offer(self) -> None:
        if self._is_added:
            self._offer.make()

    def _leave_options(self, repairs: bool) -> None:  # noqa: FBT001 - called by the page
        """Open the dialog once the options, which are modal, have closed."""
        QTimer.singleShot(0, lambda: self.open(repairs=repairs))

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def _report_background(self) -> None:
        self._offer.show_message(
            tr("The engine is being set up in the background."),
            Qgis.MessageLevel.Info,
            button=tr("Show"),
        )

    def _report_end(self, has_succeeded: bool) -> None:  # noqa: FBT001 - Qt's signal
        if has_succeeded:
            self._offer.withdraw()
        if self._dialog.isVisible():
            return
        if has_succeeded:
            self._offer.show_message(tr("The engine is ready."), Qgis.MessageLevel.Success)
        else:
            self._offer.show_message(self._installation.message, Qgis.MessageLevel.Warning, button=tr("Show"))
