"""The page *TopPixel* in QGIS' options: engine, device, threads, package index, and diagnostics."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..algorithms import plugin_settings
from ..algorithms.base import ICONS
from ..algorithms.network import package_source
from ..algorithms.translation import tr
from ..core.contract.catalog.networks import DEVICES
from ..core.contract.messages.errors import CoreError
from ..core.engine.engine import engine_status, remove_engine
from ..core.engine.locations import folder_size, home, usual_home
from ..core.engine.privacy import without_credentials
from ..core.engine.setup_log import log_file
from .lookup import Lookup
from .report import report
from .texts import engine_text, size_text

PAGE = "TopPixel"
MOST_THREADS = 256


class OptionsFactory(QgsOptionsWidgetFactory):
    """Adds the page to QGIS' options.

    Args:
        set_up: Opens the set-up; called with whether to repair.
    """

    def __init__(self, set_up: Callable[[bool], None]) -> None:
        super().__init__(PAGE, QIcon(str(ICONS / "toppixel.svg")))
        self._set_up = set_up

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """The page, made each time the options are opened."""
        return OptionsPage(self._set_up, parent)


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings; ``apply`` saves them.

    Args:
        set_up: Opens the set-up; called with whether to repair.
    """

    def __init__(self, set_up: Callable[[bool], None], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._set_up = set_up
        self._status, self._removal, self._report = Lookup(self), Lookup(self), Lookup(self)
        layout = QVBoxLayout(self)
        for box in (self._engine_box(), self._computing_box(), self._download_box(), self._help_box()):
            layout.addWidget(box)
        layout.addStretch(1)
        self._show_settings()
        self._status.found.connect(self.engine.setText)
        self._status.failed.connect(self.engine.setText)
        self._removal.found.connect(self._show_removal)
        self._removal.failed.connect(self._show_removal)
        self._report.found.connect(self._copy)
        self._ask_status()

    def apply(self) -> None:
        """Save the settings."""
        plugin_settings.set_engine_python(self.python.filePath() if self.own.isChecked() else "")
        folder = self.engine_folder.filePath().strip()
        plugin_settings.set_engine_folder("" if folder == str(usual_home()) else folder)
        device = self.device.currentText().strip()
        plugin_settings.set_device("" if device == DEVICES[0] else device)
        plugin_settings.set_threads(self.threads.value())
        plugin_settings.set_package_index(self.index.text())

    def _engine_box(self) -> QGroupBox:
        self.built = QRadioButton(tr("Built by TopPixel in this folder:"))
        self.own = QRadioButton(tr("A Python of your own:"))
        self.own.setToolTip(tr("A Python 3.10 or newer that has all packages of the engine."))
        self.engine_folder, self.python = QgsFileWidget(), QgsFileWidget()
        self.engine_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.python.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.engine = QLabel()
        self.engine.setWordWrap(True)
        self.own.toggled.connect(self.python.setEnabled)
        self.built.toggled.connect(self.engine_folder.setEnabled)
        self.set_up = QPushButton(tr("Set up…"))
        self.repair = QPushButton(tr("Repair…"))
        self.repair.setToolTip(tr("Downloads everything again and rebuilds the engine."))
        self.remove = QPushButton(tr("Remove…"))
        self.set_up.clicked.connect(self._leave)
        self.repair.clicked.connect(self._ask_repair)
        self.remove.clicked.connect(self._ask_removal)
        box = QGroupBox(tr("Engine"))
        grid = QGridLayout(box)
        grid.addWidget(self.built, 0, 0)
        grid.addWidget(self.engine_folder, 0, 1)
        grid.addWidget(self.own, 1, 0)
        grid.addWidget(self.python, 1, 1)
        grid.addWidget(self.engine, 2, 0, 1, 2)
        grid.addLayout(_row(self.set_up, self.repair, self.remove), 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        return box

    def _computing_box(self) -> QGroupBox:
        self.device = QComboBox()
        self.device.setEditable(True)
        self.device.addItems(DEVICES)
        self.device.setToolTip(
            tr("Default of 'Device' in all dialogs. 'auto' uses a graphics card when there is one.")
        )
        self.threads = QSpinBox()
        self.threads.setRange(0, MOST_THREADS)
        self.threads.setSpecialValueText(tr("one per core"))
        self.threads.setToolTip(tr("Number of threads for networks that run on the processor."))
        box = QGroupBox(tr("Computing"))
        form = QFormLayout(box)
        form.addRow(tr("Device:"), self.device)
        form.addRow(tr("Threads:"), self.threads)
        return box

    def _download_box(self) -> QGroupBox:
        self.index = QLineEdit()
        self.index.setPlaceholderText(tr("the Python Package Index (pypi.org)"))
        self.index.setToolTip(tr("Address of another package index, such as your company's."))
        self.proxy = QLabel()
        self.proxy.setWordWrap(True)
        box = QGroupBox(tr("Packages"))
        form = QFormLayout(box)
        form.addRow(tr("Package index:"), self.index)
        form.addRow(tr("Proxy:"), self.proxy)
        return box

    def _help_box(self) -> QGroupBox:
        self.copy = QPushButton(tr("Copy diagnostics"))
        self.copy.setToolTip(
            tr("Versions, device, state of the engine and the last errors, without user names.")
        )
        self.copy.clicked.connect(self._ask_report)
        self.log = QPushButton(tr("Open the log of the set-up"))
        self.log.setEnabled(log_file().exists())
        self.log.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file()))))
        self.copied = QLabel()
        box = QGroupBox(tr("When something goes wrong"))
        row = _row(self.copy, self.log)
        row.insertWidget(2, self.copied)
        box.setLayout(row)
        return box

    def _show_settings(self) -> None:
        own = plugin_settings.engine_python()
        (self.own if own else self.built).setChecked(True)
        self.python.setEnabled(bool(own))
        self.engine_folder.setEnabled(not own)
        self.python.setFilePath(own)
        self.engine_folder.setFilePath(str(home()))
        self.device.setCurrentText(plugin_settings.device() or DEVICES[0])
        self.threads.setValue(plugin_settings.threads())
        self.index.setText(plugin_settings.package_index())
        self.proxy.setText(_proxy_text())

    def _ask_status(self) -> None:
        chosen = plugin_settings.engine_python()
        self.engine.setText(tr("Checking…"))
        self._status.ask(lambda: engine_text(engine_status(chosen)))

    def _ask_repair(self) -> None:
        text = tr("Remove the engine and everything that was downloaded for it, and build it again?")
        if self._has_agreed(text):
            self._leave(repairs=True)

    def _leave(self, *, repairs: bool = False) -> None:
        """Close the options, saving changes, and open the set-up."""
        window = self.window()
        if isinstance(window, QDialog):
            window.accept()
        else:
            self.apply()
        self._set_up(repairs)

    def _ask_removal(self) -> None:
        text = tr("Remove all engines in '{folder}', and everything that was downloaded for them?")
        if self._has_agreed(text.format(folder=home())):
            self._set_busy(is_busy=True)
            self.engine.setText(tr("Removing…"))
            self._removal.ask(_remove)

    def _has_agreed(self, text: str) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(self, PAGE, text, buttons.Yes | buttons.No, buttons.No)
        return bool(answer == buttons.Yes)

    def _show_removal(self, text: str) -> None:
        self._set_busy(is_busy=False)
        self.engine.setText(text)

    def _set_busy(self, *, is_busy: bool) -> None:
        for button in (self.set_up, self.repair, self.remove):
            button.setEnabled(not is_busy)

    def _ask_report(self) -> None:
        self.copy.setEnabled(False)
        self.copied.setText(tr("Checking…"))
        self._report.ask(report())

    def _copy(self, text: str) -> None:
        QgsApplication.clipboard().setText(text)
        self.copy.setEnabled(True)
        self.copied.setText(tr("Copied to the clipboard."))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _remove() -> str:
    size = folder_size(home())
    remove_engine()
    return tr("Removed; {size} freed.").format(size=size_text(max(0, size - folder_size(home()))))


def _proxy_text() -> str:
    try:
        proxy: Any = package_source().proxy
    except CoreError as error:
        return str(error)
    if not proxy:
        return tr("none, as in Settings - Options - Network")
    return tr("{address}, as in Settings - Options - Network").format(address=without_credentials(proxy))
