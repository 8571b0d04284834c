"""The copy of ``core`` that jobs run from, so that an update of the plugin does not affect running jobs."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from ..contract.messages.errors import EngineMissingError
from .locations import core_folder, home

PROGRAMS = "programs"

KEPT = 10
"""Number of copies kept, a few megabytes each; no job is still running after so many updates."""


def program_folder() -> Path:
    """A copy of ``core`` that does not change with the plugin's folder.

    A job loads modules and templates until its end, which may be days away, and its child processes load
    them again. The copy is named by a hash of its contents: it is made once for each version of the program,
    and again if it is damaged.

    Returns:
        The folder to start the engine's Python with; ``core`` itself where no copy can be written.

    Raises:
        EngineMissingError: The plugin was removed or is being updated.
    """
    core = core_folder()
    files = _program(core)
    copy = home() / PROGRAMS / _digest(files) / core.name
    try:
        if _files(copy) != files:
            _write(files, copy)
        os.utime(copy.parent)
        _remove_oldest(copy.parents[1])
    except OSError:
        return core
    return copy


def _program(core: Path) -> dict[str, bytes]:
    with contextlib.suppress(OSError):
        files = _files(core)
        if "__main__.py" in files:
            return files
    raise EngineMissingError(
        f"TopPixel's program in '{core}' is missing: the plugin was removed or is being updated.",
        "Restart QGIS, and install the plugin again if it is missing there.",
    )


def _files(folder: Path) -> dict[str, bytes]:
    """Contents of all files of a folder by relative path; empty if it does not exist."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _write(files: dict[str, bytes], copy: Path) -> None:
    """Write a copy atomically; another process may be writing the same one."""
    temporary = copy.parent.with_name(f".{copy.parent.name}-{os.getpid()}")
    try:
        for name, content in files.items():
            path = temporary / copy.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        shutil.rmtree(copy.parent, ignore_errors=True)
        with contextlib.suppress(OSError):  # another process was faster
            temporary.rename(copy.parent)
        if _files(copy) != files:
            raise OSError(f"'{copy}' cannot be written")
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _remove_oldest(folder: Path) -> None:
    """Remove all but the last used copies, and leftovers of killed processes."""
    newest_first = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
