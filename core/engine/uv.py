"""The program uv: found or fetched, its environment, its progress, and what its failures mean."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from ..contract.errors import CoreError, DiskFullError, EngineInstallError
from ..contract.reporter import Reporter
from .launch import clean_environment
from .locations import home, python_in
from .processes import run_command
from .pythons import Interpreter, interpreter_at, interpreters

MINIMUM_UV = (0, 7)
"""The first with ``--torch-backend``."""

ENGINE_PYTHONS = ">=3.10,<3.15"
"""From 3.10 by segmentation-models-pytorch 0.6; below 3.15, for which torch 2.14 has no build."""

MANAGED_PYTHON = (3, 12)
"""Version that uv fetches when the machine has none that fits: every engine package has a build for it."""

_FROM_PIP = {
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
    "PIP_CERT": "SSL_CERT_FILE",
    "PIP_PROXY": "ALL_PROXY",
}
"""uv reads none of pip's variables; whoever has set them means them for this as well."""

_OLD_NAMES = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}

_DISK_FULL = re.compile(r"no space left|os error 28\b|os error 112\b|disk quota", re.IGNORECASE)
_DAMAGED = re.compile(
    r"hash mismatch|checksum|invalid zip|corrupt|failed to extract|unexpected end|bad crc", re.IGNORECASE
)
_UNREACHABLE = re.compile(
    r"dns error|client error|failed to fetch|failed to download|timed out|connect|tunnel|proxy|certificate"
    r"|error sending request",
    re.IGNORECASE,
)
_UNSOLVABLE = re.compile(r"no solution found|unsatisfiable", re.IGNORECASE)

_UNITS_MB = {"KiB": 1024 / 1e6, "MiB": 1024**2 / 1e6, "GiB": 1024**3 / 1e6}
_STARTED = re.compile(r"^\s*Downloading (\S+) \(([\d.]+)\s*([KMG]iB)\)")
_FINISHED = re.compile(r"^\s*Downloaded (\S+)")
_INSTALLED = re.compile(r"^\s*Installed (\d+) packages?")


class UnreachableError(EngineInstallError):
    """A package index cannot be reached, or has not what is asked of it."""


def uv_environment(inherited: Optional[Mapping[str, str]] = None) -> dict[str, str]:
    """The environment for uv: clean, with the user's proxies and indexes, those meant for pip included.

    Args:
        inherited: The environment to start from; this process' own when left out.
    """
    environment = clean_environment(inherited)
    for pip_name, uv_name in _FROM_PIP.items():
        is_set = uv_name in environment or _OLD_NAMES.get(uv_name) in environment
        if pip_name in environment and not is_set:
            environment[uv_name] = environment[pip_name]
    environment.setdefault("UV_HTTP_TIMEOUT", "120")  # seconds without a byte; 30 is short for a slow line
    environment["NO_COLOR"] = "1"
    return environment


def provide_uv(reporter: Reporter) -> str:
    """The path of uv: from the machine if new enough, else fetched into a small environment of its own.

    Raises:
        EngineInstallError: There is none and it cannot be fetched; the message says why.
    """
    for path in _places():
        if path is not None and _is_new_enough(path):
            return str(path)
    return _fetch_uv(reporter)


def find_engine_python(uv: str) -> Optional[Interpreter]:
    """A Python of this machine that an engine can be built with, or None."""
    command = [uv, "python", "find", "--no-project", "--system", "--no-python-downloads", ENGINE_PYTHONS]
    exit_code, lines = run_command(command, uv_environment())
    return interpreter_at(lines[-1].strip()) if exit_code == 0 and lines else None


def run_uv(uv: str, arguments: Sequence[str], reporter: Reporter, stage: str) -> None:
    """Run uv to its end; its downloads become progress in MB.

    Args:
        uv: Its path.
        arguments: Its arguments.
        reporter: Takes the progress; its cancel ends uv at once.
        stage: What is being done, a phrase.

    Raises:
        DiskFullError: The disk became full.
        UnreachableError: An index cannot be reached or lacks a package.
        EngineInstallError: Any other failure, a damaged download among them.
        JobCancelledError: It was cancelled.
    """
    reporter.debug(f"uv {' '.join(arguments)}")
    exit_code, lines = run_command(
        [uv, *arguments], uv_environment(), _Downloads(reporter, stage), lambda: reporter.is_cancelled
    )
    if exit_code != 0:
        raise explain_failure(lines)


def explain_failure(lines: Sequence[str]) -> CoreError:
    """What the last words of uv or pip mean for the user."""
    text = "\n".join(lines)
    detail = "\n".join(lines[-40:])
    if _DISK_FULL.search(text):
        return DiskFullError(
            f"The disk became full while the engine was set up in '{home()}'.", detail=detail
        )
    if _DAMAGED.search(text):
        return EngineInstallError(
            "A downloaded package is damaged.",
            "Run 'Set up engine' again. If it stays so, empty the store of downloads with 'uv cache clean'.",
            detail,
        )
    if _UNREACHABLE.search(text):
        return UnreachableError(
            "The package index cannot be reached.",
            "Check the internet connection and the proxy (HTTPS_PROXY). An index of your own is named by "
            "UV_DEFAULT_INDEX; pip's configuration file is not read.",
            detail,
        )
    if _UNSOLVABLE.search(text):
        return UnreachableError(
            "The package index has not all packages that the engine needs.",
            "If UV_DEFAULT_INDEX names an index of your own, ask its keeper for the missing packages.",
            detail,
        )
    last = next((line.strip() for line in reversed(lines) if line.strip()), "no message")
    return EngineInstallError(f"The packages cannot be installed ({last}).", "The log shows why.", detail)


class _Downloads:
    """Turns the lines of uv into progress: megabytes of the packages announced and finished."""

    def __init__(self, reporter: Reporter, stage: str) -> None:
        self._reporter = reporter
        self._stage = stage
        self._sizes_mb: dict[str, float] = {}
        self._done_mb = 0.0

    def __call__(self, line: str) -> None:
        self._reporter.debug(line)
        started, finished = _STARTED.match(line), _FINISHED.match(line)
        installed = _INSTALLED.match(line)
        if started:
            self._sizes_mb[started[1]] = float(started[2]) * _UNITS_MB[started[3]]
        elif finished:
            self._done_mb += self._sizes_mb.get(finished[1], 0.0)
        elif installed:
            count = int(installed[1])
            self._reporter.progress(count, count, "packages", "Installing packages")
        if started or finished:
            self._reporter.progress(
                round(self._done_mb), round(sum(self._sizes_mb.values())), "MB", self._stage
            )


def _places() -> list[Optional[Path]]:
    """Where uv may be; a QGIS started from a desktop has not the PATH of a terminal."""
    found = shutil.which("uv")
    name = "uv.exe" if os.name == "nt" else "uv"
    beside_python = python_in(_bootstrap_folder()).with_name(name)
    return [
        Path(found).absolute() if found else None,
        Path.home() / ".local" / "bin" / name,
        Path.home() / ".cargo" / "bin" / name,
        beside_python,
    ]


def _is_new_enough(path: Path) -> bool:
    try:
        exit_code, lines = run_command([str(path), "--version"], uv_environment())
        version = re.search(r"(\d+)\.(\d+)", " ".join(lines))
    except OSError:
        return False
    return exit_code == 0 and version is not None and (int(version[1]), int(version[2])) >= MINIMUM_UV


def _bootstrap_folder() -> Path:
    return home() / "bootstrap"


def _fetch_uv(reporter: Reporter) -> str:
    """Put uv into a virtual environment of its own, by the first Python of the machine that can."""
    folder = _bootstrap_folder()
    python = str(python_in(folder))
    minimum = ".".join(map(str, MINIMUM_UV))
    install = [python, "-I", "-m", "pip", "install", "--no-input", f"uv>={minimum}"]
    failures: list[str] = []
    reporter.info("Fetching uv, which installs the packages.")
    for interpreter in interpreters():
        shutil.rmtree(folder, ignore_errors=True)
        for command in ([interpreter.path, "-I", "-m", "venv", str(folder)], install):
            exit_code, lines = run_command(
                command, clean_environment(), reporter.debug, lambda: reporter.is_cancelled
            )
            if exit_code != 0:
                failures += lines
                break
        else:
            return str(python_in(folder).with_name("uv.exe" if os.name == "nt" else "uv"))
    raise _explain_no_uv(failures)


def _explain_no_uv(lines: Sequence[str]) -> CoreError:
    explained = explain_failure(lines)
    if isinstance(explained, (UnreachableError, DiskFullError)):
        return explained
    return EngineInstallError(
        "The program uv, which installs the engine's packages, cannot be fetched.",
        "Install uv yourself (it must be on PATH), or Python's modules venv and pip "
        "(on Debian and Ubuntu: apt install python3-venv).",
        "\n".join(lines[-40:]),
    )
