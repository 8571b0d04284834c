"""A running set-up: the algorithm *Set up engine* as a QGIS task, and what it reports."""

from __future__ import annotations

from collections import deque
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

ALGORITHM = "toppixel:setupengine"

INTERVAL_MS = 100
"""How often the main thread polls for news."""


class Installation(QObject):
    """Runs one set-up at a time, in the background.

    Attributes:
        has_succeeded: Whether the last one has; None before the first, and while one is running.
        stage: Current step, with the time left if known.
        percent: Progress, 0 to 100; None if unknown.
        message: Versions and device after success, the error after a failure.
        lines: The log: kind (``info``, ``warning``, ``debug``, ``error``) and text of each line.
        changed: Signal: there is news.
        ended: Signal: a set-up has ended; whether it has succeeded.
    """

    changed = pyqtSignal()
    ended = pyqtSignal(bool)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.is_running = False
        self.has_succeeded: Optional[bool] = None
        self.stage = ""
        self.percent: Optional[float] = None
        self.message = ""
        self.lines: list[tuple[str, str]] = []
        self._run: Optional[_Run] = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._take_news)

    def start(self, **parameters: Any) -> None:
        """Start a set-up with parameters of the algorithm (``BUNDLE``); ignored while one is running."""
        if self.is_running:
            return
        self.is_running, self.has_succeeded = True, None
        self.stage, self.percent, self.message = "", None, ""
        self.lines.clear()
        self._run = _Run(parameters)
        self._run.task.executed.connect(self._end)
        QgsApplication.taskManager().addTask(self._run.task)
        self._timer.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Cancel the set-up; the next one resumes it."""
        if self._run is not None and self.is_running:
            self._run.task.cancel()

    def _take_news(self) -> None:
        run = self._run
        if run is None:
            return
        news = run.feedback.take()
        for kind, text in news:
            if kind == "stage":
                self.stage = text
            else:
                self.lines.append((kind, text))
        percent = run.feedback.progress()
        self.percent = percent if 0 < percent <= 100 else None
        if news or self.is_running:
            self.changed.emit()

    def _end(self, has_succeeded: bool, results: dict[str, Any]) -> None:  # noqa: FBT001 - Qt's signal
        self._timer.stop()
        self._take_news()
        self.is_running, self.has_succeeded = False, has_succeeded
        errors = [text for kind, text in self.lines if kind == "error"]
        self.message = results.get("STATUS", "") if has_succeeded else (errors[-1] if errors else "")
        self.changed.emit()
        self.ended.emit(has_succeeded)


class _Run:
    """Objects that must live as long as the task."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = _Feedback()
        self.algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        self.task = QgsProcessingAlgRunnerTask(self.algorithm, parameters, self.context, self.feedback)


class _Feedback(QgsProcessingFeedback):
    """Queues the algorithm's messages in the task's thread for the main thread."""

    def __init__(self) -> None:
        super().__init__(False)  # noqa: FBT003 - nothing goes to QGIS' own log
        self._news: deque[tuple[str, str]] = deque()

    def take(self) -> list[tuple[str, str]]:
        """Take all queued messages, as kind and text."""
        return [self._news.popleft() for _ in range(len(self._news))]

    def setProgressText(self, text: str) -> None:
        """Queue the current step."""
        self._news.append(("stage", text))

    def pushInfo(self, text: str) -> None:
        """Queue a message."""
        self._news.append(("info", text))

    def pushWarning(self, text: str) -> None:
        """Queue a warning."""
        self._news.append(("warning", text))

    def pushDebugInfo(self, text: str) -> None:
        """Queue technical detail."""
        self._news.append(("debug", text))

    def pushCommandInfo(self, text: str) -> None:
        """Queue a command line."""
        self._news.append(("info", text))

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Queue an error."""
        self._news.append(("error", error))
