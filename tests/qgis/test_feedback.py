import pytest
from toppixel.algorithms.feedback import FeedbackListener, progress_text
from toppixel.core.contract.messages.events import Artifact, Log, Metric, Progress


def test_log_lines_go_where_their_level_belongs(feedback):
    listener = FeedbackListener(feedback)

    for level in ("info", "warning", "debug"):
        listener.show(Log(f"a {level}", level))
    listener.show(Artifact("model", "/x/m.safetensors"))
    listener.show(Metric("train/loss", 0.5, 1))

    assert feedback.lines == [
        ("info", "a info"),
        ("warning", "a warning"),
        ("debug", "a debug"),
        ("info", "Written: /x/m.safetensors"),
    ]


def test_the_bar_moves_with_each_event_and_the_text_only_with_the_stage(feedback):
    listener = FeedbackListener(feedback)
    seen = []
    feedback.progressChanged.connect(seen.append)

    for done in range(5):
        listener.show(Progress(done, 4, "chips", "Training"))
    listener.show(Progress(1, 2, "tiles", "Validating"))

    assert seen == [25, 50, 75, 100, 50]
    assert feedback.progress_texts == ["Training", "Validating: 1 of 2 tiles"]


def test_in_a_long_run_the_text_comes_when_the_time_left_has_changed(feedback, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr("toppixel.algorithms.feedback.time.monotonic", lambda: clock[0])
    listener = FeedbackListener(feedback)

    for done in range(1, 41):
        clock[0] += 6
        listener.show(Progress(done, 100, "chips", "Training", 3600 - 6 * done))

    assert [text.split(", ")[1] for text in feedback.progress_texts] == [
        "1 h 0 min left", "59 min left", "58 min left", "57 min left", "56 min left",
    ]  # fmt: skip


def test_nothing_to_do_does_not_divide_by_zero(feedback):
    FeedbackListener(feedback).show(Progress(0, 0, "chips", "Training"))

    assert feedback.progress() == 0


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (Progress(0, 480, "chips", "Training", 9.0), "Training"),
        (Progress(120, 480, "chips", "Training"), "Training: 120 of 480 chips"),
        (Progress(120, 480, "chips", "Training", 12.4), "Training: 120 of 480 chips, 12 s left"),
        (Progress(120, 480, "chips", "Training", 150), "Training: 120 of 480 chips, 2 min left"),
        (Progress(1, 480, "chips", "Training", 5400), "Training: 1 of 480 chips, 1 h 30 min left"),
        (Progress(480, 480, "chips", "Training", 0.0), "Training"),
        (Progress(1, 480, "chips", "Training", 59.7), "Training: 1 of 480 chips, 1 min left"),
        (Progress(1, 480, "chips", "Training", 3599), "Training: 1 of 480 chips, 1 h 0 min left"),
        (Progress(1, 480, "chips", "Training", 7190), "Training: 1 of 480 chips, 2 h 0 min left"),
        (Progress(1234567, 7654321, "chips", "Training"), "Training: 1,234,567 of 7,654,321 chips"),
        (Progress(1.26, 700, "MB", "Fetching", None), "Fetching: 1.3 of 700 MB"),
    ],
)
def test_progress_in_words(event, text):
    assert progress_text(event) == text


def test_cancel_is_seen(feedback):
    listener = FeedbackListener(feedback)

    assert not listener.is_cancelled()
    feedback.cancel()
    assert listener.is_cancelled()


def test_in_the_main_thread_qt_gets_its_turn(feedback):
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(0, feedback.cancel)

    assert FeedbackListener(feedback).is_cancelled()
