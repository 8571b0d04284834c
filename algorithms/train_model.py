"""The algorithm *Train segmentation model*: from rasters and labels to a model file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ..core.contract.jobs.train import TrainJob
from .base import Plan
from .labelled import LabelledAlgorithm
from .parameters import explained, label
from .translation import tr


class TrainModelAlgorithm(LabelledAlgorithm):
    """``toppixel:trainmodel``."""

    JOB = TrainJob
    AREAS = ("area", "split")
    AREA_FIELDS: ClassVar[dict[str, str]] = {"split": "split_field"}
    ICON = "train.svg"
    GUIDE_PAGE = "training"
    PLAIN_SETTINGS = (
        "unlabelled",
        "loss",
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

    MODEL = "MODEL"
    TENSORBOARD = "TENSORBOARD"
    MIOU = "MIOU"
    EPOCH = "EPOCH"
    TEST_MIOU = "TEST_MIOU"

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "trainmodel"

    def tags(self) -> list[str]:
        """Search terms."""
        return tr("deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto").split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Trains a network that finds in imagery what you have labelled: give one or more rasters, "
            "labels (a polygon layer or a class raster), and the field with the class. For classes that "
            "are rare in the imagery, choose a loss made for them and class weights. A part of the "
            "labelled area is kept out of training as the validation set. The result is one file, which "
            "'Classify raster' applies to rasters of any size."
        )

    def declare_outputs(self) -> None:
        """Declare the model, the report and the scores."""
        model = QgsProcessingParameterFileDestination(
            self.MODEL, label(TrainJob, "model"), tr("TopPixel models") + " (*.safetensors)"
        )
        self.addParameter(explained(model, TrainJob))
        self.declare_report()
        self.declare_split_layer()
        curves = QgsProcessingParameterFolderDestination(
            self.TENSORBOARD, label(TrainJob, "tensorboard"), optional=True, createByDefault=False
        )
        self.addParameter(explained(curves, TrainJob))
        self.addOutput(QgsProcessingOutputNumber(self.MIOU, tr("Mean IoU on the validation set")))
        self.addOutput(QgsProcessingOutputNumber(self.EPOCH, tr("Best epoch")))
        self.addOutput(QgsProcessingOutputNumber(self.TEST_MIOU, tr("Mean IoU on the test areas")))

    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """As in the base class, with a note on a temporary model."""
        plan = super().plan(parameters, context)
        if parameters.get(self.MODEL) == QgsProcessing.TEMPORARY_OUTPUT:
            plan.notes.append(tr("The model goes to a temporary file, which is deleted when QGIS is closed."))
        return plan

    def what_is_left(self, files: dict[str, str]) -> str:
        """The best model so far, if an epoch has finished."""
        model = files.get("model", "")
        if not Path(model).is_file():
            return ""
        return tr("The best model so far is saved: {path}").format(path=model)

    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The files, and the scores if there were validation and test areas."""
        results = {self.MODEL: values["model"], self.EPOCH: values["best_epoch"]}
        results |= self.load_split_layer(values, context)
        if values["report"]:
            results[self.REPORT] = values["report"]
        if values["miou"] is not None:
            results[self.MIOU] = values["miou"]
        if values["test"]:
            results[self.TEST_MIOU] = values["test"]["miou"]
        return results
