"""The loss by title with its parameters, the sum of two, or a text; and how much of a batch it uses."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...core.contract.catalog.losses import LOSSES
from ...core.contract.jobs.train import TrainJob
from ...core.contract.messages.errors import LossTextError
from ...core.contract.texts.loss import LossTerm, format_loss, parse_loss
from ...core.contract.texts.method import Call
from ..translation import tr
from .chosen_text import ChosenText, TextWidgetWrapper
from .effective_share import effective_share
from .method import MethodChooser, MethodPage, Remark, TypedPage
from .number import NumberBox
from .parameter import DECIMALS

LARGEST_FACTOR = 1e6
"""A sum with a larger factor is shown as text."""


class TermEdit(QWidget):
    """A loss of a sum with its factor; arguments as in ``MethodChooser``."""

    changed = pyqtSignal()

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        self.factor = NumberBox(10**-DECIMALS, LARGEST_FACTOR, DECIMALS)
        self.factor.setFixedWidth(self.factor.fontMetrics().horizontalAdvance("0" * 8) + 30)
        self.factor.setToolTip(tr("Factor of the loss"))
        self.factor.setValue(1)
        lead = QWidget()
        row = QHBoxLayout(lead)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.factor)
        row.addWidget(QLabel("\u00d7"))
        self.chooser = MethodChooser(LOSSES, remark, lead=lead)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chooser)
        self.factor.valueChanged.connect(lambda _: self.changed.emit())
        self.chooser.changed.connect(self.changed)

    def term(self) -> LossTerm:
        """The term shown."""
        call = self.chooser.page.call()
        return LossTerm(call.name, call.parameters, float(self.factor.value()))

    def show_term(self, term: LossTerm) -> bool:
        """Show a loss.

        Returns:
            Whether it could be shown exactly.
        """
        self.factor.setValue(term.factor)
        return self.chooser.show_call(Call(term.name, term.parameters)) and self.term() == term


class SumPage(QWidget):
    """The sum of two losses; arguments as in ``MethodChooser``."""

    changed = pyqtSignal()

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        self.terms = (TermEdit(remark), TermEdit(remark))
        layout = QVBoxLayout(self)
        for term in self.terms:
            layout.addWidget(term)
            term.changed.connect(self.changed)
        self.start_from(parse_loss("ce")[0])

    def text(self) -> str:
        """The loss text."""
        return format_loss(term.term() for term in self.terms)

    def show_terms(self, terms: tuple[LossTerm, ...]) -> bool:
        """Show two losses.

        Returns:
            Whether they could be shown exactly.
        """
        shown = [edit.show_term(term) for edit, term in zip(self.terms, terms)]
        return all(shown)

    def start_from(self, term: LossTerm) -> None:
        """Show a loss and another that complements it."""
        other = "lovasz" if term.name == "ce" else "ce"
        self.show_terms((term, parse_loss(other)[0]))

    def refresh(self) -> None:
        """Update the remarks."""
        for term in self.terms:
            term.chooser.refresh()


class LossWidget(ChosenText):
    """Its value is a loss text."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self._chip_size, self._batch_size = TrainJob.chip_size, TrainJob.batch_size
        self.sum = SumPage(self._remark)
        typed = TypedPage("0.5*ce + 0.5*focal(gamma=2)", self._explain)
        others = ((tr("Sum of two losses"), self.sum), (tr("Typed as text"), typed))
        super().__init__(MethodChooser(LOSSES, self._remark, others), typed, parent)

    def text_of(self, page: QWidget) -> str:
        """A loss, a sum of two, or what is typed."""
        if isinstance(page, MethodPage):
            call = page.call()
            return format_loss([LossTerm(call.name, call.parameters)])
        return str(page.text())

    def show_chosen(self, text: str) -> bool:
        """Show one loss or two by their parameters."""
        try:
            terms = parse_loss(text)
        except LossTextError:
            return False
        if len(terms) == 2 and self.sum.show_terms(terms):
            self.chooser.choose(self.sum)
            return True
        is_plain = len(terms) == 1 and terms[0].factor == 1
        return is_plain and self.chooser.show_call(Call(terms[0].name, terms[0].parameters))

    def begin(self, page: QWidget, before: QWidget) -> None:
        """Start a sum from the loss that was shown."""
        if page is self.sum and isinstance(before, MethodPage):
            self.sum.start_from(parse_loss(self.text_of(before))[0])

    def set_sizes(self, chip_size: int, batch_size: int) -> None:
        """Set the sizes for the remarks on numbers of pixels."""
        self._chip_size, self._batch_size = chip_size, batch_size
        self.chooser.refresh()

    def _remark(self, call: Call) -> str:
        return effective_share(call, self._chip_size, self._batch_size)

    def _explain(self, text: str) -> str:
        try:
            remarks = [self._remark(Call(term.name, term.parameters)) for term in parse_loss(text)]
        except LossTextError as error:
            return str(error)
        return " ".join(filter(None, remarks))


class LossWidgetWrapper(TextWidgetWrapper):
    """Wraps a ``LossWidget``."""

    WIDGET = LossWidget
