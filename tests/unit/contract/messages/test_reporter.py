import base64

import pytest

from core.contract.classes import ClassTable, build_class_table
from core.contract.messages import reporter as module
from core.contract.messages.errors import JobCancelledError
from core.contract.messages.events import Progress, decode_event, encode_event
from core.contract.messages.reporter import Reporter


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test moves."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


def test_sentences_metrics_and_files_become_events():
    seen = []
    reporter = Reporter(seen.append)
    reporter.info("a")
    reporter.warning("b")
    reporter.debug("c")
    reporter.metric("train/loss", 1, 2)
    reporter.artifact("model", "m")
    assert [e.event for e in seen] == ["log", "log", "log", "metric", "artifact"]
    assert [e.level for e in seen[:3]] == ["info", "warning", "debug"]


def test_a_training_reports_what_a_monitor_needs():
    seen = []
    reporter = Reporter(seen.append)
    classes = build_class_table([(0, "background"), (1, "car")])
    reporter.training("ce", 3, 30, classes)
    reporter.picture("truth", b"png", 1)
    training, picture = (decode_event(encode_event(event)) for event in seen)
    assert (training.loss, training.seed, training.epochs) == ("ce", 3, 30)
    assert ClassTable.from_list(training.classes) == classes
    assert (picture.kind, base64.b64decode(picture.png), picture.step) == ("truth", b"png", 1)


def test_progress_is_sent_ten_times_a_second_but_first_and_last_always(clock):
    seen = []
    reporter = Reporter(seen.append)
    for done in range(101):
        reporter.progress(done, 100, "chips", "Training")
        clock[0] += 0.01
    reporter.progress(0, 5, "tiles", "Validating")
    done = [event.done for event in seen]
    assert (done[0], done[-2], done[-1]) == (0, 100, 0)
    assert 8 <= len(done) <= 14


def test_time_left_follows_the_speed_of_the_stage(clock):
    seen = []
    reporter = Reporter(seen.append)
    reporter.progress(0, 10, "chips", "Training")
    clock[0] += 4
    reporter.progress(2, 10, "chips", "Training")
    assert [event.remaining_s for event in seen] == [None, 16.0]


def test_progress_stops_a_cancelled_job_without_an_event():
    seen = []
    reporter = Reporter(seen.append, lambda: True)
    with pytest.raises(JobCancelledError):
        reporter.progress(1, 2, "chips", "Training")
    assert not [event for event in seen if isinstance(event, Progress)]
    assert reporter.is_cancelled
    assert not Reporter(seen.append).is_cancelled


def test_time_left_of_a_resumed_job_is_by_its_own_speed(monkeypatch):
    clock = iter([0.0, 10.0])
    monkeypatch.setattr("core.contract.messages.reporter.time.monotonic", lambda: next(clock))
    events = []
    reporter = Reporter(events.append)
    reporter.progress(80, 100, "chips", "Training")
    reporter.progress(90, 100, "chips", "Training")
    assert events[-1].remaining_s == 10
