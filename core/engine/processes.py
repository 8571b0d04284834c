"""Child processes in groups of their own; threads read their lines, and no process outlives its context."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple, Optional

from ..contract.messages.errors import JobCancelledError

POLL_S = 0.1
"""How long to wait for a line before polling for cancellation."""

READERS_END_S = 1.0
"""Time to read the last lines of a child that has ended."""


class Line(NamedTuple):
    """A line of a child, or the end of one of its streams.

    Attributes:
        stream: ``out`` or ``err``.
        text: The line without its line end; None at the end of the stream.
    """

    stream: str
    text: Optional[str]


class Child:
    """A child process and its lines; a context manager that leaves no process of the child's group behind.

    Args:
        command: Full path of the program and its arguments; no shell is used.
        environment: The child's complete environment.
        takes_input: Whether lines will be sent to it; otherwise its input is empty.

    Raises:
        OSError: The program cannot be started.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], *, takes_input: bool = False
    ) -> None:
        self._lines: queue.Queue[Line] = queue.Queue()
        # A list of arguments, built here, with the full path of the program and without a shell.
        self._process = subprocess.Popen(  # nosec B603
            list(command),
            env=dict(environment),
            stdin=subprocess.PIPE if takes_input else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def send(self, line: str) -> None:
        """Send the child a line; ignored if it has ended."""
        stdin = self._process.stdin
        with contextlib.suppress(OSError, ValueError):
            if stdin is not None:
                stdin.write(line + "\n")
                stdin.flush()

    def next_line(self, timeout_s: float = POLL_S) -> Optional[Line]:
        """The next line of either stream, or None after the timeout."""
        try:
            return self._lines.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def remaining_lines(self) -> list[str]:
        """Unread lines of a child that has ended."""
        found = []
        while not self._lines.empty():
            text = self._lines.get_nowait().text
            if text is not None:
                found.append(text)
        return found

    def end(self, grace_s: float = 0.0) -> int:
        """End the child and every process of its group.

        Args:
            grace_s: Time for the child to end by itself.

        Returns:
            Its exit code; negative for the signal that killed it.
        """
        deadline = time.monotonic() + grace_s
        while self._process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        self._kill_group()
        exit_code = self._process.wait()
        for reader in self._readers:
            reader.join(READERS_END_S)
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        return exit_code

    def _kill_group(self) -> None:
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        elif self._process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
            # Fixed program and arguments; the only way to end a whole process tree on Windows.
            subprocess.run(  # nosec B603
                [str(taskkill), "/T", "/F", "/PID", str(self._process.pid)], check=False, capture_output=True
            )

    def _read(self, name: str, stream: IO[str]) -> None:
        with contextlib.suppress(ValueError), stream:
            for line in stream:
                self._lines.put(Line(name, line.rstrip("\r\n")))
        self._lines.put(Line(name, None))


def run_command(
    command: Sequence[str],
    environment: Mapping[str, str],
    on_line: Callable[[str], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[int, list[str]]:
    """Run a program to its end, without input.

    Args:
        command: Full path of the program and its arguments.
        environment: The complete environment.
        on_line: Called with each line of both streams.
        is_cancelled: Polled ten times a second.

    Returns:
        Exit code and all lines.

    Raises:
        JobCancelledError: It was cancelled; no process is left.
        OSError: The program cannot be started.
    """
    lines: list[str] = []
    open_streams = 2
    with Child(command, environment) as child:
        while open_streams:
            if is_cancelled():
                raise JobCancelledError("Cancelled.")
            line = child.next_line()
            if line is None:
                continue
            if line.text is None:
                open_streams -= 1
                continue
            lines.append(line.text)
            on_line(line.text)
        return child.end(grace_s=READERS_END_S), lines
