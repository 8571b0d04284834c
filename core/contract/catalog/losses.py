"""Every loss with its parameters, the default, and what *Compare losses* starts with."""

from __future__ import annotations

import math
from typing import Optional

from .entries import Method, Parameter


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
