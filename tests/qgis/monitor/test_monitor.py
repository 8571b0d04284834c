"""Events of a job's thread arrive in the main thread, which is never blocked."""

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThread, QTimer
from toppixel.algorithms import runs
from toppixel.core.contract.jobs.classify import ClassifyJob
from toppixel.core.contract.messages.errors import RasterError
from toppixel.core.contract.messages.events import Metric, Picture, Progress
from toppixel.monitor import monitor as monitor_module
from toppixel.monitor.curve import MOST_POINTS
from toppixel.monitor.monitor import MOST_COURSES, TrainingMonitor
from toppixel.monitor.session import Session
from toppixel.monitor.status import share_done, status_text


def test_events_of_a_jobs_thread_arrive_in_the_main_thread(
    monitor, start, begin, epoch, classes, spin_until, has_ended
):
    threads = set()
    monitor.changed.connect(lambda: threads.add(QThread.currentThread()))

    start(begin(), *epoch(1), *epoch(2, 0.75), Picture("image", "cG5n", 2))
    spin_until(has_ended())

    (course,) = monitor.courses
    assert threads == {QCoreApplication.instance().thread()}
    assert course.classes == classes
    assert (course.loss.epochs, course.loss.values) == ([1, 2], [1.0, 0.5])
    assert course.miou.values == course.ious["car"].values == [0.5, 0.75]
    assert course.best_epoch == 2
    assert course.pictures == {"image": b"png"}
    assert course.title.endswith("cars: ce + dice")


def test_a_flood_of_events_lets_the_main_thread_tick(
    monitor, start, begin, monkeypatch, spin_until, has_ended
):
    order = []
    monkeypatch.setattr(monitor_module, "MOST_EVENTS", 500)
    add = Session.add
    monkeypatch.setattr(Session, "add", lambda session, event: order.append("e") or add(session, event))
    timer = QTimer()
    timer.timeout.connect(lambda: order.append(" "))
    timer.start(0)

    start(begin(), *(Metric("train/loss", 0.5, number) for number in range(1, 9_999)))
    spin_until(has_ended())

    assert order.count("e") == 10_000
    assert max(len(events) for events in "".join(order).split()) <= 500


def test_a_hundred_thousand_epochs_are_kept_in_bounded_memory(train_job, begin):
    session = Session(train_job)
    session.add(begin())
    for number in range(1, 100_001):
        session.add(Metric("train/loss", 1 / number, number))
        session.add(Metric("validation/iou/car", 0.5, number))
        session.add(Picture("prediction", "cG5n", number))

    (course,) = session.courses
    assert len(course.loss.epochs) <= MOST_POINTS
    assert len(course.ious["car"].epochs) <= MOST_POINTS
    assert course.epochs_done == 100_000
    assert list(course.pictures) == ["prediction"]


def test_only_the_newest_courses_are_kept(monitor, start, compare_job, begin, spin_until, has_ended):
    start(*(begin("ce", seed) for seed in range(MOST_COURSES + 7)), job=compare_job)
    spin_until(has_ended())

    assert len(monitor.courses) == MOST_COURSES
    assert monitor.courses[-1].title.endswith(f"comparison: ce, seed {MOST_COURSES + 6}")


def test_jobs_that_train_nothing_are_left_alone(monitor, start):
    classify = ClassifyJob(input="a.tif", model="m.safetensors", output="o.tif")

    start(Progress(1, 2, "tiles", "Classifying"), job=classify).join(10)
    QCoreApplication.processEvents()

    assert monitor.courses == []


def test_a_monitor_can_stop_during_a_run(start, begin, spin_until):
    monitor = TrainingMonitor()
    job = start(begin(), holds=True)
    spin_until(lambda: monitor.courses and monitor.courses[0].began)

    monitor.stop()
    sip.delete(monitor)
    job.go.set()
    job.join(10)

    assert job.ran_through
    assert runs._watchers == []


@pytest.mark.parametrize(
    ("events", "text", "share"),
    [
        (lambda begin, epoch: [], "Starting", 0),
        (lambda begin, epoch: [Progress(3, 12, "MB", "Reading labels", 9.0)],
         "Reading labels: 3 of 12 MB, 9 s left", 0.25),
        (lambda begin, epoch: [begin()], "Epoch 1 of 30", 0),
        (lambda begin, epoch: [begin(), *epoch(1), Progress(15, 60, "chips", "Training", 700.0)],
         "Epoch 2 of 30, 12 min left", 0.25),
        (lambda begin, epoch: [begin(), *epoch(30), Progress(60, 60, "chips", "Training", 0.0)],
         "Epoch 30 of 30", 1),
    ],
    ids=["start", "preparing", "first epoch", "second epoch", "last epoch"],
)  # fmt: skip
def test_progress_is_a_sentence(train_job, begin, epoch, events, text, share):
    session = Session(train_job)
    for event in events(begin, epoch):
        session.add(event)
    assert status_text(session.courses[0]) == text
    assert share_done(session.courses[0]) == share


def test_outcome_is_a_sentence(monitor, start, begin, epoch, spin_until, has_ended):
    start(begin(), *epoch(1), failure=RasterError("'a.tif' is gone.", "Look for it."))
    spin_until(has_ended())
    assert status_text(monitor.courses[0]) == "Failed after 1 epochs. 'a.tif' is gone. Look for it."
    assert "Nothing has been trained" in status_text(None)
