"""The user's split areas from a dialog to the engine, and the split layer as a result."""

import processing
import pytest
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer


@pytest.fixture
def parameters(scene, labels, tmp_path):
    return {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "CHIP_SIZE": 32,
        "MODEL": str(tmp_path / "model.safetensors"),
    }


@pytest.fixture
def make_areas(add_polygons):
    """Split areas from the top of the scene down: (last row, value), in a layer in memory."""

    def make(*rows, field="split"):
        layer = QgsVectorLayer(f"Polygon?crs=EPSG:32632&field={field}:string", "areas", "memory")
        firsts = [0, *(last for last, _ in rows)]
        add_polygons(layer, [(0, first, 256, last, value) for first, (last, value) in zip(firsts, rows)])
        QgsProject.instance().addMapLayer(layer)
        return layer

    return make


def problem(algorithm, name, parameters, context):
    fine, message = algorithm(name).checkParameterValues(parameters, context)
    assert not fine
    return message


@pytest.mark.parametrize("name", ["trainmodel", "comparelosses"])
def test_unknown_values_and_fields_are_reported_with_the_known_ones(
    algorithm, parameters, context, make_areas, name, tmp_path
):
    parameters = {**parameters, "FOLDER": str(tmp_path / "folder")}
    areas = make_areas((128, "Train "), (200, "val"), (256, None))

    message = problem(algorithm, name, {**parameters, "SPLIT": areas.id()}, context)
    assert "'split' of 'areas' must hold train, validation, test for each polygon" in message
    assert "holds nothing, 'val'" in message

    message = problem(algorithm, name, {**parameters, "SPLIT": areas.id(), "SPLIT_FIELD": "part"}, context)
    assert "The layer 'areas' has no field 'part'. Its fields: split." in message


def test_areas_without_training_leave_nothing_to_learn(algorithm, parameters, context, make_areas):
    areas = make_areas((128, "validation"), (256, "test"))

    message = problem(algorithm, "trainmodel", {**parameters, "SPLIT": areas.id()}, context)

    assert "No polygon of 'areas' is for training." in message


def test_areas_are_passed_with_their_field_and_selection(fake_engine, parameters, make_areas, feedback):
    areas = make_areas((128, "train"), (192, "nonsense"), (256, "validation"), field="use")
    areas.selectByExpression("use <> 'nonsense'")
    source = QgsProcessingFeatureSourceDefinition(areas.id(), selectedFeaturesOnly=True)

    processing.run(
        "toppixel:trainmodel", {**parameters, "SPLIT": source, "SPLIT_FIELD": "use"}, feedback=feedback
    )

    settings = fake_engine.request["settings"]
    assert settings["split_field"] == "use"
    exported = QgsVectorLayer(settings["split"], "", "ogr")
    assert {feature["use"] for feature in exported.getFeatures()} == {"train", "validation"}


def test_the_subsets_are_loaded_in_their_colours(engine, parameters, make_areas, tmp_path, feedback):
    areas = make_areas((128, "TRAIN"), (192, "validation"), (256, "Test"))

    results = processing.runAndLoadResults(
        "toppixel:trainmodel",
        {
            **parameters,
            "SPLIT": areas.id(),
            "LOSS": "ce",
            "ENCODER": "tu-test_resnet",
            "ENCODER_WEIGHTS": "random",
            "EPOCHS": 1,
            "DEVICE": "cpu",
            "SPLIT_LAYER": str(tmp_path / "subsets ä.gpkg"),
        },
        feedback=feedback,
    )

    [layer] = QgsProject.instance().mapLayersByName("Training and validation")
    subsets = {feature["subset"]: feature for feature in layer.getFeatures()}
    assert set(subsets) == {"training", "buffer", "validation", "test"}
    assert sum(subset["area_m2"] for subset in subsets.values()) == pytest.approx(128**2, rel=0.01)
    assert subsets["validation"]["pixels_background"] + subsets["validation"]["pixels_bright"] > 0
    renderer = layer.renderer()
    assert renderer.classAttribute() == "subset"
    for name, colour in (("training", "#3b78c3"), ("validation", "#ffd400"), ("test", "#c2349c")):
        category = renderer.categories()[renderer.categoryIndexForValue(name)]
        assert category.symbol().color().name() == colour
    assert 0 <= results["TEST_MIOU"] <= 1
