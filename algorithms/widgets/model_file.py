"""A model file, and its card: what the model expects and finds."""

from __future__ import annotations

from html import escape
from typing import Any, Optional

from processing.gui.wrappers import DIALOG_STANDARD, WidgetWrapper
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...core.contract.catalog.networks import ARCHITECTURES
from ...core.contract.messages.errors import ModelFileError
from ...core.contract.model_card import ModelCard, read_model_card
from ..translation import number, significant, tr

SHOWN_CLASSES = 30
"""Maximum number of classes shown."""


class ModelFileWidget(QWidget):
    """A file picker with the chosen model's description below.

    Args:
        has_description: Whether to show it (not in a batch table).
    """

    def __init__(self, *, has_description: bool = True, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.file = QgsFileWidget()
        self.file.setFilter(tr("TopPixel models") + " (*.safetensors)")
        self.description = QLabel()
        self.description.setWordWrap(True)
        self.description.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.file)
        if has_description:
            layout.addWidget(self.description)
            self.file.fileChanged.connect(self._describe)

    def _describe(self, path: str) -> None:
        self.description.setVisible(bool(path.strip()))
        try:
            self.description.setText(describe_model(read_model_card(path)))
        except ModelFileError as error:
            self.description.setText(escape(str(error)))


def describe_model(card: ModelCard) -> str:
    """What a model expects and finds, as rich text."""
    miou = card.metrics.get("miou")
    rows = [
        (tr("Network"), f"{ARCHITECTURES.get(card.architecture, card.architecture)}, {card.encoder}"),
        (
            tr("Expects"),
            tr("{count} bands ({names}), {dtype}, pixels of {size} m").format(
                count=len(card.bands),
                names=", ".join(band.name for band in card.bands),
                dtype=card.dtype,
                size=significant(card.pixel_size_m),
            ),
        ),
        (tr("Trained with"), card.loss),
        (
            tr("Validation"),
            tr("none") if miou is None else tr("mean IoU {miou}").format(miou=number(miou, 3)),
        ),
    ]
    lines = [f"<b>{name}:</b> {escape(value)}" for name, value in rows]
    return "<br>".join([*lines, f"<b>{tr('Classes')}:</b> {_classes(card)}"])


def _classes(card: ModelCard) -> str:
    """Names of the classes, each with its colour and its IoU on the validation set, if known."""
    scores = card.metrics.get("classes", {})
    shown = []
    for entry in list(card.classes)[:SHOWN_CLASSES]:
        score = scores.get(entry.name, {}).get("iou")
        text = escape(entry.name) + ("" if score is None else f"&nbsp;({number(score, 2)})")
        shown.append(f'<span style="color:{escape(entry.colour)}">&#9632;</span>&nbsp;{text}')
    rest = len(card.classes) - len(shown)
    return ", ".join([*shown, tr("{count} more").format(count=rest)] if rest else shown)


class ModelFileWidgetWrapper(WidgetWrapper):
    """Wraps a ``ModelFileWidget``."""

    def createWidget(self) -> ModelFileWidget:
        """The widget."""
        return ModelFileWidget(has_description=self.dialogType == DIALOG_STANDARD)

    def setValue(self, value: Any) -> None:
        """Show a value."""
        self.widget.file.setFilePath("" if value is None else str(value))

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.file.filePath())
