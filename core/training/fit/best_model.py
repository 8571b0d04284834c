"""The model file of a training: written whenever an epoch becomes the best, with its model card."""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rasterio.windows import Window

from ... import __version__
from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import ModelFileError
from ...contract.model_card import ModelCard, read_model_card
from ...contract.subsets import SUBSETS
from ...evaluation.scores import Scores
from ...models.model_file import save_weights
from ..data.preparation import TrainingData
from .run import Outcome, Run

Wait = Callable[..., list[dict[str, Any]]]
"""Waits for the fingerprints of the data files; see ``fingerprints``."""

PATH_SETTINGS = (
    "labels", "area", "split", "model", "report", "split_layer", "tensorboard", "start_model",
    "encoder_weights",
)  # fmt: skip
"""Settings that hold one path; the model card has the file names only."""


class BestModel:
    """The model file of a training. The first process alone writes it.

    It is written each time an epoch becomes the best, so that the best model so far survives whatever happens
    to the process; what takes time (hashes of the data files, scores of the test areas) is added at the end.

    Attributes:
        epoch: Epoch of the weights in the file; 0 as long as the file holds no model of this training.
    """

    def __init__(self, run: Run, wait_for_fingerprints: Wait) -> None:
        self._run = run
        self._wait_for_fingerprints = wait_for_fingerprints
        self.epoch = 0

    def resume(self, outcome: Outcome) -> None:
        """Take over the file that an earlier run of the same training left; write it if it is missing.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The file cannot be written.
        """
        # A process that was killed between model and checkpoint left a model newer than the checkpoint.
        saved = _epoch_of_model(self._run.job) if self._run.processes.is_first else 0
        if saved < outcome.best.number:
            self.save(outcome)
        else:
            self._set_epoch(saved)

    def save(self, outcome: Outcome) -> None:
        """Write the model of the best epoch.

        Raises:
            DiskFullError: The disk is full; an older model file is untouched.
            OutputError: The file cannot be written.
        """
        if self._run.processes.is_first:
            card = _make_card(self._run, outcome, None, self._wait_for_fingerprints(is_patient=False))
            save_weights(self._run.job.model, outcome.state, card)
        self._set_epoch(outcome.best.number)

    def finish(self, outcome: Outcome, test_matrix: np.ndarray | None) -> ModelCard:
        """Write the model of the best epoch with its final model card.

        Args:
            outcome: All epochs.
            test_matrix: Confusion matrix of the test areas, int64 (C, C), rows truth; None without any.

        Returns:
            The model card.

        Raises:
            DiskFullError: The disk is full; an older model file is untouched.
            OutputError: The file cannot be written.
        """
        card = _make_card(self._run, outcome, test_matrix, self._wait_for_fingerprints())
        if self._run.processes.is_first:
            save_weights(self._run.job.model, outcome.state, card)
            self._run.reporter.artifact("model", self._run.job.model)
        return card

    def _set_epoch(self, number: int) -> None:
        """Remember the epoch in the file; the file is reported as an artifact the first time."""
        if not self.epoch and self._run.processes.is_first:
            self._run.reporter.artifact("model", self._run.job.model)
        self.epoch = number


def _epoch_of_model(job: TrainJob) -> int:
    """The epoch of the weights in the model file; 0 if there is no file, or one of another job."""
    try:
        provenance = read_model_card(job.model).provenance
    except ModelFileError:
        return 0
    is_same = provenance.get("settings") == _shareable(job)
    return int(provenance.get("best_epoch", 0)) if is_same else 0


def _make_card(
    run: Run, outcome: Outcome, test_matrix: np.ndarray | None, data_files: list[dict[str, Any]]
) -> ModelCard:
    job, data, scores = run.job, run.data, outcome.best.scores
    metrics = {} if scores is None else scores.to_dict(data.classes.names)
    if test_matrix is not None:
        metrics["test"] = Scores.from_confusion(test_matrix).to_dict(data.classes.names)
    return ModelCard(
        architecture=job.architecture,
        encoder=job.encoder,
        bands=data.bands,
        dtype=data.scenes[0].dtype,
        pixel_size_m=float(np.mean([scene.pixel_size_m for scene in data.scenes])),
        classes=data.classes,
        tile_size=run.area.tile_size,
        loss=job.loss,
        class_weights=data.weights,
        metrics=metrics,
        split=_describe_split(job, data),
        provenance={
            "toppixel": __version__,
            "torch": torch.__version__,
            "python": platform.python_version(),
            "finished": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "settings": _shareable(job),
            "data": data_files,
            "best_epoch": outcome.best.number,
            **({} if job.learning_rate else {"learning_rate_found": run.learner.highest_rate}),
        },
    )


def _describe_split(job: TrainJob, data: TrainingData) -> dict[str, Any]:
    """Windows of the validation blocks and test areas, and labelled pixels by subset and class, for JSON."""
    split = data.split
    return {
        "share": job.validation,
        "areas": Path(job.split).name,
        "blocks": [[_numbers(window) for window in windows] for windows in split.validation],
        "test": [[_numbers(window) for window in windows] for windows in split.test],
        "buffer": split.buffer,
        "pixels": {
            subset.name: dict(zip(data.classes.names, counts.sum(axis=0).tolist(), strict=True))
            for subset, counts in zip(SUBSETS, split.pixels, strict=True)
        },
    }


def _shareable(job: TrainJob) -> dict[str, Any]:
    """The settings with file names in place of paths: a model file is passed on, and folders are private."""
    settings = job.to_settings()
    settings["input"] = [Path(path).name for path in job.input]
    for name in PATH_SETTINGS:
        settings[name] = Path(settings[name]).name
    return settings


def _numbers(window: Window) -> list[int]:
    """First column, first row, width and height of a window, for JSON."""
    return [int(number) for number in window.flatten()]
