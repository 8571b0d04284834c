"""One network trained on prepared data, and its model file written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace

import numpy as np
import torch

from ...contract.catalog.mapping import DEFAULT_TILE
from ...contract.catalog.networks import FIXED_SIZE_ARCHITECTURES
from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import CoreError, DivergedError, SettingsError
from ...contract.messages.reporter import Reporter
from ...contract.model_card import ModelCard
from ...evaluation.scores import Scores
from ...losses import build_loss
from ...models.continuation import continue_from
from ...models.device import describe_device
from ...models.factory import build_network
from ...models.normalise import Normalise
from ..data.identity import identity_of
from ..data.preparation import TrainingData
from ..validation.preview import Preview
from ..validation.scored_area import confusion
from .best_model import BestModel, Wait
from .checkpoint import Checkpoint, claimed
from .ddp import Processes
from .epochs import Outcome, Run, choose_rate, plan_steps, report_beginning, report_epoch, run_epochs
from .loop import Learner


@dataclass(frozen=True)
class Fitted:
    """A network that was trained and saved.

    Attributes:
        run: What worked together; its network holds the weights that were kept.
        outcome: All epochs.
        card: What the model file says of itself.
        test_matrix: Confusion in the test areas, int64 (C, C), rows truth; None without any.
    """

    run: Run
    outcome: Outcome
    card: ModelCard
    test_matrix: np.ndarray | None


@contextmanager
def fit(
    job: TrainJob,
    data: TrainingData,
    wait_for_fingerprints: Wait,
    processes: Processes,
    reporter: Reporter,
) -> Iterator[Fitted]:
    """Train a network, write its model file, and hold it for what else is to be done with it.

    The model file is there from the first epoch on, and always holds the best model so far: it is what a
    training leaves that is cancelled, killed, diverges, or cannot go on (a raster is gone, the disk is full).

    Everything drawn at random depends on the job's seed alone: two jobs that differ in their loss start from
    the same weights and see the same chips. A training that was stopped goes on from its checkpoint, and
    ends as if it had not been stopped: the checkpoint goes when the block has ended well.

    Args:
        job: Network, loss, schedule and where the model goes.
        data: The prepared data.
        wait_for_fingerprints: For the model file.
        processes: Who trains; the first writes the files.
        reporter: Told what happens; may stop the job.

    Yields:
        The network with all that was measured.

    Raises:
        CoreError: What is wrong with the settings, the device or the disk.
    """
    with claimed(job.model) if processes.is_first else nullcontext():
        torch.manual_seed(job.seed)
        run = _assemble(job, data, processes, reporter)
        # A batch is what all processes learn from at once: as many chips in one process may go on from it.
        whole = replace(job, batch_size=job.batch_size * processes.count)
        checkpoint = Checkpoint(job.model, identity_of(whole, data), reporter)
        model = BestModel(run, wait_for_fingerprints)
        try:
            outcome = _train(run, checkpoint, model)
            run.learner.network.load_state_dict(outcome.state)
            test_matrix = _test(run)
            card = model.finish(outcome, test_matrix)
        except CoreError as reason:
            _report_kept(run, reason, checkpoint, model)
            raise
        yield Fitted(run, outcome, card, test_matrix)
        # The others may only just have read it.
        processes.wait()
        if processes.is_first:
            checkpoint.remove()


def _report_kept(run: Run, reason: CoreError, checkpoint: Checkpoint, model: BestModel) -> None:
    """Say what is left of a training that was stopped, and what can be done with it."""
    if model.epoch:
        kept = f"The best model so far, of epoch {model.epoch}, is kept."
        if isinstance(reason, DivergedError):
            # The same job again would only diverge again.
            if run.processes.is_first:
                checkpoint.remove()
            advice = "'Continue from model' starts from it; give a smaller learning rate."
            run.reporter.info(f"{kept} {advice}")
            return
        run.reporter.info(kept)
    if checkpoint.epochs:
        run.reporter.info(f"The same job again goes on after epoch {checkpoint.epochs}.")


def _train(run: Run, checkpoint: Checkpoint, model: BestModel) -> Outcome:
    """All epochs that are not done yet: after each a checkpoint, after each that is the best a model."""
    plan_steps(run)
    outcome = before = checkpoint.load(run.learner)
    if before:
        run.reporter.info(f"Going on after epoch {len(before.history)}, where the training was stopped.")
        model.take_over(before)
    elif not run.job.learning_rate:
        choose_rate(run)
    report_beginning(run, before)
    for outcome in run_epochs(run, before):
        # The model comes first: a training that goes on from a checkpoint does not write what is in it.
        if outcome.is_best_now:
            model.keep(outcome)
        report_epoch(run, outcome)
        if run.processes.is_first:
            checkpoint.save(outcome, run.learner)
    if outcome is None:
        raise SettingsError("There is no epoch to train.")
    return outcome


def _test(run: Run) -> np.ndarray | None:
    """Score the network in the test areas; None without any."""
    area = run.data.test_area(run.area.tile_size)
    if area is None:
        return None
    run.reporter.info("Scoring the kept model on the test areas.")
    processes = run.processes
    processes.align(run.learner.network)
    part = area.part(processes.rank, processes.count)
    matrix = processes.sum(confusion(part, run.predictor(), run.reporter.check_cancelled))
    scores = Scores.from_confusion(matrix)
    shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(run.data.classes, scores.iou, strict=True))
    run.reporter.info(f"On the test areas: mean IoU {scores.miou:.3f} ({shown})")
    return matrix


def _assemble(job: TrainJob, data: TrainingData, processes: Processes, reporter: Reporter) -> Run:
    """Network, loss, and what learns and predicts with them."""
    network = _build(job, data, reporter)
    loss = make_loss(job, data)
    others = f", in {processes.count} processes" if processes.count > 1 else ""
    reporter.info(f"Training on {describe_device(processes.device)}{others}.")
    area = data.validation_area(tile_size(job))
    own_area = area.part(processes.rank, processes.count)
    return Run(
        job,
        data,
        Learner(network, Normalise(data.bands), loss, processes, job, reporter),
        area,
        Preview(own_area, data.bands, data.classes, reporter),
        processes,
        reporter,
    )


def _build(job: TrainJob, data: TrainingData, reporter: Reporter) -> torch.nn.Module:
    """The network with what it starts from."""
    bands, names = len(data.bands), data.classes.names
    encoder_weights = "random" if job.start_model else job.encoder_weights
    network = build_network(job.architecture, job.encoder, bands, len(names), encoder_weights, reporter)
    if job.start_model:
        continue_from(network, job, bands, names, reporter)
    return network


def make_loss(job: TrainJob, data: TrainingData) -> torch.nn.Module:
    """The loss of a job, with the weights and the shares of the classes in its training area.

    Args:
        job: Its loss and class weights count.
        data: The prepared data.

    Returns:
        The loss, on the processor.

    Raises:
        LossTextError: The loss does not fit the classes.
    """
    counts = torch.from_numpy(data.statistics.pixel_counts).float()
    return build_loss(
        job.loss,
        len(data.classes),
        class_weights=None if job.class_weights == "none" else torch.tensor(data.weights),
        class_priors=counts / counts.sum(),
    )


def tile_size(job: TrainJob) -> int:
    """Side of a tile at inference."""
    if job.architecture in FIXED_SIZE_ARCHITECTURES:
        return job.chip_size
    return max(job.chip_size, DEFAULT_TILE)
