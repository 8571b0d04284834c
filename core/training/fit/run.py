"""One training as an object: job, data, network and processes, and the result of each epoch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ...contract.catalog.networks import FIXED_SIZE_ARCHITECTURES
from ...contract.jobs.train import TrainJob
from ...contract.messages.reporter import Reporter
from ...evaluation.scores import Scores
from ...inference.predictor import Forward, Predictor
from ...models.normalise import Normalise
from ..data.preparation import TrainingData
from ..validation.preview import Preview
from ..validation.scored_area import ScoredArea
from .ddp import Processes
from .learner import Learner


@dataclass(frozen=True)
class Epoch:
    """The result of one epoch.

    Attributes:
        number: From 1.
        train_loss: Mean loss of its steps.
        learning_rate: Of its last step.
        seconds: Duration, validation included.
        matrix: Confusion matrix of the validation set, int64 (C, C), rows truth; None without validation.
    """

    number: int
    train_loss: float
    learning_rate: float
    seconds: float
    matrix: np.ndarray | None

    @property
    def scores(self) -> Scores | None:
        """Scores of the validation set; None without validation."""
        return None if self.matrix is None else Scores.from_confusion(self.matrix)


@dataclass(frozen=True)
class Outcome:
    """All epochs so far, and the weights of the best one.

    Attributes:
        history: Every epoch, in order.
        best: The best epoch by the monitored metric.
        state: ``state_dict`` of the best epoch.
    """

    history: tuple[Epoch, ...]
    best: Epoch
    state: dict[str, torch.Tensor]

    @property
    def is_best_now(self) -> bool:
        """Whether the last epoch is the best one."""
        return self.best is self.history[-1]


@dataclass(frozen=True)
class Run:
    """Everything that takes part in one training.

    Attributes:
        job: The settings.
        data: The prepared data.
        learner: Network, loss, optimiser and schedule.
        area: The validation area of all processes.
        preview: The part of it that is shown after each epoch.
        processes: All processes that train this model.
        reporter: Receives progress and scores; may cancel.
    """

    job: TrainJob
    data: TrainingData
    learner: Learner
    area: ScoredArea
    preview: Preview
    processes: Processes
    reporter: Reporter

    def predictor(self) -> Predictor:
        """The network with its present weights, ready to predict as *Classify raster* does."""
        data, tile = self.data, self.area.tile_size
        forward = Forward(only_side=tile if self.job.architecture in FIXED_SIZE_ARCHITECTURES else 0)
        network, normalise = self.learner.network, Normalise(data.bands)
        return Predictor(network, normalise, len(data.classes), self.processes.device, forward, self.reporter)
