import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest

from core.contract.messages.errors import (
    DiskFullError,
    EngineInstallError,
    EngineMissingError,
    JobCancelledError,
    OutputError,
)
from core.contract.messages.reporter import Reporter
from core.engine import install, setup_log
from core.engine.engine import find_engine
from core.engine.install import build_engine, remove_engines
from core.engine.locations import READY_MARK, engine_folder
from core.files import atomic as outputs
from core.files.lock import exclusive_lock

ROOT = Path(__file__).resolve().parents[3]
UNREACHABLE = [
    "error: Request failed after 3 retries",
    "  cause: client error (Connect)",
    "  cause: dns error",
]

pytestmark = pytest.mark.usefixtures("home", "uv", "passing_check")


@pytest.fixture
def passing_check(monkeypatch):
    """The real check needs the real packages."""
    monkeypatch.setattr(install, "verify", lambda python, reporter: {"device": "cpu"})


@pytest.fixture
def free_bytes(monkeypatch):
    """Sets how much room the disk has."""
    usage = namedtuple("usage", "total used free")
    return lambda free: monkeypatch.setattr(outputs.shutil, "disk_usage", lambda _: usage(0, 0, free))


def this_engine():
    return engine_folder(sys.version_info[:2])


def test_engine_is_found_after_it_was_built(reporter):
    python = build_engine(reporter)
    assert python == this_engine() / "bin" / "python"
    assert find_engine() == str(python)
    assert json.loads((this_engine() / READY_MARK).read_text())["facts"] == {"device": "cpu"}


def test_first_try_is_the_build_for_this_machine(reporter, uv):
    build_engine(reporter)
    (install_call,) = uv.calls("pip", "install")
    assert install_call[-2:] == ["--torch-backend", "auto"]


def test_unreachable_index_falls_back_with_a_warning(reporter, events, uv):
    uv.follow(auto=UNREACHABLE, auto_code=2)
    build_engine(reporter)
    assert ["--torch-backend" in words for words in uv.calls("pip", "install")] == [True, False]
    assert any("default build" in e.text for e in events if e.event == "log" and e.level == "warning")


def test_missing_network_is_reported_and_leaves_no_ready_engine(reporter, uv):
    uv.follow(auto=UNREACHABLE, auto_code=2, default=UNREACHABLE, default_code=2)
    with pytest.raises(EngineInstallError, match="cannot be reached"):
        build_engine(reporter)
    with pytest.raises(EngineMissingError, match="not completed"):
        find_engine()


def test_damaged_download_is_no_reason_to_fall_back(reporter, uv):
    uv.follow(auto=["error: Hash mismatch for torch"], auto_code=2)
    with pytest.raises(EngineInstallError, match="damaged"):
        build_engine(reporter)
    assert len(uv.calls("pip", "install")) == 1


def test_backend_chosen_by_the_user_is_left_to_uv(reporter, uv, monkeypatch):
    monkeypatch.setenv("UV_TORCH_BACKEND", "cu128")
    build_engine(reporter)
    assert "--torch-backend" not in uv.calls("pip", "install")[0]


def test_machine_without_a_suitable_python_lets_uv_download_one(reporter, uv):
    uv.follow(no_python=True)
    build_engine(reporter)
    (call,) = uv.calls("venv")
    assert call[-2:] == ["3.12", str(engine_folder((3, 12)))]


def test_disk_that_is_too_small_is_refused_before_anything(reporter, uv, free_bytes):
    free_bytes(1e9)
    with pytest.raises(DiskFullError, match=r"1\.0 GB left"):
        build_engine(reporter)
    assert uv.calls("venv") == uv.calls("pip", "install") == []


def test_larger_build_of_the_default_index_needs_more_space(reporter, uv, free_bytes, monkeypatch):
    monkeypatch.setattr(install, "find_card", lambda: None)
    monkeypatch.setattr(sys, "platform", "linux")
    free_bytes(4e9)
    uv.follow(auto=UNREACHABLE, auto_code=2)
    with pytest.raises(DiskFullError, match=r"7\.0 GB are needed"):
        build_engine(reporter)


def test_what_an_earlier_run_has_written_is_subtracted(reporter, uv, free_bytes, monkeypatch):
    monkeypatch.setattr(install, "engine_bytes", lambda is_large: (0, 1000))
    uv.follow(bytes=900, auto=["error: something"], auto_code=2)
    with pytest.raises(EngineInstallError, match="something"):
        build_engine(reporter)
    free_bytes(500)
    uv.follow()
    assert build_engine(reporter).exists()


def test_disk_that_becomes_full_is_reported(reporter, uv):
    uv.follow(auto=["error: No space left on device (os error 28)"], auto_code=2)
    with pytest.raises(DiskFullError, match="became full"):
        build_engine(reporter)


def test_second_set_up_is_refused_while_one_is_running(reporter, home, uv):
    home.mkdir()
    with exclusive_lock(home / install.LOCK_NAME, ValueError):
        with pytest.raises(EngineInstallError, match=rf"process {os.getpid()}\b"):
            build_engine(reporter)
        with pytest.raises(EngineInstallError, match=rf"process {os.getpid()}\b"):
            remove_engines()
    assert uv.calls() == []


@pytest.fixture
def other_program(uv):
    """A set-up in another process, which has come half way and waits there."""
    uv.follow(sleep=600)
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from core.contract.messages.reporter import Reporter\n"
        "from core.engine.install import build_engine\n"
        "build_engine(Reporter(lambda event: None))\n"
    )
    other = subprocess.Popen([sys.executable, "-c", program])
    half = this_engine() / "half"
    deadline = time.monotonic() + 90
    while not half.exists():
        assert other.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    uv.follow()
    yield other
    other.kill()
    other.wait()
    with contextlib.suppress(ProcessLookupError):
        os.kill(int(half.read_text()), signal.SIGKILL)  # the uv that it has left


def test_second_process_is_refused_with_the_first_ones_id(reporter, other_program, uv):
    with pytest.raises(EngineInstallError, match=rf"Another TopPixel .*process {other_program.pid}\b"):
        build_engine(reporter)
    assert other_program.poll() is None


def test_killed_set_up_is_resumed_in_the_same_environment(reporter, uv, other_program):
    """The environment is not made twice: what was downloaded into it stays."""
    killed, half = other_program, this_engine() / "half"
    killed.kill()
    killed.wait()
    os.kill(int(half.read_text()), signal.SIGKILL)  # the uv that it has left
    with pytest.raises(EngineMissingError, match="not completed"):
        find_engine()
    assert build_engine(reporter).exists()
    assert half.exists()
    assert len(uv.calls("venv")) == 1


def test_environment_with_a_broken_python_is_made_again(reporter, uv):
    (this_engine() / "bin").mkdir(parents=True)
    (this_engine() / "bin" / "python").symlink_to("/no/such/python")
    assert build_engine(reporter).exists()
    assert len(uv.calls("venv")) == 1


def test_cancelled_set_up_ends_uv_and_leaves_no_ready_engine(uv):
    uv.follow(sleep=600)
    half = this_engine() / "half"
    with pytest.raises(JobCancelledError):
        build_engine(Reporter(lambda _: None, half.exists))
    with pytest.raises(EngineMissingError, match="not completed"):
        find_engine()


def test_failed_check_leaves_no_ready_engine(reporter, monkeypatch):
    def fail(python, reporter):
        raise EngineInstallError("A convolution failed.")

    monkeypatch.setattr(install, "verify", fail)
    with pytest.raises(EngineInstallError, match="convolution"):
        build_engine(reporter)
    assert not (this_engine() / READY_MARK).exists()


def test_complete_engine_is_checked_and_not_rebuilt(reporter, uv):
    build_engine(reporter)
    build_engine(reporter)
    assert len(uv.calls("pip", "install")) == 1


def test_complete_engine_that_fails_its_check_is_rebuilt(reporter, uv, events, monkeypatch):
    build_engine(reporter)
    results = [EngineInstallError("torch is damaged."), {"device": "cpu"}]

    def check(python, reporter):
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    monkeypatch.setattr(install, "verify", check)
    build_engine(reporter)
    assert len(uv.calls("pip", "install")) == 2
    assert any("torch is damaged. The engine will be rebuilt." in e.text for e in events if e.event == "log")
    assert (this_engine() / READY_MARK).exists()


def test_engine_of_another_version_stays_beside_the_new_one(reporter, home):
    other = home / "engine-000000000000-py3.11"
    other.mkdir(parents=True)
    build_engine(reporter)
    assert other.is_dir()


def test_remove_takes_every_engine_and_nothing_else(reporter, home):
    build_engine(reporter)
    (home / "engine-000000000000-py3.11").mkdir()
    (home / "mine.txt").touch()
    assert len(remove_engines()) == 2
    assert sorted(path.name for path in home.iterdir()) == [install.LOCK_NAME, "mine.txt", "setup.log"]
    with pytest.raises(EngineMissingError, match="not set up"):
        find_engine()


def test_half_removed_engine_is_removed_by_the_next_set_up(reporter, home, monkeypatch):
    build_engine(reporter)
    with monkeypatch.context() as patch:
        patch.setattr(install.shutil, "rmtree", lambda *_, **__: None)
        remove_engines()
    assert list(home.glob(".removing-*"))
    build_engine(reporter)
    assert not list(home.glob(".removing-*"))


def test_engine_in_use_is_not_removed(reporter, monkeypatch):
    """Windows refuses to rename a folder from which a program runs."""
    build_engine(reporter)

    def refuse(self, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(EngineInstallError, match="in use"):
        remove_engines()


def test_nothing_to_remove(home):
    assert remove_engines() == []


def test_repair_starts_from_scratch(reporter, uv, home):
    build_engine(reporter)
    for name in ("downloads", "bootstrap"):
        (home / name).mkdir()
        (home / name / "old").touch()
    (this_engine() / "old").touch()
    build_engine(reporter, anew=True)
    assert not (this_engine() / "old").exists()
    assert not list(home.glob("*/old"))
    assert len(uv.calls("pip", "install")) == 2


def test_set_up_is_kept_in_a_log_with_the_error_that_ended_it(reporter, uv):
    uv.follow(auto=["error: write to https://jo:word@index: something new"], auto_code=2)
    with pytest.raises(EngineInstallError):
        build_engine(reporter)
    text = setup_log.log_file().read_text()
    assert "Building the engine with" in text
    assert "Ended: The packages cannot be installed" in text
    assert "jo:word" not in text
    uv.follow()
    build_engine(reporter)
    assert "Ended" not in setup_log.log_file().read_text()


def test_removed_engine_is_reported(reporter):
    python = build_engine(reporter)
    find_engine()
    shutil.rmtree(python.parents[1])
    with pytest.raises(EngineMissingError, match=r"The engine was removed: '.*Set up engine"):
        find_engine()


def test_folder_that_cannot_be_made_is_named(reporter, home):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        build_engine(reporter)
