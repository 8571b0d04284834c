"""What the algorithms share that hand a job to the engine: plan it, check it, run it, show what it says."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Optional, Union
from weakref import WeakSet

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingProvider,
)
from qgis.PyQt.QtGui import QIcon

from ..core.contract.guide import failure_page, guide_page
from ..core.contract.jobs.job import Job
from ..core.contract.messages.errors import CoreError, EngineCrashedError, JobCancelledError
from ..core.contract.messages.events import Artifact, Event
from ..core.contract.messages.reporter import Reporter
from ..core.engine.client import run_job
from ..core.engine.engine import checked_engine, find_engine
from ..core.engine.launch import equivalent_command
from . import failures
from .feedback import FeedbackListener
from .layers import Export
from .parameters import read_destinations, scratch_context
from .runs import running
from .settings import engine_python
from .translation import tr

ICONS = Path(__file__).parent.parent / "resources" / "icons"


@dataclass
class Plan:
    """A job before it runs: what Processing's parameters come to.

    Attributes:
        settings: Settings of the job, by name; no outputs.
        exports: Layers to be written to files first.
        unchecked: Settings whose file is an export, or whose layer is a problem already.
        problems: What is wrong, a sentence each.
        notes: What the user should know, a sentence each.
    """

    settings: dict[str, Any] = field(default_factory=dict)
    exports: list[Export] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_file(self, name: str, file: Union[str, Export]) -> None:
        """Set a setting to the file behind a layer, or to the file that an export will write."""
        if isinstance(file, Export):
            self.exports.append(file)
            self.unchecked.add(name)
            file = file.path
        self.settings[name] = file

    def add_problem(self, problem: Optional[str]) -> None:
        """Keep what a check found, if it found something."""
        if problem:
            self.problems.append(problem)

    @contextmanager
    def collecting(self, name: str) -> Iterator[None]:
        """Keep a failure to get a setting as a problem, so that the user sees all of them at once."""
        try:
            yield
        except CoreError as error:
            self.problems.append(str(error))
            self.unchecked.add(name)
            self.settings[name] = ""


class PluginAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of this plugin: its icon and what QGIS asks of every algorithm.

    Attributes:
        ICON: File name of its icon.
        GUIDE_PAGE: Its place in the guide (see ``guide_page``).
        alive: All there are: those that a provider lists, and those of dialogs and running jobs.
    """

    ICON: ClassVar[str]
    GUIDE_PAGE: ClassVar[str]
    alive: ClassVar[WeakSet[PluginAlgorithm]] = WeakSet()

    def __init__(self) -> None:
        super().__init__()
        self.alive.add(self)

    def createInstance(self) -> PluginAlgorithm:
        """A fresh copy, for one run."""
        return type(self)()

    def belong_to(self, provider: QgsProcessingProvider) -> None:
        """Belong to a provider, and keep it: QGIS itself only remembers where it was."""
        self._kept_provider = provider
        self.setProvider(provider)

    def failed(self, error: CoreError, feedback: QgsProcessingFeedback) -> QgsProcessingException:
        """What Processing is to be told of a failure.

        The log gets what the failure's sentence leaves out: technical detail, and where the guide helps.
        """
        if error.detail:
            feedback.pushDebugInfo(error.detail)
        if not isinstance(error, JobCancelledError):
            feedback.pushInfo(tr("Help with this: {address}").format(address=failure_page(error.code)))
            failures.note(self.displayName(), error)
        return QgsProcessingException(str(error))

    def helpUrl(self) -> str:
        """What the dialog's button *Help* opens."""
        return guide_page(self.GUIDE_PAGE)

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """The same as a file."""
        return str(ICONS / self.ICON)


class EngineAlgorithm(PluginAlgorithm):
    """An algorithm that is one job of the engine.

    The layers are looked at in the main thread (``plan``), the rest may run in any.

    Attributes:
        JOB: The job.
    """

    JOB: ClassVar[type[Job]]

    def __init__(self) -> None:
        super().__init__()
        self._plan = Plan()

    @abstractmethod
    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings, and what can be seen to be wrong with them; no outputs."""

    @abstractmethod
    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Processing's outputs from what the job gave back."""

    def what_is_left(self, files: dict[str, str]) -> str:  # noqa: ARG002 - for those that leave something
        """What a job leaves that was cancelled or has died, a sentence; empty for nothing.

        Args:
            files: Paths of the files that it had reported as finished, by kind.
        """
        return ""

    def displayName(self) -> str:
        """Name in the toolbox."""
        return tr(self.JOB.title)

    def canExecute(self) -> tuple[bool, str]:
        """Whether there is an engine; if not, what to do."""
        try:
            find_engine(engine_python())
        except CoreError as error:
            failures.tell(error)
            return False, str(error)
        return True, ""

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Everything that can be known to be wrong before the run, at once."""
        fine, message = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, message
        problems = self._problems(self.plan(parameters, context), parameters, context)
        return not problems, "\n".join(problems)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Turn layers into files or exports while in the main thread."""
        self._plan = self.plan(parameters, context)
        problems = self._problems(self._plan, parameters, context)
        if problems:
            raise QgsProcessingException("\n".join(problems))
        for note in self._plan.notes:
            feedback.pushInfo(note)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the job in the engine.

        Raises:
            QgsProcessingException: It failed or was cancelled; nothing half-written is left.
        """
        settings = {**self._plan.settings, **read_destinations(self, parameters, context)}
        try:
            for export in self._plan.exports:
                feedback.setProgressText(tr("Exporting labels"))
                export.write(feedback)
            values = self._run(self.JOB.from_settings(settings), feedback)
        except CoreError as error:
            raise self.failed(error, feedback) from error
        return self.results(values, context)

    def _run(self, job: Job, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        listener = FeedbackListener(feedback)
        python = checked_engine(Reporter(listener.show, listener.is_cancelled), engine_python())
        feedback.pushInfo(tr("The same from a terminal:"))
        feedback.pushCommandInfo(equivalent_command(python, job))
        files: dict[str, str] = {}
        with running(job) as run:

            def show(event: Event) -> None:
                listener.show(event)
                run.tell(event)
                if isinstance(event, Artifact):
                    files[event.kind] = event.path

            try:
                return run_job(python, job, show, lambda: listener.is_cancelled() or run.is_cancelled())
            except (JobCancelledError, EngineCrashedError):
                # Said here, too: an engine that had to be killed has said nothing.
                left = self.what_is_left(files)
                if left:
                    feedback.pushInfo(left)
                raise

    def _problems(self, plan: Plan, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """All problems of a plan, those of the job included."""
        settings = {**plan.settings, **read_destinations(self, parameters, scratch_context(context))}
        with plan.collecting("job"):
            return [*plan.problems, *self.JOB.from_settings(settings).problems(plan.unchecked)]
        return plan.problems
