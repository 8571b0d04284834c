"""The reporter of a running job: messages, progress with time left, metrics, and the cancel check."""

from __future__ import annotations

import base64
import contextlib
import time
from collections.abc import Iterator
from typing import Callable, Optional, Union

from ..classes import ClassTable
from .errors import JobCancelledError
from .events import Artifact, Event, Log, Metric, Picture, Progress, Training

MINIMUM_PROGRESS_INTERVAL_S = 0.1
"""More frequent progress would only flood the pipe."""


class Reporter:
    """Turns reports of a job into events, and stops it when it was cancelled.

    Args:
        emit: Called with each event, in the job's thread.
        is_cancelled: Returns whether the job was cancelled.

    Attributes:
        warnings: Every warning so far, for a report.
    """

    def __init__(
        self, emit: Callable[[Event], None], is_cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        self.warnings: list[str] = []
        self._emit = emit
        self._is_cancelled = is_cancelled
        self._stage = ""
        self._stage_start = 0.0
        self._stage_first = 0.0
        self._last_progress = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was cancelled; for code that waits on something and must not raise."""
        return self._is_cancelled()

    def info(self, text: str) -> None:
        """Report something that happened."""
        self._emit(Log(text))

    def warning(self, text: str) -> None:
        """Report something that may affect the result."""
        self.warnings.append(text)
        self._emit(Log(text, "warning"))

    def debug(self, text: str) -> None:
        """Write technical detail into the log."""
        self._emit(Log(text, "debug"))

    def training(self, loss: str, seed: int, epochs: int, classes: ClassTable) -> None:
        """Report that the training of a network starts, before its first metric."""
        self._emit(Training(loss, seed, epochs, classes.to_list()))

    def metric(self, name: str, value: float, step: int) -> None:
        """Report the value of a metric."""
        self._emit(Metric(name, float(value), step))

    def picture(self, kind: str, png: bytes, step: int) -> None:
        """Report a picture of the preview."""
        self._emit(Picture(kind, base64.b64encode(png).decode("ascii"), step))

    @contextlib.contextmanager
    def listening(self, listener: Callable[[Event], None]) -> Iterator[None]:
        """A block in which a listener gets every event, too.

        Args:
            listener: Must not raise.
        """
        emit = self._emit

        def report_both(event: Event) -> None:
            listener(event)
            emit(event)

        self._emit = report_both
        try:
            yield
        finally:
            self._emit = emit

    def hand_on(self, event: Union[Training, Metric, Picture]) -> None:
        """Report an event that a part of this job has reported."""
        self._emit(event)

    def artifact(self, kind: str, path: object) -> None:
        """Report a file that is finished."""
        self._emit(Artifact(kind, str(path)))

    def progress(self, done: float, total: float, unit: str, stage: str) -> None:
        """Report progress and stop here if the job was cancelled.

        Sent at most ten times a second, but always at the first and the last unit of a stage. The time
        left is that of this stage, from its own speed.

        Args:
            done: Units done, 0 to total.
            total: Number of units.
            unit: What is counted, in the plural.
            stage: Current step, a phrase.

        Raises:
            JobCancelledError: The job was cancelled.
        """
        self.check_cancelled()
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_start, self._stage_first = stage, now, done
            self._last_progress = 0.0
        if done < total and now - self._last_progress < MINIMUM_PROGRESS_INTERVAL_S:
            return
        self._last_progress = now
        self._emit(Progress(done, total, unit, stage, self._remaining(done, total, now)))

    def check_cancelled(self) -> None:
        """Stop here if the job was cancelled.

        Raises:
            JobCancelledError: It was.
        """
        if self._is_cancelled():
            raise JobCancelledError("Cancelled.")

    def _remaining(self, done: float, total: float, now: float) -> Optional[float]:
        here = done - self._stage_first  # a resumed job begins in the middle
        if here <= 0 or now - self._stage_start < 1:
            return None
        return round((total - done) * (now - self._stage_start) / here, 1)
