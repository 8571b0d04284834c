"""The log file of the last set-up."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from ..contract.messages.errors import CoreError
from ..contract.messages.events import Event, Log, Progress
from ..contract.messages.reporter import Reporter
from .locations import home
from .privacy import without_credentials


def log_file() -> Path:
    """Path of the log; missing before the first set-up."""
    return home() / "setup.log"


@contextlib.contextmanager
def kept_log(reporter: Reporter) -> Iterator[None]:
    """A block whose events are written to the log, and the error that ends it."""
    log = _SetUpLog(log_file())
    with reporter.listening(log.show):
        try:
            yield
        except CoreError as error:
            log.write(error.detail)
            log.write(f"Ended: {error}")
            raise


def last_lines(count: int) -> list[str]:
    """The last lines of the log; empty without one."""
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []


class _SetUpLog:
    """Writes lines. On a full or read-only disk they are lost, but the set-up itself reports that."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stage = ""
        with contextlib.suppress(OSError):
            path.write_text(time.strftime("%Y-%m-%d %H:%M\n"), encoding="utf-8")

    def show(self, event: Event) -> None:
        """Write each message, and each stage once."""
        if isinstance(event, Log):
            self.write(event.text if event.level != "warning" else f"Warning: {event.text}")
        elif isinstance(event, Progress) and event.stage != self._stage:
            self._stage = event.stage
            self.write(event.stage)

    def write(self, text: str) -> None:
        """Write a text with the time, unless it is empty."""
        if text:
            line = f"{time.strftime('%H:%M:%S')} {without_credentials(text)}\n"
            with contextlib.suppress(OSError), self._path.open("a", encoding="utf-8") as file:
                file.write(line)
