"""What can be chosen by name: losses with their numbers, weightings, architectures, encoders, devices."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional, Union

Value = Union[float, int, bool, str]


@dataclass(frozen=True)
class LossParameter:
    """One number or choice of a loss.

    Attributes:
        name: As written in a loss text.
        default: Value when left out; None for a parameter that has none (see ``excludes``).
        help: What it does, for the user.
        minimum: Smallest value.
        maximum: Largest value; None for no bound.
        is_integer: Whether only whole numbers make sense.
        choices: Allowed words; empty for a number.
        excludes: Name of the parameter that this one replaces: exactly one of the two is in force.
        minimum_excluded: Whether ``minimum`` itself is out of range.
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

    @property
    def range_text(self) -> str:
        """The allowed values as a phrase for the user."""
        if self.choices:
            return " or ".join(self.choices)
        kind = "a whole number" if self.is_integer else "a number"
        low = f"{'above' if self.minimum_excluded else 'from'} {self.minimum:g}"
        return f"{kind} {low}" + ("" if self.maximum is None else f" to {self.maximum:g}")


@dataclass(frozen=True)
class LossDescription:
    """One loss as the user meets it.

    Attributes:
        name: As written in a loss text.
        title: As shown in a dialog.
        purpose: One sentence: what it is for.
        source: Where it comes from.
        parameters: Its numbers, in the order shown.
    """

    name: str
    title: str
    purpose: str
    source: str
    parameters: tuple[LossParameter, ...] = ()

    def parameter(self, name: str) -> Optional[LossParameter]:
        """The parameter of that name, or None."""
        return next((p for p in self.parameters if p.name == name), None)


LOSSES: dict[str, LossDescription] = {
    loss.name: loss
    for loss in (
        LossDescription(
            "ce",
            "Cross entropy",
            "The standard. Every pixel counts the same, so large classes decide.",
            "Maximum likelihood; weighted mean as in PyTorch.",
            (LossParameter("label_smoothing", 0.0, "Share of certainty taken from the label.", 0.0, 1.0),),
        ),
        LossDescription(
            "focal",
            "Focal loss",
            "Pixels that are already right count less, so that hard ones decide.",
            "Lin et al. 2017, arXiv:1708.02002 (here over softmax).",
            (LossParameter("gamma", 2.0, "How fast easy pixels fade; 0 is cross entropy.", 0.0, 20.0),),
        ),
        LossDescription(
            "toppixel",
            "TopPixel",
            "Only the K pixels with the highest loss count: made for one small class in a large scene.",
            "Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).",
            (
                LossParameter(
                    "k",
                    50_000,
                    "How many pixels of a batch count.",
                    1,
                    10**9,
                    is_integer=True,
                    excludes="ratio",
                ),
                LossParameter(
                    "ratio",
                    None,
                    "Share of a batch's valid pixels that counts, instead of K.",
                    0.0,
                    1.0,
                    excludes="k",
                    minimum_excluded=True,
                ),
            ),
        ),
    )
}
"""Every loss by name. The registry in ``core.losses`` must hold exactly these."""

DEFAULT_LOSS = "focal"
"""Favours what is hard, and forgives rough outlines. TopPixel alone does not: it looks at the worst pixels
only, and where these are faults of the labels, "all classes alike everywhere" fits them best."""

CLASS_WEIGHTINGS: dict[str, str] = {
    "none": "Every class counts the same.",
    "median frequency": "Rare classes count more: median frequency over the frequency of the class.",
}
"""Class weightings by name; a text such as ``car=5, road=1`` is the other way."""

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

DEVICES: tuple[str, ...] = ("auto", "cpu", "cuda", "mps")


def nearest(name: str, known: Iterable[str]) -> str:
    """A phrase that names the nearest known word and lists the known ones.

    Args:
        name: What the user wrote.
        known: What would have been right.

    Returns:
        For example ``Did you mean 'focal'? Known: ce, focal, toppixel.``
    """
    known = list(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    question = f"Did you mean '{close[0]}'? " if close else ""
    return f"{question}Known: {', '.join(known)}."
