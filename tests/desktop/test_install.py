"""TopPixel out of a plugin repository: QGIS' own plugin manager in a real desktop with an empty profile."""

import contextlib
import functools
import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
__version__ = re.search(r'__version__ = "(.+)"', (REPOSITORY / "core" / "__init__.py").read_text())[1]
DRIVER = Path(__file__).with_name("manager.py")
NEXT_VERSION = "99.0.0"
OWN_VARIABLES = ("TOPPIXEL_PYTHON", "QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH")
"""Of whoever runs the test: the desktop starts without them."""

SETTINGS = """
[PythonPlugins]
processing=true

[app]
plugin_installer\\allowExperimental=true
plugin_repositories\\Official\\url=https://plugins.qgis.org/plugins/plugins.xml
plugin_repositories\\Official\\enabled=false
projections\\unknownCrsBehavior=NoAction

[locale]
overrideFlag=true
userLocale=en_US

[qgis]
checkVersion=false
showTips=false
"""
"""A user who has ticked "experimental plugins"; the official repository is out of reach of a test."""

pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in ("git", "qgis", "xvfb-run"))
    or not (REPOSITORY / ".git").exists(),
    reason="needs a git repository, QGIS and Xvfb",
)


def git(folder, *words):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def build(folder, url, version=None):
    """A plugin repository with the package of the last commit, under another version number if wanted."""
    checkout = folder.with_name(f"{folder.name} checkout")
    git(folder.parent, "clone", "--quiet", "--shared", str(REPOSITORY), str(checkout))
    if version:
        before = re.search(r"version=(.+)", (checkout / "metadata.txt").read_text(encoding="utf-8"))[1]
        for name in ("metadata.txt", "core/__init__.py", "CHANGELOG.md"):
            text = (checkout / name).read_text(encoding="utf-8")
            (checkout / name).write_text(text.replace(before, version), encoding="utf-8")
        git(checkout, "commit", "--all", "--quiet", "--message", version)
    scripts = checkout / "scripts"
    subprocess.run([sys.executable, str(scripts / "package.py"), str(folder)], check=True)
    (package,) = folder.glob("*.zip")
    subprocess.run([sys.executable, str(scripts / "repository.py"), str(package), url], check=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        """Nothing: the requests are QGIS' business."""


@pytest.fixture
def address(tmp_path):
    """Address of a web server that serves the folder ``served``."""
    handler = functools.partial(Quiet, directory=str(tmp_path / "served"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def desktop(address, tmp_path):
    """Runs steps of the driver in a QGIS with an empty profile, and gives what was seen there."""
    build(tmp_path / "served", address)
    build(tmp_path / "next", address, NEXT_VERSION)

    def run(*steps, timeout_s, pictures=""):
        profiles, work, runtime = (tmp_path / name for name in ("prófiles ä", "wörk 中 dir", "runtime"))
        settings = profiles / "profiles" / "default" / "QGIS"
        for folder in (settings, work, runtime):
            folder.mkdir(parents=True)
        runtime.chmod(0o700)
        (settings / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
        plan = {
            "url": f"{address}/plugins.xml", "steps": steps, "work": str(work), "pictures": str(pictures),
            **{name: str(tmp_path / name) for name in ("served", "next", "home", "seen")},
        }  # fmt: skip
        (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        environment = {name: text for name, text in os.environ.items() if name not in OWN_VARIABLES} | {
            "INSTALL_PLAN": str(tmp_path / "plan.json"), "TOPPIXEL_HOME": plan["home"],
            "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb", "OMP_NUM_THREADS": "1",
        }  # fmt: skip
        command = [
            "xvfb-run", "-a", "-s", "-screen 0 1440x960x24", "qgis", "--profiles-path", str(profiles),
            "--nologo", "--noversioncheck", "--code", str(DRIVER),
        ]  # fmt: skip
        log = tmp_path / "log"
        with log.open("w") as file:
            process = subprocess.Popen(
                command, env=environment, stdout=file, stderr=file, start_new_session=True
            )
            try:
                process.wait(timeout_s)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
        seen = json.loads((tmp_path / "seen").read_text(encoding="utf-8"))
        assert "end" in seen, f"QGIS ended in the midst of it: {log.read_text(errors='replace')[-3000:]}"
        assert seen["end"]["error"] is None, seen["end"]["error"]
        return seen

    return run


def test_plugin_manager_installs_updates_and_removes_the_plugin(desktop):
    seen = desktop("install", "update", "uninstall", timeout_s=180)

    assert seen["found"]["plugin"]["id"] == "toppixel"
    assert seen["found"]["plugin"]["name"] == "TopPixel"
    check_installed(seen["installed"], __version__)
    assert "engine must be set up" in seen["installed"]["messages"][0]
    assert seen["upgradeable"]["plugin"]["status_exp"] == "upgradeable"
    check_installed(seen["updated"], NEXT_VERSION)
    assert seen["after"] == seen["before"]
    assert seen["before"]["modules"] == []


def check_installed(seen, version):
    assert (seen["version"], seen["provider"], seen["active"], seen["enabled"]) == (
        version,
        version,
        True,
        True,
    )
    assert seen["plugin"]["error"] == ""
    assert "Train segmentation model" in seen["toolbox"]
    assert len(seen["toolbox"]) == len(seen["algorithms"])
    assert {"trainmodel", "classifyraster", "setupengine"} <= set(seen["algorithms"])


@pytest.mark.skipif("TOPPIXEL_INSTALL_TEST" not in os.environ, reason="takes minutes: make install-test")
def test_from_the_plugin_manager_to_a_model(desktop):
    pictures = os.environ.get("TOPPIXEL_PICTURES", "")
    steps = ("install", "set_up_engine", "train", "update_while_training", "train", "uninstall")
    seen = desktop(*steps, timeout_s=1200, pictures=pictures)

    check_installed(seen["installed"], __version__)
    assert seen["engine"]["successful"], seen["engine"]["log"]
    assert seen["training"]["successful"], seen["training"]["log"]
    assert seen["training"]["model"]

    check_installed(seen["updated"], NEXT_VERSION)
    assert seen["updated"]["files"] == seen["engine"]["files"] != {}, "the engine is untouched"
    during = seen["update"]
    assert during["running"]
    assert during["still_running"]
    assert during["successful"], during["log"]
    assert during["model"]
    assert during["report"]
    assert "Training and validation" in during["layers"]

    assert seen["after"] == seen["before"]
    assert seen["before"]["modules"] == []
