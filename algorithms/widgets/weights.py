"""The class weights: a weighting by title with its own numbers, or typed class by class."""

from __future__ import annotations

from typing import Any, Optional

from processing.gui.wrappers import DIALOG_STANDARD, WidgetWrapper
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ...core.contract.catalog import CLASS_WEIGHTINGS
from ...core.contract.errors import WeightsTextError
from ...core.contract.weights_text import check_weights, format_weighting, parse_weighting
from ..translation import tr
from .method import MethodChooser, MethodPage, TypedPage


class WeightsWidget(QWidget):
    """Its value is a text of class weights."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.typed = TypedPage("car=5, road=1", _explain)
        self.chooser = MethodChooser(CLASS_WEIGHTINGS, others=((tr("Typed, class by class"), self.typed),))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chooser)
        self.chooser.changed.connect(self.changed)

    def text(self) -> str:
        """The text of what is shown."""
        page = self.chooser.page
        return format_weighting(page.call()) if isinstance(page, MethodPage) else self.typed.text()

    def set_text(self, text: str) -> None:
        """Show a text: a weighting by its numbers, anything else as it is written."""
        try:
            call = parse_weighting(text)
        except WeightsTextError:
            call = None
        if call is None or not self.chooser.show_call(call):
            self.typed.line.setText(text)
            self.chooser.choose(self.typed)


def _explain(text: str) -> str:
    try:
        check_weights(text)
    except WeightsTextError as error:
        return str(error)
    return tr("A class that is not named weighs 1.")


class WeightsWidgetWrapper(WidgetWrapper):
    """Puts a ``WeightsWidget`` into the algorithm's dialog; a plain line into tables and the modeler."""

    def createWidget(self) -> QWidget:
        """The widget."""
        return WeightsWidget() if self.dialogType == DIALOG_STANDARD else QLineEdit()

    def setValue(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else str(value)
        if isinstance(self.widget, WeightsWidget):
            self.widget.set_text(text)
        else:
            self.widget.setText(text)

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.text())
