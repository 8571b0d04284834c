"""The training report: its contents collected from a finished training."""

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
from ...geodata.chips.sampling import expected_shares
from ...geodata.labels.targets import Labels
from ...geodata.raster.scene import Scene
from ...inference.predictor import Predictor
from ...models.device import describe_device
from ..data.preparation import TrainingData
from ..fit.fit import Fitted
from ..fit.run import Epoch, Run
from ..validation.scored_area import predicted as map_of
from ..validation.squares import ScoredSquares, score_squares
from .augmented_chips import augmented_chips

SHOWN_SQUARES = 4
"""Number of worst and of best squares: enough to see a pattern, few enough to look at each."""

SPLIT_PICTURE_PIXELS = 800

SPLIT_PICTURES = 12
"""Most rasters shown: with more, the report would become too large to open."""

PACKAGES = ("torchvision", "segmentation-models-pytorch", "timm", "numpy", "rasterio")
"""Packages besides torch on which a result may depend."""


def write_summary(fitted: Fitted) -> None:
    """Write the report of a finished training.

    The validation area is predicted once more, square by square; memory holds counts and one square.
    """
    run, outcome = fitted.run, fitted.outcome
    run.reporter.info("Looking for the worst and best squares of the validation area.")
    predictor = run.predictor()
    squares = score_squares(run.area, run.job.chip_size, predictor, run.reporter.check_cancelled)
    worst, best = squares.worst_and_best(SHOWN_SQUARES)
    record = TrainingRecord(
        card=fitted.card,
        settings=run.job.to_settings(),
        job_text=job_text(run.job),
        history=[_row(epoch) for epoch in outcome.history],
        matrix=outcome.best.matrix,
        best_epoch=outcome.best.number,
        worst=[_example(run, predictor, squares, index) for index in worst],
        best=[_example(run, predictor, squares, index) for index in best],
        labels=_review_labels(run, squares),
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


def _example(run: Run, predictor: Predictor, squares: ScoredSquares, index: int) -> Example:
    """A square with its pictures and scores."""
    number, window = squares.windows[index]
    scene, check = run.area.scenes[number], run.reporter.check_cancelled
    return Example(
        image=display_rgb(scene.read(window), run.data.bands),
        target=run.area.targets[number].read(window)[0],
        preds=map_of(run.area, number, window, predictor, check),
        title=_where(scene, window),
        note=_scores_text(run.data.classes, squares, index),
    )


def _scores_text(classes: ClassTable, squares: ScoredSquares, index: int) -> str:
    """Share of wrong pixels, IoU of the classes present, and the classes found though absent."""
    hits, truth, predicted = squares.hits[index], squares.truth[index], squares.predicted[index]
    iou = class_iou(hits, truth, predicted)
    there = ", ".join(f"{e.name} {iou[e.index]:.2f}" for e in classes if truth[e.index])
    text = f"{as_percent(float(squares.wrong[index]))} of its pixels are wrong. IoU: {there}."
    false = ", ".join(e.name for e in classes if predicted[e.index] and not truth[e.index])
    return f"{text} Found, but not there: {false}." if false else text


def _where(scene: Scene, window: Window) -> str:
    """Row, column and map coordinates of a window; QGIS takes the latter in its coordinate field."""
    x, y = scene.transform @ (window.col_off + window.width / 2, window.row_off + window.height / 2)
    decimals = 1 if abs(scene.transform.a) + abs(scene.transform.b) > 1e-3 else 6  # metres or degrees
    return (
        f"{scene.name}, row {window.row_off}, column {window.col_off}, "
        f"centre {x:.{decimals}f}, {y:.{decimals}f}"
    )


def _review_labels(run: Run, squares: ScoredSquares) -> LabelReview:
    """Class frequencies of the labels, and how sampling and class weights change them."""
    data = run.data
    seen, weights = expected_shares(data.candidates, data.sampling_weights), np.array(data.weights)
    effect = seen * weights
    effect = effect / effect.sum() if effect.sum() else effect
    training = _occurrences(data.statistics.pixel_counts, data.statistics.chips_with_class)
    validation = _occurrences(squares.truth.sum(axis=0, dtype=np.int64), (squares.truth > 0).sum(axis=0))
    advice = _advice(run)
    return LabelReview(
        rows=[
            LabelledClass(
                training[n],
                validation[n] if squares.windows else None,
                float(seen[n]),
                float(weights[n]),
                float(effect[n]),
            )
            for n in range(len(data.classes))
        ],
        training_chips=data.statistics.num_chips,
        validation_chips=int(squares.truth.any(axis=1).sum()),
        chip_size=run.job.chip_size,
        validation_chip_size=squares.side,
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
    """Advice for the training area; None where it lacks a class, which has been warned of before."""
    job, data = run.job, run.data
    if not data.statistics.pixel_counts.all():
        return None
    labels = Labels(data.classes, (), None)
    audit = audit_labels(labels, data.scenes, data.index, job.class_weights, job.batch_size, data.split.seen)
    return advise(audit, is_uniform=job.sampling == "uniform")


def _machine(run: Run) -> dict[str, str]:
    return {
        "device": describe_device(run.processes.device),
        "system": platform.platform(),
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "GDAL": rasterio.__gdal_version__,
    }


def _review_split(run: Run) -> SplitReview:
    """Pixels of the subsets, and pictures of the first scenes."""
    data = run.data
    pictures = [picture_of_split(data, number) for number in range(min(len(data.scenes), SPLIT_PICTURES))]
    return SplitReview(data.split.pixels.sum(axis=1), data.split.buffer, pictures, len(data.scenes))


def picture_of_split(data: TrainingData, number: int) -> SplitPicture:
    """A scene at low resolution, and the subset at the centre of each of its pixels.

    Args:
        data: The data of a training.
        number: Index of the scene.
    """
    scene = data.scenes[number]
    image = display_rgb(scene.read_small(SPLIT_PICTURE_PIXELS), data.bands)
    cells = [
        ((np.arange(pixels) + 0.5) / pixels * length).astype(np.int64) // data.index.cell_size
        for pixels, length in zip(image.shape, (scene.height, scene.width), strict=False)
    ]
    subsets = data.split.subsets(data.index, number)
    return SplitPicture(scene.name, image, subsets[np.ix_(*cells)])
