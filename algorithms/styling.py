"""Styles: class names and colours from a label layer's style, and the styles of the results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.contract.classes import BACKGROUND, ClassTable
from ..core.contract.subsets import SUBSETS
from .translation import tr

_VIRIDIS = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")
"""Perceptually uniform, safe for colour-blind readers (van der Walt and Smith 2015)."""

Style = Callable[[QgsMapLayer], None]
"""Sets the style of a layer."""


def class_style(layer: QgsMapLayer, field: str) -> tuple[dict[str, str], dict[str, str]]:
    """Names and colours that the user gave the classes of a label layer.

    Args:
        layer: A vector layer, or a class raster.
        field: The class field of a vector layer.

    Returns:
        Names and colours (``#rrggbb``) by class value as text; empty if the layer's style is not by class.
        Names that repeat the value, or each other, are left out.
    """
    rows = _styled_classes(layer, field)
    names = [name for _, name, _ in rows]
    clear = {value: name for value, name, _ in rows if name and name != value and names.count(name) == 1}
    return clear, {value: colour.name() for value, _, colour in rows}


def _styled_classes(layer: QgsMapLayer, field: str) -> list[tuple[str, str, QColor]]:
    """Value, name and colour of each class of a style."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return [(f"{each.value:g}", each.label.strip(), each.color) for each in renderer.classes()]
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute().strip('"') == field:
        return [
            (str(value), category.label().strip(), category.symbol().color())
            for category in renderer.categories()
            for value in _values_of(category)
        ]
    return []


def _values_of(category: QgsRendererCategory) -> list[Any]:
    """Class values of a category; none for the one of all other values."""
    value = category.value()
    values = value if isinstance(value, list) else [value]
    return [each for each in values if each not in (None, "") and str(each) != "NULL"]


def style_class_raster(layer: QgsRasterLayer, classes: ClassTable) -> None:
    """Show a class raster with the names and colours of its classes."""
    rows = [QgsPalettedRasterRenderer.Class(c.value, QColor(c.colour), c.name) for c in classes]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, rows))


def style_polygons(layer: QgsVectorLayer, classes: ClassTable) -> None:
    """Show class polygons in the same colours, without outlines that would hide small ones."""
    categories = []
    for entry in classes:
        symbol = QgsFillSymbol.createSimple({"color": entry.colour, "outline_style": "no"})
        categories.append(QgsRendererCategory(entry.value, symbol, entry.name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(POLYGON_FIELD, categories))


def style_subsets(layer: QgsVectorLayer) -> None:
    """Show the subsets of a split layer half transparent, so that the map below is visible."""
    categories = []
    for subset in SUBSETS:
        colour = QColor(subset.colour)
        colour.setAlpha(SUBSET_ALPHA if subset.name != "unused" else 0)
        symbol = QgsFillSymbol.createSimple({"outline_color": "#333333", "outline_width": "0.2"})
        symbol.setColor(colour)
        categories.append(
            QgsRendererCategory(subset.name, symbol, f"{tr(subset.name)}: {tr(subset.meaning)}")
        )
    layer.setRenderer(QgsCategorizedSymbolRenderer(SUBSET_FIELD, categories))


SUBSET_ALPHA = 110
"""Of 255: colours can be told apart, and the imagery below is still visible."""

SUBSET_FIELD = "subset"
"""Field of a split layer with the name of the subset."""

POLYGON_FIELD = "class_value"
"""Field of class polygons with the class value."""


def style_confidence(layer: QgsRasterLayer) -> None:
    """Show a probability from 0 to 1, dark where the network is uncertain."""
    _style_share(layer, 1, _VIRIDIS, tr("0"), tr("1 (certain)"))


def style_entropy(layer: QgsRasterLayer) -> None:
    """Show an entropy from 0 to 1, dark where the network is uncertain, as in the confidence."""
    _style_share(layer, 1, _VIRIDIS[::-1], tr("0 (certain)"), tr("1 (all classes equal)"))


def style_probabilities(layer: QgsRasterLayer, classes: ClassTable) -> None:
    """Show the probability of the first class that is not the background; the others are other bands."""
    shown = next((entry for entry in classes if entry.name != BACKGROUND), classes[0])
    _style_share(layer, shown.index + 1, _VIRIDIS, tr("{name}: 0 %").format(name=shown.name), tr("100 %"))


def _style_share(layer: QgsRasterLayer, band: int, colours: Sequence[str], lowest: str, highest: str) -> None:
    """Show a band from 0 to 1 in a colour ramp, with labels at both ends of the legend."""
    stops = [QgsGradientStop(index / 4, QColor(colours[index])) for index in (1, 2, 3)]
    ramp = QgsGradientColorRamp(QColor(colours[0]), QColor(colours[-1]), False, stops)  # noqa: FBT003
    function = QgsColorRampShader(0.0, 1.0, ramp, QgsColorRampShader.Type.Interpolated)
    function.classifyColorRamp(len(colours))
    legend = QgsColorRampLegendNodeSettings()
    legend.setMinimumLabel(lowest)
    legend.setMaximumLabel(highest)
    function.setLegendSettings(legend)
    shader = QgsRasterShader(0.0, 1.0)
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), band, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(1.0)
    layer.setRenderer(renderer)


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles a result when QGIS has loaded it.

    Args:
        style: Called with the layer.
        group: Group in the layer tree to put it into; empty for none.
    """

    _waiting: ClassVar[list[ResultStyler]] = []
    """Keeps post-processors alive until their layers are loaded; QGIS only keeps the C++ objects."""

    def __init__(self, style: Style, group: str = "") -> None:
        super().__init__()
        self._style, self._group = style, group
        self._waiting.append(self)

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS' signature
    ) -> None:
        """Style the layer; called by QGIS in the main thread."""
        self._style(layer)
        layer.triggerRepaint()
        if self._group and context.project():
            _move_into_group(context.project(), layer, self._group)
        if self in self._waiting:
            self._waiting.remove(self)


def load_named(context: QgsProcessingContext, path: str, name: str) -> Any:
    """Give a result its name, if QGIS is going to load it.

    Args:
        context: Of the run.
        path: The result; empty for none.
        name: The layer's name.

    Returns:
        Its loading details; None if it will not be loaded.
    """
    if not (path and context.willLoadLayerOnCompletion(path)):
        return None
    details = context.layerToLoadOnCompletionDetails(path)
    details.name = name
    return details


def load_styled(context: QgsProcessingContext, path: str, name: str, style: Style) -> None:
    """Give a result its name and style, if QGIS is going to load it; arguments as in ``load_named``."""
    details = load_named(context, path, name)
    if details is not None:
        details.setPostProcessor(ResultStyler(style))


def load_into_group(context: QgsProcessingContext, path: str, name: str, group: str, style: Style) -> None:
    """Have QGIS load a file that is not a destination of its own, such as one of many in a folder.

    It is placed below the layers added before.

    Args:
        context: Of the run.
        path: The file.
        name: The layer's name.
        group: Group in the layer tree; empty for none.
        style: Called with the layer.
    """
    if context.project() is None:
        return
    details = QgsProcessingContext.LayerDetails(name, context.project(), name)
    # Newer versions of QGIS put layers into the tree after styling them, and ask for the group here.
    knows_groups = hasattr(details, "groupName")
    if knows_groups:
        details.groupName = group
        # The layer with the highest key is placed on top.
        details.layerSortKey = -len(context.layersToLoadOnCompletion())
    details.setPostProcessor(ResultStyler(style, "" if knows_groups else group))
    context.addLayerToLoadOnCompletion(path, details)


def _move_into_group(project: QgsProject, layer: QgsMapLayer, name: str) -> None:
    """Move a layer that is in the tree already into a group, which is created if necessary."""
    root = project.layerTreeRoot()
    node = root.findLayer(layer.id())
    if node is None:
        return
    group = root.findGroup(name) or root.insertGroup(0, name)
    group.addChildNode(node.clone())
    node.parent().removeChildNode(node)
