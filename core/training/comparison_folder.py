"""What a comparison keeps in its folder: models, maps and scores of finished runs, so that it can go on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ..contract.errors import SettingsError
from ..contract.jobs import CompareJob
from ..contract.outputs import finished_file
from ..evaluation.comparison import RunResult
from .identity import difference

IDENTITY_FILE = "comparison.json"


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
        file = self._run_path(loss, seed, ".json")
        if not file.exists():
            return None
        stored = json.loads(file.read_text(encoding="utf-8"))
        matrix = stored.pop("matrix")
        return RunResult(matrix=None if matrix is None else np.array(matrix, dtype=np.int64), **stored)

    def read_map(self, loss: str, seed: int) -> np.ndarray | None:
        """What a run made of the place that is shown, uint8 (H, W) of class indices; None if it failed."""
        file = self._run_path(loss, seed, ".npy")
        return np.load(file, allow_pickle=False) if file.exists() else None

    def keep(self, result: RunResult, preds: np.ndarray | None) -> None:
        """Write the result of a run; its last file marks it as finished.

        Args:
            result: The result; its model must be there already.
            preds: What it made of the place that is shown, uint8 (H, W); None if it failed.
        """
        if preds is not None:
            with finished_file(self._run_path(result.loss, result.seed, ".npy")) as partial:
                np.save(partial, preds, allow_pickle=False)
        stored = asdict(result)
        stored["matrix"] = None if result.matrix is None else result.matrix.tolist()
        _write_json(self._run_path(result.loss, result.seed, ".json"), stored)

    def _run_path(self, loss: str, seed: int, suffix: str) -> Path:
        """The loss text is the name, without what Windows does not allow in one."""
        return self._path / f"{loss.replace(' ', '').replace('*', 'x')} seed {seed}{suffix}"

    def _require_same(self, stored: Mapping[str, Any], identity: Mapping[str, Any]) -> None:
        differing = difference(CompareJob, stored, identity)
        if differing:
            raise SettingsError(
                f"The folder '{self._path}' holds a comparison with {differing}.",
                "Choose another folder, or the data and settings of before.",
            )


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    with finished_file(path) as partial:
        partial.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
