"""The dock: a training's progress, its curves and its newest validation picture."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..algorithms.translation import tr
from .chart import Chart, Content, Line
from .monitor import TrainingMonitor
from .pictures import Pictures
from .session import Course
from .status import share_done, status_text

IOU_SPAN = (0.0, 1.0)


class MonitorDock(QgsDockWidget):
    """Shows one course of a monitor: the newest, unless the user chooses an earlier one."""

    def __init__(self, monitor: TrainingMonitor, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Training monitor"), parent)
        self.setObjectName("TopPixelTrainingMonitor")
        self._monitor = monitor
        self._known: list[Course] = []
        self._course: Optional[Course] = None
        self._build()
        monitor.changed.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: Any) -> None:
        """Refresh, since a hidden dock is not."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: Any) -> None:
        """Charts and pictures side by side when there is more width than height."""
        is_wide = self.width() > 1.4 * self.height()
        self.splitter.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        super().resizeEvent(event)

    def _build(self) -> None:
        self.choice = QComboBox()
        self.choice.setToolTip(tr("Trainings since QGIS was started, the newest first"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.activated.connect(self._choose)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("End this job. The best model so far is saved."))
        self.cancel.clicked.connect(self._cancel)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(8)
        self.loss = Chart(tr("Training loss"))
        self.iou = Chart(tr("IoU on the validation set"))
        for chart in (self.loss, self.iou):
            chart.pointed.connect(self.loss.point_at)
            chart.pointed.connect(self.iou.point_at)
        self.pictures = Pictures()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(True)
        for widget, stretch in ((self.loss, 2), (self.iou, 4), (self.pictures, 3)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        top = QHBoxLayout()
        top.addWidget(self.choice, 1)
        top.addWidget(self.cancel)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(top)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addWidget(self.splitter, 1)
        self.setWidget(body)

    def _refresh(self) -> None:
        """Show the news, unless the dock is hidden."""
        if self.isHidden():
            return
        self._refresh_choice()
        course = self._course
        self.choice.setEnabled(course is not None)
        self.status.setText(status_text(course))
        self.progress.setValue(int(1000 * share_done(course)))
        is_running = course is not None and course.is_running
        self.progress.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.cancel.setEnabled(course is not None and not self._monitor.is_cancelled(course.session))
        self._refresh_charts()
        has_scores = course is None or not course.loss or bool(course.miou)
        self.iou.setVisible(has_scores)
        self.pictures.setVisible(has_scores)
        self.pictures.show_pictures(course.pictures if course else {}, course.picture_epoch if course else 0)

    def _refresh_choice(self) -> None:
        """Update the combo box, newest first; a title changes when its training starts."""
        was_newest = self._course is None or self._course not in self._monitor.courses
        was_newest = was_newest or self._course is self._known[-1]
        self._known = list(self._monitor.courses)
        if self._known and was_newest:
            self._course = self._known[-1]
        texts = [course.title for course in reversed(self._known)]
        if texts != [self.choice.itemText(index) for index in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(texts)
        if self._course is not None:
            self.choice.setCurrentIndex(len(self._known) - 1 - self._known.index(self._course))

    def _refresh_charts(self) -> None:
        course = self._course
        if course is None:
            self.loss.show_content(Content())
            self.iou.show_content(Content(span=IOU_SPAN))
            return
        planned = course.began.epochs if course.began else 0
        accent = self.palette().color(QPalette.ColorRole.Highlight).name()
        loss = Line(tr("Training loss"), course.loss, accent)
        self.loss.show_content(Content([loss], planned, course.best_epoch))
        entries = reversed(course.classes.entries)
        lines = [Line(entry.name, course.ious[entry.name], entry.colour) for entry in entries]
        lines.append(Line(tr("Mean"), course.miou, width=2.2))
        self.iou.show_content(Content(lines, planned, course.best_epoch, IOU_SPAN))

    def _choose(self, index: int) -> None:
        self._course = self._known[len(self._known) - 1 - index]
        self._refresh()

    def _cancel(self) -> None:
        if self._course is not None:
            self._monitor.cancel(self._course.session)
            self._refresh()
