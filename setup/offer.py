"""The message bar that offers to set up the engine: once for each version of it, and when jobs lack it."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

from ..algorithms import failures, plugin_settings
from ..algorithms.translation import tr
from ..core.contract.messages.errors import CoreError, EngineMissingError
from ..core.engine.engine import find_engine, has_engine_of_another_version
from ..core.engine.locations import requirements_hash

TITLE = "TopPixel"

WATCH_MS = 3000
"""How often to look for an engine set up elsewhere: in the toolbox, a terminal, another QGIS."""


class Offer(QObject):
    """Offers the set-up in QGIS' message bar.

    Args:
        bar: QGIS' message bar.
        accept: Opens the set-up.
        choose: Opens the options, if the user's own Python is missing.
    """

    _wanted = pyqtSignal()

    def __init__(self, bar: QgsMessageBar, accept: Callable[[], None], choose: Callable[[], None]) -> None:
        super().__init__()
        self._bar = bar
        self._accept = accept
        self._choose = choose
        self._item: Optional[QgsMessageBarItem] = None
        self._messages: list[QgsMessageBarItem] = []
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._withdraw_unless_missing)
        self._wanted.connect(self._show, Qt.ConnectionType.QueuedConnection)
        bar.widgetRemoved.connect(self._note_removal)
        failures.add_listener(self._on_failure)

    def remove(self) -> None:
        """Remove everything from QGIS."""
        failures.remove_listener(self._on_failure)
        self._bar.widgetRemoved.disconnect(self._note_removal)
        self.withdraw()
        for item in self._messages:  # their buttons would open what is removed now
            self._bar.popWidget(item)

    def make(self) -> None:
        """Offer the set-up, unless there is an engine or the user has declined this version of it."""
        if _is_missing() and plugin_settings.declined_engine() != requirements_hash():
            self._show()

    def withdraw(self) -> None:
        """Withdraw the offer, accepted or no longer needed."""
        self._watch.stop()
        item, self._item = self._item, None
        if item is not None:
            self._bar.popWidget(item)

    def show_message(self, text: str, level: Qgis.MessageLevel, *, button: str = "") -> None:
        """Show a message about a set-up.

        Args:
            text: A sentence.
            level: Of the message.
            button: Text of a button that opens the set-up; no button when empty.
        """
        item = self._bar.createMessage(TITLE, text)
        if button:
            self._add_button(item, button, self._accept)
        self._messages.append(item)
        self._bar.pushWidget(item, level, 0 if level == Qgis.MessageLevel.Warning else 8)

    def _on_failure(self, error: CoreError) -> None:
        """Called when a job has failed, in any thread."""
        if isinstance(error, EngineMissingError):
            self._wanted.emit()

    def _show(self) -> None:
        if self._item is not None:
            return
        if plugin_settings.engine_python():
            text, button, action = (
                tr("The Python that you have chosen as the engine is missing."),
                tr("Options…"),
                self._choose,
            )
        elif has_engine_of_another_version():
            text, button, action = (
                tr("This version of TopPixel needs a new engine."),
                tr("Set up engine…"),
                self._accept,
            )
        else:
            text, button, action = (
                tr("The engine must be set up once."),
                tr("Set up engine…"),
                self._accept,
            )
        self._item = self._bar.createMessage(TITLE, text)
        self._add_button(self._item, button, action)
        self._bar.pushWidget(self._item, Qgis.MessageLevel.Info, 0)
        if _is_missing():  # an engine that exists and is broken must be repaired: the offer stays
            self._watch.start()

    def _withdraw_unless_missing(self) -> None:
        if not _is_missing():
            self.withdraw()

    def _add_button(self, item: QgsMessageBarItem, text: str, action: Callable[[], None]) -> None:
        button = QPushButton(text)

        def press() -> None:
            if item is self._item:
                self.withdraw()
            else:
                self._bar.popWidget(item)
            action()

        button.clicked.connect(press)
        item.layout().addWidget(button)

    def _note_removal(self, item: Any) -> None:
        """Called when the user has closed the offer or a message, or a message has timed out."""
        if item in self._messages:
            self._messages.remove(item)
        if self._item is not None and item == self._item:
            self._item = None
            self._watch.stop()
            plugin_settings.decline_engine(requirements_hash())


def _is_missing() -> bool:
    try:
        find_engine(plugin_settings.engine_python())
    except (CoreError, OSError):  # OSError: another process is removing it
        return True
    return False
