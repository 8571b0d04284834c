"""The folder of a comparison: models and scores of finished runs, by which it can be resumed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ...contract.jobs.compare import CompareJob
from ...contract.messages.errors import SettingsError
from ...evaluation.comparison import RunResult
from ...files.atomic import finished_file
from ..data.identity import difference

IDENTITY_FILE = "comparison.json"

RESULT_ENDING = ".result.json"

LONGEST_NAME = 60
"""Most characters of a loss text in a file name; paths on Windows have at most 260 in all."""


class ComparisonFolder:
    """Stores the runs of a comparison.

    Args:
        job: Gives the folder.
        identity: Settings and data that all runs share; see ``identity_of``.

    Raises:
        SettingsError: The folder holds a comparison of other data or with other settings.
        OutputError: The folder cannot be written.
    """

    def __init__(self, job: CompareJob, identity: Mapping[str, Any]) -> None:
        self._path = Path(job.folder)
        file = self._path / IDENTITY_FILE
        if file.exists():
            self._require_same(json.loads(file.read_text(encoding="utf-8")), identity)
        else:
            _write_json(file, identity)

    def model_path(self, loss: str, seed: int) -> Path:
        """Path of the model of a run."""
        return self._run_path(loss, seed, ".safetensors")

    def finished(self, loss: str, seed: int) -> RunResult | None:
        """The result of a run; None if it is not finished."""
        return _read_result(self._run_path(loss, seed, RESULT_ENDING))

    def all_finished(self) -> list[RunResult]:
        """The results of all finished runs in the folder, sorted by loss and seed."""
        files = self._path.glob(f"*{RESULT_ENDING}")
        results = [result for file in files if (result := _read_result(file))]
        return sorted(results, key=lambda run: (run.loss, run.seed))

    def save(self, result: RunResult) -> None:
        """Write the result of a run, which marks it as finished; its model must have been saved."""
        stored = asdict(result)
        stored["matrix"] = None if result.matrix is None else result.matrix.tolist()
        _write_json(self._run_path(result.loss, result.seed, RESULT_ENDING), stored)

    def _run_path(self, loss: str, seed: int, suffix: str) -> Path:
        """A file named by the loss text, without characters that Windows refuses, and shortened."""
        name = loss.replace(" ", "").replace("*", "x")
        if len(name) > LONGEST_NAME:
            name = f"{name[:LONGEST_NAME]}… {hashlib.sha256(name.encode()).hexdigest()[:8]}"
        return self._path / f"{name} seed {seed}{suffix}"

    def _require_same(self, stored: Mapping[str, Any], identity: Mapping[str, Any]) -> None:
        differing = difference(CompareJob, stored, identity)
        if differing:
            raise SettingsError(
                f"The folder '{self._path}' holds a comparison with {differing}.",
                "Choose another folder, or the same data and settings as before.",
            )


def _read_result(file: Path) -> RunResult | None:
    """A result; None if it is missing or damaged: its run is then repeated."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        matrix = stored.pop("matrix")
        return RunResult(matrix=None if matrix is None else np.array(matrix, dtype=np.int64), **stored)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    with finished_file(path) as partial:
        partial.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
