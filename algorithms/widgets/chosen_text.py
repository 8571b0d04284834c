"""A text made by choosing a method by its title and setting its parameters, by another page, or by typing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar, Optional

from processing.gui.wrappers import DIALOG_STANDARD, WidgetWrapper
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from .method import MethodChooser, TypedPage
from .sizes import SizesFollower


class ChosenText(QWidget):
    """Its value is the text of the page that is shown.

    Args:
        chooser: All pages, ``typed`` among them.
        typed: The page for typing; shows as written what no other page can show exactly.
    """

    changed = pyqtSignal()

    def __init__(self, chooser: MethodChooser, typed: TypedPage, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.chooser, self.typed = chooser, typed
        self._before = chooser.page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(chooser)
        chooser.combo.activated.connect(self._take_over)
        chooser.changed.connect(self.changed)

    @abstractmethod
    def text_of(self, page: QWidget) -> str:
        """The text of a page."""

    @abstractmethod
    def show_chosen(self, text: str) -> bool:
        """Show a text on the page that can show it exactly.

        Returns:
            Whether there is one.
        """

    def begin(self, page: QWidget, before: QWidget) -> None:
        """Initialise a page that the user switches to from the previous one; ``typed`` needs none."""

    def text(self) -> str:
        """The text of the current page."""
        return self.text_of(self.chooser.page)

    def set_text(self, text: str) -> None:
        """Show a text by its parameters if possible, otherwise as written."""
        if not self.show_chosen(text):
            self.typed.line.setText(text)
            self.chooser.choose(self.typed)
        self._before = self.chooser.page

    def _take_over(self, _index: int) -> None:
        before, self._before = self._before, self.chooser.page
        if before is self._before:
            return
        if self._before is not self.typed:
            self.begin(self._before, before)
        elif not self.typed.line.isModified():
            self.typed.line.setText(self.text_of(before))


class TextWidgetWrapper(WidgetWrapper):
    """Wraps a widget whose value is a text in the dialog, and a line edit in batch tables and the modeler.

    Attributes:
        WIDGET: The widget; it has ``text`` and ``set_text``.
    """

    WIDGET: ClassVar[type[QWidget]]

    def createWidget(self) -> QWidget:
        """The widget."""
        return self.WIDGET() if self.dialogType == DIALOG_STANDARD else QLineEdit()

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Make a widget with ``set_sizes`` follow chip and batch size, once all widgets exist."""
        if hasattr(self.widget, "set_sizes"):
            self._follower = SizesFollower(self.widget.set_sizes)
            self._follower.follow(wrappers)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else str(value)
        if isinstance(self.widget, self.WIDGET):
            self.widget.set_text(text)
        else:
            # A line edit would drop the line ends.
            self.widget.setText("; ".join(text.splitlines()))

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.text())
