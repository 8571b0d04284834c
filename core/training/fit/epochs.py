"""The epoch loop: draw chips, train on them, validate, until the last epoch or an early stop."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterator
from dataclasses import fields

import numpy as np
import torch

from ...geodata.chips.sampling import ChipPositions, chips_per_epoch, sample_positions
from ..data.loader import Batch, load_batches
from ..validation.scored_area import confusion
from .ddp import Processes
from .lr_finder import STEPS, find_rate
from .monitor import is_better, is_patience_over
from .run import Epoch, Outcome, Run


def plan_steps(run: Run) -> None:
    """Start the learning-rate schedule, which spans all epochs of a run."""
    run.learner.plan_steps(run.job.epochs * _chips(run) // _chips_per_step(run))


def choose_rate(run: Run) -> None:
    """Find a learning rate on the chips of an epoch 0, and start the schedule with it."""
    _seed(run, 0)
    with contextlib.closing(_load(run, 0, STEPS * _chips_per_step(run))) as batches:
        rate = find_rate(run.learner, batches, run.job.optimiser, run.reporter)
    run.learner.use_rate(rate)
    plan_steps(run)


def run_epochs(run: Run, so_far: Outcome | None) -> Iterator[Outcome]:
    """Train until the last epoch, or until the job's patience is over.

    Args:
        run: The training; its schedule must have been started (``plan_steps``).
        so_far: The epochs of an earlier run, whose last state the learner has; None at the start.

    Yields:
        After each epoch: all epochs so far and the weights of the best one.
    """
    start = len(so_far.history) if so_far else 0
    if so_far and is_patience_over(so_far, run):
        return
    for number in range(start + 1, run.job.epochs + 1):
        epoch = _run_epoch(run, number, _chips(run))
        history = (*(so_far.history if so_far else ()), epoch)
        if so_far is None or is_better(epoch, so_far.best, run):
            so_far = Outcome(history, epoch, run.learner.weights())
        else:
            so_far = Outcome(history, so_far.best, so_far.state)
        yield so_far
        if is_patience_over(so_far, run):
            return


def _run_epoch(run: Run, number: int, count: int) -> Epoch:
    """Train on ``count`` chips (of all processes), then validate with the EMA weights if there are any."""
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
            matrix = confusion(own_area, run.predictor(), run.reporter.check_cancelled, run.preview.update)
        matrix = run.processes.sum(matrix)
    seconds = time.monotonic() - start
    return Epoch(number, float(np.mean(losses)), run.learner.learning_rate, seconds, matrix)


def _seed(run: Run, number: int) -> None:
    """Seed torch (dropout) from the job's seed, the process and the epoch alone.

    An epoch is then the same whatever was drawn before it, so that a checkpoint needs no random state; and
    each process has a dropout of its own.
    """
    source = np.random.SeedSequence((run.job.seed, run.processes.rank, number))
    torch.manual_seed(int(source.generate_state(1, np.uint64)[0]))


def _load(run: Run, number: int, count: int) -> Generator[Batch, None, None]:
    """This process's batches of an epoch."""
    job, data = run.job, run.data
    positions = sample_positions(data.candidates, data.sampling_weights, count, job.seed, number)
    positions = own_positions(positions, job.batch_size, run.processes)
    return load_batches(
        data.scenes, data.targets, positions, job.chip_size, job.batch_size, data.augmentation
    )


def own_positions(positions: ChipPositions, batch_size: int, processes: Processes) -> ChipPositions:
    """This process's chips: its share of the first batch of all processes, then of the second, and so on.

    Args:
        positions: The chips of an epoch, for all processes.
        batch_size: Chips per batch of one process.
        processes: All processes that train this model.

    Returns:
        Its chips; all of them if it is alone.
    """
    batches = np.arange(len(positions)).reshape(-1, processes.count, batch_size)
    own = batches[:, processes.rank].ravel()
    return ChipPositions(*(getattr(positions, item.name)[own] for item in fields(positions)))


def _chips(run: Run) -> int:
    """Chips per epoch, of all processes."""
    labelled = int(run.data.statistics.pixel_counts.sum())
    return chips_per_epoch(labelled, run.job.chip_size, _chips_per_step(run))


def _chips_per_step(run: Run) -> int:
    """Chips per optimiser step, of all processes."""
    return run.job.batch_size * run.processes.count
