"""Drives the real QGIS for the documentation's screenshots; started inside it by ``screenshots.sh``."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Generator, Iterable, Iterator
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
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QTextEdit, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["SHOTS"])
WORK = Path(os.environ["SHOTS_WORK"])
MODEL = Path(os.environ["SHOTS_MODEL"])
COLOURS = ("#f5761a", "#4f86c9", "#3f9e5a", "#c94f9e", "#ffe119", "#42d4f4")
TICK_MS = 20
TRAINING_SHOWN_S = 45
EPOCHS = 6
MONITORED_EPOCHS = 4
MOST_S = 1800


def say(text: str) -> None:
    """Print a line for the shell script."""
    sys.stdout.write(f"shots: {text}\n")
    sys.stdout.flush()


class Pulse:
    """Measures the longest time that the main window's event loop was blocked."""

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
    """Runs a generator in the event loop: it yields seconds to wait, or a condition to wait for."""

    def __init__(self, scenes: Iterator[Any]) -> None:
        self._scenes = scenes
        self._condition: Optional[Callable[[], bool]] = None
        self._deadline = 0.0
        QTimer.singleShot(1000, self._next)

    def _next(self) -> None:
        try:
            if self._condition is not None and not self._condition():
                if time.monotonic() > self._deadline:
                    raise TimeoutError("waited too long")
                QTimer.singleShot(100, self._next)
                return
            self._condition = None
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
    """The raster and, above it, the labels coloured by class."""
    raster = QgsRasterLayer(os.environ["SHOTS_RASTER"], Path(os.environ["SHOTS_RASTER"]).stem)
    labels = QgsVectorLayer(os.environ["SHOTS_LABELS"], Path(os.environ["SHOTS_LABELS"]).stem)
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
    """Main window in a fixed size, with the toolbox and the layers only."""
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


class Run:
    """A run of an algorithm from its dialog.

    Args:
        dialog: Filled in; its *Run* button is pressed.
    """

    def __init__(self, dialog: QWidget) -> None:
        self._dialog = dialog
        self._ended: list[bool] = []
        dialog.algorithmFinished.connect(lambda successful, _: self._ended.append(successful))
        dialog.runButton().click()

    def has_ended(self) -> bool:
        """Whether it is over.

        Raises:
            RuntimeError: It failed; the message is its log.
        """
        if self._ended == [False]:
            log = self._dialog.findChild(QTextEdit, "txtLog")
            raise RuntimeError(log.toPlainText() if log else "the run failed")
        return bool(self._ended)


def inputs_of(raster: QgsRasterLayer, labels: QgsVectorLayer) -> dict[str, Any]:
    """Inputs of every algorithm with labels."""
    return {"INPUT": [raster.id()], "LABELS": labels.id(), "CLASS_FIELD": os.environ["SHOTS_FIELD"]}


def picture_of_dialog(
    name: str, parameters: dict[str, Any], picture: str, height: int = 900
) -> Generator[float, None, QWidget]:
    """Open the filled dialog of an algorithm and save its picture; the dialog stays open.

    Returns:
        The dialog (of the generator).
    """
    dialog = processing.createAlgorithmDialog(f"toppixel:{name}", parameters)
    dialog.show()
    yield 1
    dialog.setGeometry(120, 20, 1000, height)  # only now: it opens with the size of the last one
    yield 0.5
    save(dialog, picture)
    return dialog


def sample_scenes() -> Iterator[Any]:
    """The main window with the scene and its labels, and the toolbox."""
    show_all()
    yield 3
    save(iface.mainWindow(), "sample.jpg")
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.setFloating(True)
    toolbox.resize(330, 300)
    show_toolbox()
    yield 1
    save(toolbox.widget(), "toolbox.png")
    toolbox.setFloating(False)


def train_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer) -> Iterator[Any]:
    """A training from its dialog to its end, with the monitor half way."""
    window = iface.mainWindow()
    monitor = window.findChild(QDockWidget, "TopPixelTrainingMonitor")
    dialog = yield from picture_of_dialog(
        "trainmodel",
        {
            **inputs_of(raster, labels),
            "CLASS_WEIGHTS": "median_frequency",
            "EPOCHS": EPOCHS,
            "MODEL": str(MODEL),
            "REPORT": str(MODEL.with_suffix(".html")),
        },
        "train_dialog.png",
    )
    run = Run(dialog)
    yield lambda: run.has_ended() or monitor.status.text().startswith(f"Epoch {MONITORED_EPOCHS + 1} ")
    tidy_window()
    monitor.setVisible(True)
    monitor.raise_()
    window.resizeDocks([monitor], [440], Qt.Orientation.Horizontal)
    yield 1
    save(monitor, "training_monitor.png")
    yield run.has_ended
    yield 0.5
    save(dialog, "train_log.png")
    dialog.close()
    monitor.close()


def chinese_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer) -> Iterator[Any]:
    """The train dialog in another language."""
    dialog = yield from picture_of_dialog(
        "trainmodel", {**inputs_of(raster, labels), "MODEL": str(MODEL)}, "train_dialog_zh.png"
    )
    dialog.close()


def setup_scenes() -> Iterator[Any]:
    """The offer of a QGIS without an engine, the set-up dialog, and the page in the options."""
    bar = iface.messageBar()
    yield lambda: bar.currentItem() is not None
    save(bar.currentItem(), "setup_offer.png")
    action = next(action for action in every_action(iface.pluginMenu()) if action.text() == "Set up engine…")
    action.trigger()
    yield 8  # it looks for a graphics card, an engine, and the size of the download
    dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "SetUpDialog")
    save(dialog, "setup_dialog.png")
    dialog.close()

    def picture_of_options() -> None:
        options = QApplication.activeModalWidget()
        save(options, "options.png")
        options.reject()

    QTimer.singleShot(6000, picture_of_options)  # it is modal
    iface.showOptionsDialog(iface.mainWindow(), "TopPixel")


def every_action(menu: QMenu) -> Iterator[QAction]:
    """Actions of a menu and its submenus."""
    for action in menu.actions():
        yield action
        if action.menu():
            yield from every_action(action.menu())


def cancel_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer, pulse: Pulse) -> Iterator[Any]:
    """A cancelled training: the longest time that QGIS was blocked, and how soon the job ended."""
    parameters = {**inputs_of(raster, labels), "MODEL": str(WORK / "cancelled.safetensors")}
    dialog = processing.createAlgorithmDialog("toppixel:trainmodel", parameters)
    dialog.show()
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


def loss_scenes(raster: QgsRasterLayer, labels: QgsVectorLayer) -> Iterator[Any]:
    """The widgets of loss and class weights, and the dialogs of class statistics and comparison."""
    inputs = inputs_of(raster, labels)
    train = processing.createAlgorithmDialog(
        "toppixel:trainmodel", {**inputs, "LOSS": "toppixel", "CLASS_WEIGHTS": "median_frequency(cap=50)"}
    )
    train.setGeometry(120, 20, 900, 900)
    train.show()
    yield 1.5
    save(train.mainWidget().wrappers["LOSS"].widget, "loss_widget.png")
    save(train.mainWidget().wrappers["CLASS_WEIGHTS"].widget, "weights_widget.png")
    train.close()
    files = {"FOLDER": str(WORK / "losses"), "TABLE": str(WORK / "losses.gpkg")}
    compare = yield from picture_of_dialog("comparelosses", {**inputs, **files}, "compare_dialog.png")
    compare.close()
    files = {"TABLE": str(WORK / "classes.gpkg"), "REPORT": str(WORK / "classes.html")}
    count = yield from picture_of_dialog("classweights", {**inputs, **files}, "statistics_dialog.png", 790)
    run = Run(count)
    yield run.has_ended
    count.close()


def show_all() -> None:
    """Zoom to all layers, with their legends in the layer tree; other docks are hidden."""
    tidy_window()
    iface.mapCanvas().zoomToFullExtent()
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setExpanded(True)
    iface.mapCanvas().refresh()
    iface.messageBar().clearWidgets()
    show_toolbox()


def only(names: Iterable[str]) -> None:
    """Show only the layers whose names end with one of these."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        is_shown = node.name().endswith(tuple(names))
        node.setItemVisibilityChecked(is_shown)
        node.setExpanded(is_shown)


def classify_scenes() -> Iterator[Any]:
    """The classify dialog with the model's description, the map, its confidence, and its polygons."""
    source = Path(os.environ["SHOTS_CLASSIFY"])
    raster = QgsRasterLayer(str(source), source.stem)
    QgsProject.instance().clear()
    QgsProject.instance().addMapLayer(raster)
    dialog = yield from picture_of_dialog(
        "classifyraster",
        {
            "INPUT": raster.id(),
            "MODEL": str(MODEL),
            "MIN_AREA": 2,
            "OUTPUT": str(WORK / "map.tif"),
            "CONFIDENCE": str(WORK / "confidence.tif"),
            "POLYGONS": str(WORK / "crowns_found.gpkg"),
        },
        "classify_dialog.png",
    )
    run = Run(dialog)
    yield run.has_ended
    dialog.close()
    classes = QgsProject.instance().mapLayersByName("map")[0]
    classes.setOpacity(0.55)
    polygons = QgsProject.instance().mapLayersByName("crowns_found")[0]
    polygons.setOpacity(0.6)
    polygons.renderer().checkLegendSymbolItem("0", state=False)  # the background
    show_all()
    for names, picture in (
        (["crowns_found", source.stem], "first_map.jpg"),
        (["map", source.stem], "map.jpg"),
        (["confidence"], "map_confidence.jpg"),
    ):
        only(names)
        yield 4
        save(iface.mainWindow(), picture)  # imagery as JPEG: a quarter of the size
    parameters = {"INPUT": classes.id(), "MIN_AREA": 2, "SIMPLIFY": 0.15, "SMOOTH": 2}
    parameters["OUTPUT"] = str(WORK / "smooth.gpkg")
    polygons = yield from picture_of_dialog("vectorizeclasses", parameters, "polygons_dialog.png", 560)
    polygons.close()


def many_scenes() -> Iterator[Any]:
    """The dialog for many rasters, with sheets cut from one, then the mosaic."""
    source = gdal.Open(os.environ["SHOTS_CLASSIFY"])
    folder = WORK / "sheets"
    folder.mkdir()
    width, height = source.RasterXSize // SHEETS, source.RasterYSize // SHEETS
    for row in range(SHEETS):
        for col in range(SHEETS):
            window = [col * width, row * height, width, height]
            gdal.Translate(str(folder / f"sheet_{row + 1}{col + 1}.tif"), source, srcWin=window)
    QgsProject.instance().clear()
    dialog = yield from picture_of_dialog(
        "classifyrasters",
        {
            "INPUT_FOLDER": str(folder),
            "MODEL": str(MODEL),
            "FOLDER": str(WORK / "maps"),
            "POLYGONS": str(WORK / "all.gpkg"),
        },
        "classify_many_dialog.png",
    )
    run = Run(dialog)
    yield run.has_ended
    yield 0.5
    save(dialog, "classify_many_log.png")
    dialog.close()
    show_all()
    yield 4
    save(iface.mainWindow(), "map_many.jpg")


SHEETS = 3
"""The raster is cut into this many rows and columns of sheets."""


def scenes() -> Iterator[Any]:
    """All scenes in order, or those named by ``SHOTS_SCENES``."""
    wanted = os.environ.get("SHOTS_SCENES", "sample train loss classify many").split()
    tidy_window()
    pulse = Pulse()
    raster, labels = add_layers()
    yield 3
    for name, play_it in (
        ("sample", sample_scenes),
        ("cancel", lambda: cancel_scenes(raster, labels, pulse)),
        ("loss", lambda: loss_scenes(raster, labels)),
        ("train", lambda: train_scenes(raster, labels)),
        ("classify", classify_scenes),
        ("many", many_scenes),
        ("setup", setup_scenes),
        ("chinese", lambda: chinese_scenes(raster, labels)),
    ):
        if name in wanted:
            yield from play_it()
    QApplication.processEvents()


play = Play(scenes())
