"""Every job as one frozen dataclass: the same in a dialog, ``qgis_process``, the command line and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, ClassVar

from ...files.partial import unfinished_folder
from ..catalog.entries import (
    ARCHITECTURES,
    DEFAULT_AUGMENTATION,
    DEFAULT_COMPARISON,
    DEFAULT_ENCODER,
    DEFAULT_LOSS,
    DEFAULT_OVERLAP,
    ON_DAMAGE,
    OPTIMISERS,
    SAMPLINGS,
    SCHEDULES,
    UNLABELLED,
    nearest,
)
from ..checks import (
    chip_size_problem,
    device_problem,
    encoder_weights_problem,
    existing,
    explained_by,
    losses_problem,
    optional,
    scheduler_problem,
    tile_size_problem,
    writable,
    writable_folder,
)
from ..messages.errors import SettingsError
from ..model_card import read_model_card
from ..raster_list import find_rasters, result_names
from ..texts.augmentation import parse_augmentation
from ..texts.loss import parse_loss
from ..texts.weights import check_weights
from .job import Job, same_setting, setting


def _device_setting() -> Any:  # noqa: ANN401 - a dataclass field
    return setting(
        "Device",
        "Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. "
        "'cuda:1' names the second card.",
        "auto",
        is_advanced=True,
        check=device_problem,
    )


class LabelledJob(Job):
    """A job that knows from labels what is where; each such job declares these settings."""

    input: tuple[str, ...]
    labels: str
    class_field: str
    unlabelled: str
    area: str
    class_names: dict[str, str]
    class_colours: dict[str, str]

    def labelled_areas(self) -> tuple[str, ...]:
        """Polygon layers in any of which labels count; none where they count everywhere."""
        return (self.area,) if self.area else ()

    def inputs(self) -> list[str]:
        """Rasters, layers, and the model to start from."""
        names = ("labels", "area", "test_area", "split", "start_model")
        return [*self.input, *filter(None, (getattr(self, name, "") for name in names))]


@dataclass(frozen=True)
class TrainJob(LabelledJob):
    """Train a segmentation network on rasters and labels."""

    name: ClassVar[str] = "train"
    title: ClassVar[str] = "Train segmentation model"

    input: tuple[str, ...] = setting(
        "Input rasters",
        "One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or "
        "16 bit or float.",
        check=existing("Input rasters"),
    )
    labels: str = setting(
        "Labels",
        "What is where: a polygon layer (any coordinate system; selection and filter are honoured), "
        "or a class raster (one integer per class, 255 counts for nothing).",
        check=existing("Labels"),
    )
    model: str = setting(
        "Trained model",
        "Where the model is written (.safetensors).",
        check=writable("Trained model", ".safetensors"),
    )
    class_field: str = setting(
        "Class field",
        "Field of the polygon layer that holds the class, integer or text. Not needed for a class "
        "raster. The value 255 or the text 'ignore' marks places that count for nothing.",
        "",
    )
    unlabelled: str = setting(
        "Pixels without label",
        "'background': everything without a polygon is the class background (label all objects, or "
        "give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of "
        "everything, background too).",
        "background",
        choices=UNLABELLED,
    )
    area: str = setting(
        "Labelled area",
        "Optional polygon layer: only pixels inside it are used, for training and for validation. "
        "Give it when only a part of the rasters is labelled.",
        "",
        check=optional(existing("Labelled area")),
    )
    loss: str = setting(
        "Loss",
        "What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only "
        "the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce "
        "(cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to "
        "it or choose a larger K.",
        DEFAULT_LOSS,
        check=explained_by(parse_loss),
    )
    class_weights: str = setting(
        "Class weights",
        "How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', "
        "'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in "
        "'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).",
        "none",
        check=explained_by(check_weights),
    )
    architecture: str = setting(
        "Architecture",
        "Kind of network. U-Net is a good choice for sharp outlines.",
        "unet",
        choices=ARCHITECTURES,
    )
    encoder: str = setting(
        "Encoder",
        "The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and "
        "run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.",
        DEFAULT_ENCODER,
    )
    encoder_weights: str = setting(
        "Encoder weights",
        "'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts "
        "from nothing; or the path of a weights file (.safetensors or .pth).",
        "pretrained",
        is_advanced=True,
        check=encoder_weights_problem,
    )
    start_model: str = setting(
        "Continue from model",
        "Optional: start from this trained model instead of encoder weights, to teach it more on new data. "
        "Its architecture, encoder and number of bands must be the same; classes are matched by name, and "
        "new ones start from nothing.",
        "",
        is_advanced=True,
        check=optional(explained_by(read_model_card)),
    )
    chip_size: int = setting(
        "Chip size (pixels)",
        "Side of the squares that the network learns from, a multiple of 32. Large enough to show an "
        "object with its surroundings.",
        256,
        minimum=32,
        maximum=4096,
        check=chip_size_problem,
    )
    batch_size: int = setting(
        "Batch size",
        "Chips per training step. Halved by itself when memory runs out.",
        8,
        minimum=1,
        maximum=1024,
    )
    sampling: str = setting(
        "Sampling",
        "Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then "
        "a place where it is, so that rare classes are seen more often. 'repeat factor': in between.",
        "uniform",
        choices=SAMPLINGS,
    )
    augmentation: str = setting(
        "Augmentation",
        "How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, "
        "mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of "
        "rare classes pasted to other places; or a sum of parts, as in "
        "'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.",
        DEFAULT_AUGMENTATION,
        check=explained_by(parse_augmentation),
    )
    epochs: int = setting(
        "Epochs",
        "How many times the training area is gone through. Validation and saving happen after each.",
        20,
        minimum=1,
        maximum=100_000,
    )
    learning_rate: float = setting(
        "Learning rate",
        "Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial "
        "steps before the training.",
        0.001,
        minimum=0.0,
        maximum=10.0,
        is_advanced=True,
    )
    optimiser: str = setting(
        "Optimiser",
        "How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.",
        "adamw",
        choices=OPTIMISERS,
        is_advanced=True,
    )
    schedule: str = setting(
        "Learning rate over time",
        "'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.",
        "cosine",
        choices=SCHEDULES,
        is_advanced=True,
    )
    encoder_rate: float = setting(
        "Encoder's learning rate",
        "The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; "
        "with 0 they stay as they are, for very few labels.",
        1.0,
        minimum=0.0,
        maximum=10.0,
        is_advanced=True,
    )
    clipping: float = setting(
        "Gradient clipping",
        "Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.",
        0.0,
        minimum=0.0,
        maximum=1e6,
        is_advanced=True,
    )
    averaging: float = setting(
        "Weight averaging",
        "Keep a running average of the weights instead of the last ones, with this part of the old average "
        "kept at each step, such as 0.99. Steadier scores. 0: no average.",
        0.0,
        minimum=0.0,
        maximum=0.99999,
        is_advanced=True,
    )
    validation: float = setting(
        "Validation share",
        "Share of the labelled area that is kept out of training, in whole blocks, to measure how good "
        "the model is. A buffer of half a chip around them is not learned from either. 0 for none.",
        0.2,
        minimum=0.0,
        maximum=0.9,
        is_advanced=True,
    )
    split: str = setting(
        "Split areas",
        "Optional polygon layer that says which ground is for training, for validation and for test, instead "
        "of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the "
        "finished model. Without validation areas, blocks are chosen among those for training.",
        "",
        is_advanced=True,
        check=optional(existing("Split areas")),
    )
    split_field: str = setting(
        "Field of the split areas",
        "Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.",
        "split",
        is_advanced=True,
    )
    selection: str = setting(
        "Best epoch by",
        "By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the "
        "name of a class.",
        "mean IoU",
        is_advanced=True,
    )
    patience: int = setting(
        "Patience (epochs)",
        "Training ends early when so many epochs have brought nothing better. 0: it never does.",
        0,
        minimum=0,
        maximum=100_000,
        is_advanced=True,
    )
    seed: int = setting(
        "Seed",
        "Same seed, same data, same machine: same model.",
        1,
        minimum=0,
        maximum=2**31 - 1,
        is_advanced=True,
    )
    device: str = _device_setting()
    report: str = setting(
        "Report",
        "Where a report with curves, scores and pictures is written (.html). Optional.",
        "",
        check=optional(writable("Report", ".html")),
    )
    split_layer: str = setting(
        "Split layer",
        "Where the parts are written as polygons: training, validation, test, and the buffer between them "
        "(.gpkg). Optional.",
        "",
        check=optional(writable("Split layer", ".gpkg")),
    )
    tensorboard: str = setting(
        "TensorBoard folder",
        "Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder "
        "named like the model. Give several trainings the same folder to compare them. Optional.",
        "",
        is_advanced=True,
        check=optional(writable_folder("TensorBoard folder")),
    )
    class_names: dict[str, str] = setting(
        "Class names",
        'Name of each integer class value, such as {"1": "car"}; taken from the layer\'s style in QGIS.',
        {},
        is_advanced=True,
    )
    class_colours: dict[str, str] = setting(
        "Class colours",
        'Colour of each class value, such as {"1": "#ff0000"}; taken from the layer\'s style in QGIS.',
        {},
        is_advanced=True,
    )

    def outputs(self) -> list[str]:
        """The model, and what else is asked for."""
        return [path for path in (self.model, self.report, self.split_layer) if path]


@dataclass(frozen=True)
class StatisticsJob(LabelledJob):
    """Count what the labels hold, and weigh the classes."""

    name: ClassVar[str] = "statistics"
    title: ClassVar[str] = "Class statistics and weights"

    input: tuple[str, ...] = same_setting(TrainJob, "input")
    labels: str = same_setting(TrainJob, "labels")
    table: str = setting(
        "Table",
        "Where the statistics are written, a row per class (.gpkg or .csv).",
        check=writable("Table", ".gpkg", ".csv"),
    )
    class_field: str = same_setting(TrainJob, "class_field")
    unlabelled: str = same_setting(TrainJob, "unlabelled")
    area: str = same_setting(TrainJob, "area")
    class_weights: str = setting(
        "Weights to hand on",
        "The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The "
        "table and the report show all.",
        "median_frequency",
        check=explained_by(check_weights),
    )
    chip_size: int = same_setting(TrainJob, "chip_size")
    batch_size: int = same_setting(TrainJob, "batch_size")
    report: str = setting(
        "Report",
        "Where the statistics are explained, with a chart and advice on the loss (.html). Optional.",
        "",
        check=optional(writable("Report", ".html")),
    )
    class_names: dict[str, str] = same_setting(TrainJob, "class_names")
    class_colours: dict[str, str] = same_setting(TrainJob, "class_colours")

    def outputs(self) -> list[str]:
        """The table and the report."""
        return [path for path in (self.table, self.report) if path]


@dataclass(frozen=True)
class CompareJob(LabelledJob):
    """Train the same network with several losses and compare what comes out."""

    name: ClassVar[str] = "compare"
    title: ClassVar[str] = "Compare losses"

    input: tuple[str, ...] = same_setting(TrainJob, "input")
    labels: str = same_setting(TrainJob, "labels")
    folder: str = setting(
        "Folder for models and results",
        "Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on "
        "after an interruption: finished runs are not repeated.",
        check=writable_folder("Folder for models and results"),
    )
    class_field: str = same_setting(TrainJob, "class_field")
    unlabelled: str = same_setting(TrainJob, "unlabelled")
    area: str = same_setting(TrainJob, "area")
    test_area: str = setting(
        "Test area",
        "Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in "
        "training or used to choose the epoch. Without it the scores are those of the split's test areas, or "
        "else of the validation blocks.",
        "",
        check=optional(existing("Test area")),
    )
    losses: tuple[str, ...] = setting(
        "Losses",
        "The losses to compare, one a line, as in 'Train segmentation model'.",
        DEFAULT_COMPARISON,
        check=losses_problem,
    )
    seeds: int = setting(
        "Runs per loss",
        "How often each loss is trained, each time from another seed. The spread between runs shows "
        "which differences are chance.",
        2,
        minimum=1,
        maximum=100,
    )
    chosen_class: str = setting(
        "Class to look at",
        "Name of the class that matters most; the rarest one when empty.",
        "",
    )
    class_weights: str = same_setting(TrainJob, "class_weights")
    architecture: str = same_setting(TrainJob, "architecture")
    encoder: str = same_setting(TrainJob, "encoder")
    encoder_weights: str = same_setting(TrainJob, "encoder_weights")
    start_model: str = same_setting(TrainJob, "start_model")
    chip_size: int = same_setting(TrainJob, "chip_size")
    batch_size: int = same_setting(TrainJob, "batch_size")
    sampling: str = same_setting(TrainJob, "sampling")
    augmentation: str = same_setting(TrainJob, "augmentation")
    epochs: int = same_setting(TrainJob, "epochs")
    learning_rate: float = same_setting(TrainJob, "learning_rate")
    optimiser: str = same_setting(TrainJob, "optimiser")
    schedule: str = same_setting(TrainJob, "schedule")
    encoder_rate: float = same_setting(TrainJob, "encoder_rate")
    clipping: float = same_setting(TrainJob, "clipping")
    averaging: float = same_setting(TrainJob, "averaging")
    validation: float = same_setting(TrainJob, "validation")
    split: str = same_setting(TrainJob, "split")
    split_field: str = same_setting(TrainJob, "split_field")
    selection: str = same_setting(TrainJob, "selection")
    patience: int = same_setting(TrainJob, "patience")
    seed: int = setting(
        "First seed",
        "Seed of each loss's first run, and of the split; the next runs count on from it.",
        1,
        minimum=0,
        maximum=2**31 - 101,
        is_advanced=True,
    )
    device: str = same_setting(TrainJob, "device")
    table: str = setting(
        "Table",
        "Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.",
        "",
        check=optional(writable("Table", ".gpkg", ".csv")),
    )
    report: str = setting(
        "Report",
        "Where tables, charts and maps are written (.html). Optional.",
        "",
        check=optional(writable("Report", ".html")),
    )
    split_layer: str = same_setting(TrainJob, "split_layer")
    class_names: dict[str, str] = same_setting(TrainJob, "class_names")
    class_colours: dict[str, str] = same_setting(TrainJob, "class_colours")

    def outputs(self) -> list[str]:
        """Table, report and split layer; the folder is meant to be written to again."""
        return [path for path in (self.table, self.report, self.split_layer) if path]

    def labelled_areas(self) -> tuple[str, ...]:
        """With a labelled area, labels in the test area count as well."""
        return tuple(filter(None, (self.area, self.test_area))) if self.area else ()

    def _joint_problems(self) -> list[str]:
        found = super()._joint_problems()
        if not (self.validation or self.test_area or self.split):
            found.append("There is nothing to score on: give a test area, or a validation share above 0.")
        return found


@dataclass(frozen=True)
class VectorizeJob(Job):
    """Make polygons of a class raster."""

    name: ClassVar[str] = "vectorize"
    title: ClassVar[str] = "Classes to polygons"

    input: str = setting(
        "Class raster",
        "A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata "
        "becomes no polygon.",
        check=existing("Class raster"),
    )
    output: str = setting(
        "Polygons",
        "Where the polygons are written (.gpkg), with class value and name, true area and perimeter.",
        check=writable("Polygons", ".gpkg"),
    )
    min_area: float = setting(
        "Smallest area (m²)",
        "Smaller patches are given to the neighbour that they share the longest border with. 0: all patches "
        "stay.",
        0.0,
        minimum=0.0,
        maximum=1e12,
    )
    simplify: float = setting(
        "Simplify by (m)",
        "How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of "
        "the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines "
        "follow the pixels.",
        0.0,
        minimum=0.0,
        maximum=1e6,
    )
    smooth: int = setting(
        "Smooth (rounds)",
        "How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural "
        "outlines, rather not for buildings. 0: corners stay.",
        0,
        minimum=0,
        maximum=5,
    )
    confidence: str = setting(
        "Confidence raster",
        "Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon "
        "gets its mean.",
        "",
        check=optional(existing("Confidence raster")),
    )
    class_names: dict[str, str] = setting(
        "Class names",
        'Name of each class value, such as {"1": "car"}; those in the raster\'s file when left out, and '
        "in QGIS those of the layer's style.",
        {},
        is_advanced=True,
    )
    class_colours: dict[str, str] = setting(
        "Class colours",
        'Colour of each class value, such as {"1": "#ff0000"}; those in the raster\'s file when left out, '
        "and in QGIS those of the layer's style.",
        {},
        is_advanced=True,
    )

    def outputs(self) -> list[str]:
        """The polygons."""
        return [self.output]

    def inputs(self) -> list[str]:
        """The rasters."""
        return [path for path in (self.input, self.confidence) if path]


@dataclass(frozen=True)
class ClassifyJob(Job):
    """Make a class raster of a raster with a trained model."""

    name: ClassVar[str] = "classify"
    title: ClassVar[str] = "Classify raster"

    input: str = setting(
        "Input raster",
        "The orthophoto to classify: same bands, in the same order, as the model was trained with.",
        check=existing("Input raster"),
    )
    model: str = setting(
        "Model",
        "A model made by 'Train segmentation model' (.safetensors).",
        check=explained_by(read_model_card),
    )
    output: str = setting(
        "Classified raster",
        "Where the class raster is written (.tif).",
        check=writable("Classified raster", ".tif", ".tiff"),
    )
    area: str = setting(
        "Area to classify",
        "Optional polygon layer: only pixels inside it are classified, and little else is read.",
        "",
        check=optional(existing("Area to classify")),
    )
    resample: bool = setting(
        "Read at the model's pixel size",
        "When the pixels of the raster are more than a fifth larger or smaller than those the model was "
        "trained on, objects look larger or smaller than it knows them. Then the raster is read at the "
        "model's pixel size; the result has the raster's own pixels.",
        default=True,
    )
    turned_views: bool = setting(
        "Look at each place in eight views",
        "Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged "
        "(test-time augmentation). Often a little better, eight times as slow.",
        default=False,
        is_advanced=True,
    )
    on_damage: str = setting(
        "Damaged parts of the raster",
        "'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was "
        "skipped is said.",
        "stop",
        choices=ON_DAMAGE,
        is_advanced=True,
    )
    tile_size: int = setting(
        "Tile size (pixels)",
        "Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles "
        "show more surroundings and need more memory.",
        0,
        minimum=0,
        maximum=8192,
        check=tile_size_problem,
        is_advanced=True,
    )
    overlap: int = setting(
        "Overlap (pixels)",
        "How far neighbouring tiles overlap. Their results are blended, so that no seams show; more "
        "overlap is smoother and slower.",
        DEFAULT_OVERLAP,
        minimum=0,
        maximum=2048,
        is_advanced=True,
    )
    batch_size: int = setting(
        "Batch size",
        "Tiles that go through the network together. 0: found by itself. Halved when memory runs out.",
        0,
        minimum=0,
        maximum=1024,
        is_advanced=True,
    )
    full_precision: bool = setting(
        "Full precision",
        "Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by "
        "it, mostly at outlines.",
        default=False,
        is_advanced=True,
    )
    device: str = _device_setting()
    scheduler: str = setting(
        "Dask scheduler",
        "Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as "
        "'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). "
        "Raster and model must lie where all workers see them under the same path.",
        "",
        check=optional(scheduler_problem),
        is_advanced=True,
    )
    polygons: str = setting(
        "Classified polygons",
        "Where the classes are written as polygons with value, name and area (.gpkg). Optional.",
        "",
        check=optional(writable("Classified polygons", ".gpkg")),
    )
    min_area: float = same_setting(VectorizeJob, "min_area", label="Polygons: smallest area (m²)")
    simplify: float = same_setting(VectorizeJob, "simplify", label="Polygons: simplify by (m)")
    smooth: int = same_setting(VectorizeJob, "smooth", label="Polygons: smooth (rounds)")
    confidence: str = setting(
        "Confidence raster",
        "Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.",
        "",
        check=optional(writable("Confidence raster", ".tif", ".tiff")),
    )
    entropy: str = setting(
        "Entropy raster",
        "Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all "
        "alike) (.tif). Optional.",
        "",
        is_advanced=True,
        check=optional(writable("Entropy raster", ".tif", ".tiff")),
    )
    probabilities: str = setting(
        "Class probabilities",
        "Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 "
        "(.tif). Optional.",
        "",
        is_advanced=True,
        check=optional(writable("Class probabilities", ".tif", ".tiff")),
    )

    def rasters(self) -> dict[str, str]:
        """Path of each raster of the map, by what it holds; empty for one that is not wanted."""
        return {
            "class": self.output,
            "confidence": self.confidence,
            "entropy": self.entropy,
            "probabilities": self.probabilities,
        }

    def outputs(self) -> list[str]:
        """The class raster, and what else is asked for."""
        return [path for path in (*self.rasters().values(), self.polygons) if path]

    def inputs(self) -> list[str]:
        """The raster, the model and the area."""
        return [path for path in (self.input, self.model, self.area) if path]

    def _joint_problems(self) -> list[str]:
        folder = unfinished_folder(self.output).resolve()
        lost = [path for path in self.inputs() if folder in Path(path.split("|")[0]).resolve().parents]
        found = [
            f"'{path}' lies in '{folder}', where the map is kept while it is made, and would be removed. "
            "Choose another output, or move it."
            for path in lost
        ]
        return found + super()._joint_problems()


@dataclass(frozen=True)
class ClassifyManyJob(Job):
    """Make class rasters of many rasters with one model."""

    name: ClassVar[str] = "classifymany"
    title: ClassVar[str] = "Classify rasters"

    model: str = same_setting(ClassifyJob, "model")
    folder: str = setting(
        "Folder for the results",
        "Where each raster's classes are written (.tif), named like the raster. Give the same folder again "
        "to go on after an interruption: what is finished with the same model and settings is not repeated.",
        check=writable_folder("Folder for the results"),
    )
    input: tuple[str, ...] = setting(
        "Input rasters",
        "The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere "
        "and differ in size, pixel size and coordinate system.",
        (),
        check=optional(existing("Input rasters")),
    )
    input_folder: str = setting(
        "Input folder",
        "Optional: a folder with rasters, besides or instead of those above.",
        "",
        check=optional(existing("Input folder")),
    )
    pattern: str = setting(
        "Files of the folder",
        "Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. "
        "'**/*.tif' takes those of the folders inside, too.",
        "*.tif",
    )
    area: str = setting(
        "Area to classify",
        "Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.",
        "",
        check=optional(existing("Area to classify")),
    )
    resample: bool = same_setting(ClassifyJob, "resample")
    mosaic: bool = setting(
        "Mosaic",
        "Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate "
        "system than most get a mosaic of their own.",
        default=True,
    )
    confidence: bool = setting(
        "Confidence rasters",
        "Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.",
        default=False,
    )
    entropy: bool = setting(
        "Entropy rasters",
        "Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as "
        "NAME_entropy.tif.",
        default=False,
        is_advanced=True,
    )
    probabilities: bool = setting(
        "Class probabilities",
        "Write the probability of each class, a band per class, in 250 steps from 0 to 1, as "
        "NAME_probabilities.tif.",
        default=False,
        is_advanced=True,
    )
    turned_views: bool = same_setting(ClassifyJob, "turned_views")
    on_damage: str = same_setting(ClassifyJob, "on_damage")
    tile_size: int = same_setting(ClassifyJob, "tile_size")
    overlap: int = same_setting(ClassifyJob, "overlap")
    batch_size: int = same_setting(ClassifyJob, "batch_size")
    full_precision: bool = same_setting(ClassifyJob, "full_precision")
    device: str = same_setting(ClassifyJob, "device")
    scheduler: str = same_setting(ClassifyJob, "scheduler")
    polygons: str = setting(
        "Classified polygons",
        "Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on "
        "one grid and touch, polygons go on over their borders. Optional.",
        "",
        check=optional(writable("Classified polygons", ".gpkg")),
    )
    min_area: float = same_setting(ClassifyJob, "min_area")
    simplify: float = same_setting(ClassifyJob, "simplify")
    smooth: int = same_setting(ClassifyJob, "smooth")

    def rasters(self) -> list[Path]:
        """The rasters to classify, absolute, each once."""
        return find_rasters(self.input, self.input_folder, self.pattern, self.folder)

    def jobs(self) -> list[ClassifyJob]:
        """What is to be done with each raster; no two of them write the same file."""
        measures = [name for name in MEASURES if getattr(self, name)]
        rasters = self.rasters()
        names = result_names(rasters, [".tif", *(f"_{name}.tif" for name in measures)])
        common = _names(ClassifyJob) & _names(type(self)) - {*MEASURES, "polygons", "input"}
        shared: dict[str, Any] = {name: getattr(self, name) for name in common}
        folder = Path(self.folder).absolute()
        return [
            ClassifyJob(
                input=str(raster),
                output=str(folder / f"{name}.tif"),
                **{**shared, **{each: str(folder / f"{name}_{each}.tif") for each in measures}},
            )
            for raster, name in zip(rasters, names)
        ]

    def outputs(self) -> list[str]:
        """The rasters, the mosaic and the polygons."""
        results = [path for job in self.jobs() for path in job.outputs()]
        return [*results, *filter(None, (self.mosaic_file(), self.polygons))]

    def inputs(self) -> list[str]:
        """The rasters, the model and the area."""
        return [*map(str, self.rasters()), *filter(None, (self.model, self.area))]

    def mosaic_file(self) -> str:
        """Where the mosaic is written; empty if none is wanted."""
        return str(Path(self.folder).absolute() / "mosaic.vrt") if self.mosaic else ""

    def _joint_problems(self) -> list[str]:
        if not self.rasters():
            return [self._nothing_found()]
        read = {raster.resolve() for raster in self.rasters()}
        if any(Path(job.output).resolve() in read for job in self.jobs()):
            return [
                f"The folder for the results, '{self.folder}', holds rasters that are to be classified, and "
                "the results have the same names. Choose another folder."
            ]
        return super()._joint_problems()

    def _nothing_found(self) -> str:
        if not self.input_folder:
            return "There is nothing to classify: give rasters, or a folder that holds some."
        return f"No file in '{self.input_folder}' fits '{self.pattern}'."


MEASURES = ("confidence", "entropy", "probabilities")
"""What a map may hold besides the classes."""


def _names(job: type[Job]) -> set[str]:
    return {item.name for item in fields(job)}  # type: ignore[arg-type]


@dataclass(frozen=True)
class CheckJob(Job):
    """Prove that an engine can do what the other jobs need."""

    name: ClassVar[str] = "check"
    title: ClassVar[str] = "Check engine"

    device: str = _device_setting()


JOBS: dict[str, type[Job]] = {
    job.name: job
    for job in (
        TrainJob,
        StatisticsJob,
        CompareJob,
        ClassifyJob,
        ClassifyManyJob,
        VectorizeJob,
        CheckJob,
    )
}
"""Every job by name."""


def job_from_request(name: str, settings: Mapping[str, Any]) -> Job:
    """The job that a worker or a command line was asked for.

    Raises:
        SettingsError: There is no such job, or its settings are wrong.
    """
    if name not in JOBS:
        raise SettingsError(f"There is no job '{name}'.", nearest(name, JOBS))
    return JOBS[name].from_settings(settings)
