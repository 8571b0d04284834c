import json
import struct

import numpy as np
import pytest
from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QDialog
from toppixel.algorithms.widgets.model_file import describe_model
from toppixel.core.contract.catalog import DEFAULT_OVERLAP
from toppixel.core.contract.classes import build_class_table
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
    """What is said of wrong values."""
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
        ("TURNED_VIEWS", "boolean", False),
        ("ON_DAMAGE", "enum", "stop"),
        ("TILE_SIZE", "number", 0),
        ("OVERLAP", "number", DEFAULT_OVERLAP),
        ("BATCH_SIZE", "number", 0),
        ("FULL_PRECISION", "boolean", False),
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


def test_looking_at_the_values_asks_qgis_to_load_nothing(algorithm, parameters, context):
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())

    assert algorithm("classifyraster").checkParameterValues({**parameters, "OUTPUT": output}, context)[0]

    assert context.layersToLoadOnCompletion() == {}


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

    assert "'other.safetensors' is no TopPixel model" in problem(
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
