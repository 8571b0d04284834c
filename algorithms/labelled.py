"""Base class of the algorithms that use labels: rasters, labels, class field and areas."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.contract.jobs.labelled import LabelledJob
from ..core.contract.messages.errors import LabelError
from .areas import area_parameter, plan_area
from .base import EngineAlgorithm, Plan
from .checks import classes_problem, overlap_problem, size_problem, split_problem
from .layers import Selection, raster_path, selection_of, vector_file
from .parameters import default_of, explained, label, plain_parameter, read_plain
from .styling import class_style, load_styled, style_subsets
from .translation import tr


class LabelledAlgorithm(EngineAlgorithm):
    """An algorithm whose job is a ``LabelledJob``.

    Attributes:
        JOB: The job.
        PLAIN_SETTINGS: Its settings that are words, texts and numbers, in the dialog's order.
        AREAS: Its settings that are optional polygon layers.
        AREA_FIELDS: Settings of the required fields of areas, by area.
    """

    JOB: ClassVar[type[LabelledJob]]
    PLAIN_SETTINGS: ClassVar[tuple[str, ...]]
    AREAS: ClassVar[tuple[str, ...]] = ("area",)
    AREA_FIELDS: ClassVar[dict[str, str]] = {}

    INPUT = "INPUT"
    LABELS = "LABELS"
    CLASS_FIELD = "CLASS_FIELD"
    AREA = "AREA"
    REPORT = "REPORT"
    SPLIT_LAYER = "SPLIT_LAYER"

    @abstractmethod
    def declare_outputs(self) -> None:
        """Declare destinations and outputs, the last parameters."""

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        for definition in (
            QgsProcessingParameterMultipleLayers(
                self.INPUT, label(self.JOB, "input"), QgsProcessing.SourceType.TypeRaster
            ),
            QgsProcessingParameterMapLayer(
                self.LABELS,
                label(self.JOB, "labels"),
                types=[QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster],
            ),
            QgsProcessingParameterField(
                self.CLASS_FIELD,
                label(self.JOB, "class_field"),
                parentLayerParameterName=self.LABELS,
                optional=True,
            ),
            *(definition for name in self.AREAS for definition in self._area_parameters(name)),
        ):
            self.addParameter(explained(definition, self.JOB))
        for name in self.PLAIN_SETTINGS:
            self.addParameter(plain_parameter(self.JOB, name))
        self.declare_outputs()

    def declare_report(self, *, by_default: bool = False) -> None:
        """Declare the report.

        Args:
            by_default: Whether it is written unless the user opts out.
        """
        report = QgsProcessingParameterFileDestination(
            self.REPORT,
            label(self.JOB, "report"),
            tr("HTML files") + " (*.html)",
            optional=True,
            createByDefault=by_default,
        )
        self.addParameter(explained(report, self.JOB))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings with their problems."""
        plan = Plan(read_plain(self, self.PLAIN_SETTINGS, parameters, context))
        rasters = self.parameterAsLayerList(parameters, self.INPUT, context)
        with plan.collecting("input"):
            plan.settings["input"] = [raster_path(raster) for raster in rasters]
            plan.add_problem(size_problem(rasters, plan.settings["chip_size"]))
        with plan.collecting("labels"):
            self._plan_labels(plan, rasters, parameters, context)
        for name in self.AREAS:
            field = self._area_field(plan, name, parameters, context)
            layer = plan_area(plan, self, name, field, parameters, context)
            if layer is None:
                continue
            if name == "split" and selection_of(parameters[name.upper()]).is_everything:
                plan.add_problem(split_problem(layer, field))
            plan.add_problem(overlap_problem(rasters, layer, context.project()))
        return plan

    def declare_split_layer(self) -> None:
        """Declare the layer of the subsets."""
        split_layer = QgsProcessingParameterVectorDestination(
            self.SPLIT_LAYER,
            label(self.JOB, "split_layer"),
            QgsProcessing.SourceType.TypeVectorPolygon,
            optional=True,
            createByDefault=False,
        )
        self.addParameter(explained(split_layer, self.JOB))

    def load_split_layer(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The split layer among the outputs, if it is wanted, to be loaded in the colours of the subsets."""
        if not values["split_layer"]:
            return {}
        load_styled(context, values["split_layer"], tr("Training and validation"), style_subsets)
        return {self.SPLIT_LAYER: values["split_layer"]}

    def _area_parameters(self, name: str) -> list[QgsProcessingParameterDefinition]:
        """The layer, and its field if one is required."""
        layer = area_parameter(self.JOB, name)
        if name not in self.AREA_FIELDS:
            return [layer]
        setting = self.AREA_FIELDS[name]
        field = QgsProcessingParameterField(
            setting.upper(),
            label(self.JOB, setting),
            default_of(self.JOB, setting),
            parentLayerParameterName=name.upper(),
            optional=True,  # since the layer is, and QGIS ignores defaults of required parameters
        )
        return [layer, field]

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

    def _area_field(
        self, plan: Plan, name: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> str:
        """The required field of an area's layer; empty for none."""
        if name not in self.AREA_FIELDS or not parameters.get(name.upper()):
            return ""
        setting = self.AREA_FIELDS[name]
        field = str(self.parameterAsString(parameters, setting.upper(), context))
        plan.settings[setting] = field
        return field


def _selected(plan: Plan, layer: QgsVectorLayer) -> Selection:
    """The selection of the label layer, with a note, since the dialog has no check box for it."""
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
    """Take names and colours of the classes from the layer's style."""
    plan.settings["class_names"], plan.settings["class_colours"] = class_style(layer, field)
