"""Running jobs and their watchers: the training monitor in the desktop, none elsewhere."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

from ..core.contract.jobs.job import Job
from ..core.contract.messages.errors import CoreError, JobCancelledError
from ..core.contract.messages.events import Cancelled, Error, Event, Result

MOST_WAITING = 10_000
"""Maximum number of events kept for a watcher; older ones are dropped."""


class RunningJob:
    """A running job: its thread puts events in, a watcher's thread takes them out; neither ever waits."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._waiting: deque[Event] = deque(maxlen=MOST_WAITING)
        self._is_watched = False
        self._is_cancelled = threading.Event()

    def show_to(self, watchers: list[Watcher]) -> None:
        """Announce the job to the watchers; its events are kept only if one wants them."""
        self._is_watched = any([watcher(self) for watcher in watchers])  # noqa: C419 - all are asked

    def leave(self) -> None:
        """Stop keeping events: the watcher was removed."""
        self._is_watched = False
        self._waiting.clear()

    def put(self, event: Event) -> None:
        """Put an event in."""
        if self._is_watched:
            self._waiting.append(event)

    def take(self, most: int) -> list[Event]:
        """Take out the oldest events, at most so many."""
        return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def cancel(self) -> None:
        """Cancel the job; safe in any thread, and after its end."""
        self._is_cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether a watcher has cancelled the job."""
        return self._is_cancelled.is_set()


Watcher = Callable[[RunningJob], bool]
"""Called in the job's thread when it starts; returns whether it wants the job's events."""

_watchers: list[Watcher] = []


def watch(watcher: Watcher) -> None:
    """Add a watcher of all jobs that start from now on."""
    _watchers.append(watcher)


def unwatch(watcher: Watcher) -> None:
    """Remove a watcher."""
    _watchers.remove(watcher)


@contextmanager
def running(job: Job) -> Iterator[RunningJob]:
    """A block in which a job runs; watchers get a terminal event however it ends."""
    run = RunningJob(job)
    run.show_to(list(_watchers))
    last: Event = Error("internal", "The run has ended unexpectedly.")
    try:
        yield run
        last = Result()
    except JobCancelledError:
        last = Cancelled()
        raise
    except CoreError as error:
        last = Error(error.code, str(error))
        raise
    finally:
        run.put(last)
