"""How an engine is started: command, clean environment, and a job's equivalent command line."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Optional

from ..contract.jobs.job import Job
from .locations import core_folder

_REMOVED_PREFIXES = ("PYTHON", "GDAL_", "PROJ_", "QT_", "QGIS_", "OGR_", "OSGEO4W_", "DYLD_")
_REMOVED = {
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "VIRTUAL_ENV",
    "CONDA_PREFIX",
    "GEOTIFF_CSV",
    "__PYVENV_LAUNCHER__",
}


def worker_command(python: str, entry: Optional[Path] = None) -> list[str]:
    """The command of a worker.

    ``-I`` isolates it from variables and folders of another Python; since then their variables are not
    read, ``-u`` and ``-X utf8`` must be options.

    Args:
        python: The engine's Python.
        entry: Folder with a ``__main__.py``; the core itself when left out.
    """
    return [python, "-I", "-u", "-X", "utf8", str(entry or core_folder()), "worker"]


class _Chosen:
    """Settings of the user for this process."""

    threads = 0


def use_threads(count: int) -> None:
    """Set the number of threads of networks, for every job that this process starts from now on.

    Args:
        count: 0 for the engine's default, one per core.
    """
    _Chosen.threads = count


def worker_environment() -> dict[str, str]:
    """The environment of a worker: clean, with the chosen number of threads."""
    environment = clean_environment()
    if _Chosen.threads:
        environment["OMP_NUM_THREADS"] = str(_Chosen.threads)
    return environment


def clean_environment(inherited: Optional[Mapping[str, str]] = None) -> dict[str, str]:
    """The environment without the variables that QGIS sets for its own libraries, which break an engine's.

    Args:
        inherited: The environment to start from; that of this process when left out.
    """
    return {
        name: value
        for name, value in (os.environ if inherited is None else inherited).items()
        if name.upper() not in _REMOVED and not name.upper().startswith(_REMOVED_PREFIXES)
    }


def equivalent_command(python: str, job: Job) -> str:
    """The command line of a job, quoted for a POSIX shell, or on Windows for its command prompt.

    Settings at their default are left out.
    """
    words = [python, str(core_folder()), job.name]
    for item in fields(job):  # type: ignore[arg-type]
        default = item.default_factory() if item.default_factory is not MISSING else item.default
        value = getattr(job, item.name)
        if value != default:
            words += _option(item.name.replace("_", "-"), value)
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _option(name: str, value: Any) -> list[str]:  # noqa: ANN401 - any setting's value
    if isinstance(value, dict):
        value = tuple(f"{key}={text}" for key, text in value.items())
    if isinstance(value, tuple):
        return [word for each in value for word in _option(name, each)]
    text = str(value)
    return [f"--{name}={text}"] if text.startswith("-") else [f"--{name}", text]
