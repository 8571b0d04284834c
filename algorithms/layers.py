"""From QGIS layers to files that the engine can open: paths where possible, exports where needed.

Looking at layers is for the main thread. An ``Export`` holds a snapshot of its layer and can be written in
any thread, so that a large one does not freeze QGIS.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.contract.messages.errors import JobCancelledError, LabelError, OutputError, RasterError
from .translation import tr

UTF8_FORMATS = (".gpkg", ".geojson", ".json", ".fgb")
"""Vector formats that the engine reads as QGIS does. Others are exported: a shapefile's encoding is a setting
of its layer."""

FEATURES_PER_CHECK = 1000
"""Features between two polls of the cancel button in an export."""


@dataclass(frozen=True)
class Selection:
    """Which features of a vector layer are used.

    Attributes:
        only_selected: Only the selected ones.
        limit: Maximum number; -1 for all.
        expression: Only those that match it; empty for all.
    """

    only_selected: bool = False
    limit: int = -1
    expression: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether all features are used."""
        return not (self.only_selected or self.limit >= 0 or self.expression)


class Export:
    """A vector layer to be written as GeoPackage: its polygons and at most one field.

    Args:
        layer: A snapshot is taken, edits, filter and joins included.
        field: Name of the field to keep; empty for none.
        selection: Which features are used.
    """

    def __init__(self, layer: QgsVectorLayer, field: str, selection: Selection) -> None:
        self.path = QgsProcessingUtils.generateTempFilename("labels.gpkg")
        self._name = layer.name()
        self._source = QgsVectorLayerFeatureSource(layer)
        self._crs = layer.crs()
        self._geometry_type = layer.wkbType()
        self._fields = layer.fields()
        self._request = QgsFeatureRequest()
        kept = [] if not field else [self._fields.lookupField(field)]
        self._request.setSubsetOfAttributes(kept)
        for index in reversed(range(self._fields.count())):
            if index not in kept:
                self._fields.remove(index)
        self._kept = kept
        if selection.only_selected:
            self._request.setFilterFids(_selected(layer, selection.expression))
        elif selection.expression:
            self._request.setFilterExpression(selection.expression)
        if selection.limit >= 0:
            self._request.setLimit(selection.limit)

    def write(self, feedback: QgsProcessingFeedback) -> None:
        """Write the file.

        Raises:
            JobCancelledError: The user cancelled.
            OutputError: The file cannot be written.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.fileEncoding = "UTF-8"
        # Unlikely names of a class field: one called "fid" or "geom" would collide with the driver's own.
        options.layerOptions = ["FID=toppixel_id", "GEOMETRY_NAME=toppixel_geometry"]
        writer = QgsVectorFileWriter.create(
            self.path, self._fields, self._geometry_type, self._crs, QgsCoordinateTransformContext(), options
        )
        for number, feature in enumerate(self._source.getFeatures(self._request)):
            if number % FEATURES_PER_CHECK == 0 and feedback.isCanceled():
                raise JobCancelledError(tr("Cancelled."))
            feature.setAttributes([_plain(feature.attribute(index)) for index in self._kept])
            writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        # Rows are flushed with the writer; only then is it known whether all could be written.
        writer.flushBuffer()
        has_failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
        fault = writer.errorMessage() if has_failed else ""
        del writer
        if fault:
            raise OutputError(
                tr("The layer '{layer}' cannot be exported ({fault}).").format(layer=self._name, fault=fault)
            )


def _selected(layer: QgsVectorLayer, expression: str) -> list[int]:
    """Identifiers of the selected features that match the expression, if there is one."""
    if not expression:
        return list(layer.selectedFeatureIds())
    request = QgsFeatureRequest().setFilterExpression(expression).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    fulfilling = {feature.id() for feature in layer.getFeatures(request)}
    return [each for each in layer.selectedFeatureIds() if each in fulfilling]


def _plain(value: Any) -> Any:
    return None if value == NULL else value


def raster_path(layer: Optional[QgsRasterLayer]) -> str:
    """Path of a raster layer's file.

    Args:
        layer: None if Processing could not load it.

    Raises:
        RasterError: The engine could not open it, or it lacks a coordinate system.
    """
    if layer is None or not layer.isValid():
        raise RasterError(tr("An input raster cannot be loaded."), tr("Check that its file is there."))
    path = _local_path(layer)
    if layer.providerType() != "gdal" or not path:
        raise RasterError(
            tr("The raster '{layer}' is not a file on this computer.").format(layer=layer.name()),
            tr("Save it as GeoTIFF first (right click on the layer, Export)."),
        )
    crs = layer.dataProvider().crs()
    if not crs.isValid():
        raise RasterError(
            tr("The raster '{layer}' has no coordinate system in its file.").format(layer=layer.name()),
            tr("Write one into it with 'Assign projection' of the Processing toolbox."),
        )
    if layer.crs() != crs:
        raise RasterError(
            tr(
                "The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}."
            ).format(layer=layer.name(), layer_crs=layer.crs().authid(), crs=crs.authid()),
            tr("Write the right one into the file with 'Assign projection' of the Processing toolbox."),
        )
    return path


def vector_file(layer: QgsVectorLayer, field: str, selection: Selection) -> Union[str, Export]:
    """The file of a vector layer, or an export of the layer.

    Args:
        layer: Of any provider.
        field: Required field; empty for none.
        selection: Which features are used.

    Returns:
        ``path`` or ``path|layername=…`` if the file holds exactly what the user sees; otherwise an export.

    Raises:
        LabelError: The layer cannot be used at all.
    """
    if not layer.crs().isValid():
        raise LabelError(
            tr("The layer '{layer}' has no coordinate system.").format(layer=layer.name()),
            tr("Set it in the layer's properties, under Source."),
        )
    if field and layer.fields().lookupField(field) < 0:
        known = ", ".join(layer.fields().names())
        raise LabelError(
            tr("The layer '{layer}' has no field '{field}'.").format(layer=layer.name(), field=field),
            tr("Its fields: {fields}.").format(fields=known),
        )
    if selection.is_everything and _is_its_file(layer, field):
        name = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName")
        path = _local_path(layer)
        return f"{path}|layername={name}" if name else path
    return Export(layer, field, selection)


def selection_of(value: Any) -> Selection:
    """Which features the value of a feature source parameter selects."""
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return Selection()
    return Selection(
        value.selectedFeaturesOnly,
        value.featureLimit,
        getattr(value, "filterExpression", ""),  # newer than QGIS 3.22
    )


def _is_its_file(layer: QgsVectorLayer, field: str) -> bool:
    """Whether the file holds exactly what the layer shows: no filter, edits, joined field or other CRS."""
    path = Path(_local_path(layer))
    return (
        layer.providerType() == "ogr"
        and path.suffix.lower() in UTF8_FORMATS
        and path.is_file()
        and not layer.subsetString()
        and not layer.isModified()
        and layer.dataProvider().crs() == layer.crs()
        and (not field or layer.dataProvider().fields().lookupField(field) >= 0)
        and _has_clear_name(layer)
    )


def _has_clear_name(layer: QgsVectorLayer) -> bool:
    """Whether path and name identify the layer; not if it is addressed by an index into the file."""
    decoded = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    by_index = decoded.get("layerId") is not None
    return bool(decoded.get("layerName")) or (not by_index and len(layer.dataProvider().subLayers()) <= 1)


def _local_path(layer: QgsMapLayer) -> str:
    """Path of a layer's plain file; empty for a database, a service, an archive or a subdataset."""
    decoded = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = decoded.get("path") or ""
    if decoded.get("vsiPrefix") or not path or not Path(path).is_file():
        return ""
    if isinstance(layer, QgsRasterLayer) and decoded.get("layerName"):
        return ""
    return str(path)
