"""What a set-up will do, before it is done: where, for which card, how much is fetched and written."""

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
"""Engine without CUDA libraries, 1.5 GB, and room to unpack."""

LARGE_ENGINE_BYTES = 7e9
"""Engine with CUDA libraries, 5.9 GB, and room to unpack."""

SMALL_DOWNLOAD_BYTES = 0.5e9
LARGE_DOWNLOAD_BYTES = 3.2e9


@dataclass(frozen=True)
class SetUpPlan:
    """What a set-up will do.

    Attributes:
        place: The folder of everything TopPixel keeps.
        card: The graphics card that the engine will be built for, if one was found.
        download_bytes: About how much is fetched; 0 from a bundle.
        needed_bytes: Room on the disk that it takes at most.
        free_bytes: Room on the disk that there is.
        is_ready: Whether an engine is there already, which will only be checked.
    """

    place: Path
    card: Optional[Card]
    download_bytes: float
    needed_bytes: float
    free_bytes: float
    is_ready: bool

    @property
    def fits(self) -> bool:
        """Whether the disk has room for it."""
        return self.is_ready or self.free_bytes >= self.needed_bytes


def plan_set_up(place: str = "", bundle: str = "") -> SetUpPlan:
    """Look at the machine, without changing anything; may start a program, and then takes a moment.

    Args:
        place: Folder to build in; that of this process when empty.
        bundle: Folder of a bundle; empty for packages from an index.

    Raises:
        EngineInstallError: The bundle is none, or for another machine or version.
    """
    folder = Path(place).expanduser().absolute() if place.strip() else home()
    card = find_card()
    is_large = card is not None and card.kind == "cuda"
    download, needed = engine_bytes(is_large=is_large)
    if bundle:
        content = read_bundle(bundle)
        content.require_fit()
        download, needed = 0.0, content.needed_bytes
    return SetUpPlan(folder, card, download, needed, free_bytes(folder), bool(ready_engines(folder)))


def engine_bytes(*, is_large: bool) -> tuple[float, float]:
    """What is fetched and what room is needed, with CUDA libraries or without; never with them on macOS."""
    if is_large and sys.platform != "darwin":
        return LARGE_DOWNLOAD_BYTES, LARGE_ENGINE_BYTES
    return SMALL_DOWNLOAD_BYTES, SMALL_ENGINE_BYTES


def free_bytes(folder: Path) -> float:
    """Room on the disk of a folder, which need not be there yet; 0 if it cannot be known."""
    for existing in (folder, *folder.parents):
        if existing.is_dir():
            try:
                return float(shutil.disk_usage(existing).free)
            except OSError:
                return 0.0
    return 0.0
