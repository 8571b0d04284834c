"""The engine's interface to the rest of the program: find, check, set up, query and remove it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..contract.messages.errors import EngineMissingError, OutputError
from ..contract.messages.reporter import Reporter
from .install import build_engine, ready_facts, remove_engines
from .locations import READY_MARK, folder_size, home, python_in, ready_engines
from .source import PackageSource
from .verify import recall_check, remember_check, verify

PYTHON_VARIABLE = "TOPPIXEL_PYTHON"


@dataclass(frozen=True)
class EngineStatus:
    """What is known about an engine without starting it.

    Attributes:
        python: Path of its Python.
        location: Its folder.
        is_own: Whether TopPixel has built it; otherwise it is the user's own Python.
        facts: Findings of its last check (versions, device); empty if there was none.
    """

    python: str
    location: str
    is_own: bool
    facts: dict[str, Any]

    @property
    def size_bytes(self) -> int:
        """Size of the folder; slow, since it reads the size of every file."""
        return folder_size(Path(self.location))


def find_engine(setting: str = "") -> str:
    """Path of the engine's Python: the setting, else ``TOPPIXEL_PYTHON``, else the engine that was set up.

    Cheap enough for a dialog: nothing is started.

    Args:
        setting: Path of a Python that the user has chosen in the plugin's settings; may be empty.

    Raises:
        EngineMissingError: There is none, or the chosen one is missing.
    """
    chosen = _chosen_python(setting)
    if chosen is not None:
        return chosen
    ready = sorted(ready_engines(), key=lambda folder: (folder / READY_MARK).stat().st_mtime)
    for folder in reversed(ready):
        if python_in(folder).exists():
            _Seen.folder = folder
            return str(python_in(folder))
    raise EngineMissingError(
        _why_missing(), "Run the algorithm 'Set up engine' first (in a terminal: core engine install)."
    )


def checked_engine(reporter: Reporter, setting: str = "") -> str:
    """Path of the engine's Python, checked to work; for the start of a job.

    An engine built by TopPixel was checked at the end of its set-up. A Python of the user's own is checked
    the first time, and whenever it or TopPixel's packages have changed.

    Args:
        reporter: Reports the check.
        setting: As for ``find_engine``.

    Raises:
        EngineMissingError: There is none.
        EngineInstallError: It does not work.
        JobCancelledError: The check was cancelled.
    """
    python = find_engine(setting)
    if _chosen_python(setting) is not None and recall_check(python) is None:
        facts = verify(python, reporter)
        try:
            remember_check(python, facts)
        except OutputError as error:  # a read-only folder: then it is checked each time
            reporter.debug(str(error))
    return python


def install_engine(
    reporter: Reporter, setting: str = "", source: Optional[PackageSource] = None, *, anew: bool = False
) -> str:
    """Set up the engine, or check the user's own Python if one is chosen; return the path of the Python.

    Args:
        reporter: Cancelling it ends the run.
        setting: As for ``find_engine``.
        source: Where packages come from; from the environment when left out.
        anew: Whether to repair: to build from scratch, whatever exists.

    Raises:
        CoreError: As ``build_engine`` and ``verify``.
    """
    chosen = _chosen_python(setting)
    if chosen is None:
        return str(build_engine(reporter, source, anew=anew))
    remember_check(chosen, verify(chosen, reporter))
    reporter.info(f"The engine is your own Python: {chosen}")
    return chosen


def engine_status(setting: str = "") -> EngineStatus:
    """What is known about the engine without starting it.

    Args:
        setting: As for ``find_engine``.

    Raises:
        EngineMissingError: There is none.
    """
    python = find_engine(setting)
    folder = Path(python).parents[1]
    is_own = _chosen_python(setting) is None
    facts = ready_facts(folder) if is_own else recall_check(python) or {}
    return EngineStatus(python, str(folder), is_own, facts)


def has_engine_of_another_version() -> bool:
    """Whether there is a complete engine with the packages of another version of TopPixel."""
    return any(folder not in ready_engines() for folder in _finished_engines())


def remove_engine() -> list[Path]:
    """Remove everything that TopPixel has set up and downloaded, and return the folders removed.

    A Python of the user's own stays.

    Raises:
        EngineInstallError: An installation is under way, or an engine is in use.
    """
    _Seen.folder = None
    return remove_engines()


class _Seen:
    """The last engine that this process has found."""

    folder: Optional[Path] = None


def _chosen_python(setting: str) -> Optional[str]:
    """Absolute path of the Python that the user has chosen, or None. Links are kept: they are environments.

    Raises:
        EngineMissingError: It is missing.
    """
    for text, origin in (
        (setting, "The plugin's setting"),
        (os.environ.get(PYTHON_VARIABLE, ""), PYTHON_VARIABLE),
    ):
        if not text.strip():
            continue
        path = Path(text.strip()).expanduser().absolute()
        if not path.is_file() or not os.access(path, os.X_OK):
            raise EngineMissingError(
                f"{origin} names '{text.strip()}' as the engine's Python, and there is no such program.",
                "Correct it, or leave it empty and run 'Set up engine'.",
            )
        return str(path)
    return None


def _finished_engines() -> list[Path]:
    """Folders of complete engines, of any version of TopPixel."""
    return [mark.parent for mark in home().glob(f"engine-*/{READY_MARK}")]


def _why_missing() -> str:
    if _Seen.folder is not None and not _Seen.folder.exists() and _Seen.folder.parent == home():
        return f"The engine was removed: '{_Seen.folder}' is missing."
    if _finished_engines():
        return "The engine on this machine belongs to another version of TopPixel."
    if any(home().glob("engine-*")):
        return "The set-up of the engine was not completed."
    return "The engine is not set up yet."
