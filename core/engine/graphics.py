"""The graphics card that networks could run on, as far as can be found out without PyTorch."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Optional

from ..contract.messages.errors import JobCancelledError
from .launch import clean_environment
from .processes import run_command

DRIVER = Path("/proc/driver/nvidia")
"""Files of the driver's kernel module on Linux."""

PATIENCE_S = 5.0
"""Timeout of ``nvidia-smi``, which hangs with a broken driver."""

_MODEL = re.compile(r"^Model:\s*(.+?)\s*$", re.MULTILINE)


class Card(NamedTuple):
    """A graphics card.

    Attributes:
        kind: ``cuda`` or ``mps``.
        name: As its driver names it.
    """

    kind: str
    name: str


def find_card() -> Optional[Card]:
    """The first card with a driver installed that networks can run on; None when there is none.

    Whether the driver is new enough is only found out by PyTorch, in the check of the engine.
    """
    if sys.platform == "darwin":
        return Card("mps", "Apple graphics") if platform.machine() == "arm64" else None
    name = _name_from_driver() or _name_from_nvidia_smi()
    return Card("cuda", name) if name else None


def _name_from_driver() -> str:
    """The card's name from the files of the driver's kernel module; empty without one."""
    try:
        for information in sorted(DRIVER.glob("gpus/*/information")):
            model = _MODEL.search(information.read_text(encoding="utf-8", errors="replace"))
            if model:
                return model[1]
    except OSError:
        return ""
    return ""


def _name_from_nvidia_smi() -> str:
    """The card's name from ``nvidia-smi``, which comes with the driver; empty without one."""
    deadline = time.monotonic() + PATIENCE_S
    for program in _programs():
        if not program.is_file():
            continue
        command = [str(program), "--query-gpu=name", "--format=csv,noheader"]
        try:
            exit_code, lines = run_command(
                command, clean_environment(), is_cancelled=lambda: time.monotonic() > deadline
            )
        except (OSError, JobCancelledError):
            return ""
        return lines[0].strip() if exit_code == 0 and lines else ""
    return ""


def _programs() -> Iterator[Path]:
    """Possible paths of ``nvidia-smi``; QGIS started from the desktop lacks the PATH of a terminal."""
    found = shutil.which("nvidia-smi")
    if found:
        yield Path(found).absolute()
    if sys.platform == "win32":
        yield Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "nvidia-smi.exe"
    else:
        yield Path("/usr/bin/nvidia-smi")
        yield Path("/usr/lib/wsl/lib/nvidia-smi")
