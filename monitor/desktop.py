"""The monitor in the QGIS desktop: dock, menu entry and button; it opens when a training starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from ..algorithms.translation import tr
from .dock import MonitorDock
from .monitor import TrainingMonitor

ICON = Path(__file__).parent.parent / "resources" / "icons" / "monitor.svg"
MENU = "TopPixel"
NEIGHBOUR = "ProcessingToolbox"
"""The dock that it joins as a tab: curves need the height of a whole column."""


class MonitorInDesktop:
    """Adds the monitor to QGIS."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._monitor = TrainingMonitor()
        self._dock = MonitorDock(self._monitor, iface.mainWindow())
        self._action = QAction(QIcon(str(ICON)), tr("Training monitor"), iface.mainWindow())
        self._action.setCheckable(True)
        self._is_welcome = True
        self._has_joined = False
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()
        self._dock.setToggleVisibilityAction(self._action)
        self._dock.closed.connect(self._close)
        self._action.triggered.connect(self._toggle)
        self._monitor.started.connect(self._open)
        iface.addPluginToMenu(MENU, self._action)
        iface.addToolBarIcon(self._action)

    def remove(self) -> None:
        """Remove everything from QGIS; running trainings continue."""
        self._monitor.stop()
        self._iface.removePluginMenu(MENU, self._action)
        self._iface.removeToolBarIcon(self._action)
        self._iface.removeDockWidget(self._dock)
        for thing in (self._dock, self._action, self._monitor):
            thing.deleteLater()

    def _open(self) -> None:
        """Show the dock when a training starts, unless the user has closed it; take no focus."""
        if self._is_welcome:
            self._dock.show()
            self._join_neighbour()
            if not self._dock.isFloating():
                self._dock.raise_()

    def _join_neighbour(self) -> None:
        """Become a tab of ``NEIGHBOUR`` in the same column, once; afterwards the user arranges them."""
        window = self._iface.mainWindow()
        neighbour = window.findChild(QDockWidget, NEIGHBOUR)
        if self._has_joined or neighbour is None or self._dock.isFloating() or not neighbour.isVisible():
            return
        self._has_joined = True
        if window.dockWidgetArea(neighbour) == window.dockWidgetArea(self._dock):
            window.tabifyDockWidget(neighbour, self._dock)
            self._dock.raise_()

    def _close(self) -> None:
        self._is_welcome = False

    def _toggle(self, is_shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._is_welcome = is_shown
        if is_shown:
            self._join_neighbour()
