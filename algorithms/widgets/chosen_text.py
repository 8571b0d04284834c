"""A text put together by choosing: a method by its title with its numbers, another page, or typing."""

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
        chooser: All pages; the one for typing among them.
        typed: That one. What no other page can show exactly is shown there, as it is written.
        parent: Parent of the widget.
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
        """Choose the page that shows a text exactly, and show it there.

        Returns:
            Whether there is one.
        """

    def begin(self, page: QWidget, before: QWidget) -> None:
        """Let a page that the user goes to begin with what was shown; the one for typing does by itself."""

    def text(self) -> str:
        """The text of what is shown."""
        return self.text_of(self.chooser.page)

    def set_text(self, text: str) -> None:
        """Show a text: by its numbers where that is possible, else as it is written."""
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
    """Puts a widget whose value is a text into the dialog; a plain line into tables and the modeler.

    Attributes:
        WIDGET: The widget; it has ``text`` and ``set_text``.
    """

    WIDGET: ClassVar[type[QWidget]]

    def createWidget(self) -> QWidget:
        """The widget."""
        return self.WIDGET() if self.dialogType == DIALOG_STANDARD else QLineEdit()

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Let a widget with ``set_sizes`` follow the sizes of chips and batches, once all are there."""
        if hasattr(self.widget, "set_sizes"):
            self._follower = SizesFollower(self.widget.set_sizes)
            self._follower.follow(wrappers)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else str(value)
        if isinstance(self.widget, self.WIDGET):
            self.widget.set_text(text)
        else:
            # A line would swallow what stands between lines.
            self.widget.setText("; ".join(text.splitlines()))

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.text())
