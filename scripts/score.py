"""Scores a class map against the ground truth: IoU and F1 per class, and a picture.

Run in the engine: ``python scripts/score.py IMAGE TRUTH MAP MODEL PICTURE``. For comparison it classifies
the same image with an untrained network of the same architecture.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import rasterio
import torch
from matplotlib.figure import Figure

from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.reporter import Reporter
from core.contract.model_card import ModelCard, read_model_card
from core.evaluation.scores import Scores
from core.inference.classify import classify
from core.models.factory import build_network
from core.models.model_file import save_model


def read_band(path: str | Path) -> np.ndarray:
    """The first band of a raster."""
    with rasterio.open(path) as raster:
        return raster.read(1)


def to_indices(values: np.ndarray, card: ModelCard) -> np.ndarray:
    """Class values as network indices; -1 for other values."""
    indices = np.full(values.shape, -1)
    for entry in card.classes:
        indices[values == entry.value] = entry.index
    return indices


def score(truth: np.ndarray, preds: np.ndarray, num_classes: int) -> Scores:
    """Scores over the pixels that have a class in both."""
    known = (truth >= 0) & (preds >= 0)
    matrix = np.bincount(truth[known] * num_classes + preds[known], minlength=num_classes**2)
    return Scores.from_confusion(matrix.reshape(num_classes, num_classes))


def untrained_map(image: str, card: ModelCard) -> np.ndarray:
    """The map of an untrained network of the same architecture."""
    quiet = Reporter(lambda _: None)
    torch.manual_seed(0)
    bands, classes = len(card.bands), len(card.classes)
    network = build_network(card.architecture, card.encoder, bands, classes, "random", quiet)
    with tempfile.TemporaryDirectory() as folder:
        model, output = Path(folder, "untrained.safetensors"), Path(folder, "untrained.tif")
        save_model(model, network, card)
        classify(ClassifyJob(input=image, model=str(model), output=str(output)), quiet)
        return read_band(output)


def draw(image: str, truth: np.ndarray, preds: np.ndarray, card: ModelCard, picture: str) -> None:
    """Image, ground truth and map side by side."""
    with rasterio.open(image) as raster:
        rgb = np.moveaxis(raster.read([1, 2, 3]), 0, -1)
    colours = np.array([[*bytes.fromhex(entry.colour[1:])] for entry in card.classes], np.uint8)
    figure = Figure(figsize=(15, 4.6), layout="constrained")
    for axes, (title, shown) in zip(
        figure.subplots(1, 3),
        {"Image": rgb, "Hand-labelled crowns": colours[truth], "TopPixel's map": colours[preds]}.items(),
        strict=True,
    ):
        axes.imshow(shown)
        axes.set_title(title)
        axes.set_axis_off()
    figure.savefig(picture, dpi=90)


def main() -> None:
    """Print the scores and write the picture."""
    image, truth_path, map_path, model, picture = sys.argv[1:]
    card = read_model_card(model)
    truth = to_indices(read_band(truth_path), card)
    preds = to_indices(read_band(map_path), card)
    trained = score(truth, preds, len(card.classes))
    untrained = score(truth, to_indices(untrained_map(image, card), card), len(card.classes))
    print(f"{'class':<16}{'IoU':>8}{'F1':>8}{'IoU of an untrained network':>32}")
    for entry in card.classes:
        row = (trained.iou[entry.index], trained.f1[entry.index], untrained.iou[entry.index])
        print(f"{entry.name:<16}{row[0]:>8.3f}{row[1]:>8.3f}{row[2]:>32.3f}")
    draw(image, truth, preds, card, picture)


if __name__ == "__main__":
    main()
