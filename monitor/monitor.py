"""Follows the trainings of this QGIS: takes events from their threads to the main thread."""

from __future__ import annotations

from typing import Optional, cast

from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ..algorithms.runs import RunningJob, unwatch, watch
from .session import TRAINING_JOBS, Course, Session, TrainingJob

INTERVAL_MS = 100
"""How often the main thread polls for events."""

MOST_EVENTS = 2000
"""Maximum number of events processed at once, in some milliseconds; the rest waits for the next time."""

MOST_COURSES = 50
"""Number of courses kept; beyond, the oldest that have ended are dropped."""


class TrainingMonitor(QObject):
    """The courses of the newest trainings.

    A job's thread only appends to a queue; a timer of the main thread empties it while a job is running.

    Attributes:
        courses: Oldest first.
        started: Signal: a job that trains has started.
        changed: Signal: there is news, at most ten times a second.
    """

    started = pyqtSignal()
    changed = pyqtSignal()
    _announced = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.courses: list[Course] = []
        self._followed: list[tuple[RunningJob, Session]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._take_events)
        self._announced.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        watch(self._announce)

    def stop(self) -> None:
        """Stop following trainings; running ones continue."""
        unwatch(self._announce)
        self._timer.stop()
        for run, _ in self._followed:
            run.leave()
        self._followed.clear()

    def cancel(self, session: Session) -> None:
        """Cancel the job of a session."""
        for run, each in self._followed:
            if each is session:
                run.cancel()

    def is_cancelled(self, session: Session) -> bool:
        """Whether the job of a session was cancelled and has not ended yet."""
        return any(run.is_cancelled() for run, each in self._followed if each is session)

    def _announce(self, run: RunningJob) -> bool:
        """Called when a job starts, in its thread."""
        trains = isinstance(run.job, TRAINING_JOBS)
        if trains:
            self._announced.emit(run)
        return trains

    def _follow(self, run: RunningJob) -> None:
        session = Session(cast("TrainingJob", run.job))
        self._followed.append((run, session))
        self.courses.extend(session.courses)
        self._forget_oldest()
        self._timer.start()
        self.started.emit()
        self.changed.emit()

    def _take_events(self) -> None:
        is_news = False
        for run, session in self._followed:
            for event in run.take(MOST_EVENTS):
                is_news = True
                session.add(event)
            self.courses.extend(course for course in session.courses if course not in self.courses)
        if is_news:
            self._forget_oldest()
            self.changed.emit()
        self._followed = [(run, session) for run, session in self._followed if session.end is None]
        if not self._followed:
            self._timer.stop()

    def _forget_oldest(self) -> None:
        while len(self.courses) > MOST_COURSES and not self.courses[0].is_running:
            del self.courses[0]
