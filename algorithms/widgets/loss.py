"""The loss by name with its own numbers; anything else, such as a sum of losses, as text."""

from __future__ import annotations

from typing import Any, Optional

from processing.gui.wrappers import DIALOG_STANDARD, WidgetWrapper
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.contract.catalog import LOSSES, Method, Parameter, Value
from ...core.contract.errors import LossTextError
from ...core.contract.loss_text import LossTerm, format_loss, parse_loss
from ..translation import tr
from .number import NumberBox

DECIMALS = 6
"""Finest step of a number; a text with a finer one is shown as text."""

LARGEST = 1e9
"""Of a number without a bound; a text with a larger one is shown as text."""


class ParameterEdit:
    """One parameter of a loss: the widget that fits its kind.

    Args:
        parameter: Its description.
    """

    def __init__(self, parameter: Parameter) -> None:
        self.parameter = parameter
        self.radio: Optional[QRadioButton] = None
        self.widget = _make_editor(parameter)
        self.widget.setToolTip(tr(parameter.help))
        self.value = self._start_value()

    @property
    def value(self) -> Value:
        """The value shown."""
        if isinstance(self.widget, QComboBox):
            return str(self.widget.currentText())
        number = self.widget.value()
        return int(number) if self.parameter.is_integer else number

    @value.setter
    def value(self, value: Value) -> None:
        if isinstance(self.widget, QComboBox):
            self.widget.setCurrentText(str(value))
        else:
            self.widget.setValue(value)

    @property
    def is_in_force(self) -> bool:
        """Whether it is the chosen one, where only one of two can be."""
        return self.radio is None or self.radio.isChecked()

    def _start_value(self) -> Value:
        """Its default; for one without, a tenth of the range."""
        default, maximum = self.parameter.default, self.parameter.maximum
        if default is not None:
            return default
        return self.parameter.minimum + (1.0 if maximum is None else (maximum - self.parameter.minimum) / 10)


def _make_editor(parameter: Parameter) -> QWidget:
    if parameter.choices:
        box = QComboBox()
        box.addItems(parameter.choices)
        return box
    decimals = 0 if parameter.is_integer else DECIMALS
    lowest = parameter.minimum + (10**-decimals if parameter.minimum_excluded else 0)
    return NumberBox(lowest, LARGEST if parameter.maximum is None else parameter.maximum, decimals)


class LossPage(QWidget):
    """Purpose, source and numbers of one loss.

    Args:
        description: The loss, from the catalog.
    """

    def __init__(self, description: Method) -> None:
        super().__init__()
        self._description = description
        self.edits = [ParameterEdit(parameter) for parameter in description.parameters]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(2, 2)
        about = QLabel(f"{tr(description.purpose)}<br><small>{tr(description.source)}</small>")
        about.setWordWrap(True)
        layout.addWidget(about, 0, 0, 1, 3)
        self._group = QButtonGroup(self)
        for row, edit in enumerate(self.edits, start=1):
            layout.addWidget(self._name_widget(edit), row, 0)
            layout.addWidget(edit.widget, row, 1)
            hint = QLabel(f"<small>{tr(edit.parameter.help)}</small>")
            hint.setWordWrap(True)
            layout.addWidget(hint, row, 2)

    def term(self) -> LossTerm:
        """The loss with the numbers shown."""
        numbers = {edit.parameter.name: edit.value for edit in self.edits if edit.is_in_force}
        return LossTerm(self._description.name, numbers)

    def show_term(self, term: LossTerm) -> None:
        """Show the numbers of a loss."""
        for edit in self.edits:
            if edit.parameter.name in term.parameters:
                edit.value = term.parameters[edit.parameter.name]
            if edit.radio is not None:
                edit.radio.setChecked(edit.parameter.name in term.parameters)

    def _name_widget(self, edit: ParameterEdit) -> QWidget:
        """The parameter's name; as a button to choose it where it excludes another."""
        if not edit.parameter.excludes:
            return QLabel(edit.parameter.name)
        edit.radio = QRadioButton(edit.parameter.name)
        self._group.addButton(edit.radio)
        edit.radio.toggled.connect(edit.widget.setEnabled)
        edit.radio.setChecked(edit.parameter.default is not None)
        edit.widget.setEnabled(edit.is_in_force)
        return edit.radio


class LossWidget(QWidget):
    """Losses by title; below, what the chosen one is for and its numbers. Its value is a loss text."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("0.5*ce + 0.5*focal(gamma=2)")
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for description in LOSSES.values():
            self.combo.addItem(tr(description.title), description.name)
            self._pages.addWidget(LossPage(description))
        self.combo.addItem(tr("Typed, such as a sum of losses"), "")
        self._pages.addWidget(self.typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        layout.addWidget(self._pages)
        self.combo.currentIndexChanged.connect(self._show_page)
        self.combo.activated.connect(self._start_typing)
        self._show_page(self.combo.currentIndex())

    def text(self) -> str:
        """The loss text of what is shown."""
        page = self._pages.currentWidget()
        return format_loss([page.term()]) if isinstance(page, LossPage) else self.typed.text().strip()

    def set_text(self, text: str) -> None:
        """Show a loss text: one loss by its numbers, anything else as it is written."""
        self.typed.setText(text)
        index = self.combo.count() - 1
        try:
            terms = parse_loss(text)
        except LossTextError:
            terms = ()
        if len(terms) == 1 and terms[0].factor == 1:
            page_index = self.combo.findData(terms[0].name)
            page = self._pages.widget(page_index)
            page.show_term(terms[0])
            if page.term() == terms[0]:
                index = page_index
        self.combo.setCurrentIndex(index)

    def _show_page(self, index: int) -> None:
        """Bring a page to the front; the others take no room."""
        self._previous = self._pages.currentWidget()
        self._pages.setCurrentIndex(index)
        for number in range(self._pages.count()):
            policy = QSizePolicy.Policy.Preferred if number == index else QSizePolicy.Policy.Ignored
            self._pages.widget(number).setSizePolicy(policy, policy)
        self._pages.adjustSize()

    def _start_typing(self, index: int) -> None:
        """A user who goes from a loss to typing starts with the text of that loss."""
        is_typed = self._pages.widget(index) is self.typed
        if is_typed and isinstance(self._previous, LossPage) and not self.typed.text():
            self.typed.setText(format_loss([self._previous.term()]))


class LossWidgetWrapper(WidgetWrapper):
    """Puts a ``LossWidget`` into the algorithm's dialog; a plain line into tables and the modeler."""

    def createWidget(self) -> QWidget:
        """The widget."""
        return LossWidget() if self.dialogType == DIALOG_STANDARD else QLineEdit()

    def setValue(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else str(value)
        if isinstance(self.widget, LossWidget):
            self.widget.set_text(text)
        else:
            self.widget.setText(text)

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.text())
