"""Qt 6 without QGIS: the plugin under its own name, on PyQt6, with stand-ins for the little else it needs.

``qgis.PyQt`` hands out PyQt6's modules, as QGIS 4 does. What of QGIS itself is different in QGIS 4 cannot
be seen here.
"""

import enum
import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parents[2]


def provide(name, kind=ModuleType, **names):
    """Make a module that holds these names."""
    sys.modules[name] = kind(name)
    vars(sys.modules[name]).update(names)


def public(module):
    return {name: value for name, value in vars(module).items() if not name.startswith("__")}


class Mentioned(ModuleType):
    """A module of QGIS: classes that the widgets only mention, but for those it is given."""

    def __getattr__(self, name):
        if not name.startswith("Qg"):
            raise AttributeError(name)
        return type(name, (), {})


class Settings:
    """QGIS' settings, all empty."""

    def value(self, key, default=None):
        return default


if importlib.util.find_spec("PyQt6") is None:
    collect_ignore_glob = ["*"]
else:
    from PyQt6 import QtCore, QtGui, QtNetwork, QtWidgets

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _folder = Path(tempfile.mkdtemp(prefix="toppixel-tests-"))
    (_folder / "toppixel").symlink_to(REPOSITORY, target_is_directory=True)
    sys.path.insert(0, str(_folder))

    class DockWidget(QtWidgets.QDockWidget):
        """QGIS' dock."""

        closed = QtCore.pyqtSignal()

    class FileWidget(QtWidgets.QWidget):
        """QGIS' field for a path."""

        fileChanged = QtCore.pyqtSignal(str)
        StorageMode = enum.Enum("StorageMode", ["GetFile", "GetDirectory"])
        _path = ""

        def setFilter(self, text):
            pass

        setDialogTitle = setStorageMode = setFilter

        def filePath(self):
            return self._path

        def setFilePath(self, path):
            self._path = path
            self.fileChanged.emit(path)

    provide("qgis")
    provide("qgis.PyQt")
    provide("qgis.PyQt.QtCore", **public(QtCore))
    provide("qgis.PyQt.QtGui", **public(QtGui))
    provide("qgis.PyQt.QtNetwork", **public(QtNetwork))
    # The one class that QGIS itself puts back where it was in Qt 5.
    provide("qgis.PyQt.QtWidgets", **public(QtWidgets), QAction=QtGui.QAction)
    provide("qgis.core", Mentioned, QgsSettings=Settings, NULL=None)
    provide("qgis.gui", Mentioned, QgsDockWidget=DockWidget, QgsFileWidget=FileWidget)
    provide("processing")
    provide("processing.gui")
    provide("processing.gui.wrappers", WidgetWrapper=object, DIALOG_STANDARD="standard")


def pytest_unconfigure(config):
    """Remove the linked plugin folder."""
    if "_folder" in globals():
        shutil.rmtree(_folder, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def application():
    """Qt's application, which every widget needs."""
    return QtWidgets.QApplication([])


@pytest.fixture(autouse=True)
def no_failure_in_qt(monkeypatch):
    """An exception in a slot or an event of Qt ends a QGIS; here it fails the test."""
    failures = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: failures.append(error))
    yield
    assert not failures, failures
