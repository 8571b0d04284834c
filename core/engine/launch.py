"""How an engine is started: its command, its clean environment, and the same job as a line to type."""

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

    ``-I`` keeps the variables and folders of another Python out, and with it ``-u`` and ``-X utf8`` must
    stand here, because their variables are not read.

    Args:
        python: The engine's Python.
        entry: Folder with a ``__main__.py``; the core itself when left out.
    """
    return [python, "-I", "-u", "-X", "utf8", str(entry or core_folder()), "worker"]


class _Chosen:
    """What the user of this process has chosen in its settings."""

    threads = 0


def use_threads(count: int) -> None:
    """Have networks compute with so many threads, in every job that starts from now on in this process.

    Args:
        count: How many; 0 leaves it to the engine, which takes one for each core.
    """
    _Chosen.threads = count


def worker_environment() -> dict[str, str]:
    """The environment of a worker: clean, with the user's number of threads."""
    environment = clean_environment()
    if _Chosen.threads:
        environment["OMP_NUM_THREADS"] = str(_Chosen.threads)
    return environment


def clean_environment(inherited: Optional[Mapping[str, str]] = None) -> dict[str, str]:
    """The environment without what QGIS sets for its own libraries, which breaks those of an engine.

    Args:
        inherited: The environment to start from; this process' own when left out.
    """
    return {
        name: value
        for name, value in (os.environ if inherited is None else inherited).items()
        if name.upper() not in _REMOVED and not name.upper().startswith(_REMOVED_PREFIXES)
    }


def equivalent_command(python: str, job: Job) -> str:
    """The job as a line to type in a terminal; settings at their default are left out.

    Args:
        python: The engine's Python.
        job: The job.

    Returns:
        A quoted line for a POSIX shell, or for the Windows command prompt there.
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
