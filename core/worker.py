"""The worker process of the engine: reads one request from stdin, and writes events to stdout."""

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
from .files.atomic import discard_temporary
from .tasks import load_task

CANCEL_GRACE_S = 1.2
"""Time for a job to stop by itself; shorter than the timeout after which the caller kills the process."""

EXIT_CODES = {Result: 0, Error: 1, Cancelled: 130}

CALLER_GONE = 3
"""Exit code when the caller has died."""

READ_BYTES = 65536


def main() -> int:
    """Run the job that the first line of the input requests.

    Returns:
        The exit code: 0 done, 1 failed, 130 cancelled.
    """
    events = EventStream(_take_stdout())
    events.send(Hello(PROTOCOL_VERSION, __version__, os.getpid()))
    lines = _input_lines()
    is_cancelled = threading.Event()
    watch = threading.Thread(target=_watch, args=(lines, events, is_cancelled), daemon=True)
    return EXIT_CODES[type(events.finish(_run(lines, watch, events, is_cancelled)))]


class EventStream:
    """Writes events as whole lines, from any thread, and nothing after the terminal event."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._last: Event | None = None
        self.finished = threading.Event()

    def send(self, event: Event) -> None:
        """Write an event, unless the terminal one has been written."""
        line = encode_event(event)
        with self._lock:
            if self._last is None:
                self._write(line)

    def finish(self, event: Event) -> Event:
        """Write the terminal event, unless there was one already.

        Returns:
            The terminal event that was actually written.
        """
        line = encode_event(event)
        with self._lock:
            if self._last is None:
                self._last = event
                self._write(line)
                self.finished.set()
            return self._last

    def _write(self, line: str) -> None:
        # If the caller is gone, the end of the input makes ``_watch`` end the job.
        with contextlib.suppress(OSError):
            self._file.write(line + "\n")
            self._file.flush()


def _run(
    lines: Iterator[str], watch: threading.Thread, events: EventStream, is_cancelled: threading.Event
) -> Event:
    """Run the job; returns its terminal event."""
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
        encode_event(result)  # fails here if the result is no data for JSON
    except Exception as error:  # noqa: BLE001 - the outermost frame: every error becomes an event
        return explain(error)
    return result


def _decode_request(line: str) -> tuple[str, dict[str, Any]]:
    """Name and settings of the job.

    Raises:
        ProtocolError: The line is no request, or has another protocol version.
    """
    try:
        request = json.loads(line)
        protocol, name, settings = request["protocol"], str(request["job"]), dict(request["settings"])
    except (ValueError, KeyError, TypeError) as error:
        raise ProtocolError(f"The request cannot be read ({error!r}).") from error
    if protocol != PROTOCOL_VERSION:
        raise ProtocolError(f"The request has protocol {protocol}, this engine has {PROTOCOL_VERSION}.")
    return name, settings


def _watch(lines: Iterator[str], events: EventStream, is_cancelled: threading.Event) -> None:
    """Wait for a cancel request or the end of the input; end a job that does not stop by itself."""
    for line in lines:
        if _is_cancel(line):
            is_cancelled.set()
            if not events.finished.wait(CANCEL_GRACE_S):
                discard_temporary()
                events.finish(Cancelled())
                _end_process_group()
    if not events.finished.is_set():
        discard_temporary()
        _end_process_group()


def _is_cancel(line: str) -> bool:
    try:
        return bool(json.loads(line).get("cancel"))
    except (ValueError, AttributeError):
        return False


def _end_process_group() -> NoReturn:
    """Kill this process and those it has started, without clean-up by any library."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(CALLER_GONE)


def _take_stdout() -> TextIO:
    """The real stdout, for events only; other output, that of C code included, goes to stderr."""
    sys.stdout.flush()
    real = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(real, "w", encoding="utf-8", newline="\n")


def _input_lines() -> Iterator[str]:
    """Lines of stdin, read without a buffer object, on whose lock an exiting Python would hang."""
    pending = b""
    while True:
        received = os.read(0, READ_BYTES)
        if not received:
            return
        *lines, pending = (pending + received).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", errors="replace")
