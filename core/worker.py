"""The engine's side of the conversation: one request in, events out, one last event, and the end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

from . import __version__
from .contract.jobs.registry import job_from_request
from .contract.messages.errors import ProtocolError
from .contract.messages.events import (
    PROTOCOL_VERSION,
    Cancelled,
    Error,
    Event,
    Hello,
    Result,
    encode_event,
)
from .contract.messages.reporter import Reporter
from .failures import explain
from .files.atomic import discard_partial
from .tasks import load_task

CANCEL_GRACE_S = 1.2
"""Time for a job to stop by itself; shorter than the patience of the caller, which then kills."""

EXIT_CODES = {Result: 0, Error: 1, Cancelled: 130}

CALLER_GONE = 3
"""Exit code when the caller has died."""

READ_BYTES = 65536


def main() -> int:
    """Do the job that the first line of the input asks for.

    Returns:
        0 done, 1 failed, 130 cancelled.
    """
    events = EventStream(_take_stdout())
    events.send(Hello(PROTOCOL_VERSION, __version__, os.getpid()))
    lines = _input_lines()
    is_cancelled = threading.Event()
    watch = threading.Thread(target=_watch, args=(lines, events, is_cancelled), daemon=True)
    return EXIT_CODES[type(events.finish(_run(lines, watch, events, is_cancelled)))]


class EventStream:
    """Writes events, whole lines from any thread, and nothing after the last one.

    Args:
        file: Where to.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._last: Event | None = None
        self.finished = threading.Event()

    def send(self, event: Event) -> None:
        """Write an event, unless the last one is out."""
        line = encode_event(event)
        with self._lock:
            if self._last is None:
                self._write(line)

    def finish(self, event: Event) -> Event:
        """Write the last event, unless there was one already.

        Returns:
            The last event that was in fact written.
        """
        line = encode_event(event)
        with self._lock:
            if self._last is None:
                self._last = event
                self._write(line)
                self.finished.set()
            return self._last

    def _write(self, line: str) -> None:
        # A caller that is gone reads nothing; the end of the input tells the watch, which ends the job.
        with contextlib.suppress(OSError):
            self._file.write(line + "\n")
            self._file.flush()


def _run(
    lines: Iterator[str], watch: threading.Thread, events: EventStream, is_cancelled: threading.Event
) -> Event:
    """The job from its request to its last event."""
    try:
        job = job_from_request(*_decode_request(next(lines, "")))
        job.check()
        # numpy hangs on Windows when it is imported while a thread reads the input (numpy issue 24290).
        watch_first = sys.platform != "win32"
        if watch_first:
            watch.start()
        task = load_task(job.name)
        if not watch_first:
            watch.start()
        result = Result(task(job, Reporter(events.send, is_cancelled.is_set)))
        encode_event(result)  # a result that is no plain data is a failure of the task
    except Exception as error:  # noqa: BLE001 - a door: every failure becomes an event
        return explain(error)
    return result


def _decode_request(line: str) -> tuple[str, dict[str, Any]]:
    """Name and settings of the job.

    Raises:
        ProtocolError: The line is no request, or one of another version.
    """
    try:
        request = json.loads(line)
        protocol, name, settings = request["protocol"], str(request["job"]), dict(request["settings"])
    except (ValueError, KeyError, TypeError) as error:
        raise ProtocolError(f"The request cannot be read ({error!r}).") from error
    if protocol != PROTOCOL_VERSION:
        raise ProtocolError(f"The request speaks protocol {protocol}, this engine speaks {PROTOCOL_VERSION}.")
    return name, settings


def _watch(lines: Iterator[str], events: EventStream, is_cancelled: threading.Event) -> None:
    """Hear a cancel or the end of the input, and end the job at once if it does not end itself."""
    for line in lines:
        if _is_cancel(line):
            is_cancelled.set()
            if not events.finished.wait(CANCEL_GRACE_S):
                discard_partial()
                events.finish(Cancelled())
                _end_process_group()
    if not events.finished.is_set():
        discard_partial()
        _end_process_group()


def _is_cancel(line: str) -> bool:
    try:
        return bool(json.loads(line).get("cancel"))
    except (ValueError, AttributeError):
        return False


def _end_process_group() -> NoReturn:
    """End this process and those it has started, without a last word of any library."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(CALLER_GONE)


def _take_stdout() -> TextIO:
    """The real output, for events only; whatever else is printed, by C code too, goes to stderr."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "w", encoding="utf-8", newline="\n")


def _input_lines() -> Iterator[str]:
    """Lines of the input, read without a buffer object, on whose lock a Python that exits would hang."""
    pending = b""
    while True:
        received = os.read(0, READ_BYTES)
        if not received:
            return
        *lines, pending = (pending + received).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", errors="replace")
