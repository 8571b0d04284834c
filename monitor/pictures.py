"""The preview of the validation set: image, ground truth and prediction, scaled to the available space."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..algorithms.translation import tr

GAP = 6
KINDS = ("image", "truth", "prediction")


def arrange(width: float, height: float, size: QSize, caption: float) -> list[QRectF]:
    """Three rectangles for pictures of one size, in a row or a column, whichever shows them larger.

    Args:
        width: Available width, pixels.
        height: Available height, pixels.
        size: Of a picture; not empty.
        caption: Height of the caption above each, pixels.

    Returns:
        Rectangles of the pictures without their captions.
    """
    options = []
    for columns, rows in ((3, 1), (1, 3)):
        cell_width = (width - (columns + 1) * GAP) / columns
        cell_height = (height - (rows + 1) * GAP) / rows - caption
        scale = max(min(cell_width / size.width(), cell_height / size.height()), 0.0)
        options.append((scale, columns))
    scale, columns = max(options)
    shown = (size.width() * scale, size.height() * scale)
    left = max((width - columns * shown[0] - (columns - 1) * GAP) / 2, GAP)
    step = (shown[0] + GAP, 0.0) if columns == 3 else (0.0, shown[1] + caption + GAP)
    rows = 3 // columns
    top = max((height - rows * (shown[1] + caption) - (rows - 1) * GAP) / 2, GAP) + caption
    return [QRectF(left + number * step[0], top + number * step[1], *shown) for number in range(3)]


class Pictures(QWidget):
    """Shows the preview of a training, or a note that there is none yet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._encoded: dict[str, bytes] = {}
        self._images: dict[str, QImage] = {}
        self._scaled: dict[str, QImage] = {}
        self.setAccessibleName(tr("Newest validation picture"))
        self.setMinimumHeight(50)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """High enough to see something."""
        return QSize(320, 150)

    def show_pictures(self, encoded: Mapping[str, bytes], epoch: int) -> None:
        """Show pictures; those that are shown already are not decoded again.

        Args:
            encoded: PNG by kind; kinds may be missing.
            epoch: Of the prediction.
        """
        for kind in KINDS:
            if self._encoded.get(kind) is not encoded.get(kind):
                self._images[kind] = QImage.fromData(encoded.get(kind, b""))
                self._scaled.pop(kind, None)
        self._encoded = dict(encoded)
        self.setToolTip(tr("Predicted after epoch {number}").format(number=epoch) if encoded else "")
        self.update()

    def resizeEvent(self, event: Any) -> None:
        """Discard the scaled pictures."""
        self._scaled.clear()
        super().resizeEvent(event)

    def paintEvent(self, event: Any) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the three pictures under their captions."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        image = self._images.get("image")
        if image is None or image.isNull():
            text = tr("A preview of the validation set is shown here after each epoch.")
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(GAP, GAP, -GAP, -GAP), int(centred), text)
        else:
            self._paint_pictures(painter, image.size())
        painter.end()

    def _paint_pictures(self, painter: QPainter, size: QSize) -> None:
        metrics = self.fontMetrics()
        rects = arrange(self.width(), self.height(), size, metrics.height() + 2)
        captions = (tr("Image"), tr("Ground truth"), tr("Prediction"))
        for kind, caption, rect in zip(KINDS, captions, rects):
            if rect.width() < 1 or rect.height() < 1:
                continue
            text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
            painter.drawText(rect.topLeft() - QPointF(0, metrics.descent() + 1), text)
            painter.drawImage(rect, self._fitted(kind, rect))

    def _fitted(self, kind: str, rect: QRectF) -> QImage:
        """A picture at the screen's resolution: averaged when made smaller, sharp pixels when made larger."""
        if kind not in self._scaled:
            image = self._images[kind]
            wanted = (rect.size() * self.devicePixelRatioF()).toSize()
            is_smaller = wanted.width() < image.width()
            mode = Qt.TransformationMode
            self._scaled[kind] = image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                mode.SmoothTransformation if is_smaller else mode.FastTransformation,
            )
        return self._scaled[kind]
