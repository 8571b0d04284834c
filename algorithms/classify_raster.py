"""The algorithm *Classify raster*: a raster and a model in, a layer with classes out."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsProject,
    QgsRasterLayer,
)

from ..core.contract.classes import ClassTable
from ..core.contract.errors import ModelFileError
from ..core.contract.jobs import ClassifyJob
from ..core.contract.model_card import read_model_card
from .base import EngineAlgorithm, Plan
from .checks import bands_problem, pixel_size_note, pixel_size_problem
from .layers import raster_path
from .parameters import explained, label, plain_parameter, read_plain
from .styling import load_styled, style_class_raster, style_confidence, style_polygons
from .translation import tr

PLAIN_SETTINGS = ("overlap", "batch_size", "device")
MODEL_WIDGET = f"{__package__}.widgets.model_file.ModelFileWidgetWrapper"


class ClassifyRasterAlgorithm(EngineAlgorithm):
    """``toppixel:classifyraster``."""

    JOB = ClassifyJob
    ICON = "classify.svg"

    INPUT = "INPUT"
    MODEL = "MODEL"
    OUTPUT = "OUTPUT"
    POLYGONS = "POLYGONS"
    CONFIDENCE = "CONFIDENCE"

    def __init__(self) -> None:
        super().__init__()
        self._raster_name = ""

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "classifyraster"

    def tags(self) -> list[str]:
        """Words people search for."""
        return tr("deep learning,segmentation,neural network,inference,predict,landcover,orthophoto").split(
            ","
        )

    def shortHelpString(self) -> str:
        """What it does, in a paragraph."""
        return tr(
            "Applies a model made by 'Train segmentation model' to a raster of any size, with the same bands "
            "and about the same pixel size as the model was trained on. The class raster is loaded with the "
            "names and colours of the classes; polygons and a raster of the network's confidence come with "
            "it if you ask for them."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        model = QgsProcessingParameterFile(
            self.MODEL,
            label(ClassifyJob, "model"),
            fileFilter=tr("TopPixel models") + " (*.safetensors)",
        )
        self.addParameter(
            explained(QgsProcessingParameterRasterLayer(self.INPUT, label(ClassifyJob, "input")), ClassifyJob)
        )
        model.setMetadata({"widget_wrapper": {"class": MODEL_WIDGET}})
        self.addParameter(explained(model, ClassifyJob))
        for name in PLAIN_SETTINGS:
            self.addParameter(plain_parameter(ClassifyJob, name))
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        for definition in (
            QgsProcessingParameterRasterDestination(self.OUTPUT, label(ClassifyJob, "output")),
            QgsProcessingParameterVectorDestination(
                self.POLYGONS,
                label(ClassifyJob, "polygons"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            QgsProcessingParameterRasterDestination(
                self.CONFIDENCE, label(ClassifyJob, "confidence"), optional=True, createByDefault=False
            ),
        ):
            self.addParameter(explained(definition, ClassifyJob))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings, and what can be seen to be wrong with them."""
        plan = Plan(read_plain(self, PLAIN_SETTINGS, parameters, context))
        plan.settings["model"] = self.parameterAsFile(parameters, self.MODEL, context)
        raster = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        with plan.collecting("input"):
            plan.settings["input"] = raster_path(raster)
            self._raster_name = raster.name()
            _compare(raster, plan, context.project())
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The outputs, to be loaded with the names and colours of the classes."""
        classes = ClassTable.from_list(values["classes"])
        for key, title, style in (
            ("confidence", tr("{raster} confidence"), style_confidence),
            ("polygons", tr("{raster} polygons"), lambda layer: style_polygons(layer, classes)),
            ("output", tr("{raster} classified"), lambda layer: style_class_raster(layer, classes)),
        ):
            load_styled(context, values[key], title.format(raster=self._raster_name), style)
        return {key.upper(): values[key] for key in ("output", "polygons", "confidence") if values[key]}


def _compare(raster: QgsRasterLayer, plan: Plan, project: Optional[QgsProject]) -> None:
    """Bands and pixels that do not fit the model; a file that is no model is the job's own to explain."""
    try:
        card = read_model_card(plan.settings["model"])
    except ModelFileError:
        return
    plan.add_problem(bands_problem(raster, card))
    if plan.settings.get("resample", True):
        plan.add_problem(pixel_size_problem(raster, card, project))
    elif note := pixel_size_note(raster, card, project):
        plan.notes.append(note)
