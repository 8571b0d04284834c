import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from toppixel.algorithms.layers import Export, Selection, raster_path, selection_of, vector_file
from toppixel.core.contract.messages.errors import JobCancelledError, LabelError, RasterError

EVERYTHING = Selection()


@pytest.fixture
def save(tmp_path):
    """Writes a layer to a file, under a name that needs quoting everywhere."""

    def save_layer(layer, suffix=".gpkg", driver="GPKG", layer_name="crowns & cars"):
        path = tmp_path / f"it's ä label{suffix}"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        options.layerName = layer_name
        if path.exists():
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        fault, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(path), QgsProject.instance().transformContext(), options
        )
        assert fault == QgsVectorFileWriter.WriterError.NoError
        return path

    return save_layer


def exported(export, feedback):
    """The exported layer."""
    assert isinstance(export, Export)
    export.write(feedback)
    layer = QgsVectorLayer(export.path, "exported", "ogr")
    assert layer.isValid()
    return layer


def values(layer, field):
    return sorted(str(feature[field]) for feature in layer.getFeatures())


def test_a_plain_file_is_used_as_it_is(labels, save):
    path = save(labels)
    layer = QgsVectorLayer(f"{path}|layername=crowns & cars", "file", "ogr")

    assert vector_file(layer, "kind", EVERYTHING) == f"{path}|layername=crowns & cars"


def test_a_file_with_one_layer_needs_no_layer_name(labels, save):
    path = save(labels, ".geojson", "GeoJSON")
    layer = QgsVectorLayer(str(path), "file", "ogr")

    assert vector_file(layer, "kind", EVERYTHING) == str(path)


def test_a_layer_by_index_of_several_is_exported(labels, save, feedback):
    save(labels, layer_name="first")
    path = save(labels, layer_name="second")
    layer = QgsVectorLayer(f"{path}|layerid=1", "file", "ogr")

    assert values(exported(vector_file(layer, "kind", EVERYTHING), feedback), "kind") == [
        "bright",
        "car",
        "car",
    ]


def test_a_memory_layer_is_exported_with_its_field_geometry_and_system(labels, feedback):
    layer = exported(vector_file(labels, "kind", EVERYTHING), feedback)

    assert values(layer, "kind") == ["bright", "car", "car"]
    assert [name for name in layer.fields().names() if name != "toppixel_id"] == ["kind"]
    assert layer.crs().authid() == "EPSG:32632"
    assert layer.extent() == labels.extent()


def test_an_area_is_exported_without_any_field(labels, feedback):
    layer = exported(vector_file(labels, "", EVERYTHING), feedback)

    assert layer.featureCount() == 3
    assert layer.fields().names() == ["toppixel_id"]


def test_only_selected_features_are_exported(labels, feedback):
    labels.selectByExpression("note = 'b'")

    layer = exported(vector_file(labels, "kind", Selection(only_selected=True)), feedback)

    assert values(layer, "kind") == ["car"]


def test_a_filter_on_the_layer_is_honoured(labels, save, feedback):
    layer = QgsVectorLayer(f"{save(labels)}|layername=crowns & cars", "file", "ogr")
    layer.setSubsetString("code = 1")

    assert values(exported(vector_file(layer, "kind", EVERYTHING), feedback), "kind") == ["bright"]


def test_unsaved_edits_are_seen(labels, save, feedback):
    layer = QgsVectorLayer(f"{save(labels)}|layername=crowns & cars", "file", "ogr")
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures("note = 'b'")).id())

    assert values(exported(vector_file(layer, "kind", EVERYTHING), feedback), "kind") == ["bright", "car"]
    layer.rollBack()


def test_a_system_chosen_in_qgis_takes_precedence_over_the_file(labels, save, feedback):
    layer = QgsVectorLayer(f"{save(labels)}|layername=crowns & cars", "file", "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))

    assert exported(vector_file(layer, "kind", EVERYTHING), feedback).crs().authid() == "EPSG:32633"


def test_a_shapefile_is_exported_because_only_qgis_knows_its_encoding(labels, save, feedback):
    layer = QgsVectorLayer(str(save(labels, ".shp", "ESRI Shapefile")), "file", "ogr")

    assert values(exported(vector_file(layer, "kind", EVERYTHING), feedback), "kind") == [
        "bright",
        "car",
        "car",
    ]


def test_another_provider_is_exported(labels, save, feedback):
    QgsProject.instance().addMapLayer(labels)
    layer = QgsVectorLayer(f"?query=SELECT * FROM {labels.name()} WHERE code = 2", "virtual", "virtual")
    assert layer.isValid()

    assert values(exported(vector_file(layer, "kind", EVERYTHING), feedback), "kind") == ["car", "car"]


def test_a_field_called_fid_survives(tmp_path, add_polygons, feedback):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=fid:integer&field=geom:string", "awkward", "memory")
    add_polygons(layer, [(0, 0, 5, 5, 7, "x"), (10, 10, 15, 15, 7, "y")])

    assert values(exported(vector_file(layer, "fid", EVERYTHING), feedback), "fid") == ["7", "7"]
    assert values(exported(vector_file(layer, "geom", EVERYTHING), feedback), "geom") == ["x", "y"]


def test_missing_values_stay_missing(add_polygons, feedback):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "gaps", "memory")
    add_polygons(layer, [(0, 0, 5, 5, "a"), (10, 10, 15, 15, NULL)])

    rows = exported(vector_file(layer, "kind", EVERYTHING), feedback).getFeatures(QgsFeatureRequest())

    assert [feature["kind"] == NULL for feature in rows] == [False, True]


def test_limit_and_expression_are_applied(labels, feedback):
    limited = exported(vector_file(labels, "kind", Selection(limit=2)), feedback)
    filtered = exported(vector_file(labels, "kind", Selection(expression="code = 2")), feedback)

    assert limited.featureCount() == 2
    assert values(filtered, "kind") == ["car", "car"]


def test_a_selection_and_an_expression_are_combined(labels, feedback):
    labels.selectByExpression("note in ('a', 'b')")

    layer = exported(
        vector_file(labels, "kind", Selection(only_selected=True, expression="code = 2")), feedback
    )

    assert values(layer, "kind") == ["car"]


def test_selection_of_a_parameter_value():
    assert selection_of("/some/file.gpkg").is_everything
    assert selection_of(QgsProcessingFeatureSourceDefinition("x", True)).only_selected
    assert selection_of(QgsProcessingFeatureSourceDefinition("x", False, 5)).limit == 5


def test_an_export_can_be_cancelled(labels, feedback):
    export = vector_file(labels, "kind", EVERYTHING)
    feedback.cancel()

    with pytest.raises(JobCancelledError):
        export.write(feedback)


def test_an_unknown_field_is_refused_with_those_there_are(labels):
    with pytest.raises(LabelError, match=r"no field 'klass'.*kind, code, note"):
        vector_file(labels, "klass", EVERYTHING)


def test_polygons_without_a_system_are_refused():
    layer = QgsVectorLayer("Polygon?field=kind:string", "lost", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())

    with pytest.raises(LabelError, match="'lost' has no coordinate system"):
        vector_file(layer, "kind", EVERYTHING)


def test_a_raster_file_is_used_as_it_is(scene, tmp_path):
    assert raster_path(scene) == str(tmp_path / "scene ä.tif")


def test_a_virtual_raster_is_a_file(scene, tmp_path):
    from osgeo import gdal

    path = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(path), [scene.source()]).FlushCache()

    assert raster_path(QgsRasterLayer(str(path), "mosaic")) == str(path)


def test_a_web_service_is_refused_with_what_to_do():
    layer = QgsRasterLayer("type=xyz&url=http://localhost/{z}/{x}/{y}.png", "tiles", "wms")

    with pytest.raises(RasterError, match=r"'tiles' is not a file.*Save it as GeoTIFF"):
        raster_path(layer)


def test_a_raster_inside_an_archive_is_refused(scene, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "scene.zip", "w") as archive:
        archive.write(scene.source(), "scene.tif")
    layer = QgsRasterLayer(f"/vsizip/{tmp_path}/scene.zip/scene.tif", "zipped")
    assert layer.isValid()

    with pytest.raises(RasterError, match="'zipped' is not a file"):
        raster_path(layer)


def test_a_raster_without_a_system_is_refused(write_raster, tmp_path):
    import numpy as np

    layer = QgsRasterLayer(
        str(write_raster(tmp_path / "plain.tif", np.ones((1, 64, 64), np.uint8), epsg=None)), "plain"
    )

    with pytest.raises(RasterError, match=r"'plain' has no coordinate system.*Assign projection"):
        raster_path(layer)


def test_a_system_that_only_qgis_knows_is_refused(scene):
    scene.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))

    with pytest.raises(RasterError, match="EPSG:32633 in QGIS, but its file says EPSG:32632"):
        raster_path(scene)


def test_a_missing_raster_is_refused():
    with pytest.raises(RasterError, match="cannot be loaded"):
        raster_path(QgsRasterLayer("/nowhere/x.tif", "gone"))
    with pytest.raises(RasterError, match="cannot be loaded"):
        raster_path(None)
