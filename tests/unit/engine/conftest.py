"""A fake machine: a folder of its own, a scripted uv, a check that passes."""

import importlib.util
import json
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from core import __version__
from core.contract.messages.reporter import Reporter
from core.engine import install, locations
from core.engine.uv import _is_new_enough, bootstrap_uv

_spec = importlib.util.spec_from_file_location("loopback", Path(__file__).with_name("loopback.py"))
loopback = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(loopback)

FAKE_UV = """#!{python}
import json, os, pathlib, sys, time
plan = json.loads(pathlib.Path({plan!r}).read_text())
log = pathlib.Path({log!r})
words = sys.argv[1:]
with log.open("a") as file:
    file.write(json.dumps(words) + "\\n")
if words == ["--version"]:
    print("uv", plan.get("version", "0.9.9"))
elif words[:2] == ["python", "find"]:
    if plan.get("no_python"):
        sys.exit(2)
    print({python!r})
elif words[:2] == ["python", "install"]:
    environment = {{name: os.environ.get(name) for name in ("UV_OFFLINE", "UV_PYTHON_CACHE_DIR")}}
    log.with_name("environments.jsonl").write_text(json.dumps(environment) + "\\n")
elif words[0] == "venv":
    folder = pathlib.Path(words[-1])
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to({python!r})
elif words[:2] == ["pip", "install"]:
    backend = "auto" if "--torch-backend" in words else "default"
    for line in plan.get(backend, []):
        print(line, file=sys.stderr, flush=True)
    folder = pathlib.Path(words[words.index("--python") + 1]).parents[1]
    (folder / "packages").mkdir(exist_ok=True)
    (folder / "packages" / backend).write_text("x" * plan.get("bytes", 10))
    if plan.get("sleep"):
        (folder / "half.new").write_text(str(os.getpid()))
        (folder / "half.new").rename(folder / "half")
        time.sleep(plan["sleep"])
    sys.exit(plan.get(backend + "_code", 0))
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """TopPixel's folder, on a machine without settings of the user's."""
    folder = tmp_path / "höme with space"
    monkeypatch.setenv("TOPPIXEL_HOME", str(folder))
    for name in ("TOPPIXEL_PYTHON", "UV_TORCH_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    return folder


class FakeUv:
    """A uv on PATH that follows a plan and notes how it was called."""

    def __init__(self, folder):
        self._plan = folder / "plan.json"
        self._log = folder / "calls.jsonl"
        self.follow()
        self.program = program = folder / "uv"
        program.write_text(FAKE_UV.format(python=sys.executable, plan=str(self._plan), log=str(self._log)))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def follow(self, **plan):
        self._plan.write_text(json.dumps(plan))

    @property
    def environments(self):
        """Its own environment variables at each installation of a Python."""
        lines = self._log.with_name("environments.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]

    def calls(self, *first):
        if not self._log.exists():
            return []
        calls = [json.loads(line) for line in self._log.read_text().splitlines()]
        return [words for words in calls if tuple(words[: len(first)]) == first]


@pytest.fixture
def uv(tmp_path, monkeypatch):
    """A fake uv, first on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return FakeUv(folder)


@pytest.fixture(scope="session")
def real_uv():
    """The program uv that this machine has, or that was fetched for its engine."""
    for path in (shutil.which("uv"), bootstrap_uv()):
        if path and _is_new_enough(Path(path)):
            return str(path)
    return pytest.skip("no uv on this machine; 'core engine install' brings one")


@pytest.fixture
def machine(home, real_uv, monkeypatch, tmp_path):
    """A machine with the real uv and nothing else of the user's, that waits for no second try."""
    for name in [name for name in os.environ if name.startswith(("UV_", "PIP_")) or "PROXY" in name.upper()]:
        monkeypatch.delenv(name)
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "uv").symlink_to(real_uv)
    monkeypatch.setenv("PATH", f"{tmp_path / 'programs'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("UV_NO_CONFIG", "1")
    monkeypatch.setenv("UV_TORCH_BACKEND", "cpu")  # spares the try with the builds for this machine
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setattr(install, "verify", lambda python, reporter: {"device": "cpu"})
    return home


@pytest.fixture
def server(machine, monkeypatch):
    """An index on loopback, which is the one that the environment names."""
    server = loopback.Server()
    monkeypatch.setenv("UV_DEFAULT_INDEX", server.index)
    monkeypatch.setenv("PIP_INDEX_URL", server.index)
    yield server
    server.close()


@pytest.fixture
def packages(server, monkeypatch, tmp_path):
    """An engine of two tiny packages, one of them for another system only."""
    server.add("toppixeltestpackage", answer="value = 42", filling=f"text = {os.urandom(50_000).hex()!r}")
    server.add("toppixelotherpackage")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("toppixeltestpackage==1.0\ntoppixelotherpackage==1.0 ; sys_platform == 'win32'\n")
    monkeypatch.setattr(locations, "requirements_file", lambda: requirements)
    for module in ("install", "bundling"):
        monkeypatch.setattr(f"core.engine.{module}.requirements_file", lambda: requirements)
    return requirements


@pytest.fixture
def events():
    """The events of ``reporter``."""
    return []


@pytest.fixture
def reporter(events):
    """A reporter that is never cancelled."""
    return Reporter(events.append)


@pytest.fixture
def worker_folder(tmp_path):
    """Makes a folder that speaks the protocol and ends with the given event."""

    def make(name, last_event):
        folder = tmp_path / name
        folder.mkdir()
        hello = {"event": "hello", "protocol": 1, "version": __version__, "pid": 1}
        log = {"event": "log", "text": "looking", "level": "info"}
        progress = {"event": "progress", "done": 1, "total": 1, "unit": "steps", "stage": "Checking"}
        lines = [json.dumps(event) for event in (hello, log, progress, last_event)]
        (folder / "__main__.py").write_text(f"print({chr(10).join(lines)!r})")
        return folder

    return make
