"""The folder in which an interrupted map keeps its finished regions, and from which the job resumes.

QGIS looks into it as well, so nothing here needs a package of the engine.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Union

from ..contract.messages.errors import CoreError
from .lock import exclusive_lock

IDENTITY = "job.json"
"""File with what the finished regions depend on: a job that differs cannot resume from them."""

LOCK = "lock"
"""File that the process working in the folder has locked."""


def partial_folder(output: Union[str, Path]) -> Path:
    """The folder of a partial map, beside its final file."""
    final = Path(output).absolute()
    return final.with_name(f"{final.stem}.partial")


def finished_regions(folder: Path) -> list[Path]:
    """The files that mark finished regions, in order; each is written after the region's data."""
    return sorted(path for path in folder.glob("*.json") if path.name != IDENTITY)


def discard_if_nothing_is_finished(folder: Path) -> None:
    """Remove a partial map without any finished region, unless a process is working in it.

    Args:
        folder: As from ``partial_folder``; need not exist.
    """
    if not folder.is_dir() or finished_regions(folder):
        return
    with contextlib.suppress(CoreError, OSError):
        with exclusive_lock(folder / LOCK, lambda process: CoreError(f"Process {process} is working there.")):
            pass
        shutil.rmtree(folder, ignore_errors=True)
