"""Every class weighting with its parameters."""

from __future__ import annotations

from .entries import Method, Parameter

_CAP = Parameter(
    "cap",
    None,
    "Largest ratio of two weights; larger weights are capped. Without it there is no limit.",
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
            "Rare classes weigh more, by their frequency where they occur.",
            "Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.",
            (_CAP,),
        ),
        Method(
            "inverse",
            "Inverse frequency",
            "Every class contributes the same in total: strongest for the rarest.",
            "All pixels over those of the class.",
            (_CAP,),
            also=("balanced",),
        ),
        Method(
            "inverse_sqrt",
            "Inverse square root of frequency",
            "Halfway between no weights and inverse frequency.",
            "Square root of all pixels over those of the class.",
            (_CAP,),
        ),
        Method(
            "effective_number",
            "Effective number",
            "Like inverse frequency, until a class has so many pixels that more of them add little.",
            "Cui et al. 2019, arXiv:1901.05555.",
            (
                Parameter(
                    "beta",
                    None,
                    "Near 1: pixels beyond about 1 / (1 - beta) add little. Without it: 1 - 1 / all pixels.",
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
            "Rare classes weigh more, at most about 50.",
            "Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).",
            (_CAP,),
        ),
    )
}
"""By name; a text such as ``car=5, road=1`` is the other way."""
