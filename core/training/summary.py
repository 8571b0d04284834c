"""What a training run leaves for people to read: the report's contents, collected."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasterio.windows import Window

from ..contract.model_card import ModelCard
from ..evaluation.figures import display_rgb
from ..evaluation.page import job_text
from ..evaluation.report import Example, TrainingRecord, write_report
from ..geodata.raster import Scene
from .epochs import Epoch, Outcome, Run
from .validation import examples

MAXIMUM_EXAMPLES = 6
SPLIT_PICTURE_PIXELS = 800


def write_summary(run: Run, card: ModelCard, outcome: Outcome) -> None:
    """Write the report of a finished run.

    Args:
        run: The run; its network holds the weights that were kept.
        card: What the model says of itself.
        outcome: All epochs.
    """
    found = examples(
        run.area, run.job.chip_size, run.predictor, MAXIMUM_EXAMPLES, run.reporter.check_cancelled
    )
    record = TrainingRecord(
        card=card,
        settings=run.job.to_settings(),
        job_text=job_text(run.job),
        history=[_row(epoch) for epoch in outcome.history],
        matrix=outcome.best.matrix,
        best_epoch=outcome.best.number,
        examples=[
            Example(display_rgb(example.values, card.bands), example.target, example.preds, example.title)
            for example in found
        ],
        split_picture=_split_picture(run.data.scenes[0], run.data.split.validation[0], card),
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


def _split_picture(
    scene: Scene, blocks: tuple[Window, ...], card: ModelCard
) -> tuple[np.ndarray, list[tuple[float, float, float, float]]]:
    """The first scene, made small, and its validation blocks as (x0, y0, x1, y1) in the picture's pixels."""
    values = scene.read_small(SPLIT_PICTURE_PIXELS)
    scale = values.shape[2] / scene.width
    rectangles = [
        (
            block.col_off * scale,
            block.row_off * scale,
            (block.col_off + block.width) * scale,
            (block.row_off + block.height) * scale,
        )
        for block in blocks
    ]
    return display_rgb(values, card.bands), rectangles
