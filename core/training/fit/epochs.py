"""Learn and validate, epoch by epoch, and keep the weights of the best one."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch

from ...contract.catalog.networks import FIXED_SIZE_ARCHITECTURES
from ...contract.classes import ClassTable
from ...contract.jobs.train import TrainJob
from ...contract.messages.reporter import Reporter
from ...evaluation.scores import Scores
from ...inference.predictor import Forward, Predictor
from ...models.normalise import Normalise
from ..data.loader import Batch, load_batches
from ..data.preparation import TrainingData
from ..data.sampling import ChipPositions, chips_per_epoch, sample_positions
from ..validation.preview import Preview
from ..validation.scored_area import ScoredArea, confusion
from .ddp import Processes
from .loop import Learner
from .lr_finder import STEPS, find_rate


@dataclass(frozen=True)
class Epoch:
    """What one epoch gave.

    Attributes:
        number: From 1.
        train_loss: Mean loss of its steps.
        learning_rate: Of its last step.
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

    @property
    def is_best_now(self) -> bool:
        """Whether the last epoch is the best one."""
        return self.best is self.history[-1]


@dataclass(frozen=True)
class Run:
    """What works together while a model is trained.

    Attributes:
        job: The job.
        data: Its data.
        learner: Learns.
        area: Where to validate.
        preview: What of it is shown after each epoch.
        processes: Who else trains the same model.
        reporter: Told progress and scores; may stop the job.
    """

    job: TrainJob
    data: TrainingData
    learner: Learner
    area: ScoredArea
    preview: Preview
    processes: Processes
    reporter: Reporter

    def predictor(self) -> Predictor:
        """The network as it stands, ready to predict as maps are made."""
        data, tile = self.data, self.area.tile_size
        forward = Forward(only_side=tile if self.job.architecture in FIXED_SIZE_ARCHITECTURES else 0)
        network, normalise = self.learner.network, Normalise(data.bands)
        return Predictor(network, normalise, len(data.classes), self.processes.device, forward, self.reporter)


def plan_steps(run: Run) -> None:
    """Lay the learning rate out over all epochs of a run."""
    run.learner.plan_steps(run.job.epochs * _chips(run) // _chips_per_step(run))


def choose_rate(run: Run) -> None:
    """Find a learning rate, on chips of an epoch 0, and plan all steps with it."""
    _seed(run, 0)
    with contextlib.closing(_load(run, 0, STEPS * _chips_per_step(run))) as batches:
        rate = find_rate(run.learner, batches, run.job.optimiser, run.reporter)
    run.learner.use_rate(rate)
    plan_steps(run)


def run_epochs(run: Run, so_far: Outcome | None) -> Iterator[Outcome]:
    """Train to the end.

    Best is the highest IoU on the validation blocks, of the mean, the worst class or a chosen one; without
    validation the last epoch is kept. Training ends early when the job's patience is over.

    Args:
        run: What works together; its steps are planned.
        so_far: What earlier epochs gave, with the learner in their last state; None at the start.

    Yields:
        After each epoch: all epochs so far and the best one's weights.
    """
    start = len(so_far.history) if so_far else 0
    if so_far and _is_patience_over(so_far, run):
        return
    for number in range(start + 1, run.job.epochs + 1):
        epoch = _run_epoch(run, number, _chips(run))
        history = (*(so_far.history if so_far else ()), epoch)
        if so_far is None or _is_better(epoch, so_far.best, run):
            so_far = Outcome(history, epoch, run.learner.weights())
        else:
            so_far = Outcome(history, so_far.best, so_far.state)
        yield so_far
        if _is_patience_over(so_far, run):
            return


def _is_patience_over(outcome: Outcome, run: Run) -> bool:
    """Whether training ends early; said."""
    waited = len(outcome.history) - outcome.best.number
    is_over = 0 < run.job.patience <= waited and len(outcome.history) < run.job.epochs
    if is_over:
        run.reporter.info(f"Nothing better came in {waited} epochs: training ends here.")
    return is_over


def _chips(run: Run) -> int:
    """Chips of an epoch."""
    labelled = int(run.data.statistics.pixel_counts.sum())
    return chips_per_epoch(labelled, run.job.chip_size, _chips_per_step(run))


def _chips_per_step(run: Run) -> int:
    """Chips that all processes learn from in a step."""
    return run.job.batch_size * run.processes.count


def own_part(places: ChipPositions, batch_size: int, processes: Processes) -> ChipPositions:
    """This process's chips: of the first batch of all processes its own part, then of the second, and so on.

    Args:
        places: The chips of an epoch, for all processes.
        batch_size: Chips of a batch of one process.
        processes: Who learns from them.

    Returns:
        Its chips; all of them when it is alone.
    """
    batches = np.arange(len(places)).reshape(-1, processes.count, batch_size)
    own = batches[:, processes.rank].ravel()
    return ChipPositions(*(getattr(places, item.name)[own] for item in fields(places)))


def _run_epoch(run: Run, number: int, count: int) -> Epoch:
    job, data = run.job, run.data
    start = time.monotonic()
    _seed(run, number)
    losses: list[float] = []
    done = (number - 1) * count
    run.reporter.progress(done, job.epochs * count, "chips", "Training")
    # Closed here, whatever happens: no thread may be reading when the rasters are closed.
    with contextlib.closing(_load(run, number, count)) as batches:
        for loss in run.learner.learn(batches):
            losses.append(loss)
            run.reporter.progress(
                done + len(losses) * _chips_per_step(run), job.epochs * count, "chips", "Training"
            )
    matrix = None
    if any(data.split.validation):
        with run.learner.ema_weights():
            own_area = run.area.part(run.processes.rank, run.processes.count)
            matrix = confusion(own_area, run.predictor(), run.reporter.check_cancelled, run.preview.see)
        matrix = run.processes.sum(matrix)
    seconds = time.monotonic() - start
    return Epoch(number, float(np.mean(losses)), run.learner.learning_rate, seconds, matrix)


def _seed(run: Run, number: int) -> None:
    """Let what torch draws in an epoch (dropout) depend on seed, process and epoch alone.

    An epoch then is the same whatever was drawn before it, so a checkpoint needs no random numbers; and each
    process drops other things.
    """
    source = np.random.SeedSequence((run.job.seed, run.processes.rank, number))
    torch.manual_seed(int(source.generate_state(1, np.uint64)[0]))


def _load(run: Run, number: int, count: int) -> Generator[Batch, None, None]:
    """The batches of an epoch that this process learns from."""
    job, data = run.job, run.data
    places = sample_positions(data.candidates, data.sampling_weights, count, job.seed, number)
    places = own_part(places, job.batch_size, run.processes)
    return load_batches(data.scenes, data.targets, places, job.chip_size, job.batch_size, data.augmentation)


def _is_better(epoch: Epoch, best: Epoch, run: Run) -> bool:
    if epoch.scores is None or best.scores is None:
        return True
    names = run.data.classes.names
    old, new = (monitored_score(each, run.job.monitor, names) for each in (best.scores, epoch.scores))
    return new > old or math.isnan(old)


def monitored_score(scores: Scores, monitor: str, names: Sequence[str]) -> float:
    """What the best epoch is chosen by.

    Args:
        scores: On the validation area.
        monitor: ``mean IoU``, ``worst class``, or the name of a class.
        names: Class names by index.

    Returns:
        An IoU; NaN where it is not defined.
    """
    if monitor in names:
        return float(scores.iou[names.index(monitor)])
    if monitor == "worst class":
        return float(np.nanmin(scores.iou))
    return scores.miou


def report_beginning(run: Run, so_far: Outcome | None) -> None:
    """Say what begins, and once more the scores of epochs that an earlier run has done."""
    run.reporter.training(run.job.loss, run.job.seed, run.job.epochs, run.data.classes)
    if so_far is None:
        return
    for epoch in so_far.history:
        _report_metrics(epoch, run.data.classes, run.reporter)
    if so_far.best.scores is not None:
        run.reporter.metric("validation/best_epoch", so_far.best.number, len(so_far.history))


def report_epoch(run: Run, outcome: Outcome) -> None:
    """Say what the last epoch gave; if it is the best one, its model has been written.

    Args:
        run: What works together.
        outcome: All epochs so far.
    """
    reporter, classes, epoch = run.reporter, run.data.classes, outcome.history[-1]
    _report_metrics(epoch, classes, reporter)
    run.preview.tell(epoch.number)
    text = f"Epoch {epoch.number} of {run.job.epochs}: loss {epoch.train_loss:.4f}"
    if epoch.scores is not None:
        if outcome.is_best_now:
            reporter.metric("validation/best_epoch", epoch.number, epoch.number)
        shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(classes, epoch.scores.iou, strict=True))
        text += f", mean IoU {epoch.scores.miou:.3f} ({shown})"
        text += ", best so far" if outcome.is_best_now else ""
    text += ", kept" if outcome.is_best_now else ""
    reporter.info(f"{text}; {epoch.seconds:.0f} s")


def _report_metrics(epoch: Epoch, classes: ClassTable, reporter: Reporter) -> None:
    """Loss, rate and scores; a score that is not defined (class neither there nor predicted) is left out."""
    reporter.metric("train/loss", epoch.train_loss, epoch.number)
    reporter.metric("train/learning_rate", epoch.learning_rate, epoch.number)
    if epoch.scores is None:
        return
    reporter.metric("validation/miou", epoch.scores.miou, epoch.number)
    for entry, iou in zip(classes, epoch.scores.iou, strict=True):
        if math.isfinite(iou):
            reporter.metric(f"validation/iou/{entry.name}", iou, epoch.number)
