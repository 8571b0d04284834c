"""Train and classify with the real engine, as a script in QGIS would."""

import sys

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsVectorLayer,
)
from toppixel.core.contract.model_card import read_model_card


@pytest.fixture
def model(engine, scene, labels, tmp_path, feedback):
    """Trained on the scene for a moment; its two classes differ by brightness alone."""
    results = processing.run(
        "toppixel:trainmodel",
        {
            "INPUT": [scene.source()],
            "LABELS": labels,
            "CLASS_FIELD": "kind",
            "LOSS": "ce",
            "ENCODER": "tu-test_resnet",
            "ENCODER_WEIGHTS": "random",
            "CHIP_SIZE": 32,
            "BATCH_SIZE": 8,
            "EPOCHS": 1,
            "DEVICE": "cpu",
            "MODEL": str(tmp_path / "it's a model ä.safetensors"),
        },
        feedback=feedback,
    )
    return results["MODEL"]


def test_from_layers_to_a_styled_layer_without_heavy_imports(model, scene, tmp_path, feedback):
    card = read_model_card(model)
    assert [entry.name for entry in card.classes] == ["background", "bright", "car"]

    results = processing.runAndLoadResults(
        "toppixel:classifyraster",
        {
            "INPUT": scene.source(),
            "MODEL": model,
            "DEVICE": "cpu",
            "OUTPUT": str(tmp_path / "classes.tif"),
            "POLYGONS": "TEMPORARY_OUTPUT",
            "CONFIDENCE": "TEMPORARY_OUTPUT",
        },
        feedback=feedback,
    )

    values = gdal.Open(results["OUTPUT"]).ReadAsArray()
    assert values.shape == (256, 256)
    assert set(np.unique(values)) <= {entry.value for entry in card.classes}
    by_name = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    stem = "scene ä"
    renderer = by_name[f"{stem} classified"].renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    assert [row.label for row in renderer.classes()] == ["background", "bright", "car"]
    assert by_name[f"{stem} polygons"].renderer().classAttribute() == "class_value"
    assert by_name[f"{stem} polygons"].featureCount() > 0
    assert f"{stem} confidence" in by_name
    assert QgsVectorLayer(results["POLYGONS"], "", "ogr").isValid()
    assert "torch" not in sys.modules
    assert "rasterio" not in sys.modules


def test_the_running_engine_is_cancelled_from_another_thread(
    engine, scene, labels, tmp_path, algorithm, context
):
    from qgis.core import QgsProcessingAlgRunnerTask, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    feedback = QgsProcessingFeedback()
    parameters = {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "ENCODER": "tu-test_resnet",
        "ENCODER_WEIGHTS": "random",
        "CHIP_SIZE": 32,
        "EPOCHS": 100_000,
        "DEVICE": "cpu",
        "MODEL": str(tmp_path / "model.safetensors"),
    }
    task = QgsProcessingAlgRunnerTask(algorithm("trainmodel"), parameters, context, feedback)
    loop, outcome = QEventLoop(), []
    task.executed.connect(lambda successful, results: (outcome.append(successful), loop.quit()))
    QgsApplication.taskManager().addTask(task)

    def cancel_when_training():
        if "Training" in feedback.textLog():
            feedback.cancel()
        else:
            QTimer.singleShot(100, cancel_when_training)

    cancel_when_training()
    QTimer.singleShot(120_000, loop.quit)
    loop.exec()

    assert outcome == [False]
    assert not list(tmp_path.glob("*.safetensors"))
    assert not list(tmp_path.glob(".toppixel-*"))
