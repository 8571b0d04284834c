"""The algorithm *Train segmentation model*: rasters and labels in, a model file out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.contract.errors import LabelError
from ..core.contract.jobs import TrainJob
from .base import EngineAlgorithm, Plan
from .checks import classes_problem, overlap_problem, size_problem
from .layers import Selection, raster_path, selection_of, vector_file
from .parameters import explained, label, plain_parameter, read_plain
from .styling import class_style
from .translation import tr

PLAIN_SETTINGS = (
    "unlabelled",
    "loss",
    "class_weights",
    "architecture",
    "encoder",
    "encoder_weights",
    "chip_size",
    "batch_size",
    "epochs",
    "learning_rate",
    "validation",
    "seed",
    "device",
)
"""Settings that are words, texts and numbers, in the dialog's order."""


class TrainModelAlgorithm(EngineAlgorithm):
    """``toppixel:trainmodel``."""

    JOB = TrainJob
    ICON = "train.svg"

    INPUT = "INPUT"
    LABELS = "LABELS"
    CLASS_FIELD = "CLASS_FIELD"
    AREA = "AREA"
    MODEL = "MODEL"
    REPORT = "REPORT"
    MIOU = "MIOU"
    EPOCH = "EPOCH"

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "trainmodel"

    def tags(self) -> list[str]:
        """Words people search for."""
        return tr("deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto").split(",")

    def shortHelpString(self) -> str:
        """What it does, in a paragraph."""
        return tr(
            "Trains a network that finds in imagery what you have labelled: give one or more rasters, a "
            "polygon layer (or a class raster) that shows what is where, and the field with the class. For "
            "things that are rare in the imagery choose a loss made for them and class weights. A "
            "part of the labelled area is kept out of training to measure how good the model is. The result "
            "is one file, which 'Classify raster' applies to rasters of any size."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        for definition in (
            QgsProcessingParameterMultipleLayers(
                self.INPUT, label(TrainJob, "input"), QgsProcessing.SourceType.TypeRaster
            ),
            QgsProcessingParameterMapLayer(
                self.LABELS,
                label(TrainJob, "labels"),
                types=[QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster],
            ),
            QgsProcessingParameterField(
                self.CLASS_FIELD,
                label(TrainJob, "class_field"),
                parentLayerParameterName=self.LABELS,
                optional=True,
            ),
            QgsProcessingParameterFeatureSource(
                self.AREA,
                label(TrainJob, "area"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
        ):
            self.addParameter(explained(definition, TrainJob))
        for name in PLAIN_SETTINGS:
            self.addParameter(plain_parameter(TrainJob, name))
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        model = QgsProcessingParameterFileDestination(
            self.MODEL, label(TrainJob, "model"), tr("TopPixel models") + " (*.safetensors)"
        )
        report = QgsProcessingParameterFileDestination(
            self.REPORT,
            label(TrainJob, "report"),
            tr("HTML files") + " (*.html)",
            optional=True,
            createByDefault=False,
        )
        self.addParameter(explained(model, TrainJob))
        self.addParameter(explained(report, TrainJob))
        self.addOutput(QgsProcessingOutputNumber(self.MIOU, tr("Mean IoU on the validation area")))
        self.addOutput(QgsProcessingOutputNumber(self.EPOCH, tr("Epoch that was kept")))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings, and what can be seen to be wrong with them."""
        plan = Plan(read_plain(self, PLAIN_SETTINGS, parameters, context))
        rasters = self.parameterAsLayerList(parameters, self.INPUT, context)
        with plan.collecting("input"):
            plan.settings["input"] = [raster_path(raster) for raster in rasters]
            plan.add_problem(size_problem(rasters, plan.settings["chip_size"]))
        with plan.collecting("labels"):
            self._plan_labels(plan, rasters, parameters, context)
        with plan.collecting("area"):
            self._plan_area(plan, rasters, parameters, context)
        if parameters.get(self.MODEL) == QgsProcessing.TEMPORARY_OUTPUT:
            plan.notes.append(tr("The model goes to a temporary file, which is gone when QGIS is closed."))
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:  # noqa: ARG002
        """The files, and the scores where there was a validation area."""
        results = {self.MODEL: values["model"], self.EPOCH: values["best_epoch"]}
        if values["report"]:
            results[self.REPORT] = values["report"]
        if values["miou"] is not None:
            results[self.MIOU] = values["miou"]
        return results

    def _plan_labels(
        self,
        plan: Plan,
        rasters: list[QgsRasterLayer],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> None:
        layer = self.parameterAsLayer(parameters, self.LABELS, context)
        if isinstance(layer, QgsVectorLayer):
            field = self._class_field(layer, parameters, context)
            plan.add_file("labels", vector_file(layer, field, _selected(plan, layer)))
            plan.settings["class_field"] = field
            plan.add_problem(classes_problem(layer, field, plan.settings["unlabelled"]))
        elif isinstance(layer, QgsRasterLayer):
            field = ""
            plan.settings["labels"] = raster_path(layer)
        else:
            raise LabelError(
                tr("The labels are neither polygons nor a class raster."),
                tr("Choose a polygon layer or a raster of class values."),
            )
        _adopt_style(plan, layer, field)
        plan.add_problem(overlap_problem(rasters, layer, context.project()))

    def _class_field(
        self, layer: QgsVectorLayer, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> str:
        field = self.parameterAsString(parameters, self.CLASS_FIELD, context)
        if not field:
            raise LabelError(
                tr("Class field is missing."),
                tr("Choose the field of '{layer}' that holds the class: {fields}.").format(
                    layer=layer.name(), fields=", ".join(layer.fields().names())
                ),
            )
        return str(field)

    def _plan_area(
        self,
        plan: Plan,
        rasters: list[QgsRasterLayer],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> None:
        if not parameters.get(self.AREA):
            return
        value = parameters[self.AREA]
        source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
        layer = self.parameterAsVectorLayer({self.AREA: source}, self.AREA, context)
        if layer is None:
            raise LabelError(tr("The labelled area cannot be loaded."), tr("Choose a polygon layer."))
        plan.add_file("area", vector_file(layer, "", selection_of(value)))
        plan.add_problem(overlap_problem(rasters, layer, context.project()))


def _selected(plan: Plan, layer: QgsVectorLayer) -> Selection:
    """A selection in the label layer counts; said, because the dialog has no box to tick for it."""
    count = layer.selectedFeatureCount()
    if not count:
        return Selection()
    plan.notes.append(
        tr("Only the {count} selected polygons of '{layer}' are used.").format(
            count=count, layer=layer.name()
        )
    )
    return Selection(only_selected=True)


def _adopt_style(plan: Plan, layer: QgsMapLayer, field: str) -> None:
    """Names and colours of the classes as the user sees them in QGIS."""
    plan.settings["class_names"], plan.settings["class_colours"] = class_style(layer, field)
