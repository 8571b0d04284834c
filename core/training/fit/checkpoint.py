"""The checkpoint of a training, written after each epoch: a resumed training ends bit for bit the same."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import OutputError, SettingsError
from ...contract.messages.reporter import Reporter
from ...files.atomic import discard_abandoned, finished_file
from ...files.lock import exclusive_lock
from ..data.identity import difference
from .learner import Learner, part_of
from .run import Epoch, Outcome

HEADER = "toppixel-checkpoint"

ENDING = ".checkpoint"
PREVIOUS_ENDING = ".checkpoint-before"


@contextlib.contextmanager
def claimed(model: str) -> Iterator[None]:
    """Lock a model file for the length of a block: no two trainings write the same one.

    Raises:
        OutputError: Another training writes it; the message has its process id.
    """

    def refuse(process: str) -> OutputError:
        return OutputError(
            f"'{model}' is being trained right now by another process ({process}).",
            "Wait until it is finished, or write the model under another name.",
        )

    lock = Path(model).with_name(f".{Path(model).stem}.lock")
    with exclusive_lock(lock, refuse):
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # Windows removes no file that is open
                lock.unlink()


class Checkpoint:
    """The checkpoint of a training, beside its model; the previous one is kept in case it is damaged.

    It holds network, best weights, optimiser, learning-rate schedule, scaler and history, as tensors and
    JSON: reading it can run no code. It needs no random state: each epoch draws from the job's seed and its
    own number alone.

    Args:
        model: Path of the model file.
        identity: Settings and data that a checkpoint must agree with; see ``identity_of``.
        reporter: Receives a warning for each damaged checkpoint.

    Attributes:
        epochs: Finished epochs in the checkpoint last saved or loaded; 0 for none.
    """

    def __init__(self, model: str, identity: Mapping[str, Any], reporter: Reporter) -> None:
        self._path = Path(model).with_suffix(ENDING)
        self._previous = Path(model).with_suffix(PREVIOUS_ENDING)
        self._identity = identity
        self._reporter = reporter
        self.epochs = 0

    def save(self, outcome: Outcome, learner: Learner) -> None:
        """Write the state at the end of an epoch.

        Raises:
            DiskFullError: The disk is full; the checkpoint of the previous epoch is untouched.
            OutputError: The file cannot be written.
        """
        tensors, numbers = learner.state()
        tensors.update({f"best/{name}": tensor for name, tensor in outcome.state.items()})
        header = {
            "identity": self._identity,
            "history": [_plain_epoch(epoch) for epoch in outcome.history],
            "best": outcome.best.number,
            "learner": numbers,
        }
        content = save(
            {name: _plain(tensor) for name, tensor in tensors.items()}, {HEADER: json.dumps(header)}
        )
        with finished_file(self._path) as partial:
            partial.write_bytes(content)
            if self._path.exists():
                self._path.replace(self._previous)
        self.epochs = len(outcome.history)

    def load(self, learner: Learner) -> Outcome | None:
        """Restore the last epoch that was saved.

        Args:
            learner: Changed in place; its schedule must have been started (``plan_steps``).

        Returns:
            All epochs so far; None if there is no checkpoint.

        Raises:
            SettingsError: The checkpoint is of a training on other data, with other settings, or of another
                version.
        """
        for path in (self._path, self._previous):
            if not path.exists():
                continue
            try:
                header, tensors = _read(path)
            except (OSError, SafetensorError, ValueError, KeyError) as error:
                self._reporter.warning(f"The checkpoint '{path.name}' is damaged and is ignored.")
                self._reporter.debug(str(error))
                continue
            self._require_same(path, header["identity"])
            try:
                outcome = _restore(header, tensors, learner)
            except (KeyError, RuntimeError) as error:
                raise SettingsError(
                    f"'{path}' is of another version of TopPixel or its engine.",
                    "Write the model under another name, or delete that file to start over.",
                    detail=str(error),
                ) from error
            self.epochs = len(outcome.history)
            return outcome
        return None

    def remove(self) -> None:
        """Remove both checkpoints of a finished training, and partial files of killed processes."""
        discard_abandoned(self._path)
        for path in (self._path, self._previous):
            with contextlib.suppress(OSError):  # harmless: the training is finished in it, too
                path.unlink(missing_ok=True)

    def _require_same(self, path: Path, stored: Mapping[str, Any]) -> None:
        differing = difference(TrainJob, stored, self._identity)
        if differing:
            raise SettingsError(
                f"'{path}' belongs to a training with {differing}.",
                "Resume with its settings, write the model under another name, or delete that file.",
            )


def _restore(header: Mapping[str, Any], tensors: Mapping[str, Tensor], learner: Learner) -> Outcome:
    learner.restore(tensors, header["learner"])
    history = tuple(_epoch(row) for row in header["history"])
    return Outcome(history, history[header["best"] - 1], part_of(tensors, "best/"))


def _read(path: Path) -> tuple[dict[str, Any], dict[str, Tensor]]:
    with safe_open(path, framework="pt", device="cpu") as file:
        header: dict[str, Any] = json.loads(file.metadata()[HEADER])
        return header, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping


def _plain(tensor: Tensor) -> Tensor:
    """A contiguous copy in main memory; safetensors stores no shared memory."""
    return tensor.detach().cpu().clone(memory_format=torch.contiguous_format)


def _plain_epoch(epoch: Epoch) -> dict[str, Any]:
    row = asdict(epoch)
    row["matrix"] = None if epoch.matrix is None else epoch.matrix.tolist()
    return row


def _epoch(row: dict[str, Any]) -> Epoch:
    matrix = row.pop("matrix")
    return Epoch(**row, matrix=None if matrix is None else np.array(matrix, dtype=np.int64))
