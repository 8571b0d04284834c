"""The class weights: a weighting by title with its parameters, or typed class by class."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QWidget

from ...core.contract.catalog.weightings import CLASS_WEIGHTINGS
from ...core.contract.messages.errors import WeightsTextError
from ...core.contract.texts.weights import check_weights, format_weighting, parse_weighting
from ..translation import tr
from .chosen_text import ChosenText, TextWidgetWrapper
from .method import MethodChooser, MethodPage, TypedPage


class WeightsWidget(ChosenText):
    """Its value is a text of class weights."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        typed = TypedPage("car=5, road=1", _explain)
        chooser = MethodChooser(CLASS_WEIGHTINGS, others=((tr("Typed, class by class"), typed),))
        super().__init__(chooser, typed, parent)

    def text_of(self, page: QWidget) -> str:
        """A weighting, or what is typed."""
        return format_weighting(page.call()) if isinstance(page, MethodPage) else self.typed.text()

    def show_chosen(self, text: str) -> bool:
        """Show a weighting by its parameters."""
        try:
            call = parse_weighting(text)
        except WeightsTextError:
            return False
        return call is not None and self.chooser.show_call(call)


def _explain(text: str) -> str:
    try:
        check_weights(text)
    except WeightsTextError as error:
        return str(error)
    return tr("A class that is not named weighs 1.")


class WeightsWidgetWrapper(TextWidgetWrapper):
    """Wraps a ``WeightsWidget``."""

    WIDGET = WeightsWidget
