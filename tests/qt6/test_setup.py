"""The dialog that sets up the engine is filled, followed and painted with Qt 6."""

import pytest
from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtTest import QTest
from toppixel.core.engine import setup_plan as plan
from toppixel.core.engine.graphics import Card
from toppixel.setup.dialog import SetUpDialog


class Installation(QObject):
    """A set-up whose state the test sets."""

    changed = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.is_running, self.has_succeeded, self.percent = False, None, None
        self.stage = self.message = ""
        self.lines = []
        self.started_with = None

    def start(self, **settings):
        self.started_with = settings
        self.show(is_running=True, percent=40.0, stage="Downloading packages", lines=[("info", "A line.")])

    def cancel(self):
        self.show(is_running=False, has_succeeded=False, message="Cancelled.")

    def show(self, **state):
        vars(self).update(state)
        self.changed.emit()


@pytest.fixture
def installation():
    return Installation()


@pytest.fixture
def dialog(installation, monkeypatch, tmp_path):
    monkeypatch.setenv("TOPPIXEL_HOME", str(tmp_path))
    monkeypatch.setattr(plan, "find_card", lambda: Card("cuda", "NVIDIA A10"))
    dialog = SetUpDialog(installation)
    dialog.show()
    assert QTest.qWaitForWindowExposed(dialog)
    for _ in range(500):
        if dialog.run.isEnabled():
            break
        QTest.qWait(20)
    return dialog


def test_the_plan_is_shown(dialog):
    assert "NVIDIA A10" in dialog.card.text()
    assert dialog.download.text().startswith("about ")
    assert dialog.run.isEnabled()


def test_a_set_up_is_followed_and_cancelled(dialog, installation):
    dialog.run.click()
    assert installation.started_with == {"BUNDLE": "", "REPAIR": False}
    assert dialog.bar.value() == 40
    assert dialog.details.toPlainText() == "A line."
    assert not dialog.grab().toImage().isNull()

    dialog.cancel.click()
    assert dialog.stage.text() == "Cancelled."
    assert dialog.run.text() == "Try again"


def test_a_bundle_is_asked_for(dialog):
    dialog.offline.setChecked(True)
    assert not dialog.run.isEnabled()
    assert "Choose the folder" in dialog.problem.text()
