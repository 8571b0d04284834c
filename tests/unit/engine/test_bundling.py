"""A bundle made with the real uv and pip from an index on loopback, and an engine set up from it offline."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.contract.messages.errors import EngineInstallError, JobCancelledError, SettingsError
from core.contract.messages.reporter import Reporter
from core.engine import bundle as bundle_module
from core.engine import bundling, install
from core.engine.bundle import CONTENTS, read_bundle
from core.engine.bundling import Target, make_bundle
from core.engine.install import build_engine
from core.engine.source import PackageSource

VERSION = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture
def bootstrap(machine, monkeypatch, tmp_path, real_uv):
    """A Python with pip beside uv, as it would be fetched."""
    folder = tmp_path / "bootstrap" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(_python_with_pip())
    shutil.copy2(real_uv, folder / "uv")
    monkeypatch.setattr(bundling, "provide_bootstrap", lambda *_: folder / "python")
    return folder


def _python_with_pip():
    for candidate in (Path(sys.executable), Path(sys.base_prefix) / "bin" / "python3"):
        asked = subprocess.run([candidate, "-m", "pip", "--version"], capture_output=True, check=False)
        if asked.returncode == 0:
            return candidate
    return pytest.skip("no pip beside this Python")


@pytest.fixture
def make(bootstrap, packages, server, reporter, tmp_path, monkeypatch, real_uv):
    """Makes a bundle; the index has a wheel of uv, too, in which a script starts the real program."""
    version = subprocess.run([real_uv, "--version"], capture_output=True, text=True, check=True)
    script = f"#!/bin/sh\nexec '{real_uv}' \"$@\"\n"
    server.add("uv", version.stdout.split()[1], program=script.encode())
    # No Python is fetched over the network in tests.
    monkeypatch.setenv("UV_PYTHON_INSTALL_MIRROR", f"{server.address}/pythons")

    def make(folder=tmp_path / "bündel 包", **target):
        return make_bundle(str(folder), Target(**target), reporter)

    return make


@pytest.fixture
def bundle(make, tmp_path, tmp_path_factory):
    """A bundle for this machine, in a folder of the test; made once for all tests."""
    first = tmp_path_factory.getbasetemp() / "first bundle"
    if not (first / CONTENTS).exists():
        make(first, python=VERSION)
    return read_bundle(shutil.copytree(first, tmp_path / "bündel 包"))


def answer_of(python):
    program = "import toppixeltestpackage.answer; print(toppixeltestpackage.answer.value)"
    return subprocess.run([python, "-c", program], capture_output=True, text=True, check=True).stdout


def test_engine_is_set_up_from_a_bundle_with_the_network_cut_off(
    make, server, reporter, monkeypatch, machine
):
    bundle = make(python=VERSION)
    assert [wheel.name for wheel in bundle.wheels.glob("topp*")] == [
        "toppixeltestpackage-1.0-py3-none-any.whl"
    ]
    shutil.rmtree(machine, ignore_errors=True)
    server.mode, server.asked = "refuse", []
    python = build_engine(reporter, PackageSource(bundle=bundle.folder))
    assert answer_of(python) == "42\n"
    assert server.asked == []


def test_bundle_for_another_system_holds_its_packages_and_is_refused_here(make, reporter):
    bundle = make(platform="windows", python="3.12")
    assert {wheel.name.split("-")[0] for wheel in bundle.wheels.glob("topp*")} == {
        "toppixeltestpackage",
        "toppixelotherpackage",
    }
    with pytest.raises(EngineInstallError, match="is for 'windows'"):
        build_engine(reporter, PackageSource(bundle=bundle.folder))


def test_bundle_made_again_keeps_what_is_there_and_drops_older_packages(bundle, make, packages, server):
    server.add("toppixeltestpackage", "2.0")
    packages.write_text("toppixeltestpackage==2.0\n")
    make(python=VERSION)
    assert [wheel.name for wheel in bundle.wheels.glob("topp*")] == [
        "toppixeltestpackage-2.0-py3-none-any.whl"
    ]


def test_damaged_wheel_in_a_bundle_is_reported(bundle, reporter):
    wheel = next(bundle.wheels.glob("topp*"))
    wheel.write_bytes(wheel.read_bytes()[:-100])
    with pytest.raises(EngineInstallError, match="damaged"):
        build_engine(reporter, PackageSource(bundle=bundle.folder))


def test_bundle_without_a_python_needs_that_of_the_machine(bundle, reporter, monkeypatch):
    assert not bundle.has_python
    monkeypatch.setattr(install, "find_engine_python", lambda *_: None)
    with pytest.raises(EngineInstallError, match=rf"Python {VERSION}, which is neither"):
        build_engine(reporter, PackageSource(bundle=bundle.folder))


def test_bundle_with_a_python_brings_it(bundle, reporter, monkeypatch, uv):
    """What uv is asked for then; the archive itself would have to come from the network."""
    monkeypatch.setattr(install, "find_engine_python", lambda *_: None)
    monkeypatch.setattr(bundle_module.Bundle, "unpack_uv", lambda _: str(uv.program))
    replace(bundle, has_python=True).write()
    build_engine(reporter, PackageSource(bundle=bundle.folder))
    assert uv.calls("python", "install") == [["python", "install", "--no-bin", VERSION]]
    assert uv.environments[0]["UV_OFFLINE"] == "1"
    assert uv.environments[0]["UV_PYTHON_CACHE_DIR"] == str(bundle.pythons)


def test_index_that_refuses_leaves_no_bundle(make, server, tmp_path):
    server.mode = "refuse"
    with pytest.raises(EngineInstallError, match="cannot be reached"):
        make(tmp_path / "b", python=VERSION)
    with pytest.raises(EngineInstallError, match="not a complete bundle"):
        read_bundle(str(tmp_path / "b"))


def test_cancel_leaves_no_bundle(make, tmp_path):
    with pytest.raises(JobCancelledError):
        make_bundle(str(tmp_path / "b"), Target(python=VERSION), Reporter(lambda _: None, lambda: True))
    assert not (tmp_path / "b" / CONTENTS).exists()


def test_folder_with_other_files_is_left_alone(make, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.jpg").touch()
    with pytest.raises(SettingsError, match=r"photo\.jpg"):
        make(tmp_path / "mine")


@pytest.mark.parametrize("target", [{"platform": "amiga"}, {"python": "2.7"}, {"python": "three"}])
def test_target_that_does_not_exist_is_refused(make, target):
    with pytest.raises(SettingsError, match=r"amiga|2\.7|three"):
        make(**target)


def test_bundle_of_another_version_is_refused(bundle, reporter):
    path = Path(bundle.folder) / CONTENTS
    path.write_text(json.dumps({**json.loads(path.read_text()), "packages": "0" * 12}))
    with pytest.raises(EngineInstallError, match="has different packages"):
        build_engine(reporter, PackageSource(bundle=bundle.folder))


def test_platform_without_bundles_is_refused(bundle, reporter, monkeypatch):
    monkeypatch.setattr(bundle_module, "this_platform", lambda: "")
    with pytest.raises(EngineInstallError, match="of another kind"):
        build_engine(reporter, PackageSource(bundle=bundle.folder))
