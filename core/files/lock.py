"""An exclusive file lock, which the operating system releases when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Callable

from ..contract.messages.errors import CoreError

_LOCKED_BYTE = 4096
"""On Windows locked bytes cannot be read: one far beyond the process id keeps that readable."""


@contextlib.contextmanager
def exclusive_lock(path: Path, refuse: Callable[[str], CoreError]) -> Iterator[None]:
    """Hold a lock during a block.

    Args:
        path: The lock file; it is kept, with the process id of its last holder.
        refuse: Returns the error to raise when another process holds the lock, from that one's process id.

    Raises:
        CoreError: From ``refuse``.
    """
    with path.open("a+", encoding="ascii") as file:
        try:
            _lock(file)
        except OSError as error:
            raise refuse(_holder(path)) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield
        finally:
            _unlock(file)


def _holder(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() or "unknown"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
