"""What a training run leaves for people to read: the report's contents, collected."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from ...audit.advice import Advice, advise
from ...audit.audit import audit_labels
from ...contract.classes import ClassTable
from ...evaluation.figures import display_rgb
from ...evaluation.page import as_percent, job_text
from ...evaluation.scores import class_iou
from ...evaluation.training_report import (
    Example,
    LabelledClass,
    LabelReview,
    Occurrence,
    SplitPicture,
    SplitReview,
    TrainingRecord,
    write_report,
)
from ...geodata.labels.targets import Labels
from ...geodata.raster.scene import Scene
from ...inference.predictor import Predictor
from ...models.device import describe_device
from ..data.preparation import TrainingData
from ..data.sampling import expected_shares
from ..fit.epochs import Epoch, Run
from ..fit.fit import Fitted
from ..validation.scored_area import predicted as map_of
from ..validation.squares import ScoredSquares, score_squares
from .augmented_chips import augmented_chips

SHOWN_SQUARES = 4
"""Of the worst, and of the best: enough to see a pattern, few enough to look at each."""

SPLIT_PICTURE_PIXELS = 800

SPLIT_PICTURES = 12
"""Of more rasters than these a report would become too large to open."""

PACKAGES = ("torchvision", "segmentation-models-pytorch", "timm", "numpy", "rasterio")
"""Those besides torch on which a result may depend."""


def write_summary(fitted: Fitted) -> None:
    """Write the report of a finished run.

    The validation area is gone through once more, place by place; memory holds counts, and one place at a
    time.

    Args:
        fitted: What was trained; its network holds the weights that were kept.
    """
    run, outcome = fitted.run, fitted.outcome
    run.reporter.info("Looking for the worst and the best places of the validation area.")
    predictor = run.predictor()
    places = score_squares(run.area, run.job.chip_size, predictor, run.reporter.check_cancelled)
    worst, best = places.worst_and_best(SHOWN_SQUARES)
    record = TrainingRecord(
        card=fitted.card,
        settings=run.job.to_settings(),
        job_text=job_text(run.job),
        history=[_row(epoch) for epoch in outcome.history],
        matrix=outcome.best.matrix,
        best_epoch=outcome.best.number,
        worst=[_example(run, predictor, places, place) for place in worst],
        best=[_example(run, predictor, places, place) for place in best],
        labels=_review_labels(run, places),
        augmented=augmented_chips(run.job, run.data),
        machine=_machine(run),
        split=_review_split(run),
        test_matrix=fitted.test_matrix,
        warnings=run.reporter.warnings,
    )
    write_report(run.job.report, record)


def _row(epoch: Epoch) -> dict[str, Any]:
    scores = epoch.scores
    return {
        "epoch": epoch.number,
        "train_loss": epoch.train_loss,
        "lr": epoch.learning_rate,
        "seconds": epoch.seconds,
        "miou": None if scores is None else scores.miou,
        "iou": None if scores is None else [float(value) for value in scores.iou],
    }


def _example(run: Run, predictor: Predictor, places: ScoredSquares, place: int) -> Example:
    """A place with its pictures and with what came out there."""
    number, window = places.where[place]
    scene, check = run.area.scenes[number], run.reporter.check_cancelled
    return Example(
        image=display_rgb(scene.read(window), run.data.bands),
        target=run.area.targets[number].read(window)[0],
        preds=map_of(run.area, number, window, predictor, check),
        title=_where(scene, window),
        note=_what_came_out(run.data.classes, places, place),
    )


def _what_came_out(classes: ClassTable, places: ScoredSquares, place: int) -> str:
    """Share of wrong pixels, IoU of the classes that are there, and those that are not but were found."""
    hits, truth, predicted = places.hits[place], places.truth[place], places.predicted[place]
    iou = class_iou(hits, truth, predicted)
    there = ", ".join(f"{e.name} {iou[e.index]:.2f}" for e in classes if truth[e.index])
    text = f"{as_percent(float(places.wrong[place]))} of its pixels are wrong. IoU: {there}."
    false = ", ".join(e.name for e in classes if predicted[e.index] and not truth[e.index])
    return f"{text} Found, but not there: {false}." if false else text


def _where(scene: Scene, window: Window) -> str:
    """The centre of a window in the words of the raster and of the map, which QGIS takes to go there."""
    x, y = scene.transform @ (window.col_off + window.width / 2, window.row_off + window.height / 2)
    decimals = 1 if abs(scene.transform.a) + abs(scene.transform.b) > 1e-3 else 6  # metres or degrees
    return (
        f"{scene.name}, row {window.row_off}, column {window.col_off}, "
        f"centre {x:.{decimals}f}, {y:.{decimals}f}"
    )


def _review_labels(run: Run, places: ScoredSquares) -> LabelReview:
    """What the labels hold, and what sampling and weights make of it."""
    data = run.data
    seen, weights = expected_shares(data.candidates, data.sampling_weights), np.array(data.weights)
    effect = seen * weights
    effect = effect / effect.sum() if effect.sum() else effect
    training = _occurrences(data.statistics.pixel_counts, data.statistics.chips_with_class)
    validation = _occurrences(places.truth.sum(axis=0, dtype=np.int64), (places.truth > 0).sum(axis=0))
    advice = _advice(run)
    return LabelReview(
        rows=[
            LabelledClass(
                training[n],
                validation[n] if places.where else None,
                float(seen[n]),
                float(weights[n]),
                float(effect[n]),
            )
            for n in range(len(data.classes))
        ],
        training_chips=data.statistics.num_chips,
        validation_chips=int(places.truth.any(axis=1).sum()),
        chip_size=run.job.chip_size,
        validation_chip_size=places.side,
        advice=() if advice is None else advice.sentences,
        reasons=() if advice is None else advice.reasons,
        cautions=() if advice is None else advice.cautions,
    )


def _occurrences(pixels: np.ndarray, chips: np.ndarray) -> list[Occurrence]:
    total = int(pixels.sum())
    return [
        Occurrence(int(count), count / total if total else float("nan"), int(holding))
        for count, holding in zip(pixels, chips, strict=True)
    ]


def _advice(run: Run) -> Advice | None:
    """Advice from the training area; None where it lacks a class altogether, which was said before."""
    job, data = run.job, run.data
    if not data.statistics.pixel_counts.all():
        return None
    labels = Labels(data.classes, (), None)
    audit = audit_labels(labels, data.scenes, data.index, job.class_weights, job.batch_size, data.split.seen)
    return advise(audit, is_uniform=job.sampling == "uniform")


def _machine(run: Run) -> dict[str, str]:
    """Device, system and versions."""
    return {
        "device": describe_device(run.processes.device),
        "system": platform.platform(),
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "GDAL": rasterio.__gdal_version__,
    }


def _review_split(run: Run) -> SplitReview:
    """What was kept from training, with pictures of the first scenes."""
    data = run.data
    pictures = [picture_of_split(data, number) for number in range(min(len(data.scenes), SPLIT_PICTURES))]
    return SplitReview(data.split.pixels.sum(axis=1), data.split.buffer, pictures, len(data.scenes))


def picture_of_split(data: TrainingData, number: int) -> SplitPicture:
    """A scene made small, and the part of what lies in the centre of each of its pixels.

    Args:
        data: The data of a training.
        number: Which of its scenes.
    """
    scene = data.scenes[number]
    image = display_rgb(scene.read_small(SPLIT_PICTURE_PIXELS), data.bands)
    cells = [
        ((np.arange(pixels) + 0.5) / pixels * length).astype(np.int64) // data.index.cell_size
        for pixels, length in zip(image.shape, (scene.height, scene.width), strict=False)
    ]
    parts = data.split.subsets(data.index, number)
    return SplitPicture(scene.name, image, parts[np.ix_(*cells)])
