"""Failures since QGIS was started: kept for the diagnostics, and reported to listeners."""

from __future__ import annotations

import time
from collections import deque
from typing import Callable

from ..core.contract.messages.errors import CoreError

MOST_KEPT = 10

Listener = Callable[[CoreError], None]
"""Called in the thread of the failure."""

_kept: deque[str] = deque(maxlen=MOST_KEPT)
_listeners: list[Listener] = []


def note(title: str, error: CoreError) -> None:
    """Keep a failure of an algorithm for the diagnostics, and report it."""
    _kept.append(f"{time.strftime('%H:%M')} {title}: {error} [{error.code}]")
    report(error)


def report(error: CoreError) -> None:
    """Report a failure that the user has already seen to the listeners."""
    for listener in _listeners:
        listener(error)


def last_failures() -> list[str]:
    """The last failures, oldest first, a line each."""
    return list(_kept)


def add_listener(listener: Listener) -> None:
    """Add a listener of all further failures."""
    _listeners.append(listener)


def remove_listener(listener: Listener) -> None:
    """Remove a listener."""
    _listeners.remove(listener)
