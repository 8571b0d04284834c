"""The algorithm *Classes to polygons*: from a class raster to polygons with common borders."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..core.contract.classes import ClassTable
from ..core.contract.jobs.vectorize import VectorizeJob
from .base import EngineAlgorithm, Plan
from .layers import raster_path
from .parameters import explained, label, plain_parameter, read_plain
from .styling import class_style, load_styled, style_polygons
from .translation import tr

PLAIN_SETTINGS = ("min_area", "simplify", "smooth")


class VectorizeClassesAlgorithm(EngineAlgorithm):
    """``toppixel:vectorizeclasses``."""

    JOB = VectorizeJob
    ICON = "polygons.svg"
    GUIDE_PAGE = "polygons"

    INPUT = "INPUT"
    CONFIDENCE = "CONFIDENCE"
    OUTPUT = "OUTPUT"

    def __init__(self) -> None:
        super().__init__()
        self._raster_name = ""

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "vectorizeclasses"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr(
            "vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,"
            "generalize,topology,coverage"
        ).split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Converts a class raster of any size to polygons. Small segments can be merged into their "
            "neighbours, outlines simplified and smoothed. Neighbouring polygons keep their common "
            "borders, so that there are no gaps and no overlaps, and no polygon ends at a tile's border. "
            "Each has its class, its area and perimeter on the ground, and its mean confidence if you "
            "give the confidence raster. Names and colours are those of the layer's style, or else of the "
            "raster's file."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        raster = QgsProcessingParameterRasterLayer(self.INPUT, label(VectorizeJob, "input"))
        self.addParameter(explained(raster, VectorizeJob))
        for name in PLAIN_SETTINGS:
            self.addParameter(plain_parameter(VectorizeJob, name))
        for definition in (
            QgsProcessingParameterRasterLayer(
                self.CONFIDENCE, label(VectorizeJob, "confidence"), optional=True
            ),
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, label(VectorizeJob, "output"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
        ):
            self.addParameter(explained(definition, VectorizeJob))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings with their problems."""
        plan = Plan(read_plain(self, PLAIN_SETTINGS, parameters, context))
        raster = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        with plan.collecting("input"):
            plan.settings["input"] = raster_path(raster)
            self._raster_name = raster.name()
            names, colours = class_style(raster, "")
            plan.settings.update(class_names=names, class_colours=colours)
        if parameters.get(self.CONFIDENCE):
            with plan.collecting("confidence"):
                confidence = self.parameterAsRasterLayer(parameters, self.CONFIDENCE, context)
                plan.settings["confidence"] = raster_path(confidence)
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The polygons, to be loaded with the names and colours of the classes."""
        classes = ClassTable.from_list(values["classes"])
        title = tr("{raster} polygons").format(raster=self._raster_name)
        load_styled(context, values["output"], title, lambda layer: style_polygons(layer, classes))
        return {self.OUTPUT: values["output"]}
