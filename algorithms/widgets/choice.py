"""A text with suggestions: choose one, type another, or select a file where files are allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QToolButton, QWidget

from ..translation import tr


class ChoiceWidget(QWidget):
    """An editable combo box.

    Args:
        choices: Suggestions.
        file_filter: Qt filter of files that may be selected instead; no files when empty.
    """

    def __init__(
        self, choices: Sequence[str], file_filter: str = "", parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._file_filter = file_filter
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItems(choices)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo, 1)
        if file_filter:
            button = QToolButton()
            button.setText("…")
            button.setToolTip(tr("Pick a file"))
            button.clicked.connect(self._pick_file)
            layout.addWidget(button)

    def text(self) -> str:
        """The chosen or typed text."""
        return self.combo.currentText().strip()

    def set_text(self, text: str) -> None:
        """Choose or type a text."""
        self.combo.setCurrentIndex(self.combo.findText(text))
        self.combo.setEditText(text)

    def _pick_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Pick a file"), self.text(), self._file_filter)
        if path:
            self.set_text(path)


class ChoiceWidgetWrapper(WidgetWrapper):
    """Puts a ``ChoiceWidget`` into a Processing dialog; its arguments come from the parameter's metadata."""

    def createWidget(self, choices: Sequence[str], file_filter: str = "") -> ChoiceWidget:
        """The widget."""
        return ChoiceWidget(choices, file_filter)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        self.widget.set_text("" if value is None else str(value))

    def value(self) -> str:
        """The value shown."""
        return self.widget.text()
