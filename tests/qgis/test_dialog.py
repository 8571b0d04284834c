import processing
import pytest
from qgis.core import QgsApplication, QgsProject
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


def test_cancel_ends_the_run(open_dialog, fake_engine, parameters):
    fake_engine.behave("wait")
    dialog = open_dialog(parameters)

    successful, _ = run_dialog(dialog, cancel_after_ms=1000)

    assert not successful
    assert "Cancelled" in dialog.htmlLog() if hasattr(dialog, "htmlLog") else True


def test_the_main_thread_stays_free_while_the_engine_works(open_dialog, fake_engine, parameters):
    fake_engine.behave("wait")
    dialog = open_dialog(parameters)
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(QgsApplication.taskManager().countActiveTasks()))
    timer.start(20)

    run_dialog(dialog, cancel_after_ms=1500)

    assert sum(active > 0 for active in ticks) > 20


def test_wrong_values_are_refused_before_the_run(fake_engine, algorithm, parameters, context):
    fine, message = algorithm("trainmodel").checkParameterValues({**parameters, "LOSS": "toppixl"}, context)

    assert not fine
    assert "Did you mean 'toppixel'?" in message
