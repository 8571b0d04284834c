"""What the tests of the plugin share: the plugin under its own name, data made in code, a stand-in engine.

They run in QGIS' own Python with pytest-qgis. The plugin's folder decides its import name, so the
repository is linked into a temporary folder as ``toppixel``.
"""

import importlib.util
import inspect
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]

if importlib.util.find_spec("qgis") is None:
    collect_ignore_glob = ["*"]
else:
    _folder = Path(tempfile.mkdtemp(prefix="toppixel-tests-"))
    (_folder / "toppixel").symlink_to(REPOSITORY, target_is_directory=True)
    sys.path.insert(0, str(_folder))
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(_folder / "profile")
    # The engine's networks are tiny here: more threads only wait for each other.
    os.environ["OMP_NUM_THREADS"] = "1"

    import numpy as np
    from osgeo import gdal, osr
    from qgis.core import (
        QgsApplication,
        QgsFeature,
        QgsGeometry,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
        QgsRasterLayer,
        QgsRectangle,
        QgsVectorLayer,
    )
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
    from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QLineEdit, QMainWindow

    gdal.UseExceptions()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """Let go of a test's QGIS objects: with the last test QGIS ends, and they must not outlive it."""
    item.funcargs.clear()


def pytest_unconfigure(config):
    """Remove the linked plugin folder."""
    if "_folder" in globals():
        shutil.rmtree(_folder, ignore_errors=True)


class Recorder(QgsProcessingFeedback if "QgsProcessingFeedback" in globals() else object):
    """Feedback that remembers what it was told."""

    def __init__(self):
        super().__init__(False)
        self.lines = []
        self.progress_texts = []

    def _keep(self, kind, text):
        self.lines.append((kind, text))

    def pushInfo(self, text):
        self._keep("info", text)

    def pushWarning(self, text):
        self._keep("warning", text)

    def pushDebugInfo(self, text):
        self._keep("debug", text)

    def pushCommandInfo(self, text):
        self._keep("command", text)

    def reportError(self, text, fatalError=False):
        self._keep("error", text)

    def setProgressText(self, text):
        self.progress_texts.append(text)

    def texts(self, kind):
        return [text for k, text in self.lines if k == kind]


@pytest.fixture
def feedback():
    return Recorder()


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_app, qgis_processing):
    """The provider, registered once: QGIS refuses a second one of the same name."""
    from toppixel.algorithms.provider import TopPixelProvider

    provider = TopPixelProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    return provider


@pytest.fixture(scope="session", autouse=True)
def real_gui_parts(qgis_app, qgis_iface):
    """Two parts of the stand-in desktop that QGIS' C++ refuses as mocks."""
    from qgis.gui import QgsBrowserGuiModel, QgsLayerTreeView

    browser, tree = QgsBrowserGuiModel(), QgsLayerTreeView()
    qgis_iface.browserModel = lambda: browser
    qgis_iface.layerTreeView = lambda: tree
    return browser, tree


def _let_qt_delete():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def let_qt_delete():
    return _let_qt_delete


def _spin_until(condition, seconds=20):
    """Let Qt work until something has come true."""
    loop = QEventLoop()
    check, end = QTimer(), QTimer()
    check.timeout.connect(lambda: loop.quit() if condition() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    check.start(5)
    end.start(seconds * 1000)
    loop.exec()
    check.stop()
    end.stop()
    assert condition()


@pytest.fixture
def spin_until():
    return _spin_until


class Desktop(QObject if "QObject" in globals() else object):
    """As much of QGIS' interface as the plugin uses, around a real main window."""

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.field = QLineEdit()
        self.window.setCentralWidget(self.field)
        self.window.show()
        self.bar = QgsMessageBar(self.window)
        self.menu, self.toolbar, self.factories, self.pages = [], [], [], []

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def addPluginToMenu(self, menu, action):
        self.menu.append((menu, action))

    def removePluginMenu(self, menu, action):
        self.menu.remove((menu, action))

    def addToolBarIcon(self, action):
        self.toolbar.append(action)

    def removeToolBarIcon(self, action):
        self.toolbar.remove(action)

    def registerOptionsWidgetFactory(self, factory):
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.factories.remove(factory)

    def showOptionsDialog(self, parent, page):
        self.pages.append(page)

    def docks(self):
        return [dock for dock in self.window.findChildren(QDockWidget) if dock.objectName() == MONITOR]

    def set_up_dialogs(self):
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.objectName() == SET_UP]

    def text(self):
        """What the message bar shows."""
        return self.bar.currentItem().text() if self.bar.currentItem() else ""


MONITOR, SET_UP = "TopPixelTrainingMonitor", "TopPixelSetUp"


@pytest.fixture
def desktop(qgis_app, let_qt_delete):
    desktop = Desktop()
    yield desktop
    desktop.window.deleteLater()
    desktop.deleteLater()
    let_qt_delete()


@pytest.fixture(autouse=True)
def same_packages():
    """The plugin's packages as they were: unloading the plugin makes Python forget them."""
    packages = {name: module for name, module in sys.modules.items() if name.startswith("toppixel.")}
    yield
    sys.modules.update(packages)


@pytest.fixture(autouse=True)
def english_numbers(qgis_app):
    """Numbers are written the same on every machine."""
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def empty_project():
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()


@pytest.fixture
def context():
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def _row_of_batch(panel, number):
    """The values in a row of QGIS' table for a batch; later versions want a context for them."""
    wanted = inspect.signature(panel.parametersForRow).parameters
    given = {"context": QgsProcessingContext()} if "context" in wanted else {}
    values, _ = panel.parametersForRow(number, warnOnInvalid=False, **given)
    return values


@pytest.fixture
def row_of_batch():
    return _row_of_batch


@pytest.fixture
def algorithm():
    """An algorithm by the second half of its id; kept, because its parameters die with it."""
    kept = []

    def create(name):
        kept.append(QgsApplication.processingRegistry().createAlgorithmById(f"toppixel:{name}"))
        return kept[-1]

    return create


def write_raster(path, values, epsg=32632, alpha=False):
    """A GeoTIFF of values (bands, height, width) with half a metre per pixel."""
    kinds = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}
    bands, height, width = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), width, height, bands, kinds[str(values.dtype)], ["ALPHA=YES"] if alpha else []
    )
    dataset.SetGeoTransform((500_000.0, 0.5, 0, 5_300_000.0, 0, -0.5))
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    for band in range(bands):
        dataset.GetRasterBand(band + 1).WriteArray(values[band])
    dataset = None
    return Path(path)


@pytest.fixture(name="write_raster")
def write_raster_fixture():
    return write_raster


@pytest.fixture(name="add_polygons")
def add_polygons_fixture():
    return add_polygons


@pytest.fixture
def scene(tmp_path):
    """A raster of 256 x 256 pixels, three bands; its left third is bright."""
    values = np.random.default_rng(0).integers(0, 80, (3, 256, 256), dtype=np.uint8)
    values[:, :, :85] += 150
    return QgsRasterLayer(str(write_raster(tmp_path / "scene ä.tif", values)), "scene")


def add_polygons(layer, rows, west=500_000.0, north=5_300_000.0, pixel=0.5):
    """Add rectangles (left, top, right, bottom in pixels, attributes …) to a layer."""
    for left, top, right, bottom, *attributes in rows:
        feature = QgsFeature(layer.fields())
        box = QgsRectangle(
            west + left * pixel, north - bottom * pixel, west + right * pixel, north - top * pixel
        )
        feature.setGeometry(QgsGeometry.fromRect(box))
        feature.setAttributes(list(attributes))
        assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@pytest.fixture
def labels():
    """A layer in memory: two classes as text and as numbers, and a field nobody needs."""
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:32632&field=kind:string&field=code:integer&field=note:string", "labels", "memory"
    )
    add_polygons(
        layer,
        [
            (0, 0, 85, 256, "bright", 1, "a"),
            (100, 20, 140, 60, "car", 2, "b"),
            (160, 100, 200, 140, "car", 2, "c"),
        ],
    )
    QgsProject.instance().addMapLayer(layer)
    return layer


FAKE_ENGINE = """
import json, pathlib, sys, threading, time

def say(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)

request = json.loads(sys.stdin.readline())
settings = request["settings"]
cancelled = threading.Event()

def listen():
    for line in sys.stdin:
        if json.loads(line).get("cancel"):
            cancelled.set()
    cancelled.set()

threading.Thread(target=listen, daemon=True).start()
say("hello", protocol=1, version=VERSION, pid=0)
(pathlib.Path(__file__).parent / "request.json").write_text(json.dumps(request))
mode = (pathlib.Path(__file__).parent / "mode").read_text()
say("log", text="Reading labels.", level="info")
say("log", text="Two polygons were repaired.", level="warning")
say("progress", done=1, total=4, unit="chips", stage="Training", remaining_s=90.0)
say("training", loss="ce", seed=0, epochs=3,
    classes=[{"index": 0, "value": 1, "name": "car", "colour": "#e6194b"}])
say("metric", name="train/loss", value=0.5, step=1)
say("metric", name="validation/miou", value=0.25, step=1)
if mode == "stubborn":
    pathlib.Path(settings["model"]).write_bytes(b"model")
    say("artifact", kind="model", path=settings["model"])
    say("log", text="Epoch 1 of 3", level="info")
    time.sleep(60)
if mode == "wait":
    for index in range(600):
        say("progress", done=index, total=600, unit="chips", stage="Training", remaining_s=60.0)
        if cancelled.wait(0.05):
            say("cancelled")
            sys.exit(0)
if mode == "fail":
    say("error", code="out-of-memory", message="The card is full.", hint="Use smaller chips.",
        detail="line 7")
    sys.exit(0)
if request["job"] == "compare":
    say("result", values={"folder": settings["folder"], "csv": settings["folder"] + "/comparison.csv",
                          "table": settings["table"] or None, "report": settings["report"] or None,
                          "split_layer": settings["split_layer"] or None,
                          "best": "ce", "chosen_class": "car", "scores": []})
    sys.exit(0)
pathlib.Path(settings["model"]).write_bytes(b"model")
say("artifact", kind="model", path=settings["model"])
say("result", values={"model": settings["model"], "report": settings["report"] or None,
                      "split_layer": settings["split_layer"] or None, "test": None,
                      "best_epoch": 1, "miou": 0.25, "iou": {"car": 0.25}})
"""


class FakeEngine:
    """An engine that speaks the protocol and trains nothing; ``request`` is what it was asked for last."""

    def __init__(self, folder):
        self._folder = folder
        from toppixel.core import __version__

        (folder / "__main__.py").write_text(f"VERSION = {__version__!r}\n{FAKE_ENGINE}")
        self.behave("finish")

    def behave(self, mode):
        """``finish``, ``fail``, ``wait`` until cancelled, or write a model and be ``stubborn``: never end."""
        (self._folder / "mode").write_text(mode)

    @property
    def request(self):
        return json.loads((self._folder / "request.json").read_text())


@pytest.fixture
def fake_engine(tmp_path, monkeypatch):
    from toppixel.algorithms import base
    from toppixel.core.engine.client import run_job

    folder = tmp_path / "engine"
    folder.mkdir()
    monkeypatch.setattr(base, "find_engine", lambda setting: sys.executable)
    monkeypatch.setattr(base, "checked_engine", lambda reporter, setting: sys.executable)
    monkeypatch.setattr(base, "run_job", partial(run_job, entry=folder))
    return FakeEngine(folder)


@pytest.fixture
def engine():
    """The real engine's Python: ``TOPPIXEL_PYTHON`` or the one set up."""
    from toppixel.core.contract.messages.errors import EngineMissingError
    from toppixel.core.engine.engine import find_engine

    try:
        return find_engine()
    except EngineMissingError as error:
        if os.environ.get("CI"):
            raise
        return pytest.skip(str(error))


@pytest.fixture
def no_engine(tmp_path, monkeypatch):
    """A machine without an engine."""
    monkeypatch.delenv("TOPPIXEL_PYTHON", raising=False)
    monkeypatch.setenv("TOPPIXEL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


UNTRAINED = """
import sys
import torch
from core.contract.classes import build_class_table
from core.contract.model_card import Band, ModelCard
from core.contract.messages.reporter import Reporter
from core.models.factory import build_network
from core.models.model_file import save_model

torch.manual_seed(0)
network = build_network("unet", "resnet18", 3, 2, "random", Reporter(lambda _: None))
bands = tuple(Band(name, 90.0, 50.0, 0.0, 255.0) for name in ("red", "green", "blue"))
classes = build_class_table([(0, "background"), (1, "car")], {1: "#ff0000"})
card = ModelCard("unet", "resnet18", bands, "uint8", 0.5, classes, 64, "ce", (1.0, 1.0))
save_model(sys.argv[1], network, card)
"""


@pytest.fixture(scope="session")
def untrained(tmp_path_factory):
    """A model of two classes for three bands that has learned nothing, made by the real engine's Python."""
    kept = []

    def make(python):
        if not kept:
            path = tmp_path_factory.mktemp("model") / "untrained ä.safetensors"
            command = [python, "-c", UNTRAINED, str(path)]
            subprocess.run(command, cwd=REPOSITORY, check=True, timeout=300)
            kept.append(path)
        return kept[0]

    return make


@pytest.fixture
def untrained_model(untrained, engine):
    return untrained(engine)
