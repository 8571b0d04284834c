"""The model file of a training: there from the first epoch on, and always the best model so far."""

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
from .epochs import Outcome, Run

Wait = Callable[..., list[dict[str, Any]]]
"""Gives name and hash of the data files; see ``fingerprints``."""

PATH_SETTINGS = (
    "labels", "area", "split", "model", "report", "split_layer", "tensorboard", "start_model",
    "encoder_weights",
)  # fmt: skip
"""Settings that hold one path."""


class BestModel:
    """The file that a training's model lies in. The first process alone writes it.

    It is written each time an epoch becomes the best, so that the best model so far is left whatever happens
    to the process; what takes time (hashes of the data files, scores in the test areas) comes with the end.

    Args:
        run: What is trained.
        wait_for_fingerprints: Gives the hashes.

    Attributes:
        epoch: The one whose weights lie in the file; 0 as long as it is none of this training.
    """

    def __init__(self, run: Run, wait_for_fingerprints: Wait) -> None:
        self._run = run
        self._wait_for_fingerprints = wait_for_fingerprints
        self.epoch = 0

    def take_over(self, outcome: Outcome) -> None:
        """Go on with the file that the same training has left; it is written if it is not there.

        Args:
            outcome: What the training had come to.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The file cannot be written.
        """
        # A process that was killed between model and checkpoint has left a model that is newer than these.
        left = _epoch_of_model(self._run.job) if self._run.processes.is_first else 0
        if left < outcome.best.number:
            self.keep(outcome)
        else:
            self._set_epoch(left)

    def keep(self, outcome: Outcome) -> None:
        """Write the model of the best epoch.

        Args:
            outcome: All epochs so far.

        Raises:
            DiskFullError: The disk is full; the model that was there is untouched.
            OutputError: The file cannot be written.
        """
        if self._run.processes.is_first:
            card = _make_card(self._run, outcome, None, self._wait_for_fingerprints(is_patient=False))
            save_weights(self._run.job.model, outcome.state, card)
        self._set_epoch(outcome.best.number)

    def finish(self, outcome: Outcome, test_matrix: np.ndarray | None) -> ModelCard:
        """Write the model of the best epoch with all that is known at the end.

        Args:
            outcome: All epochs.
            test_matrix: Confusion in the test areas, int64 (C, C), rows truth; None without any.

        Returns:
            What the file says of itself.

        Raises:
            DiskFullError: The disk is full; the model that was there is untouched.
            OutputError: The file cannot be written.
        """
        card = _make_card(self._run, outcome, test_matrix, self._wait_for_fingerprints())
        if self._run.processes.is_first:
            save_weights(self._run.job.model, outcome.state, card)
            self._run.reporter.artifact("model", self._run.job.model)
        return card

    def _set_epoch(self, number: int) -> None:
        """Remember what lies in the file; that there is one is reported once."""
        if not self.epoch and self._run.processes.is_first:
            self._run.reporter.artifact("model", self._run.job.model)
        self.epoch = number


def _epoch_of_model(job: TrainJob) -> int:
    """The epoch whose weights lie in the model file; 0 if there is none, or one of another job."""
    try:
        provenance = read_model_card(job.model).provenance
    except ModelFileError:
        return 0
    is_same = provenance.get("settings") == _shareable(job)
    return int(provenance.get("best_epoch", 0)) if is_same else 0


def _make_card(
    run: Run, outcome: Outcome, test_matrix: np.ndarray | None, data_files: list[dict[str, Any]]
) -> ModelCard:
    """What the model file says of itself."""
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
    """How the labels were taken apart: windows of validation and test, labelled pixels by part and class."""
    split = data.split
    return {
        "share": job.validation,
        "areas": Path(job.split).name,
        "blocks": [[_numbers(window) for window in windows] for windows in split.validation],
        "test": [[_numbers(window) for window in windows] for windows in split.test],
        "buffer": split.buffer,
        "pixels": {
            part.name: dict(zip(data.classes.names, counts.sum(axis=0).tolist(), strict=True))
            for part, counts in zip(SUBSETS, split.pixels, strict=True)
        },
    }


def _shareable(job: TrainJob) -> dict[str, Any]:
    """The settings with file names for paths: a model file is passed on, the folders of its maker are not."""
    settings = job.to_settings()
    settings["input"] = [Path(path).name for path in job.input]
    for name in PATH_SETTINGS:
        settings[name] = Path(settings[name]).name
    return settings


def _numbers(window: Window) -> list[int]:
    """First column, first row, width and height of a window, for JSON."""
    return [int(number) for number in window.flatten()]
