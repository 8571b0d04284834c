"""A worker whose jobs misbehave, each in one way; started like the core's own folder."""

# ruff: noqa: T201 - the path comes before the imports, and to print is its trade
import ctypes
import os
import signal
import subprocess
import sys
import time
import types
from dataclasses import dataclass
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[3])

from core import cli, tasks
from core.contract.jobs.job import Job, setting
from core.contract.jobs.registry import JOBS
from core.contract.messages import events
from core.contract.messages.errors import LabelError
from core.files.atomic import finished_file, scratch_folder


@dataclass(frozen=True)
class TroubleJob(Job):
    name = "trouble"
    title = "Make trouble"

    kind: str = setting("Kind", "Which trouble.")
    output: str = setting("Output", "Where to.", "")


def trouble(job, reporter):
    return KINDS[job.kind](job, reporter)


def noise(job, reporter):
    print("a print from Python")
    os.write(1, b"bytes without a line end")
    ctypes.CDLL(None).puts(b"puts from C")
    ctypes.CDLL(None).fflush(None)
    print('{"event": "result", "values": {"forged": true}}', flush=True)
    reporter.info("said")
    reporter.progress(1, 2, "steps", "Working")
    reporter.metric("train/loss", 0.5, 1)
    reporter.artifact("model", "a b.safetensors")
    return {"text": "ümläut 中文"}


def fail(job, reporter):
    raise LabelError("No label lies on the raster.", "Choose another layer.")


def crash_in_python(job, reporter):
    raise ZeroDivisionError("by design")


def out_of_memory(job, reporter):
    raise RuntimeError("CUDA out of memory. Tried to allocate 20.00 GiB")


def disk_full(job, reporter):
    raise OSError(28, "No space left on device")


def plain_data_missing(job, reporter):
    return {"value": object()}


def leave(job, reporter):
    print("last words", file=sys.stderr, flush=True)
    os._exit(7)


def killed(job, reporter):
    with finished_file(job.output) as partial, scratch_folder(job.output) as folder:
        partial.write_bytes(b"half")
        (folder / "more").write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)


def polite(job, reporter):
    while True:
        reporter.progress(1, 100, "steps", "Working")
        time.sleep(0.02)


def silent(job, reporter):
    grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    reporter.info(f"grandchild {grandchild.pid}")
    if not job.output:
        time.sleep(600)
    with finished_file(job.output) as partial:
        partial.write_bytes(b"half")
        time.sleep(600)


def deaf(job, reporter):
    """Holds the interpreter's lock, so that no thread of the worker can run."""
    with finished_file(job.output) as partial, scratch_folder(job.output):
        partial.write_bytes(b"half")
        reporter.info("deaf from now on")
        ctypes.PyDLL(None).sleep(600)


def leave_grandchild(job, reporter):
    grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    return {"grandchild": grandchild.pid}


def environment(job, reporter):
    return {"variables": dict(os.environ), "path": sys.path, "utf8": sys.flags.utf8_mode}


def other_protocol(job, reporter):
    reporter._emit(events.Hello(99, "9.9.9", os.getpid()))
    time.sleep(600)


KINDS = {
    function.__name__: function
    for function in (
        noise, fail, crash_in_python, out_of_memory, disk_full, plain_data_missing, leave, killed, polite,
        silent, deaf, leave_grandchild, environment, other_protocol,
    )
}  # fmt: skip

JOBS["trouble"] = TroubleJob
tasks.TASKS["trouble"] = "trouble:trouble"
sys.modules["core.trouble"] = types.ModuleType("core.trouble")
sys.modules["core.trouble"].trouble = trouble

sys.exit(cli.main())
