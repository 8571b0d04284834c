import json
import os
import signal
import struct

import numpy as np
import processing
import pytest
from osgeo import gdal, osr
from pytest_qgis.utils import process_events
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDialog
from toppixel.algorithms.parameters import read_destinations
from toppixel.algorithms.widgets.model_file import describe_model
from toppixel.core.contract.catalog.mapping import DEFAULT_OVERLAP
from toppixel.core.contract.classes import build_class_table
from toppixel.core.contract.messages.events import Hello
from toppixel.core.contract.model_card import METADATA_KEY, Band, ModelCard, read_model_card

BANDS = tuple(Band(name, 90.0, 30.0, 0.0, 255.0) for name in ("red", "green", "blue"))
CARD = ModelCard(
    architecture="unet",
    encoder="resnet18",
    bands=BANDS,
    dtype="uint8",
    pixel_size_m=0.5,
    classes=build_class_table([(0, "background"), (1, "car <b>")], {1: "#ff0000"}),
    tile_size=512,
    loss="toppixel(k=5000)",
    class_weights=(1.0, 1.0),
    metrics={"miou": 0.61, "classes": {"background": {"iou": 0.97}, "car <b>": {"iou": None}}},
)


@pytest.fixture
def model(tmp_path):
    """A model file that holds a card and no tensor."""
    header = json.dumps({"__metadata__": {METADATA_KEY: CARD.to_json()}}).encode()
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return path


@pytest.fixture
def parameters(scene, model, tmp_path):
    return {"INPUT": scene.source(), "MODEL": str(model), "OUTPUT": str(tmp_path / "classes.tif")}


def problem(algorithm, parameters, context, **changes):
    """The message about wrong values."""
    fine, message = algorithm("classifyraster").checkParameterValues({**parameters, **changes}, context)
    assert not fine
    return message


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "raster", None),
        ("MODEL", "file", None),
        ("AREA", "source", None),
        ("RESAMPLE", "boolean", True),
        ("MIN_AREA", "number", 0.0),
        ("SIMPLIFY", "number", 0.0),
        ("SMOOTH", "number", 0),
        ("TTA", "boolean", False),
        ("ON_DAMAGE", "enum", "stop"),
        ("TILE_SIZE", "number", 0),
        ("OVERLAP", "number", DEFAULT_OVERLAP),
        ("BATCH_SIZE", "number", 0),
        ("FULL_PRECISION", "boolean", False),
        ("SCHEDULER", "string", ""),
        ("DEVICE", "string", "auto"),
        ("OUTPUT", "rasterDestination", None),
        ("POLYGONS", "vectorDestination", None),
        ("CONFIDENCE", "rasterDestination", None),
        ("ENTROPY", "rasterDestination", None),
        ("PROBABILITIES", "rasterDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("classifyraster").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_good_values_pass(algorithm, parameters, context):
    assert algorithm("classifyraster").checkParameterValues(parameters, context) == (True, "")


def test_checking_values_loads_no_layer(algorithm, parameters, context):
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())

    assert algorithm("classifyraster").checkParameterValues({**parameters, "OUTPUT": output}, context)[0]

    assert context.layersToLoadOnCompletion() == {}


@pytest.mark.parametrize("nothing", [None, "", QgsProcessingOutputLayerDefinition("", QgsProject.instance())])
def test_an_output_left_empty_is_not_loaded(algorithm, parameters, context, nothing):
    chosen = {**parameters, "CONFIDENCE": nothing}

    assert read_destinations(algorithm("classifyraster"), chosen, context)["confidence"] == ""
    assert "" not in context.layersToLoadOnCompletion()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"OUTPUT": "/nowhere/classes.tif"}, "there is no folder '/nowhere'"),
        ({"OUTPUT": "classes.png"}, "must end in .tif"),
        ({"POLYGONS": "classes.shp"}, "must end in .gpkg"),
        ({"CONFIDENCE": "sure.jpg"}, "must end in .tif"),
        ({"DEVICE": "gpu"}, "there is no 'gpu'"),
        ({"MODEL": "/nowhere/model.safetensors"}, "'/nowhere/model.safetensors' cannot be read"),
    ],
)
def test_wrong_values_get_a_sentence(algorithm, parameters, context, tmp_path, changes, sentence):
    changes = {k: str(tmp_path / v) if "/" not in v and "." in v else v for k, v in changes.items()}

    assert sentence in problem(algorithm, parameters, context, **changes)


def test_a_file_that_is_no_model_is_refused(algorithm, parameters, context, tmp_path):
    path = tmp_path / "other.safetensors"
    path.write_bytes(b"not a model")

    assert "'other.safetensors' is not a TopPixel model" in problem(
        algorithm, parameters, context, MODEL=str(path)
    )


def test_the_input_is_not_overwritten(algorithm, parameters, context):
    assert "is used twice" in problem(algorithm, parameters, context, OUTPUT=parameters["INPUT"])


def test_a_raster_with_other_bands_is_refused(algorithm, parameters, context, write_raster, tmp_path):
    path = write_raster(tmp_path / "pan.tif", np.ones((1, 64, 64), np.uint8))

    message = problem(algorithm, parameters, context, INPUT=str(path))

    assert "made for 3 bands (red, green, blue); 'pan' has 1" in message


def test_alpha_is_no_band(algorithm, parameters, context, write_raster, tmp_path):
    path = write_raster(tmp_path / "rgba.tif", np.ones((4, 64, 64), np.uint8), alpha=True)

    changed = {**parameters, "INPUT": str(path)}

    assert algorithm("classifyraster").checkParameterValues(changed, context) == (True, "")


def test_a_model_says_what_it_expects(model):
    text = describe_model(read_model_card(model))

    assert "U-Net, resnet18" in text
    assert "3 bands (red, green, blue), uint8, pixels of 0.5 m" in text
    assert "mean IoU 0.610" in text
    assert "#ff0000" in text
    assert "background&nbsp;(0.97)" in text
    assert text.endswith("car &lt;b&gt;")


def test_choosing_a_model_shows_its_description(algorithm, model, context, tmp_path):
    from processing.gui.wrappers import WidgetWrapperFactory

    definition = algorithm("classifyraster").parameterDefinition("MODEL")
    dialog = QDialog()
    wrapper = WidgetWrapperFactory.create_wrapper(definition, dialog)
    assert wrapper.widget.description.text() == ""

    wrapper.setParameterValue(str(model), context)
    assert "resnet18" in wrapper.widget.description.text()
    assert wrapper.parameterValue() == str(model)

    wrapper.setParameterValue(str(tmp_path / "gone.safetensors"), context)
    assert "cannot be read" in wrapper.widget.description.text()


def test_an_unloadable_raster_is_refused(algorithm, parameters, context):
    layer = QgsRasterLayer("type=xyz&url=http://localhost/{z}/{x}/{y}.png", "tiles", "wms")
    QgsProject.instance().addMapLayer(layer)

    assert "Save it as GeoTIFF" in problem(algorithm, parameters, context, INPUT=layer)


@pytest.fixture
def large_scene(tmp_path):
    """A raster of several regions; little of it is there, so that the network has little to do."""
    path = tmp_path / "large.tif"
    options = ["TILED=YES", "COMPRESS=DEFLATE", "SPARSE_OK=TRUE"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4096, 20_480, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((500_000.0, 0.5, 0, 5_300_000.0, 0, -0.5))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    dataset.SetProjection(system.ExportToWkt())
    generator = np.random.default_rng(0)
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).SetNoDataValue(0)
        for row in range(1024, 20_480, 4096):
            values = generator.integers(1, 255, (512, 768), dtype=np.uint8)
            dataset.GetRasterBand(band).WriteArray(values, 256, row)
    dataset = None
    return path


def finished(folder):
    """How many regions lie in a working folder."""
    return len([path for path in folder.glob("*.json") if path.name != "job.json"])


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_a_killed_run_is_resumed_from_the_dialog_with_the_same_result(
    large_scene, untrained_model, tmp_path, feedback, monkeypatch
):
    from toppixel.algorithms import base

    parameters = {
        "INPUT": str(large_scene),
        "MODEL": str(untrained_model),
        "TILE_SIZE": 256,
        "OVERLAP": 32,
        "DEVICE": "cpu",
    }
    whole, parted = tmp_path / "whole.tif", tmp_path / "parted ü.tif"
    processing.run("toppixel:classifyraster", {**parameters, "OUTPUT": str(whole)})
    folder = tmp_path / "parted ü.partial"
    run_job, pids = base.run_job, []

    def run_until_a_region_is_finished(python, job, on_event, is_cancelled):
        def on_any(event):
            if isinstance(event, Hello):
                pids.append(event.pid)
            if finished(folder):
                os.kill(pids[0], signal.SIGKILL)
            on_event(event)

        return run_job(python, job, on_any, is_cancelled)

    monkeypatch.setattr(base, "run_job", run_until_a_region_is_finished)
    with pytest.raises(QgsProcessingException):
        processing.run("toppixel:classifyraster", {**parameters, "OUTPUT": str(parted)}, feedback=feedback)
    assert not parted.exists()
    assert any(f"kept in '{folder}'" in text for text in feedback.texts("info"))
    monkeypatch.setattr(base, "run_job", run_job)
    processing.run("toppixel:classifyraster", {**parameters, "OUTPUT": str(parted)}, feedback=feedback)

    assert any("Resuming" in text for text in feedback.texts("info"))
    assert parted.read_bytes() == whole.read_bytes()
    assert not folder.exists()


def test_all_outputs_of_a_map_are_loaded_with_names_and_styles(untrained_model, scene, tmp_path):
    names = ("OUTPUT", "CONFIDENCE", "ENTROPY", "PROBABILITIES")
    outputs = {name: str(tmp_path / f"{name}.tif") for name in names}
    processing.runAndLoadResults(
        "toppixel:classifyraster",
        {"INPUT": scene.source(), "MODEL": str(untrained_model), "DEVICE": "cpu", **outputs},
    )

    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    probabilities = layers["scene ä probabilities"]
    assert [probabilities.bandName(band) for band in (1, 2)] == ["Band 1: background", "Band 2: car"]
    assert probabilities.renderer().band() == 2
    values = probabilities.dataProvider().block(1, probabilities.extent(), 8, 8).value(3, 3)
    assert 0 <= values <= 1
    for name in ("confidence", "entropy", "probabilities"):
        renderer = layers[f"scene ä {name}"].renderer()
        assert (renderer.classificationMin(), renderer.classificationMax()) == (0, 1)


def test_only_the_area_is_classified(untrained_model, scene, add_polygons, tmp_path):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "area", "memory")
    add_polygons(area, [(10, 20, 60, 50), (100, 100, 140, 120)])
    area.selectByIds([1])
    QgsProject.instance().addMapLayer(area)
    source = QgsProcessingFeatureSourceDefinition(area.id(), selectedFeaturesOnly=True)
    parameters = {"INPUT": scene.source(), "MODEL": str(untrained_model), "DEVICE": "cpu"}
    results = processing.run(
        "toppixel:classifyraster", {**parameters, "AREA": source, "OUTPUT": str(tmp_path / "classes.tif")}
    )

    values = gdal.Open(results["OUTPUT"]).ReadAsArray()
    expected = np.zeros((256, 256), bool)
    expected[20:50, 10:60] = True
    assert ((values != 255) == expected).all()


def test_an_area_beside_the_raster_is_refused(algorithm, parameters, add_polygons, context):
    area = QgsVectorLayer("Polygon?crs=EPSG:32632", "elsewhere", "memory")
    add_polygons(area, [(10_000, 20, 10_060, 50)])
    QgsProject.instance().addMapLayer(area)

    assert "does not overlap" in problem(algorithm, parameters, context, AREA=area.id())


@pytest.fixture
def unhurried_project(qgis_iface):
    """A project to which pytest-qgis does not work off all events while QGIS still adds a layer to it."""
    added = QgsProject.instance().legendLayersAdded
    added.disconnect(process_events)
    yield
    added.connect(process_events)


@pytest.fixture
def batch(algorithm, unhurried_project):
    """QGIS' own batch dialog of this algorithm, with as many rows as asked for."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialogs = []

    def open_it(rows):
        dialogs.append(BatchAlgorithmDialog(algorithm("classifyraster")))
        panel = dialogs[-1].mainWidget()
        panel.addRow(len(rows) - panel.batchRowCount())
        context = QgsProcessingContext()
        for number, values in enumerate(rows):
            for name, value in values.items():
                column = panel.parameter_to_column[name]
                wrapper = panel.wrappers[number][column]
                if wrapper is None:
                    panel.tblParameters.cellWidget(number + 1, column).setValue(value)
                else:
                    wrapper.setParameterValue(value, context)
        return dialogs[-1]

    yield open_it
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_each_row_of_a_batch_keeps_its_values(batch, row_of_batch, parameters):
    first, second = {**parameters, "OVERLAP": 32}, {**parameters, "RESAMPLE": False, "DEVICE": "cpu"}
    panel = batch([first, second]).mainWidget()

    rows = [row_of_batch(panel, number) for number in (0, 1)]

    assert [row["MODEL"] for row in rows] == [parameters["MODEL"]] * 2
    assert [(row["OVERLAP"], row["RESAMPLE"], row["DEVICE"]) for row in rows] == [
        (32, True, "auto"), (DEFAULT_OVERLAP, False, "cpu"),
    ]  # fmt: skip
    assert not any(hasattr(widget, "description") and widget.description.parent() for widget in models(panel))


def models(panel):
    """The model widgets of all rows: in a table there is no room for descriptions."""
    column = panel.parameter_to_column["MODEL"]
    return [row[column].widget for row in panel.wrappers]


def test_a_batch_classifies_every_row_and_loads_styled_layers(
    batch, untrained_model, scene, tmp_path, spin_until
):
    outputs = [tmp_path / f"map {number}.tif" for number in (1, 2)]
    common = {"INPUT": scene.source(), "MODEL": str(untrained_model), "DEVICE": "cpu"}
    dialog = batch([{**common, "OUTPUT": str(path)} for path in outputs])

    dialog.mainWidget().checkLoadLayersOnCompletion.setChecked(True)
    dialog.show()  # one that is hidden deletes itself at the end
    dialog.runAlgorithm()
    layers = QgsProject.instance().mapLayers
    spin_until(lambda: len(layers()) == 2, seconds=120)  # later versions of QGIS do not wait for the rows

    assert {path.name for path in tmp_path.glob("*.tif")} == {"map 1.tif", "map 2.tif", "scene ä.tif"}
    assert [type(layer.renderer()) for layer in layers().values()] == [QgsPalettedRasterRenderer] * 2
    assert sorted(layer.source() for layer in layers().values()) == [str(path) for path in outputs]
