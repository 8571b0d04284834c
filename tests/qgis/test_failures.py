"""Failures are kept for the diagnostics, and reported to listeners."""

import pytest
from qgis.core import QgsProcessingException
from toppixel.algorithms import failures
from toppixel.core.contract.messages.errors import LabelError, OutOfMemoryError


@pytest.fixture
def reported():
    """Types of the reported failures; the failures themselves would hold on to objects of QGIS."""
    reported = []

    def listener(error):
        reported.append(type(error))

    failures.add_listener(listener)
    yield reported
    failures.remove_listener(listener)


@pytest.fixture(autouse=True)
def nothing_yet():
    failures._kept.clear()
    yield
    failures._kept.clear()


def test_the_newest_failures_are_kept_with_their_code(reported):
    for number in range(failures.MOST_KEPT + 2):
        failures.note("Train", LabelError(f"Failure {number}.", "Hint."))
    assert len(failures.last_failures()) == failures.MOST_KEPT
    assert failures.last_failures()[-1].endswith("Train: Failure 11. Hint. [bad-labels]")
    assert len(reported) == failures.MOST_KEPT + 2


@pytest.fixture
def parameters(scene, labels, tmp_path):
    """No local variable of a test: QGIS never lets go of the frames of a failure."""
    return {
        "INPUT": [scene.source()],
        "LABELS": labels,
        "CLASS_FIELD": "kind",
        "MODEL": str(tmp_path / "m.safetensors"),
    }


def test_failed_job_is_kept_and_reported_and_a_cancelled_one_is_not(
    fake_engine, feedback, parameters, reported
):
    import processing

    fake_engine.behave("fail")
    with pytest.raises(QgsProcessingException):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)
    assert "The card is full." in failures.last_failures()[0]
    assert reported == [OutOfMemoryError]
    fake_engine.behave("wait")
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        processing.run("toppixel:trainmodel", parameters, feedback=feedback)
    assert len(reported) == 1
