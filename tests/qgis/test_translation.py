import shutil
import subprocess

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale

LRELEASE = next(
    filter(shutil.which, ("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease")), None
)

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="{language}"><context><name>TopPixel</name>
<message><source>Set up engine</source><translation>{text}</translation></message>
</context></TS>
"""


@pytest.fixture
def language(tmp_path, monkeypatch):
    """Loads the catalogue for a language of QGIS, and gives a text in it."""
    from toppixel.algorithms import translation

    for name, text in (("de", "Engine einrichten"), ("zh_CN", "设置引擎")):
        source = tmp_path / f"toppixel_{name}.ts"
        source.write_text(SOURCE.format(language=name, text=text), encoding="utf-8")
        subprocess.run([LRELEASE, "-silent", str(source)], check=True, timeout=60)
    monkeypatch.setattr(translation, "CATALOGUES", tmp_path)
    installed = []

    def use(in_options, of_system="en_US"):
        monkeypatch.setattr(QLocale, "system", lambda: QLocale(of_system))
        monkeypatch.setattr(QgsApplication, "locale", lambda: in_options or of_system[:2])
        installed.append(translation.install_translator())
        return translation.tr("Set up engine")

    yield use
    for translator in filter(None, installed):
        QgsApplication.removeTranslator(translator)


@pytest.mark.skipif(LRELEASE is None, reason="Qt's lrelease is not installed (qttools5-dev-tools)")
@pytest.mark.parametrize(
    ("in_options", "of_system", "text"),
    [
        ("de", "en_US", "Engine einrichten"),
        ("de_AT", "en_US", "Engine einrichten"),
        ("", "de_CH", "Engine einrichten"),
        ("zh-Hans", "en_US", "设置引擎"),
        ("zh_CN", "de_DE", "设置引擎"),
        ("", "zh_CN", "设置引擎"),
        ("zh-Hant", "en_US", "Set up engine"),
        ("", "zh_TW", "Set up engine"),
        ("en", "de_DE", "Set up engine"),
        ("fi", "de_DE", "Set up engine"),
        ("C", "C", "Set up engine"),
    ],
)
def test_the_catalogue_nearest_to_qgis_language_is_loaded(language, in_options, of_system, text):
    assert language(in_options, of_system) == text
