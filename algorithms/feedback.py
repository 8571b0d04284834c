"""Shows the engine's events in Processing's dialog: log lines, progress with time left, the cancel button."""

from __future__ import annotations

import time
from typing import Optional

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..core.contract.messages.events import PARTIAL, Artifact, Event, Log, Progress
from .translation import number, tr

PROGRESS_TEXT_INTERVAL_S = 10.0
"""Each progress text is also a line in the log, so it is shown rarely, and in a long run only when the time
left reads differently; the bar moves with each event."""


class FeedbackListener:
    """Shows events in a feedback, and reads its cancel button."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._stage = ""
        self._last_text = 0.0
        self._left: Optional[str] = None

    def show(self, event: Event) -> None:
        """Show an event. Metrics are for curves: those that users should read are log lines as well."""
        if isinstance(event, Progress):
            self._show_progress(event)
        elif isinstance(event, Log):
            self._show_log(event)
        elif isinstance(event, Artifact) and event.kind != PARTIAL:
            self._feedback.pushInfo(tr("Written: {path}").format(path=event.path))

    def is_cancelled(self) -> bool:
        """Whether the user has cancelled.

        In the main thread (``qgis_process``, the Python console) Qt processes Ctrl-C or a click only
        here.
        """
        application = QCoreApplication.instance()
        if application is not None and QThread.currentThread() == application.thread():
            QCoreApplication.processEvents()
        return bool(self._feedback.isCanceled())

    def _show_log(self, event: Log) -> None:
        push = {"warning": self._feedback.pushWarning, "debug": self._feedback.pushDebugInfo}
        push.get(event.level, self._feedback.pushInfo)(event.text)

    def _show_progress(self, event: Progress) -> None:
        if event.total > 0:
            self._feedback.setProgress(100 * event.done / event.total)
        now = time.monotonic()
        left = None if event.remaining_s is None else duration(event.remaining_s)
        is_news = left is None or left != self._left
        if event.stage != self._stage or (is_news and now - self._last_text >= PROGRESS_TEXT_INTERVAL_S):
            self._stage, self._last_text, self._left = event.stage, now, left
            self._feedback.setProgressText(progress_text(event))


def progress_text(event: Progress) -> str:
    """A line such as ``Training: 120 of 480 chips, 2 min left``; the stage alone at its start and end."""
    stage = tr(event.stage)
    if event.done <= 0 or event.done >= event.total:
        return stage
    text = tr("{stage}: {done} of {total} {unit}").format(
        stage=stage, done=_amount(event.done), total=_amount(event.total), unit=tr(event.unit)
    )
    if event.remaining_s is None:
        return text
    return tr("{text}, {time} left").format(text=text, time=duration(event.remaining_s))


def _amount(value: float) -> str:
    """A number with at most one decimal."""
    return number(value, 0 if round(float(value), 1).is_integer() else 1)


def duration(seconds: float) -> str:
    """A time such as ``12 s``, ``5 min`` or ``1 h 30 min``."""
    if seconds < 59.5:
        return tr("{count} s").format(count=round(seconds))
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return tr("{count} min").format(count=minutes)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
