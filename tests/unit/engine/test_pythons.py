import sys
from pathlib import Path

from core.engine.pythons import interpreter_at, interpreters


def test_python_is_asked_for_its_version():
    assert interpreter_at(sys.executable) == (sys.executable, sys.version_info[:2])


def test_what_does_not_run_or_is_no_python_is_none(tmp_path):
    other = tmp_path / "python3"
    other.write_text("#!/bin/sh\necho Welcome to the store\n")
    other.chmod(0o755)
    assert interpreter_at(str(tmp_path / "missing")) is None
    assert interpreter_at(str(other)) is None


def test_program_that_embeds_python_is_never_started(tmp_path, monkeypatch):
    """Inside QGIS ``sys.executable`` can be QGIS: starting it would open a window."""
    qgis = tmp_path / "qgis-bin.exe"
    qgis.write_text(f"#!/bin/sh\ntouch '{tmp_path}/window'\necho 3 12\n")
    qgis.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(qgis))
    found = [interpreter.path for interpreter in interpreters()]
    assert str(qgis) not in found
    assert not (tmp_path / "window").exists()


def test_each_python_is_offered_once():
    found = [Path(interpreter.path).resolve() for interpreter in interpreters()]
    assert len(found) == len(set(found)) > 0
