"""The real uv with an index, a proxy and disks that fail in various ways."""

import os
import subprocess

import pytest

from core.contract.messages.errors import (
    DiskFullError,
    EngineInstallError,
    EngineMissingError,
    OutputError,
)
from core.engine import install
from core.engine.engine import find_engine
from core.engine.install import build_engine
from core.engine.setup_log import log_file
from core.engine.source import PackageSource
from core.engine.uv_errors import UnreachableError

pytestmark = pytest.mark.usefixtures("packages")


def answer_of(python):
    program = "import toppixeltestpackage.answer; print(toppixeltestpackage.answer.value)"
    return subprocess.run([python, "-c", program], capture_output=True, text=True, check=True).stdout


def test_engine_is_built_from_an_index_under_any_name_of_a_folder(
    machine, server, reporter, monkeypatch, tmp_path
):
    monkeypatch.setenv("TOPPIXEL_HOME", str(tmp_path / "Größe und 中文 o'clock"))
    python = build_engine(reporter)
    assert answer_of(python) == "42\n"
    assert find_engine() == str(python)
    assert not any("toppixelotherpackage" in path for path in server.asked)


@pytest.mark.parametrize(
    ("mode", "leaf", "words"),
    [
        ("refuse", UnreachableError, "cannot be reached"),
        ("cut", UnreachableError, "was interrupted"),
        ("half", UnreachableError, "was interrupted"),
        ("401", UnreachableError, "denies access"),
        ("hash", EngineInstallError, "damaged"),
        ("garbled", EngineInstallError, "damaged"),
    ],
)
def test_index_that_fails_is_reported_and_the_next_set_up_resumes(
    machine, server, reporter, mode, leaf, words
):
    server.mode = mode
    with pytest.raises(leaf, match=words) as caught:
        build_engine(reporter)
    assert caught.value.hint
    assert words in log_file().read_text()
    with pytest.raises(EngineMissingError, match="not completed"):
        find_engine()
    server.mode = "well"
    assert answer_of(build_engine(reporter)) == "42\n"


@pytest.mark.parametrize(
    ("mode", "words"), [("407", "needs a user name and a password"), ("cut", "was interrupted")]
)
def test_proxy_that_fails_is_reported(machine, server, reporter, mode, words):
    server.mode = mode
    name, word = "jo", "k3y"
    proxy = server.address.replace("://", f"://{name}:{word}@")
    with pytest.raises(UnreachableError, match=words):
        build_engine(reporter, PackageSource(index="https://packages.invalid/simple", proxy=proxy))
    assert "packages.invalid:443" in server.asked
    assert f"{name}:{word}" in server.credentials
    assert word not in log_file().read_text()


def test_missing_proxy_is_reported(machine, reporter):
    source = PackageSource(index="https://packages.invalid/simple", proxy="http://127.0.0.1:9")
    with pytest.raises(UnreachableError, match="proxy cannot be reached"):
        build_engine(reporter, source)


def test_index_of_the_user_replaces_the_default_one(machine, server, reporter, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9/simple")
    assert answer_of(build_engine(reporter, PackageSource(index=server.index))) == "42\n"


@pytest.fixture
def mounted(tmp_path):
    """Mounts a small disk, where the test may."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = []

    def mount(*options):
        command = ["/bin/mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            pytest.skip(f"disks cannot be mounted here: {result.stderr.strip()}")
        done.append(folder)
        return folder

    yield mount
    for each in done:
        subprocess.run(["/bin/umount", str(each)], check=True)


@pytest.fixture
def hardly_any_room_is_asked_for(monkeypatch):
    monkeypatch.setattr(install, "engine_bytes", lambda is_large: (0, 0))


@pytest.mark.usefixtures("hardly_any_room_is_asked_for")
def test_disk_that_becomes_full_is_reported_and_the_next_set_up_resumes(
    machine, server, packages, mounted, reporter, monkeypatch, tmp_path
):
    disk = mounted("size=6m")
    server.add("toppixeltestpackage", answer="value = 42", filling=f"text = {os.urandom(4_000_000).hex()!r}")
    monkeypatch.setenv("TOPPIXEL_HOME", str(disk / "engines"))
    with pytest.raises(DiskFullError, match="became full") as caught:
        build_engine(reporter)
    assert "another folder" in caught.value.hint
    with pytest.raises(EngineMissingError, match="not completed"):
        find_engine()
    server.add("toppixeltestpackage", answer="value = 42")
    assert answer_of(build_engine(reporter)) == "42\n"


def test_folder_on_a_read_only_disk_is_reported(machine, mounted, reporter, monkeypatch):
    disk = mounted("size=1m", "ro")
    for folder in (disk / "engines", disk):
        monkeypatch.setenv("TOPPIXEL_HOME", str(folder))
        with pytest.raises(OutputError, match=r"cannot be written.*Read-only.*Choose another folder"):
            build_engine(reporter)
