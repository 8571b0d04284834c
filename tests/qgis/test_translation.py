"""What QGIS shows is in the catalogues, and a catalogue turns it into the user's language."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale
from toppixel.algorithms import translation
from toppixel.algorithms.feedback import progress_text
from toppixel.algorithms.translation import number, significant, tr
from toppixel.core.contract.messages.events import Progress

REPOSITORY = Path(__file__).parents[2]

sys.path.insert(0, str(REPOSITORY))
from scripts import catalogue

sys.path.remove(str(REPOSITORY))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalogues")
    for language in catalogue.LANGUAGES:
        shutil.copy(catalogue.catalogue(language), folder)
    subprocess.run(["bash", str(REPOSITORY / "scripts" / "translations.sh"), str(folder)], check=True)
    return folder


@pytest.fixture
def in_language(compiled, monkeypatch):
    """Has QGIS speak a language, as its options do."""
    installed, before = [], QLocale()

    def change(name):
        monkeypatch.setattr(translation, "CATALOGUES", compiled)
        monkeypatch.setattr(QgsApplication, "locale", lambda: name)
        QLocale.setDefault(QLocale(name))
        translator = translation.install_translator()
        if translator is not None:
            installed.append(translator)
        return translator

    yield change
    for translator in installed:
        QgsApplication.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de", "de"), ("de_AT", "de"), ("fr", "fr"), ("es_MX", "es"), ("zh_CN", "zh_CN"), ("zh-Hans", "zh_CN")],
)
def test_the_catalogue_of_qgis_language_is_loaded(in_language, locale, language):
    assert in_language(locale) is not None
    expected = catalogue.read(catalogue.catalogue(language))
    assert tr("Set up engine") == expected["Set up engine"] != "Set up engine"


def test_a_language_without_a_catalogue_stays_english(in_language):
    assert in_language("fi") is None
    assert tr("Set up engine") == "Set up engine"


def test_all_that_the_toolbox_and_the_dialogs_say_is_in_the_catalogues(provider):
    texts = set(catalogue.shown_texts())
    shown = set()
    for algorithm in provider.algorithms():
        shown |= {algorithm.displayName(), algorithm.group(), algorithm.shortHelpString()}
        shown.add(",".join(algorithm.tags()))
        for parameter in algorithm.parameterDefinitions():
            shown |= {parameter.description(), parameter.help()}
        shown |= {output.description() for output in algorithm.outputDefinitions()}
    assert {text for text in shown if text and text not in texts} == set()


def test_algorithms_speak_the_users_language(in_language, provider):
    in_language("de")
    expected = catalogue.read(catalogue.catalogue("de"))
    train = provider.algorithm("trainmodel").create()
    assert train.displayName() == expected["Train segmentation model"]
    assert train.parameterDefinition("MODEL").description() == expected["Trained model"]


def test_progress_speaks_the_users_language(in_language):
    in_language("de")
    expected = catalogue.read(catalogue.catalogue("de"))
    text = progress_text(Progress(1200.5, 4800, "tiles", "Classifying"))
    assert text.startswith(expected["Classifying"])
    assert "1.200,5" in text
    assert expected["tiles"] in text


@pytest.mark.parametrize(
    ("language", "written"), [("en", ["1,234.50", "0.125"]), ("de", ["1.234,50", "0,125"])]
)
def test_numbers_are_written_as_in_the_users_country(in_language, language, written):
    in_language(language)
    assert [number(1234.5, 2), significant(0.125)] == written
