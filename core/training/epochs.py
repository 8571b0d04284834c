"""Learn and validate, epoch by epoch, and keep the weights of the best one."""

from __future__ import annotations

import contextlib
import copy
import math
import time
from dataclasses import dataclass

import numpy as np
import torch

from ..contract.classes import ClassTable
from ..contract.jobs import TrainJob
from ..contract.reporter import Reporter
from ..evaluation.scores import Scores
from ..inference.predictor import Predictor
from .loader import load_batches
from .loop import Learner
from .preparation import TrainingData
from .sampling import chips_per_epoch, sample_places
from .validation import ValidationArea, confusion


@dataclass(frozen=True)
class Epoch:
    """What one epoch gave.

    Attributes:
        number: From 1.
        train_loss: Mean loss of its steps.
        learning_rate: At its end.
        seconds: How long it took, validation included.
        matrix: Confusion on the validation blocks; None without any.
    """

    number: int
    train_loss: float
    learning_rate: float
    seconds: float
    matrix: np.ndarray | None

    @property
    def scores(self) -> Scores | None:
        """Scores of the confusion matrix."""
        return None if self.matrix is None else Scores.from_confusion(self.matrix)


@dataclass(frozen=True)
class Outcome:
    """What the epochs gave.

    Attributes:
        history: Every epoch.
        best: The one whose weights were kept.
        state: Its weights.
    """

    history: tuple[Epoch, ...]
    best: Epoch
    state: dict[str, torch.Tensor]


@dataclass(frozen=True)
class Run:
    """What works together while a model is trained.

    Attributes:
        job: The job.
        data: Its data.
        learner: Learns.
        predictor: Predicts with the same network.
        area: Where to validate.
        reporter: Told progress and scores; may stop the job.
    """

    job: TrainJob
    data: TrainingData
    learner: Learner
    predictor: Predictor
    area: ValidationArea
    reporter: Reporter


def run_epochs(run: Run) -> Outcome:
    """Train to the end.

    Best is the highest mean IoU on the validation blocks; without validation the last epoch is kept.

    Args:
        run: What works together.

    Returns:
        All epochs and the best one's weights.
    """
    job = run.job
    count = chips_per_epoch(int(run.data.statistics.pixel_counts.sum()), job.chip_size, job.batch_size)
    run.learner.plan_steps(job.epochs * count // job.batch_size)
    best = _run_epoch(run, 1, count)
    state = copy.deepcopy(run.learner.network.state_dict())
    history = [best]
    _tell_epoch(run, best, is_best=True)
    for number in range(2, job.epochs + 1):
        epoch = _run_epoch(run, number, count)
        history.append(epoch)
        is_best = _is_better(epoch, best)
        if is_best:
            best, state = epoch, copy.deepcopy(run.learner.network.state_dict())
        _tell_epoch(run, epoch, is_best=is_best)
    return Outcome(tuple(history), best, state)


def _run_epoch(run: Run, number: int, count: int) -> Epoch:
    job, data = run.job, run.data
    start = time.monotonic()
    places = sample_places(data.candidates, data.chances, count, len(data.bands), job.seed, number)
    losses: list[float] = []
    done = (number - 1) * count
    run.reporter.progress(done, job.epochs * count, "chips", "Training")
    loading = load_batches(data.scenes, data.targets, places, job.chip_size, job.batch_size)
    # Closed here, whatever happens: no thread may be reading when the rasters are closed.
    with contextlib.closing(loading) as batches:
        for loss in run.learner.learn(batches):
            losses.append(loss)
            run.reporter.progress(
                done + len(losses) * job.batch_size, job.epochs * count, "chips", "Training"
            )
    matrix = None
    if any(data.split.validation):
        matrix = confusion(run.area, run.predictor, run.reporter.check_cancelled)
    seconds = time.monotonic() - start
    return Epoch(number, float(np.mean(losses)), run.learner.learning_rate, seconds, matrix)


def _is_better(epoch: Epoch, best: Epoch) -> bool:
    if epoch.scores is None or best.scores is None:
        return True
    return epoch.scores.miou > best.scores.miou


def _tell_epoch(run: Run, epoch: Epoch, *, is_best: bool) -> None:
    reporter, classes = run.reporter, run.data.classes
    reporter.metric("train/loss", epoch.train_loss, epoch.number)
    text = f"Epoch {epoch.number} of {run.job.epochs}: loss {epoch.train_loss:.4f}"
    if epoch.scores is not None:
        _report_scores(epoch.scores, epoch.number, classes, reporter)
        shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(classes, epoch.scores.iou, strict=True))
        text += f", mean IoU {epoch.scores.miou:.3f} ({shown})"
        text += ", best so far" if is_best else ""
    reporter.info(f"{text}; {epoch.seconds:.0f} s")


def _report_scores(scores: Scores, number: int, classes: ClassTable, reporter: Reporter) -> None:
    """Scores as metrics; a score that is not defined (class neither there nor predicted) is left out."""
    reporter.metric("validation/miou", scores.miou, number)
    for entry, iou in zip(classes, scores.iou, strict=True):
        if math.isfinite(iou):
            reporter.metric(f"validation/iou/{entry.name}", iou, number)
