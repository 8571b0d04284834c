"""The report of a training run: one HTML file that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from ..contract.classes import ClassTable
from ..contract.jobs import TrainJob
from ..contract.model_card import ModelCard
from .figures import WRONG, draw_confusion, draw_curves, draw_split, encode_png, example_pictures
from .page import DASH, as_duration, as_text, embedded, page_template, setting_rows, write_page
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
        title: Where it is.
        note: What came out there.
    """

    image: NDArray[np.uint8]
    target: NDArray[np.uint8]
    preds: NDArray[np.uint8]
    title: str
    note: str = ""


@dataclass(frozen=True)
class Occurrence:
    """How much of a class an area holds.

    Attributes:
        pixels: Its labelled pixels.
        share: Part of all labelled pixels that they are; NaN without any.
        chips: Chips, side by side, that hold it.
    """

    pixels: int
    share: float
    chips: int


@dataclass(frozen=True)
class LabelledClass:
    """What the labels hold of a class, and what training makes of it.

    Attributes:
        training: In the training area.
        validation: In the validation area; None without one.
        seen: Part of the labelled pixels of the chips drawn, by expectation.
        weight: Its weight in the loss.
        effect: Part of all that is seen, times weight.
    """

    training: Occurrence
    validation: Occurrence | None
    seen: float
    weight: float
    effect: float


@dataclass(frozen=True)
class LabelReview:
    """What the labels hold.

    Attributes:
        rows: Every class, in the order of the class table.
        training_chips: Chips of the training area with any label.
        validation_chips: Those of the validation area.
        chip_size: Side of a training chip, pixels.
        validation_chip_size: Side of a square that is counted in the validation area.
        advice: What follows from the training area, sentences.
        reasons: How K was chosen in it.
        cautions: What to beware of.
    """

    rows: Sequence[LabelledClass]
    training_chips: int
    validation_chips: int
    chip_size: int
    validation_chip_size: int
    advice: Sequence[str] = ()
    reasons: Sequence[str] = ()
    cautions: Sequence[str] = ()


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
        worst: Places where most goes wrong, the worst first.
        best: Places where most goes right, the best first.
        labels: What the labels hold; None to leave that out.
        machine: What it was trained with: versions, device; by name.
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
    worst: Sequence[Example] = ()
    best: Sequence[Example] = ()
    labels: LabelReview | None = None
    machine: Mapping[str, str] = field(default_factory=dict)
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
    provenance = dict(record.card.provenance)
    data_files = provenance.pop("data", [])
    provenance.pop("settings", None)
    return page_template(TEMPLATE).render(
        record=record,
        card=record.card,
        scores=scores,
        rows=rows,
        labels=record.labels,
        wrong_colour=WRONG,
        rarest=next((row for row in rows if row.is_rarest), None),
        duration=as_duration(sum(row["seconds"] for row in record.history)),
        epoch_duration=as_duration(median(row["seconds"] for row in record.history)),
        curves=embedded(draw_curves(record.history, classes, record.best_epoch)),
        places=[
            (title, [_shown(example, classes) for example in examples])
            for title, examples in (("Worst", record.worst), ("Best", record.best))
            if examples
        ],
        confusion=None if record.matrix is None else embedded(draw_confusion(record.matrix, classes)),
        split=None if record.split_picture is None else embedded(draw_split(*record.split_picture)),
        settings=setting_rows(TrainJob, record.settings),
        data_files=data_files,
        origin=[
            *((name.replace("_", " "), as_text(value)) for name, value in provenance.items()),
            *record.machine.items(),
        ],
        dash=DASH,
    )


def _shown(example: Example, classes: ClassTable) -> tuple[Example, list[tuple[str, Markup]]]:
    """A place with its pictures, each with what it shows."""
    pictures = example_pictures(example.image, example.target, example.preds, classes)
    return example, [(title, embedded(encode_png(picture))) for title, picture in pictures.items()]


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
