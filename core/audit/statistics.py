"""The job *Class statistics and weights*: from labels to a table, a report, weights and advice."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import numpy as np

from ..contract.jobs.statistics import StatisticsJob
from ..contract.messages.errors import WeightsTextError
from ..contract.messages.reporter import Reporter
from ..contract.texts.weights import format_weights, weights_for_classes
from ..files.atomic import require_free_space, scratch_folder
from ..geodata.chips.index import index_chips
from ..geodata.labels.targets import prepare_labels
from ..geodata.raster.scene import Scene, open_scenes, streaming
from ..geodata.table import write_table
from .advice import advise
from .audit import Audit, audit_labels
from .columns import statistics_columns
from .statistics_report import AuditRecord, write_audit


def statistics(job: StatisticsJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Returns:
        ``table`` and ``report`` (paths; the latter None if not requested), ``weights`` and
        ``suggested_loss`` (texts for *Train segmentation model*), ``rarest`` (name of the class with the
        fewest pixels).

    Raises:
        CoreError: The settings, the data or the disk do not allow it.
    """
    job.check()
    with ExitStack() as stack:
        scenes = [stack.enter_context(scene) for scene in open_scenes(job.input)]
        audit = _count(job, scenes, reporter)
    advice = advise(audit)
    for sentence in advice.sentences:
        reporter.info(sentence)
    for caution in advice.cautions:
        reporter.warning(caution)
    weights = weights_to_hand_on(audit, job.class_weights, reporter)
    write_table(job.table, [*statistics_columns(audit).items()])
    reporter.artifact("table", job.table)
    if job.report:
        write_audit(job.report, AuditRecord(audit, advice, weights, job, tuple(reporter.warnings)))
        reporter.artifact("report", job.report)
    return {
        "table": job.table,
        "report": job.report or None,
        "weights": weights,
        "suggested_loss": advice.loss,
        "rarest": audit.rarest.entry.name,
    }


def weights_to_hand_on(audit: Audit, method: str, reporter: Reporter) -> str:
    """The chosen weights as a text for training.

    Args:
        audit: The class statistics.
        method: The text from which the weights were computed.
        reporter: For a warning if the weights cannot be written by class.

    Returns:
        ``name=weight`` pairs; ``method`` if the class names do not allow that.
    """
    weights = [row.chosen_weight for row in audit.rows]
    text = format_weights(weights, audit.names)
    try:
        is_same = np.allclose(weights_for_classes(text, audit.names), weights, rtol=1e-5)
    except WeightsTextError:
        is_same = False
    if is_same:
        return text
    reporter.warning(
        "The weights cannot be written as 'class=number', since a class name contains a comma or occurs "
        f"twice. The result is '{method}' instead, from which training computes the weights."
    )
    return method


def _count(job: StatisticsJob, scenes: Sequence[Scene], reporter: Reporter) -> Audit:
    """Burn the labels and count them; only the counts are kept."""
    # The targets are the largest intermediate files: one byte per pixel before compression.
    require_free_space(job.table, sum(float(scene.height) * scene.width for scene in scenes))
    with streaming(), scratch_folder(job.table) as folder:
        labels = prepare_labels(job, scenes, folder, reporter)
        index = index_chips(scenes, labels.targets, job.chip_size, len(labels.classes), reporter)
        return audit_labels(labels, scenes, index, job.class_weights, job.batch_size)
