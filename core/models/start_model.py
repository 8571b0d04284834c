"""Initialises a network with the weights of the job's *start model*, whose classes may differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from ..contract.jobs.train import TrainJob
from ..contract.messages.errors import SettingsError
from ..contract.messages.reporter import Reporter
from ..contract.model_card import ModelCard, read_model_card
from .model_file import read_tensors

HEAD = "segmentation_head."
"""Prefix of the tensors with a plane per class, in every architecture."""


def load_start_model(
    network: nn.Module, job: TrainJob, bands: int, class_names: Sequence[str], reporter: Reporter
) -> None:
    """Load the weights of the model that a job starts from into a network.

    Classes are matched by name: those that the model knows keep their weights, new ones are random.

    Args:
        network: Built with the architecture, encoder, bands and classes below; changed in place.
        job: Gives model file, architecture and encoder.
        bands: Number of bands.
        class_names: The network's classes, by index.
        reporter: Receives a warning if there are new classes.

    Raises:
        ModelFileError: The file is no model, or damaged.
        SettingsError: The model has another architecture, encoder or number of bands.
    """
    path = Path(job.start_model)
    card = read_model_card(path)
    _require_same_network(card, job, bands)
    known = card.classes.names
    rows = [known.index(name) if name in known else None for name in class_names]
    own = network.state_dict()
    for name, tensor in read_tensors(path).items():
        own[name] = _of_classes(own[name], tensor, rows) if _has_classes(name, tensor, known) else tensor
    network.load_state_dict(own)
    _report(path.name, class_names, rows, reporter)


def _has_classes(name: str, tensor: Tensor, known: Sequence[str]) -> bool:
    return name.startswith(HEAD) and tensor.ndim > 0 and len(tensor) == len(known)


def _of_classes(fresh: Tensor, learned: Tensor, rows: Sequence[int | None]) -> Tensor:
    """Trained planes of known classes, fresh planes of new ones."""
    planes = [fresh[index] if row is None else learned[row] for index, row in enumerate(rows)]
    return torch.stack(planes)


def _require_same_network(card: ModelCard, job: TrainJob, bands: int) -> None:
    name = Path(job.start_model).name
    if (card.architecture, card.encoder) != (job.architecture, job.encoder):
        raise SettingsError(
            f"The model '{name}' is {card.architecture} on {card.encoder}, not {job.architecture} on "
            f"{job.encoder}.",
            f"Choose the architecture '{card.architecture}' and the encoder '{card.encoder}'.",
        )
    if len(card.bands) != bands:
        raise SettingsError(
            f"The model '{name}' takes {len(card.bands)} bands; the rasters have {bands}.",
            "Give rasters with the same bands, or start without that model.",
        )


def _report(name: str, class_names: Sequence[str], rows: Sequence[int | None], reporter: Reporter) -> None:
    reporter.info(f"The training starts from the model '{name}'.")
    new = [class_name for class_name, row in zip(class_names, rows, strict=True) if row is None]
    if new:
        reporter.warning(f"'{name}' does not know {', '.join(new)}: these start from random weights.")
