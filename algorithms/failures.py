"""What went wrong since QGIS was started: kept for whoever is to help, told to who can help at once."""

from __future__ import annotations

import time
from collections import deque
from typing import Callable

from ..core.contract.messages.errors import CoreError

MOST_KEPT = 10

Listener = Callable[[CoreError], None]
"""Called in whatever thread something fails."""

_kept: deque[str] = deque(maxlen=MOST_KEPT)
_listeners: list[Listener] = []


def note(title: str, error: CoreError) -> None:
    """Keep a failure, and tell it.

    Args:
        title: What failed.
        error: How.
    """
    _kept.append(f"{time.strftime('%H:%M')} {title}: {error} [{error.code}]")
    tell(error)


def tell(error: CoreError) -> None:
    """Tell a failure to those who listen, as something that the user was told already."""
    for listener in _listeners:
        listener(error)


def last_failures() -> list[str]:
    """The newest failures, oldest first, a line each."""
    return list(_kept)


def listen(listener: Listener) -> None:
    """Have every failure from now on told to a listener."""
    _listeners.append(listener)


def stop_listening(listener: Listener) -> None:
    """Tell it no more."""
    _listeners.remove(listener)
