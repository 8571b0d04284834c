"""The dialog *Set up engine*: plan, start button, progress and log."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..algorithms import plugin_settings
from ..algorithms.base import ICONS
from ..algorithms.translation import tr
from ..core.contract.guide import guide_page
from ..core.engine.locations import home
from ..core.engine.setup_log import log_file
from ..core.engine.setup_plan import SetUpPlan, plan_set_up
from .installation import Installation
from .lookup import Lookup
from .texts import card_text, size_text

WIDTH, LOG_HEIGHT = 620, 300
"""Pixels: width of the dialog, and height that progress and log add."""


class SetUpDialog(QDialog):
    """Not modal: a set-up continues when it is closed, and is shown when it is opened again.

    Attributes:
        put_away: Signal: closed during a set-up.
    """

    put_away = pyqtSignal()

    def __init__(self, installation: Installation, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopPixelSetUp")
        self.setWindowTitle(tr("TopPixel: set up engine"))
        self.setWindowIcon(QIcon(str(ICONS / "setup.svg")))
        self._installation = installation
        self._lookup = Lookup(self)
        self._shown_lines = 0
        self._build()
        self._lookup.found.connect(self._show_plan)
        self._lookup.failed.connect(self._show_problem)
        installation.changed.connect(self._refresh)
        self._refresh()
        self.resize(WIDTH, self.sizeHint().height())

    def showEvent(self, event: Any) -> None:
        """Update the plan."""
        super().showEvent(event)
        if not self._installation.is_running:
            self.engine_folder.setFilePath(str(home()))
            self._ask()
        self._refresh()

    def reject(self) -> None:
        """Close; a running set-up continues."""
        super().reject()
        if self._installation.is_running:
            self.put_away.emit()

    def closeEvent(self, event: Any) -> None:
        """Close in the same way by the window's own button."""
        event.ignore()
        self.reject()

    def start(self, *, anew: bool = False) -> None:
        """Start the set-up.

        Args:
            anew: Whether to repair: to build from scratch.
        """
        if self.engine_folder.filePath().strip() and Path(self.engine_folder.filePath()) != home():
            plugin_settings.set_engine_folder(self.engine_folder.filePath())
        self.details.clear()
        self._shown_lines = 0
        self._installation.start(BUNDLE=self._bundle(), REPAIR=anew)

    def _build(self) -> None:
        explanation = QLabel(
            tr(
                "Networks run in a separate engine outside QGIS. It is built once; nothing is installed "
                "into QGIS or the system."
            )
        )
        explanation.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(explanation)
        layout.addWidget(self._source_box())
        layout.addWidget(self._plan_box())
        layout.addWidget(self._progress_box())
        layout.addWidget(self._log_box(), 1)
        layout.addStretch(0)
        layout.addWidget(self._buttons())

    def _source_box(self) -> QGroupBox:
        self.online = QRadioButton(tr("From the internet"))
        self.offline = QRadioButton(tr("From a bundle:"))
        self.offline.setToolTip(
            tr("A folder made on another machine by 'core engine bundle'; no network is needed then.")
        )
        self.bundle = QgsFileWidget()
        self.bundle.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.bundle.setDialogTitle(tr("Bundle"))
        self._choice = QButtonGroup(self)
        for button in (self.online, self.offline):
            self._choice.addButton(button)
        self.online.setChecked(True)
        self.bundle.setEnabled(False)
        self.offline.toggled.connect(self.bundle.setEnabled)
        self.offline.toggled.connect(self._ask)
        self.bundle.fileChanged.connect(self._ask)
        self.sources = QGroupBox(tr("Packages"))
        grid = QGridLayout(self.sources)
        grid.addWidget(self.online, 0, 0, 1, 2)
        grid.addWidget(self.offline, 1, 0)
        grid.addWidget(self.bundle, 1, 1)
        grid.setColumnStretch(1, 1)
        return self.sources

    def _plan_box(self) -> QGroupBox:
        self.engine_folder = QgsFileWidget()
        self.engine_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.engine_folder.setDialogTitle(tr("Folder of the engine"))
        self.engine_folder.fileChanged.connect(self._ask)
        self.card, self.download, self.disk, self.problem = QLabel(), QLabel(), QLabel(), QLabel()
        self.problem.setWordWrap(True)
        self.plan = QGroupBox(tr("What will be done"))
        form = QFormLayout()
        form.addRow(tr("Folder:"), self.engine_folder)
        form.addRow(tr("Graphics card:"), self.card)
        form.addRow(tr("Download:"), self.download)
        form.addRow(tr("Disk:"), self.disk)
        box = QVBoxLayout(self.plan)
        box.addLayout(form)
        box.addWidget(self.problem)
        return self.plan

    def _progress_box(self) -> QGroupBox:
        self.stage = QLabel()
        self.stage.setWordWrap(True)
        self.stage.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.state = QGroupBox(tr("Progress"))
        box = QVBoxLayout(self.state)
        box.addWidget(self.stage)
        box.addWidget(self.bar)
        return self.state

    def _log_box(self) -> QGroupBox:
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(80)
        self.log = QGroupBox(tr("Log"))
        box = QVBoxLayout(self.log)
        box.addWidget(self.details)
        return self.log

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        self.run = buttons.addButton(tr("Set up"), roles.ActionRole)
        self.cancel = buttons.addButton(tr("Cancel the set-up"), roles.ActionRole)
        self.open_log = buttons.addButton(tr("Open the log file"), roles.ResetRole)
        self.open_log.clicked.connect(self._open_log)
        self.close_button = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(QDialogButtonBox.StandardButton.Help)
        self.run.setDefault(True)
        self.run.clicked.connect(self.start)
        self.cancel.clicked.connect(self._cancel)
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(_open_help)
        return buttons

    def _bundle(self) -> str:
        return self.bundle.filePath().strip() if self.offline.isChecked() else ""

    def _ask(self) -> None:
        """Plan a set-up with the current choices."""
        folder, bundle = self.engine_folder.filePath(), self._bundle()
        self.run.setEnabled(False)
        if self.offline.isChecked() and not bundle:
            self._lookup.forget()
            self._show_problem(tr("Choose the folder of the bundle."), is_wrong=False)
            return
        self._lookup.ask(lambda: plan_set_up(folder, bundle))

    def _show_plan(self, plan: SetUpPlan) -> None:
        self.card.setText(card_text(plan.card))
        self.download.setText(
            tr("about {size}").format(size=size_text(plan.download_bytes))
            if plan.download_bytes
            else tr("nothing")
        )
        self.disk.setText(
            tr("up to {needed} are needed, {free} are free").format(
                needed=size_text(plan.needed_bytes), free=size_text(plan.free_bytes)
            )
        )
        if plan.is_ready:
            self.download.setText(tr("nothing, unless the engine must be repaired"))
        self._show_notes(plan)
        self.run.setEnabled(not self._installation.is_running)

    def _show_notes(self, plan: SetUpPlan) -> None:
        """Show what is remarkable about a plan."""
        if not plan.fits:
            self._show_problem(
                tr("There is not enough disk space. Choose another folder, or free some space.")
            )
            return
        notes = []
        if plan.is_ready:
            notes.append(tr("An engine is ready in this folder. It will be checked."))
        if plugin_settings.engine_python():
            notes.append(
                tr("It will be used instead of your own Python '{path}'.").format(
                    path=plugin_settings.engine_python()
                )
            )
        self._show_problem(" ".join(notes), is_wrong=False)

    def _show_problem(self, text: str, *, is_wrong: bool = True) -> None:
        self.problem.setText(text)
        self.problem.setStyleSheet("color: #c0392b;" if is_wrong else "")
        self.problem.setVisible(bool(text))

    def _refresh(self) -> None:
        """Show the state of the set-up."""
        installation = self._installation
        is_running = installation.is_running
        for widget in (self.sources, self.engine_folder):
            widget.setEnabled(not is_running)
        has_begun = is_running or installation.has_succeeded is not None
        if has_begun and self.log.isHidden():
            self.resize(self.width(), self.height() + LOG_HEIGHT)
        for widget in (self.state, self.log, self.open_log):
            widget.setVisible(has_begun)
        self.run.setVisible(not is_running)
        self.run.setText(tr("Set up") if installation.has_succeeded is not False else tr("Try again"))
        self.cancel.setVisible(is_running)
        if not is_running:
            self.cancel.setEnabled(True)
        self.bar.setVisible(is_running)
        self.bar.setRange(0, 100 if installation.percent is not None else 0)
        self.bar.setValue(round(installation.percent or 0))
        self.stage.setText(self._state_text())
        self._show_lines()

    def _state_text(self) -> str:
        installation = self._installation
        if installation.is_running:
            if not self.cancel.isEnabled():
                return tr("Cancelling")
            return installation.stage or tr("Starting")
        if installation.has_succeeded:
            return tr("The engine is ready.") + "\n" + installation.message
        return installation.message

    def _show_lines(self) -> None:
        lines = self._installation.lines
        if len(lines) < self._shown_lines:
            self.details.clear()
            self._shown_lines = 0
        for _, text in lines[self._shown_lines :]:
            self.details.appendPlainText(text)
        self._shown_lines = len(lines)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._installation.cancel()
        self._refresh()

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file())))


def _open_help() -> None:
    QDesktopServices.openUrl(QUrl(guide_page("install#the-engine")))
