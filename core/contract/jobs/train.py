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
        "Ground truth: a polygon layer (any coordinate system; selection and filter are honoured), or a "
        "class raster (one integer per class; 255 is ignored).",
        check=existing("Labels"),
    )
    model: str = setting(
        "Trained model",
        "Where the model is written (.safetensors).",
        check=writable("Trained model", ".safetensors"),
    )
    class_field: str = setting(
        "Class field",
        "Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. "
        "Polygons with the value 255 or the text 'ignore' are ignored.",
        "",
    )
    unlabelled: str = setting(
        "Unlabelled pixels",
        "'background': pixels without a polygon belong to the class background (label all objects, or "
        "give a labelled area). 'ignore': pixels without a polygon are ignored (label some of each class, "
        "background too).",
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
        "The function that training minimises. Made for rare classes: toppixel(k=50000) counts only the K "
        "pixels of a batch with the highest loss; focal(gamma=2) down-weights easy pixels. Standard: ce "
        "(cross entropy). Sums are possible, too: TopPixel alone needs exact outlines; where they are "
        "rough, add ce or choose a larger K.",
        DEFAULT_LOSS,
        check=explained_by(parse_loss),
    )
    class_weights: str = setting(
        "Class weights",
        "Weight of each class in the loss: 'none'; by its rarity ('median_frequency', 'inverse', "
        "'inverse_sqrt', 'effective_number', 'enet', each with an optional cap as in "
        "'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).",
        "none",
        check=explained_by(check_weights),
    )
    architecture: str = setting(
        "Architecture",
        "Architecture of the network. U-Net is a good choice for sharp outlines.",
        "unet",
        choices=ARCHITECTURES,
    )
    encoder: str = setting(
        "Encoder",
        "The part of the network that extracts features from the image. Larger encoders (resnet34, "
        "resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of "
        "timm included.",
        DEFAULT_ENCODER,
    )
    encoder_weights: str = setting(
        "Encoder weights",
        "'pretrained' starts from weights trained on ImageNet and needs far fewer labels; 'random' starts "
        "from random weights; or the path of a weights file (.safetensors or .pth).",
        "pretrained",
        is_advanced=True,
        check=encoder_weights_problem,
    )
    start_model: str = setting(
        "Start from model",
        "Optional: fine-tune this trained model on new data instead of starting from encoder weights. Its "
        "architecture, encoder and number of bands must be the same; classes are matched by name, and new "
        "classes start from random weights.",
        "",
        is_advanced=True,
        check=optional(explained_by(read_model_card)),
    )
    class_prior: bool = setting(
        "Start from class shares",
        "Initialise the bias of the output layer with the logarithms of the class shares, so that the first "
        "steps are not spent on learning which classes are rare. Has no effect with 'Start from model'.",
        default=False,
        is_advanced=True,
    )
    outline_tolerance: int = setting(
        "Outline tolerance (pixels)",
        "How far the outlines of the labels may be off. A band of this width on either side of every border "
        "between two classes is ignored in training, but not in validation. Objects up to twice as wide are "
        "not learned. 0: no band.",
        0,
        minimum=0,
        maximum=100,
        is_advanced=True,
    )
    chip_size: int = setting(
        "Chip size (pixels)",
        "Side of the square chips that the network is trained on, a multiple of 32. Large enough to show "
        "an object with its surroundings.",
        256,
        minimum=32,
        maximum=4096,
        check=chip_size_problem,
    )
    batch_size: int = setting(
        "Batch size",
        "Chips per training step. Halved automatically when memory runs out.",
        8,
        minimum=1,
        maximum=1024,
    )
    sampling: str = setting(
        "Sampling",
        "How chip positions are drawn. 'uniform': all positions are equally likely. 'balanced': first a "
        "class is drawn, then a position where it occurs, so that rare classes are seen more often. "
        "'repeat factor' and 'mixed' are in between.",
        "uniform",
        choices=SAMPLINGS,
    )
    augmentation: str = setting(
        "Augmentation",
        "How chips are augmented, so that the network generalises. 'none'; 'light': flips, rotations by "
        "90°, brightness, contrast; 'strong': also scale, rotation by any angle, blur, gamma, noise, and "
        "copy-paste of rare classes; or a sum of augmentations, as in 'd4 + color_jitter(brightness=0.5) "
        "+ copy_paste(probability=0.3)'.",
        DEFAULT_AUGMENTATION,
        check=explained_by(parse_augmentation),
    )
    epochs: int = setting(
        "Epochs",
        "Number of passes over the training set. The network is validated and saved after each.",
        20,
        minimum=1,
        maximum=100_000,
    )
    learning_rate: float = setting(
        "Learning rate",
        "Step size of the optimiser. Use a smaller one if the loss jumps or becomes NaN. 0: found by a "
        "learning-rate range test of some dozens of steps before the training.",
        0.001,
        minimum=0.0,
        maximum=10.0,
        is_advanced=True,
    )
    optimiser: str = setting(
        "Optimiser",
        "How the weights are updated. 'adamw' needs little tuning; 'sgd' needs a learning rate of about "
        "0.01.",
        "adamw",
        choices=OPTIMISERS,
        is_advanced=True,
    )
    schedule: str = setting(
        "Learning-rate schedule",
        "'cosine' (short warm-up, then cosine decay), 'one cycle' (long warm-up) or 'constant'.",
        "cosine",
        choices=SCHEDULES,
        is_advanced=True,
    )
    encoder_lr_factor: float = setting(
        "Encoder learning-rate factor",
        "The encoder's learning rate as a multiple of the learning rate. Below 1 its pretrained weights "
        "change less; with 0 they are frozen, for very few labels.",
        1.0,
        minimum=0.0,
        maximum=10.0,
        is_advanced=True,
    )
    max_grad_norm: float = setting(
        "Gradient clipping (maximum norm)",
        "Maximum norm of the gradient of a step; larger gradients are scaled down to it, which steadies a "
        "loss that jumps. 0: no clipping.",
        0.0,
        minimum=0.0,
        maximum=1e6,
        is_advanced=True,
    )
    ema_decay: float = setting(
        "EMA decay",
        "Keep an exponential moving average (EMA) of the weights instead of the last weights, with this "
        "decay per step, such as 0.99. Gives steadier scores. 0: no EMA.",
        0.0,
        minimum=0.0,
        maximum=0.99999,
        is_advanced=True,
    )
    validation: float = setting(
        "Validation share",
        "Share of the labelled area that is kept out of training as the validation set, in whole blocks. "
        "A buffer of half a chip around them is not used for training either. 0: no validation.",
        0.2,
        minimum=0.0,
        maximum=0.9,
        is_advanced=True,
    )
    split: str = setting(
        "Split areas",
        "Optional polygon layer of the areas for training, validation and test, instead of randomly "
        "chosen blocks. Pixels outside all polygons are not used; test areas are scored once, with the "
        "finished model. Without validation areas, blocks are chosen within the training areas.",
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
        "Monitored metric",
        "The epoch with the best value on the validation set is saved: 'mean IoU', 'worst class' (the "
        "lowest IoU of all classes), or the name of a class (its IoU).",
        "mean IoU",
        is_advanced=True,
    )
    patience: int = setting(
        "Patience (epochs)",
        "Early stopping: training ends after so many epochs without improvement. 0: no early stopping.",
        0,
        minimum=0,
        maximum=100_000,
        is_advanced=True,
    )
    seed: int = setting(
        "Seed",
        "Seed of all random generators. Same seed, same data, same machine: same model.",
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
        "Where the subsets are written as polygons: training, validation, test, and the buffer between "
        "them (.gpkg). Optional.",
        "",
        check=optional(writable("Split layer", ".gpkg")),
    )
    tensorboard: str = setting(
        "TensorBoard folder",
        "Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder "
        "named after the model. Use the same folder for several trainings to compare them. Optional.",
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
        """Model, report and split layer."""
        return [path for path in (self.model, self.report, self.split_layer) if path]
