"""The job *Train segmentation model*: from rasters and labels to a model file and a report."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np

from ..contract.jobs import TrainJob
from ..contract.outputs import require_free_space, scratch_folder
from ..contract.reporter import Reporter
from ..geodata.labels import prepare_labels
from ..geodata.raster import open_scenes
from .epochs import Outcome
from .fingerprints import fingerprints
from .fit import fit
from .preparation import TrainingData, prepare
from .summary import write_summary


def train(job: TrainJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Args:
        job: Data, network, loss and schedule, and where to write.
        reporter: Told what happens; may stop the job.

    Returns:
        ``model`` and ``report`` (paths; the report None if not asked for), ``best_epoch``, ``miou`` (None
        without validation) and ``iou``, per class name.

    Raises:
        CoreError: What is wrong with the data, the settings, the device or the disk.
    """
    job.check()
    scenes = open_scenes(job.input)
    # The class rasters are the largest intermediate files: one byte per pixel before compression.
    require_free_space(job.model, sum(float(scene.height) * scene.width for scene in scenes))
    with (
        scratch_folder(job.model) as folder,
        closing(prepare(job, scenes, prepare_labels(job, scenes, folder, reporter), reporter)) as data,
        fingerprints(filter(None, (*job.input, job.labels, job.area))) as wait_for_fingerprints,
        fit(job, data, wait_for_fingerprints, reporter) as fitted,
    ):
        if job.report:
            write_summary(fitted.run, fitted.card, fitted.outcome)
            reporter.artifact("report", job.report)
    return _result(job, data, fitted.outcome)


def _result(job: TrainJob, data: TrainingData, outcome: Outcome) -> dict[str, Any]:
    scores = outcome.best.scores
    iou = [] if scores is None else [None if np.isnan(value) else float(value) for value in scores.iou]
    return {
        "model": job.model,
        "report": job.report or None,
        "best_epoch": outcome.best.number,
        "miou": None if scores is None else float(scores.miou),
        "iou": dict(zip(data.classes.names, iou, strict=False)),
    }
