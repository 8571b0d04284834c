"""The algorithm *Classify raster*: from a raster and a model to a layer of classes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.contract.classes import ClassTable
from ..core.contract.jobs.classify import ClassifyJob
from .base import Plan
from .classifying import RASTER_SETTINGS, ClassifyingAlgorithm, misfits, raster_layers, read_card
from .layers import raster_path
from .parameters import explained, label
from .styling import load_styled, style_polygons
from .translation import tr


class ClassifyRasterAlgorithm(ClassifyingAlgorithm):
    """``toppixel:classifyraster``."""

    JOB = ClassifyJob
    ICON = "classify.svg"
    GUIDE_PAGE = "classify"
    PLAIN_SETTINGS = ("resample", *RASTER_SETTINGS)

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    ENTROPY = "ENTROPY"
    PROBABILITIES = "PROBABILITIES"

    def __init__(self) -> None:
        super().__init__()
        self._raster_name = ""

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "classifyraster"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr("deep learning,segmentation,neural network,inference,predict,landcover,orthophoto").split(
            ","
        )

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Applies a model made by 'Train segmentation model' to a raster of any size with the same "
            "bands as the model was trained on. The class raster is loaded with the names and colours of "
            "the classes; polygons and rasters of confidence, entropy and probabilities are optional. "
            "After an interruption, run it again with the same output to resume."
        )

    def declare_input(self) -> None:
        """Declare the raster."""
        raster = QgsProcessingParameterRasterLayer(self.INPUT, label(ClassifyJob, "input"))
        self.addParameter(explained(raster, ClassifyJob))

    def declare_outputs(self) -> None:
        """Declare the class raster, and the optional outputs."""
        extras = (
            QgsProcessingParameterRasterDestination(
                name, label(ClassifyJob, name.lower()), optional=True, createByDefault=False
            )
            for name in (self.CONFIDENCE, self.ENTROPY, self.PROBABILITIES)
        )
        for definition in (
            QgsProcessingParameterRasterDestination(self.OUTPUT, label(ClassifyJob, "output")),
            self.polygons_parameter(),
            *extras,
        ):
            self.addParameter(explained(definition, ClassifyJob))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings with their problems."""
        raster = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        plan = self.plan_classifying([raster] if raster else [], parameters, context)
        with plan.collecting("input"):
            plan.settings["input"] = raster_path(raster)
            self._raster_name = raster.name()
            card = read_card(plan)
            if card:
                plan.problems.extend(misfits(raster, card, plan, context.project()))
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The outputs, to be loaded with the names and colours of the classes."""
        classes = ClassTable.from_list(values["classes"])
        polygons = ("polygons", tr("{raster} polygons"), lambda layer: style_polygons(layer, classes))
        *optional, output = raster_layers(classes)
        layers = (*optional, polygons, output)
        for key, title, style in layers:
            load_styled(context, values[key], title.format(raster=self._raster_name), style)
        return {key.upper(): values[key] for key, _, _ in layers if values[key]}
