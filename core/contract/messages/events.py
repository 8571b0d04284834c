"""What a running job tells its caller: one JSON object per line, ended by one terminal event."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Optional, Union

PROTOCOL_VERSION = 1


@dataclass(frozen=True)
class Hello:
    """The worker is there.

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
        text: The sentence.
        level: ``info``, ``warning`` or ``debug``.
    """

    event: ClassVar[str] = "log"
    terminal: ClassVar[bool] = False
    text: str
    level: str = "info"


@dataclass(frozen=True)
class Progress:
    """How far the job is.

    Attributes:
        done: Units done, from 0 to ``total``.
        total: Units in all; counted, never guessed.
        unit: What is counted, in the plural (``chips``, ``tiles``, ``MB``).
        stage: What is being done now, a phrase for the user.
        remaining_s: Estimated seconds to the end of the job, if known.
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
    """A network begins to learn, or goes on; the metrics and pictures that follow are its own.

    Attributes:
        loss: What it learns by, as a text.
        seed: Of all that is drawn at random.
        epochs: Epochs it will have at most.
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
    """A number that is followed over time.

    Attributes:
        name: ``train/loss``, ``validation/miou``, ``validation/iou/NAME`` of a class, or
            ``validation/best_epoch``: the epoch whose weights would be kept now.
        value: Its value now.
        step: Epoch (from 1) the value belongs to.
    """

    event: ClassVar[str] = "metric"
    terminal: ClassVar[bool] = False
    name: str
    value: float
    step: int


@dataclass(frozen=True)
class Picture:
    """One place of the validation area, which stays the same during a training.

    Attributes:
        kind: ``image`` and ``truth``, which come once, or ``prediction``, which comes after each epoch.
        png: A PNG of at most 384 x 384 pixels in Base64; all kinds have the same size.
        step: Epoch (from 1) after which it was made.
    """

    event: ClassVar[str] = "picture"
    terminal: ClassVar[bool] = False
    kind: str
    png: str
    step: int


UNFINISHED = "partial"
"""Kind of an artifact that is no file but a folder that a job can go on from."""


@dataclass(frozen=True)
class Artifact:
    """A file is there, whole.

    Attributes:
        kind: ``model`` (also while training goes on: the best so far), ``report``, ``split``, ``raster``,
            ``confidence``, ``entropy``, ``probabilities``, ``mosaic``, ``polygons``, ``table`` or ``csv``;
            or ``UNFINISHED``, for a folder that holds what is classified so far while a map is made.
        path: Where it lies.
    """

    event: ClassVar[str] = "artifact"
    terminal: ClassVar[bool] = False
    kind: str
    path: str


@dataclass(frozen=True)
class Result:
    """The job is done.

    Attributes:
        values: What the job gives back, by name; paths as text.
    """

    event: ClassVar[str] = "result"
    terminal: ClassVar[bool] = True
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Cancelled:
    """The job stopped because its caller asked for it; nothing half-written is left."""

    event: ClassVar[str] = "cancelled"
    terminal: ClassVar[bool] = True


@dataclass(frozen=True)
class Error:
    """The job failed.

    Attributes:
        code: Stable code of the failure (``core.contract.messages.errors``).
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
    """The event that a line holds.

    Args:
        line: One line of the worker's output.

    Returns:
        The event, or None when the line is anything else (a library's print, a half line).
    """
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
    """The first line a worker reads: which job to do, with which settings."""
    return json.dumps({"protocol": PROTOCOL_VERSION, "job": job_name, "settings": settings})


CANCEL_REQUEST = json.dumps({"cancel": True})
