import configparser
import gc
import re
from pathlib import Path

import pytest
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsProcessingRegistry
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from toppixel.algorithms.provider import TopPixelProvider
from toppixel.core import __version__

REPOSITORY = Path(__file__).parents[2]
ALGORITHMS = {
    "trainmodel", "classifyraster", "classifyrasters", "vectorizeclasses", "classweights", "comparelosses",
    "setupengine",
}  # fmt: skip


def test_provider_holds_the_algorithms_under_their_fixed_ids(provider):
    assert provider.id() == "toppixel"
    assert {algorithm.name() for algorithm in provider.algorithms()} == ALGORITHMS
    assert provider.versionInfo() == __version__


def test_algorithms_in_use_outlive_their_provider():
    """QGIS deletes the provider when the plugin is updated; dialogs ask for it at the end of their jobs."""
    registry = QgsProcessingRegistry()
    provider = TopPixelProvider()
    assert registry.addProvider(provider)
    in_dialog = registry.createAlgorithmById("toppixel:classifyraster")
    in_job = in_dialog.create()
    listed = provider.algorithm("classifyraster")

    provider.hand_over()
    assert listed.provider() is provider
    assert registry.removeProvider(provider)
    del provider, listed
    gc.collect()

    for algorithm in (in_dialog, in_job):
        assert algorithm.id() == "toppixel:classifyraster"
        assert algorithm.provider().versionInfo() == __version__
        assert algorithm.provider().warningMessage() == ""


def test_outputs_are_geotiff_and_geopackage_files(provider):
    assert provider.supportedOutputRasterLayerExtensions() == ["tif"]
    assert provider.supportedOutputVectorLayerExtensions() == ["gpkg"]
    assert provider.defaultVectorFileExtension(True) == "gpkg"
    assert not provider.supportsNonFileBasedOutput()


@pytest.mark.parametrize("name", sorted(ALGORITHMS))
def test_algorithm_tells_what_it_is(algorithm, name):
    subject = algorithm(name)

    assert re.fullmatch("[a-z0-9]+", subject.name())
    assert subject.displayName()
    assert len(subject.shortHelpString()) > 100
    assert subject.tags()
    assert not subject.icon().isNull()
    assert type(subject.createInstance()) is type(subject)
    assert subject.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel
    assert not subject.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


@pytest.mark.parametrize("name", sorted(ALGORITHMS))
def test_every_parameter_has_a_help_and_an_upper_case_id(algorithm, name):
    for definition in algorithm(name).parameterDefinitions():
        assert re.fullmatch("[A-Z_]+", definition.name())
        assert definition.description()
        assert len(definition.help()) > 20, definition.name()


@pytest.mark.parametrize("name", sorted(ALGORITHMS - {"setupengine"}))
def test_every_setting_but_names_and_colours_is_a_parameter(algorithm, name):
    from dataclasses import fields

    subject = algorithm(name)
    settings = {field.name.upper() for field in fields(subject.JOB)} - {"CLASS_NAMES", "CLASS_COLOURS"}

    assert {definition.name() for definition in subject.parameterDefinitions()} == settings


def test_expert_settings_are_advanced(algorithm):
    advanced = {
        definition.name()
        for definition in algorithm("trainmodel").parameterDefinitions()
        if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
    }

    shown = {definition.name() for definition in algorithm("trainmodel").parameterDefinitions()} - advanced
    assert {"ENCODER_WEIGHTS", "LEARNING_RATE", "VALIDATION", "SEED", "DEVICE"} <= advanced
    assert shown == {
        "INPUT", "LABELS", "CLASS_FIELD", "AREA", "UNLABELLED", "LOSS", "CLASS_WEIGHTS", "ARCHITECTURE",
        "ENCODER", "CHIP_SIZE", "BATCH_SIZE", "SAMPLING", "AUGMENTATION", "EPOCHS", "MODEL", "REPORT",
        "SPLIT_LAYER",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["classifyraster", "classifyrasters", "vectorizeclasses"])
def test_algorithms_on_rasters_fit_into_the_table_of_qgis_batch_dialog(algorithm, row_of_batch, name):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    subject = algorithm(name)
    defaults = {
        definition.name(): definition.defaultValue()
        for definition in subject.parameterDefinitions()
        if definition.defaultValue() not in (None, "") and not definition.isDestination()
    }
    dialog = BatchAlgorithmDialog(subject)
    dialog.mainWidget().addRow()
    values = row_of_batch(dialog.mainWidget(), 1)
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert {key: value for key, value in values.items() if key in defaults} == defaults


@pytest.mark.parametrize("name", sorted(ALGORITHMS - {"setupengine"}))
def test_without_engine_the_user_is_told_what_to_do(no_engine, algorithm, name):
    can, reason = algorithm(name).canExecute()

    assert not can
    assert "Set up engine" in reason


def test_with_an_engine_the_algorithms_can_run(fake_engine, algorithm):
    assert algorithm("trainmodel").canExecute() == (True, "")


def test_metadata_has_what_qgis_and_the_plugin_site_ask_for():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(REPOSITORY / "metadata.txt", encoding="utf-8")
    general = parser["general"]

    for key in (
        "description",
        "about",
        "author",
        "email",
        "tracker",
        "repository",
        "homepage",
        "tags",
        "changelog",
    ):
        assert general[key].strip(), key
    assert general["name"] == "TopPixel"
    assert general["version"] == __version__
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert (REPOSITORY / general["icon"]).is_file()
    assert "supportsQt6" not in general
