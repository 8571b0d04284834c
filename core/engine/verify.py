"""The check that an engine works: the job ``check`` run in it, remembered until something changes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Optional

from ..contract.jobs.check import CheckJob
from ..contract.messages.errors import CoreError, EngineInstallError, JobCancelledError
from ..contract.messages.events import Event, Log, Progress
from ..contract.messages.reporter import Reporter
from ..files.atomic import finished_file
from .client import run_job
from .locations import home, requirements_hash


def verify(python: str, reporter: Reporter, entry: Optional[Path] = None) -> dict[str, Any]:
    """Check that a Python can run the jobs.

    Args:
        python: Path of the Python.
        reporter: Cancelling it ends the check.
        entry: As for ``run_job``.

    Returns:
        Findings: versions, device and the like.

    Raises:
        EngineInstallError: It cannot; the message says why.
        JobCancelledError: It was cancelled.
    """

    def forward(event: Event) -> None:
        if isinstance(event, Log):
            reporter.debug(event.text)
        elif isinstance(event, Progress):
            reporter.progress(event.done, event.total, event.unit, event.stage)

    reporter.info("Checking the engine.")
    try:
        return run_job(python, CheckJob(), forward, lambda: reporter.is_cancelled, entry)
    except JobCancelledError:
        raise
    except CoreError as error:
        raise EngineInstallError(
            f"The engine's check failed in '{python}': {error.message}", error.hint, error.detail
        ) from error


def remember_check(python: str, facts: dict[str, Any]) -> None:
    """Store the findings of a check, for a Python that TopPixel has not built.

    Raises:
        OutputError: TopPixel's folder cannot be written.
    """
    path = _record(python)
    path.parent.mkdir(parents=True, exist_ok=True)
    with finished_file(path) as temporary:
        temporary.write_text(json.dumps({"key": _key(python), "facts": facts}), encoding="utf-8")


def recall_check(python: str) -> Optional[dict[str, Any]]:
    """Findings of the last check of a Python; None if it or TopPixel's packages have changed since."""
    try:
        record = json.loads(_record(python).read_text(encoding="utf-8"))
        return dict(record["facts"]) if record["key"] == _key(python) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _key(python: str) -> list[str]:
    return [python, str(Path(python).stat().st_mtime_ns), requirements_hash()]


def _record(python: str) -> Path:
    name = hashlib.sha256(python.encode()).hexdigest()[:12]
    return home() / "checks" / f"{name}.json"
