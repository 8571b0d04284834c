"""Makes the guide's figures that are not screenshots, from its sample; see ``make figures``.

Chips before and after augmentation, a scene split into blocks, and outlines of a map before and after
simplifying and smoothing, in ``docs/images``. A network is trained for the last, with the settings
of ``docs/first-map.md``; that takes a few minutes.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

import numpy as np
import pyogrio
import shapely
from matplotlib.figure import Figure
from rasterio.windows import Window

from core.contract.classes import ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.train import TrainJob
from core.contract.jobs.vectorize import VectorizeJob
from core.contract.messages.reporter import Reporter
from core.evaluation.figures import DPI, class_picture, show_picture, split_picture
from core.evaluation.training_report import AugmentedChip
from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scene, open_scenes
from core.geodata.split.areas import split_labels
from core.geodata.vectorize.vectorize import vectorize
from core.inference.classify import classify
from core.training.augment.pipeline import Augmentation
from core.training.data.preparation import TrainingData, prepare
from core.training.report.augmented_chips import augmented_chips
from core.training.report.summary import picture_of_split
from core.training.train import train

SAMPLE = REPOSITORY / "docs" / "sample" / "toppixel-sample.zip"
IMAGES = REPOSITORY / "docs" / "images"
CHIPS = 3
OUTLINE = "#ffd60a"
STYLE = {"min_area": 2.0, "simplify": 0.15, "smooth": 2}
CROP = Window(880, 590, 300, 300)
"""Shown of the classified scene."""

quiet = Reporter(lambda _: None)


def main() -> None:
    """Make the three figures."""
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(name)
        folder = Path(name) / "toppixel-sample"
        job = TrainJob(
            (str(folder / "train.tif"),),
            str(folder / "crowns.gpkg"),
            str(folder / "crowns.safetensors"),
            class_field="class",
            class_weights="median_frequency",
            epochs=6,
        )
        with prepared(job, folder) as data:
            save(draw_augmentation(job, data), "augmentation")
            save(draw_split(data), "split")
        train(job, quiet)
        save(draw_polygons(job, folder), "polygons")


@contextmanager
def prepared(job: TrainJob, folder: Path) -> Iterator[TrainingData]:
    """The prepared data of a training."""
    scenes = open_scenes(job.input)
    labels = split_labels(job, prepare_labels(job, scenes, folder, quiet), scenes, quiet)
    with closing(prepare(job, scenes, labels, quiet)) as data:
        yield data


def draw_augmentation(job: TrainJob, data: TrainingData) -> Figure:
    """Chips as they are, and with light and strong augmentation, with their labels."""
    light, strong = (_augmented(job, data, text) for text in ("light", "strong"))
    titles = ("image", "labels", "light", "strong", "labels, strong")
    figure = Figure(figsize=(9, 5.7), layout="constrained")
    for row, little, much in zip(figure.subplots(CHIPS, len(titles)), light, strong):
        labels = [class_picture(target, data.classes) for target in (much.target, much.augmented_target)]
        pictures = (much.image, labels[0], little.augmented_image, much.augmented_image, labels[1])
        for axes, picture in zip(row, pictures, strict=True):
            show_picture(axes, picture)
    for axes, title in zip(figure.axes, titles):
        axes.set_title(title, fontsize=10)
    return figure


def _augmented(job: TrainJob, data: TrainingData, text: str) -> Sequence[AugmentedChip]:
    augmentation = Augmentation(text, len(data.bands), data.augmentation.donors)
    return augmented_chips(job, replace(data, augmentation=augmentation))


def draw_split(data: TrainingData) -> Figure:
    """The scene under the colours of its subsets."""
    small = picture_of_split(data, 0)
    return plain(split_picture(small.image, small.subsets))


def draw_polygons(job: TrainJob, folder: Path) -> Figure:
    """A window of the map: pixel outlines, and simplified and smoothed ones."""
    made = classify(ClassifyJob(str(folder / "other.tif"), job.model, str(folder / "map.tif")), quiet)
    crown = ClassTable.from_list(made["classes"])[-1]
    with open_scene(folder / "other.tif") as scene:
        image = scene.read(CROP)[:3].transpose(1, 2, 0)
        to_pixels = ~scene.transform
    figure = Figure(figsize=(11, 5.5), layout="constrained")
    for axes, style in zip(figure.subplots(1, 2), ({}, STYLE), strict=True):
        path = folder / f"polygons-{len(style)}.gpkg"
        count = vectorize(VectorizeJob(str(folder / "map.tif"), str(path), **style), quiet)["polygons"]
        print(f"{style or 'pixel outlines'}: {count} polygons")
        show_picture(axes, image)
        _, _, polygons, _ = pyogrio.raw.read(path, where=f"class_value = {crown.value}")
        for ring in shapely.get_rings(shapely.get_parts(shapely.from_wkb(polygons))):
            columns, rows = to_pixels * shapely.get_coordinates(ring).T
            axes.plot(columns - CROP.col_off - 0.5, rows - CROP.row_off - 0.5, color=OUTLINE, linewidth=1.8)
        axes.set(xlim=(-0.5, CROP.width - 0.5), ylim=(CROP.height - 0.5, -0.5))
    return figure


def plain(picture: np.ndarray) -> Figure:
    """A picture without axes, one pixel per pixel."""
    height, width = picture.shape[:2]
    figure = Figure(figsize=(width / DPI, height / DPI))
    figure.figimage(picture)
    return figure


def save(figure: Figure, name: str) -> None:
    """Write a figure as JPEG."""
    path = IMAGES / f"{name}.jpg"
    figure.savefig(path, dpi=DPI, facecolor="white", pil_kwargs={"quality": 88})
    print(path.relative_to(REPOSITORY))


if __name__ == "__main__":
    main()
