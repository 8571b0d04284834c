"""An update of the plugin during a job: its folder is replaced by another version's."""

import shutil
import sys
from pathlib import Path

import pytest

from core import __version__
from core.contract.jobs.check import CheckJob
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import ProtocolError
from core.contract.messages.events import Hello
from core.engine import program
from core.engine.client import run_job

CORE = Path(program.__file__).parents[1]


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """A copy of core as an installed plugin."""
    monkeypatch.setenv("TOPPIXEL_HOME", str(tmp_path / "home"))
    folder = tmp_path / "plugins" / "toppixel" / "core"
    shutil.copytree(CORE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(program, "core_folder", lambda: folder)
    return folder


def test_a_training_continues_when_the_plugin_is_replaced(plugin, squares, tmp_path):
    def replace(event):
        if isinstance(event, Hello) and plugin.exists():
            # The worker has just started: nearly all modules are still to be loaded.
            shutil.rmtree(plugin)
            (plugin / "evaluation").mkdir(parents=True)
            (plugin / "__main__.py").write_text("raise SystemExit('the new version')")

    job = TrainJob(
        **squares, model=str(tmp_path / "m.safetensors"), report=str(tmp_path / "r.html"), epochs=1,
        encoder="tu-test_resnet", encoder_weights="random", chip_size=64, device="cpu",
        tensorboard=str(tmp_path / "events"),
    )  # fmt: skip
    result = run_job(sys.executable, job, replace)
    assert not (plugin / "tasks.py").exists()
    assert Path(result["model"]).stat().st_size > 0
    assert "</html>" in Path(result["report"]).read_text(encoding="utf-8")
    assert list((tmp_path / "events").rglob("*tfevents*"))


def test_another_version_leads_to_the_hint_to_restart_qgis(plugin):
    version = plugin / "__init__.py"
    version.write_text(version.read_text().replace(__version__, "9.9.9"))
    with pytest.raises(ProtocolError, match=rf"version {__version__}.*now of version 9\.9\.9.*Restart QGIS"):
        run_job(sys.executable, CheckJob(), lambda event: None)
