import sys
from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from toppixel.core.contract.model_card import read_model_card
from toppixel.core.contract.texts.loss import parse_loss
from toppixel.core.contract.texts.weights import parse_weights


@pytest.fixture
def parameters(scene, labels, tmp_path):
    return {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "CHIP_SIZE": 64,
        "TABLE": str(tmp_path / "classes ä.gpkg"),
    }


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "multilayer", None),
        ("LABELS", "layer", None),
        ("CLASS_FIELD", "field", None),
        ("AREA", "source", None),
        ("UNLABELLED", "enum", "background"),
        ("CLASS_WEIGHTS", "string", "median_frequency"),
        ("CHIP_SIZE", "number", 256),
        ("BATCH_SIZE", "number", 8),
        ("TABLE", "vectorDestination", None),
        ("REPORT", "fileDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("classweights").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_faults_are_reported_before_the_run(algorithm, parameters, context):
    wrong = {**parameters, "CLASS_WEIGHTS": "median", "CHIP_SIZE": 100, "CLASS_FIELD": "klass"}

    fine, message = algorithm("classweights").checkParameterValues(wrong, context)

    assert not fine
    assert "'median' is neither a weighting" in message
    assert "multiple of 32" in message
    assert "no field 'klass'" in message


def test_the_table_is_a_layer_with_a_row_per_class(engine, parameters, feedback):
    results = processing.runAndLoadResults(
        "toppixel:classweights", {**parameters, "REPORT": "TEMPORARY_OUTPUT"}, feedback=feedback
    )

    [layer] = [
        each for each in QgsProject.instance().mapLayers().values() if each.name() == "Class statistics"
    ]
    rows = {row["class_name"]: row for row in layer.getFeatures()}
    assert set(rows) == {"background", "bright", "car"}
    assert rows["car"]["pixels"] == 2 * 40 * 40
    assert rows["bright"]["pixels"] == 85 * 256
    assert rows["car"]["polygons"] == 2
    assert rows["car"]["area_m2"] == pytest.approx(3200 * 0.25, rel=0.01)
    assert results["RAREST"] == "car"
    assert "car" in Path(results["REPORT"]).read_text(encoding="utf-8")
    assert any("car: " in text for text in feedback.texts("info"))
    assert "rasterio" not in sys.modules


def test_a_class_raster_has_no_polygons_to_count(engine, parameters, write_raster, tmp_path, feedback):
    values = np.zeros((1, 256, 256), np.uint8)
    values[:, :64, :64] = 3
    path = write_raster(tmp_path / "classes.tif", values)

    results = processing.run(
        "toppixel:classweights",
        {**parameters, "LABELS": str(path), "CLASS_FIELD": None, "REPORT": None},
        feedback=feedback,
    )

    rows = list(QgsVectorLayer(results["TABLE"], "", "ogr").getFeatures())
    assert [row["pixels"] for row in rows] == [256 * 256 - 64 * 64, 64 * 64]
    assert not any(isinstance(row["polygons"], float) for row in rows)


def test_weights_and_loss_can_be_given_to_training(engine, parameters, labels, tmp_path, feedback):
    audit = processing.run("toppixel:classweights", {**parameters, "REPORT": None}, feedback=feedback)

    trained = processing.run(
        "toppixel:trainmodel",
        {
            "INPUT": parameters["INPUT"],
            "LABELS": labels,
            "CLASS_FIELD": "kind",
            "LOSS": audit["LOSS"],
            "CLASS_WEIGHTS": audit["WEIGHTS"],
            "ENCODER": "tu-test_resnet",
            "ENCODER_WEIGHTS": "random",
            "CHIP_SIZE": 32,
            "EPOCHS": 1,
            "DEVICE": "cpu",
            "MODEL": str(tmp_path / "model.safetensors"),
        },
        feedback=feedback,
    )

    card = read_model_card(trained["MODEL"])
    weights = parse_weights(audit["WEIGHTS"])
    assert dict(zip((entry.name for entry in card.classes), card.class_weights)) == pytest.approx(weights)
    assert "toppixel" in {term.name for term in parse_loss(card.loss)}
