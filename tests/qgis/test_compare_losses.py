import csv
import sys
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from toppixel.core.contract.catalog.losses import DEFAULT_COMPARISON
from toppixel.core.contract.model_card import read_model_card


@pytest.fixture
def parameters(scene, labels, tmp_path):
    return {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "CHIP_SIZE": 64,
        "FOLDER": str(tmp_path / "comparison ä"),
    }


def problem(algorithm, parameters, context, **changes):
    """The message about wrong values."""
    fine, message = algorithm("comparelosses").checkParameterValues({**parameters, **changes}, context)
    assert not fine
    return message


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "multilayer", None),
        ("LABELS", "layer", None),
        ("CLASS_FIELD", "field", None),
        ("AREA", "source", None),
        ("TEST_AREA", "source", None),
        ("UNLABELLED", "enum", "background"),
        ("LOSSES", "string", "\n".join(DEFAULT_COMPARISON)),
        ("SEEDS", "number", 2),
        ("CHOSEN_CLASS", "string", ""),
        ("CLASS_WEIGHTS", "string", "none"),
        ("EPOCHS", "number", 20),
        ("SEED", "number", 1),
        ("FOLDER", "folderDestination", None),
        ("TABLE", "vectorDestination", None),
        ("REPORT", "fileDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("comparelosses").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_good_values_pass(algorithm, parameters, context):
    assert algorithm("comparelosses").checkParameterValues(parameters, context) == (True, "")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"LOSSES": "ce\nfocl"}, "Losses: There is no loss 'focl'. Did you mean 'focal'?"),
        ({"LOSSES": "ce; 1*ce"}, "Losses: 'ce' is listed twice."),
        ({"LOSSES": " ;\n"}, "Losses: the list is empty."),
        ({"FOLDER": "/nowhere/at/all"}, "there is no folder '/nowhere/at'"),
        ({"VALIDATION": 0}, "There is nothing to score on"),
        ({"CLASS_WEIGHTS": "rare"}, "'rare' is neither a weighting"),
        ({"CLASS_FIELD": "klass"}, "has no field 'klass'"),
        ({"TABLE": "/nowhere/table.gpkg"}, "there is no folder '/nowhere'"),
    ],
)
def test_wrong_values_get_a_sentence(algorithm, parameters, context, changes, sentence):
    assert sentence in problem(algorithm, parameters, context, **changes)


def test_test_area_elsewhere_is_refused(algorithm, parameters, context, add_polygons):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "elsewhere", "memory")
    add_polygons(layer, [(0, 0, 9, 9)], west=100.0, north=10.0)
    QgsProject.instance().addMapLayer(layer)

    message = problem(algorithm, parameters, context, TEST_AREA=layer.id())

    assert "'elsewhere' does not overlap the input rasters" in message


@pytest.mark.parametrize("text", ["ce\n\n  toppixel(k=500)\n", "ce; toppixel(k=500)"])
def test_losses_are_separated_by_lines_or_semicolons(fake_engine, parameters, text, feedback):
    results = processing.run("toppixel:comparelosses", {**parameters, "LOSSES": text}, feedback=feedback)

    settings = fake_engine.request["settings"]
    assert fake_engine.request["job"] == "compare"
    assert settings["losses"] == ["ce", "toppixel(k=500)"]
    assert settings["chosen_class"] == ""
    assert results["FOLDER"] == parameters["FOLDER"]
    assert results["BEST"] == "ce"
    assert not results.get("TABLE")


def test_test_area_is_passed_to_the_job(fake_engine, parameters, add_polygons, feedback):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    add_polygons(area, [(0, 0, 256, 128)])
    QgsProject.instance().addMapLayer(area)

    processing.run("toppixel:comparelosses", {**parameters, "TEST_AREA": area.id()}, feedback=feedback)

    assert QgsVectorLayer(fake_engine.request["settings"]["test_area"], "", "ogr").featureCount() == 1


def test_temporary_folder_gets_a_note(fake_engine, parameters, feedback):
    results = processing.run(
        "toppixel:comparelosses",
        {**parameters, "FOLDER": "TEMPORARY_OUTPUT", "REPORT": "TEMPORARY_OUTPUT"},
        feedback=feedback,
    )

    assert results["FOLDER"].startswith(QgsProcessingUtils.tempFolder())
    assert results["REPORT"].endswith(".html")
    assert any("an interrupted comparison cannot be resumed" in text for text in feedback.texts("info"))


def test_permanent_folder_gets_no_note(fake_engine, parameters, feedback):
    processing.run("toppixel:comparelosses", parameters, feedback=feedback)

    assert not any("interrupted" in text for text in feedback.texts("info"))


@pytest.fixture
def tiny(engine, parameters, tmp_path):
    """A comparison of two losses that takes seconds."""
    return {
        **parameters,
        "LOSSES": "ce; toppixel(k=500)",
        "SEEDS": 1,
        "ENCODER": "tu-test_resnet",
        "ENCODER_WEIGHTS": "random",
        "CHIP_SIZE": 32,
        "EPOCHS": 1,
        "DEVICE": "cpu",
        "TABLE": str(tmp_path / "scores.gpkg"),
        "REPORT": str(tmp_path / "report.html"),
    }


def test_losses_are_compared_and_the_table_is_loaded(tiny, feedback):
    results = processing.runAndLoadResults("toppixel:comparelosses", tiny, feedback=feedback)

    [table] = QgsProject.instance().mapLayersByName("Compared losses")
    assert {feature["loss"] for feature in table.getFeatures()} == {"ce", "toppixel(k=500)"}
    with Path(results["CSV"]).open(encoding="utf-8", newline="") as file:
        assert [row["loss"] for row in csv.DictReader(file)] == ["ce", "toppixel(k=500)"]
    assert "toppixel(k=500)" in Path(results["REPORT"]).read_text(encoding="utf-8")
    assert results["BEST"] in ("ce", "toppixel(k=500)")
    models = sorted(Path(results["FOLDER"]).glob("*.safetensors"))
    assert {read_model_card(model).loss for model in models} == {"ce", "toppixel(k=500)"}
    assert "torch" not in sys.modules


def test_same_folder_resumes_and_other_settings_are_refused(tiny, feedback):
    one = {**tiny, "LOSSES": "ce"}
    processing.run("toppixel:comparelosses", one, feedback=feedback)

    processing.run("toppixel:comparelosses", one, feedback=feedback)
    assert any("1 of 1 runs were finished earlier" in text for text in feedback.texts("info"))

    with pytest.raises(QgsProcessingException, match="other settings: Epochs"):
        processing.run("toppixel:comparelosses", {**one, "EPOCHS": 2}, feedback=feedback)
