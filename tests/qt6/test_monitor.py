"""The training monitor follows a training and is painted with Qt 6."""

import base64

import pytest
from PyQt6.QtCore import QBuffer, QCoreApplication, QIODevice, QPoint
from PyQt6.QtGui import QColor, QImage
from PyQt6.QtTest import QTest
from toppixel.algorithms.runs import running
from toppixel.core.contract.classes import build_class_table
from toppixel.core.contract.jobs.train import TrainJob
from toppixel.core.contract.messages.events import Metric, Picture, Progress, Result, Training
from toppixel.monitor.dock import MonitorDock
from toppixel.monitor.monitor import TrainingMonitor

CLASSES = build_class_table([(0, "background"), (1, "car")])


def picture(kind, colour):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Picture(kind, base64.b64encode(bytes(buffer.data())).decode(), 2)


@pytest.fixture
def monitor():
    monitor = TrainingMonitor()
    yield monitor
    monitor.stop()


@pytest.fixture
def dock(monitor):
    """The dock after a training of two epochs."""
    dock = MonitorDock(monitor)
    dock.resize(600, 900)
    dock.show()
    job = TrainJob(input=("a.tif",), labels="l.gpkg", model="/x/cars.safetensors", class_field="class")
    with running(job) as run:
        run.put(Training("ce", 0, 10, CLASSES.to_list()))
        run.put(Progress(1, 4, "chips", "Training", 60.0))
        for epoch in (1, 2):
            run.put(Metric("train/loss", 1 / epoch, epoch))
            run.put(Metric("validation/miou", 0.4, epoch))
            run.put(Metric("validation/iou/car", 0.3, epoch))
        run.put(picture("image", "#112233"))
        run.put(picture("truth", "#ff0000"))
        run.put(picture("prediction", "#00ff00"))
        run.put(Result({}))
        for _ in range(100):
            QCoreApplication.processEvents()
            if monitor.courses and monitor.courses[0].session.end:
                break
            QTest.qWait(20)
    return dock


def colours(widget):
    image = widget.grab().toImage()
    size = image.size()
    return {
        image.pixelColor(x, y).name() for x in range(0, size.width(), 2) for y in range(0, size.height(), 2)
    }


def test_the_course_is_shown(dock):
    assert dock.choice.count() == 1
    assert dock.status.text().startswith("Finished after 2 epochs")
    assert {"#112233", "#ff0000", "#00ff00"} <= colours(dock.pictures)
    assert len(colours(dock.loss)) > 3


def test_the_pointer_shows_an_epoch_in_both_charts(dock):
    frame = dock.loss._frame()
    before = dock.iou.grab().toImage()
    QTest.mouseMove(dock.loss, QPoint(round(frame.x(1)), round(frame.y(0.9))))
    QTest.qWait(50)
    assert dock.iou.grab().toImage() != before


def test_a_wide_dock_lays_charts_side_by_side(dock):
    dock.resize(1200, 400)
    assert dock.grab().toImage().width() == 1200
