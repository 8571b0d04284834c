"""Events of a running job: one JSON object per line, ended by one terminal event."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Optional, Union

PROTOCOL_VERSION = 1


@dataclass(frozen=True)
class Hello:
    """The worker has started.

    Attributes:
        protocol: Version of this protocol.
        version: Version of TopPixel in the worker.
        pid: Process id of the worker.
    """

    event: ClassVar[str] = "hello"
    terminal: ClassVar[bool] = False
    protocol: int
    version: str
    pid: int


@dataclass(frozen=True)
class Log:
    """A sentence for the user.

    Attributes:
        level: ``info``, ``warning`` or ``debug``.
    """

    event: ClassVar[str] = "log"
    terminal: ClassVar[bool] = False
    text: str
    level: str = "info"


@dataclass(frozen=True)
class Progress:
    """Progress of the job.

    Attributes:
        done: Units done, from 0 to ``total``.
        total: Number of units; counted, not estimated.
        unit: What is counted, in the plural (``chips``, ``tiles``, ``MB``).
        stage: Current step, a phrase for the user.
        remaining_s: Estimated seconds to the end of the stage, if known.
    """

    event: ClassVar[str] = "progress"
    terminal: ClassVar[bool] = False
    done: float
    total: float
    unit: str
    stage: str
    remaining_s: Optional[float] = None


@dataclass(frozen=True)
class Training:
    """The training of a network starts or resumes; the metrics and pictures that follow belong to it.

    Attributes:
        loss: The loss text.
        seed: Seed of all random generators.
        epochs: Maximum number of epochs.
        classes: The class table as plain data (``ClassTable.to_list``).
    """

    event: ClassVar[str] = "training"
    terminal: ClassVar[bool] = False
    loss: str
    seed: int
    epochs: int
    classes: list[dict[str, Any]]


@dataclass(frozen=True)
class Metric:
    """A metric after an epoch.

    Attributes:
        name: ``train/loss``, ``validation/miou``, ``validation/iou/NAME`` of a class, or
            ``validation/best_epoch``: the best epoch so far.
        value: Its value.
        step: Epoch (from 1) of the value.
    """

    event: ClassVar[str] = "metric"
    terminal: ClassVar[bool] = False
    name: str
    value: float
    step: int


@dataclass(frozen=True)
class Picture:
    """A preview: a square of the validation set, the same throughout a training.

    Attributes:
        kind: ``image`` and ``truth``, sent once, or ``prediction``, sent after each epoch.
        png: A PNG of at most 384 x 384 pixels in Base64; all kinds have the same size.
        step: Epoch (from 1) after which it was predicted.
    """

    event: ClassVar[str] = "picture"
    terminal: ClassVar[bool] = False
    kind: str
    png: str
    step: int


PARTIAL = "partial"
"""Kind of an artifact that is not a file but a folder from which a job can resume."""


@dataclass(frozen=True)
class Artifact:
    """A complete file was written.

    Attributes:
        kind: ``model`` (during training: the best so far), ``report``, ``split``, ``raster``,
            ``confidence``, ``entropy``, ``probabilities``, ``mosaic``, ``polygons``, ``table`` or ``csv``;
            or ``PARTIAL``, for the folder of a partial map.
        path: Path of the file or folder.
    """

    event: ClassVar[str] = "artifact"
    terminal: ClassVar[bool] = False
    kind: str
    path: str


@dataclass(frozen=True)
class Result:
    """The job has succeeded.

    Attributes:
        values: Results by name; paths as text.
    """

    event: ClassVar[str] = "result"
    terminal: ClassVar[bool] = True
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Cancelled:
    """The job stopped because its caller cancelled it; no half-written file is left."""

    event: ClassVar[str] = "cancelled"
    terminal: ClassVar[bool] = True


@dataclass(frozen=True)
class Error:
    """The job failed.

    Attributes:
        code: Code of a ``CoreError``.
        message: What is wrong, for the user.
        hint: What to do.
        detail: Traceback or the like, for the log.
    """

    event: ClassVar[str] = "error"
    terminal: ClassVar[bool] = True
    code: str
    message: str
    hint: str = ""
    detail: str = ""


Event = Union[Hello, Log, Progress, Training, Metric, Picture, Artifact, Result, Cancelled, Error]

_KINDS = {
    kind.event: kind
    for kind in (Hello, Log, Progress, Training, Metric, Picture, Artifact, Result, Cancelled, Error)
}


def encode_event(event: Event) -> str:
    """One event as one line of JSON, ASCII only, without the line end."""
    return json.dumps({"event": event.event, **asdict(event)})


def decode_event(line: str) -> Optional[Event]:
    """The event in a line of the worker's output; None for other lines (a library's print, a half line)."""
    try:
        fields = json.loads(line)
    except ValueError:
        return None
    if not isinstance(fields, dict):
        return None
    kind = _KINDS.get(str(fields.pop("event", None)))
    if kind is None:
        return None
    try:
        return kind(**fields)
    except TypeError:
        return None


def encode_request(job_name: str, settings: dict[str, Any]) -> str:
    """The first line that a worker reads: the name of the job and its settings."""
    return json.dumps({"protocol": PROTOCOL_VERSION, "job": job_name, "settings": settings})


CANCEL_REQUEST = json.dumps({"cancel": True})
