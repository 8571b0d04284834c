"""Memory allocator settings: keeping freed memory makes a network about 1.5 times as fast on Linux."""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_MAX, _ARENA_MAX = -1, -4, -8
"""Parameters of ``mallopt`` in glibc's ``malloc.h``."""


def keep_freed_memory() -> None:
    """Make glibc keep large blocks instead of returning them to the kernel and faulting them in again.

    Does nothing on other systems and C libraries. Affects the whole process: for the engine, never for QGIS.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_MAX, 0)
        mallopt(_TRIM_THRESHOLD, -1)
        # One arena, so that threads reuse each other's memory: those that read and write have large arrays.
        mallopt(_ARENA_MAX, 1)
