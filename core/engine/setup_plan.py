"""What a set-up would do: in which folder, for which graphics card, with how much download and disk space."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .bundle import read_bundle
from .graphics import Card, find_card
from .locations import home, ready_engines

SMALL_ENGINE_BYTES = 2.5e9
"""Engine without CUDA libraries, 1.5 GB, and space to unpack."""

LARGE_ENGINE_BYTES = 7e9
"""Engine with CUDA libraries, 5.9 GB, and space to unpack."""

SMALL_DOWNLOAD_BYTES = 0.5e9
LARGE_DOWNLOAD_BYTES = 3.2e9


@dataclass(frozen=True)
class SetUpPlan:
    """What a set-up would do.

    Attributes:
        engine_folder: Folder that engines are built in.
        card: The graphics card that the engine would be built for, if one was found.
        download_bytes: Approximate size of the download; 0 from a bundle.
        needed_bytes: Disk space needed at most.
        free_bytes: Free disk space.
        is_ready: Whether there is an engine already, which would only be checked.
    """

    engine_folder: Path
    card: Optional[Card]
    download_bytes: float
    needed_bytes: float
    free_bytes: float
    is_ready: bool

    @property
    def fits(self) -> bool:
        """Whether there is enough disk space."""
        return self.is_ready or self.free_bytes >= self.needed_bytes


def plan_set_up(engine_folder: str = "", bundle: str = "") -> SetUpPlan:
    """Inspect the machine without changing anything; may start ``nvidia-smi``, which takes a moment.

    Args:
        engine_folder: Folder to build in; TopPixel's folder when empty.
        bundle: Folder of a bundle; empty for packages from an index.

    Raises:
        EngineInstallError: The bundle is invalid, or for another machine or version.
    """
    folder = Path(engine_folder).expanduser().absolute() if engine_folder.strip() else home()
    card = find_card()
    is_large = card is not None and card.kind == "cuda"
    download, needed = engine_bytes(is_large=is_large)
    if bundle:
        content = read_bundle(bundle)
        content.require_fit()
        download, needed = 0.0, content.needed_bytes
    return SetUpPlan(folder, card, download, needed, free_bytes(folder), bool(ready_engines(folder)))


def engine_bytes(*, is_large: bool) -> tuple[float, float]:
    """Size of the download and of the engine, with CUDA libraries or without; on macOS always without."""
    if is_large and sys.platform != "darwin":
        return LARGE_DOWNLOAD_BYTES, LARGE_ENGINE_BYTES
    return SMALL_DOWNLOAD_BYTES, SMALL_ENGINE_BYTES


def free_bytes(folder: Path) -> float:
    """Free space on the disk of a folder, which need not exist yet; 0 if unknown."""
    for existing in (folder, *folder.parents):
        if existing.is_dir():
            try:
                return float(shutil.disk_usage(existing).free)
            except OSError:
                return 0.0
    return 0.0
