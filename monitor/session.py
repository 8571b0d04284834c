"""The state of a job in the monitor: its progress, and the course of each training in it. No Qt."""

from __future__ import annotations

import base64
import time
from pathlib import Path
from typing import Optional, Union

from ..core.contract.classes import ClassTable
from ..core.contract.jobs.compare import CompareJob
from ..core.contract.jobs.train import TrainJob
from ..core.contract.messages.events import Event, Metric, Picture, Progress, Training
from .curve import Curve

TRAINING_JOBS = (TrainJob, CompareJob)
TrainingJob = Union[TrainJob, CompareJob]

IOU = "validation/iou/"


class Course:
    """The course of one training.

    Attributes:
        session: The job that it is a part of.
        began: The event of its start; None while the data are prepared.
        classes: Its class table; empty before its start.
        loss: Training loss.
        miou: Mean IoU on the validation set.
        ious: IoU of each class on the validation set, by name.
        best_epoch: Best epoch so far; None without validation.
        pictures: PNG of ``image``, ``truth`` and ``prediction``, as far as received.
        picture_epoch: Epoch of the prediction.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.began: Optional[Training] = None
        self.classes = ClassTable(())
        self.loss = Curve()
        self.miou = Curve()
        self.ious: dict[str, Curve] = {}
        self.best_epoch: Optional[int] = None
        self.pictures: dict[str, bytes] = {}
        self.picture_epoch = 0

    @property
    def title(self) -> str:
        """Time of the start, name of the model, and loss."""
        text = f"{self.session.started}  {self.session.name}"
        if self.began is None:
            return text
        seed = f", seed {self.began.seed}" if isinstance(self.session.job, CompareJob) else ""
        return f"{text}: {self.began.loss}{seed}"

    @property
    def is_running(self) -> bool:
        """Whether more events will come."""
        return self.session.end is None and self.session.courses[-1] is self

    @property
    def epochs_done(self) -> int:
        """Number of the newest epoch, 0 before the first has ended."""
        return self.loss.epochs[-1] if self.loss else 0

    def begin(self, event: Training) -> None:
        """Process the start of the training."""
        self.began = event
        self.classes = ClassTable.from_list(event.classes)
        self.ious = {name: Curve() for name in self.classes.names}

    def add(self, event: Union[Metric, Picture]) -> None:
        """Process a metric or a picture; unknown metrics are ignored."""
        if isinstance(event, Picture):
            self._add_picture(event)
        elif event.name == "validation/best_epoch":
            self.best_epoch = int(event.value)
        else:
            curve = self._curve(event.name)
            if curve is not None:
                curve.add(event.step, event.value)

    def _curve(self, name: str) -> Optional[Curve]:
        if name.startswith(IOU):
            return self.ious.get(name[len(IOU) :])
        return {"train/loss": self.loss, "validation/miou": self.miou}.get(name)

    def _add_picture(self, event: Picture) -> None:
        self.pictures[event.kind] = base64.b64decode(event.png)
        if event.kind == "prediction":
            self.picture_epoch = event.step


class Session:
    """A training job, from its events.

    Attributes:
        job: *Train segmentation model* or *Compare losses*.
        started: Time of day.
        name: Name of the model, or of the comparison's folder.
        courses: One for each trained network; a comparison has several. Never empty.
        progress: Newest progress; None at first.
        end: Terminal event; None while it is running.
    """

    def __init__(self, job: TrainingJob) -> None:
        self.job = job
        self.started = time.strftime("%H:%M")
        self.name = Path(job.folder).name if isinstance(job, CompareJob) else Path(job.model).stem
        self.courses = [Course(self)]
        self.progress: Optional[Progress] = None
        self.end: Optional[Event] = None

    def add(self, event: Event) -> None:
        """Process an event."""
        if event.terminal:
            self.end = event
        elif isinstance(event, Progress):
            self.progress = event
        elif isinstance(event, Training):
            if self.courses[-1].began is not None:
                self.courses.append(Course(self))
            self.courses[-1].begin(event)
        elif isinstance(event, (Metric, Picture)):
            self.courses[-1].add(event)
