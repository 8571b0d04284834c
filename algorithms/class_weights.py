"""The algorithm *Class statistics and weights*: from rasters and labels to a table, a report and weights."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingParameterVectorDestination,
)

from ..core.contract.jobs.statistics import StatisticsJob
from .labelled import LabelledAlgorithm
from .parameters import explained, label
from .styling import load_named
from .translation import tr


class ClassWeightsAlgorithm(LabelledAlgorithm):
    """``toppixel:classweights``."""

    JOB = StatisticsJob
    ICON = "statistics.svg"
    GUIDE_PAGE = "statistics"
    PLAIN_SETTINGS = ("unlabelled", "class_weights", "chip_size", "batch_size")

    TABLE = "TABLE"
    WEIGHTS = "WEIGHTS"
    LOSS = "LOSS"
    RAREST = "RAREST"

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "classweights"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr(
            "deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss"
        ).split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Shows what your labels hold before you train: the pixels, share, area, chips and polygons of "
            "each class, and its weight by every method. The report explains median frequency weights and "
            "suggests a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class "
            "weights' and 'Suggested loss' can be passed to 'Train segmentation model'."
        )

    def declare_outputs(self) -> None:
        """Declare table, report, and the texts for training."""
        table = QgsProcessingParameterVectorDestination(
            self.TABLE, label(StatisticsJob, "table"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(explained(table, StatisticsJob))
        self.declare_report(by_default=True)
        self.addOutput(QgsProcessingOutputString(self.WEIGHTS, tr("Class weights")))
        self.addOutput(QgsProcessingOutputString(self.LOSS, tr("Suggested loss")))
        self.addOutput(QgsProcessingOutputString(self.RAREST, tr("Rarest class")))

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Table as a layer, report, and the texts for training."""
        load_named(context, values["table"], tr("Class statistics"))
        results = {
            self.TABLE: values["table"],
            self.WEIGHTS: values["weights"],
            self.LOSS: values["suggested_loss"],
            self.RAREST: values["rarest"],
        }
        if values["report"]:
            results[self.REPORT] = values["report"]
        return results
