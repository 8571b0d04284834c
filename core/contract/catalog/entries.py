"""What can be chosen by name: losses with their numbers, weightings, augmentations, encoders, devices."""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Optional, Union

Value = Union[float, int, bool, str]


@dataclass(frozen=True)
class Parameter:
    """One number or choice of a method.

    Attributes:
        name: As written in a text.
        default: Value when left out; None for a parameter that has none (see ``excludes``). True or False
            for one that is written ``true`` or ``false``.
        help: What it does, for the user.
        minimum: Smallest value.
        maximum: Largest value, ``math.inf`` if infinity itself is allowed; None for no bound.
        is_integer: Whether only whole numbers make sense.
        choices: Allowed words; empty for a number.
        excludes: Name of the parameter that this one replaces: at most one of the two is in force.
        minimum_excluded: Whether ``minimum`` itself is out of range.
        example: What an editor starts with where there is no default.
    """

    name: str
    default: Optional[Value]
    help: str
    minimum: float = 0.0
    maximum: Optional[float] = None
    is_integer: bool = False
    choices: tuple[str, ...] = ()
    excludes: str = ""
    minimum_excluded: bool = False
    example: Optional[float] = None

    @property
    def range_text(self) -> str:
        """The allowed values as a phrase for the user."""
        if self.choices:
            return " or ".join(self.choices)
        kind = "a whole number" if self.is_integer else "a number"
        low = f"{'above' if self.minimum_excluded else 'from'} {_in_full(self.minimum)}"
        high = "" if self.maximum is None else f" to {_in_full(self.maximum)}"
        return f"{kind} {low}{high}"


def _in_full(number: float) -> str:
    """A bound as a person reads it: ``1,000,000``, ``0.5``, ``inf``."""
    is_whole = math.isfinite(number) and number == int(number)
    return f"{number:,.0f}" if is_whole else f"{number:g}"


@dataclass(frozen=True)
class Method:
    """One loss, one way to weigh classes or to vary chips, as the user meets it.

    Attributes:
        name: As written in a text.
        title: As shown in a dialog.
        purpose: One sentence: what it is for.
        source: Where it comes from.
        parameters: Its numbers, in the order shown.
        also: What others call it: not read, but understood when asking back.
    """

    name: str
    title: str
    purpose: str
    source: str
    parameters: tuple[Parameter, ...] = ()
    also: tuple[str, ...] = ()

    def parameter(self, name: str) -> Optional[Parameter]:
        """The parameter of that name, or None."""
        return next((p for p in self.parameters if p.name == name), None)


@dataclass(frozen=True)
class Preset(Method):
    """A name for several methods at once.

    Attributes:
        parts: Their sum, as a text.
    """

    parts: str = ""


def _scope(default: str) -> Parameter:
    return Parameter(
        "scope",
        default,
        "Taken over all valid pixels of the batch, or of each image and averaged. Trained on several "
        "devices, a batch is the part that one device sees.",
        choices=("batch", "image"),
    )


_CLASSES = Parameter(
    "classes",
    "present",
    "Which classes are averaged: those with a labelled pixel, or all.",
    choices=("present", "all"),
)

_REGION = (
    Parameter("smooth", 0.0, "Added above and below the fraction; steadies tiny objects.", 0.0, 1e6),
    _scope("batch"),
    _CLASSES,
)


def _share(name: str, default: Optional[float], excludes: str) -> Parameter:
    return Parameter(
        name,
        default,
        f"Share of the valid pixels that counts, instead of {excludes}.",
        0.0,
        1.0,
        excludes=excludes,
        minimum_excluded=True,
        example=0.1,
    )


LOSSES: dict[str, Method] = {
    loss.name: loss
    for loss in (
        Method(
            "ce",
            "Cross entropy",
            "The standard. Every pixel counts the same, so large classes decide.",
            "Maximum likelihood; weighted mean as in PyTorch.",
            (Parameter("label_smoothing", 0.0, "Share of certainty taken away from the label.", 0.0, 1.0),),
        ),
        Method(
            "focal",
            "Focal loss",
            "Pixels that are already right count less, so that hard ones decide.",
            "Lin et al. 2017, arXiv:1708.02002 (here over softmax).",
            (
                Parameter("gamma", 2.0, "How fast easy pixels fade; 0 is cross entropy.", 0.0, 20.0),
                Parameter(
                    "normalise",
                    "weights",
                    "Divide by the sum of the class weights, or by the number of pixels.",
                    choices=("weights", "pixels"),
                ),
                Parameter(
                    "clamp",
                    default=False,
                    help="Keep probabilities within 0.001 to 0.999, as some published code does; hopeless "
                    "pixels are then no longer learned.",
                    choices=("false", "true"),
                ),
            ),
        ),
        Method(
            "toppixel",
            "TopPixel",
            "Only the K pixels with the highest loss count: made for one small class in a large scene.",
            "Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).",
            (
                Parameter(
                    "k",
                    50_000,
                    "How many pixels count.",
                    1,
                    10**9,
                    is_integer=True,
                    excludes="ratio",
                ),
                _share("ratio", None, "k"),
                _scope("batch"),
            ),
            also=("topk",),
        ),
        Method(
            "lmp",
            "Loss max-pooling",
            "Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.",
            "Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.",
            (
                Parameter(
                    "p",
                    1.7,
                    "How even the weights are: 1 is the hardest m, inf the plain mean.",
                    1.0,
                    math.inf,
                ),
                _share("ratio", 0.25, "m"),
                Parameter(
                    "m",
                    None,
                    "How many pixels share the weight at least.",
                    1.0,
                    1e9,
                    excludes="ratio",
                    example=10_000,
                ),
                _scope("image"),
            ),
        ),
        Method(
            "ohem",
            "Online hard example mining",
            "Only pixels that are not yet right with enough certainty count, but never fewer than a number.",
            "Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.",
            (
                Parameter(
                    "threshold",
                    0.7,
                    "Pixels count while the true class's probability is below this.",
                    0.0,
                    1.0,
                ),
                Parameter(
                    "min_kept",
                    100_000,
                    "At least so many pixels of a batch count.",
                    1,
                    10**9,
                    is_integer=True,
                ),
            ),
        ),
        Method(
            "dice",
            "Dice",
            "Overlap of each class, each class counting the same however small; add cross entropy to it.",
            "Milletari et al. 2016, arXiv:1606.04797.",
            _REGION,
            also=("f1",),
        ),
        Method(
            "jaccard",
            "Jaccard (IoU)",
            "Like Dice, but for intersection over union, which forgives less.",
            "Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.",
            _REGION,
            also=("iou",),
        ),
        Method(
            "tversky",
            "Tversky",
            "Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.",
            "Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.",
            (
                Parameter("alpha", 0.3, "Weight of false alarms (false positives).", 0.0, 10.0),
                Parameter(
                    "beta", 0.7, "Weight of misses (false negatives).", 0.0, 10.0, minimum_excluded=True
                ),
                Parameter(
                    "gamma",
                    1.0,
                    "Power of each class's loss; below 1 almost right classes are still pushed.",
                    0.0,
                    10.0,
                    minimum_excluded=True,
                ),
                *_REGION,
            ),
        ),
        Method(
            "lovasz",
            "Lovász-Softmax",
            "Intersection over union itself, made smooth. Often best together with cross entropy.",
            "Berman et al. 2018, arXiv:1705.08790.",
            (_scope("batch"), _CLASSES),
        ),
        Method(
            "lovasz_hinge",
            "Lovász hinge (two classes)",
            "Intersection over union of the second of two classes, with a margin.",
            "Berman et al. 2018, arXiv:1705.08790.",
            (_scope("image"),),
        ),
        Method(
            "logit_adjusted",
            "Logit-adjusted cross entropy",
            "Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.",
            "Menon et al. 2021, arXiv:2007.07314.",
            (Parameter("tau", 1.0, "Strength; 0 is cross entropy.", 0.0, 10.0),),
        ),
    )
}
"""Every loss by name. The registry in ``core.losses`` must hold exactly these."""

DEFAULT_LOSS = "focal"
"""Favours what is hard, and forgives rough outlines. TopPixel alone does not: it looks at the worst pixels
only, and where these are faults of the labels, "all classes alike everywhere" fits them best."""

DEFAULT_COMPARISON = (
    "ce",
    "focal",
    "toppixel(k=10000)",
    "toppixel(k=50000)",
    "toppixel(k=200000)",
    "lmp",
    "ce + lovasz",
)
"""What *Compare losses* starts with; at the default chip and batch size K is 2, 10 and 38 % of the pixels."""

_CAP = Parameter(
    "cap",
    None,
    "Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.",
    1.0,
    1e9,
    example=50,
)

CLASS_WEIGHTINGS: dict[str, Method] = {
    weighting.name: weighting
    for weighting in (
        Method("none", "No weights", "Every class counts the same per pixel.", "Each weight is 1."),
        Method(
            "median_frequency",
            "Median frequency",
            "Rare classes count more, by how rare they are where they occur.",
            "Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.",
            (_CAP,),
        ),
        Method(
            "inverse",
            "Inverse frequency",
            "Every class counts the same in sum: strongest for the rarest.",
            "All pixels over those of the class.",
            (_CAP,),
            also=("balanced",),
        ),
        Method(
            "inverse_sqrt",
            "Inverse square root of frequency",
            "Half way between no weights and inverse frequency.",
            "Square root of all pixels over those of the class.",
            (_CAP,),
        ),
        Method(
            "effective_number",
            "Effective number",
            "Like inverse frequency until a class has enough pixels for more to teach little.",
            "Cui et al. 2019, arXiv:1901.05555.",
            (
                Parameter(
                    "beta",
                    None,
                    "Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all "
                    "pixels.",
                    0.0,
                    1.0,
                    example=0.9999,
                ),
                _CAP,
            ),
        ),
        Method(
            "enet",
            "ENet",
            "Rare classes count more, at most about 50.",
            "Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).",
            (_CAP,),
        ),
    )
}
"""Class weightings by name; a text such as ``car=5, road=1`` is the other way."""


def _chance(default: float) -> Parameter:
    return Parameter("chance", default, "Share of the chips that it happens to.", 0.0, 1.0)


AUGMENTATIONS: dict[str, Method] = {
    part.name: part
    for part in (
        Method(
            "copy_paste",
            "Copy and paste of rare classes",
            "Objects of rare classes are cut out of another training place and laid over common ground, with "
            "their labels.",
            "Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.",
            (_chance(0.5),),
            also=("paste", "class mix", "cut mix"),
        ),
        Method(
            "turns",
            "Turns and mirrors",
            "One of the eight symmetries of a square, each as likely: from above nothing is upright.",
            "Pixels change places, none is interpolated.",
            also=("flips", "mirrors", "quarter turns", "D4", "rot90"),
        ),
        Method(
            "scale",
            "Scale",
            "A little nearer or farther. What comes from outside the chip counts for nothing.",
            "Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.",
            (
                Parameter(
                    "factor",
                    1.25,
                    "Largest zoom, in or out.",
                    1.0,
                    2.0,
                    minimum_excluded=True,
                ),
                _chance(0.5),
            ),
            also=("zoom", "resize"),
        ),
        Method(
            "rotation",
            "Rotation by any angle",
            "Turned about its centre. Corners that come from outside the chip count for nothing.",
            "Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.",
            (
                Parameter(
                    "degrees",
                    45.0,
                    "Largest angle, to either side.",
                    0.0,
                    180.0,
                    minimum_excluded=True,
                ),
                _chance(0.5),
            ),
            also=("rotate", "angle"),
        ),
        Method(
            "blur",
            "Blur",
            "As if out of focus.",
            "Gaussian, over valid pixels alone.",
            (
                Parameter("sigma", 1.0, "Largest radius, in pixels.", 0.0, 3.0, minimum_excluded=True),
                _chance(0.25),
            ),
            also=("gaussian blur", "smooth"),
        ),
        Method(
            "colour",
            "Colours",
            "Other brightness, contrast and gamma, all bands together and a little each for itself: haze, "
            "season, another camera.",
            "In standard deviations of each band, so that any band and any unit is right.",
            (
                Parameter("brightness", 0.8, "Largest shift, in standard deviations of the band.", 0.0, 3.0),
                Parameter("contrast", 0.4, "Largest part by which the spread grows or shrinks.", 0.0, 0.9),
                Parameter(
                    "gamma",
                    0.0,
                    "Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.",
                    0.0,
                    2.0,
                ),
                Parameter("per_band", 0.5, "How much of this each band changes for itself on top.", 0.0, 1.0),
            ),
            also=("color", "color jitter", "brightness", "contrast", "gamma"),
        ),
        Method(
            "noise",
            "Noise",
            "Grain, as of a poor sensor.",
            "Gaussian, each pixel and band for itself.",
            (
                Parameter(
                    "strength",
                    0.2,
                    "Most noise, in standard deviations of the band.",
                    0.0,
                    2.0,
                    minimum_excluded=True,
                ),
                _chance(0.25),
            ),
            also=("gaussian noise", "grain"),
        ),
    )
}
"""Ways to vary a chip, in the order in which they are done."""


AUGMENTATION_PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset("none", "None", "The chips as they are.", "For comparison."),
        Preset(
            "light",
            "Light",
            "Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.",
            "The default.",
            parts="turns + colour",
        ),
        Preset(
            "strong",
            "Strong",
            "Everything. For few labels, or for imagery unlike that of the training; wants more epochs.",
            "Three of four chips are resampled.",
            parts="copy_paste + turns + scale + rotation + blur + colour(gamma=0.3) + noise",
        ),
    )
}
"""Augmentations with a name; a sum of parts is the other way."""

DEFAULT_AUGMENTATION = "light"

ARCHITECTURES: dict[str, str] = {
    "unet": "U-Net",
    "unetplusplus": "U-Net++",
    "fpn": "FPN",
    "pspnet": "PSPNet",
    "deeplabv3": "DeepLabV3",
    "deeplabv3plus": "DeepLabV3+",
    "linknet": "LinkNet",
    "manet": "MA-Net",
    "pan": "PAN",
    "upernet": "UPerNet",
    "segformer": "SegFormer",
    "dpt": "DPT",
}
"""Names of segmentation-models-pytorch's architectures, with their titles."""

FIXED_SIZE_ARCHITECTURES = ("dpt",)
"""Their position embedding belongs to one size: tiles are as large as chips."""

DEFAULT_ENCODER = "tu-tf_efficientnet_lite0"

ENCODERS: tuple[str, ...] = (
    DEFAULT_ENCODER,
    "resnet18",
    "resnet34",
    "resnet50",
    "resnet101",
    "efficientnet-b0",
    "efficientnet-b3",
    "mobilenet_v2",
    "mit_b0",
    "mit_b2",
    "tu-mobilenetv3_small_100",
    "tu-convnext_tiny",
    "tu-convnextv2_tiny",
    "tu-regnety_016",
    "tu-maxvit_tiny_tf_512",
)
"""Encoders to offer first; any other name that segmentation-models-pytorch takes works as well."""

ENCODER_STRIDE = 32
"""Total stride of the encoders offered: sides of chips and tiles are multiples of it."""

ENCODER_WEIGHTS: dict[str, str] = {
    "pretrained": "Start from weights trained on ImageNet.",
    "random": "Start from nothing.",
}
"""Ways to start an encoder; a path to a weights file is the other way."""

UNLABELLED: dict[str, str] = {
    "background": "Pixels without a label are the class 'background'.",
    "ignore": "Pixels without a label count for nothing.",
}

OPTIMISERS: dict[str, str] = {
    "adamw": "AdamW: needs little tuning.",
    "sgd": "Stochastic gradient descent with momentum: wants a learning rate about ten times as high.",
}

SCHEDULES: dict[str, str] = {
    "cosine": "Up over the first tenth, then down to nothing as half a cosine.",
    "one cycle": "Up over the first three tenths, then down to nothing.",
    "constant": "The same all the time.",
}
"""How the learning rate changes over a training."""

SELECTIONS: dict[str, str] = {
    "mean IoU": "The epoch with the highest mean over all classes.",
    "worst class": "The epoch whose worst class is best.",
}
"""By what the best epoch is chosen; the name of a class is the other way."""

SAMPLINGS: dict[str, str] = {
    "uniform": "Every place of the training area is as likely as any other.",
    "balanced": "First a class, each as likely as any other, then a place where it is.",
    "repeat factor": "Places with a class that few places have are drawn more often, by the root of how few.",
}
"""Ways to draw the places that chips are cut from."""

DEFAULT_OVERLAP = 128
"""Pixels that neighbouring tiles share, in a map and in validation, whose scores are to be the map's."""

DEFAULT_TILE = 1536
"""Pixels; with the overlap above, half of one per cent of a map's pixels depend on where tiles lie."""

ON_DAMAGE: dict[str, str] = {
    "stop": "The job ends.",
    "skip": "What cannot be read becomes nodata.",
}
"""What to do when parts of a raster cannot be read."""

DEVICES: tuple[str, ...] = ("auto", "cpu", "cuda", "mps")


def nearest(name: str, known: Collection[str]) -> str:
    """A phrase that names the nearest known word and lists the known ones.

    Case, spaces, hyphens and underscores make no difference. A method is also known by its title, and by
    what others call it.

    Args:
        name: What the user wrote.
        known: What would have been right: words, or methods by name.

    Returns:
        For example ``Did you mean 'focal'? Known: ce, focal, toppixel.``
    """
    words = {**_other_names(known), **{_letters(word): word for word in known}}
    close = difflib.get_close_matches(_letters(name), words, n=1, cutoff=0.5)
    question = f"Did you mean '{words[close[0]]}'? " if close else ""
    return f"{question}Known: {', '.join(known)}."


def _other_names(known: Collection[str]) -> dict[str, str]:
    """Names of methods by the letters of their titles, and of what others call them."""
    methods = known.values() if isinstance(known, Mapping) else ()
    return {
        _letters(other): method.name
        for method in methods
        if isinstance(method, Method)
        for other in (method.title, *method.also)
    }


def _letters(text: str) -> str:
    """Letters and digits alone, without case."""
    return "".join(character for character in text.casefold() if character.isalnum())
