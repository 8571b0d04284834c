"""The algorithm *Compare losses*: the same network trained with several losses, scored side by side."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterVectorDestination,
)

from ..core.contract.jobs.compare import CompareJob
from .base import Plan
from .labelled import LabelledAlgorithm
from .parameters import explained, label
from .styling import load_named
from .translation import tr


class CompareLossesAlgorithm(LabelledAlgorithm):
    """``toppixel:comparelosses``."""

    JOB = CompareJob
    ICON = "compare.svg"
    GUIDE_PAGE = "comparing"
    AREAS = ("area", "split", "test_area")
    AREA_FIELDS: ClassVar[dict[str, str]] = {"split": "split_field"}
    PLAIN_SETTINGS = (
        "unlabelled",
        "losses",
        "seeds",
        "chosen_class",
        "class_weights",
        "architecture",
        "encoder",
        "encoder_weights",
        "start_model",
        "class_prior",
        "outline_tolerance",
        "chip_size",
        "batch_size",
        "sampling",
        "augmentation",
        "epochs",
        "learning_rate",
        "optimiser",
        "schedule",
        "encoder_lr_factor",
        "max_grad_norm",
        "ema_decay",
        "validation",
        "monitor",
        "patience",
        "seed",
        "device",
    )

    FOLDER = "FOLDER"
    TABLE = "TABLE"
    CSV = "CSV"
    BEST = "BEST"

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "comparelosses"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr("deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal").split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Finds the loss that suits your data best: trains the same network with each of several "
            "losses, more than once each, on the same subsets of the same rasters and for the same number "
            "of epochs, and scores all of them on the same area. Give a test area that is used for "
            "nothing else if you have one. The table and the report show the scores with their spread "
            "between runs, and the maps side by side. Every model is kept in the folder; run the same "
            "comparison into the same folder again to resume it after an interruption."
        )

    def declare_outputs(self) -> None:
        """Declare the models and scores, as files and as a layer, and the best loss."""
        self.addParameter(
            explained(
                QgsProcessingParameterFolderDestination(self.FOLDER, label(CompareJob, "folder")), CompareJob
            )
        )
        table = QgsProcessingParameterVectorDestination(
            self.TABLE, label(CompareJob, "table"), QgsProcessing.SourceType.TypeVector, optional=True
        )
        self.addParameter(explained(table, CompareJob))
        self.declare_report(by_default=True)
        self.declare_split_layer()
        self.addOutput(QgsProcessingOutputFile(self.CSV, tr("Scores of every run")))
        self.addOutput(QgsProcessingOutputString(self.BEST, tr("Best loss for the class of interest")))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """As in the base class, with a note on a temporary folder."""
        plan = super().plan(parameters, context)
        if parameters.get(self.FOLDER) == QgsProcessing.TEMPORARY_OUTPUT:
            plan.notes.append(
                tr(
                    "Models and scores go to a temporary folder, which is deleted when QGIS is closed: an "
                    "interrupted comparison cannot be resumed. Choose a folder to keep them."
                )
            )
        return plan

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The folder, the files that are wanted, and the best loss if any run has finished."""
        load_named(context, values["table"], tr("Compared losses"))
        found = {name.upper(): values[name] for name in ("folder", "table", "report", "csv", "best")}
        found |= self.load_split_layer(values, context)
        return {name: value for name, value in found.items() if value}
