"""Figures of a comparison of losses: scores side by side, scores against K, predictions of each loss."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ..contract.classes import ClassEntry, ClassTable
from ..contract.texts.loss import parse_loss
from .comparison import LossSummary, Spread
from .figures import ACCENT, GRID, INK, as_png, class_picture, show_picture
from .scores import Scores

Picture = NDArray[np.uint8]

MAP_COLUMNS = 3


def k_of(loss: str) -> int | None:
    """K of a loss that is TopPixel alone, with the scope of a batch; None for any other loss."""
    terms = parse_loss(loss)
    numbers = terms[0].parameters
    if len(terms) != 1 or terms[0].name != "toppixel" or "k" not in numbers or numbers["scope"] != "batch":
        return None
    return int(numbers["k"])


def draw_scores(summaries: Sequence[LossSummary], chosen: ClassEntry) -> bytes:
    """F1 of the class of interest and mean IoU of each loss, as PNG: a dot per run, a bar for the mean."""
    figure = Figure(figsize=(10, 0.9 + 0.36 * len(summaries)), layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    dots = [
        [Scores.from_confusion(run.matrix) for run in s.runs if run.matrix is not None] for s in summaries
    ]
    f1 = [[float(scores.f1[chosen.index]) for scores in runs] for runs in dots]
    _draw_bars(left, f"F1 of {chosen.name}", [s.chosen_f1 for s in summaries], f1)
    miou = [[scores.miou for scores in runs] for runs in dots]
    _draw_bars(right, "Mean IoU", [s.miou for s in summaries], miou)
    left.set_yticks(range(len(summaries)), [s.loss for s in summaries])
    left.invert_yaxis()
    return as_png(figure)


def draw_k_sweep(summaries: Sequence[LossSummary], chosen: ClassEntry, batch_pixels: int) -> bytes:
    """Scores of TopPixel against K, with those of the first other loss as reference lines, as PNG.

    Args:
        summaries: One per loss, at least one TopPixel.
        chosen: The class of interest.
        batch_pixels: Pixels of a batch; the axis shows K as a share of them too.
    """
    found = ((k_of(summary.loss), summary) for summary in summaries)
    sweep = sorted(((k, s) for k, s in found if k is not None), key=lambda pair: pair[0])
    reference = next((s for s in summaries if k_of(s.loss) is None), None)
    figure = Figure(figsize=(7, 3.6), layout="constrained")
    axes = figure.subplots()
    ks = [k for k, _ in sweep]
    lines = (
        (
            f"F1 of {chosen.name}",
            ACCENT,
            [s.chosen_f1 for _, s in sweep],
            None if reference is None else reference.chosen_f1,
        ),
        ("mean IoU", INK, [s.miou for _, s in sweep], None if reference is None else reference.miou),
    )
    for title, colour, spreads, other in lines:
        deviations = [0.0 if math.isnan(s.deviation) else s.deviation for s in spreads]
        axes.errorbar(
            ks, [s.mean for s in spreads], deviations, color=colour, label=title, marker="o", capsize=3
        )
        if reference is not None and other is not None:
            label = f"{title}, {reference.loss}"
            axes.axhline(other.mean, color=colour, linestyle="--", linewidth=1, label=label)
    axes.set_xscale("log")
    axes.set_xticks(ks, [f"{k:,}\n{100 * min(k / batch_pixels, 1):.2g} %" for k in ks])
    axes.minorticks_off()
    axes.set_xlabel("K, and its share of a batch", fontsize=9)
    axes.set_ylim(0, 1)
    axes.legend(fontsize=8, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    _style(axes, "both")
    return as_png(figure)


def draw_maps(image: Picture, target: Picture, maps: Mapping[str, Picture], classes: ClassTable) -> bytes:
    """A square as image, ground truth, and prediction of each loss, as PNG.

    Args:
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, 255 for ignored pixels.
        maps: Predictions by loss, uint8 (H, W).
        classes: Supplies the colours.
    """
    pictures = {"image": image, "ground truth": class_picture(target, classes)}
    pictures.update({loss: class_picture(preds, classes) for loss, preds in maps.items()})
    rows = -(-len(pictures) // MAP_COLUMNS)
    height, width = target.shape
    side = 11 / MAP_COLUMNS
    figure = Figure(figsize=(11, rows * (side * height / width + 0.3)), layout="constrained")
    panels = figure.subplots(rows, MAP_COLUMNS, squeeze=False).ravel()
    for axes, (title, picture) in zip(panels, pictures.items()):
        show_picture(axes, picture)
        axes.set_title(title, fontsize=10, color=INK)
    for axes in panels[len(pictures) :]:
        axes.set_axis_off()
    return as_png(figure)


def _draw_bars(axes: Axes, title: str, means: Sequence[Spread], runs: Sequence[Sequence[float]]) -> None:
    lengths = [0.0 if math.isnan(spread.mean) else spread.mean for spread in means]
    axes.barh(range(len(means)), lengths, height=0.62, color=ACCENT, alpha=0.35)
    for row, values in enumerate(runs):
        axes.plot(values, [row] * len(values), "o", color=ACCENT, markersize=5)
        if not math.isnan(means[row].mean):
            axes.text(1.0, row, f"{means[row].mean:.3f}", ha="right", va="center", fontsize=8, color=INK)
    axes.set_xlim(0, 1)
    axes.set_title(title, fontsize=10, color=INK)
    _style(axes, "x")


def _style(axes: Axes, grid: Literal["both", "x"]) -> None:
    axes.grid(axis=grid, color=GRID)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
