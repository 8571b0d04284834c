"""What a comparison keeps in its folder: models, maps and scores of finished runs, so that it can go on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ..contract.errors import SettingsError
from ..contract.job import describe
from ..contract.jobs import CompareJob
from ..contract.outputs import finished_file
from ..evaluation.comparison import RunResult
from .preparation import TrainingData

FREE_SETTINGS = (
    "losses", "seeds", "folder", "table", "report", "chosen_class", "device",
    "input", "labels", "class_field", "unlabelled", "area", "test_area", "class_names", "class_colours",
)  # fmt: skip
"""Settings that may change from one call to the next: they change no run, or only through the data, which
has an identity of its own."""

IDENTITY_FILE = "comparison.json"


class ComparisonFolder:
    """The folder of a comparison.

    Args:
        job: Where it is, and the settings that its runs share.
        data_identity: Hash of the prepared data.

    Raises:
        SettingsError: The folder holds a comparison of other data or with other settings.
        OutputError: The folder cannot be written.
    """

    def __init__(self, job: CompareJob, data_identity: str) -> None:
        self._path = Path(job.folder)
        identity = {
            "data": data_identity,
            "settings": {k: v for k, v in job.to_settings().items() if k not in FREE_SETTINGS},
        }
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
        if stored["data"] != identity["data"]:
            raise SettingsError(
                f"The folder '{self._path}' holds a comparison on other data.",
                "Choose another folder, or the rasters, labels and areas of before.",
            )
        old, new = stored["settings"], identity["settings"]
        changed = [
            f"{describe(CompareJob, name).label} ({old.get(name)}, now {new[name]})"
            for name in new
            if new[name] != old.get(name)
        ]
        if changed:
            raise SettingsError(
                f"The folder '{self._path}' holds a comparison with other settings: {', '.join(changed)}.",
                "Choose another folder, or the settings of before.",
            )


def data_identity(data: TrainingData, test_pixels: np.ndarray) -> str:
    """A hash of what the networks get to see, whatever files it came from.

    Args:
        data: The prepared data.
        test_pixels: Pixels of each class in the test area, (C,).

    Returns:
        Hexadecimal digits.
    """
    digest = hashlib.sha256()
    digest.update(json.dumps([asdict(entry) for entry in data.classes]).encode())
    digest.update(json.dumps([asdict(band) for band in data.bands]).encode())
    for counts in (*data.index.counts, test_pixels):
        digest.update(np.ascontiguousarray(counts, dtype=np.int64).tobytes())
    return digest.hexdigest()


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    with finished_file(path) as partial:
        partial.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
