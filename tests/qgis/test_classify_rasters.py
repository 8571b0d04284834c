import csv
import json
import struct
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer, QgsVectorLayer
from toppixel.core.contract.catalog.mapping import DEFAULT_OVERLAP
from toppixel.core.contract.classes import build_class_table
from toppixel.core.contract.model_card import METADATA_KEY, Band, ModelCard


@pytest.fixture
def images(write_raster, tmp_path):
    """Two rasters side by side, in a folder."""
    folder = tmp_path / "ortho ü"
    folder.mkdir()
    values = np.random.default_rng(0).integers(0, 255, (3, 64, 128), dtype=np.uint8)
    paths = []
    for number in range(2):
        path = write_raster(folder / f"sheet {number}.tif", values[:, :, 64 * number :][:, :, :64])
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.SetGeoTransform((500_000.0 + 32 * number, 0.5, 0, 5_300_000.0, 0, -0.5))
        dataset = None
        paths.append(path)
    return paths


@pytest.fixture
def card_file(tmp_path):
    """A model file that holds a card and no tensor."""
    bands = tuple(Band(name, 90.0, 30.0, 0.0, 255.0) for name in ("red", "green", "blue"))
    classes = build_class_table([(0, "background"), (1, "car")])
    card = ModelCard("unet", "resnet18", bands, "uint8", 0.5, classes, 64, "ce", (1.0, 1.0))
    header = json.dumps({"__metadata__": {METADATA_KEY: card.to_json()}}).encode()
    path = tmp_path / "card.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return path


@pytest.fixture
def parameters(images, card_file, tmp_path):
    return {
        "INPUT": [str(path) for path in images],
        "MODEL": str(card_file),
        "FOLDER": str(tmp_path / "maps"),
    }


@pytest.mark.parametrize(
    ("name", "kind", "default"),
    [
        ("INPUT", "multilayer", None),
        ("INPUT_FOLDER", "file", None),
        ("PATTERN", "string", "*.tif"),
        ("MODEL", "file", None),
        ("AREA", "source", None),
        ("MOSAIC", "boolean", True),
        ("CONFIDENCE", "boolean", False),
        ("ENTROPY", "boolean", False),
        ("PROBABILITIES", "boolean", False),
        ("OVERLAP", "number", DEFAULT_OVERLAP),
        ("FOLDER", "folderDestination", None),
        ("POLYGONS", "vectorDestination", None),
    ],
)
def test_parameters_and_their_defaults(algorithm, name, kind, default):
    definition = algorithm("classifyrasters").parameterDefinition(name)

    assert definition.type() == kind
    assert definition.defaultValue() == default


def test_good_values_pass(algorithm, parameters, images, context):
    subject = algorithm("classifyrasters")
    assert subject.checkParameterValues(parameters, context) == (True, "")

    folder = {**parameters, "INPUT": [], "INPUT_FOLDER": str(images[0].parent)}
    assert subject.checkParameterValues(folder, context) == (True, "")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"INPUT": []}, "There is nothing to classify"),
        ({"INPUT": [], "INPUT_FOLDER": "ortho ü", "PATTERN": "*.jp2"}, "matches '*.jp2'"),
        ({"FOLDER": "ortho ü"}, "holds rasters that are to be classified"),
        ({"FOLDER": "/nowhere/maps"}, "there is no folder '/nowhere'"),
        ({"POLYGONS": "/nowhere/all.gpkg"}, "there is no folder '/nowhere'"),
        ({"MODEL": "/nowhere/m.safetensors"}, "cannot be read"),
    ],
)
def test_wrong_values_get_a_sentence(algorithm, parameters, context, tmp_path, changes, sentence):
    changes = {k: str(tmp_path / v) if v == "ortho ü" else v for k, v in changes.items()}

    fine, message = algorithm("classifyrasters").checkParameterValues({**parameters, **changes}, context)

    assert not fine
    assert sentence in message


def test_a_model_that_fits_no_raster_is_refused_and_one_that_fits_some_is_not(
    algorithm, parameters, context, write_raster, tmp_path
):
    pan = str(write_raster(tmp_path / "pan.tif", np.ones((1, 64, 64), np.uint8)))
    subject = algorithm("classifyrasters")

    fine, message = subject.checkParameterValues({**parameters, "INPUT": [pan]}, context)
    assert not fine
    assert "made for 3 bands" in message

    mixed = {**parameters, "INPUT": [pan, *parameters["INPUT"]]}
    assert subject.checkParameterValues(mixed, context) == (True, "")


@pytest.fixture
def run(untrained_model, parameters, feedback):
    """Run it with a real engine and load what comes out."""

    def run(**changes):
        settings = {**parameters, "MODEL": str(untrained_model), "DEVICE": "cpu", **changes}
        results = processing.runAndLoadResults("toppixel:classifyrasters", settings, feedback=feedback)
        return results, {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}

    return run


def test_the_mosaic_and_the_polygons_are_loaded_in_the_colours_of_the_classes(run, feedback, tmp_path):
    results, layers = run(POLYGONS=str(tmp_path / "all.gpkg"))

    assert set(layers) == {"maps mosaic", "maps polygons"}
    renderer = layers["maps mosaic"].renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    assert [row.label for row in renderer.classes()] == ["background", "car"]
    assert (layers["maps mosaic"].width(), layers["maps mosaic"].height()) == (128, 64)
    assert results["FAILED"] == 0
    assert Path(results["MOSAIC_RASTER"]).name == "mosaic.vrt"
    assert "raster" in QgsVectorLayer(results["POLYGONS"], "", "ogr").fields().names()
    expected = np.hstack([gdal.Open(str(tmp_path / "maps" / f"sheet {n}.tif")).ReadAsArray() for n in (0, 1)])
    assert (gdal.Open(results["MOSAIC_RASTER"]).ReadAsArray() == expected).all()


def test_without_a_mosaic_all_rasters_are_loaded_in_a_group(run):
    _, layers = run(MOSAIC=False, CONFIDENCE=True, PROBABILITIES=True)

    group = QgsProject.instance().layerTreeRoot().findGroup("maps classified")
    assert [node.name() for node in group.findLayers()] == [
        "sheet 0 classified", "sheet 0 confidence", "sheet 0 probabilities",
        "sheet 1 classified", "sheet 1 confidence", "sheet 1 probabilities",
    ]  # fmt: skip
    assert len(QgsProject.instance().layerTreeRoot().findLayers()) == 6
    assert isinstance(layers["sheet 0 classified"].renderer(), QgsPalettedRasterRenderer)


def test_a_bad_raster_is_reported_and_skipped(run, images, feedback):
    images[0].with_name("broken.tif").write_bytes(b"no raster")

    results, _ = run(INPUT=[], INPUT_FOLDER=str(images[0].parent))

    assert results["FAILED"] == 1
    assert any("'broken.tif' is left out" in text for text in feedback.texts("warning"))
    with Path(results["TABLE"]).open(encoding="utf-8", newline="") as file:
        assert [row["state"] for row in csv.DictReader(file)] == ["failed", "classified", "classified"]


def test_a_second_run_resumes(run, feedback):
    run()
    run()

    assert any("2 of 2 rasters" in text for text in feedback.texts("info"))


def test_a_raster_layer_of_the_project_is_an_input(run, images):
    layer = QgsRasterLayer(str(images[0]), "my raster")
    QgsProject.instance().addMapLayer(layer)

    results, _ = run(INPUT=[layer])

    assert [path.name for path in Path(results["FOLDER"]).glob("*.tif")] == ["sheet 0.tif"]
