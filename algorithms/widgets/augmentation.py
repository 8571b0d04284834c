"""How chips are varied: a preset, parts to tick with their numbers, or a text; and what that is in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from processing.gui.wrappers import DIALOG_STANDARD, WidgetWrapper
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ...core.contract.augmentation_text import format_augmentation, parse_augmentation, sum_of_parts
from ...core.contract.catalog import AUGMENTATION_PRESETS, AUGMENTATIONS, Method
from ...core.contract.errors import AugmentationTextError
from ...core.contract.method_text import Call
from ..translation import tr
from .method import INDENT, MethodChooser, MethodPage, TypedPage, plain_label


class PartEdit(QWidget):
    """One part: a tick, and below, while it is ticked, what it does and its numbers.

    Args:
        method: From the catalog.
    """

    changed = pyqtSignal()

    def __init__(self, method: Method) -> None:
        super().__init__()
        self.tick = QCheckBox(tr(method.title))
        self.tick.setToolTip(tr(method.purpose))
        self.page = MethodPage(method)
        self.page.layout().setContentsMargins(INDENT, 0, 0, 0)
        self.page.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tick)
        layout.addWidget(self.page)
        self.tick.toggled.connect(self.page.setVisible)
        self.tick.toggled.connect(lambda _: self.changed.emit())
        self.page.changed.connect(self.changed)

    def call(self) -> Optional[Call]:
        """The part with its numbers; None while it is not ticked."""
        return self.page.call() if self.tick.isChecked() else None

    def show_call(self, call: Optional[Call]) -> bool:
        """Tick the part and show its numbers, or untick it.

        Returns:
            Whether it could be shown exactly.
        """
        is_exact = call is None or self.page.show_call(call)
        self.tick.setChecked(call is not None)
        return is_exact


class PartsPage(QWidget):
    """All parts, those in force ticked; at the end the same as text."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.edits = {name: PartEdit(method) for name, method in AUGMENTATIONS.items()}
        self.written = plain_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for edit in self.edits.values():
            layout.addWidget(edit)
            edit.changed.connect(self.changed)
        layout.addWidget(self.written)
        self.changed.connect(self.refresh)
        self.refresh()

    def text(self) -> str:
        """The augmentation text of what is shown."""
        return format_augmentation(filter(None, (edit.call() for edit in self.edits.values())))

    def show_parts(self, parts: Iterable[Call]) -> bool:
        """Show parts.

        Returns:
            Whether they could be shown exactly.
        """
        wanted = {part.name: part for part in parts}
        shown = [edit.show_call(wanted.get(name)) for name, edit in self.edits.items()]
        return all(shown)

    def refresh(self) -> None:
        """Bring the text up to date."""
        self.written.setText(tr("As text: {text}").format(text=self.text()))


class AugmentationWidget(QWidget):
    """Its value is an augmentation text."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.parts = PartsPage()
        self.typed = TypedPage("turns + colour(brightness=0.5) + copy_paste(chance=0.3)", _explain)
        others = ((tr("Own choice"), self.parts), (tr("Typed as text"), self.typed))
        self.chooser = MethodChooser(AUGMENTATION_PRESETS, _remark, others)
        self._before = self.chooser.page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chooser)
        self.chooser.combo.activated.connect(self._take_over)
        self.chooser.changed.connect(self.changed)

    def text(self) -> str:
        """The augmentation text of what is shown."""
        return self._text_of(self.chooser.page)

    def set_text(self, text: str) -> None:
        """Show a text: a preset by its name, parts by their numbers, anything else as it is written."""
        try:
            parts = parse_augmentation(text)
        except AugmentationTextError:
            self._show_typed(text)
        else:
            name = format_augmentation(parts)
            if name in AUGMENTATION_PRESETS:
                self.chooser.show_call(Call(name))
            elif self.parts.show_parts(parts):
                self.chooser.choose(self.parts)
            else:
                self._show_typed(text)
        self._before = self.chooser.page

    def _show_typed(self, text: str) -> None:
        self.typed.line.setText(text)
        self.chooser.choose(self.typed)

    def _text_of(self, page: QWidget) -> str:
        return str(page.call().name if isinstance(page, MethodPage) else page.text())

    def _take_over(self, _index: int) -> None:
        """A user who goes on to an own choice or to typing starts from what was shown."""
        before, self._before = self._before, self.chooser.page
        if before is self._before:
            return
        text = self._text_of(before)
        if self._before is self.typed and not self.typed.line.isModified():
            self.typed.line.setText(text)
        elif self._before is self.parts and not _explain_fault(text):
            self.parts.show_parts(parse_augmentation(text))


def _remark(preset: Call) -> str:
    """The parts of a preset."""
    return AUGMENTATION_PRESETS[preset.name].parts


def _explain(text: str) -> str:
    """What is wrong with a text, or its parts one by one."""
    return _explain_fault(text) or sum_of_parts(parse_augmentation(text))


def _explain_fault(text: str) -> str:
    try:
        parse_augmentation(text)
    except AugmentationTextError as error:
        return str(error)
    return ""


class AugmentationWidgetWrapper(WidgetWrapper):
    """Puts an ``AugmentationWidget`` into the dialog; a plain line into tables and the modeler."""

    def createWidget(self) -> QWidget:
        """The widget."""
        return AugmentationWidget() if self.dialogType == DIALOG_STANDARD else QLineEdit()

    def setValue(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else str(value)
        if isinstance(self.widget, AugmentationWidget):
            self.widget.set_text(text)
        else:
            self.widget.setText(text)

    def value(self) -> str:
        """The value shown."""
        return str(self.widget.text())
