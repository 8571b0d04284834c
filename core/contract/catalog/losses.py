"""Every loss with its parameters, the default, and what *Compare losses* starts with."""

from __future__ import annotations

import math
from typing import Optional

from .entries import Method, Parameter


def _scope(default: str) -> Parameter:
    return Parameter(
        "scope",
        default,
        "Computed over all valid pixels of the batch, or over those of each image and then averaged. On "
        "several devices, a batch is the share of one device.",
        choices=("batch", "image"),
    )


_CLASSES = Parameter(
    "classes",
    "present",
    "Which classes are averaged: those with a labelled pixel, or all.",
    choices=("present", "all"),
)


_REGION = (
    Parameter("smooth", 0.0, "Added to numerator and denominator; steadies tiny objects.", 0.0, 1e6),
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


_WARMUP = Parameter(
    "warmup",
    0.0,
    "Share of the training over which the loss narrows from all pixels (cross entropy) to the hardest ones. "
    "0: no warm-up.",
    0.0,
    1.0,
)


LOSSES: dict[str, Method] = {
    loss.name: loss
    for loss in (
        Method(
            "ce",
            "Cross entropy",
            "The standard. Every pixel counts the same, so large classes dominate.",
            "Maximum likelihood; weighted mean as in PyTorch.",
            (
                Parameter(
                    "label_smoothing",
                    0.0,
                    "Share of the label's probability that is spread over all classes.",
                    0.0,
                    1.0,
                ),
            ),
        ),
        Method(
            "focal",
            "Focal loss",
            "Pixels that are already right count less, so that hard pixels dominate.",
            "Lin et al. 2017, arXiv:1708.02002 (here over softmax).",
            (
                Parameter(
                    "gamma", 2.0, "How strongly easy pixels are down-weighted; 0 is cross entropy.", 0.0, 20.0
                ),
                Parameter(
                    "normalise",
                    "weights",
                    "Divide by the sum of the class weights, or by the number of pixels.",
                    choices=("weights", "pixels"),
                ),
                Parameter(
                    "clamp",
                    default=False,
                    help="Clamp probabilities to 0.001 to 0.999, as some published code does; pixels "
                    "outside get no gradient, so the most wrong ones are not learned.",
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
                    "Number of pixels that count.",
                    1,
                    10**9,
                    is_integer=True,
                    excludes="ratio",
                ),
                _share("ratio", None, "k"),
                _scope("batch"),
                _WARMUP,
            ),
            also=("topk",),
        ),
        Method(
            "lmp",
            "Loss max-pooling",
            "Hard pixels weigh more, gradually, and no single one can dominate: a softer TopPixel.",
            "Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.",
            (
                Parameter(
                    "p",
                    1.7,
                    "How even the weights are: 1 averages the m hardest pixels, inf all pixels.",
                    1.0,
                    math.inf,
                ),
                _share("ratio", 0.25, "m"),
                Parameter(
                    "m",
                    None,
                    "Minimum number of pixels that share the weight.",
                    1.0,
                    1e9,
                    excludes="ratio",
                    example=10_000,
                ),
                _scope("image"),
                _WARMUP,
            ),
        ),
        Method(
            "ohem",
            "Online hard example mining",
            "Only pixels whose true class has a low probability count, but always a minimum number.",
            "Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.",
            (
                Parameter(
                    "threshold",
                    0.7,
                    "Pixels count while the probability of their true class is below this.",
                    0.0,
                    1.0,
                ),
                Parameter(
                    "min_kept",
                    100_000,
                    "Minimum number of pixels of a batch that count.",
                    1,
                    10**9,
                    is_integer=True,
                ),
                _WARMUP,
            ),
        ),
        Method(
            "dice",
            "Dice",
            "Overlap of each class; every class counts the same, however small. Add cross entropy to it.",
            "Milletari et al. 2016, arXiv:1606.04797.",
            _REGION,
            also=("f1",),
        ),
        Method(
            "jaccard",
            "Jaccard (IoU)",
            "Like Dice, but for intersection over union, which is stricter.",
            "Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.",
            _REGION,
            also=("iou",),
        ),
        Method(
            "tversky",
            "Tversky",
            "Like Dice, with separate weights for false negatives and false positives: raise beta to find "
            "more of a rare class.",
            "Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.",
            (
                Parameter("alpha", 0.3, "Weight of false positives.", 0.0, 10.0),
                Parameter("beta", 0.7, "Weight of false negatives.", 0.0, 10.0, minimum_excluded=True),
                Parameter(
                    "gamma",
                    1.0,
                    "Exponent of each class's loss; below 1, classes that are almost right still improve.",
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
            "A smooth surrogate of intersection over union. Often best together with cross entropy.",
            "Berman et al. 2018, arXiv:1705.08790.",
            (_scope("batch"), _CLASSES),
        ),
        Method(
            "lovasz_hinge",
            "Lovász hinge (two classes)",
            "A hinge surrogate of the intersection over union of the second of two classes.",
            "Berman et al. 2018, arXiv:1705.08790.",
            (_scope("image"),),
        ),
        Method(
            "logit_adjusted",
            "Logit-adjusted cross entropy",
            "Cross entropy that requires a larger margin the rarer a class is: higher recall, lower "
            "precision.",
            "Menon et al. 2021, arXiv:2007.07314.",
            (Parameter("tau", 1.0, "Strength; 0 is cross entropy.", 0.0, 10.0),),
        ),
    )
}
"""By name. The registry in ``core.losses`` holds exactly these."""


DEFAULT_LOSS = "focal"
"""Emphasises hard pixels, and tolerates rough outlines. TopPixel alone does not: it sees the worst pixels
only, and where these are label errors, predicting all classes equally everywhere fits them best."""


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
