"""Where a map keeps what is classified so far while it is made; known without the engine's packages."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Union

from ..contract.messages.errors import CoreError
from .lock import exclusive_lock

IDENTITY = "job.json"
"""Name of the file that says what the regions depend on."""

LOCK = "lock"
"""Name of the file that the process holds which works there."""


def partial_folder(output: Union[str, Path]) -> Path:
    """The folder of a map that is being made, beside its final file."""
    final = Path(output).absolute()
    return final.with_name(f"{final.stem}.partial")


def finished_regions(folder: Path) -> list[Path]:
    """The files that mark the finished regions, in their order; a region's is written last of all."""
    return sorted(path for path in folder.glob("*.json") if path.name != IDENTITY)


def discard_if_nothing_is_finished(folder: Path) -> None:
    """Remove the folder of a process that was ended before any region was finished.

    Args:
        folder: As ``partial_folder`` gives it, there or not. One in which a process works stays.
    """
    if not folder.is_dir() or finished_regions(folder):
        return
    with contextlib.suppress(CoreError, OSError):
        with exclusive_lock(folder / LOCK, lambda process: CoreError(f"Process {process} works there.")):
            pass
        shutil.rmtree(folder, ignore_errors=True)
