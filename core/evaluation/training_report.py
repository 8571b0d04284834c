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
from ..contract.jobs.train import TrainJob
from ..contract.model_card import ModelCard
from ..contract.subsets import SUBSETS, TEST, VALIDATION, Subset
from ..contract.texts.augmentation import format_augmentation, parse_augmentation, sum_of_parts
from .figures import (
    WRONG,
    class_picture,
    draw_confusion,
    draw_curves,
    encode_png,
    example_pictures,
    split_picture,
)
from .page import DASH, as_duration, as_text, embedded, page_template, setting_rows, write_page
from .scores import Scores

TEMPLATE = "training_report.html"


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
class AugmentedChip:
    """A training chip before and after augmentation.

    Attributes:
        image: uint8 (H, W, 3), as it is.
        target: uint8 (H, W), class index, 255 where nothing counts.
        augmented_image: The same, augmented; white where nothing is valid.
        augmented_target: The same, augmented.
    """

    image: NDArray[np.uint8]
    target: NDArray[np.uint8]
    augmented_image: NDArray[np.uint8]
    augmented_target: NDArray[np.uint8]


@dataclass(frozen=True)
class Occurrence:
    """How much of a class an area holds.

    Attributes:
        pixels: Its labelled pixels.
        share: Subset of all labelled pixels that they are; NaN without any.
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
        seen: Subset of the labelled pixels of the chips drawn, by expectation.
        weight: Its weight in the loss.
        effect: Subset of all that is seen, times weight.
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
class SplitPicture:
    """A scene and the parts that it was split into.

    Attributes:
        name: Of the raster.
        image: The scene made small, uint8 (H, W, 3).
        parts: uint8 (H, W), positions in ``SUBSETS``.
    """

    name: str
    image: NDArray[np.uint8]
    parts: NDArray[np.uint8]


@dataclass(frozen=True)
class SplitReview:
    """What was kept from training.

    Attributes:
        pixels: Labelled pixels of each part and class, int64 (parts, C), in the order of ``SUBSETS``.
        buffer: Width of the buffer, pixels; 0 for none.
        pictures: The scenes.
        num_scenes: How many there are, shown or not.
    """

    pixels: NDArray[np.int64]
    buffer: int
    pictures: Sequence[SplitPicture]
    num_scenes: int


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
        augmented: Training chips before and after augmentation.
        machine: What it was trained with: versions, device; by name.
        split: What was kept from training; None to leave that out.
        test_matrix: Confusion matrix in the test areas, as ``matrix``; None without any.
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
    augmented: Sequence[AugmentedChip] = ()
    machine: Mapping[str, str] = field(default_factory=dict)
    split: SplitReview | None = None
    test_matrix: NDArray[np.int64] | None = None
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
        augmented=[_before_and_after(chip, classes) for chip in record.augmented],
        augmentation=_augmentation(record.settings["augmentation"]),
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
        test=None if record.test_matrix is None else Scores.from_confusion(record.test_matrix),
        test_rows=_test_rows(record),
        split_rows=_split_rows(record.split),
        split_pictures=_split_pictures(record.split),
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


def _before_and_after(chip: AugmentedChip, classes: ClassTable) -> list[tuple[str, Markup]]:
    """The pictures of a chip, each with what it shows."""
    pictures = {
        "as it is": chip.image,
        "its labels": class_picture(chip.target, classes),
        "augmented": chip.augmented_image,
        "its labels, augmented": class_picture(chip.augmented_target, classes),
    }
    return [(title, embedded(encode_png(picture))) for title, picture in pictures.items()]


def _augmentation(text: str) -> str:
    """The parts of an augmentation, behind its name if it has one."""
    parts = parse_augmentation(text)
    name, parts_text = format_augmentation(parts), sum_of_parts(parts)
    return name if name == parts_text or not parts else f"{name} ({parts_text})"


def _test_rows(record: TrainingRecord) -> list[ClassRow]:
    """The table of scores in the test areas."""
    if record.test_matrix is None:
        return []
    return _class_rows(record.card, Scores.from_confusion(record.test_matrix))


def _split_rows(split: SplitReview | None) -> list[tuple[Subset, float, list[int]]]:
    """Each part that holds labels, its share and its pixels of each class; none if all is for training."""
    if split is None or not _is_held_out(split):
        return []
    shares = split.pixels.sum(axis=1) / max(split.pixels.sum(), 1)
    rows = zip(SUBSETS, shares.tolist(), split.pixels.tolist(), strict=True)
    return [(part, share, pixels) for part, share, pixels in rows if share]


def _is_held_out(split: SplitReview) -> bool:
    """Whether there is validation or test."""
    held_out = [part.name in (VALIDATION, TEST) for part in SUBSETS]
    return bool(split.pixels[held_out].any())


def _split_pictures(split: SplitReview | None) -> list[tuple[str, Markup]]:
    if split is None or not _is_held_out(split):
        return []
    return [
        (each.name, embedded(encode_png(split_picture(each.image, each.parts)))) for each in split.pictures
    ]


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
