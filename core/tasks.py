"""The function that runs each job, imported only when the job runs."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Callable
from typing import Any, cast

from .allocator import keep_freed_memory
from .contract.jobs.job import Job
from .contract.messages.errors import EngineMissingError
from .contract.messages.reporter import Reporter

Task = Callable[[Job, Reporter], dict[str, Any]]

TASKS: dict[str, str] = {
    "train": "training.train:train",
    "statistics": "audit.statistics:statistics",
    "classify": "inference.classify:classify",
    "classifymany": "inference.classify_many:classify_many",
    "vectorize": "geodata.vectorize.vectorize:vectorize",
    "compare": "training.compare.compare:compare",
    "check": "models.selfcheck:check",
}
"""``module:function`` below this package, by the name of the job."""


def load_task(job_name: str) -> Task:
    """Import the function that runs a job, given by a name in ``JOBS``.

    Raises:
        EngineMissingError: This Python lacks a package of the engine, or a package does not load.
    """
    keep_freed_memory()
    module_name, function_name = TASKS[job_name].split(":")
    try:
        module = importlib.import_module(f".{module_name}", __package__)
    except (ImportError, OSError) as error:  # OSError: a library of torch that Windows cannot load
        raise EngineMissingError(
            f"This Python ({sys.executable}) cannot load what the job needs: {error}.",
            "Use the engine's Python ('core engine path' prints it; 'core engine install' sets it up).",
            traceback.format_exc(),
        ) from error
    return cast("Task", getattr(module, function_name))
