"""Editors of a method's parameter: a number, a choice, a check box; and its range in symbols."""

from __future__ import annotations

import math
from typing import Optional, Union

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from ...core.contract.catalog.entries import Parameter, Value
from .number import NumberBox

DECIMALS = 6
"""Finest step of a number; a text with a finer one is shown as text."""

LARGEST = 1e9
"""Limit of a number without a maximum; a text with a larger one is shown as text."""

NO_BREAK = "\u00a0"
"""A no-break space."""

DIGITS = 10
"""Width of a spin box in digits."""


class ChoiceEditor(QComboBox):
    """One of several words."""

    changed = pyqtSignal()

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.addItems(parameter.choices)
        self.currentIndexChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """The word shown."""
        return str(self.currentText())

    def set_value(self, value: Value) -> None:
        """Show a word."""
        self.setCurrentText(str(value))


class CheckEditor(QCheckBox):
    """Yes or no."""

    changed = pyqtSignal()

    def __init__(self, _parameter: Parameter) -> None:
        super().__init__()
        self.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Whether it is checked."""
        return bool(self.isChecked())

    def set_value(self, value: Value) -> None:
        """Check or uncheck it."""
        self.setChecked(bool(value))


class NumberEditor(QWidget):
    """A number within its range; with a check box for infinity if that is allowed."""

    changed = pyqtSignal()

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self._is_integer = parameter.is_integer
        decimals = 0 if parameter.is_integer else DECIMALS
        lowest = parameter.minimum + (10**-decimals if parameter.minimum_excluded else 0)
        bound = LARGEST if parameter.maximum is None else min(parameter.maximum, LARGEST)
        self.box = NumberBox(lowest, bound, decimals)
        self.box.setFixedWidth(self.box.fontMetrics().horizontalAdvance("0" * DIGITS) + 30)
        self.box.valueChanged.connect(lambda _: self.changed.emit())
        self.endless: Optional[QCheckBox] = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        if parameter.maximum == math.inf:
            self.endless = QCheckBox("∞")
            self.endless.toggled.connect(self.box.setDisabled)
            self.endless.toggled.connect(lambda _: self.changed.emit())
            layout.addWidget(self.endless)
        layout.addStretch(1)

    def value(self) -> Value:
        """The number shown."""
        if self.endless is not None and self.endless.isChecked():
            return math.inf
        return int(self.box.value()) if self._is_integer else float(self.box.value())

    def set_value(self, value: Value) -> None:
        """Show a number, rounded to the finest step and clamped to the limit."""
        number = float(value)
        if self.endless is not None:
            self.endless.setChecked(math.isinf(number))
        if math.isfinite(number):
            self.box.setValue(number)


Editor = Union[ChoiceEditor, CheckEditor, NumberEditor]


def make_editor(parameter: Parameter) -> Editor:
    """The editor of a parameter with its default or, without one, its example."""
    if isinstance(parameter.default, bool):
        editor: Editor = CheckEditor(parameter)
    elif parameter.choices:
        editor = ChoiceEditor(parameter)
    else:
        editor = NumberEditor(parameter)
    start = parameter.example if parameter.default is None else parameter.default
    if start is not None:
        editor.set_value(start)
    return editor


def range_symbols(parameter: Parameter) -> str:
    """The range of a number in symbols that need no translation; empty for anything else.

    Returns:
        For example ``0 … 20``, ``> 0 … 1``, ``≥ 1``, ``1 … ∞``.
    """
    if parameter.choices:
        return ""
    sign = "> " if parameter.minimum_excluded else ""
    low = _written(parameter.minimum)
    if parameter.maximum == math.inf:
        signs = f"{sign}{low} … ∞"
    elif parameter.maximum is None or parameter.maximum >= LARGEST:
        signs = f"{sign or '≥ '}{low}"
    else:
        signs = f"{sign}{low} … {_written(parameter.maximum)}"
    return signs.replace(" ", NO_BREAK)


def _written(number: float) -> str:
    is_whole = number == int(number)
    return str(QLocale().toString(float(number), "f" if is_whole else "g", 0 if is_whole else 6))
