"""A machine made of scripts: a home of its own, a uv that does what it is told, a check that passes."""

import json
import os
import stat
import sys

import pytest

from core import __version__
from core.contract.reporter import Reporter

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
        program = folder / "uv"
        program.write_text(FAKE_UV.format(python=sys.executable, plan=str(self._plan), log=str(self._log)))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def follow(self, **plan):
        self._plan.write_text(json.dumps(plan))

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


@pytest.fixture
def events():
    """What a reporter was told."""
    return []


@pytest.fixture
def reporter(events):
    """A reporter that is never cancelled."""
    return Reporter(events.append)


@pytest.fixture
def worker_folder(tmp_path):
    """Makes a folder that speaks the protocol and says the given last event."""

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
