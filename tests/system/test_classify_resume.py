"""A classification that is killed or cancelled at any moment, and resumed in a new process."""

import contextlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from core.contract.messages.events import CANCEL_REQUEST, encode_request

ENTRY = Path(__file__).parent / "small_regions.py"
TILES_OF_A_REGION = 9
TILES = 10 * TILES_OF_A_REGION

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")


@pytest.fixture
def classify(worker, tmp_path):
    """Starts a worker that classifies; ``num_computed`` gives the tiles predicted so far."""

    def start(settings, pause=0.0):
        counted = tmp_path / f"counted {time.monotonic_ns()}"
        environment = {**os.environ, "COUNTED": str(counted), "PAUSE": str(pause), "OMP_NUM_THREADS": "1"}
        process = worker(encode_request("classify", settings), entry=ENTRY, env=environment)
        process.num_computed = lambda: counted.stat().st_size if counted.exists() else 0
        return process

    return start


def events_of_success(process):
    """All events of a worker, which must succeed."""
    events = [json.loads(line) for line in process.stdout]
    assert events[-1]["event"] == "result", events[-1]
    return events


def messages(events):
    return "\n".join(event["text"] for event in events if event["event"] == "log")


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for_tiles(process, count):
    while process.num_computed() < count and process.poll() is None:
        time.sleep(0.002)


def wait_for_stage(process, stage):
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["stage"] == stage:
            return
    raise AssertionError(f"the worker has ended without '{stage}'")


def files(settings):
    names = ("output", "confidence", "entropy", "probabilities")
    return {name: Path(settings[name]).read_bytes() for name in names}


@pytest.fixture
def moments():
    """Random numbers of tiles, others in each run."""
    found = sorted(random.SystemRandom().sample(range(1, TILES), 2))
    sys.stdout.write(f"killed after tiles {found}")
    return found


def test_killed_repeatedly_it_ends_with_the_same_bytes_and_predicts_nothing_twice(
    classify, classification, moments
):
    whole, parted = classification("whole"), classification("in parts ü")
    events_of_success(classify(whole))
    finished = 0
    for moment in moments:
        process = classify(parted, pause=0.01)
        wait_for_tiles(process, max(1, moment - finished * TILES_OF_A_REGION))
        kill(process)
        before, finished = finished, num_finished(parted)
        # Lost are the present region, and those predicted while it was written.
        new = finished - before
        assert new <= process.num_computed() / TILES_OF_A_REGION <= new + 3
    process = classify(parted)
    wait_for_stage(process, "Writing the map")
    kill(process)
    assert process.num_computed() == TILES - finished * TILES_OF_A_REGION
    process = classify(parted)
    events = events_of_success(process)
    assert f"Resuming an earlier run: {TILES} of {TILES} tiles are finished" in messages(events)
    assert process.num_computed() == 0
    assert files(parted) == files(whole)
    assert names_beside(parted) == names_beside(whole)


def test_a_second_process_on_the_same_output_is_refused(classify, classification):
    settings = classification("map")
    first = classify(settings, pause=5)
    wait_for_tiles(first, 1)
    last = [json.loads(line) for line in classify(settings).stdout][-1]
    assert (last["event"], last["code"]) == ("error", "bad-output")
    assert f"is being made by another process ({first.pid})" in last["message"]
    assert first.poll() is None


def test_cancelling_in_any_stage_ends_the_job_and_keeps_finished_regions(
    classify, classification, is_gone, tmp_path
):
    settings = classification("map", polygons=str(tmp_path / "map" / "map.gpkg"))
    computed = 0
    for stage in ("Classifying", "Writing the map", "Making polygons"):
        process = classify(settings, pause=0.1 if stage == "Classifying" else 0)
        if stage == "Classifying":
            wait_for_tiles(process, 2 * TILES_OF_A_REGION + 1)
        else:
            wait_for_stage(process, stage)
        process.stdin.write(CANCEL_REQUEST + "\n")
        process.stdin.flush()
        assert is_gone(process.pid)
        assert json.loads(list(process.stdout)[-1])["event"] == "cancelled"
        left = names_beside(settings)
        assert "map.partial" in left
        assert not [name for name in left if name.startswith(".")]
        computed += process.num_computed()
    process = classify(settings)
    assert f"{TILES} of {TILES} tiles" in messages(events_of_success(process))
    assert process.num_computed() == 0
    assert computed <= TILES + 2 * TILES_OF_A_REGION
    assert "map.partial" not in names_beside(settings)


def num_finished(settings):
    return len(list(Path(settings["output"]).with_name("map.partial").glob("0*.json")))


def names_beside(settings):
    return {path.name for path in Path(settings["output"]).parent.iterdir()}


def test_cancelling_ends_the_workers_of_a_local_cluster_too(classify, classification, is_gone):
    whole, shared = classification("whole"), classification("shared")
    events_of_success(classify(whole))
    process = classify({**shared, "scheduler": "local"})
    wait_for_stage(process, "Classifying")
    group = processes_of_group(process.pid)
    assert len(group) >= 3
    process.stdin.write(CANCEL_REQUEST + "\n")
    process.stdin.flush()
    assert is_gone(process.pid)
    assert all(is_gone(pid) for pid in group)
    events = events_of_success(classify({**shared, "scheduler": "local"}))
    assert "workers" in messages(events)
    assert files(shared) == files(whole)
    assert names_beside(shared) == names_beside(whole)


def processes_of_group(leader):
    """Process ids of a worker and of all processes that it has started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[2]) == leader:
                found.append(int(status.parent.name))
    return found
