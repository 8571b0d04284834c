"""A machine without an engine, with a scripted installation; settings are restored."""

import importlib.util
import threading

import pytest

if importlib.util.find_spec("qgis") is None:
    collect_ignore_glob = ["*"]


@pytest.fixture(autouse=True)
def fresh_settings(qgis_app, no_engine):
    """Settings as after the first start."""
    from qgis.core import QgsSettings
    from toppixel.algorithms import plugin_settings

    QgsSettings().remove("toppixel")
    plugin_settings.apply()
    yield
    QgsSettings().remove("toppixel")
    plugin_settings.apply()


class Install:
    """Replaces the installation: reports progress, waits for ``go``, raises ``fail`` if it is set."""

    def __init__(self, home):
        self._home = home
        self.go = threading.Event()
        self.go.set()
        self.fail = None
        self.calls = []

    def __call__(self, reporter, chosen, source, *, anew):
        from toppixel.core.engine.locations import home

        self.calls.append({"source": source, "anew": anew, "home": home()})
        reporter.info("Packages are chosen.")
        reporter.progress(0, 100, "MB", "Downloading packages")
        while not self.go.wait(0.02):
            reporter.progress(40, 100, "MB", "Downloading packages")
        if self.fail:
            raise self.fail
        return "/engines/one/bin/python"


@pytest.fixture
def install(monkeypatch, no_engine):
    from toppixel.algorithms import setup_engine
    from toppixel.core.engine.engine import EngineStatus

    install = Install(no_engine)
    status = EngineStatus("/engines/one/bin/python", "/engines/one", True, {"torch": "2.14", "device": "cpu"})
    monkeypatch.setattr(setup_engine, "install_engine", install)
    monkeypatch.setattr(setup_engine, "engine_status", lambda chosen: status)
    yield install
    install.go.set()


@pytest.fixture
def installation(install, let_qt_delete, spin_until):
    from toppixel.setup.installation import Installation

    installation = Installation()
    yield installation
    install.go.set()
    spin_until(lambda: not installation.is_running)
    installation.deleteLater()
    let_qt_delete()


@pytest.fixture
def make_engine():
    """Makes a finished engine out of nothing, of this TopPixel or of another."""
    import sys

    from toppixel.core.engine.locations import READY_MARK, home, python_in, requirements_hash

    def make(packages=""):
        folder = home() / f"engine-{packages or requirements_hash()}-py3.11"
        python_in(folder).parent.mkdir(parents=True)
        python_in(folder).symlink_to(sys.executable)
        (folder / READY_MARK).write_text('{"facts": {"torch": "2.14.1", "device": "CPU"}}')
        return folder

    return make
