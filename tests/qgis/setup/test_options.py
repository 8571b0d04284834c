"""The options page: it shows and saves settings, repairs, removes, and copies diagnostics."""

import sys

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QDialog, QMessageBox, QVBoxLayout
from toppixel.algorithms import plugin_settings
from toppixel.core.engine.launch import worker_environment
from toppixel.core.engine.locations import home, usual_home
from toppixel.setup import options as module
from toppixel.setup.options import OptionsFactory, OptionsPage


@pytest.fixture
def asked_for():
    return []


@pytest.fixture
def make_page(asked_for, let_qt_delete):
    """The page in a dialog, as in QGIS; looked up what it looks up."""
    dialogs = []

    def make():
        dialog = QDialog()
        page = OptionsFactory(asked_for.append).createWidget(dialog)
        QVBoxLayout(dialog).addWidget(page)
        dialog.accepted.connect(page.apply)
        dialogs.append(dialog)
        return page

    yield make
    for dialog in dialogs:
        dialog.deleteLater()
    let_qt_delete()


def answer(monkeypatch, button):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *arguments: asked.append(arguments[2]) or button)
    return asked


def test_settings_are_shown_and_saved(make_page, tmp_path, monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    page = make_page()
    assert page.built.isChecked()
    assert page.device.currentText() == "auto"
    page.engine_folder.setFilePath(str(tmp_path / "größer"))
    page.device.setCurrentText("cuda:1")
    page.threads.setValue(3)
    page.index.setText(" https://packages.example.org/simple ")
    page.apply()
    assert home() == tmp_path / "größer"
    assert (plugin_settings.device(), plugin_settings.threads()) == ("cuda:1", 3)
    assert plugin_settings.package_index() == "https://packages.example.org/simple"
    assert worker_environment()["OMP_NUM_THREADS"] == "3"
    again = make_page()
    assert again.engine_folder.filePath() == str(tmp_path / "größer")
    assert again.device.currentText() == "cuda:1"
    assert again.threads.value() == 3
    assert again.index.text() == "https://packages.example.org/simple"


def test_default_values_are_not_saved(make_page, monkeypatch):
    monkeypatch.delenv("TOPPIXEL_HOME")
    page = make_page()
    page.apply()
    assert plugin_settings.engine_folder() == ""
    assert plugin_settings.device() == ""
    assert plugin_settings.engine_python() == ""
    assert home() == usual_home()


def test_python_of_the_user_s_own_is_saved_and_cleared(make_page):
    page = make_page()
    page.own.setChecked(True)
    assert not page.engine_folder.isEnabled()
    page.python.setFilePath(sys.executable)
    page.apply()
    assert plugin_settings.engine_python() == sys.executable
    page.built.setChecked(True)
    page.apply()
    assert plugin_settings.engine_python() == ""


def test_chosen_device_is_the_default_of_dialogs(algorithm, provider):
    def default():
        return algorithm("trainmodel").parameterDefinition("DEVICE").defaultValue()

    assert default() == "auto"
    plugin_settings.set_device("cpu")
    assert default() == "cpu"


def test_state_of_the_engine_is_shown(make_page, make_engine, spin_until):
    page = make_page()
    spin_until(lambda: "not set up yet" in page.engine.text())
    make_engine()
    page = make_page()
    spin_until(lambda: page.engine.text() == "Ready: PyTorch 2.14.1 on CPU")


def test_set_up_closes_the_options_and_saves_them(make_page, asked_for, tmp_path):
    page = make_page()
    page.engine_folder.setFilePath(str(tmp_path / "other"))
    page.set_up.click()
    assert asked_for == [False]
    assert home() == tmp_path / "other"
    assert page.window().result() == QDialog.DialogCode.Accepted


def test_repair_asks_first(make_page, asked_for, monkeypatch):
    answer(monkeypatch, QMessageBox.StandardButton.No)
    make_page().repair.click()
    assert asked_for == []
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    make_page().repair.click()
    assert asked_for == [True]


def test_remove_asks_first_and_reports_the_freed_space(make_page, make_engine, monkeypatch, spin_until):
    folder = make_engine()
    asked = answer(monkeypatch, QMessageBox.StandardButton.Yes)
    page = make_page()
    page.remove.click()
    spin_until(lambda: page.engine.text().startswith("Removed"))
    assert str(home()) in asked[0]
    assert not folder.exists()
    assert page.set_up.isEnabled()


def test_diagnostics_are_copied_without_names(make_page, make_engine, monkeypatch, spin_until):
    make_engine()
    above = home().parent
    monkeypatch.setattr("toppixel.core.engine.privacy.Path.home", lambda: above)
    plugin_settings.set_package_index("https://jo:word@packages.example.org/simple")
    page = make_page()
    page.copy.click()
    spin_until(lambda: page.copied.text() == "Copied to the clipboard.")
    text = QgsApplication.clipboard().text()
    for words in ("QGIS: ", "Qt: ", "torch 2.14.1", "Package index: https://packages.example.org", "~/home"):
        assert words in text
    assert "word" not in text
    assert str(home()) not in text


def test_proxy_is_shown_without_its_password(make_page, monkeypatch):
    from toppixel.core.engine.source import PackageSource

    monkeypatch.setattr(module, "package_source", lambda: PackageSource(proxy="http://jo:word@proxy:3128"))
    assert make_page().proxy.text().startswith("http://proxy:3128,")


def test_page_is_found_by_its_name(make_page):
    assert isinstance(make_page(), OptionsPage)
    assert make_page().objectName() == module.PAGE
