"""The report of a comparison of losses, a self-contained HTML file."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..contract.classes import ClassTable
from ..contract.jobs.compare import CompareJob
from .comparison import LossSummary, RunResult, best_loss, is_clearly_better
from .comparison_figures import draw_k_sweep, draw_maps, draw_scores, k_of
from .page import DASH, embedded, page_template, setting_rows, write_page
from .scores import Scores

TEMPLATE = "comparison.html"

HARDLY_FOUND = 0.1
"""F1 below which even the best loss is called a failure."""


@dataclass(frozen=True)
class ComparisonRecord:
    """The content of the report.

    Attributes:
        summaries: One per loss.
        results: All runs.
        classes: The class table.
        chosen: Index of the class of interest.
        scored_on: The area in which the runs were scored, as a phrase.
        batch_pixels: Pixels of a batch.
        settings: The job's settings by name.
        job_text: The job as the content of a job file.
        image: The image of an example square, uint8 (H, W, 3).
        target: Its ground truth, uint8 (H, W), class index, 255 for ignored pixels.
        maps: Its prediction by each loss, uint8 (H, W).
        warnings: Warnings of the job.
    """

    summaries: Sequence[LossSummary]
    results: Sequence[RunResult]
    classes: ClassTable
    chosen: int
    scored_on: str
    batch_pixels: int
    settings: dict[str, Any]
    job_text: str
    image: NDArray[np.uint8]
    target: NDArray[np.uint8]
    maps: Mapping[str, NDArray[np.uint8]]
    warnings: Sequence[str] = ()


def write_comparison(path: str | Path, record: ComparisonRecord) -> None:
    """Write the report atomically; the path ends in ``.html``.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    write_page(path, lambda: render_comparison(record))


def render_comparison(record: ComparisonRecord) -> str:
    """The report as HTML with embedded images; names from the user's data are escaped."""
    chosen = record.classes[record.chosen]
    sweeps = sum(k_of(summary.loss) is not None for summary in record.summaries) > 1
    return page_template(TEMPLATE).render(
        record=record,
        classes=record.classes,
        chosen=chosen,
        summaries=record.summaries,
        best=best_loss(record.summaries),
        sentences=_sentences(record),
        failures=[f"{s.loss}: {text}" for s in record.summaries for text in s.failures],
        runs=[
            (run, None if run.matrix is None else Scores.from_confusion(run.matrix)) for run in record.results
        ],
        dash=DASH,
        chart=embedded(draw_scores(record.summaries, chosen)),
        sweep=embedded(draw_k_sweep(record.summaries, chosen, record.batch_pixels)) if sweeps else None,
        maps=embedded(draw_maps(record.image, record.target, record.maps, record.classes)),
        settings=setting_rows(CompareJob, record.settings),
    )


def _sentences(record: ComparisonRecord) -> list[str]:
    """The interpretation of the scores, and how reliable they are."""
    name = record.classes[record.chosen].name
    best = best_loss(record.summaries)
    if best is None:
        return ["All runs failed, so there is no result."]
    sentences = [
        f"For '{name}', {best.loss} is best: F1 {best.chosen_f1.mean:.3f}, "
        f"recall {_percent(best.recall[record.chosen].mean)}, "
        f"precision {_percent(best.precision[record.chosen].mean)}."
    ]
    if best.chosen_f1.mean < HARDLY_FOUND:
        sentences.append(f"That is close to zero: '{name}' needs more epochs, more labels or other settings.")
    others = [s for s in record.summaries if s is not best and not math.isnan(s.chosen_f1.mean)]
    alike = [s.loss for s in others if not is_clearly_better(best.chosen_f1, s.chosen_f1)]
    if all(len(summary.runs) < 2 for summary in record.summaries):
        sentences.append(
            "Each loss was run once, so it is unknown how much of the differences is random. Use more runs."
        )
    elif alike:
        sentences.append(
            f"Not clearly worse, given the variation between runs of the same loss: {', '.join(alike)}."
        )
    elif others:
        sentences.append(
            "It is clearly better than all others: by more than twice the standard deviation between runs."
        )
    highest = max(record.summaries, key=lambda s: -1.0 if math.isnan(s.miou.mean) else s.miou.mean)
    if highest is not best:
        sentences.append(
            f"Over all classes, {highest.loss} is best: mean IoU {highest.miou.mean:.3f} "
            f"({best.miou.mean:.3f} with {best.loss})."
        )
    return sentences


def _percent(share: float) -> str:
    return DASH if math.isnan(share) else f"{100 * share:.0f} %"
