"""The worker process: requests on stdin, events on stdout, one terminal event."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.contract.messages.events import CANCEL_REQUEST, PROTOCOL_VERSION, encode_request

CORE = Path(__file__).resolve().parents[2] / "core"


def request(kind, **more):
    return encode_request("trouble", {"kind": kind, **more})


def test_the_first_event_is_hello_with_protocol_and_pid(worker, events_of):
    process = worker(request("noise"))
    hello = events_of(process)[0]
    assert (hello["event"], hello["protocol"], hello["pid"]) == ("hello", PROTOCOL_VERSION, process.pid)


def test_prints_of_python_and_c_do_not_reach_the_events(worker, events_of):
    process = worker(request("noise"))
    events = events_of(process)
    assert [e["event"] for e in events] == ["hello", "log", "progress", "metric", "artifact", "result"]
    assert events[-1]["values"] == {"text": "ümläut 中文"}
    noise = process.stderr.read()
    for words in ("a print from Python", "bytes without a line end", "puts from C", "forged"):
        assert words in noise
    assert process.wait() == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (encode_request("trane", {}), "bad-settings"),
        (encode_request("trouble", {"kin": "noise"}), "bad-settings"),
        (encode_request("train", {"input": ["no.tif"], "labels": "no.gpkg", "model": "m"}), "bad-settings"),
        (json.dumps({"protocol": 99, "job": "trouble", "settings": {}}), "protocol"),
        (json.dumps({"job": "trouble"}), "protocol"),
        ("this is no JSON", "protocol"),
        ("[1, 2]", "protocol"),
        ("", "protocol"),
    ],
)
def test_a_wrong_request_leads_to_an_error_event(worker, events_of, line, code):
    process = worker(line)
    events = events_of(process)
    assert [e["event"] for e in events] == ["hello", "error"]
    assert events[-1]["code"] == code
    assert process.wait() == 1


def test_an_unknown_job_is_refused_with_the_known_ones(worker, events_of):
    error = events_of(worker(encode_request("trane", {})))[-1]
    assert "'trane'" in error["message"]
    assert "train" in error["hint"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("fail", "bad-labels"),
        ("crash_in_python", "unexpected"),
        ("out_of_memory", "out-of-memory"),
        ("disk_full", "disk-full"),
        ("plain_data_missing", "unexpected"),
    ],
)
def test_a_failed_job_ends_with_one_error_event(worker, events_of, kind, code):
    process = worker(request(kind))
    last = events_of(process)[-1]
    assert (last["event"], last["code"]) == ("error", code)
    assert "Traceback" in last["detail"]
    assert process.wait() == 1


def test_a_python_without_the_packages_is_no_engine(worker, events_of):
    """``-S`` hides the packages of this Python."""
    last = events_of(worker(encode_request("check", {}), entry=CORE, flags=["-S"]))[-1]
    assert last["code"] == "engine-missing"
    assert sys.executable in last["message"]
    assert "engine" in last["hint"]


def test_cancelling_stops_a_responsive_job(worker, events_of):
    process = worker(request("polite"))
    for line in process.stdout:
        if json.loads(line)["event"] == "progress":
            break
    process.stdin.write(CANCEL_REQUEST + "\n")
    process.stdin.flush()
    assert events_of(process)[-1]["event"] == "cancelled"
    assert process.wait() == 130


def test_cancelling_ends_an_unresponsive_job_with_its_children_and_partial_files(
    worker, events_of, is_gone, tmp_path
):
    process = worker(request("silent", output=str(tmp_path / "map.tif")))
    grandchild = wait_for_grandchild(process)
    process.stdin.write(CANCEL_REQUEST + "\n")
    process.stdin.flush()
    assert is_gone(process.pid)
    assert is_gone(grandchild)
    assert [e["event"] for e in events_of(process)] == ["cancelled"]
    assert list(tmp_path.iterdir()) == []


def test_other_lines_are_ignored(worker, events_of):
    process = worker(request("noise"), "what?", '"cancel"', '{"cancel": false}')
    assert events_of(process)[-1]["event"] == "result"


def test_the_end_of_input_ends_the_worker_and_its_children(worker, is_gone, tmp_path):
    process = worker(request("silent", output=str(tmp_path / "map.tif")))
    grandchild = wait_for_grandchild(process)
    process.stdin.close()
    assert is_gone(process.pid)
    assert is_gone(grandchild)
    assert list(tmp_path.iterdir()) == []
    process.stdin = open(os.devnull)  # noqa: SIM115, PTH123 - the fixture closes it


def test_killing_the_caller_ends_the_worker(tmp_path, is_gone, entry):
    """The caller is a process of its own that runs a job with the client."""
    program = (
        "import sys\n"
        f"sys.path[:0] = [{str(CORE.parent)!r}, {str(Path(__file__).parent)!r}]\n"
        "from pathlib import Path\n"
        "from conftest import TroubleJob\n"
        "from core.engine.client import run_job\n"
        "def show(event): print(event.pid if event.event == 'hello' else event.text.split()[1], flush=True)\n"
        f"run_job(sys.executable, TroubleJob('silent'), show, entry=Path({str(entry)!r}))\n"
    )
    caller = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    pids = [int(caller.stdout.readline()) for _ in range(2)]
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    caller.stdout.close()
    assert all(is_gone(pid) for pid in pids)


def wait_for_grandchild(process):
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "log":
            return int(event["text"].split()[1])
    raise AssertionError(process.stderr.read())
