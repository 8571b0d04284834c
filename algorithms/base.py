"""Base classes of the algorithms; those that run a job in the engine plan, check, run and report it here."""

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
from .plugin_settings import engine_python
from .runs import running
from .translation import tr

ICONS = Path(__file__).parent.parent / "resources" / "icons"


@dataclass
class Plan:
    """A job before it runs, made of Processing's parameters.

    Attributes:
        settings: Settings of the job by name, without outputs.
        exports: Layers to be written to files first.
        unchecked: Settings whose file is an export, or whose layer already has a problem.
        problems: What is wrong, a sentence each.
        notes: What the user should know, a sentence each.
    """

    settings: dict[str, Any] = field(default_factory=dict)
    exports: list[Export] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_file(self, name: str, file: Union[str, Export]) -> None:
        """Set a setting to a layer's file, or to the file that an export will write."""
        if isinstance(file, Export):
            self.exports.append(file)
            self.unchecked.add(name)
            file = file.path
        self.settings[name] = file

    def add_problem(self, problem: Optional[str]) -> None:
        """Add the result of a check, unless it is None."""
        if problem:
            self.problems.append(problem)

    @contextmanager
    def collecting(self, name: str) -> Iterator[None]:
        """Turn a failure to get a setting into a problem, so that the user sees all problems at once."""
        try:
            yield
        except CoreError as error:
            self.problems.append(str(error))
            self.unchecked.add(name)
            self.settings[name] = ""


class PluginAlgorithm(QgsProcessingAlgorithm):
    """Base class of all algorithms: icon, help and failures.

    Attributes:
        ICON: File name of its icon.
        GUIDE_PAGE: Its page of the guide, as for ``guide_page``.
        alive: All instances: those that a provider lists, and those of dialogs and running jobs.
    """

    ICON: ClassVar[str]
    GUIDE_PAGE: ClassVar[str]
    alive: ClassVar[WeakSet[PluginAlgorithm]] = WeakSet()

    def __init__(self) -> None:
        super().__init__()
        self.alive.add(self)

    def createInstance(self) -> PluginAlgorithm:
        """A new instance, for one run."""
        return type(self)()

    def belong_to(self, provider: QgsProcessingProvider) -> None:
        """Set the provider and keep it alive: QGIS itself only holds a pointer."""
        self._kept_provider = provider
        self.setProvider(provider)

    def failed(self, error: CoreError, feedback: QgsProcessingFeedback) -> QgsProcessingException:
        """The exception for Processing; detail and the address of the guide's entry go to the log."""
        if error.detail:
            feedback.pushDebugInfo(error.detail)
        if not isinstance(error, JobCancelledError):
            feedback.pushInfo(tr("Help with this: {address}").format(address=failure_page(error.code)))
            failures.note(self.displayName(), error)
        return QgsProcessingException(str(error))

    def helpUrl(self) -> str:
        """Address that the dialog's button *Help* opens."""
        return guide_page(self.GUIDE_PAGE)

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Path of the icon."""
        return str(ICONS / self.ICON)


class EngineAlgorithm(PluginAlgorithm):
    """An algorithm that runs a job in the engine.

    Layers are read in the main thread (``plan``); the rest may run in any thread.

    Attributes:
        JOB: The job.
    """

    JOB: ClassVar[type[Job]]

    def __init__(self) -> None:
        super().__init__()
        self._plan = Plan()

    @abstractmethod
    def plan(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Plan:
        """The job's inputs and plain settings with their problems, without outputs."""

    @abstractmethod
    def results(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Processing's outputs from the job's results."""

    def what_is_left(self, files: dict[str, str]) -> str:  # noqa: ARG002 - used by overrides
        """What a cancelled or crashed job leaves, a sentence; empty for nothing.

        Args:
            files: Paths of its artifacts, by kind.
        """
        return ""

    def displayName(self) -> str:
        """Name in the toolbox."""
        return tr(self.JOB.title)

    def canExecute(self) -> tuple[bool, str]:
        """Whether there is an engine, and if not, what to do."""
        try:
            find_engine(engine_python())
        except CoreError as error:
            failures.report(error)
            return False, str(error)
        return True, ""

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """All problems that can be known before the run."""
        fine, message = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, message
        problems = self._problems(self.plan(parameters, context), parameters, context)
        return not problems, "\n".join(problems)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Plan the job while in the main thread."""
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
            QgsProcessingException: It failed or was cancelled; no half-written file is left.
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
                run.put(event)
                if isinstance(event, Artifact):
                    files[event.kind] = event.path

            try:
                return run_job(python, job, show, lambda: listener.is_cancelled() or run.is_cancelled())
            except (JobCancelledError, EngineCrashedError):
                # Reported here, too: an engine that had to be killed has not reported it.
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
