"""Where engines lie: one folder for each set of packages and Python version, in the user's cache."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Optional

from ..contract.messages.errors import EngineInstallError

HOME_VARIABLE = "TOPPIXEL_HOME"

READY_MARK = "ready.json"
"""Written last: a folder without it is an engine that is not finished."""


class _Chosen:
    """What the user of this process has chosen in its settings."""

    home = ""


def home() -> Path:
    """The folder of everything TopPixel keeps: by ``move_home``, else ``TOPPIXEL_HOME``. Not made here."""
    chosen = _Chosen.home or os.environ.get(HOME_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else usual_home()


def usual_home() -> Path:
    """Where everything lies if nobody has chosen another place."""
    return _cache_folder() / "toppixel"


def move_home(folder: str) -> None:
    """Have everything in another place from now on, in this process; nothing is moved there.

    Args:
        folder: The place; empty takes the choice back.
    """
    _Chosen.home = folder.strip()


def downloads() -> Path:
    """The store of downloaded packages; on the disk of the engines, which then share its files."""
    return home() / "downloads"


def core_folder() -> Path:
    """The folder that an engine's Python is started with."""
    return Path(__file__).resolve().parents[1]


def requirements_file() -> Path:
    """The exact packages of an engine.

    Raises:
        EngineInstallError: This copy of TopPixel came without it (a package installed by pip).
    """
    path = core_folder().parent / "resources" / "engine" / "requirements.txt"
    if not path.is_file():
        raise EngineInstallError(
            "This copy of TopPixel cannot set up an engine: it has no list of packages.",
            "Use the QGIS plugin or its repository; installed by pip, TopPixel runs in the Python it is in.",
        )
    return path


def requirements_hash() -> str:
    """Twelve hexadecimal digits that stand for the exact packages; comments do not count."""
    lines = requirements_file().read_text(encoding="utf-8").splitlines()
    packages = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return hashlib.sha256("\n".join(packages).encode()).hexdigest()[:12]


def engine_folder(python_version: tuple[int, int]) -> Path:
    """Where the engine of this TopPixel lies for a Python version, built or not."""
    major, minor = python_version
    return home() / f"engine-{requirements_hash()}-py{major}.{minor}"


def python_in(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ready_engines(place: Optional[Path] = None) -> list[Path]:
    """Folders of the finished engines with the packages of this TopPixel.

    Args:
        place: Where to look; TopPixel's folder when left out.
    """
    marks = (place or home()).glob(f"engine-{requirements_hash()}-py*/{READY_MARK}")
    return sorted(mark.parent for mark in marks)


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder; files that vanish meanwhile do not count."""
    return sum(_file_size(f"{path}{os.sep}{name}") for path, _, names in os.walk(folder) for name in names)


def _file_size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
