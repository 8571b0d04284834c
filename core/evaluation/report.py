"""The report of a training run: one HTML file that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..contract.jobs import TrainJob
from ..contract.model_card import ModelCard
from .figures import WRONG, draw_confusion, draw_curves, draw_example, draw_split
from .page import as_text, embedded, page_template, setting_rows, write_page
from .scores import Scores

TEMPLATE = "report.html"

Rectangle = Sequence[float]


@dataclass(frozen=True)
class Example:
    """One place to look at.

    Attributes:
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, 255 where nothing counts.
        preds: uint8 (H, W), class index.
        title: Where it is and why it is shown.
    """

    image: NDArray[np.uint8]
    target: NDArray[np.uint8]
    preds: NDArray[np.uint8]
    title: str


@dataclass(frozen=True)
class TrainingRecord:
    """All that the report tells.

    Attributes:
        card: The model's description.
        settings: The job's settings by name.
        job_text: The job as the content of a file, to do the same again.
        history: One row per epoch: ``epoch``, ``train_loss``, ``lr``, ``seconds``, ``miou`` and ``iou`` (per
            class); the last two None without validation.
        matrix: Confusion matrix of the kept epoch, int64 (C, C), rows truth; None without validation.
        best_epoch: The epoch that was kept.
        examples: Places to look at.
        split_picture: A scene made small, uint8 (H, W, 3), and its validation blocks as (x0, y0, x1, y1) in
            that picture's pixels; None for no map.
        warnings: What may have spoiled the result.
    """

    card: ModelCard
    settings: dict[str, Any]
    job_text: str
    history: list[dict[str, Any]]
    matrix: NDArray[np.int64] | None
    best_epoch: int
    examples: list[Example] = field(default_factory=list)
    split_picture: tuple[NDArray[np.uint8], Sequence[Rectangle]] | None = None
    warnings: Sequence[str] = ()


@dataclass(frozen=True)
class ClassRow:
    """One class's line in the table of scores; NaN where a score is undefined."""

    name: str
    colour: str
    share: float
    iou: float
    f1: float
    precision: float
    recall: float
    weight: float
    is_rarest: bool


def write_report(path: str | Path, record: TrainingRecord) -> None:
    """Write the report; the file appears whole or not at all.

    Args:
        path: Ends in ``.html``.
        record: What to tell.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    write_page(path, lambda: render_report(record))


def render_report(record: TrainingRecord) -> str:
    """The report as HTML, pictures inside; names from the user's data are escaped."""
    scores = None if record.matrix is None else Scores.from_confusion(record.matrix)
    rows = [] if scores is None else _class_rows(record.card, scores)
    classes = record.card.classes
    return page_template(TEMPLATE).render(
        record=record,
        card=record.card,
        scores=scores,
        rows=rows,
        wrong_colour=WRONG,
        rarest=next((row for row in rows if row.is_rarest), None),
        seconds=sum(row["seconds"] for row in record.history),
        curves=embedded(draw_curves(record.history, classes, record.best_epoch)),
        examples=[
            (e.title, embedded(draw_example(e.image, e.target, e.preds, classes))) for e in record.examples
        ],
        confusion=None if record.matrix is None else embedded(draw_confusion(record.matrix, classes)),
        split=None if record.split_picture is None else embedded(draw_split(*record.split_picture)),
        settings=setting_rows(TrainJob, record.settings),
        provenance=[
            (name.replace("_", " "), as_text(value))
            for name, value in record.card.provenance.items()
            if name != "settings"
        ],
    )


def _class_rows(card: ModelCard, scores: Scores) -> list[ClassRow]:
    """The table of scores; the class with the fewest true pixels is marked."""
    pixels = scores.matrix.sum(axis=1)
    present = np.flatnonzero(pixels)
    rarest = present[np.argmin(pixels[present])] if present.size > 1 else -1
    return [
        ClassRow(
            entry.name,
            entry.colour,
            float(scores.shares[entry.index]),
            float(scores.iou[entry.index]),
            float(scores.f1[entry.index]),
            float(scores.precision[entry.index]),
            float(scores.recall[entry.index]),
            card.class_weights[entry.index],
            entry.index == rarest,
        )
        for entry in card.classes
    ]
