import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.contract.messages.errors import OutputError
from core.files.lock import exclusive_lock

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import pathlib, sys, time
sys.path.insert(0, sys.argv[1])
from core.files.lock import exclusive_lock
with exclusive_lock(pathlib.Path(sys.argv[2]), ValueError):
    print("held", flush=True)
    time.sleep(600)
"""


def refuse(process):
    return OutputError(f"Held by process {process}.")


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(ROOT), str(tmp_path / "lock")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline().strip() == "held"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_second_holder_is_refused_with_the_first_ones_id(holder, tmp_path):
    with (
        pytest.raises(OutputError, match=rf"process {holder.pid}\b"),
        exclusive_lock(tmp_path / "lock", refuse),
    ):
        pytest.fail("the lock was given twice")


def test_lock_of_a_killed_holder_is_free(holder, tmp_path):
    holder.kill()
    holder.wait()
    with exclusive_lock(tmp_path / "lock", refuse):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_lock_is_free_after_a_failure(tmp_path):
    with pytest.raises(KeyError), exclusive_lock(tmp_path / "lock", refuse):
        raise KeyError
    with exclusive_lock(tmp_path / "lock", refuse):
        pass
