"""The augmentation: a preset, augmentations to check with their parameters, or a text; and its full sum."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from ...core.contract.catalog.entries import Method
from ...core.contract.messages.errors import AugmentationTextError
from ...core.contract.texts.augmentation import (
    format_augmentation,
    parse_augmentation,
    sum_of_terms,
)
from ...core.contract.texts.method import Call
from ..translation import tr
from .chosen_text import ChosenText, TextWidgetWrapper
from .method import INDENT, MethodChooser, MethodPage, TypedPage, plain_label


class AugmentationEdit(QWidget):
    """An augmentation: a check box, and while it is checked, its purpose and parameters below."""

    changed = pyqtSignal()

    def __init__(self, method: Method) -> None:
        super().__init__()
        self.check_box = QCheckBox(tr(method.title))
        self.check_box.setToolTip(tr(method.purpose))
        self.page = MethodPage(method)
        self.page.layout().setContentsMargins(INDENT, 0, 0, 0)
        self.page.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check_box)
        layout.addWidget(self.page)
        self.check_box.toggled.connect(self.page.setVisible)
        self.check_box.toggled.connect(lambda _: self.changed.emit())
        self.page.changed.connect(self.changed)

    def call(self) -> Optional[Call]:
        """The augmentation with its parameters; None while it is not checked."""
        return self.page.call() if self.check_box.isChecked() else None

    def show_call(self, call: Optional[Call]) -> bool:
        """Check the augmentation and show its parameters, or uncheck it for None.

        Returns:
            Whether it could be shown exactly.
        """
        is_exact = call is None or self.page.show_call(call)
        self.check_box.setChecked(call is not None)
        return is_exact


class SumPage(QWidget):
    """All augmentations as check boxes; below, their sum as text."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.edits = {name: AugmentationEdit(method) for name, method in AUGMENTATIONS.items()}
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
        """The augmentation text."""
        return format_augmentation(filter(None, (edit.call() for edit in self.edits.values())))

    def show_terms(self, terms: Iterable[Call]) -> bool:
        """Show augmentations.

        Returns:
            Whether they could be shown exactly.
        """
        wanted = {term.name: term for term in terms}
        shown = [edit.show_call(wanted.get(name)) for name, edit in self.edits.items()]
        return all(shown)

    def refresh(self) -> None:
        """Update the text."""
        self.written.setText(tr("As text: {text}").format(text=self.text()))


class AugmentationWidget(ChosenText):
    """Its value is an augmentation text."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.sum = SumPage()
        typed = TypedPage("d4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)", _explain)
        others = ((tr("Custom"), self.sum), (tr("Typed as text"), typed))
        super().__init__(MethodChooser(AUGMENTATION_PRESETS, _remark, others), typed, parent)

    def text_of(self, page: QWidget) -> str:
        """The name of a preset, a sum, or what is typed."""
        return str(page.call().name if isinstance(page, MethodPage) else page.text())

    def show_chosen(self, text: str) -> bool:
        """Show a preset, or augmentations by their parameters."""
        if _explain_fault(text):
            return False
        terms = parse_augmentation(text)
        name = format_augmentation(terms)
        if name in AUGMENTATION_PRESETS:
            return self.chooser.show_call(Call(name))
        is_exact = self.sum.show_terms(terms)
        if is_exact:
            self.chooser.choose(self.sum)
        return is_exact

    def begin(self, page: QWidget, before: QWidget) -> None:
        """Start a custom sum from what was shown."""
        text = self.text_of(before)
        if page is self.sum and not _explain_fault(text):
            self.sum.show_terms(parse_augmentation(text))


def _remark(preset: Call) -> str:
    """The sum of a preset."""
    return AUGMENTATION_PRESETS[preset.name].terms


def _explain(text: str) -> str:
    """What is wrong with a text, or its full sum."""
    return _explain_fault(text) or sum_of_terms(parse_augmentation(text))


def _explain_fault(text: str) -> str:
    try:
        parse_augmentation(text)
    except AugmentationTextError as error:
        return str(error)
    return ""


class AugmentationWidgetWrapper(TextWidgetWrapper):
    """Puts an ``AugmentationWidget`` into the dialog."""

    WIDGET = AugmentationWidget
