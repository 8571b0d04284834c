"""The program uv: finding or downloading it, its environment, its progress."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from ..contract.messages.errors import CoreError, DiskFullError, EngineInstallError
from ..contract.messages.reporter import Reporter
from .launch import clean_environment
from .locations import downloads, home, python_in
from .processes import run_command
from .pythons import Interpreter, interpreter_at, interpreters
from .source import PackageSource
from .uv_errors import UnreachableError, explain_failure

MINIMUM_UV = (0, 7)
"""The first version with ``--torch-backend``."""

ENGINE_PYTHONS = ">=3.10,<3.15"
"""From 3.10 by segmentation-models-pytorch 0.6; below 3.15, for which torch 2.14 has no build."""

MANAGED_PYTHON = (3, 12)
"""Version that uv downloads if the machine has none in that range; all packages have builds for it."""

UV_PROGRAM = "uv.exe" if os.name == "nt" else "uv"

_FROM_PIP = {
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
    "PIP_CERT": "SSL_CERT_FILE",
    "PIP_PROXY": "ALL_PROXY",
}
"""uv does not read pip's variables; a user who has set them expects them to be used."""

_OLD_NAMES = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}

_UNITS_MB = {"KiB": 1024 / 1e6, "MiB": 1024**2 / 1e6, "GiB": 1024**3 / 1e6}
_STARTED = re.compile(r"^\s*Downloading (\S+) \(([\d.]+)\s*([KMG]iB)\)")
_FINISHED = re.compile(r"^\s*Downloaded (\S+)")
_COUNTED = re.compile(r"^\s*(Resolved|Prepared|Installed) (\d+) packages?")

_LARGE_MB = 50
"""Downloads of at least this size are reported by name, since they take a while."""


def uv_environment(
    inherited: Optional[Mapping[str, str]] = None, source: Optional[PackageSource] = None
) -> dict[str, str]:
    """The environment of uv and pip: clean, with the user's proxies and indexes, those for pip included.

    uv's cache is in TopPixel's folder: on the same disk engines link to its files, and removing the folder
    frees all of the space.

    Args:
        inherited: The environment to start from; that of this process when left out.
        source: Where packages come from; from the environment when left out.
    """
    environment = clean_environment(inherited)
    for pip_name, uv_name in _FROM_PIP.items():
        is_set = uv_name in environment or _OLD_NAMES.get(uv_name) in environment
        if pip_name in environment and not is_set:
            environment[uv_name] = environment[pip_name]
    environment.setdefault("UV_CACHE_DIR", str(downloads()))
    environment.setdefault("UV_PYTHON_INSTALL_DIR", str(home() / "python"))
    # As in QGIS: a company's proxy is trusted by the system's certificates.
    environment.setdefault("UV_SYSTEM_CERTS", "1")
    environment.setdefault("UV_HTTP_TIMEOUT", "120")  # seconds without data; uv's 30 is short for slow lines
    environment["NO_COLOR"] = "1"
    return (source or PackageSource()).applied_to(environment)


def provide_uv(reporter: Reporter, source: Optional[PackageSource] = None) -> str:
    """Path of uv: the machine's if it is new enough, otherwise downloaded to a small environment of its own.

    Args:
        reporter: Cancelling it ends the download.
        source: Where it is downloaded from.

    Raises:
        EngineInstallError: There is none and it cannot be downloaded; the message says why.
    """
    for path in _candidates():
        if path is not None and _is_new_enough(path):
            return str(path)
    return str(provide_bootstrap(reporter, source).with_name(UV_PROGRAM))


def find_engine_python(uv: str, wanted: str = ENGINE_PYTHONS) -> Optional[Interpreter]:
    """A Python of this machine in a range of versions, or None."""
    command = [uv, "python", "find", "--no-project", "--system", "--no-python-downloads", wanted]
    exit_code, lines = run_command(command, uv_environment())
    return interpreter_at(lines[-1].strip()) if exit_code == 0 and lines else None


def run_uv(
    uv: str,
    arguments: Sequence[str],
    reporter: Reporter,
    stage: str,
    environment: Optional[Mapping[str, str]] = None,
) -> None:
    """Run uv to its end; its downloads become progress in MB.

    Args:
        uv: Path of the executable.
        arguments: Its arguments.
        reporter: Cancelling it ends uv at once.
        stage: Current step, a phrase.
        environment: Complete environment; ``uv_environment()`` when left out.

    Raises:
        DiskFullError: The disk became full.
        UnreachableError: An index cannot be reached or lacks a package.
        EngineInstallError: Any other failure, a damaged download among them.
        JobCancelledError: It was cancelled.
    """
    reporter.debug(f"uv {' '.join(arguments)}")
    exit_code, lines = run_command(
        [uv, *arguments],
        uv_environment() if environment is None else environment,
        _Downloads(reporter, stage),
        lambda: reporter.is_cancelled,
    )
    if exit_code != 0:
        raise explain_failure(lines)


class _Downloads:
    """Turns the output of uv into progress: megabytes downloaded of those announced."""

    def __init__(self, reporter: Reporter, stage: str) -> None:
        self._reporter = reporter
        self._stage = stage
        self._sizes_mb: dict[str, float] = {}
        self._done_mb = 0.0

    def __call__(self, line: str) -> None:
        started, finished, counted = _STARTED.match(line), _FINISHED.match(line), _COUNTED.match(line)
        size_mb = float(started[2]) * _UNITS_MB[started[3]] if started else 0.0
        if started and size_mb >= _LARGE_MB:
            self._reporter.info(f"Downloading {started[1]} ({size_mb:.0f} MB).")
        else:
            self._reporter.debug(line)
        if started:
            self._sizes_mb[started[1]] = size_mb
        elif finished:
            self._done_mb += self._sizes_mb.get(finished[1], 0.0)
        elif counted:
            self._count(counted[1], int(counted[2]))
        if started or finished:
            self._reporter.progress(
                round(self._done_mb), round(sum(self._sizes_mb.values())), "MB", self._stage
            )

    def _count(self, what: str, count: int) -> None:
        """Report the number of packages resolved, unpacked or installed."""
        if what == "Resolved":
            self._reporter.info(f"{count} packages are needed.")
        else:
            done = count if what == "Installed" else 0
            self._reporter.progress(done, count, "packages", "Installing packages")


def _candidates() -> list[Optional[Path]]:
    """Possible paths of uv; QGIS started from the desktop lacks the PATH of a terminal."""
    found = shutil.which("uv")
    return [
        Path(found).absolute() if found else None,
        Path.home() / ".local" / "bin" / UV_PROGRAM,
        Path.home() / ".cargo" / "bin" / UV_PROGRAM,
        bootstrap_uv(),
    ]


def _is_new_enough(path: Path) -> bool:
    try:
        exit_code, lines = run_command([str(path), "--version"], uv_environment())
        version = re.search(r"(\d+)\.(\d+)", " ".join(lines))
    except OSError:
        return False
    return exit_code == 0 and version is not None and (int(version[1]), int(version[2])) >= MINIMUM_UV


def provide_bootstrap(reporter: Reporter, source: Optional[PackageSource] = None) -> Path:
    """The Python of a small environment with pip and uv, created if it is missing.

    Args:
        reporter: Cancelling it ends the download.
        source: Where uv is downloaded from.

    Raises:
        EngineInstallError: It cannot be created; the message says why.
        UnreachableError: The package index cannot be reached.
        JobCancelledError: It was cancelled.
    """
    python = bootstrap_uv().with_name(python_in(Path()).name)
    if python.exists() and _is_new_enough(bootstrap_uv()):
        return python
    minimum = ".".join(map(str, MINIMUM_UV))
    install = [str(python), "-I", "-m", "pip", "install", "--no-input", f"uv>={minimum}"]
    folder = python.parents[1]
    failures: list[str] = []
    reporter.info("Downloading uv, which installs the packages.")
    for interpreter in interpreters():
        shutil.rmtree(folder, ignore_errors=True)
        for command in ([interpreter.path, "-I", "-m", "venv", str(folder)], install):
            exit_code, lines = run_command(
                command, uv_environment(source=source), reporter.debug, lambda: reporter.is_cancelled
            )
            if exit_code != 0:
                failures += lines
                break
        else:
            return python
    raise _explain_no_uv(failures)


def bootstrap_uv() -> Path:
    """Path of the uv that TopPixel has downloaded or copied from a bundle; may not exist yet."""
    return python_in(home() / "bootstrap").with_name(UV_PROGRAM)


def _explain_no_uv(lines: Sequence[str]) -> CoreError:
    explained = explain_failure(lines)
    if isinstance(explained, (UnreachableError, DiskFullError)):
        return explained
    return EngineInstallError(
        "The program uv, which installs the engine's packages, cannot be downloaded.",
        "Install uv yourself (it must be on PATH), or Python's modules venv and pip "
        "(on Debian and Ubuntu: apt install python3-venv).",
        "\n".join(lines[-40:]),
    )
