"""A spin box for many orders of magnitude: no trailing zeros, adaptive steps."""

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
        decimals: The finest step is ``10 ** -decimals``; 0 for integers.
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
        """The number without trailing zeros, in the user's locale."""
        text: str = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without focus: scrolling the dialog must not change numbers."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberWidgetWrapper(WidgetWrapper):
    """Wraps a ``NumberBox`` with the range of the parameter."""

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
