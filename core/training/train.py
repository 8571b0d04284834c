"""The job *Train segmentation model*: from rasters and labels to a model file and its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from ..contract.classes import ClassTable
from ..contract.jobs.train import TrainJob
from ..contract.messages.reporter import Reporter
from ..contract.subsets import SPLIT_VALUES
from ..evaluation.scores import Scores
from ..files.atomic import require_free_space, scratch_folder
from ..geodata.labels.targets import prepare_labels
from ..geodata.raster.scene import Scene, open_scenes, streaming
from ..geodata.split.areas import SplitLabels, split_labels
from ..geodata.split.layer import write_split_layer
from .data.fingerprints import fingerprints
from .data.preparation import TrainingData, prepare
from .fit.ddp import join_processes
from .fit.fit import Fitted, fit
from .report.summary import write_summary


def train(job: TrainJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Several processes started by ``torchrun`` train one model together; each returns the result.

    Returns:
        ``model``, ``report`` and ``split_layer`` (paths; None if not asked for), ``best_epoch``, ``miou``
        (None without validation) and ``iou``, per class name; ``test``, a dictionary of ``miou`` and ``iou``
        of the test areas, None without any.

    Raises:
        CoreError: The data, the settings, the device or the disk is at fault.
    """
    with ExitStack() as stack:
        processes = join_processes(job.device)
        stack.callback(processes.leave)
        stack.enter_context(streaming())
        processes.from_first(job.check)
        if job.tensorboard and processes.is_first:
            stack.enter_context(_event_files(job, reporter))
        scenes = open_scenes(job.input)
        labels = processes.from_first(lambda: _labels(job, scenes, stack, reporter))
        data = stack.enter_context(closing(prepare(job, scenes, labels, reporter)))
        if job.split_layer and processes.is_first:
            write_split_layer(job.split_layer, scenes, data.index, data.split, data.classes)
            reporter.artifact("split", job.split_layer)
        files = job.inputs() if processes.is_first else ()
        wait_for_fingerprints = stack.enter_context(fingerprints(files))
        fitted = stack.enter_context(fit(job, data, wait_for_fingerprints, processes, reporter))
        if job.report and processes.is_first:
            write_summary(fitted)
            reporter.artifact("report", job.report)
    return _result(job, data, fitted)


@contextmanager
def _event_files(job: TrainJob, reporter: Reporter) -> Iterator[None]:
    """A block whose metrics and pictures are also written for TensorBoard."""
    # Imported here: slow, and few trainings need it.
    from .report.tensorboard import EventFiles  # noqa: PLC0415

    files = EventFiles(Path(job.tensorboard) / Path(job.model).stem, reporter.warning)
    with closing(files), reporter.listening(files.on_event):
        yield


def _labels(job: TrainJob, scenes: Sequence[Scene], stack: ExitStack, reporter: Reporter) -> SplitLabels:
    """The labels as class rasters by subset, in a scratch folder."""
    # The class rasters are the largest intermediate files: one byte per pixel before compression.
    copies = len(SPLIT_VALUES) + 1 if job.split else 1
    require_free_space(job.model, copies * sum(float(scene.height) * scene.width for scene in scenes))
    folder = stack.enter_context(scratch_folder(job.model))
    return split_labels(job, prepare_labels(job, scenes, folder, reporter), scenes, reporter)


def _result(job: TrainJob, data: TrainingData, fitted: Fitted) -> dict[str, Any]:
    best, test = fitted.outcome.best, fitted.test_matrix
    return {
        "model": job.model,
        "report": job.report or None,
        "split_layer": job.split_layer or None,
        "best_epoch": best.number,
        **(_scores(best.scores, data.classes) if best.scores else {"miou": None, "iou": {}}),
        "test": None if test is None else _scores(Scores.from_confusion(test), data.classes),
    }


def _scores(scores: Scores, classes: ClassTable) -> dict[str, Any]:
    """Mean IoU, and IoU by class name; None where it is undefined."""
    iou = [None if np.isnan(value) else float(value) for value in scores.iou]
    return {"miou": float(scores.miou), "iou": dict(zip(classes.names, iou, strict=True))}
