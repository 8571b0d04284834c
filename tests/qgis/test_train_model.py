from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)


@pytest.fixture
def parameters(scene, labels, tmp_path):
    return {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "CHIP_SIZE": 64,
        "MODEL": str(tmp_path / "model.safetensors"),
    }


def problem(algorithm, parameters, context, **changes):
    """The message about wrong values."""
    fine, message = algorithm("trainmodel").checkParameterValues({**parameters, **changes}, context)
    assert not fine
    return message


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "multilayer", None),
        ("LABELS", "layer", None),
        ("CLASS_FIELD", "field", None),
        ("AREA", "source", None),
        ("UNLABELLED", "enum", "background"),
        ("LOSS", "string", "focal"),
        ("CLASS_WEIGHTS", "string", "none"),
        ("ARCHITECTURE", "enum", "unet"),
        ("ENCODER", "string", "tu-tf_efficientnet_lite0"),
        ("ENCODER_WEIGHTS", "string", "pretrained"),
        ("CHIP_SIZE", "number", 256),
        ("BATCH_SIZE", "number", 8),
        ("EPOCHS", "number", 20),
        ("LEARNING_RATE", "number", 0.001),
        ("VALIDATION", "number", 0.2),
        ("SEED", "number", 1),
        ("DEVICE", "string", "auto"),
        ("MODEL", "fileDestination", None),
        ("REPORT", "fileDestination", None),
        ("TENSORBOARD", "folderDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("trainmodel").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_good_values_pass(algorithm, parameters, context):
    assert algorithm("trainmodel").checkParameterValues(parameters, context) == (True, "")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"LOSS": "toppixl(k=5)"}, "There is no loss 'toppixl'. Did you mean 'toppixel'?"),
        ({"LOSS": "toppixel(k=0)"}, "'k' must be an integer from 1"),
        ({"LOSS": "focal(gamma=-1)"}, "'gamma' must be a number from 0"),
        ({"CLASS_WEIGHTS": "car=much"}, "the weight of 'car' must be a number from 0"),
        ({"CHIP_SIZE": 100}, "Chip size must be a multiple of 32, not 100."),
        ({"CHIP_SIZE": 512}, "only 256 x 256 pixels, less than a chip of 512"),
        ({"CLASS_FIELD": ""}, "Class field is missing. Choose the field of 'labels'"),
        ({"CLASS_FIELD": "klass"}, "has no field 'klass'"),
        ({"ENCODER_WEIGHTS": "/no/such.pth"}, "'/no/such.pth' is neither a file nor one of"),
        ({"DEVICE": "gpu"}, "there is no 'gpu'"),
        ({"MODEL": "/nowhere/model.safetensors"}, "there is no folder '/nowhere'"),
        ({"REPORT": "/nowhere/report.html"}, "there is no folder '/nowhere'"),
    ],
)
def test_wrong_values_get_a_sentence(algorithm, parameters, context, changes, sentence):
    assert sentence in problem(algorithm, parameters, context, **changes)


def test_all_faults_are_reported_at_once(algorithm, parameters, context):
    message = problem(algorithm, parameters, context, LOSS="x", CHIP_SIZE=100, CLASS_FIELD="klass")

    assert "no loss 'x'" in message
    assert "multiple of 32" in message
    assert "no field 'klass'" in message


def test_another_ending_of_the_model_is_refused(algorithm, parameters, context, tmp_path):
    assert "must end in .safetensors" in problem(
        algorithm, parameters, context, MODEL=str(tmp_path / "m.pth")
    )


def test_labels_elsewhere_are_refused(algorithm, parameters, context, add_polygons):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=kind:string", "elsewhere", "memory")
    add_polygons(layer, [(0, 0, 9, 9, "a"), (10, 0, 19, 9, "b")], west=100.0, north=10.0)
    QgsProject.instance().addMapLayer(layer)

    message = problem(algorithm, parameters, context, LABELS=layer)

    assert "'elsewhere' does not overlap the input rasters" in message


def test_labels_in_another_system_pass_where_they_overlap(algorithm, parameters, context, labels):
    result = processing.run(
        "native:reprojectlayer", {"INPUT": labels, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"}
    )["OUTPUT"]
    QgsProject.instance().addMapLayer(result)

    assert algorithm("trainmodel").checkParameterValues({**parameters, "LABELS": result}, context) == (
        True,
        "",
    )


def test_an_empty_layer_is_refused(algorithm, parameters, context):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "empty", "memory")
    QgsProject.instance().addMapLayer(layer)

    assert "'empty' holds no polygon" in problem(algorithm, parameters, context, LABELS=layer)


def test_a_field_of_identifiers_is_refused(algorithm, parameters, context, add_polygons):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:integer", "many", "memory")
    add_polygons(layer, [(i % 16, i // 16, i % 16 + 1, i // 16 + 1, 1000 + i) for i in range(300)])
    QgsProject.instance().addMapLayer(layer)

    assert "more than 254 different values" in problem(algorithm, parameters, context, LABELS=layer)


def test_one_class_needs_background(algorithm, parameters, context, labels):
    labels.setSubsetString("kind = 'car'")
    labels.dataProvider().deleteFeatures([feature.id() for feature in labels.getFeatures("kind = 'bright'")])

    assert "one class, 'car'" in problem(algorithm, parameters, context, UNLABELLED="ignore")
    assert algorithm("trainmodel").checkParameterValues(parameters, context) == (True, "")


def test_only_empty_class_values_are_refused(algorithm, parameters, context, add_polygons):
    from qgis.core import NULL

    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "void", "memory")
    add_polygons(layer, [(0, 0, 9, 9, NULL)])
    QgsProject.instance().addMapLayer(layer)

    assert "holds no class" in problem(algorithm, parameters, context, LABELS=layer)


def test_a_class_raster_needs_no_field(fake_engine, parameters, write_raster, tmp_path, feedback):
    path = write_raster(tmp_path / "classes.tif", np.ones((1, 256, 256), np.uint8))

    processing.run(
        "toppixel:trainmodel", {**parameters, "LABELS": str(path), "CLASS_FIELD": None}, feedback=feedback
    )

    settings = fake_engine.request["settings"]
    assert settings["labels"] == str(path)
    assert settings["class_field"] == ""


def test_the_job_holds_the_dialog_s_values_and_the_layer_s_style(fake_engine, parameters, labels, feedback):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    symbol = QgsFillSymbol.createSimple({"color": "#0000ff"})
    labels.setRenderer(QgsCategorizedSymbolRenderer("code", [QgsRendererCategory(2, symbol, "car")]))

    results = processing.run(
        "toppixel:trainmodel", {**parameters, "CLASS_FIELD": "code", "EPOCHS": 3}, feedback=feedback
    )

    settings = fake_engine.request["settings"]
    assert fake_engine.request["job"] == "train"
    assert settings["epochs"] == 3
    assert settings["class_names"] == {"2": "car"}
    assert settings["class_colours"] == {"2": "#0000ff"}
    assert settings["input"] == parameters["INPUT"]
    assert results["MODEL"] == parameters["MODEL"]
    assert results["MIOU"] == 0.25
    assert "REPORT" not in results or not results["REPORT"]


def test_messages_of_the_engine_are_shown(fake_engine, parameters, feedback):
    processing.run("toppixel:trainmodel", parameters, feedback=feedback)

    assert "Reading labels." in feedback.texts("info")
    assert feedback.texts("warning") == ["Two polygons were repaired."]
    assert "Training: 1 of 4 chips, 2 min left" in feedback.progress_texts
    [command] = feedback.texts("command")
    assert " train " in command
    assert "'kind'" in command or " kind" in command


def test_only_selected_labels_are_used_with_a_note(fake_engine, parameters, labels, feedback):
    labels.selectByExpression("note in ('a', 'b')")

    processing.run("toppixel:trainmodel", parameters, feedback=feedback)

    exported = QgsVectorLayer(fake_engine.request["settings"]["labels"], "exported", "ogr")
    assert exported.featureCount() == 2
    assert any("Only the 2 selected polygons of 'labels'" in text for text in feedback.texts("info"))


def test_selected_features_only_is_honoured_for_the_area(fake_engine, parameters, add_polygons, feedback):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632&field=split:string", "area", "memory")
    add_polygons(area, [(0, 0, 256, 128, "train"), (0, 128, 256, 256, "test")])
    QgsProject.instance().addMapLayer(area)
    area.selectByExpression("split = 'train'")

    whole = {**parameters, "AREA": QgsProcessingFeatureSourceDefinition(area.id(), False)}
    processing.run("toppixel:trainmodel", whole, feedback=feedback)
    assert QgsVectorLayer(fake_engine.request["settings"]["area"], "", "ogr").featureCount() == 2

    part = {**parameters, "AREA": QgsProcessingFeatureSourceDefinition(area.id(), True)}
    processing.run("toppixel:trainmodel", part, feedback=feedback)
    assert QgsVectorLayer(fake_engine.request["settings"]["area"], "", "ogr").featureCount() == 1


def test_temporary_outputs_get_their_suffixes(fake_engine, parameters, feedback):
    results = processing.run(
        "toppixel:trainmodel",
        {**parameters, "MODEL": "TEMPORARY_OUTPUT", "REPORT": "TEMPORARY_OUTPUT"},
        feedback=feedback,
    )

    assert results["MODEL"].endswith(".safetensors")
    assert results["MODEL"].startswith(QgsProcessingUtils.tempFolder())
    assert results["REPORT"].endswith(".html")
    assert any("deleted when QGIS is closed" in text for text in feedback.texts("info"))


def test_a_failure_of_the_engine_is_the_sentence_and_its_detail_is_in_the_log(
    fake_engine, parameters, feedback
):
    fake_engine.behave("fail")

    with pytest.raises(QgsProcessingException, match=r"The card is full. Use smaller chips."):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)

    assert "line 7" in feedback.texts("debug")


def test_cancelled_before_it_starts_it_ends_at_once(fake_engine, parameters, feedback):
    fake_engine.behave("wait")
    feedback.cancel()

    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_model_left_by_a_killed_engine_is_reported(fake_engine, parameters, feedback, is_there):
    fake_engine.behave("stubborn")
    push = feedback.pushInfo

    def cancel_after_epoch(text):
        push(text)
        if text == "Epoch 1 of 3":
            if not is_there:
                Path(parameters["MODEL"]).unlink()
            feedback.cancel()

    feedback.pushInfo = cancel_after_epoch
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)

    message = f"The best model so far is saved: {parameters['MODEL']}"
    assert (message in feedback.texts("info")) == is_there


def test_a_model_of_an_earlier_run_is_not_reported(fake_engine, parameters, feedback):
    Path(parameters["MODEL"]).write_bytes(b"earlier")
    fake_engine.behave("wait")
    feedback.cancel()

    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)

    assert not [text for text in feedback.texts("info") if "kept" in text]


def test_problems_stop_a_run_that_nobody_checked(algorithm, parameters, context, feedback):
    subject = algorithm("trainmodel")

    _, succeeded = subject.run({**parameters, "LOSS": "x"}, context, feedback)

    assert not succeeded
    assert any("no loss 'x'" in text for text in feedback.texts("error"))


def test_rasters_without_system_are_named(algorithm, parameters, context, write_raster, tmp_path):
    path = write_raster(tmp_path / "plain.tif", np.ones((3, 256, 256), np.uint8), epsg=None)
    layer = QgsRasterLayer(str(path), "plain")
    QgsProject.instance().addMapLayer(layer)

    assert "'plain' has no coordinate system" in problem(algorithm, parameters, context, INPUT=[layer])
