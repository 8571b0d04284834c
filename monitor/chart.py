"""A chart of curves over the epochs: axes, legend, the best epoch, and the values under the pointer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..algorithms.translation import number, significant, tr
from .axis import last_epoch, spread, tick_decimals, tick_step, ticks
from .colours import legible, mixed
from .curve import Curve

GAP = 6
"""Spacing, pixels."""

SWATCH = 14
MOST_LEGEND_SHARE = 0.42
LEAST_WIDTH_WITH_LEGEND = 200
DOT = 3.0

DOTTED_BELOW = 30
"""Curves with fewer points get markers."""


@dataclass
class Line:
    """A curve and its style.

    Attributes:
        name: In the legend.
        curve: Its values.
        colour: ``#rrggbb``; empty for the colour of text.
        width: Pixels.
    """

    name: str
    curve: Curve
    colour: str = ""
    width: float = 1.5


@dataclass(frozen=True)
class Frame:
    """Layout of a chart.

    Attributes:
        plot: Rectangle of the curves.
        epochs: Limits of the epoch axis.
        span: Limits of the value axis.
        values: Ticks of the value axis.
    """

    plot: QRectF
    epochs: tuple[int, int]
    span: tuple[float, float]
    values: list[float]

    def x(self, epoch: float) -> float:
        """X coordinate of an epoch."""
        first, last = self.epochs
        return float(self.plot.left() + (epoch - first) / (last - first) * self.plot.width())

    def y(self, value: float) -> float:
        """Y coordinate of a value."""
        low, high = self.span
        return float(self.plot.bottom() - (value - low) / (high - low) * self.plot.height())

    def epoch(self, x: float) -> float:
        """Position on the epoch axis of an x coordinate."""
        first, last = self.epochs
        return first + (x - self.plot.left()) / self.plot.width() * (last - first)


@dataclass
class Content:
    """What a chart shows.

    Attributes:
        lines: Drawn in this order, the last on top; the legend begins with the last. A single one has its
            value beside the title.
        planned: Maximum number of epochs; 0 if unknown.
        best: The best epoch so far; None without.
        span: Limits of the value axis; None to fit the values.
    """

    lines: list[Line] = field(default_factory=list)
    planned: int = 0
    best: Optional[int] = None
    span: Optional[tuple[float, float]] = None


class Chart(QWidget):
    """Shows curves. What does not change with the pointer is cached in a pixmap.

    Attributes:
        pointed: Signal: the epoch under the pointer, None when it has left.
    """

    pointed = pyqtSignal(object)

    def __init__(self, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._title = title
        self._content = Content()
        self._epoch: Optional[int] = None
        self._pixmap: Optional[QPixmap] = None
        self._known_frame: Optional[Frame] = None
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setMinimumHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """High enough for the ticks."""
        return QSize(320, 160)

    def show_content(self, content: Content) -> None:
        """Show curves."""
        self._content = content
        self._outdate()
        self.update()

    def point_at(self, epoch: Optional[int]) -> None:
        """Mark an epoch and show its values; None for the newest values without a mark."""
        if epoch != self._epoch:
            self._epoch = epoch
            self.update()

    def mouseMoveEvent(self, event: Any) -> None:
        """Point at the nearest epoch."""
        curves = [line.curve for line in self._content.lines if line.curve]
        frame, position = self._frame(), QPointF(event.pos())
        if not curves or not frame.plot.adjusted(-GAP, 0, GAP, 0).contains(position):
            self.pointed.emit(None)
            return
        longest = max(curves, key=lambda curve: len(curve.epochs))
        self.pointed.emit(longest.nearest(frame.epoch(position.x())))

    def leaveEvent(self, event: Any) -> None:
        """Point at nothing."""
        self.pointed.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: Any) -> None:
        """Paint anew."""
        self._outdate()
        super().resizeEvent(event)

    def changeEvent(self, event: Any) -> None:
        """Repaint when the theme or the font has changed."""
        self._outdate()
        super().changeEvent(event)

    def paintEvent(self, event: Any) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the cached pixmap, and over it what follows the pointer."""
        ratio = self.devicePixelRatioF()
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(self.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(self._colour(QPalette.ColorRole.Base))
            painter = QPainter(self._pixmap)
            painter.setFont(self.font())
            self._paint_axes(painter)
            self._paint_lines(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter)
        self._paint_legend(painter)
        self._paint_pointer(painter)
        painter.end()

    def _outdate(self) -> None:
        """Discard the cached pixmap and layout."""
        self._pixmap = self._known_frame = None

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _grey(self, share: float) -> QColor:
        """Between background (0) and text (1)."""
        return mixed(self._colour(QPalette.ColorRole.Base), self._colour(QPalette.ColorRole.Text), share)

    def _line_colour(self, line: Line) -> QColor:
        if not line.colour:
            return self._colour(QPalette.ColorRole.Text)
        return legible(QColor(line.colour), self._colour(QPalette.ColorRole.Base))

    def _frame(self) -> Frame:
        """The layout, cached."""
        if self._known_frame is None:
            span = self._value_span()
            height = self._plot([]).height()
            rows = int(height / (1.6 * self.fontMetrics().height()))
            values = ticks(*span, max(1, min(rows, 6)))
            done = max((line.curve.epochs[-1] for line in self._content.lines if line.curve), default=0)
            last = last_epoch(done, self._content.planned)
            self._known_frame = Frame(self._plot(values), (1, last), span, values)
        return self._known_frame

    def _plot(self, values: list[float]) -> QRectF:
        """Rectangle of the curves, beside ticks and legend."""
        metrics = self.fontMetrics()
        texts = [_tick_text(value, tick_step(values)) for value in values]
        left = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 2 * GAP
        right = self._legend_width() + 3 * GAP
        top, bottom = metrics.height() + 3 * GAP, metrics.height() + 1.5 * GAP
        return QRectF(left, top, max(self.width() - left - right, 10), max(self.height() - top - bottom, 10))

    def _legend_width(self) -> float:
        if self.width() < LEAST_WIDTH_WITH_LEGEND or len(self._content.lines) < 2:
            return 0.0
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(line.name) for line in self._content.lines)
        wanted = SWATCH + GAP + names + GAP + metrics.horizontalAdvance("0.0000")
        return float(min(wanted, self.width() * MOST_LEGEND_SHARE))

    def _value_span(self) -> tuple[float, float]:
        curves = [line.curve.values for line in self._content.lines if line.curve]
        if self._content.span is not None or not curves:
            return self._content.span or (0.0, 1.0)
        return spread(min(map(min, curves)), max(map(max, curves)))

    def _paint_axes(self, painter: QPainter) -> None:
        frame, height = self._frame(), self.fontMetrics().height()
        plot, step = frame.plot, tick_step(frame.values)
        for value in frame.values:
            y = frame.y(value)
            painter.setPen(QPen(self._grey(0.13), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._grey(0.65))
            box = QRectF(0, y - height / 2, plot.left() - GAP, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(right), _tick_text(value, step))
        painter.setPen(QPen(self._grey(0.4), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_epochs(painter, frame)

    def _paint_epochs(self, painter: QPainter, frame: Frame) -> None:
        metrics, bottom = self.fontMetrics(), frame.plot.bottom()
        width = metrics.horizontalAdvance(number(frame.epochs[1]))
        most = max(1, min(8, int(frame.plot.width() / (width + 3 * GAP))))
        end, taken = frame.plot.right() + 2 * GAP, 0.0
        for epoch in (1.0, *(each for each in ticks(*frame.epochs, most, 1) if each > 1)):
            x, text = frame.x(epoch), number(int(epoch))
            painter.setPen(QPen(self._grey(0.4), 1))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 3))
            advance = metrics.horizontalAdvance(text)
            left = min(x - advance / 2, end - advance)
            if left > taken:
                painter.setPen(self._grey(0.65))
                painter.drawText(QPointF(left, bottom + 3 + metrics.ascent()), text)
                taken = left + advance + GAP

    def _paint_lines(self, painter: QPainter) -> None:
        frame = self._frame()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._content.best is not None:
            self._paint_upright(painter, self._content.best, QPen(self._grey(0.55), 1, Qt.PenStyle.DashLine))
        painter.setClipRect(frame.plot.adjusted(-DOT, -DOT, DOT, DOT))
        for line in self._content.lines:
            pairs = zip(line.curve.epochs, line.curve.values)
            points = QPolygonF([QPointF(frame.x(epoch), frame.y(value)) for epoch, value in pairs])
            painter.setPen(QPen(self._line_colour(line), line.width))
            painter.drawPolyline(points)
            if len(line.curve.epochs) < DOTTED_BELOW:
                painter.setBrush(self._line_colour(line))
                for point in points:
                    painter.drawEllipse(point, line.width * 0.7, line.width * 0.7)

    def _paint_upright(self, painter: QPainter, epoch: int, pen: QPen) -> None:
        frame = self._frame()
        painter.setPen(pen)
        x = frame.x(epoch)
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))

    def _paint_title(self, painter: QPainter) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        baseline = QPointF(GAP, GAP + self.fontMetrics().ascent())
        painter.drawText(baseline, self._title)
        used = baseline.x() + QFontMetrics(bold).horizontalAdvance(self._title) + 2 * GAP
        painter.setFont(self.font())
        if len(self._content.lines) == 1:
            text = self._value_text(self._content.lines[0])
            painter.drawText(QPointF(used, baseline.y()), text)
            used += self.fontMetrics().horizontalAdvance(text) + 2 * GAP
        if self._epoch is not None:
            text = tr("Epoch {number}").format(number=number(self._epoch))
        elif self._content.best is not None:
            text = tr("best: epoch {number}").format(number=number(self._content.best))
        else:
            return
        painter.setPen(self._grey(0.65))
        width = self.fontMetrics().horizontalAdvance(text)
        if used + width < self.width() - GAP:
            painter.drawText(QPointF(self.width() - GAP - width, baseline.y()), text)

    def _paint_legend(self, painter: QPainter) -> None:
        """Colour, name and value of each line, as many as fit."""
        width = self._legend_width()
        if not width:
            return
        metrics, plot = self.fontMetrics(), self._frame().plot
        rows = max(1, int((self.height() - plot.top()) / metrics.height()))
        lines = self._content.lines[::-1]
        shown = lines if len(lines) <= rows else lines[: rows - 1]
        left, top = self.width() - GAP - width, plot.top()
        for row, line in enumerate(shown):
            box = QRectF(left, top + row * metrics.height(), width, metrics.height())
            self._paint_entry(painter, line, box)
        if len(shown) < len(lines):
            text = tr("and {count} more").format(count=len(lines) - len(shown))
            painter.setPen(self._grey(0.65))
            baseline = top + len(shown) * metrics.height() + metrics.ascent()
            painter.drawText(QPointF(left + SWATCH + GAP, baseline), text)

    def _paint_entry(self, painter: QPainter, line: Line, box: QRectF) -> None:
        metrics = self.fontMetrics()
        painter.setPen(QPen(self._line_colour(line), max(line.width, 2.0)))
        middle = box.center().y()
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + SWATCH, middle))
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        text = self._value_text(line)
        name_width = box.width() - SWATCH - 2 * GAP - metrics.horizontalAdvance(text)
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, int(name_width) + 1)
        baseline = box.top() + metrics.ascent()
        painter.drawText(QPointF(box.left() + SWATCH + GAP, baseline), name)
        painter.drawText(QPointF(box.right() - metrics.horizontalAdvance(text), baseline), text)

    def _value_text(self, line: Line) -> str:
        """The value under the pointer, otherwise the newest one."""
        if not line.curve:
            return ""
        value = line.curve.values[-1] if self._epoch is None else line.curve.at(self._epoch)
        if value is None:
            return ""
        return number(value, 3) if 0.001 <= abs(value) < 1000 else significant(value)

    def _paint_pointer(self, painter: QPainter) -> None:
        if self._epoch is None:
            return
        frame = self._frame()
        self._paint_upright(painter, self._epoch, QPen(self._grey(0.4), 1))
        painter.setPen(Qt.PenStyle.NoPen)
        for line in self._content.lines:
            value = line.curve.at(self._epoch)
            if value is not None:
                painter.setBrush(self._line_colour(line))
                painter.drawEllipse(QPointF(frame.x(self._epoch), frame.y(value)), DOT, DOT)


def _tick_text(value: float, step: float) -> str:
    """A tick with as many decimals as the step needs."""
    decimals = tick_decimals(step)
    return number(value, decimals) if decimals < 7 else significant(value)
