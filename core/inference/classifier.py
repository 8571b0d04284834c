"""A model loaded to classify: once per job, for all of its rasters."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from ..contract.catalog.networks import FIXED_SIZE_ARCHITECTURES
from ..contract.jobs.classify import ClassifyJob
from ..contract.jobs.classify_many import ClassifyManyJob
from ..contract.messages.reporter import Reporter
from ..contract.model_card import ModelCard
from ..models.device import autocast_dtype, choose_device, describe_device
from ..models.model_file import load_model
from ..models.normalise import Normalise
from .predictor import Forward, Predictor


@dataclass(frozen=True)
class Classifier:
    """A network on its device, with its model card.

    Attributes:
        name: File name of the model.
        sha256: Hash of the model file.
        card: Its model card.
        predictor: The network.
        device: Name of the device and its precision, for the user.
        client: Connection to a Dask cluster whose workers compute in place of this process; None without one.
    """

    name: str
    sha256: str
    card: ModelCard
    predictor: Predictor
    device: str
    client: Any = None


def load_classifier(job: ClassifyJob | ClassifyManyJob, reporter: Reporter) -> Classifier:
    """The model of a job, on the job's device.

    Args:
        job: Gives model file, device, batch size, precision and test-time augmentation.
        reporter: Receives a warning when a batch is halved.

    Raises:
        ModelFileError: The file is no model.
        DeviceError: The device cannot be used.
    """
    # Read when GDAL is first used: it decodes and encodes with all cores.
    os.environ.setdefault("GDAL_NUM_THREADS", "ALL_CPUS")
    device = choose_device(job.device)
    forward = Forward(job.batch_size, job.full_precision, job.tta)
    predictor, card = load_predictor(job.model, device, forward, reporter)
    half = None if job.full_precision else autocast_dtype(device)
    precision = f", in {str(half).removeprefix('torch.')}" if half else ""
    return Classifier(
        Path(job.model).name,
        _sha256(Path(job.model)),
        card,
        predictor,
        f"{describe_device(device)}{precision}",
    )


def load_predictor(
    model: str | Path, device: torch.device, forward: Forward, reporter: Reporter
) -> tuple[Predictor, ModelCard]:
    """The network of a model file, ready to predict.

    Args:
        model: The file.
        device: Where to predict.
        forward: Batch size, precision and test-time augmentation; ``only_side`` is set by the model card.
        reporter: Receives a warning when a batch is halved.

    Raises:
        ModelFileError: The file is no model.
    """
    network, card = load_model(model, torch.device("cpu"))
    only_side = card.tile_size if card.architecture in FIXED_SIZE_ARCHITECTURES else 0
    forward = replace(forward, only_side=only_side)
    return Predictor(network, Normalise(card.bands), len(card.classes), device, forward, reporter), card


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(2**22):
            digest.update(chunk)
    return digest.hexdigest()
