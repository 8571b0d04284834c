"""Input checks: whether a raster's bands, pixel size and values are those that a model was trained on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..contract.messages.errors import ModelFileError, RasterError
from ..contract.messages.reporter import Reporter
from ..contract.model_card import COARSEST_PIXELS, PIXEL_SIZE_TOLERANCE, Band, ModelCard
from ..geodata.labels.area_of_interest import AreaOfInterest
from ..geodata.raster.ground import pixel_sides_m
from ..geodata.raster.resampled import resampled
from ..geodata.raster.scene import Scene
from ..geodata.raster.scene_view import AnyScene
from .value_sample import sample_values

SQUARE_TOLERANCE = 1.2
"""Ratio of a pixel's sides on the ground above which objects look stretched."""

MEAN_TOLERANCE = 1.5
"""Most that a band's mean may differ, in standard deviations of training; 1.1 for good photos elsewhere."""

SPREAD_TOLERANCE = 3.0
"""Most that a band's standard deviation may differ, as a factor; 0.6 to 1.6 for good photos elsewhere."""

OTHER_SCALE_MEANS = 10.0
"""Difference of the mean, in standard deviations of training, from which another data type has another
scale."""

OTHER_SCALE_FACTOR = 1 / 20
"""Largest value as a share of training's, below which it has as well (0 to 1 instead of 0 to 255)."""


def check_bands(scene: Scene, card: ModelCard, reporter: Reporter) -> None:
    """Refuse a raster with other bands, or the same bands in another order.

    Other band names and a colour table lead to a warning.

    Raises:
        ModelFileError: The number of bands differs, or both name the same bands in another order.
    """
    expected = [band.name for band in card.bands]
    if scene.count != len(expected):
        raise ModelFileError(
            f"The model was made for {_count(expected)} ({', '.join(expected)}); '{scene.name}' has "
            f"{scene.count}.",
            _band_hint(scene, len(expected)),
        )
    if scene.is_paletted:
        reporter.warning(
            f"'{scene.name}' has a colour table: its values are numbers of colours, not brightness. They are "
            "used as they are."
        )
    _check_order(scene, expected, reporter)


def at_model_size(scene: AnyScene, card: ModelCard, reporter: Reporter, *, resample: bool) -> AnyScene:
    """The scene at the pixel size that the model was trained on.

    Args:
        scene: The raster.
        card: The model.
        reporter: Receives a message if the sizes differ.
        resample: Whether the scene may be resampled; if not, a difference leads to a warning.

    Returns:
        The scene itself if its pixel size fits, or if it must not be resampled.

    Raises:
        RasterError: Its pixels are too large to show the model's objects.
    """
    across, down = pixel_sides_m(scene)
    off = max(abs(side / card.pixel_size_m - 1) for side in (across, down))
    is_square = max(across, down) <= SQUARE_TOLERANCE * min(across, down)
    if off <= PIXEL_SIZE_TOLERANCE and is_square:
        return scene
    size = f"{scene.pixel_size_m:.3g} m" if is_square else f"{across:.3g} m by {down:.3g} m on the ground"
    difference = f"Pixels of '{scene.name}' are {size}, the model was trained on {card.pixel_size_m:.3g} m"
    if not resample:
        effect = "larger or smaller than it knows them" if is_square else "stretched"
        reporter.warning(
            f"{difference}: objects look {effect}. Resampling to the model's pixel size improves the map."
        )
        return scene
    if scene.pixel_size_m > COARSEST_PIXELS * card.pixel_size_m:
        raise RasterError(
            f"{difference}: what the model looks for cannot be seen in it.",
            "Choose a raster with smaller pixels, or do not resample it to the model's pixel size.",
        )
    reporter.info(
        f"{difference}: it is resampled to the model's pixel size. The map has the raster's own pixels."
    )
    return resampled(scene, card.pixel_size_m)


def check_values(
    scene: AnyScene, card: ModelCard, reporter: Reporter, aoi: AreaOfInterest | None = None
) -> None:
    """Compare a sample of a raster's values with those that the model was trained on.

    Args:
        scene: The raster.
        card: The model.
        reporter: Receives a warning if data type or values differ; may cancel.
        aoi: Area of interest; None for the whole raster.

    Raises:
        ModelFileError: The data type differs, and the values are on another scale.
        RasterError: The file is damaged or missing.
    """
    values = sample_values(scene, aoi, reporter)
    if not values.shape[1]:
        _warn_of_type(scene, card, "", reporter)
        return
    seen = [_describe(band.name, plane) for band, plane in zip(card.bands, values)]
    pairs = list(zip(seen, card.bands))
    odd = [
        f"{here.name} {_text(here)}, not {_text(known)}" for here, known in pairs if _has_drifted(here, known)
    ]
    lowest, highest = min(band.minimum for band in seen), max(band.maximum for band in seen)
    if scene.dtype != card.dtype:
        if sum(_is_on_other_scale(*pair) for pair in pairs) * 2 >= len(pairs):
            raise ModelFileError(
                f"'{scene.name}' holds {scene.dtype} values from {lowest:.4g} to {highest:.4g}, the model "
                f"was trained on {card.dtype} from {_lowest(card):.4g} to {_highest(card):.4g}: they are on "
                "another scale.",
                "Bring them to the scale of the training rasters, in QGIS with Raster > Raster Calculator.",
            )
        _warn_of_type(scene, card, f", here from {lowest:.4g} to {highest:.4g}", reporter)
    if odd:
        reporter.warning(
            f"Values of '{scene.name}' are unlike those the model was trained on: {'; '.join(odd)}. In other "
            "light, season or processing the map may be poor. Train on imagery of this kind as well."
        )


def _band_hint(scene: Scene, expected: int) -> str:
    if scene.is_paletted and expected == 3:
        return "It has a colour table: make it RGB, in QGIS with Raster > Conversion > PCT to RGB."
    if scene.alpha_bands and scene.count + len(scene.alpha_bands) == expected:
        band = scene.alpha_bands[0]
        return (
            f"Its band {band} is marked as alpha (opacity). If it holds values, take the mark away: "
            f"gdal_translate -colorinterp_{band} undefined."
        )
    return "Choose a raster with the same bands, or train a model on this one."


def _check_order(scene: Scene, expected: Sequence[str], reporter: Reporter) -> None:
    here, there = [_plain(name) for name in scene.band_names], [_plain(name) for name in expected]
    both = here + there
    if here == there or "" in both or len(set(here)) < len(here) or len(set(there)) < len(there):
        return
    orders = f"{', '.join(scene.band_names)}; the model was trained on {', '.join(expected)}"
    if set(here) == set(there):
        raise ModelFileError(
            f"The bands of '{scene.name}' are in another order: {orders}.",
            "Put them in that order, in QGIS with Raster > Miscellaneous > Build Virtual Raster or GDAL's "
            "Translate.",
        )
    reporter.warning(f"The bands of '{scene.name}' have other names: {orders}. They are taken in this order.")


def _plain(name: str) -> str:
    """A band's name in a form that can be compared; empty if it is only a number."""
    text = re.sub(r"[\W_]+", "", name.casefold())
    return "" if re.fullmatch(r"(band|b|channel|layer)?\d*", text) else text


def _warn_of_type(scene: AnyScene, card: ModelCard, seen: str, reporter: Reporter) -> None:
    if scene.dtype != card.dtype:
        reporter.warning(
            f"The model was trained on {card.dtype} values, from {_lowest(card):.4g} to "
            f"{_highest(card):.4g}; '{scene.name}' holds {scene.dtype}{seen}. They are used as they are."
        )


def _describe(name: str, values: np.ndarray) -> Band:
    exact = values.astype(np.float64)
    return Band(name, float(exact.mean()), float(exact.std()), float(exact.min()), float(exact.max()))


def _has_drifted(here: Band, known: Band) -> bool:
    return (
        abs(here.mean - known.mean) > MEAN_TOLERANCE * known.std
        or here.std > SPREAD_TOLERANCE * known.std
        or here.std * SPREAD_TOLERANCE < known.std
    )


def _is_on_other_scale(here: Band, known: Band) -> bool:
    largest = max(abs(here.minimum), abs(here.maximum))
    known_largest = max(abs(known.minimum), abs(known.maximum))
    is_far = abs(here.mean - known.mean) > OTHER_SCALE_MEANS * known.std
    return is_far or largest < OTHER_SCALE_FACTOR * known_largest


def _text(band: Band) -> str:
    return f"{band.mean:.3g} ± {band.std:.2g}"


def _lowest(card: ModelCard) -> float:
    return min(band.minimum for band in card.bands)


def _highest(card: ModelCard) -> float:
    return max(band.maximum for band in card.bands)


def _count(names: Sequence[str]) -> str:
    return "1 band" if len(names) == 1 else f"{len(names)} bands"
