"""One network trained on prepared data, and its model file written."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rasterio.windows import Window

from .. import __version__
from ..contract.errors import CoreError, DivergedError, SettingsError
from ..contract.jobs import TrainJob
from ..contract.model_card import ModelCard
from ..contract.parts import PARTS
from ..contract.reporter import Reporter
from ..evaluation.scores import Scores
from ..inference.predictor import Predictor
from ..losses import build_loss
from ..models.continuation import continue_from
from ..models.device import describe_device
from ..models.factory import build_network
from ..models.model_file import save_model
from ..models.normalise import Normalise
from .checkpoint import Checkpoint, claimed
from .epochs import Outcome, Run, choose_rate, plan_steps, run_epochs, tell_beginning
from .identity import identity_of
from .live import WatchedPlace
from .loop import Learner
from .preparation import TrainingData
from .processes import Processes
from .validation import confusion

Wait = Callable[..., list[dict[str, Any]]]
"""Gives name and hash of the data files; see ``fingerprints``."""

TILE_SIZE = 512
"""Side of a tile at inference, unless chips are larger: a larger tile has less border to blend."""

PATH_SETTINGS = (
    "labels", "area", "split", "model", "report", "split_layer", "tensorboard", "start_model",
    "encoder_weights",
)  # fmt: skip
"""Settings that hold one path."""

FIXED_SIZE_ARCHITECTURES = ("dpt",)
"""Their position embedding belongs to one size: tiles are as large as chips."""


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

    Everything drawn at random depends on the job's seed alone: two jobs that differ in their loss start from
    the same weights and see the same chips. A training that was stopped goes on from its checkpoint, and
    ends as if it had not been stopped: the checkpoint goes when the block has ended well. When training is
    cancelled, diverges, or cannot go on (a raster is gone, the disk is full), the best model so far is kept.

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
        try:
            outcome = _train(run, checkpoint)
            test_matrix = _test(run, outcome)
        except _Stopped as stop:
            _keep_best(run, stop, checkpoint, lambda: wait_for_fingerprints(is_patient=False))
            raise stop.reason from None
        yield Fitted(run, outcome, _keep(run, outcome, wait_for_fingerprints, test_matrix), test_matrix)
        # The others may only just have read it.
        processes.wait()
        if processes.is_first:
            checkpoint.remove()


def _keep_best(run: Run, stop: _Stopped, checkpoint: Checkpoint, wait_for_fingerprints: Wait) -> None:
    """Write what is left of a training that was stopped, and say what can be done with it."""
    try:
        _keep(run, stop.outcome, wait_for_fingerprints)
    except CoreError as error:  # a full disk, say: why the training was stopped is the error to end with
        run.reporter.warning(f"The best model so far could not be written: {error.message}")
    else:
        kept = f"The best model so far, of epoch {stop.outcome.best.number}, is kept."
        if isinstance(stop.reason, DivergedError):
            # The same job again would only diverge again.
            if run.processes.is_first:
                checkpoint.remove()
            advice = "'Continue from model' starts from it; give a smaller learning rate."
            run.reporter.info(f"{kept} {advice}")
            return
        run.reporter.info(kept)
    if checkpoint.epochs:
        run.reporter.info(f"The same job again goes on after epoch {checkpoint.epochs}.")


class _Stopped(Exception):  # noqa: N818 - no failure by itself
    """A training was stopped after an epoch at least."""

    def __init__(self, outcome: Outcome, reason: CoreError) -> None:
        super().__init__()
        self.outcome, self.reason = outcome, reason


def _train(run: Run, checkpoint: Checkpoint) -> Outcome:
    """All epochs that are not done yet, a checkpoint after each."""
    plan_steps(run)
    outcome = before = checkpoint.load(run.learner)
    if before:
        run.reporter.info(f"Going on after epoch {len(before.history)}, where the training was stopped.")
    elif not run.job.learning_rate:
        choose_rate(run)
    tell_beginning(run, before)
    try:
        for outcome in run_epochs(run, before):
            if run.processes.is_first:
                checkpoint.save(outcome, run.learner)
    except CoreError as reason:
        if outcome is None:
            raise
        raise _Stopped(outcome, reason) from reason
    if outcome is None:
        raise SettingsError("There is no epoch to train.")
    return outcome


def _test(run: Run, outcome: Outcome) -> np.ndarray | None:
    """Give the network the weights of the best epoch, and score it in the test areas; None without any."""
    area = run.data.test_area(run.area.tile_size)
    if area is None:
        return None
    run.learner.network.load_state_dict(outcome.state)
    run.reporter.info("Scoring the kept model on the test areas.")
    processes = run.processes
    processes.align(run.learner.network)
    try:
        part = area.part(processes.rank, processes.count)
        matrix = processes.sum(confusion(part, run.predictor, run.reporter.check_cancelled))
    except CoreError as reason:
        raise _Stopped(outcome, reason) from reason
    scores = Scores.from_confusion(matrix)
    shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(run.data.classes, scores.iou, strict=True))
    run.reporter.info(f"On the test areas: mean IoU {scores.miou:.3f} ({shown})")
    return matrix


def _keep(
    run: Run, outcome: Outcome, wait_for_fingerprints: Wait, test_matrix: np.ndarray | None = None
) -> ModelCard:
    """Give the network the weights of the best epoch, and write the model."""
    run.learner.network.load_state_dict(outcome.state)
    card = _make_card(run, outcome, test_matrix, wait_for_fingerprints())
    if run.processes.is_first:
        save_model(run.job.model, run.learner.network, card)
        run.reporter.artifact("model", run.job.model)
    return card


def _assemble(job: TrainJob, data: TrainingData, processes: Processes, reporter: Reporter) -> Run:
    """Network, loss, and what learns and predicts with them."""
    device = processes.device
    num_classes = len(data.classes)
    network = _build(job, data, reporter)
    loss = make_loss(job, data)
    normalise = Normalise(data.bands)
    others = f", in {processes.count} processes" if processes.count > 1 else ""
    reporter.info(f"Training on {describe_device(device)}{others}.")
    area = data.validation_area(tile_size(job))
    own_area = area.part(processes.rank, processes.count)
    return Run(
        job,
        data,
        Learner(network, normalise, loss, processes, job, reporter),
        Predictor(network, normalise, num_classes, device, job.batch_size, reporter),
        area,
        WatchedPlace(own_area, data.bands, data.classes, reporter),
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
    return max(job.chip_size, TILE_SIZE)


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
            "kept_epoch": outcome.best.number,
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
            for part, counts in zip(PARTS, split.pixels, strict=True)
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
