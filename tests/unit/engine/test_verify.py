import os
import sys

import pytest

from core.contract.messages.errors import EngineInstallError, JobCancelledError
from core.contract.messages.reporter import Reporter
from core.engine.verify import recall_check, remember_check, verify


def test_facts_of_the_check_are_returned(worker_folder, reporter, events):
    folder = worker_folder("good", {"event": "result", "values": {"device": "cpu"}})
    assert verify(sys.executable, reporter, folder) == {"device": "cpu"}
    assert "progress" in [event.event for event in events]


def test_failed_check_names_python_and_reason(worker_folder, reporter):
    last = {"event": "error", "code": "bad-device", "message": "A convolution failed.", "hint": "Use cpu."}
    with pytest.raises(EngineInstallError, match=r"A convolution failed\. Use cpu\.") as caught:
        verify(sys.executable, reporter, worker_folder("bad", last))
    assert sys.executable in caught.value.message


def test_python_that_dies_has_failed(tmp_path, reporter):
    (tmp_path / "__main__.py").write_text("raise SystemExit(5)")
    with pytest.raises(EngineInstallError, match="exit code 5"):
        verify(sys.executable, reporter, tmp_path)


def test_cancelled_check_is_cancelled(tmp_path):
    (tmp_path / "__main__.py").write_text("import time; time.sleep(600)")
    with pytest.raises(JobCancelledError):
        verify(sys.executable, Reporter(lambda _: None, lambda: True), tmp_path)


def test_check_is_remembered_until_the_python_changes(home, tmp_path):
    python = tmp_path / "python"
    python.write_text("one")
    home.mkdir()
    assert recall_check(str(python)) is None
    remember_check(str(python), {"device": "cpu"})
    assert recall_check(str(python)) == {"device": "cpu"}
    os.utime(python, (1, 1))
    assert recall_check(str(python)) is None


def test_check_is_forgotten_when_the_packages_change(home, monkeypatch):
    home.mkdir()
    remember_check(sys.executable, {"device": "cpu"})
    monkeypatch.setattr("core.engine.verify.requirements_hash", lambda: "other")
    assert recall_check(sys.executable) is None


def test_damaged_record_is_ignored(home):
    home.mkdir()
    remember_check(sys.executable, {})
    next((home / "checks").iterdir()).write_text("{")
    assert recall_check(sys.executable) is None
