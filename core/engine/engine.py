"""The engine as the rest of the program sees it: find it, set it up, ask after it, remove it."""

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
    """What is known of an engine without starting it.

    Attributes:
        python: Its Python.
        location: Its folder.
        is_own: Whether TopPixel has built it; else it is the user's own Python.
        facts: What its last check found (versions, device); empty if there was none.
    """

    python: str
    location: str
    is_own: bool
    facts: dict[str, Any]

    @property
    def size_bytes(self) -> int:
        """Size of the folder; looks at every file."""
        return folder_size(Path(self.location))


def find_engine(setting: str = "") -> str:
    """The engine's Python: the setting's, else that of ``TOPPIXEL_PYTHON``, else the one set up.

    Cheap enough for a dialog: nothing is started.

    Args:
        setting: Path of a Python that the user has chosen in the plugin's settings; may be empty.

    Returns:
        Its path.

    Raises:
        EngineMissingError: There is none, or the chosen one is not there.
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
    """The engine's Python, proven to work: for the start of a job.

    The engine set up was checked then; a Python of the user's own is checked the first time and whenever it
    or TopPixel's packages have changed.

    Args:
        reporter: Takes what the check says.
        setting: As for ``find_engine``.

    Returns:
        Its path.

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
        except OutputError as error:  # a read-only folder: checked each time, then
            reporter.debug(str(error))
    return python


def install_engine(
    reporter: Reporter, setting: str = "", source: Optional[PackageSource] = None, *, anew: bool = False
) -> str:
    """Set up the engine; where the user has chosen a Python of their own, check that one instead.

    Args:
        reporter: Takes sentences and progress; its cancel ends the run.
        setting: As for ``find_engine``.
        source: Where packages come from; as the environment says when left out.
        anew: Whether to repair: to build from nothing, whatever is there.

    Returns:
        The engine's Python.

    Raises:
        CoreError: One of the leaves that ``build_engine`` and ``verify`` name.
    """
    chosen = _chosen_python(setting)
    if chosen is None:
        return str(build_engine(reporter, source, anew=anew))
    remember_check(chosen, verify(chosen, reporter))
    reporter.info(f"The engine is your own Python: {chosen}")
    return chosen


def engine_status(setting: str = "") -> EngineStatus:
    """What is known of the engine without starting it.

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
    """Whether a finished engine is here whose packages are not those of this TopPixel."""
    return any(folder not in ready_engines() for folder in _finished_engines())


def remove_engine() -> list[Path]:
    """Remove all that TopPixel has set up and fetched; a Python of the user's own stays.

    Returns:
        The folders removed.

    Raises:
        EngineInstallError: An installation is under way, or an engine is in use.
    """
    _Seen.folder = None
    return remove_engines()


class _Seen:
    """The engine that this process has found last."""

    folder: Optional[Path] = None


def _chosen_python(setting: str) -> Optional[str]:
    """The Python that the user has chosen, as an absolute path with its links kept, or None.

    Raises:
        EngineMissingError: It is not there.
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
    """Folders of finished engines, whatever their packages."""
    return [mark.parent for mark in home().glob(f"engine-*/{READY_MARK}")]


def _why_missing() -> str:
    if _Seen.folder is not None and not _Seen.folder.exists() and _Seen.folder.parent == home():
        return f"The engine is gone: somebody has removed '{_Seen.folder}'."
    if _finished_engines():
        return "The engine on this machine belongs to another version of TopPixel."
    if any(home().glob("engine-*")):
        return "The engine's set-up was not finished."
    return "The engine is not set up yet."
