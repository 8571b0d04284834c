"""Several losses, one per line; further ones can be added with the widget for one loss."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.contract.jobs.checks import losses_problem
from ...core.contract.jobs.train import TrainJob
from ..translation import tr
from .chosen_text import TextWidgetWrapper
from .loss import LossWidget

SHOWN_LINES = 8
"""Height of the list."""

CHOOSER_SIZE = (560, 460)
"""Width and height of the dialog for one loss, pixels."""


class LossesWidget(QWidget):
    """A list to type or to choose. Its value is a text with one loss per line."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._sizes = TrainJob.chip_size, TrainJob.batch_size
        self.edit = QPlainTextEdit()
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * SHOWN_LINES + 16)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        button = QPushButton(tr("Add…"))
        button.setToolTip(tr("Choose a loss with its parameters and add it to the list"))
        button.clicked.connect(self._choose)
        below = QHBoxLayout()
        below.addWidget(self.problem, 1)
        below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        layout.addLayout(below)
        self.edit.textChanged.connect(self._explain)
        self._explain()

    def text(self) -> str:
        """The losses shown, one per line."""
        return "\n".join(self._lines())

    def set_text(self, text: str) -> None:
        """Show losses, separated by line ends or ``;``."""
        self.edit.setPlainText("\n".join(part.strip() for part in text.split(";")))

    def set_sizes(self, chip_size: int, batch_size: int) -> None:
        """Set the sizes for the remarks on numbers of pixels."""
        self._sizes = chip_size, batch_size

    def add(self, loss: str) -> None:
        """Append a loss."""
        self.edit.setPlainText("\n".join([*self._lines(), loss]))

    def chooser(self) -> tuple[QDialog, LossWidget]:
        """A dialog for one loss, and the widget in it."""
        dialog = QDialog(self)
        dialog.setWindowTitle(tr("Add a loss"))
        dialog.resize(*CHOOSER_SIZE)
        loss = LossWidget()
        loss.set_sizes(*self._sizes)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(loss)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        layout.addWidget(area)
        layout.addWidget(buttons)
        return dialog, loss

    def _choose(self) -> None:
        dialog, loss = self.chooser()
        if dialog.exec():
            self.add(loss.text())

    def _lines(self) -> list[str]:
        lines = self.edit.toPlainText().replace(";", "\n").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def _explain(self) -> None:
        self.problem.setText(losses_problem(tuple(self._lines())) or "")


class LossesWidgetWrapper(TextWidgetWrapper):
    """Wraps a ``LossesWidget``."""

    WIDGET = LossesWidget
