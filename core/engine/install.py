"""Build an engine: uv, Python, packages, check; the ready mark comes last, so a killed run goes on later."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any, Optional

from ..contract.errors import CoreError, EngineInstallError
from ..contract.lock import exclusive_lock
from ..contract.outputs import explain_os_error, finished_file, require_free_space
from ..contract.reporter import Reporter
from .locations import (
    READY_MARK,
    engine_folder,
    folder_size,
    home,
    python_in,
    ready_engines,
    requirements_file,
)
from .pythons import Interpreter, interpreter_at
from .uv import MANAGED_PYTHON, UnreachableError, find_engine_python, provide_uv, run_uv
from .verify import verify

SMALL_ENGINE_BYTES = 2.5e9
"""Engine without CUDA libraries, 1.5 GB, and room to unpack."""

LARGE_ENGINE_BYTES = 7e9
"""Engine with CUDA libraries, 5.7 GB, and room to unpack."""

LOCK_NAME = "install.lock"

_DOOMED_PREFIX = ".removing-"


def build_engine(reporter: Reporter) -> Path:
    """Build the engine of this TopPixel, or go on where an earlier run was ended.

    A finished engine is checked again, and built anew if it fails.

    Args:
        reporter: Takes sentences and progress; its cancel ends the run within a moment.

    Returns:
        The engine's Python.

    Raises:
        EngineInstallError: It cannot be built; the message says why.
        DiskFullError: There is not enough room.
        OutputError: TopPixel's folder cannot be written.
        JobCancelledError: It was cancelled; the next run goes on from there.
    """
    _make_home()
    with exclusive_lock(home() / LOCK_NAME, _is_busy):
        _remove_doomed()
        for folder in ready_engines():
            if _is_still_good(folder, reporter):
                reporter.info(f"The engine is ready: {folder}")
                return python_in(folder)
        return _build(reporter)


def remove_engines() -> list[Path]:
    """Remove all engines, those of other versions too, and what was fetched to build them.

    Each folder is renamed first, so that it is never taken for an engine while it is going.

    Returns:
        The folders removed.

    Raises:
        EngineInstallError: An installation is under way, or a job is running in an engine (Windows).
    """
    if not home().is_dir():
        return []
    with exclusive_lock(home() / LOCK_NAME, _is_busy):
        found = [path for path in sorted(home().glob("engine-*")) if path.is_dir()]
        found += [path for path in (home() / "bootstrap", home() / "checks") if path.is_dir()]
        for path in found:
            _doom(path)
        _remove_doomed()
    return found


def ready_facts(folder: Path) -> dict[str, Any]:
    """What the check of a finished engine found; empty if its mark is damaged."""
    try:
        return dict(json.loads((folder / READY_MARK).read_text(encoding="utf-8"))["facts"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _is_busy(process: str) -> EngineInstallError:
    return EngineInstallError(
        f"Another TopPixel is setting up the engine right now (process {process}).",
        "Wait until it is finished, or end that process.",
    )


def _build(reporter: Reporter) -> Path:
    uv = provide_uv(reporter)
    interpreter = find_engine_python(uv)
    version = interpreter.version if interpreter else MANAGED_PYTHON
    folder = engine_folder(version)
    python = python_in(folder)
    _require_space(folder, LARGE_ENGINE_BYTES if _expects_cuda() else SMALL_ENGINE_BYTES)
    if interpreter_at(str(python)) is None:
        _make_environment(uv, interpreter, folder, reporter)
    _install_packages(uv, folder, reporter)
    _mark_ready(folder, verify(str(python), reporter))
    reporter.info(f"The engine is ready: {folder}")
    return python


def _make_environment(uv: str, interpreter: Optional[Interpreter], folder: Path, reporter: Reporter) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if interpreter is None:
        wanted = ".".join(map(str, MANAGED_PYTHON))
        reporter.info(f"This machine has no Python that fits; fetching Python {wanted}.")
    else:
        wanted = interpreter.path
        reporter.info(f"Building the engine with {wanted} in {folder}")
    run_uv(uv, ["venv", "--no-project", "--python", wanted, str(folder)], reporter, "Fetching Python")


def _install_packages(uv: str, folder: Path, reporter: Reporter) -> None:
    """First with the torch build for this machine's graphics card or processor, then with the usual one."""
    install = ["pip", "install", "--python", str(python_in(folder)), "-r", str(requirements_file())]
    stage = "Downloading packages"
    if "UV_TORCH_BACKEND" in os.environ:
        run_uv(uv, install, reporter, stage)
        return
    try:
        run_uv(uv, [*install, "--torch-backend", "auto"], reporter, stage)
    except UnreachableError as error:
        reporter.warning(
            "The index with PyTorch builds made for this machine cannot be used; taking the usual build from "
            "the default index, which may be larger."
        )
        reporter.debug(error.detail)
        if sys.platform.startswith("linux"):
            _require_space(folder, LARGE_ENGINE_BYTES)
        run_uv(uv, install, reporter, stage)


def _require_space(folder: Path, needed_bytes: float) -> None:
    """Refuse what the disk cannot hold; what an earlier run has left counts as done."""
    require_free_space(folder, max(0.0, needed_bytes - folder_size(folder)))


def _expects_cuda() -> bool:
    return shutil.which("nvidia-smi") is not None


def _is_still_good(folder: Path, reporter: Reporter) -> bool:
    """Check a finished engine again; one that fails loses its mark and gets built anew."""
    try:
        _mark_ready(folder, verify(str(python_in(folder)), reporter))
    except EngineInstallError as error:
        reporter.warning(f"{error.message} It is repaired.")
        reporter.debug(error.detail)
        (folder / READY_MARK).unlink(missing_ok=True)
        return False
    return True


def _mark_ready(folder: Path, facts: dict[str, Any]) -> None:
    with finished_file(folder / READY_MARK) as partial:
        partial.write_text(json.dumps({"facts": facts}, indent=1), encoding="utf-8")


def _make_home() -> None:
    try:
        home().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, home()) from error


def _doom(path: Path) -> None:
    try:
        path.rename(path.with_name(f"{_DOOMED_PREFIX}{os.getpid()}-{path.name}"))
    except OSError as error:
        raise _in_use(path) from error


def _in_use(path: Path) -> CoreError:
    return EngineInstallError(
        f"'{path}' cannot be removed: it is in use.", "Wait until its jobs are finished."
    )


def _remove_doomed() -> None:
    for path in home().glob(f"{_DOOMED_PREFIX}*"):
        shutil.rmtree(path, ignore_errors=True)
