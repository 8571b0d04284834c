"""Cheap input checks in QGIS before a job starts: extents, sizes, bands and classes.

Each returns a sentence or None. The engine checks the same and more, but only after it has started.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRaster,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.contract.classes import IGNORE_INDEX, MAXIMUM_CLASSES
from ..core.contract.model_card import COARSEST_PIXELS, PIXEL_SIZE_TOLERANCE, ModelCard
from ..core.contract.subsets import SPLIT_VALUES, TRAIN
from .translation import significant, tr

IGNORED_VALUES = {str(IGNORE_INDEX), "ignore"}
"""Class values of ignored polygons."""

MAXIMUM_SHOWN = 8
"""Maximum number of wrong values in a sentence."""


def size_problem(rasters: Iterable[QgsRasterLayer], chip_size: int) -> Optional[str]:
    """A raster that is smaller than one chip."""
    for raster in rasters:
        side = min(raster.width(), raster.height())
        if side < chip_size:
            return tr(
                "The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose "
                "a smaller chip size or a larger raster."
            ).format(layer=raster.name(), width=raster.width(), height=raster.height(), chip=chip_size)
    return None


def overlap_problem(
    rasters: Iterable[QgsRasterLayer], layer: QgsMapLayer, project: Optional[QgsProject]
) -> Optional[str]:
    """A layer whose extent touches none of the rasters."""
    if layer.extent().isEmpty() or any(_overlaps(raster, layer, project) for raster in rasters):
        return None
    return tr(
        "'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right."
    ).format(layer=layer.name())


def classes_problem(layer: QgsVectorLayer, field: str, unlabelled: str) -> Optional[str]:
    """A label layer without polygons, or with too few or too many classes."""
    if layer.featureCount() == 0:
        return tr("The layer '{layer}' holds no polygon.").format(layer=layer.name())
    found = layer.uniqueValues(layer.fields().lookupField(field), MAXIMUM_CLASSES + 2)
    classes = [value for value in found if value != NULL and str(value).strip() not in IGNORED_VALUES]
    if len(classes) > MAXIMUM_CLASSES:
        return tr(
            "The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that "
            "holds the class."
        ).format(field=field, layer=layer.name(), most=MAXIMUM_CLASSES)
    if not classes:
        return tr("The field '{field}' of '{layer}' holds no class.").format(field=field, layer=layer.name())
    if len(classes) == 1 and unlabelled == "ignore":
        return tr(
            "All polygons of '{layer}' belong to one class, '{name}'. Label something else too, or set "
            "'Unlabelled pixels' to 'background'."
        ).format(layer=layer.name(), name=classes[0])
    return None


def split_problem(layer: QgsVectorLayer, field: str) -> Optional[str]:
    """Split areas with an unknown value, or without any for training."""
    found = layer.uniqueValues(layer.fields().lookupField(field), MAXIMUM_CLASSES)
    texts = {"" if value == NULL else str(value).strip() for value in found}
    unknown = sorted(text for text in texts if text.casefold() not in SPLIT_VALUES)
    if unknown:
        return tr(
            "The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}."
        ).format(
            field=field,
            layer=layer.name(),
            known=", ".join(SPLIT_VALUES),
            unknown=", ".join(f"'{text}'" if text else tr("nothing") for text in unknown[:MAXIMUM_SHOWN]),
        )
    if TRAIN not in {text.casefold() for text in texts}:
        return tr(
            "No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one "
            "and write '{train}' into its field '{field}'."
        ).format(layer=layer.name(), train=TRAIN, field=field)
    return None


def bands_problem(raster: QgsRasterLayer, card: ModelCard) -> Optional[str]:
    """A raster with a different number of bands than the model."""
    provider = raster.dataProvider()
    alpha = QgsRaster.ColorInterpretation.AlphaBand
    count = sum(provider.colorInterpretation(band) != alpha for band in range(1, raster.bandCount() + 1))
    if count == len(card.bands):
        return None
    return tr(
        "The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the "
        "same bands, or train a model on this one."
    ).format(
        expected=len(card.bands),
        names=", ".join(band.name for band in card.bands),
        layer=raster.name(),
        count=count,
    )


def pixel_size_problem(
    raster: QgsRasterLayer, card: ModelCard, project: Optional[QgsProject]
) -> Optional[str]:
    """Pixels so large that the model's objects cannot be seen."""
    size = ground_pixel_size(raster, project)
    if size <= COARSEST_PIXELS * card.pixel_size_m:
        return None
    return tr(
        "The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: its objects "
        "cannot be seen at this size. Choose a raster with smaller pixels."
    ).format(layer=raster.name(), size=significant(size), expected=significant(card.pixel_size_m))


def pixel_size_note(raster: QgsRasterLayer, card: ModelCard, project: Optional[QgsProject]) -> Optional[str]:
    """Pixels of another size than in training."""
    size = ground_pixel_size(raster, project)
    if abs(size / card.pixel_size_m - 1) <= PIXEL_SIZE_TOLERANCE:
        return None
    return tr(
        "The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: objects look "
        "larger or smaller than in training."
    ).format(layer=raster.name(), size=significant(size), expected=significant(card.pixel_size_m))


def ground_pixel_size(raster: QgsRasterLayer, project: Optional[QgsProject]) -> float:
    """Side of the square with the true ground area of a raster's centre pixel, metres."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(raster.crs(), (project or QgsProject.instance()).transformContext())
    measure.setEllipsoid(raster.crs().ellipsoidAcronym())
    centre = raster.extent().center()
    sides = (
        measure.measureLine(centre, QgsPointXY(centre.x() + across, centre.y() + up))
        for across, up in ((raster.rasterUnitsPerPixelX(), 0.0), (0.0, raster.rasterUnitsPerPixelY()))
    )
    # The unit's own name differs between versions of QGIS.
    metres = QgsCoordinateReferenceSystem("EPSG:3857").mapUnits()
    width, height = (measure.convertLengthMeasurement(side, metres) for side in sides)
    return math.sqrt(width * height)


def _overlaps(raster: QgsRasterLayer, layer: QgsMapLayer, project: Optional[QgsProject]) -> bool:
    transform = QgsCoordinateTransform(layer.crs(), raster.crs(), project or QgsProject.instance())
    try:
        return transform.transformBoundingBox(layer.extent()).intersects(raster.extent())
    except QgsCsException:
        return True  # unknown here; the engine checks every polygon
