"""Base class of the algorithms that apply a model: model, area, settings, and the partial map."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorDestination,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)

from ..core.contract.classes import ClassTable
from ..core.contract.messages.errors import ModelFileError
from ..core.contract.messages.events import PARTIAL
from ..core.contract.model_card import ModelCard, read_model_card
from ..core.files.partial import finished_regions
from .areas import area_parameter, plan_area
from .base import EngineAlgorithm, Plan
from .checks import bands_problem, overlap_problem, pixel_size_note, pixel_size_problem
from .parameters import explained, label, plain_parameter, read_plain
from .styling import (
    Style,
    style_class_raster,
    style_confidence,
    style_entropy,
    style_probabilities,
)
from .translation import tr

RASTER_SETTINGS = (
    "min_area",
    "simplify",
    "smooth",
    "tta",
    "on_damage",
    "tile_size",
    "overlap",
    "batch_size",
    "full_precision",
    "device",
    "scheduler",
)
"""Settings of the classification, in the dialogs' order."""

MODEL_WIDGET = f"{__package__}.widgets.model_file.ModelFileWidgetWrapper"


class ClassifyingAlgorithm(EngineAlgorithm):
    """An algorithm whose job applies a model to rasters.

    Attributes:
        PLAIN_SETTINGS: Settings of its job that are words, texts and numbers, in the dialog's order.
    """

    PLAIN_SETTINGS: ClassVar[tuple[str, ...]]

    MODEL = "MODEL"
    AREA = "AREA"
    POLYGONS = "POLYGONS"

    @abstractmethod
    def declare_input(self) -> None:
        """Declare the rasters, the first parameters."""

    @abstractmethod
    def declare_outputs(self) -> None:
        """Declare destinations and outputs, the last parameters."""

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        self.declare_input()
        model = QgsProcessingParameterFile(
            self.MODEL, label(self.JOB, "model"), fileFilter=tr("TopPixel models") + " (*.safetensors)"
        )
        model.setMetadata({"widget_wrapper": {"class": MODEL_WIDGET}})
        for definition in (model, area_parameter(self.JOB, "area")):
            self.addParameter(explained(definition, self.JOB))
        for name in self.PLAIN_SETTINGS:
            self.addParameter(plain_parameter(self.JOB, name))
        self.declare_outputs()

    def polygons_parameter(self) -> QgsProcessingParameterDefinition:
        """The optional destination of the polygons."""
        return QgsProcessingParameterVectorDestination(
            self.POLYGONS,
            label(self.JOB, "polygons"),
            QgsProcessing.SourceType.TypeVectorPolygon,
            optional=True,
            createByDefault=False,
        )

    def plan_classifying(
        self, rasters: Sequence[QgsRasterLayer], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Plan:
        """A plan with the model, the area and the plain settings; the area is checked against the rasters."""
        plan = Plan(read_plain(self, self.PLAIN_SETTINGS, parameters, context))
        plan.settings["model"] = self.parameterAsFile(parameters, self.MODEL, context)
        area = plan_area(plan, self, "area", "", parameters, context)
        if area is not None and rasters:
            plan.add_problem(overlap_problem(rasters, area, context.project()))
        return plan

    def what_is_left(self, files: dict[str, str]) -> str:
        """The partial map, if a region is finished."""
        folder = Path(files.get(PARTIAL, ""))
        if PARTIAL not in files or not finished_regions(folder):
            return ""
        if Path(QgsProcessingUtils.tempFolder()) in folder.parents:
            return tr(
                "The partial map is in a temporary folder and will be lost. Choose an output file of your "
                "own to be able to resume after an interruption."
            )
        return tr(
            "The partial map is kept in '{folder}'. Run it again with the same output to resume, or "
            "delete the folder."
        ).format(folder=folder)


def raster_layers(classes: ClassTable) -> tuple[tuple[str, str, Style], ...]:
    """The rasters of a map as layers, from the lowest to the topmost.

    Returns:
        For each its name in the job's results, its title, with ``{raster}`` for the input's name, and its
        style.
    """
    return (
        ("probabilities", tr("{raster} probabilities"), lambda layer: style_probabilities(layer, classes)),
        ("entropy", tr("{raster} entropy"), style_entropy),
        ("confidence", tr("{raster} confidence"), style_confidence),
        ("output", tr("{raster} classified"), lambda layer: style_class_raster(layer, classes)),
    )


def read_card(plan: Plan) -> Optional[ModelCard]:
    """The card of the chosen model; None for a file that is no model, which the job's check explains."""
    try:
        return read_model_card(plan.settings["model"])
    except ModelFileError:
        return None


def misfits(raster: QgsRasterLayer, card: ModelCard, plan: Plan, project: Optional[QgsProject]) -> list[str]:
    """Why a model cannot be applied to a raster, a sentence each; what is only unusual becomes a note."""
    problems = [bands_problem(raster, card)]
    if plan.settings["resample"]:
        problems.append(pixel_size_problem(raster, card, project))
    elif note := pixel_size_note(raster, card, project):
        plan.notes.append(note)
    return [problem for problem in problems if problem]
