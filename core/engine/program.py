"""The copy of this program that jobs run from: an update of the plugin takes no file from a job that runs."""

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
"""Copies that are kept, a few megabytes each; no job is still running after so many updates."""


def program_folder() -> Path:
    """The core in a copy that stays as it is, whatever becomes of the plugin's folder.

    A job loads modules and templates until its end, which may be days away, and its helper processes load
    them anew. The copy is named by its contents: it is made once for each version of the program, and one
    that was damaged is made again.

    Returns:
        The folder to start the engine's Python with; the core itself where no copy can be written.

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
        f"TopPixel's program in '{core}' is gone: the plugin was removed or is being updated.",
        "Restart QGIS, and install the plugin again if it is missing there.",
    )


def _files(folder: Path) -> dict[str, bytes]:
    """What a program consists of, by relative name; empty for a folder that is not there."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _write(files: dict[str, bytes], copy: Path) -> None:
    """Write a copy whole or not at all; another process may be writing the same one."""
    partial = copy.parent.with_name(f".{copy.parent.name}-{os.getpid()}")
    try:
        for name, content in files.items():
            path = partial / copy.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        shutil.rmtree(copy.parent, ignore_errors=True)
        with contextlib.suppress(OSError):  # another was faster
            partial.rename(copy.parent)
        if _files(copy) != files:
            raise OSError(f"'{copy}' cannot be written")
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _remove_oldest(folder: Path) -> None:
    """Remove all but those last used, and what killed processes left."""
    newest_first = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
