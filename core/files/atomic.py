"""Files appear whole or not at all: written under a temporary name, renamed when finished."""

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
"""A folder that young may be one whose process is about to take its lock."""

_NO_SUCH_CALL = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""How file systems of some networks say that they cannot be asked to be done with a file."""

SIDE_FILE = ".aux.xml"
"""Behind the name of a raster: where GDAL writes what the raster's format has no place for."""

STALE_SIDE_FILES = (SIDE_FILE, ".ovr", ".msk")
"""What may lie beside an older raster of the same name, and would be taken for the new one's."""

_partial: set[Path] = set()
"""Temporary files and folders of this process, for the moment it has to stop at once."""


@contextlib.contextmanager
def finished_file(path: Union[str, Path]) -> Iterator[Path]:
    """A temporary path beside the final one; renamed onto it when the block ends well.

    The temporary name keeps the ending, by which drivers know the format; a side file that a driver writes
    (``.aux.xml``) is renamed as well. When the block fails nothing is left, and a file that stood under the
    final name is untouched.

    Args:
        path: The final name.

    Yields:
        The name to write to.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The folder or the file cannot be written.
    """
    final = Path(path).absolute()
    partial = _partial_name(final, os.getpid())
    _partial.add(partial)
    try:
        yield partial
        _replace(partial, final)
    except OSError as error:
        raise explain_os_error(error, final) from error
    finally:
        _remove(partial)


def flush_to_disk(path: Path) -> None:
    """Wait until what was written to a file is on the disk, so that a power cut does not take it away.

    Args:
        path: The file, closed.

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
    """A folder for a job's intermediate files, beside an output (so on a disk with room); removed at the end.

    Those that killed processes left there are removed, too. A living process holds a lock in its own.

    Args:
        beside: One of the job's outputs.

    Yields:
        The folder.

    Raises:
        OutputError: The folder cannot be made.
    """
    parent = Path(beside).absolute().parent
    _remove_abandoned_folders(parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".toppixel-{os.getpid()}-", dir=parent))
    except OSError as error:
        raise explain_os_error(error, parent) from error
    _partial.add(folder)
    try:
        with exclusive_lock(folder / _LOCK, _in_use):
            yield folder
    finally:
        _remove(folder)


def discard_partial() -> None:
    """Remove every temporary file and folder of this process; for a process that is about to be ended."""
    for path in list(_partial):
        _remove(path)


def discard_leftovers(outputs: Iterable[Union[str, Path]], pid: int) -> None:
    """Remove the temporary files and folders of a process that was ended before it could do so itself.

    Args:
        outputs: Final names of what it was writing.
        pid: Its process id, which their temporary names hold.
    """
    for final in (Path(output).absolute() for output in outputs):
        _remove(_partial_name(final, pid))
        for folder in final.parent.glob(f".toppixel-{pid}-*"):
            _remove(folder)
        discard_if_nothing_is_finished(partial_folder(final))


def discard_abandoned(path: Union[str, Path]) -> None:
    """Remove the temporary files that killed processes left of an output that nobody is writing now.

    Args:
        path: The final name.
    """
    final = Path(path).absolute()
    # Their side files may be there alone. Behind the stem comes a process id: more is another output's.
    name = re.compile(rf"{re.escape(f'.{final.stem}.')}\d+{re.escape(f'.part{final.suffix}')}")
    for partial in final.parent.glob(f".{glob.escape(final.stem)}.*.part{glob.escape(final.suffix)}*"):
        if name.match(partial.name):
            _remove(partial)


def require_free_space(path: Union[str, Path], needed_bytes: float) -> None:
    """Refuse to start what the disk cannot hold.

    Args:
        path: An output; its folder's disk is asked.
        needed_bytes: What the job will write there at most.

    Raises:
        DiskFullError: There is less room.
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


def _replace(partial: Path, final: Path) -> None:
    """Rename a file and its side file; those of the file that stood there go."""
    for ending in STALE_SIDE_FILES:
        _with_ending(final, ending).unlink(missing_ok=True)
    os.replace(partial, final)
    side = _with_ending(partial, SIDE_FILE)
    if side.exists():
        os.replace(side, _with_ending(final, SIDE_FILE))


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _in_use(process: str) -> OutputError:
    return OutputError(f"Another process works there ({process}).")


def _partial_name(final: Path, pid: int) -> Path:
    return final.with_name(f".{final.stem}.{pid}.part{final.suffix}")


def _remove(path: Path) -> None:
    """Remove a temporary folder, or a file with the side files of its driver (``.aux.xml``, ``-wal``)."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        for leftover in path.parent.glob(f"{glob.escape(path.name)}*"):
            with contextlib.suppress(OSError):
                leftover.unlink()
    _partial.discard(path)
