"""The report of a comparison of losses: one HTML file that needs nothing but a browser."""

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
"""F1 below which even the best loss is no success."""


@dataclass(frozen=True)
class ComparisonRecord:
    """All that the report tells.

    Attributes:
        summaries: One per loss.
        results: Every run.
        classes: The class table.
        chosen: Index of the class to look at.
        scored_on: Where the scores were taken, a phrase.
        batch_pixels: Pixels of a batch.
        settings: The job's settings by name.
        job_text: The job as the content of a file, to do the same again.
        image: A place, uint8 (H, W, 3).
        target: Its truth, uint8 (H, W), class index, 255 where nothing counts.
        maps: What each loss's network made of it, uint8 (H, W), by loss.
        warnings: What may have spoiled the result.
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
    """Write the report; the file appears whole or not at all.

    Args:
        path: Ends in ``.html``.
        record: What to tell.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    write_page(path, lambda: render_comparison(record))


def render_comparison(record: ComparisonRecord) -> str:
    """The report as HTML, pictures inside; names from the user's data are escaped."""
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
    """What the numbers say, and how far they can be trusted."""
    name = record.classes[record.chosen].name
    best = best_loss(record.summaries)
    if best is None:
        return ["No run came to an end, so nothing can be said."]
    sentences = [
        f"For '{name}', {best.loss} came out best: F1 {best.chosen_f1.mean:.3f}, "
        f"recall {_percent(best.recall[record.chosen].mean)}, "
        f"precision {_percent(best.precision[record.chosen].mean)}."
    ]
    if best.chosen_f1.mean < HARDLY_FOUND:
        sentences.append(
            f"That is next to nothing: '{name}' needs more epochs, more labels or other settings."
        )
    others = [s for s in record.summaries if s is not best and not math.isnan(s.chosen_f1.mean)]
    alike = [s.loss for s in others if not is_clearly_better(best.chosen_f1, s.chosen_f1)]
    if all(len(summary.runs) < 2 for summary in record.summaries):
        sentences.append(
            "Each loss was run once: how much of the differences is chance is not known. More runs tell."
        )
    elif alike:
        sentences.append(
            "Not clearly worse, because the runs of one loss differ as much among each other: "
            f"{', '.join(alike)}."
        )
    elif others:
        sentences.append("It lies clearly before all others, more than twice the spread between runs.")
    highest = max(record.summaries, key=lambda s: -1.0 if math.isnan(s.miou.mean) else s.miou.mean)
    if highest is not best:
        sentences.append(
            f"Over all classes, {highest.loss} came out best: mean IoU {highest.miou.mean:.3f} "
            f"({best.miou.mean:.3f} with {best.loss})."
        )
    return sentences


def _percent(share: float) -> str:
    return DASH if math.isnan(share) else f"{100 * share:.0f} %"
