"""The algorithm *Set up engine*: builds the Python environment that networks run in, or checks the user's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.contract.messages.errors import CoreError
from ..core.contract.messages.reporter import Reporter
from ..core.engine.engine import EngineStatus, engine_status, install_engine
from ..core.engine.source import PackageSource
from . import plugin_settings
from .base import PluginAlgorithm
from .feedback import FeedbackListener
from .network import package_source
from .translation import tr


class SetUpEngineAlgorithm(PluginAlgorithm):
    """``toppixel:setupengine``."""

    ICON = "setup.svg"
    GUIDE_PAGE = "install#the-engine"

    PYTHON = "PYTHON"
    BUNDLE = "BUNDLE"
    REPAIR = "REPAIR"
    ENGINE = "ENGINE"
    STATUS = "STATUS"

    def __init__(self) -> None:
        super().__init__()
        self._source = PackageSource()

    def name(self) -> str:
        """Never changes: scripts and models hold it."""
        return "setupengine"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return tr("Set up engine")

    def tags(self) -> list[str]:
        """Search terms."""
        return tr("install,pytorch,torch,dependencies,environment,gpu,cuda").split(",")

    def shortHelpString(self) -> str:
        """Help in the dialog."""
        return tr(
            "Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. "
            "Needs the internet and about 2 GB of disk space (7 GB with a CUDA graphics card), once; run "
            "it again after an update of the plugin. An interrupted set-up is resumed the next time. At "
            "the end the engine is tested, and its versions and device are shown."
        )

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: ARG002 - QGIS' signature
        """Declare parameters and outputs."""
        python = QgsProcessingParameterString(self.PYTHON, tr("Your own Python"), "", optional=True)
        python.setHelp(
            tr(
                "Path of a Python interpreter (3.10 or newer) that has all packages of the engine; it is "
                "checked, and then used instead of an engine built here. Leave it empty to build one."
            )
        )
        bundle = QgsProcessingParameterFile(
            self.BUNDLE,
            tr("Bundle"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        bundle.setHelp(
            tr(
                "Folder made on another machine by 'core engine bundle'. The engine is built from it "
                "without a network. Leave it empty to download the packages from the internet, through "
                "the proxy that QGIS uses."
            )
        )
        repair = QgsProcessingParameterBoolean(self.REPAIR, tr("Rebuild"), defaultValue=False)
        repair.setHelp(
            tr(
                "Repairs the engine: removes it with everything that was downloaded for it, and builds it "
                "again from scratch."
            )
        )
        self.addParameter(bundle)
        for definition in (repair, python):
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputFolder(self.ENGINE, tr("Folder of the engine")))
        self.addOutput(QgsProcessingOutputString(self.STATUS, tr("Versions and device")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Look up QGIS' proxy while in the main thread, where QGIS can ask for its master password."""
        try:
            self._source = package_source(self.parameterAsString(parameters, self.BUNDLE, context).strip())
        except CoreError as error:
            raise self.failed(error, feedback) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Build or check the engine.

        Raises:
            QgsProcessingException: It failed or was cancelled.
        """
        chosen = self.parameterAsString(parameters, self.PYTHON, context).strip()
        listener = FeedbackListener(feedback)
        try:
            reporter = Reporter(listener.show, listener.is_cancelled)
            anew = self.parameterAsBool(parameters, self.REPAIR, context)
            install_engine(reporter, chosen, self._source, anew=anew)
            status = engine_status(chosen)
        except CoreError as error:
            raise self.failed(error, feedback) from error
        # Only saved after a successful check; an empty path selects the engine built here.
        plugin_settings.set_engine_python(chosen)
        text = _status_text(status)
        feedback.pushInfo(text)
        return {self.ENGINE: str(Path(status.location)), self.STATUS: text}


def _status_text(status: EngineStatus) -> str:
    """Versions, device and folder, a line each."""
    lines = [f"{name}: {value}" for name, value in status.facts.items()]
    return "\n".join([*lines, tr("location: {folder}").format(folder=status.location)])
