"""A monitor, and jobs in threads of their own with scripted events."""

import importlib.util
import threading

import pytest

if importlib.util.find_spec("qgis") is None:
    collect_ignore_glob = ["*"]


@pytest.fixture
def classes():
    from toppixel.core.contract.classes import build_class_table

    return build_class_table([(0, "background"), (1, "car")])


@pytest.fixture
def train_job():
    from toppixel.core.contract.jobs.train import TrainJob

    return TrainJob(input=("a.tif",), labels="l.gpkg", model="/x/cars.safetensors", class_field="class")


@pytest.fixture
def compare_job():
    from toppixel.core.contract.jobs.compare import CompareJob

    return CompareJob(input=("a.tif",), labels="l.gpkg", folder="/x/comparison", class_field="class")


@pytest.fixture
def begin(classes):
    """The event with which a training begins."""
    from toppixel.core.contract.messages.events import Training

    return lambda loss="ce + dice", seed=0: Training(loss, seed, 30, classes.to_list())


@pytest.fixture
def epoch(classes):
    """The events of an epoch that is the best so far."""
    from toppixel.core.contract.messages.events import Metric

    def events(number, miou=0.5):
        scores = {"train/loss": 1 / number, "validation/miou": miou, "validation/best_epoch": number}
        scores |= {f"validation/iou/{name}": miou for name in classes.names}
        return [Metric(name, value, number) for name, value in scores.items()]

    return events


class JobThread(threading.Thread):
    """A job in a thread of its own, as Processing runs it: says its events, then waits to be let go."""

    def __init__(self, events, job, failure=None, *, holds=False):
        super().__init__(daemon=True)
        self._events, self._job, self._failure = events, job, failure
        self.go = threading.Event()
        self.ran_through = False
        if not holds:
            self.go.set()

    def run(self):
        from toppixel.algorithms.runs import running
        from toppixel.core.contract.messages.errors import CoreError, JobCancelledError

        try:
            with running(self._job) as run:
                for event in self._events:
                    run.put(event)
                while not self.go.wait(0.01):
                    if run.is_cancelled():
                        raise JobCancelledError("Cancelled.")
                if self._failure:
                    raise self._failure
        except CoreError:
            return
        self.ran_through = True


@pytest.fixture
def start(train_job):
    """Starts jobs that say events; lets them go at the end."""
    threads = []

    def start_it(*events, job=train_job, **more):
        threads.append(JobThread(events, job, **more))
        threads[-1].start()
        return threads[-1]

    yield start_it
    for thread in threads:
        thread.go.set()
        thread.join(10)


@pytest.fixture
def monitor(qgis_app, let_qt_delete):
    from toppixel.monitor.monitor import TrainingMonitor

    monitor = TrainingMonitor()
    yield monitor
    monitor.stop()
    monitor.deleteLater()
    let_qt_delete()


@pytest.fixture
def has_ended(monitor):
    """A condition to wait for: so many courses are there and their jobs have ended."""
    return lambda count=1: (
        lambda: len(monitor.courses) >= count and all(course.session.end for course in monitor.courses)
    )
