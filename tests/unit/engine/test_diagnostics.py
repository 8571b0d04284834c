import sys

import pytest

from core import __version__
from core.engine import diagnostics as module
from core.engine.diagnostics import diagnostics
from core.engine.install import build_engine

pytestmark = pytest.mark.usefixtures("home", "uv")


@pytest.fixture(autouse=True)
def no_card(monkeypatch):
    monkeypatch.setattr(module, "find_card", lambda: None)


def test_machine_without_an_engine_is_described(home):
    text = diagnostics(program={"QGIS": "3.22.16"}, errors=["12:00 Train: no labels."])
    assert f"TopPixel: {__version__}" in text
    assert "QGIS: 3.22.16" in text
    assert "Engine: The engine is not set up yet." in text
    assert "Graphics card: none found" in text
    assert "Last errors:\n  12:00 Train: no labels." in text


def test_engine_and_its_last_set_up_are_described(reporter, monkeypatch):
    monkeypatch.setattr("core.engine.install.verify", lambda *_: {"torch": "2.14"})
    python = build_engine(reporter)
    text = diagnostics()
    assert f"Engine: {python} (built by TopPixel)" in text
    assert "torch 2.14" in text
    assert "Last set-up:" in text


def test_diagnostics_contain_no_names(monkeypatch, tmp_path):
    monkeypatch.setattr("core.engine.privacy.Path.home", lambda: tmp_path)
    monkeypatch.setenv("HTTPS_PROXY", "http://jo:word@proxy:3128")
    own = tmp_path / "python"
    own.symlink_to(sys.executable)
    text = diagnostics(str(own))
    assert "Engine: ~/python (the user's own Python)" in text
    assert "HTTPS_PROXY: http://proxy:3128" in text
    assert str(tmp_path) not in text
