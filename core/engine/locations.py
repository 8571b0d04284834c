"""Where engines are: a folder for each set of packages and Python version, in the user's cache."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Optional

from ..contract.messages.errors import EngineInstallError

HOME_VARIABLE = "TOPPIXEL_HOME"

READY_MARK = "ready.json"
"""Written last: a folder without it is an incomplete engine."""


class _Chosen:
    """Settings of the user for this process."""

    home = ""


def home() -> Path:
    """TopPixel's folder: from ``move_home``, else ``TOPPIXEL_HOME``, else in the cache; may not exist yet."""
    chosen = _Chosen.home or os.environ.get(HOME_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else usual_home()


def usual_home() -> Path:
    """TopPixel's folder if none is chosen."""
    return _cache_folder() / "toppixel"


def move_home(folder: str) -> None:
    """Set TopPixel's folder for this process; empty for the default. Existing files are not moved."""
    _Chosen.home = folder.strip()


def downloads() -> Path:
    """The cache of downloaded packages; on the same disk as the engines, which link to its files."""
    return home() / "downloads"


def core_folder() -> Path:
    """The folder of the package ``core``, with which an engine's Python is started."""
    return Path(__file__).resolve().parents[1]


def requirements_file() -> Path:
    """The file of an engine's exact packages.

    Raises:
        EngineInstallError: This copy of TopPixel has none (a package installed by pip).
    """
    path = core_folder().parent / "resources" / "engine" / "requirements.txt"
    if not path.is_file():
        raise EngineInstallError(
            "This copy of TopPixel cannot set up an engine: it has no list of packages.",
            "Use the QGIS plugin or its repository; installed by pip, TopPixel runs in the Python it is in.",
        )
    return path


def requirements_hash() -> str:
    """Hash of the exact packages, twelve hexadecimal digits; comments are ignored."""
    lines = requirements_file().read_text(encoding="utf-8").splitlines()
    packages = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return hashlib.sha256("\n".join(packages).encode()).hexdigest()[:12]


def engine_folder(python_version: tuple[int, int]) -> Path:
    """Folder of this TopPixel's engine for a Python version; may not exist yet."""
    major, minor = python_version
    return home() / f"engine-{requirements_hash()}-py{major}.{minor}"


def python_in(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ready_engines(folder: Optional[Path] = None) -> list[Path]:
    """Folders of complete engines with the packages of this TopPixel.

    Args:
        folder: Where to look; TopPixel's folder when left out.
    """
    marks = (folder or home()).glob(f"engine-{requirements_hash()}-py*/{READY_MARK}")
    return sorted(mark.parent for mark in marks)


def folder_size(folder: Path) -> int:
    """Size of all files below a folder, in bytes; files that vanish meanwhile are skipped."""
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
