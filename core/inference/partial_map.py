"""The partial map: finished regions in a folder beside the output, from which a job resumes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..contract.messages.errors import OutputError
from ..files.atomic import explain_os_error, flush_to_disk
from ..files.lock import exclusive_lock
from ..files.partial import IDENTITY, LOCK, finished_regions, partial_folder


class PartialMap:
    """The finished regions of a map, in a folder.

    A region is finished when its marker (``.json``), which is written last, exists. It holds the sizes of the
    region's files, so that a region with a file truncated by a power cut does not count as finished.

    Args:
        folder: The folder, which must exist.
        replaced: Names of the settings or data by which the regions of an earlier run were discarded.
    """

    def __init__(self, folder: Path, replaced: Sequence[str] = ()) -> None:
        self.folder = folder
        self.replaced = tuple(replaced)

    def file(self, region: int, name: str) -> Path:
        """Path of a region's raster of one output."""
        return self.folder / f"{region:05d}-{name}.tif"

    def finished(self) -> dict[int, dict[str, Any]]:
        """The notes of each finished region, from the first one to where the job has to resume.

        Regions after a gap do not count, nor does the last one if its sums for the next region are missing.
        """
        notes, can_resume = [], []
        for region in range(len(finished_regions(self.folder))):
            marker = self._read_marker(region)
            if marker is None:
                break
            notes.append(marker["notes"])
            can_resume.append(marker["carry"] is None or self._has_size(self._carry(region), marker["carry"]))
        while can_resume and not can_resume[-1]:
            can_resume.pop()
        return dict(enumerate(notes[: len(can_resume)]))

    def finish(self, region: int, notes: Mapping[str, Any], carry: torch.Tensor | None = None) -> None:
        """Mark a region as finished: its rasters are complete and on disk.

        Args:
            region: Its number.
            notes: Data for JSON, returned by ``finished``.
            carry: Sums of its last rows, for the next region; those of the previous region are removed.

        Raises:
            DiskFullError: The disk is full.
            OutputError: The folder cannot be written.
        """
        marker, partial = self._marker(region), self._marker(region).with_suffix(".part")
        try:
            sizes = {path.name: path.stat().st_size for path in self.folder.glob(f"{region:05d}-*.tif")}
            left = None if carry is None else self._save_carry(region, carry)
            content = {"sizes": sizes, "carry": left, "notes": dict(notes)}
            partial.write_text(json.dumps(content), encoding="utf-8")
            flush_to_disk(partial)
            os.replace(partial, marker)
            self._carry(region - 1).unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, marker) from error

    def carry(self, region: int) -> torch.Tensor | None:
        """The sums that ``finish`` stored for the next region; None if there are none."""
        path = self._carry(region)
        return torch.from_numpy(np.load(path, allow_pickle=False)) if path.exists() else None

    def _save_carry(self, region: int, carry: torch.Tensor) -> int:
        path, sums = self._carry(region), carry.cpu().contiguous().numpy()
        with path.open("wb") as file:
            np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(sums))
            file.write(sums.data)  # numpy's own writer hides a full disk
        flush_to_disk(path)
        return path.stat().st_size

    def _read_marker(self, region: int) -> dict[str, Any] | None:
        """The marker of a region; None if there is none, or a file of the region is missing or truncated."""
        try:
            marker: dict[str, Any] = json.loads(self._marker(region).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        sizes = marker["sizes"].items()
        return marker if all(self._has_size(self.folder / name, size) for name, size in sizes) else None

    def _has_size(self, path: Path, size: int) -> bool:
        return path.is_file() and path.stat().st_size == size

    def _marker(self, region: int) -> Path:
        return self.folder / f"{region:05d}.json"

    def _carry(self, region: int) -> Path:
        return self.folder / f"{region:05d}.npy"


@contextlib.contextmanager
def partial(output: Path, identity: Mapping[str, Any]) -> Iterator[PartialMap]:
    """The partial map of an output, locked for the length of a block, and removed when the block succeeds.

    When the block fails, it stays if at least one region is finished.

    Args:
        output: The map's final name; the folder lies beside it.
        identity: What the regions depend on, for JSON. Regions of other data or settings are removed.

    Raises:
        OutputError: The folder cannot be created, or another process uses it.
    """
    folder = partial_folder(output)
    try:
        folder.mkdir(exist_ok=True)
        with exclusive_lock(folder / LOCK, lambda process: _in_use(output, process)):
            work = PartialMap(folder, _empty_unless(folder, identity))
            is_whole = False
            try:
                yield work
                is_whole = True
            finally:
                if is_whole or not work.finished():
                    _empty(folder)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    finally:
        _remove_if_empty(folder)


def _in_use(output: Path, process: str) -> OutputError:
    return OutputError(
        f"'{output}' is being made by another process ({process}).", "Wait for it, or choose another output."
    )


def _empty_unless(folder: Path, identity: Mapping[str, Any]) -> list[str]:
    """Empty the folder unless its regions have the same identity; returns what differs from it."""
    path = folder / IDENTITY
    changed = []
    with contextlib.suppress(OSError, ValueError):
        earlier = json.loads(path.read_text(encoding="utf-8"))
        # Through JSON, as the stored one: tuples become lists.
        now = json.loads(json.dumps(dict(identity)))
        if earlier == now:
            return []
        if finished_regions(folder):
            changed = sorted(name for name in {*earlier, *now} if earlier.get(name) != now.get(name))
    _empty(folder)
    path.write_text(json.dumps(dict(identity), ensure_ascii=False), encoding="utf-8")
    return changed


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != LOCK:
            path.unlink()


def _remove_if_empty(folder: Path) -> None:
    """Remove the folder if only the lock file is left; the lock has been released."""
    if folder.is_dir() and {path.name for path in folder.iterdir()} <= {LOCK}:
        shutil.rmtree(folder, ignore_errors=True)
