"""Atomic writes: files are written under a temporary name, and renamed when finished."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Union

from ..contract.messages.errors import CoreError, DiskFullError, OutputError
from .lock import exclusive_lock
from .partial import discard_if_nothing_is_finished, partial_folder

_LOCK = "lock"

NEW_FOLDER_S = 60
"""A younger folder may be one whose process is about to take its lock."""

_NO_SUCH_CALL = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""Error numbers of network file systems that do not support fsync."""

SIDE_FILE = ".aux.xml"
"""Suffix of GDAL's side file, for what the raster's format cannot hold."""

STALE_SIDE_FILES = (SIDE_FILE, ".ovr", ".msk")
"""Side files of an older raster of the same name, which would be taken for the new one's."""

_temporary: set[Path] = set()
"""Temporary files and folders of this process, to be removed when it has to stop at once."""


@contextlib.contextmanager
def finished_file(path: Union[str, Path]) -> Iterator[Path]:
    """A temporary path beside the final one; renamed to it when the block succeeds.

    The temporary name keeps the suffix, by which drivers know the format; a side file that a driver writes
    (``.aux.xml``) is renamed, too. If the block fails, nothing is left, and an older file under the final
    name is untouched.

    Yields:
        The path to write to.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The folder or the file cannot be written.
    """
    final = Path(path).absolute()
    temporary = _temporary_name(final, os.getpid())
    _temporary.add(temporary)
    try:
        yield temporary
        _replace(temporary, final)
    except OSError as error:
        raise explain_os_error(error, final) from error
    finally:
        _remove(temporary)


def flush_to_disk(path: Path) -> None:
    """Flush a closed file to disk (fsync), so that it survives a power failure.

    Raises:
        OSError: It cannot be written.
    """
    try:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise


@contextlib.contextmanager
def scratch_folder(beside: Union[str, Path]) -> Iterator[Path]:
    """A folder for intermediate files, beside an output (so on a disk with space); removed at the end.

    Folders that killed processes left there are removed, too. A living process holds a lock in its own.

    Raises:
        OutputError: The folder cannot be made.
    """
    parent = Path(beside).absolute().parent
    _remove_abandoned_folders(parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".toppixel-{os.getpid()}-", dir=parent))
    except OSError as error:
        raise explain_os_error(error, parent) from error
    _temporary.add(folder)
    try:
        with exclusive_lock(folder / _LOCK, _in_use):
            yield folder
    finally:
        _remove(folder)


def discard_temporary() -> None:
    """Remove every temporary file and folder of this process, which is about to be terminated."""
    for path in list(_temporary):
        _remove(path)


def discard_leftovers(outputs: Iterable[Union[str, Path]], pid: int) -> None:
    """Remove the temporary files and folders of a process that was killed.

    Args:
        outputs: Final paths of what it was writing.
        pid: Its process id, which is part of the temporary names.
    """
    for final in (Path(output).absolute() for output in outputs):
        _remove(_temporary_name(final, pid))
        for folder in final.parent.glob(f".toppixel-{pid}-*"):
            _remove(folder)
        discard_if_nothing_is_finished(partial_folder(final))


def discard_abandoned(path: Union[str, Path]) -> None:
    """Remove the temporary files that killed processes left of an output that no process is writing now."""
    final = Path(path).absolute()
    # Side files may be left alone. The stem is followed by a process id; anything else is another output's.
    name = re.compile(rf"{re.escape(f'.{final.stem}.')}\d+{re.escape(f'.part{final.suffix}')}")
    for temporary in final.parent.glob(f".{glob.escape(final.stem)}.*.part{glob.escape(final.suffix)}*"):
        if name.match(temporary.name):
            _remove(temporary)


def require_free_space(path: Union[str, Path], needed_bytes: float) -> None:
    """Refuse to start a job that the disk of an output has no space for.

    Args:
        path: The output.
        needed_bytes: Upper bound of what the job will write there.

    Raises:
        DiskFullError: There is less free space.
    """
    folder = Path(path).absolute().parent
    free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise DiskFullError(
            f"'{folder}' has {free / 1e9:.1f} GB left; up to {needed_bytes / 1e9:.1f} GB are needed."
        )


def explain_os_error(error: OSError, path: Path) -> CoreError:
    """The user's explanation of a failed write."""
    if isinstance(error, CoreError):
        return error
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(f"The disk became full while '{path}' was written.")
    return OutputError(f"'{path}' cannot be written ({error.strerror or error}).")


def _remove_abandoned_folders(parent: Path) -> None:
    for folder in parent.glob(".toppixel-*-*"):
        with contextlib.suppress(OSError):  # in use, or gone by now
            if time.time() - folder.stat().st_mtime > NEW_FOLDER_S:
                with exclusive_lock(folder / _LOCK, _in_use):
                    pass
                _remove(folder)


def _replace(temporary: Path, final: Path) -> None:
    """Rename a file and its side file, and remove the side files of the file it replaces."""
    for ending in STALE_SIDE_FILES:
        _with_ending(final, ending).unlink(missing_ok=True)
    os.replace(temporary, final)
    side = _with_ending(temporary, SIDE_FILE)
    if side.exists():
        os.replace(side, _with_ending(final, SIDE_FILE))


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _in_use(process: str) -> OutputError:
    return OutputError(f"Another process is working there ({process}).")


def _temporary_name(final: Path, pid: int) -> Path:
    return final.with_name(f".{final.stem}.{pid}.part{final.suffix}")


def _remove(path: Path) -> None:
    """Remove a temporary folder, or a file with the side files of its driver (``.aux.xml``, ``-wal``)."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        for leftover in path.parent.glob(f"{glob.escape(path.name)}*"):
            with contextlib.suppress(OSError):
                leftover.unlink()
    _temporary.discard(path)
