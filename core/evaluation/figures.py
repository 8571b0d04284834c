"""Figures of a training run: curves, confusion matrix, example squares, the split."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import AbstractPathEffect, withStroke
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from ..contract.classes import IGNORE_INDEX, ClassTable
from ..contract.model_card import Band
from ..contract.subsets import SUBSETS

Picture = NDArray[np.uint8]

DPI = 110
INK, GRID, ACCENT = "#333333", "#e3e3e3", "#1f5fa8"
WRONG = "#111111"
"""Errors are almost black on a pale image, a colour that no class has."""

TINT = 0.45
"""Opacity of a subset's colour over the image."""

BORDER = 40
"""Grey value of the lines between subsets."""

SMALLEST_SPLIT_PICTURE = 600
"""Longest side up to which small pictures of the split are enlarged, pixels."""

IGNORED_COLOUR = (255, 255, 255)

STRETCH_STDS = 2.0
"""Values from mean - 2 std to mean + 2 std are stretched from black to white."""

FALLBACK_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang SC",
    "Hiragino Sans",
    "WenQuanYi Zen Hei",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
)
"""For class names in scripts that matplotlib's own font lacks; the installed ones are used, in this order."""

FEW_EPOCHS = 30
"""Up to this number of epochs, curves have markers."""

MAXIMUM_LEGEND = 16
"""Most classes in the legend beside the curves."""

MAXIMUM_NUMBERED_CLASSES = 20
"""Most classes of a confusion matrix with numbers in its cells."""


def plain_text_in_any_script() -> contextlib.AbstractContextManager[None]:
    """A block in which figures show names literally: in any script, and without parsing ``$`` as math."""
    installed = set(font_manager.get_font_names())
    fonts = ["DejaVu Sans", *(font for font in FALLBACK_FONTS if font in installed)]
    return mpl.rc_context({"font.family": fonts, "text.parse_math": False})


def display_rgb(values: NDArray[Any], bands: Sequence[Band]) -> Picture:
    """A scene's values as an RGB image.

    Args:
        values: (C, H, W), any type.
        bands: The bands in order, with the statistics for the stretch.

    Returns:
        uint8 (H, W, 3): the first three bands as red, green, blue; of fewer bands, the first as grey. NaN is
        black.
    """
    count = 3 if len(bands) >= 3 else 1
    mean = np.array([band.mean for band in bands[:count]]).reshape(-1, 1, 1)
    std = np.array([band.std for band in bands[:count]]).reshape(-1, 1, 1)
    unit = (values[:count].astype(np.float64) - mean) / (2 * STRETCH_STDS * std) + 0.5
    picture = np.nan_to_num(unit.clip(0, 1) * 255).round().astype(np.uint8)
    rows_first: Picture = np.broadcast_to(picture, (3, *picture.shape[1:])).transpose(1, 2, 0).copy()
    return rows_first


def class_picture(indices: Picture, classes: ClassTable) -> Picture:
    """Class indices, uint8 (H, W), in the classes' colours, uint8 (H, W, 3); ignored pixels are white."""
    colours = np.full((256, 3), IGNORED_COLOUR, np.uint8)
    for entry in classes:
        colours[entry.index] = list(bytes.fromhex(entry.colour.lstrip("#")))
    return colours[indices]


def error_picture(image: Picture, target: Picture, preds: Picture) -> Picture:
    """Wrong pixels in black on the image in pale grey; ignored pixels are white.

    Args:
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, ``IGNORE_INDEX`` for ignored pixels.
        preds: uint8 (H, W), class index.

    Returns:
        uint8 (H, W, 3).
    """
    grey = image.mean(axis=2, keepdims=True) * 0.5 + 110
    picture: Picture = np.repeat(grey.astype(np.uint8), 3, axis=2)
    picture[target != preds] = list(bytes.fromhex(WRONG.lstrip("#")))
    picture[target == IGNORE_INDEX] = IGNORED_COLOUR
    return picture


def draw_curves(history: Sequence[Mapping[str, Any]], classes: ClassTable, best_epoch: int) -> bytes:
    """Loss, learning rate and scores over the epochs, with the best epoch marked, as PNG.

    Args:
        history: One row per epoch: ``epoch``, ``train_loss``, ``lr``, ``miou`` and ``iou`` (per class); the
            last two are None without validation.
        classes: Supplies names and colours.
        best_epoch: Number of the best epoch.
    """
    has_scores = any(row["miou"] is not None for row in history)
    figure = Figure(figsize=(10, 3.8) if has_scores else (6, 3.8), layout="constrained")
    panels = figure.subfigures(1, 1 + has_scores, width_ratios=(2, 3)[: 1 + has_scores], squeeze=False)
    left, *right = panels[0]
    loss, rate = left.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    _draw_line(loss, history, "train_loss", "Training loss", best_epoch)
    _draw_line(rate, history, "lr", "Learning rate", best_epoch)
    rate.set_ylim(bottom=0)
    loss.set_xlabel("")
    for side in right:
        _draw_scores(side.subplots(), history, classes, best_epoch)
    return as_png(figure)


def _draw_line(
    axes: Axes, history: Sequence[Mapping[str, Any]], name: str, title: str, best_epoch: int
) -> None:
    epochs = [row["epoch"] for row in history]
    axes.plot(epochs, [row[name] for row in history], color=ACCENT, marker=_marker(history), markersize=3)
    _style_axes(axes, title, best_epoch)


def _draw_scores(
    axes: Axes, history: Sequence[Mapping[str, Any]], classes: ClassTable, best_epoch: int
) -> None:
    """IoU of each class and their mean; without class names if there are too many."""
    epochs, marker = [row["epoch"] for row in history], _marker(history)
    # A dark edge makes pale colours visible on white.
    edge: list[AbstractPathEffect] = [withStroke(linewidth=2.5, foreground="#00000059")]
    for entry in classes:
        iou = [np.nan if row["iou"] is None else row["iou"][entry.index] for row in history]
        label = entry.name if len(classes) <= MAXIMUM_LEGEND else None
        (line,) = axes.plot(epochs, iou, color=entry.colour, label=label, marker=marker, markersize=3)
        line.set_path_effects(edge)
    miou = [np.nan if row["miou"] is None else row["miou"] for row in history]
    axes.plot(epochs, miou, color=INK, label="mean", linewidth=2.5, marker=marker, markersize=4)
    _style_axes(axes, "IoU of the validation set", best_epoch)
    axes.set_ylim(-0.02, 1)
    axes.legend(fontsize=8, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))


def _marker(history: Sequence[Mapping[str, Any]]) -> str | None:
    """Markers for few epochs, where they do not overlap."""
    return "o" if len(history) < FEW_EPOCHS else None


def draw_confusion(matrix: NDArray[np.int64], classes: ClassTable) -> bytes:
    """The confusion matrix, normalised by row, as PNG.

    Args:
        matrix: int64 (C, C), rows ground truth, columns predictions.
        classes: Supplies the names.
    """
    totals = matrix.sum(axis=1, keepdims=True)
    shares = matrix / np.maximum(totals, 1)
    side = 2.2 + 0.55 * min(len(classes), 24)
    figure = Figure(figsize=(side + 0.8, side), layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(classes)), classes.names, rotation=45, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(classes)), classes.names)
    axes.set(xlabel="predicted", ylabel="ground truth")
    axes.tick_params(labelsize=9, length=0)
    axes.spines[:].set_visible(False)
    if len(classes) <= MAXIMUM_NUMBERED_CLASSES:
        for (row, column), share in np.ndenumerate(shares):
            text = f"{100 * share:.1f}" if totals[row, 0] else "-"
            axes.text(
                column, row, text, ha="center", va="center", fontsize=9, color="white" if share > 0.5 else INK
            )
    return as_png(figure)


def example_pictures(
    image: Picture, target: Picture, preds: Picture, classes: ClassTable
) -> dict[str, Picture]:
    """A square as image, ground truth, prediction and errors.

    Args:
        image: uint8 (H, W, 3).
        target: uint8 (H, W), class index, ``IGNORE_INDEX`` for ignored pixels.
        preds: uint8 (H, W), class index.
        classes: Supplies the colours.

    Returns:
        Pictures uint8 (H, W, 3) by caption.
    """
    return {
        "image": image,
        "ground truth": class_picture(target, classes),
        "prediction": class_picture(preds, classes),
        "errors": error_picture(image, target, preds),
    }


def encode_png(picture: Picture) -> bytes:
    """A picture, uint8 (H, W, 3), as a PNG of the same size."""
    buffer = io.BytesIO()
    mpl.image.imsave(buffer, picture, format="png")
    return buffer.getvalue()


def split_picture(image: Picture, subsets: Picture) -> Picture:
    """A scene tinted in the colours of its subsets, except for training.

    Args:
        image: The scene at a low resolution, uint8 (H, W, 3).
        subsets: uint8 (H, W), positions in ``SUBSETS``.

    Returns:
        uint8 (n H, n W, 3), enlarged by an integer n if it is small.
    """
    tints = np.array([list(bytes.fromhex(subset.colour.lstrip("#"))) for subset in SUBSETS])
    opacities = np.array([0 if subset.name == "training" else TINT for subset in SUBSETS])
    opacity = opacities[subsets][..., np.newaxis]
    picture: Picture = (image * (1 - opacity) + tints[subsets] * opacity).round().astype(np.uint8)
    # Dark lines between the subsets are visible on any imagery.
    across, down = subsets[:, 1:] != subsets[:, :-1], subsets[1:] != subsets[:-1]
    picture[:, 1:][across] = picture[1:][down] = BORDER
    factor = max(1, SMALLEST_SPLIT_PICTURE // max(subsets.shape))
    return picture.repeat(factor, axis=0).repeat(factor, axis=1)


def show_picture(axes: Axes, picture: Picture) -> None:
    """Show a picture (H, W, 3) in a thin frame, without ticks."""
    axes.imshow(picture, interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_color(GRID)


def _style_axes(axes: Axes, title: str, best_epoch: int) -> None:
    axes.axvline(best_epoch, color="#999999", linestyle=":", linewidth=1)
    axes.set_title(title, fontsize=10, color=INK)
    axes.set_xlabel("epoch", fontsize=9)
    axes.tick_params(labelsize=8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(color=GRID)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def as_png(figure: Figure) -> bytes:
    """A figure as PNG; drawn by Agg, which needs no display."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        # Names in a script that no font of this machine has become boxes; the report has them as text too.
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font", UserWarning)
        figure.savefig(buffer, format="png", dpi=DPI, facecolor="white")
    return buffer.getvalue()
