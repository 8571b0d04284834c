"""Builds the engine: gets uv and Python, installs the packages, checks the result.

The ready mark is written last, so an interrupted build is resumed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..contract.messages.errors import CoreError, EngineInstallError
from ..contract.messages.reporter import Reporter
from ..files.atomic import explain_os_error, finished_file, require_free_space
from ..files.lock import exclusive_lock
from .bundle import read_bundle
from .graphics import find_card
from .locations import (
    READY_MARK,
    downloads,
    engine_folder,
    folder_size,
    home,
    python_in,
    ready_engines,
    requirements_file,
    requirements_hash,
)
from .program import PROGRAMS
from .pythons import Interpreter, interpreter_at
from .setup_log import kept_log
from .setup_plan import engine_bytes
from .source import PackageSource
from .uv import MANAGED_PYTHON, find_engine_python, provide_uv, run_uv, uv_environment
from .uv_errors import FOLDER_HINT, UnreachableError
from .verify import verify

LOCK_NAME = "install.lock"

_REMOVAL_PREFIX = ".removing-"

_DOWNLOADED = ("bootstrap", "checks", "downloads", PROGRAMS, "python")
"""Folders beside the engines that a set-up and the jobs fill."""


def build_engine(reporter: Reporter, source: Optional[PackageSource] = None, *, anew: bool = False) -> Path:
    """Build the engine of this TopPixel, or resume an interrupted build; return the path of its Python.

    A complete engine is checked again, and rebuilt if it fails.

    Args:
        reporter: Cancelling it ends the run at once.
        source: Where packages come from; from the environment when left out.
        anew: Whether to remove an existing engine, complete or not, and all downloads first.

    Raises:
        EngineInstallError: It cannot be built; the message says why.
        DiskFullError: There is not enough disk space.
        OutputError: TopPixel's folder cannot be written.
        JobCancelledError: It was cancelled; the next run resumes it.
    """
    _require_home()
    with exclusive_lock(home() / LOCK_NAME, _is_busy), kept_log(reporter):
        _remove_marked()
        if anew:
            _clear(reporter)
        for folder in ready_engines():
            if _is_still_good(folder, reporter):
                reporter.info(f"The engine is ready: {folder}")
                return python_in(folder)
        return _build(reporter, source or PackageSource())


def remove_engines() -> list[Path]:
    """Remove all engines, of any version, and all downloads; return the folders removed.

    Each folder is renamed first, so that it is never taken for an engine while it is being removed.

    Raises:
        EngineInstallError: An installation is under way, or a job is running in an engine (Windows).
    """
    if not home().is_dir():
        return []
    _require_home()
    with exclusive_lock(home() / LOCK_NAME, _is_busy):
        found = [path for path in sorted(home().glob("engine-*")) if path.is_dir()]
        found += [home() / name for name in _DOWNLOADED if (home() / name).is_dir()]
        for path in found:
            mark_for_removal(path)
        _remove_marked()
    return found


def ready_facts(folder: Path) -> dict[str, Any]:
    """Findings of the check of a complete engine; empty if its mark is damaged."""
    try:
        return dict(json.loads((folder / READY_MARK).read_text(encoding="utf-8"))["facts"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _is_busy(process: str) -> EngineInstallError:
    return EngineInstallError(
        f"Another TopPixel is setting up the engine (process {process}).",
        "Wait until it has finished, or end that process.",
    )


@dataclass(frozen=True)
class _Recipe:
    """How an engine is built.

    Attributes:
        uv: Path of the executable.
        environment: Environment of uv.
        interpreter: The Python to build it with; None for one that uv downloads.
        version: Version of that Python.
        packages: Arguments of ``uv pip install``: which packages, and from where.
        needed_bytes: Disk space of the engine.
    """

    uv: str
    environment: dict[str, str]
    interpreter: Optional[Interpreter]
    version: tuple[int, int]
    packages: tuple[str, ...]
    needed_bytes: float


def _build(reporter: Reporter, source: PackageSource) -> Path:
    recipe = _from_bundle(source.bundle) if source.bundle else _from_index(reporter, source)
    folder = engine_folder(recipe.version)
    python = python_in(folder)
    _require_space(folder, recipe.needed_bytes)
    if interpreter_at(str(python)) is None:
        _make_environment(recipe, folder, reporter)
    install = ["pip", "install", "--python", str(python), *recipe.packages]
    if source.bundle:
        run_uv(recipe.uv, install, reporter, "Unpacking packages", recipe.environment)
    else:
        _install_from_index(recipe, install, folder, reporter)
    try:
        facts = verify(str(python), reporter)
    except EngineInstallError:
        mark_for_removal(folder)  # the next set-up starts from scratch, whatever is wrong with it
        raise
    _mark_ready(folder, facts)
    return python


def _from_index(reporter: Reporter, source: PackageSource) -> _Recipe:
    uv = provide_uv(reporter, source)
    interpreter = find_engine_python(uv)
    card = find_card()
    reporter.info(
        f"Graphics card: {card.name}." if card else "No graphics card that networks can run on was found."
    )
    return _Recipe(
        uv,
        uv_environment(source=source),
        interpreter,
        interpreter.version if interpreter else MANAGED_PYTHON,
        ("-r", str(requirements_file())),
        engine_bytes(is_large=card is not None and card.kind == "cuda")[1],
    )


def _from_bundle(path: str) -> _Recipe:
    """Everything from the bundle, its uv included: that version of uv knows the Python in it.

    Raises:
        EngineInstallError: It is not a bundle, or not for this machine; or neither the bundle nor the
            machine has the Python that the packages are for.
    """
    bundle = read_bundle(path)
    bundle.require_fit()
    uv = bundle.unpack_uv()
    interpreter = find_engine_python(uv, bundle.python)
    if interpreter is None and not bundle.has_python:
        raise EngineInstallError(
            f"The bundle is for Python {bundle.python}, which is neither on this machine nor in the bundle.",
            f"Install Python {bundle.python}, or make the bundle for a version that is installed here "
            "(--python VERSION).",
        )
    environment = {**uv_environment(), "UV_OFFLINE": "1"}
    if bundle.has_python:
        environment["UV_PYTHON_CACHE_DIR"] = str(bundle.pythons)
    major, minor = (int(number) for number in bundle.python.split("."))
    packages = (
        "--no-index",
        "--find-links",
        str(bundle.wheels),
        "--require-hashes",
        "-r",
        str(bundle.requirements),
    )
    return _Recipe(uv, environment, interpreter, (major, minor), packages, bundle.needed_bytes)


def _make_environment(recipe: _Recipe, folder: Path, reporter: Reporter) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    wanted = ".".join(map(str, recipe.version))
    if recipe.interpreter is None:
        reporter.info(f"This machine has no suitable Python; downloading Python {wanted}.")
        fetch = ["python", "install", "--no-bin", wanted]
        run_uv(recipe.uv, fetch, reporter, "Fetching Python", recipe.environment)
    else:
        wanted = recipe.interpreter.path
        reporter.info(f"Building the engine with {wanted} in {folder}")
    make = ["venv", "--no-project", "--python", wanted, str(folder)]
    run_uv(recipe.uv, make, reporter, "Fetching Python", recipe.environment)


def _install_from_index(recipe: _Recipe, install: list[str], folder: Path, reporter: Reporter) -> None:
    """Try the PyTorch build for this machine's graphics card or processor first, then the default build."""
    stage = "Downloading packages"
    if "UV_TORCH_BACKEND" in recipe.environment:
        run_uv(recipe.uv, install, reporter, stage, recipe.environment)
        return
    try:
        run_uv(recipe.uv, [*install, "--torch-backend", "auto"], reporter, stage, recipe.environment)
    except UnreachableError as error:
        reporter.warning(
            "The index with PyTorch builds for this machine cannot be used; installing the default build, "
            "which may be larger."
        )
        reporter.debug(error.detail)
        if sys.platform.startswith("linux"):
            _require_space(folder, engine_bytes(is_large=True)[1])
        run_uv(recipe.uv, install, reporter, stage, recipe.environment)


def _require_space(folder: Path, needed_bytes: float) -> None:
    """Refuse if the disk has too little space; what an earlier run has written is subtracted."""
    done = max(folder_size(folder), folder_size(downloads()))  # they share files (hard links)
    require_free_space(folder, max(0.0, needed_bytes - done))


def _is_still_good(folder: Path, reporter: Reporter) -> bool:
    """Check a complete engine again; mark it for removal if it fails, to be rebuilt."""
    try:
        _mark_ready(folder, verify(str(python_in(folder)), reporter))
    except EngineInstallError as error:
        reporter.warning(f"{error.message} The engine will be rebuilt.")
        reporter.debug(error.detail)
        mark_for_removal(folder)
        return False
    return True


def _clear(reporter: Reporter) -> None:
    """Remove the engine of this TopPixel, in whatever state, and all downloads."""
    reporter.info("Removing the existing engine and all downloads.")
    fetched = [home() / name for name in _DOWNLOADED if (home() / name).is_dir()]
    for folder in (*home().glob(f"engine-{requirements_hash()}-py*"), *fetched):
        mark_for_removal(folder)
    _remove_marked()


def _mark_ready(folder: Path, facts: dict[str, Any]) -> None:
    with finished_file(folder / READY_MARK) as temporary:
        temporary.write_text(json.dumps({"facts": facts}, indent=1), encoding="utf-8")


def _require_home() -> None:
    """Make TopPixel's folder, or refuse one that cannot be written.

    Raises:
        OutputError: It cannot be made or written.
        DiskFullError: The disk is full.
    """
    try:
        home().mkdir(parents=True, exist_ok=True)
        (home() / LOCK_NAME).open("a").close()
    except OSError as error:
        explained = explain_os_error(error, home())
        raise type(explained)(explained.message, FOLDER_HINT) from error


def mark_for_removal(path: Path) -> None:
    """Rename a folder so that it is removed at the end, or by the next set-up.

    Raises:
        EngineInstallError: A job is using it.
    """
    try:
        path.rename(path.with_name(f"{_REMOVAL_PREFIX}{os.getpid()}-{path.name}"))
    except OSError as error:
        raise _in_use(path) from error


def _in_use(path: Path) -> CoreError:
    return EngineInstallError(
        f"'{path}' cannot be removed: it is in use.", "Wait until its jobs are finished."
    )


def _remove_marked() -> None:
    for path in home().glob(f"{_REMOVAL_PREFIX}*"):
        shutil.rmtree(path, ignore_errors=True)
