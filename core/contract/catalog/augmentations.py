"""Every augmentation with its parameters, and the presets."""

from __future__ import annotations

from .entries import Method, Parameter, Preset


def _probability(default: float) -> Parameter:
    return Parameter("probability", default, "Probability that it is applied to a chip.", 0.0, 1.0)


AUGMENTATIONS: dict[str, Method] = {
    method.name: method
    for method in (
        Method(
            "copy_paste",
            "Copy-paste of rare classes",
            "Objects of rare classes are copied from another training chip and pasted over common "
            "classes, with their labels.",
            "Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.",
            (_probability(0.5),),
            also=("paste", "class mix", "cut mix"),
        ),
        Method(
            "d4",
            "Flips and rotations (D4)",
            "One of the eight symmetries of a square, all equally likely: seen from above, nothing is "
            "upright.",
            "Pixels are rearranged, none is interpolated.",
            also=("flips", "rot90", "turns", "mirrors", "dihedral"),
        ),
        Method(
            "scale",
            "Scale",
            "Zoomed in or out a little. Pixels from outside the chip are ignored.",
            "Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.",
            (
                Parameter(
                    "factor",
                    1.25,
                    "Largest zoom factor, in or out.",
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
            "Rotated about the chip's centre. Corners from outside the chip are ignored.",
            "Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.",
            (
                Parameter(
                    "degrees",
                    45.0,
                    "Largest angle, in either direction.",
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
            "Gaussian blur",
            "As if out of focus.",
            "Gaussian, over valid pixels only.",
            (
                Parameter(
                    "sigma", 1.0, "Largest standard deviation, in pixels.", 0.0, 3.0, minimum_excluded=True
                ),
                _probability(0.25),
            ),
            also=("blur", "smooth"),
        ),
        Method(
            "color_jitter",
            "Color jitter",
            "Changes of brightness, contrast and gamma, of all bands together and a little of each band: "
            "haze, season, another camera.",
            "In standard deviations of each band, so that it suits any band and unit.",
            (
                Parameter("brightness", 0.8, "Largest shift, in standard deviations of the band.", 0.0, 3.0),
                Parameter("contrast", 0.4, "Largest relative change of the contrast.", 0.0, 0.9),
                Parameter(
                    "gamma",
                    0.0,
                    "Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.",
                    0.0,
                    2.0,
                ),
                Parameter(
                    "per_band",
                    0.5,
                    "Share of these changes that each band gets on its own in addition.",
                    0.0,
                    1.0,
                ),
            ),
            also=("colour", "color", "brightness", "contrast", "gamma"),
        ),
        Method(
            "noise",
            "Noise",
            "Grain, as from a poor sensor.",
            "Gaussian, independent for each pixel and band.",
            (
                Parameter(
                    "strength",
                    0.2,
                    "Largest noise, in standard deviations of the band.",
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
"""By name, in the order in which they are applied."""


AUGMENTATION_PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset("none", "None", "The chips as they are.", "For comparison."),
        Preset(
            "light",
            "Light",
            "Flips, rotations by 90°, brightness and contrast: cheap, and rarely harmful.",
            "The default.",
            terms="d4 + color_jitter",
        ),
        Preset(
            "strong",
            "Strong",
            "All augmentations. For few labels, or for imagery unlike the training imagery; needs more "
            "epochs.",
            "Three of four chips are resampled.",
            terms="copy_paste + d4 + scale + rotation + gaussian_blur + color_jitter(gamma=0.3) + noise",
        ),
    )
}
"""By name; a sum of augmentations is the other way to write one."""


DEFAULT_AUGMENTATION = "light"
