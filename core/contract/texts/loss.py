"""A loss as a short text: ``toppixel(k=50000)``, ``0.5*ce + 0.5*focal(gamma=1)``: parsed and formatted."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..catalog.entries import Value, nearest
from ..catalog.losses import LOSSES
from ..messages.errors import LossTextError
from .method import Call, Language, format_value, terms_of, to_number

_FACTOR = re.compile(r"(?P<factor>[^*()]*)\*(?P<rest>.*)", re.DOTALL)

_LANGUAGE = Language(LOSSES, "loss", LossTextError)


@dataclass(frozen=True)
class LossTerm:
    """One loss of a sum.

    Attributes:
        name: Its name in the catalog.
        parameters: Values by name, defaults filled in; without those that another one replaces.
        factor: Its factor in the sum, above 0.
    """

    name: str
    parameters: dict[str, Value] = field(default_factory=dict)
    factor: float = 1.0


def parse_loss(text: str) -> tuple[LossTerm, ...]:
    """The terms of a loss text, checked against the catalog.

    Args:
        text: ``name``, ``name(parameter=value, …)`` or a sum of those, each with an optional factor.

    Raises:
        LossTextError: The text cannot be parsed, names an unknown loss or parameter, or a value is out of
            range. The message says which, and what is allowed.
    """
    if not text.strip():
        raise LossTextError("The loss is empty.", nearest("", LOSSES))
    terms = terms_of(text)
    if not all(term.strip() for term in terms):
        raise LossTextError(f"A loss is missing next to a '+' in '{text.strip()}'.")
    return tuple(_parse_term(term) for term in terms)


def format_loss(terms: Iterable[LossTerm]) -> str:
    """The shortest text of these terms: defaults are left out."""
    return " + ".join(_format_term(term) for term in terms)


def _parse_term(term: str) -> LossTerm:
    _refuse_trailing_factor(term)
    match = _FACTOR.fullmatch(term)
    if match is not None and not match["rest"].strip():
        raise LossTextError(f"A loss is missing after the factor in '{term.strip()}'.")
    factor, rest = (1.0, term) if match is None else (_parse_factor(match["factor"], term), match["rest"])
    call = _LANGUAGE.parse(rest)
    return LossTerm(call.name, call.parameters, factor)


def _refuse_trailing_factor(term: str) -> None:
    loss, _, factor = (piece.strip() for piece in term.rpartition("*"))
    if loss and to_number(loss) is None and to_number(factor) is not None:
        raise LossTextError(f"A factor goes before its loss: write '{factor}*{loss}'.")


def _parse_factor(text: str, term: str) -> float:
    factor = to_number(text)
    if factor is None or factor <= 0 or math.isinf(factor):
        raise LossTextError(f"The factor in '{term.strip()}' must be a number above 0.")
    return factor


def _format_term(term: LossTerm) -> str:
    factor = "" if term.factor == 1.0 else f"{format_value(term.factor)}*"
    return factor + _LANGUAGE.format(Call(term.name, term.parameters))
