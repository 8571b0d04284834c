"""Jobs while they run, for whoever watches them: the training monitor in the desktop, nobody elsewhere."""

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
"""Events kept for a watcher that does not come to take them; older ones go."""


class RunningJob:
    """A job while it runs: its own thread puts events in, a watcher's thread takes them out.

    Nothing waits for anything here: neither is the job slowed down by its watcher, nor the other way round.

    Args:
        job: The job.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self._waiting: deque[Event] = deque(maxlen=MOST_WAITING)
        self._is_watched = False
        self._is_cancelled = threading.Event()

    def show_to(self, watchers: list[Watcher]) -> None:
        """Ask the watchers whether they want to see its events; they are kept only if one does."""
        self._is_watched = any([watcher(self) for watcher in watchers])  # noqa: C419 - all are asked

    def leave(self) -> None:
        """Keep no more events: the watcher is gone."""
        self._is_watched = False
        self._waiting.clear()

    def tell(self, event: Event) -> None:
        """Put an event in."""
        if self._is_watched:
            self._waiting.append(event)

    def take(self, most: int) -> list[Event]:
        """Take out the oldest events.

        Args:
            most: How many at most.
        """
        return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def cancel(self) -> None:
        """Ask the job to end; safe in any thread, and when it has ended already."""
        self._is_cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether a watcher has asked the job to end."""
        return self._is_cancelled.is_set()


Watcher = Callable[[RunningJob], bool]
"""Called in the job's thread when it starts; answers whether it wants to see the job's events."""

_watchers: list[Watcher] = []


def watch(watcher: Watcher) -> None:
    """Have every job that starts from now on shown to a watcher."""
    _watchers.append(watcher)


def unwatch(watcher: Watcher) -> None:
    """Show it no more jobs."""
    _watchers.remove(watcher)


@contextmanager
def running(job: Job) -> Iterator[RunningJob]:
    """A block in which a job runs. Watchers see its last event whatever becomes of it.

    Args:
        job: The job.

    Yields:
        Where its events go.
    """
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
        run.tell(last)
