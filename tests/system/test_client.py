"""The client with a real worker: every way in which a job can end."""

import os
import shutil
import subprocess
import sys
import threading
import time

import pytest

from core.contract.messages.errors import (
    CoreError,
    DiskFullError,
    EngineCrashedError,
    EngineMissingError,
    JobCancelledError,
    LabelError,
    OutOfMemoryError,
    ProtocolError,
    SettingsError,
)
from core.contract.messages.events import Log
from core.engine.client import run_job
from core.engine.launch import clean_environment


def run(job, entry, on_event=lambda _: None, is_cancelled=lambda: False, **more):
    return run_job(sys.executable, job, on_event, is_cancelled, entry, **more)


def test_result_and_events_arrive_in_order(trouble, entry):
    seen = []
    result = run(trouble("noise"), entry, seen.append)
    assert result == {"text": "ümläut 中文"}
    assert [event.event for event in seen] == ["hello", "log", "progress", "metric", "artifact"]


@pytest.mark.parametrize(
    ("kind", "leaf"),
    [("fail", LabelError), ("out_of_memory", OutOfMemoryError), ("disk_full", DiskFullError)],
)
def test_an_error_is_raised_as_the_class_of_its_code(trouble, entry, kind, leaf):
    with pytest.raises(leaf):
        run(trouble(kind), entry)


def test_message_and_hint_of_the_engine_are_kept(trouble, entry):
    with pytest.raises(LabelError) as caught:
        run(trouble("fail"), entry)
    assert caught.value.message == "No label lies on the raster."
    assert caught.value.hint == "Choose another layer."


@pytest.mark.parametrize("kind", ["crash_in_python", "leave"])
def test_an_engine_removed_during_a_job_is_reported(trouble, entry, tmp_path, kind):
    python = tmp_path / "engine" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    with pytest.raises(EngineMissingError, match=r"was removed while the job ran.*Set up engine") as caught:
        run_job(str(python), trouble(kind), lambda _: shutil.rmtree(tmp_path / "engine", True), entry=entry)
    assert caught.value.detail


def test_the_traceback_of_an_unexpected_error_is_its_detail(trouble, entry):
    with pytest.raises(CoreError) as caught:
        run(trouble("crash_in_python"), entry)
    assert "ZeroDivisionError: by design" in caught.value.detail
    assert "report" in caught.value.hint


def test_an_unknown_job_is_an_error(trouble, entry):
    with pytest.raises(SettingsError, match="There is no job 'trouble'"):
        run(trouble("noise"), None)


def test_a_killed_worker_is_explained_and_leaves_no_file(trouble, entry, tmp_path):
    with pytest.raises(EngineCrashedError, match="out of memory"):
        run(trouble("killed", tmp_path / "map.tif"), entry)
    assert list(tmp_path.iterdir()) == []


def test_a_worker_killed_from_outside_is_a_crash(trouble, entry):
    def kill(event):
        if isinstance(event, Log):
            os.kill(pids[0], 9)
        elif event.event == "hello":
            pids.append(event.pid)

    pids = []
    with pytest.raises(EngineCrashedError, match="signal 9"):
        run(trouble("silent"), entry, kill)


def test_a_crash_has_exit_code_and_last_lines(trouble, entry):
    with pytest.raises(EngineCrashedError, match="exit code 7") as caught:
        run(trouble("leave"), entry)
    assert "last words" in caught.value.detail


def test_another_program_in_place_of_the_worker_is_a_crash(trouble, tmp_path):
    (tmp_path / "__main__.py").write_text("print('I am something else')")
    with pytest.raises(EngineCrashedError) as caught:
        run(trouble("noise"), tmp_path)
    assert "I am something else" in caught.value.detail


def test_a_worker_with_another_protocol_is_refused_and_ended(trouble, entry, is_gone):
    seen = []
    with pytest.raises(ProtocolError, match="protocol 99"):
        run(trouble("other_protocol"), entry, seen.append)
    assert is_gone(seen[0].pid)


@pytest.mark.parametrize("kind", ["polite", "silent", "deaf"])
def test_cancelling_ends_any_job_within_two_seconds_and_leaves_nothing(
    trouble, entry, is_gone, tmp_path, kind
):
    cancelled_at = []
    pids = []

    def watch(event):
        if event.event == "hello":
            pids.append(event.pid)
        else:
            ready.set()
            if "grandchild" in getattr(event, "text", ""):
                pids.append(int(event.text.split()[1]))

    def is_cancelled():
        if ready.is_set() and not cancelled_at:
            cancelled_at.append(time.monotonic())
        return ready.is_set()

    ready = threading.Event()
    with pytest.raises(JobCancelledError):
        run(trouble(kind, tmp_path / "map.tif"), entry, watch, is_cancelled)
    assert time.monotonic() - cancelled_at[0] < 2
    assert all(is_gone(pid) for pid in pids)
    assert list(tmp_path.iterdir()) == []


def test_a_process_left_by_a_finished_job_is_ended(trouble, entry, is_gone):
    result = run(trouble("leave_grandchild"), entry)
    assert is_gone(result["grandchild"])


def test_a_failing_listener_ends_the_worker(trouble, entry, is_gone):
    def fail(event):
        pids.append(event.pid)
        raise RuntimeError("the dialog is gone")

    pids = []
    with pytest.raises(RuntimeError, match="dialog"):
        run(trouble("silent"), entry, fail)
    assert is_gone(pids[0])


def test_a_missing_python_is_an_error(trouble, entry, tmp_path):
    with pytest.raises(EngineMissingError):
        run_job(str(tmp_path / "python"), trouble("noise"), lambda _: None, entry=entry)


def test_a_python_that_is_no_program_is_an_error(trouble, entry, tmp_path):
    (tmp_path / "python").write_text("not a program")
    (tmp_path / "python").chmod(0o755)
    with pytest.raises(EngineMissingError):
        run_job(str(tmp_path / "python"), trouble("noise"), lambda _: None, entry=entry)


def test_jobs_run_in_parallel_threads(trouble, entry):
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(run(trouble("noise"), entry))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [{"text": "ümläut 中文"}] * 3


def test_environment_variables_of_qgis_do_not_reach_the_engine(trouble, entry, monkeypatch, tmp_path):
    (tmp_path / "json.py").write_text("raise RuntimeError('shadowed')")
    hostile = {
        "PYTHONHOME": str(tmp_path),
        "PYTHONPATH": str(tmp_path),
        "PROJ_LIB": str(tmp_path),
        "PROJ_DATA": str(tmp_path),
        "GDAL_DATA": str(tmp_path),
        "LD_LIBRARY_PATH": str(tmp_path),
        "QT_PLUGIN_PATH": str(tmp_path),
    }
    for name, value in hostile.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    result = run(trouble("environment"), entry)
    assert not hostile.keys() & result["variables"].keys()
    assert result["variables"]["HTTPS_PROXY"] == "http://proxy.example:3128"
    assert str(tmp_path) not in result["path"]
    assert result["utf8"] == 1


def test_libraries_work_with_the_environment_variables_of_qgis(tmp_path, monkeypatch):
    """Coordinate systems fail first with a wrong folder of PROJ."""
    pytest.importorskip("rasterio")
    monkeypatch.setenv("PROJ_LIB", str(tmp_path))
    monkeypatch.setenv("PROJ_DATA", str(tmp_path))
    ask = [sys.executable, "-I", "-c", "from rasterio.crs import CRS; print(CRS.from_epsg(25832).to_epsg())"]
    hostile = subprocess.run(ask, capture_output=True, text=True, check=False)
    cleaned = subprocess.run(ask, env=clean_environment(), capture_output=True, text=True, check=False)
    assert hostile.stdout.strip() != "25832"
    assert cleaned.stdout.strip() == "25832"
