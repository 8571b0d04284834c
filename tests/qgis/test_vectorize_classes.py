import sys

import numpy as np
import processing
import pytest
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor


@pytest.fixture
def classes(write_raster, tmp_path):
    """Two halves with stairs between them, and a speck."""
    rows, cols = np.mgrid[:64, :64]
    values = (rows > 0.4 * cols + 20).astype(np.uint8)[np.newaxis]
    values[:, 5:7, 5:7] = 2
    return str(write_raster(tmp_path / "Karte ä.tif", values))


@pytest.fixture
def parameters(classes, tmp_path):
    return {"INPUT": classes, "OUTPUT": str(tmp_path / "polygons.gpkg")}


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "raster", None),
        ("MIN_AREA", "number", 0),
        ("SIMPLIFY", "number", 0),
        ("SMOOTH", "number", 0),
        ("CONFIDENCE", "raster", None),
        ("OUTPUT", "vectorDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("vectorizeclasses").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_faults_are_reported_before_the_run(algorithm, parameters, context):
    fine, message = algorithm("vectorizeclasses").checkParameterValues(
        {**parameters, "OUTPUT": "/nowhere/a.gpkg"}, context
    )

    assert not fine
    assert "there is no folder '/nowhere'" in message


def test_layer_that_is_no_file_is_refused_with_what_to_do(algorithm, parameters, context):
    layer = QgsRasterLayer("type=xyz&url=https://example.org/{z}/{x}/{y}.png", "tiles", "wms")
    QgsProject.instance().addMapLayer(layer)

    fine, message = algorithm("vectorizeclasses").checkParameterValues(
        {**parameters, "INPUT": layer}, context
    )

    assert not fine
    assert "not a file on this computer" in message


def test_polygons_are_loaded_in_the_colours_of_the_raster_layer(engine, parameters, classes, feedback):
    layer = QgsRasterLayer(classes, "map")
    rows = [
        QgsPalettedRasterRenderer.Class(value, QColor(colour), name)
        for value, colour, name in ((0, "#101010", "water"), (1, "#20aa20", "wood"), (2, "#ff0000", "speck"))
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, rows))
    QgsProject.instance().addMapLayer(layer)

    processing.runAndLoadResults(
        "toppixel:vectorizeclasses", {**parameters, "INPUT": layer}, feedback=feedback
    )

    [polygons] = QgsProject.instance().mapLayersByName("map polygons")
    found = {feature["class_name"]: feature for feature in polygons.getFeatures()}
    assert set(found) == {"water", "wood", "speck"}
    assert found["speck"]["area_m2"] == pytest.approx(4 * 0.25, rel=0.01)
    categories = {each.label(): each.symbol().color().name() for each in polygons.renderer().categories()}
    assert categories == {"water": "#101010", "wood": "#20aa20", "speck": "#ff0000"}
    assert "shapely" not in sys.modules


def test_small_segments_are_merged_and_stair_steps_become_straight(
    engine, parameters, write_raster, tmp_path, feedback
):
    confidence = write_raster(tmp_path / "sure.tif", np.full((1, 64, 64), 1, np.uint8))
    bent = {"MIN_AREA": 2, "SIMPLIFY": 0.5, "SMOOTH": 1, "CONFIDENCE": str(confidence)}

    exact = processing.run("toppixel:vectorizeclasses", parameters, feedback=feedback)["OUTPUT"]
    before = [feature.geometry().constGet().nCoordinates() for feature in features(exact)]
    output = processing.run("toppixel:vectorizeclasses", {**parameters, **bent}, feedback=feedback)["OUTPUT"]

    after = features(output)
    assert [feature["class_name"] for feature in after] == ["0", "1"]
    assert sum(feature.geometry().constGet().nCoordinates() for feature in after) < sum(before) / 3
    assert [feature["mean_confidence"] for feature in after] == [1, 1]


def features(path):
    return sorted(QgsVectorLayer(path, "", "ogr").getFeatures(), key=lambda each: each["class_value"])
