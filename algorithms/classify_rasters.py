"""The algorithm *Classify rasters*: from many rasters and a model to class rasters and a mosaic."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsRasterLayer,
)

from ..core.contract.classes import ClassTable
from ..core.contract.jobs.classify_many import ClassifyManyJob
from .base import Plan
from .classifying import RASTER_SETTINGS, ClassifyingAlgorithm, misfits, raster_layers, read_card
from .layers import raster_path
from .parameters import explained, label, plain_parameter
from .styling import load_into_group, load_styled, style_class_raster, style_polygons
from .translation import tr


class ClassifyRastersAlgorithm(ClassifyingAlgorithm):
    """``toppixel:classifyrasters``."""

    JOB = ClassifyManyJob
    ICON = "classify_many.svg"
    GUIDE_PAGE = "classify#many-rasters"
    PLAIN_SETTINGS = ("resample", "mosaic", "confidence", "entropy", "probabilities", *RASTER_SETTINGS)

    INPUT = "INPUT"
    INPUT_FOLDER = "INPUT_FOLDER"
    PATTERN = "PATTERN"
    FOLDER = "FOLDER"
    MOSAIC_RASTER = "MOSAIC_RASTER"
    FAILED = "FAILED"
    TABLE = "TABLE"

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "classifyrasters"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr(
            "deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,"
            "mosaic,tiles"
        ).split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all "
            "rasters of a folder. The model is loaded once. Each result is written to the output folder "
            "and named after its raster. A mosaic shows them as one layer, and the polygons of all "
            "rasters can be written to one layer. A raster that cannot be classified is reported and "
            "skipped. After an interruption, run it again with the same folder to resume."
        )

    def declare_input(self) -> None:
        """Declare rasters, a folder, and the pattern of its files."""
        for definition in (
            QgsProcessingParameterMultipleLayers(
                self.INPUT,
                label(ClassifyManyJob, "input"),
                QgsProcessing.SourceType.TypeRaster,
                optional=True,
            ),
            QgsProcessingParameterFile(
                self.INPUT_FOLDER,
                label(ClassifyManyJob, "input_folder"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
        ):
            self.addParameter(explained(definition, ClassifyManyJob))
        self.addParameter(plain_parameter(ClassifyManyJob, "pattern"))

    def declare_outputs(self) -> None:
        """Declare the folder, the polygons, and the files of the folder."""
        for definition in (
            QgsProcessingParameterFolderDestination(self.FOLDER, label(ClassifyManyJob, "folder")),
            self.polygons_parameter(),
        ):
            self.addParameter(explained(definition, ClassifyManyJob))
        self.addOutput(QgsProcessingOutputRasterLayer(self.MOSAIC_RASTER, tr("Mosaic")))
        self.addOutput(QgsProcessingOutputNumber(self.FAILED, tr("Number of rasters that failed")))
        self.addOutput(QgsProcessingOutputFile(self.TABLE, tr("Status of each raster")))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings with their problems."""
        plan = self.plan_classifying([], parameters, context)
        plan.settings["input_folder"] = self.parameterAsFile(parameters, self.INPUT_FOLDER, context)
        plan.settings["pattern"] = self.parameterAsString(parameters, self.PATTERN, context)
        layers = self.parameterAsLayerList(parameters, self.INPUT, context)
        with plan.collecting("input"):
            plan.settings["input"] = [raster_path(layer) for layer in layers]
        self._check_model(layers, plan, context)
        if parameters.get(self.FOLDER) == QgsProcessing.TEMPORARY_OUTPUT:
            plan.notes.append(
                tr(
                    "The results go to a temporary folder, which is deleted when QGIS is closed: an "
                    "interrupted run cannot be resumed. Choose a folder to keep them."
                )
            )
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The files. The mosaic is loaded, or without one each raster, in a group."""
        classes = ClassTable.from_list(values["classes"])
        group = tr("{folder} classified").format(folder=Path(values["folder"]).name)
        for path in values["mosaics"]:
            title = tr("{folder} {mosaic}").format(folder=Path(values["folder"]).name, mosaic=Path(path).stem)
            load_into_group(context, path, title, "", lambda layer: style_class_raster(layer, classes))
        for row in values["rasters"] if not values["mosaics"] else []:
            _load(context, row, group, classes)
        name = tr("{folder} polygons").format(folder=Path(values["folder"]).name)
        load_styled(context, values["polygons"], name, lambda layer: style_polygons(layer, classes))
        found = {
            self.FOLDER: values["folder"],
            self.MOSAIC_RASTER: next(iter(values["mosaics"]), None),
            self.POLYGONS: values["polygons"],
            self.TABLE: values["csv"],
        }
        kept = {name: value for name, value in found.items() if value}
        return {**kept, self.FAILED: len(values["failed"])}

    def _check_model(self, layers: list[QgsRasterLayer], plan: Plan, context: QgsProcessingContext) -> None:
        """Refuse a model that fits none of the layers; if it fits some, the job reports the others."""
        card = read_card(plan)
        if not card or not layers or plan.settings["input_folder"]:
            return
        scratch = Plan(settings=plan.settings)
        found = [misfits(layer, card, scratch, context.project()) for layer in layers]
        if all(found):
            plan.problems.extend(found[0])


def _load(context: QgsProcessingContext, row: dict[str, str], group: str, classes: ClassTable) -> None:
    """Load the result of a raster, with its optional outputs."""
    raster = Path(row["input"]).stem
    for key, title, style in reversed(raster_layers(classes)):
        path: Optional[str] = row.get(key)
        if path:
            load_into_group(context, path, title.format(raster=raster), group, style)
