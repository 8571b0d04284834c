"""A number as a person writes it, over many orders of magnitude: no trailing zeros, steps of a fit size."""

from __future__ import annotations

from typing import Any, Optional

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QWidget


class NumberBox(QDoubleSpinBox):
    """A spin box for such numbers.

    Args:
        minimum: Smallest number.
        maximum: Largest number.
        decimals: Finest step is ``10 ** -decimals``; 0 for whole numbers.
    """

    def __init__(
        self, minimum: float, maximum: float, decimals: int, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self.setLocale(locale)
        self.setDecimals(decimals)
        self.setRange(minimum, maximum)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: float) -> str:
        """The number without trailing zeros, in the user's way of writing."""
        text: str = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling through the dialog must not turn numbers."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberWidgetWrapper(WidgetWrapper):
    """Puts a ``NumberBox`` into a Processing dialog; its range is the parameter's."""

    def createWidget(self, decimals: int) -> NumberBox:
        """The widget."""
        definition = self.parameterDefinition()
        return NumberBox(definition.minimum(), definition.maximum(), decimals)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        if value is not None:
            self.widget.setValue(float(value))

    def value(self) -> float:
        """The value shown."""
        return float(self.widget.value())
