"""Pythons on this machine that can start a bootstrap environment."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Optional

from .launch import clean_environment
from .processes import run_command

_ASK = "import sys; print(*sys.version_info[:2])"


class Interpreter(NamedTuple):
    """A working Python.

    Attributes:
        path: Its executable.
        version: (major, minor).
    """

    path: str
    version: tuple[int, int]


def interpreter_at(path: str) -> Optional[Interpreter]:
    """The Python at a path, with its version; None if it does not run."""
    try:
        exit_code, lines = run_command([path, "-I", "-c", _ASK], clean_environment())
        major, minor = (int(number) for number in lines[-1].split())
    except (OSError, ValueError, IndexError):
        return None
    return Interpreter(path, (major, minor)) if exit_code == 0 else None


def interpreters() -> Iterator[Interpreter]:
    """Pythons of this machine, the most trusted first, without duplicates.

    Inside QGIS ``sys.executable`` may be QGIS itself, which would open another window: only executables
    whose name starts with ``python`` are started.
    """
    seen = set()
    for path in _candidates():
        resolved = path.resolve()
        if resolved in seen or not path.is_file():
            continue
        seen.add(resolved)
        interpreter = interpreter_at(str(path))
        if interpreter is not None:
            yield interpreter


def _candidates() -> Iterator[Path]:
    prefix = Path(sys.base_prefix)
    names = ("python.exe", "python3.exe") if sys.platform == "win32" else ("bin/python3", "bin/python")
    yield from (prefix / name for name in names)
    if Path(sys.executable or "").name.lower().startswith("python"):
        yield Path(sys.executable)
    for name in ("python3", "python"):
        found = shutil.which(name)
        if found:
            yield Path(found).absolute()
