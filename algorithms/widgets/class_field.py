"""The class field of the chosen label layer; disabled for a class raster.

Processing's own field widget cannot be used: up to QGIS 3.22 at least, it crashes if its layer is a raster.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from processing.gui.wrappers import WidgetWrapper
from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingParameters, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox

from ..translation import tr


class ClassFieldWidget(QComboBox):
    """A combo box of a layer's fields; another name may be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def set_text(self, text: str) -> None:
        """Choose a field, or type a name that is not among them."""
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)

    def show_fields_of(self, layer: Optional[QgsMapLayer]) -> None:
        """List the fields of the label layer, or of None; the current name is kept if the layer has it."""
        is_vector = isinstance(layer, QgsVectorLayer)
        shown = self.currentText()
        self.clear()
        if is_vector:
            fields = layer.fields()
            for index in range(fields.count()):
                self.addItem(fields.iconForField(index), fields.at(index).name())
        self.set_text(shown if self.findText(shown) >= 0 or layer is None else "")
        self.setEnabled(is_vector or layer is None)
        hint = tr("Choose the field with the class") if is_vector else tr("Not needed for a class raster")
        self.lineEdit().setPlaceholderText("" if layer is None else hint)


class ClassFieldWidgetWrapper(WidgetWrapper):
    """Wraps a ``ClassFieldWidget`` and connects it to the parameter of the layer."""

    def createWidget(self) -> ClassFieldWidget:
        """The widget."""
        # Keeps layers that are given as files and are not in the project.
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        return ClassFieldWidget()

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Follow the parameter of the layer; called by Processing when all widgets exist."""
        parent = self.parameterDefinition().parentLayerParameterName()
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() == parent:
                wrapper.widgetValueHasChanged.connect(self._follow)
                self._follow(wrapper)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        self.widget.set_text("" if value is None else str(value))

    def value(self) -> Optional[str]:
        """The value shown."""
        return self.widget.currentText().strip() or None

    def _follow(self, wrapper: Any) -> None:
        definition = wrapper.parameterDefinition()
        given = {definition.name(): wrapper.parameterValue()}
        self.widget.show_fields_of(QgsProcessingParameters.parameterAsLayer(definition, given, self._context))
