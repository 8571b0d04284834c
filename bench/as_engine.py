"""Has a benchmark run as a worker of the engine does: in its environment, with its memory allocator."""

from __future__ import annotations

import os
import sys

from core.allocator import keep_freed_memory
from core.engine.launch import worker_environment

MARK = "TOPPIXEL_BENCHMARK"


def as_engine() -> None:
    """Start this program anew in a worker's environment, unless it runs there already."""
    if MARK not in os.environ:
        # glibc reads its settings when a process starts.
        os.execve(sys.executable, [sys.executable, *sys.argv], {**worker_environment(), MARK: "1"})  # noqa: S606
    keep_freed_memory()
