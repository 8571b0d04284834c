"""The dock shows one course, follows the newest, and can be removed at any time."""

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from toppixel.core.contract.messages.events import Metric
from toppixel.monitor.dock import MonitorDock


@pytest.fixture
def dock(monitor, let_qt_delete):
    dock = MonitorDock(monitor)
    dock.resize(420, 760)
    dock.show()
    yield dock
    if not sip.isdeleted(dock):
        dock.deleteLater()
        let_qt_delete()


def test_the_dock_follows_the_newest_until_an_earlier_one_is_chosen(
    monitor, dock, start, compare_job, begin, epoch, spin_until, has_ended
):
    job = start(begin("ce"), *epoch(1), begin("dice"), *epoch(1), job=compare_job, holds=True)
    spin_until(lambda: len(monitor.courses) == 2)
    titles = [dock.choice.itemText(row).split(": ")[1] for row in range(2)]
    assert titles == ["dice, seed 0", "ce, seed 0"]
    assert dock.choice.currentIndex() == 0

    dock.choice.setCurrentIndex(1)
    dock.choice.activated.emit(1)
    job.go.set()
    start(begin("focal"))
    spin_until(has_ended(3))

    assert dock.choice.currentIndex() == 2
    assert dock.choice.currentText().endswith("ce, seed 0")
    assert dock.status.text() == "Finished after 1 epochs; best epoch: 1"


def test_a_hidden_dock_catches_up_when_it_is_shown(monitor, dock, start, begin, epoch, spin_until, has_ended):
    dock.hide()
    start(begin(), *epoch(1))
    spin_until(has_ended())
    assert dock.choice.count() == 0

    dock.show()

    assert dock.choice.count() == 1
    assert dock.status.text() == "Finished after 1 epochs; best epoch: 1"


@pytest.mark.parametrize("end", ["close", "delete"])
def test_a_dock_can_be_removed_during_a_run(monitor, dock, start, begin, epoch, spin_until, has_ended, end):
    job = start(begin(), *epoch(1), holds=True)
    spin_until(lambda: monitor.courses and monitor.courses[0].miou)

    if end == "close":
        dock.close()
    else:
        sip.delete(dock)
    job.go.set()
    spin_until(has_ended())

    assert job.ran_through


def test_cancel_in_the_dock_ends_the_job(monitor, dock, start, begin, epoch, spin_until, has_ended):
    job = start(begin(), *epoch(1), holds=True)
    spin_until(lambda: monitor.courses and monitor.courses[0].miou)
    assert dock.cancel.isVisible()
    assert dock.cancel.isEnabled()

    dock.cancel.click()
    assert not dock.cancel.isEnabled()
    spin_until(has_ended())

    assert not job.ran_through
    assert dock.status.text() == "Cancelled after 1 epochs; best epoch: 1"
    assert not dock.cancel.isVisible()


@pytest.fixture
def run_training(fake_engine, algorithm, scene, labels, context, feedback, tmp_path):
    """Runs the algorithm until it ends; gives whether it was successful."""
    # A path: PyQt keeps an algorithm's exception, with all frames above it, until after QGIS has ended, and a
    # raster layer that goes so late takes the process with it.
    raster = scene.source()

    def run(mode):
        fake_engine.behave(mode)
        parameters = {
            "INPUT": [raster], "LABELS": labels, "CLASS_FIELD": "kind", "CHIP_SIZE": 64,
            "ENCODER": "resnet18", "MODEL": str(tmp_path / "model.safetensors"),
        }  # fmt: skip
        return algorithm("trainmodel").run(parameters, context, feedback)[1]

    return run


def test_an_algorithm_that_trains_is_shown(monitor, dock, run_training, spin_until, has_ended):
    assert run_training("finish")
    spin_until(has_ended())

    (course,) = monitor.courses
    assert course.title.endswith("model: ce")
    assert (course.loss.values, course.miou.values) == ([0.5], [0.25])
    assert dock.status.text() == "Finished after 1 epochs"


def test_cancel_in_the_dock_ends_an_algorithm(monitor, dock, run_training, feedback, spin_until, has_ended):
    monitor.changed.connect(lambda: dock.cancel.click() if monitor.courses[0].epochs_done else None)

    assert not run_training("wait")
    spin_until(has_ended())

    assert not feedback.isCanceled()
    assert dock.status.text() == "Cancelled after 1 epochs"


def test_without_validation_only_the_loss_is_shown(monitor, dock, start, begin, spin_until, has_ended):
    start(begin(), Metric("train/loss", 0.5, 1))
    spin_until(has_ended())

    assert dock.loss.isVisible()
    assert not dock.iou.isVisible()
    assert not dock.pictures.isVisible()


@pytest.mark.parametrize(
    ("size", "orientation"), [((420, 760), Qt.Orientation.Vertical), ((1100, 320), Qt.Orientation.Horizontal)]
)
def test_charts_and_pictures_follow_the_longer_side(dock, size, orientation):
    dock.resize(*size)

    assert dock.splitter.orientation() == orientation


def test_the_pointer_marks_the_same_epoch_in_both_charts(
    monitor, dock, start, begin, epoch, spin_until, has_ended
):
    start(begin(), *epoch(1), *epoch(2))
    spin_until(has_ended())

    before = dock.loss.grab().toImage()
    dock.iou.pointed.emit(1)

    assert dock.loss.grab().toImage() != before
