"""The report of a training run, a self-contained HTML file."""

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
from ..contract.texts.augmentation import format_augmentation, parse_augmentation, sum_of_terms
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
    """A scored square of the validation set.

    Attributes:
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, 255 for ignored pixels.
        preds: uint8 (H, W), class index.
        title: Its position, as text.
        note: Its scores, as text.
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
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, 255 for ignored pixels.
        augmented_image: uint8 (H, W, 3); pixels that are not valid are white.
        augmented_target: uint8 (H, W), as ``target``.
    """

    image: NDArray[np.uint8]
    target: NDArray[np.uint8]
    augmented_image: NDArray[np.uint8]
    augmented_target: NDArray[np.uint8]


@dataclass(frozen=True)
class Occurrence:
    """Frequency of a class in a subset.

    Attributes:
        pixels: Labelled pixels of the class.
        share: Their share of all labelled pixels, 0 to 1; NaN without any.
        chips: Number of chips, side by side, with the class.
    """

    pixels: int
    share: float
    chips: int


@dataclass(frozen=True)
class LabelledClass:
    """Frequency of a class, and its effect in training.

    Attributes:
        training: In the training set.
        validation: In the validation set; None without one.
        seen: Expected share of the labelled pixels in the chips drawn by the sampling.
        weight: Class weight in the loss.
        effect: ``seen`` times ``weight``, as a share of the sum over all classes.
    """

    training: Occurrence
    validation: Occurrence | None
    seen: float
    weight: float
    effect: float


@dataclass(frozen=True)
class LabelReview:
    """Class frequencies of the labels.

    Attributes:
        rows: All classes, in the order of the class table.
        training_chips: Number of chips of the training set with any label.
        validation_chips: Number of squares of the validation set with any label.
        chip_size: Side of a training chip, pixels.
        validation_chip_size: Side of a validation square, pixels.
        advice: Recommendations for these labels, as sentences.
        reasons: How K was chosen, as sentences.
        cautions: Warnings about these labels, as sentences.
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
    """A scene and its subsets.

    Attributes:
        name: File name of the raster.
        image: The scene at a low resolution, uint8 (H, W, 3).
        subsets: uint8 (H, W), positions in ``SUBSETS``.
    """

    name: str
    image: NDArray[np.uint8]
    subsets: NDArray[np.uint8]


@dataclass(frozen=True)
class SplitReview:
    """The split of the data.

    Attributes:
        pixels: Labelled pixels of each subset and class, int64 (5, C), in the order of ``SUBSETS``.
        buffer: Width of the buffer, pixels; 0 for none.
        pictures: Pictures of the first scenes.
        num_scenes: Number of scenes, shown or not.
    """

    pixels: NDArray[np.int64]
    buffer: int
    pictures: Sequence[SplitPicture]
    num_scenes: int


@dataclass(frozen=True)
class TrainingRecord:
    """The content of the report.

    Attributes:
        card: The model card.
        settings: The job's settings by name.
        job_text: The job as the content of a job file.
        history: One row per epoch: ``epoch``, ``train_loss``, ``lr``, ``seconds``, ``miou`` and ``iou`` (per
            class); the last two are None without validation.
        matrix: Confusion matrix of the best epoch, int64 (C, C), rows ground truth; None without validation.
        best_epoch: Number of the best epoch; the last one without validation.
        worst: The worst squares, worst first.
        best: The best squares, best first.
        labels: Class frequencies; None to omit the section.
        augmented: Training chips before and after augmentation.
        machine: Device, system and package versions, by name.
        split: The split; None to omit the section.
        test_matrix: Confusion matrix in the test areas, as ``matrix``; None without any.
        warnings: Warnings of the job.
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
    """A row of the table of scores; undefined scores are NaN."""

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
    """Write the report atomically; the path ends in ``.html``.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    write_page(path, lambda: render_report(record))


def render_report(record: TrainingRecord) -> str:
    """The report as HTML with embedded images; names from the user's data are escaped."""
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
        squares=[
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
    """A square with its pictures, each with its caption."""
    pictures = example_pictures(example.image, example.target, example.preds, classes)
    return example, [(title, embedded(encode_png(picture))) for title, picture in pictures.items()]


def _before_and_after(chip: AugmentedChip, classes: ClassTable) -> list[tuple[str, Markup]]:
    """The pictures of a chip, each with its caption."""
    pictures = {
        "image": chip.image,
        "labels": class_picture(chip.target, classes),
        "augmented image": chip.augmented_image,
        "augmented labels": class_picture(chip.augmented_target, classes),
    }
    return [(title, embedded(encode_png(picture))) for title, picture in pictures.items()]


def _augmentation(text: str) -> str:
    """An augmentation as the sum of its terms, after its name if it is a preset."""
    terms = parse_augmentation(text)
    name, terms_text = format_augmentation(terms), sum_of_terms(terms)
    return name if name == terms_text or not terms else f"{name} ({terms_text})"


def _test_rows(record: TrainingRecord) -> list[ClassRow]:
    """The table of scores in the test areas; empty without any."""
    if record.test_matrix is None:
        return []
    return _class_rows(record.card, Scores.from_confusion(record.test_matrix))


def _split_rows(split: SplitReview | None) -> list[tuple[Subset, float, list[int]]]:
    """Each subset with labels, its share and its pixels of each class; empty if nothing is held out."""
    if split is None or not _is_held_out(split):
        return []
    shares = split.pixels.sum(axis=1) / max(split.pixels.sum(), 1)
    rows = zip(SUBSETS, shares.tolist(), split.pixels.tolist(), strict=True)
    return [(subset, share, pixels) for subset, share, pixels in rows if share]


def _is_held_out(split: SplitReview) -> bool:
    """Whether there is a validation or test set."""
    held_out = [subset.name in (VALIDATION, TEST) for subset in SUBSETS]
    return bool(split.pixels[held_out].any())


def _split_pictures(split: SplitReview | None) -> list[tuple[str, Markup]]:
    if split is None or not _is_held_out(split):
        return []
    return [
        (each.name, embedded(encode_png(split_picture(each.image, each.subsets)))) for each in split.pictures
    ]


def _class_rows(card: ModelCard, scores: Scores) -> list[ClassRow]:
    """The table of scores; ``is_rarest`` marks the present class with the fewest pixels, if there are two."""
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
