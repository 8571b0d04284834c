"""What a comparison keeps in its folder: models and scores of finished runs, so that it can go on."""

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
"""Characters of a loss text in a file's name; paths on Windows have 260 in all."""


class ComparisonFolder:
    """The folder of a comparison.

    Args:
        job: Where it is.
        identity: Settings and data that its runs share.

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
        """Where the model of a run lies."""
        return self._run_path(loss, seed, ".safetensors")

    def finished(self, loss: str, seed: int) -> RunResult | None:
        """The result of a run, None if it has not come to its end."""
        return _read_result(self._run_path(loss, seed, RESULT_ENDING))

    def all_finished(self) -> list[RunResult]:
        """The results of all runs that were ever finished here, by loss and seed."""
        files = self._path.glob(f"*{RESULT_ENDING}")
        results = [result for file in files if (result := _read_result(file))]
        return sorted(results, key=lambda run: (run.loss, run.seed))

    def keep(self, result: RunResult) -> None:
        """Write the result of a run, which marks it as finished; its model must be there already."""
        stored = asdict(result)
        stored["matrix"] = None if result.matrix is None else result.matrix.tolist()
        _write_json(self._run_path(result.loss, result.seed, RESULT_ENDING), stored)

    def _run_path(self, loss: str, seed: int, suffix: str) -> Path:
        """The loss text is the name, without what Windows does not allow in one, and not too long for it."""
        name = loss.replace(" ", "").replace("*", "x")
        if len(name) > LONGEST_NAME:
            name = f"{name[:LONGEST_NAME]}… {hashlib.sha256(name.encode()).hexdigest()[:8]}"
        return self._path / f"{name} seed {seed}{suffix}"

    def _require_same(self, stored: Mapping[str, Any], identity: Mapping[str, Any]) -> None:
        differing = difference(CompareJob, stored, identity)
        if differing:
            raise SettingsError(
                f"The folder '{self._path}' holds a comparison with {differing}.",
                "Choose another folder, or the data and settings of before.",
            )


def _read_result(file: Path) -> RunResult | None:
    """A result; None if it is not there, or damaged: then its run is done again."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        matrix = stored.pop("matrix")
        return RunResult(matrix=None if matrix is None else np.array(matrix, dtype=np.int64), **stored)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    with finished_file(path) as partial:
        partial.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
