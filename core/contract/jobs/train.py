"""The job *Train segmentation model*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..catalog.augmentations import DEFAULT_AUGMENTATION
from ..catalog.losses import DEFAULT_LOSS
from ..catalog.networks import ARCHITECTURES, DEFAULT_ENCODER
from ..catalog.training import OPTIMISERS, SAMPLINGS, SCHEDULES, UNLABELLED
from ..model_card import read_model_card
from ..texts.augmentation import parse_augmentation
from ..texts.loss import parse_loss
from ..texts.weights import check_weights
from .check import CheckJob
from .checks import (
    chip_size_problem,
    encoder_weights_problem,
    existing,
    explained_by,
    optional,
    writable,
    writable_folder,
)
from .job import same_setting, setting
from .labelled import LabelledJob


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
        "'d4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.",
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
    encoder_lr_factor: float = setting(
        "Encoder's learning rate",
        "The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; "
        "with 0 they stay as they are, for very few labels.",
        1.0,
        minimum=0.0,
        maximum=10.0,
        is_advanced=True,
    )
    max_grad_norm: float = setting(
        "Gradient max_grad_norm",
        "Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.",
        0.0,
        minimum=0.0,
        maximum=1e6,
        is_advanced=True,
    )
    ema_decay: float = setting(
        "Weight ema_decay",
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
    monitor: str = setting(
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
    device: str = same_setting(CheckJob, "device")
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
