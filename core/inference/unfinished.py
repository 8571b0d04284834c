"""What is classified so far, kept beside the output until all is there, so that a job can go on from it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..contract.errors import OutputError
from ..contract.lock import exclusive_lock
from ..contract.outputs import explain_os_error
from ..contract.unfinished import IDENTITY, LOCK, finished_regions, unfinished_folder


class Unfinished:
    """The finished regions of a map, in a folder.

    A region is finished when its ``.json`` lies there: that is written last.

    Args:
        folder: Where they lie.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, region: int, name: str) -> Path:
        """Where a region's raster lies.

        Args:
            region: Number of the region.
            name: What it holds.
        """
        return self.folder / f"{region:05d}-{name}.tif"

    def finished(self) -> dict[int, dict[str, Any]]:
        """Numbers of the finished regions, rising, with what was noted of each."""
        markers = finished_regions(self.folder)
        return {int(path.stem): json.loads(path.read_text(encoding="utf-8")) for path in markers}

    def finish(self, region: int, notes: Mapping[str, Any], carry: torch.Tensor | None = None) -> None:
        """Note that a region's rasters are whole.

        Args:
            region: Its number.
            notes: Plain data to be had back.
            carry: Sums of its last rows, which the next region needs; those of the region before go.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The folder cannot be written.
        """
        marker = self.folder / f"{region:05d}.json"
        try:
            if carry is not None:
                np.save(self._carry(region), carry.cpu().numpy())
            partial = marker.with_suffix(".part")
            partial.write_text(json.dumps(dict(notes)), encoding="utf-8")
            os.replace(partial, marker)
            self._carry(region - 1).unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, marker) from error

    def carry(self, region: int) -> torch.Tensor | None:
        """What ``finish`` was given; None if that was nothing."""
        path = self._carry(region)
        return torch.from_numpy(np.load(path, allow_pickle=False)) if path.exists() else None

    def _carry(self, region: int) -> Path:
        return self.folder / f"{region:05d}.npy"


@contextlib.contextmanager
def unfinished(output: Path, identity: Mapping[str, Any]) -> Iterator[Unfinished]:
    """The working folder of a map; it is gone when the block ends well.

    When the block fails it stays, if at least one region is finished.

    Args:
        output: The map's final name. The folder lies beside it, named like it.
        identity: What the regions depend on, plain data. A folder of other data or settings is emptied.

    Yields:
        What is finished already.

    Raises:
        OutputError: The folder cannot be made, or another process works there.
    """
    folder = unfinished_folder(output)
    try:
        folder.mkdir(exist_ok=True)
        with exclusive_lock(folder / LOCK, lambda process: _in_use(output, process)):
            _empty_unless(folder, identity)
            work = Unfinished(folder)
            try:
                yield work
            except BaseException:
                if not work.finished():
                    _empty(folder)
                raise
            _empty(folder)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    finally:
        _remove_if_empty(folder)


def _in_use(output: Path, process: str) -> OutputError:
    return OutputError(
        f"'{output}' is being made by another process ({process}).", "Wait for it, or choose another output."
    )


def _empty_unless(folder: Path, identity: Mapping[str, Any]) -> None:
    """Keep the folder's files if they are of the same job."""
    path = folder / IDENTITY
    text = json.dumps(dict(identity), sort_keys=True, ensure_ascii=False)
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.read_text(encoding="utf-8") == text:
            return
    _empty(folder)
    path.write_text(text, encoding="utf-8")


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != LOCK:
            path.unlink()


def _remove_if_empty(folder: Path) -> None:
    """Remove the folder if only the lock is left, which nobody holds any more."""
    if folder.is_dir() and {path.name for path in folder.iterdir()} <= {LOCK}:
        shutil.rmtree(folder, ignore_errors=True)
