"""Drives a real QGIS through its own plugin manager; started inside it by ``test_install.py``.

The variable ``INSTALL_PLAN`` names a JSON file with the repository's address, the steps and the folders. What
was seen goes as JSON into the plan's file ``seen``, step by step, and pictures into ``pictures``.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Optional

import processing
import pyplugin_installer
import qgis.utils
from osgeo import gdal, osr
from pyplugin_installer.installer_data import plugins
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QListView, QToolBar, QWidget
from qgis.utils import iface

PLAN = json.loads(Path(os.environ["INSTALL_PLAN"]).read_text(encoding="utf-8"))
SEEN = Path(PLAN["seen"])
PICTURES = Path(PLAN["pictures"]) if PLAN["pictures"] else None
WORK = Path(PLAN["work"])
KEY = "toppixel"
PATIENCE_S = 30
TRAINING_S = 600
"""Far more than a training of some seconds needs: machines are busy."""


class Seen:
    """What was seen, written after each step, so that a crash loses nothing."""

    def __init__(self) -> None:
        self._steps: dict[str, Any] = {}

    def note(self, step: str, **facts: Any) -> None:
        self._steps.setdefault(step, {}).update(facts)
        SEEN.write_text(json.dumps(self._steps, default=str, ensure_ascii=False), encoding="utf-8")


seen = Seen()


def wait(condition: Callable[[], Any], seconds: float, what: str) -> None:
    """Let QGIS work until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which nested loops leave out
        time.sleep(0.02)


def pause(seconds: float) -> None:
    until = time.monotonic() + seconds
    wait(lambda: time.monotonic() > until, seconds + 5, "a moment")


def save(widget: QWidget, name: str) -> None:
    if PICTURES is not None:
        widget.grab().save(str(PICTURES / name))


def in_dialog(kind: str, act: Callable[[Any], None]) -> None:
    """Act on the modal dialog that the next call opens; another one is closed, so that nothing hangs."""
    deadline = time.monotonic() + PATIENCE_S

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        names = ("", "") if dialog is None else (type(dialog).__name__, dialog.objectName())
        if any(name.startswith(kind) for name in names):
            act(dialog)
        elif time.monotonic() < deadline:
            QTimer.singleShot(100, look)
        elif dialog is not None:
            seen.note("stranger", names=names, title=dialog.windowTitle())
            dialog.reject()

    QTimer.singleShot(100, look)


def traces() -> dict[str, Any]:
    """All that a plugin may leave in QGIS."""
    window = iface.mainWindow()
    return {
        "modules": sorted(name for name in sys.modules if name.split(".")[0] == KEY),
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "menu": sorted(action.text() for action in iface.pluginMenu().actions()),
        "buttons": sorted(action.text() for action in iface.pluginToolBar().actions()),
        "messages": [item.text() for item in iface.messageBar().items() if item.title() == "TopPixel"],
        "folder": (Path(qgis.utils.home_plugin_path) / KEY).exists(),
        "enabled": QgsSettings().value(f"/PythonPlugins/{KEY}", False, type=bool),
        "path": [path for path in sys.path if KEY in Path(path).name],
    }


def install() -> None:
    """Add the repository as a user does, find the plugin in it, install it."""
    seen.note("before", **traces())
    installer = pyplugin_installer.instance()

    def fill(dialog: Any) -> None:
        dialog.editName.setText("TopPixel")
        dialog.editURL.setText(PLAN["url"])
        dialog.accept()

    in_dialog("QgsPluginInstallerRepositoryDialog", fill)
    installer.addRepository()
    seen.note("found", plugin=plugins.all().get(KEY))
    show_manager("plugin_manager.png")
    installer.installPlugin(KEY, stable=False)
    pause(0.5)
    look_at_installed("installed")
    show_toolbox()


def look_at_installed(step: str) -> None:
    registry = QgsApplication.processingRegistry()
    provider = registry.providerById(KEY)
    seen.note(
        step,
        version=qgis.utils.pluginMetadata(KEY, "version"),
        provider=provider.versionInfo() if provider else None,
        active=KEY in qgis.utils.active_plugins,
        plugin=plugins.all().get(KEY),
        algorithms=sorted(a.name() for a in provider.algorithms()) if provider else [],
        toolbox=toolbox_entries(),
        **traces(),
    )


def toolbox_entries() -> list[str]:
    """Names of the plugin's algorithms as they stand in the Processing toolbox."""
    tree = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox").algorithmTree
    model = tree.model()
    found: list[str] = []

    def collect(parent: Any) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if model.rowCount(index):
                collect(index)
            else:
                found.append(index.data())

    for row in range(model.rowCount()):
        if model.index(row, 0).data() == "TopPixel":
            collect(model.index(row, 0))
    return sorted(found)


def show_toolbox() -> None:
    """A picture of the toolbox with the plugin's folder open."""
    if PICTURES is None:
        return
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    dock.raise_()
    tree = dock.algorithmTree
    for row in range(tree.model().rowCount()):
        index = tree.model().index(row, 0)
        if index.data() == "TopPixel":
            tree.expandRecursively(index)
            tree.scrollTo(index, tree.ScrollHint.PositionAtTop)
    pause(1)
    save(iface.mainWindow(), "installed.png")


def show_manager(name: str) -> None:
    """A picture of the plugin manager with the plugin chosen."""
    if PICTURES is None:
        return

    def act(manager: Any) -> None:
        manager.resize(1320, 700)
        plugin_list = manager.findChild(QListView, "vwPlugins")
        model = plugin_list.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data() == "TopPixel":
                plugin_list.setCurrentIndex(model.index(row, 0))
                manager.findChild(QListView, "vwPlugins").clicked.emit(model.index(row, 0))
        pause(2)
        save(manager, name)
        manager.reject()

    in_dialog("QgsPluginManager", act)
    iface.pluginManagerInterface().showPluginManager(0)


def set_up_engine() -> None:
    """Run *Set up engine* in its dialog."""
    start = time.monotonic()
    successful, text = run_dialog("toppixel:setupengine", {}, 600)
    seen.note(
        "engine", successful=successful, log=text, seconds=time.monotonic() - start, files=engine_files()
    )


def engine_files() -> dict[str, float]:
    """The marks of finished engines, and when they were written."""
    return {str(mark): mark.stat().st_mtime for mark in Path(PLAN["home"]).glob("engine-*/ready.json")}


def train() -> None:
    """Run a small training in its dialog."""
    successful, text = run_dialog("toppixel:trainmodel", training("first"), TRAINING_S)
    seen.note("training", successful=successful, log=text, model=(WORK / "first.safetensors").exists())


def update_while_training() -> None:
    """Install the next version while a training runs in its dialog."""
    # Its layer is loaded at the end: then QGIS asks the algorithm for its provider.
    more = {"EPOCHS": 4, "SPLIT_LAYER": str(WORK / "split.gpkg")}
    dialog, ended = start_dialog("toppixel:trainmodel", {**training("second"), **more})
    wait(lambda: "Epoch 1" in log_of(dialog) or ended, TRAINING_S, "the first epoch")
    running = not ended
    update()
    still_running = not ended
    wait(lambda: bool(ended), TRAINING_S, "the end of the training")
    pause(0.5)
    seen.note(
        "update",
        running=running,
        still_running=still_running,
        successful=ended[0],
        log=log_of(dialog),
        model=(WORK / "second.safetensors").exists(),
        report="</html>" in (WORK / "second.html").read_text(encoding="utf-8"),
        layers=sorted(layer.name() for layer in QgsProject.instance().mapLayers().values()),
    )
    save(dialog, "updated_while_training.png")
    dialog.close()
    pause(0.5)


def update() -> None:
    """Install the next version as *Upgrade plugin* does."""
    Path(PLAN["served"]).rename(WORK / "old")
    Path(PLAN["next"]).rename(PLAN["served"])
    installer = pyplugin_installer.instance()
    installer.reloadAndExportData()
    seen.note("upgradeable", plugin=plugins.all().get(KEY))
    installer.installPlugin(KEY, stable=False)
    look_at_installed("updated")
    seen.note("updated", files=engine_files())


def uninstall() -> None:
    """Remove the plugin as the manager does."""
    pyplugin_installer.instance().uninstallPlugin(KEY, quiet=True)
    pause(0.5)
    seen.note("after", **traces())


def start_dialog(algorithm: str, parameters: dict[str, Any]) -> tuple[Any, list[bool]]:
    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    ended: list[bool] = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    dialog.show()
    dialog.runButton().click()
    return dialog, ended


def run_dialog(algorithm: str, parameters: dict[str, Any], seconds: float) -> tuple[bool, str]:
    dialog, ended = start_dialog(algorithm, parameters)
    wait(lambda: bool(ended), seconds, algorithm)
    pause(0.2)
    text = log_of(dialog)
    dialog.close()
    return ended[0], text


def log_of(dialog: Any) -> str:
    path = WORK / "log.txt"
    dialog.saveLogToFile(str(path), dialog.FormatPlainText)
    return path.read_text(encoding="utf-8")


def training(name: str) -> dict[str, Any]:
    """Parameters of a training that takes seconds."""
    raster, labels = layers()
    return {
        "INPUT": [raster.id()], "LABELS": labels.id(), "CLASS_FIELD": "kind", "ENCODER": "tu-test_resnet",
        "ENCODER_WEIGHTS": "random", "CHIP_SIZE": 64, "EPOCHS": 1, "DEVICE": "cpu",
        "MODEL": str(WORK / f"{name}.safetensors"), "REPORT": str(WORK / f"{name}.html"),
    }  # fmt: skip


def layers() -> tuple[QgsRasterLayer, QgsVectorLayer]:
    """A raster with bright squares, and their outlines; made once."""
    found = QgsProject.instance().mapLayersByName
    if found("scene"):
        return found("scene")[0], found("labels")[0]
    size, path = 256, str(WORK / "scene.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 3)
    dataset.SetGeoTransform((500_000.0, 0.5, 0, 5_300_000.0, 0, -0.5))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    dataset.SetProjection(system.ExportToWkt())
    labels = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "labels", "memory")
    rows = [bytearray(40 + (7 * x + 13 * y) % 40 for x in range(size)) for y in range(size)]
    for top in range(8, size - 24, 40):
        for left in range(8, size - 24, 40):
            for y in range(top, top + 20):
                rows[y][left : left + 20] = bytes([230] * 20)
            west, north = 500_000 + left / 2, 5_300_000 - top / 2
            feature = QgsFeature(labels.fields())
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, north - 10, west + 10, north)))
            feature.setAttributes(["house"])
            labels.dataProvider().addFeature(feature)
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).WriteRaster(0, 0, size, size, b"".join(bytes(row) for row in rows))
    dataset = None
    raster = QgsRasterLayer(path, "scene")
    QgsProject.instance().addMapLayers([raster, labels])
    return raster, labels


STEPS = {
    step.__name__: step for step in (install, set_up_engine, train, update_while_training, update, uninstall)
}


def main() -> None:
    """Do the steps of the plan, then end QGIS."""
    iface.mainWindow().setGeometry(0, 0, 1280, 860)
    error: Optional[str] = None
    try:
        for name in PLAN["steps"]:
            start = time.monotonic()
            STEPS[name]()
            seen.note("seconds", **{name: round(time.monotonic() - start, 1)})
    except Exception:  # noqa: BLE001 - whatever it is, QGIS has to be closed
        error = traceback.format_exc()
    seen.note("end", error=error)
    QgsProject.instance().clear()
    QTimer.singleShot(0, lambda: os._exit(0))


QTimer.singleShot(500, main)
