"""How a task speaks while it works: sentences, progress with time left, metrics, and the cancel check."""

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
"""Progress more often than this tells nobody anything and floods the pipe."""


class Reporter:
    """Turns what a task says into events, and tells it when to stop.

    Args:
        emit: Takes each event; called from the task's thread.
        is_cancelled: Answers whether the caller wants the job to end.

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
        """Whether the caller wants the job to end; for code that waits on something and must not raise."""
        return self._is_cancelled()

    def info(self, text: str) -> None:
        """Tell the user something that happened."""
        self._emit(Log(text))

    def warning(self, text: str) -> None:
        """Tell the user something that may spoil the result."""
        self.warnings.append(text)
        self._emit(Log(text, "warning"))

    def debug(self, text: str) -> None:
        """Write technical detail into the log."""
        self._emit(Log(text, "debug"))

    def training(self, loss: str, seed: int, epochs: int, classes: ClassTable) -> None:
        """Report that a network begins to learn, before its first metric."""
        self._emit(Training(loss, seed, epochs, classes.to_list()))

    def metric(self, name: str, value: float, step: int) -> None:
        """Report a number that is followed over time."""
        self._emit(Metric(name, float(value), step))

    def picture(self, kind: str, png: bytes, step: int) -> None:
        """Report a picture of the place that is watched during a training."""
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
        """Report what a part of this task has reported."""
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
            total: Units in all.
            unit: What is counted, in the plural.
            stage: What is being done, a phrase.

        Raises:
            JobCancelledError: The caller wants the job to end.
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
            JobCancelledError: The caller wants the job to end.
        """
        if self._is_cancelled():
            raise JobCancelledError("Cancelled.")

    def _remaining(self, done: float, total: float, now: float) -> Optional[float]:
        here = done - self._stage_first  # a job that goes on begins in the middle
        if here <= 0 or now - self._stage_start < 1:
            return None
        return round((total - done) * (now - self._stage_start) / here, 1)
