"""Drives the real QGIS for the documentation's screenshots; started inside it by ``screenshots.sh``."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Callable, Optional

import processing
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["SHOTS"])
WORK = Path(os.environ["SHOTS_WORK"])
COLOURS = ("#f5761a", "#4f86c9", "#3f9e5a", "#c94f9e", "#ffe119", "#42d4f4")
TICK_MS = 20
TRAINING_SHOWN_S = 45
MONITORED_EPOCHS = 8
MOST_S = 400


def say(text: str) -> None:
    """A line that the shell script passes on."""
    sys.stdout.write(f"shots: {text}\n")
    sys.stdout.flush()


class Pulse:
    """Measures how long the main window's event loop was ever kept from its work."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self.longest_gap_s = 0.0
        self.ticks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        self.longest_gap_s = max(self.longest_gap_s, now - self._last)
        self._last = now
        self.ticks += 1


class Play:
    """Runs a generator in the event loop: it yields the seconds to wait, or what to wait for."""

    def __init__(self, scenes: Iterator[Any]) -> None:
        self._scenes = scenes
        self._condition: Optional[Callable[[], bool]] = None
        self._deadline = 0.0
        QTimer.singleShot(1000, self._next)

    def _next(self) -> None:
        if self._condition is not None and not self._condition():
            if time.monotonic() > self._deadline:
                say("failed: waited too long")
                self._end()
                return
            QTimer.singleShot(100, self._next)
            return
        self._condition = None
        try:
            step = next(self._scenes)
        except StopIteration:
            self._end()
            return
        except Exception:  # noqa: BLE001 - whatever it is, QGIS has to be closed
            say(f"failed: {traceback.format_exc()}")
            self._end()
            return
        if callable(step):
            self._condition, self._deadline = step, time.monotonic() + MOST_S
            step = 0.1
        QTimer.singleShot(int(step * 1000), self._next)

    def _end(self) -> None:
        QgsProject.instance().clear()
        QTimer.singleShot(0, lambda: os._exit(0))


def save(widget: QWidget, name: str) -> None:
    """Save the picture of a window."""
    path = FOLDER / name
    widget.grab().save(str(path))
    say(f"{path}")


def add_layers() -> tuple[QgsRasterLayer, QgsVectorLayer]:
    """The raster and, over it, the labels in colours by class."""
    raster = QgsRasterLayer(os.environ["SHOTS_RASTER"], Path(os.environ["SHOTS_RASTER"]).stem)
    labels = QgsVectorLayer(os.environ["SHOTS_LABELS"], "labels")
    field = os.environ["SHOTS_FIELD"]
    values = sorted(labels.uniqueValues(labels.fields().lookupField(field)), key=str)
    categories = []
    for value, colour in zip(values, COLOURS * 50):
        symbol = QgsFillSymbol.createSimple(
            {"color": QColor(colour).name(), "outline_color": colour, "outline_width": "0.4"}
        )
        symbol.setOpacity(0.5)
        categories.append(QgsRendererCategory(value, symbol, str(value)))
    labels.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    QgsProject.instance().addMapLayers([labels, raster])
    iface.mapCanvas().setExtent(
        iface.mapCanvas().mapSettings().layerExtentToOutputExtent(raster, raster.extent())
    )
    iface.mapCanvas().refresh()
    return raster, labels


def tidy_window() -> None:
    """Main window in a fixed size with the toolbox and the layers only."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1440, 960)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))


def show_toolbox() -> None:
    """Open the plugin's folder in the Processing toolbox."""
    tree = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox").algorithmTree
    for row in range(tree.model().rowCount()):
        index = tree.model().index(row, 0)
        if index.data() == "TopPixel":
            tree.expand(index)
            tree.scrollTo(index, tree.ScrollHint.PositionAtTop)


def train_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer, pulse: Pulse) -> Iterator[Any]:
    """The train dialog: filled, running, cancelled."""
    dialog = processing.createAlgorithmDialog(
        "toppixel:trainmodel",
        {
            "INPUT": [raster.id()],
            "LABELS": labels.id(),
            "CLASS_FIELD": os.environ["SHOTS_FIELD"],
            "MODEL": str(WORK / "model.safetensors"),
        },
    )
    dialog.setGeometry(120, 20, 1100, 900)
    dialog.show()
    yield 1.5
    save(dialog, "train_dialog.png")
    ended: list[bool] = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    pulse.longest_gap_s, pulse.ticks, start = 0.0, 0, time.monotonic()
    dialog.runButton().click()
    yield TRAINING_SHOWN_S
    save(dialog, "train_running.png")
    seconds = time.monotonic() - start
    say(
        f"while training {seconds:.0f} s: {pulse.ticks} of {seconds * 1000 / TICK_MS:.0f} ticks, "
        f"longest gap {pulse.longest_gap_s:.2f} s"
    )
    pressed = time.monotonic()
    dialog.cancelButton().click()
    yield lambda: bool(ended)
    say(f"cancelled after {time.monotonic() - pressed:.1f} s, run ended with {ended}")
    yield 0.5
    save(dialog, "train_cancelled.png")
    dialog.close()


def monitor_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer) -> Iterator[Any]:
    """The training monitor in the middle of a training of a minute or two."""
    window = iface.mainWindow()
    monitor = window.findChild(QDockWidget, "TopPixelTrainingMonitor")
    dialog = processing.createAlgorithmDialog(
        "toppixel:trainmodel",
        {
            "INPUT": [raster.id()],
            "LABELS": labels.id(),
            "CLASS_FIELD": os.environ["SHOTS_FIELD"],
            "LOSS": "focal",
            "CHIP_SIZE": 128,
            "BATCH_SIZE": 4,
            "EPOCHS": MONITORED_EPOCHS + 4,
            "MODEL": str(WORK / "crowns.safetensors"),
        },
    )
    dialog.show()
    ended: list[bool] = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    dialog.runButton().click()
    yield lambda: ended or monitor.status.text().startswith(f"Epoch {MONITORED_EPOCHS + 1} ")
    window.resizeDocks([monitor], [440], Qt.Orientation.Horizontal)
    yield 1
    save(monitor, "training_monitor.png")
    dialog.cancelButton().click()
    yield lambda: bool(ended)
    dialog.close()
    monitor.close()


def loss_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer) -> Iterator[Any]:
    """The loss widget alone, and the dialog that compares losses."""
    inputs = {
        "INPUT": [raster.id()],
        "LABELS": labels.id(),
        "CLASS_FIELD": os.environ["SHOTS_FIELD"],
    }
    train = processing.createAlgorithmDialog(
        "toppixel:trainmodel", {**inputs, "LOSS": "toppixel", "CLASS_WEIGHTS": "median_frequency(cap=50)"}
    )
    train.setGeometry(120, 20, 900, 900)
    train.show()
    yield 1.5
    save(train.mainWidget().wrappers["LOSS"].widget, "loss_widget.png")
    save(train.mainWidget().wrappers["CLASS_WEIGHTS"].widget, "weights_widget.png")
    train.close()
    compare = processing.createAlgorithmDialog("toppixel:comparelosses", inputs)
    compare.setGeometry(120, 20, 1000, 900)
    compare.show()
    yield 1.5
    save(compare, "compare_dialog.png")
    compare.close()


def run_to_the_end(dialog: QWidget) -> Iterator[Any]:
    """Press Run, wait for the end, close the dialog."""
    ended: list[bool] = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    dialog.runButton().click()
    yield lambda: bool(ended)
    dialog.close()


def show_all() -> None:
    """Zoom to all layers, with their legends in the layer tree."""
    iface.mapCanvas().zoomToFullExtent()
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setExpanded(True)
    iface.mapCanvas().refresh()
    iface.messageBar().clearWidgets()
    show_toolbox()


def only(names: Iterable[str]) -> None:
    """Show the layers whose names end so, and the imagery."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        is_shown = node.name().endswith(tuple(names))
        node.setItemVisibilityChecked(is_shown)
        node.setExpanded(is_shown)


def classify_scenes() -> Iterator[Any]:
    """The classify dialog with what the model says, then the map, and how sure it is."""
    source = Path(os.environ["SHOTS_CLASSIFY"])
    raster = QgsRasterLayer(str(source), source.stem)
    QgsProject.instance().clear()
    QgsProject.instance().addMapLayer(raster)
    outputs = {name: str(WORK / f"{name}.tif") for name in ("CONFIDENCE", "ENTROPY", "PROBABILITIES")}
    dialog = processing.createAlgorithmDialog(
        "toppixel:classifyraster",
        {
            "INPUT": raster.id(),
            "MODEL": os.environ["SHOTS_MODEL"],
            "OUTPUT": str(WORK / "classes.tif"),
            **outputs,
        },
    )
    dialog.setGeometry(160, 20, 1000, 900)
    dialog.show()
    yield 1.5
    save(dialog, "classify_dialog.png")
    yield from run_to_the_end(dialog)
    for layer in QgsProject.instance().mapLayers().values():
        if layer.name().endswith("classified"):
            layer.setOpacity(0.55)
    show_all()
    only(["classified", source.stem])
    yield 4
    save(iface.mainWindow(), "map.jpg")  # imagery: a quarter of the size
    for name in ("entropy", "probabilities", "confidence"):
        only([name])
        yield 3
        save(iface.mainWindow(), f"map_{name}.jpg")


def many_scenes() -> Iterator[Any]:
    """The dialog for many rasters, filled with sheets cut from one, then the mosaic."""
    source = gdal.Open(os.environ["SHOTS_CLASSIFY"])
    folder = WORK / "sheets"
    folder.mkdir()
    width, height = source.RasterXSize // SHEETS, source.RasterYSize // SHEETS
    for row in range(SHEETS):
        for col in range(SHEETS):
            window = [col * width, row * height, width, height]
            gdal.Translate(str(folder / f"sheet_{row + 1}{col + 1}.tif"), source, srcWin=window)
    QgsProject.instance().clear()
    dialog = processing.createAlgorithmDialog(
        "toppixel:classifyrasters",
        {
            "INPUT_FOLDER": str(folder),
            "MODEL": os.environ["SHOTS_MODEL"],
            "FOLDER": str(WORK / "maps"),
            "POLYGONS": str(WORK / "all.gpkg"),
        },
    )
    dialog.setGeometry(160, 20, 1000, 900)
    dialog.show()
    yield 1.5
    save(dialog, "classify_many_dialog.png")
    ended: list[bool] = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    dialog.runButton().click()
    yield lambda: bool(ended)
    yield 0.5
    save(dialog, "classify_many_log.png")
    dialog.close()
    show_all()
    yield 4
    save(iface.mainWindow(), "map_many.jpg")


SHEETS = 3
"""Rows and columns of sheets that a raster is cut into."""


def scenes() -> Iterator[Any]:
    """All of it, in order, or what ``SHOTS_SCENES`` names."""
    wanted = os.environ.get("SHOTS_SCENES", "train monitor loss classify many").split()
    tidy_window()
    pulse = Pulse()
    raster, labels = add_layers()
    yield 3
    for name, play_it in (
        ("train", lambda: train_scenes(raster, labels, pulse)),
        ("monitor", lambda: monitor_scenes(raster, labels)),
        ("loss", lambda: loss_scenes(raster, labels)),
        ("classify", classify_scenes),
        ("many", many_scenes),
    ):
        if name in wanted:
            yield from play_it()
    QApplication.processEvents()


play = Play(scenes())
