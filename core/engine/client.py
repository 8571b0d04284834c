"""Run a job in an engine: forward its events, return its result or raise its error, and leave no process."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from .. import __version__
from ..contract.jobs.job import Job
from ..contract.messages.errors import (
    CoreError,
    EngineCrashedError,
    EngineMissingError,
    JobCancelledError,
    ProtocolError,
    error_class,
)
from ..contract.messages.events import (
    CANCEL_REQUEST,
    PROTOCOL_VERSION,
    Cancelled,
    Error,
    Event,
    Hello,
    Result,
    decode_event,
    encode_request,
)
from ..files.atomic import discard_leftovers
from .launch import worker_command, worker_environment
from .processes import Child
from .program import program_folder

KEPT_LINES = 50
"""Number of last lines that are no events (prints, tracebacks), kept in case the child dies."""

KILLED = -9
"""Exit code of a child killed by the system; on Linux nearly always for lack of memory."""

EXIT_GRACE_S = 1.5
"""Time for the child to exit by itself after the last event, while numeric libraries clean up."""


def run_job(
    python: str,
    job: Job,
    on_event: Callable[[Event], None],
    is_cancelled: Callable[[], bool] = lambda: False,
    entry: Optional[Path] = None,
    grace_s: float = 1.5,
) -> dict[str, Any]:
    """Run a job in an engine and wait for its end.

    Safe in any thread; ``on_event`` and ``is_cancelled`` are called in the caller's. When it returns or
    raises, no process is left, and no half-written file of a child that was killed either.

    Args:
        python: The engine's Python (``find_engine``).
        job: Its settings are sent to the engine as JSON.
        on_event: Called with each event but the terminal one.
        is_cancelled: Polled ten times a second.
        entry: Folder to start the engine's Python with; the copy of the core from ``program_folder`` when
            left out.
        grace_s: Time for the child to stop by itself after cancelling.

    Returns:
        The values of the job's result.

    Raises:
        CoreError: The error that the engine has reported, as its own class.
        JobCancelledError: The job was cancelled.
        EngineCrashedError: The child ended without a terminal event.
        EngineMissingError: The Python cannot be started, or the engine was removed during the job.
        ProtocolError: The child is of another version.
    """
    try:
        command = worker_command(python, entry or program_folder())
        child = Child(command, worker_environment(), takes_input=True)
    except OSError as error:
        raise EngineMissingError(
            f"The engine's Python '{python}' cannot be started ({error.strerror})."
        ) from error
    pids = {child.pid}

    def note_pid(event: Event) -> None:
        # On Windows, the Python of a virtual environment is a launcher of the real one, another process.
        if isinstance(event, Hello):
            pids.add(event.pid)
        on_event(event)

    last = None
    try:
        with child:
            child.send(encode_request(job.name, job.to_settings()))
            last = _follow(child, note_pid, is_cancelled, grace_s)
    except EngineCrashedError as error:
        _require_engine(python, error.detail)
        raise
    finally:
        if not isinstance(last, Result):
            for pid in pids:
                discard_leftovers(job.outputs(), pid)
    if isinstance(last, Result):
        return last.values
    if isinstance(last, Error):
        _require_engine(python, last.detail)
        raise error_class(last.code)(last.message, last.hint, last.detail)
    raise JobCancelledError("Cancelled.")


def _require_engine(python: str, detail: str) -> None:
    """Report an engine that was removed instead of whatever failed because of it.

    Raises:
        EngineMissingError: It was removed.
    """
    if not Path(python).exists():
        raise EngineMissingError(
            f"The engine was removed while the job ran: '{python}' is missing.",
            "Run the algorithm 'Set up engine', then the job again.",
            detail,
        )


def _follow(
    child: Child, on_event: Callable[[Event], None], is_cancelled: Callable[[], bool], grace_s: float
) -> Event:
    """Forward the events of a child up to the terminal one, which is returned.

    Raises:
        EngineCrashedError: It ended without one.
        ProtocolError: It is of another version.
    """
    stray: deque[str] = deque(maxlen=KEPT_LINES)
    cancel_deadline: Optional[float] = None
    while True:
        if cancel_deadline is None and is_cancelled():
            child.send(CANCEL_REQUEST)
            cancel_deadline = time.monotonic() + grace_s
        if cancel_deadline is not None and time.monotonic() > cancel_deadline:
            return Cancelled()
        line = child.next_line()
        if line is None:
            continue
        if line.text is None:
            if line.stream == "err":
                continue
            if cancel_deadline is not None:
                return Cancelled()
            raise _crash(child, stray)
        event = decode_event(line.text) if line.stream == "out" else None
        if event is None:
            stray.append(line.text)
        elif event.terminal:
            child.end(EXIT_GRACE_S)
            return event
        else:
            _require_same_version(event)
            on_event(event)


def _require_same_version(event: Event) -> None:
    """Versions must be equal, too: a job's settings may differ where the protocol does not."""
    if isinstance(event, Hello) and (event.protocol, event.version) != (PROTOCOL_VERSION, __version__):
        raise ProtocolError(
            f"TopPixel was updated while this program ran: version {__version__} (protocol "
            f"{PROTOCOL_VERSION}) is running, and its files are now of version {event.version} (protocol "
            f"{event.protocol})."
        )


def _crash(child: Child, stray: deque[str]) -> CoreError:
    """The error for a child that has closed its output without a terminal event."""
    exit_code = child.end(EXIT_GRACE_S)
    stray.extend(child.remaining_lines())
    detail = "\n".join(stray)
    if exit_code == KILLED:
        return EngineCrashedError(
            "The engine was killed by the system (signal 9), probably out of memory.",
            "Use a smaller chip size, batch size or encoder, or close other programs.",
            detail,
        )
    how = f"signal {-exit_code}" if exit_code < 0 else f"exit code {exit_code}"
    return EngineCrashedError(
        f"The engine ended without a result ({how}).",
        "The log shows its last lines. If it happens again, run 'Set up engine'.",
        detail,
    )
