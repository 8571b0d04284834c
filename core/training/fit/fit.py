"""One network trained on prepared data, from its first weights to its finished model file."""

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
from ...geodata.chips.sampling import expected_shares
from ...losses import build_loss
from ...models.device import describe_device
from ...models.factory import build_network
from ...models.normalise import Normalise
from ...models.prior import set_prior
from ...models.start_model import load_start_model
from ..data.identity import identity_of
from ..data.preparation import TrainingData
from ..validation.preview import Preview
from ..validation.scored_area import confusion
from .best_model import BestModel, Wait
from .checkpoint import Checkpoint, claimed
from .ddp import Processes
from .epoch_report import report_beginning, report_epoch
from .epochs import choose_rate, plan_steps, run_epochs
from .learner import Learner
from .run import Outcome, Run


@dataclass(frozen=True)
class Fitted:
    """A network that was trained and saved.

    Attributes:
        run: The training; its network holds the weights of the best epoch.
        outcome: All epochs.
        card: The model card in the model file.
        test_matrix: Confusion matrix of the test areas, int64 (C, C), rows truth; None without any.
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
    """Train a network, write its model file, and lock that file for the length of a block.

    The model file exists from the first epoch on, and always holds the best model so far, also when the
    training is cancelled, killed, diverges, or fails (a raster is gone, the disk is full).

    All random numbers depend on the job's seed alone: two jobs that differ in their loss start from the same
    weights and see the same chips. A training that was stopped resumes from its checkpoint, and ends bit for
    bit the same; the checkpoint is removed when the block has ended without an error.

    Raises:
        CoreError: The settings, the device or the disk is at fault.
    """
    with claimed(job.model) if processes.is_first else nullcontext():
        torch.manual_seed(job.seed)
        run = _assemble(job, data, processes, reporter)
        # A batch is split over all processes: a single process with as many chips may resume the training.
        whole = replace(job, batch_size=job.batch_size * processes.count)
        checkpoint = Checkpoint(job.model, identity_of(whole, data), reporter)
        model = BestModel(run, wait_for_fingerprints)
        try:
            outcome = _train(run, checkpoint, model)
            run.learner.network.load_state_dict(outcome.state)
            test_matrix = _test(run)
            card = model.finish(outcome, test_matrix)
        except CoreError as reason:
            _report_rest(run, reason, checkpoint, model)
            raise
        yield Fitted(run, outcome, card, test_matrix)
        # The other processes may still be reading the checkpoint.
        processes.wait()
        if processes.is_first:
            checkpoint.remove()


def _report_rest(run: Run, reason: CoreError, checkpoint: Checkpoint, model: BestModel) -> None:
    """Report what is left of a training that was stopped, and how to resume it."""
    if model.epoch:
        saved = f"The best model so far, of epoch {model.epoch}, is saved."
        if isinstance(reason, DivergedError):
            # The same job would diverge again.
            if run.processes.is_first:
                checkpoint.remove()
            advice = "Fine-tune it with 'Start from model' and a smaller learning rate."
            run.reporter.info(f"{saved} {advice}")
            return
        run.reporter.info(saved)
    if checkpoint.epochs:
        run.reporter.info(f"Run the same job again to resume after epoch {checkpoint.epochs}.")


def _train(run: Run, checkpoint: Checkpoint, model: BestModel) -> Outcome:
    """Run the epochs that are missing, with a checkpoint after each, and a model after each new best one."""
    plan_steps(run)
    outcome = earlier = checkpoint.load(run.learner)
    if earlier:
        run.reporter.info(f"Resuming after epoch {len(earlier.history)}.")
        model.resume(earlier)
    elif not run.job.learning_rate:
        choose_rate(run)
    report_beginning(run, earlier)
    for outcome in run_epochs(run, earlier):
        # The model comes first: a training that resumes from a checkpoint expects its model to be there.
        if outcome.is_best_now:
            model.save(outcome)
        report_epoch(run, outcome)
        if run.processes.is_first:
            checkpoint.save(outcome, run.learner)
    if outcome is None:
        raise SettingsError("There is no epoch to train.")
    return outcome


def _test(run: Run) -> np.ndarray | None:
    """Confusion matrix of the test areas; None without any."""
    area = run.data.test_area(run.area.tile_size)
    if area is None:
        return None
    run.reporter.info("Scoring the best model on the test areas.")
    processes = run.processes
    processes.align(run.learner.network)
    part = area.part(processes.rank, processes.count)
    matrix = processes.sum(confusion(part, run.predictor(), run.reporter.check_cancelled))
    scores = Scores.from_confusion(matrix)
    shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(run.data.classes, scores.iou, strict=True))
    run.reporter.info(f"On the test areas: mean IoU {scores.miou:.3f} ({shown})")
    return matrix


def _assemble(job: TrainJob, data: TrainingData, processes: Processes, reporter: Reporter) -> Run:
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
    """The network with its first weights."""
    bands, names = len(data.bands), data.classes.names
    encoder_weights = "random" if job.start_model else job.encoder_weights
    network = build_network(job.architecture, job.encoder, bands, len(names), encoder_weights, reporter)
    if job.start_model:
        load_start_model(network, job, bands, names, reporter)
    elif job.class_prior:
        shares = expected_shares(data.candidates, data.sampling_weights)
        set_prior(network, torch.from_numpy(shares).float())
    return network


def make_loss(job: TrainJob, data: TrainingData) -> torch.nn.Module:
    """The loss of a job, with class weights and class priors of its training area, on the CPU.

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
    """Side of a tile at inference, in pixels."""
    if job.architecture in FIXED_SIZE_ARCHITECTURES:
        return job.chip_size
    return max(job.chip_size, DEFAULT_TILE)
