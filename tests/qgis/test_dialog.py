import processing
import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer


def run_dialog(dialog, cancel_after_ms=None):
    """Press Run, wait for the end; press Cancel in between where asked for."""
    outcome = []
    loop = QEventLoop()

    def end(successful, results):
        outcome.extend((successful, results))
        loop.quit()

    dialog.algorithmFinished.connect(end)
    dialog.show()
    dialog.runButton().click()
    if cancel_after_ms is not None:
        QTimer.singleShot(cancel_after_ms, dialog.cancelButton().click)
    QTimer.singleShot(30_000, loop.quit)
    if not outcome:
        loop.exec()
    return outcome


@pytest.fixture
def open_dialog():
    """Opens the train dialog; closes it, and lets Qt delete it, before the project's layers go."""
    dialogs = []

    def open_it(parameters):
        dialogs.append(processing.createAlgorithmDialog("toppixel:trainmodel", parameters))
        return dialogs[-1]

    yield open_it
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def parameters(scene, labels, tmp_path):
    QgsProject.instance().addMapLayer(scene)
    return {
        "INPUT": [scene.id()],
        "LABELS": labels.id(),
        "CLASS_FIELD": "kind",
        "LOSS": "focal(gamma=3)",
        "ENCODER": "resnet18",
        "CHIP_SIZE": 64,
        "MODEL": str(tmp_path / "model.safetensors"),
    }


def test_filled_dialog_runs_the_job_it_shows(open_dialog, fake_engine, parameters):
    dialog = open_dialog(parameters)

    successful, results = run_dialog(dialog)

    assert successful
    assert results["MODEL"] == parameters["MODEL"]
    assert results["MIOU"] == 0.25
    settings = fake_engine.request["settings"]
    assert settings["loss"] == "focal(gamma=3)"
    assert settings["encoder"] == "resnet18"
    assert settings["chip_size"] == 64
    assert settings["learning_rate"] == 0.001
    assert settings["device"] == "auto"


def test_cancel_ends_the_run(open_dialog, fake_engine, parameters, tmp_path):
    fake_engine.behave("wait")
    dialog = open_dialog(parameters)

    successful, _ = run_dialog(dialog, cancel_after_ms=1000)

    assert not successful
    dialog.saveLogToFile(
        str(tmp_path / "log.txt"), QgsProcessingAlgorithmDialogBase.LogFormat.FormatPlainText
    )
    assert "Cancelled." in (tmp_path / "log.txt").read_text()


def test_the_main_thread_stays_free_while_the_engine_works(open_dialog, fake_engine, parameters):
    fake_engine.behave("wait")
    dialog = open_dialog(parameters)
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(QgsApplication.taskManager().countActiveTasks()))
    timer.start(20)

    run_dialog(dialog, cancel_after_ms=1500)

    assert sum(active > 0 for active in ticks) > 20


def show_labels(dialog, value, context):
    """Choose other labels in a dialog; gives the widget of the class field."""
    wrappers = dialog.mainWidget().wrappers
    wrappers["LABELS"].setParameterValue(value, context)
    return wrappers["CLASS_FIELD"].widget


def test_class_field_is_offered_from_the_labels(open_dialog, parameters, context):
    field = show_labels(open_dialog(parameters), parameters["LABELS"], context)

    assert [field.itemText(index) for index in range(field.count())] == ["kind", "code", "note"]
    assert field.currentText() == "kind"


def test_class_field_is_not_asked_for_a_class_raster(open_dialog, parameters, scene, context):
    dialog = open_dialog(parameters)

    field = show_labels(dialog, scene.id(), context)

    assert not field.isEnabled()
    assert dialog.createProcessingParameters()["CLASS_FIELD"] is None


def test_dialog_opens_with_rasters_alone_and_outlives_the_layers(open_dialog, scene):
    project = QgsProject.instance()
    project.removeAllMapLayers()
    raster = QgsRasterLayer(scene.source(), "alone")
    project.addMapLayer(raster)
    dialog = open_dialog({"INPUT": [raster.id()]})
    dialog.show()

    project.removeMapLayer(raster.id())
    QCoreApplication.processEvents()

    assert not dialog.mainWidget().wrappers["LABELS"].parameterValue()


def test_share_of_pixels_follows_chips_and_batch(open_dialog, context):
    wrappers = open_dialog({"LOSS": "toppixel", "CHIP_SIZE": 128}).mainWidget().wrappers
    remark = wrappers["LOSS"].widget.chooser.page.remark
    assert remark.text() == "k = 50,000 is 38 % of the 131,072 pixels of a batch."

    wrappers["BATCH_SIZE"].setParameterValue(32, context)

    assert remark.text() == "k = 50,000 is 9.5 % of the 524,288 pixels of a batch."


def test_share_of_pixels_is_shown_for_sums_and_texts(open_dialog, context):
    wrappers = open_dialog({"LOSS": "ce + toppixel", "BATCH_SIZE": 4}).mainWidget().wrappers
    widget = wrappers["LOSS"].widget
    assert "19 % of the 262,144" in widget.sum.terms[1].chooser.page.remark.text()

    wrappers["LOSS"].setParameterValue("ce + dice + toppixel", context)
    assert "19 % of the 262,144" in widget.typed.remark.text()
    wrappers["BATCH_SIZE"].setParameterValue(8, context)

    assert "9.5 % of the 524,288" in widget.typed.remark.text()


def test_wrong_values_are_refused_before_the_run(fake_engine, algorithm, parameters, context):
    fine, message = algorithm("trainmodel").checkParameterValues({**parameters, "LOSS": "toppixl"}, context)

    assert not fine
    assert "Did you mean 'toppixel'?" in message
