"""Every augmentation with its parameters, and the presets."""

from __future__ import annotations

from .entries import Method, Parameter, Preset


def _probability(default: float) -> Parameter:
    return Parameter("probability", default, "Share of the chips that it happens to.", 0.0, 1.0)


AUGMENTATIONS: dict[str, Method] = {
    part.name: part
    for part in (
        Method(
            "copy_paste",
            "Copy and paste of rare classes",
            "Objects of rare classes are cut out of another training place and laid over common ground, with "
            "their labels.",
            "Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.",
            (_probability(0.5),),
            also=("paste", "class mix", "cut mix"),
        ),
        Method(
            "d4",
            "Turns and mirrors",
            "One of the eight symmetries of a square, each as likely: from above nothing is upright.",
            "Pixels change places, none is interpolated.",
            also=("flips", "rot90", "turns", "mirrors", "dihedral"),
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
                _probability(0.5),
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
                _probability(0.5),
            ),
            also=("rotate", "angle"),
        ),
        Method(
            "gaussian_blur",
            "Blur",
            "As if out of focus.",
            "Gaussian, over valid pixels alone.",
            (
                Parameter("sigma", 1.0, "Largest radius, in pixels.", 0.0, 3.0, minimum_excluded=True),
                _probability(0.25),
            ),
            also=("blur", "smooth"),
        ),
        Method(
            "color_jitter",
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
            also=("colour", "color", "brightness", "contrast", "gamma"),
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
                _probability(0.25),
            ),
            also=("gaussian noise", "grain"),
        ),
    )
}
"""Ways to augment a chip, in the order in which they are done."""


AUGMENTATION_PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset("none", "None", "The chips as they are.", "For comparison."),
        Preset(
            "light",
            "Light",
            "Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.",
            "The default.",
            parts="d4 + color_jitter",
        ),
        Preset(
            "strong",
            "Strong",
            "Everything. For few labels, or for imagery unlike that of the training; wants more epochs.",
            "Three of four chips are resampled.",
            parts="copy_paste + d4 + scale + rotation + gaussian_blur + color_jitter(gamma=0.3) + noise",
        ),
    )
}
"""Augmentations with a name; a sum of parts is the other way."""


DEFAULT_AUGMENTATION = "light"
