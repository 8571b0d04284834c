"""A loss as a short text: ``toppixel(k=50000)``, ``0.5*ce + 0.5*focal(gamma=1)``; read, checked, written."""

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
        parameters: Every parameter that is in force, defaults filled in.
        factor: What it is multiplied by.
    """

    name: str
    parameters: dict[str, Value] = field(default_factory=dict)
    factor: float = 1.0


def parse_loss(text: str) -> tuple[LossTerm, ...]:
    """The terms of a loss text, checked against the catalog.

    Args:
        text: ``name``, ``name(parameter=value, …)`` or a sum of those, each with an optional factor.

    Returns:
        One term for each loss of the sum, defaults filled in.

    Raises:
        LossTextError: The text cannot be read, names an unknown loss or parameter, or a value is out of
            range. The message says which, and what would be right.
    """
    if not text.strip():
        raise LossTextError("The loss is empty.", nearest("", LOSSES))
    parts = terms_of(text)
    if not all(part.strip() for part in parts):
        raise LossTextError(f"Beside a '+' of '{text.strip()}' a loss is missing.")
    return tuple(_parse_term(part) for part in parts)


def format_loss(terms: Iterable[LossTerm]) -> str:
    """The shortest text that gives these terms again; defaults are left out unless none would remain."""
    return " + ".join(_format_term(term) for term in terms)


def _parse_term(part: str) -> LossTerm:
    _refuse_factor_behind(part)
    match = _FACTOR.fullmatch(part)
    if match is not None and not match["rest"].strip():
        raise LossTextError(f"Behind the factor in '{part.strip()}' a loss is missing.")
    factor, rest = (1.0, part) if match is None else (_parse_factor(match["factor"], part), match["rest"])
    call = _LANGUAGE.parse(rest)
    return LossTerm(call.name, call.parameters, factor)


def _refuse_factor_behind(part: str) -> None:
    loss, _, factor = (piece.strip() for piece in part.rpartition("*"))
    if loss and to_number(loss) is None and to_number(factor) is not None:
        raise LossTextError(f"The factor stands in front of the loss: write '{factor}*{loss}'.")


def _parse_factor(text: str, part: str) -> float:
    factor = to_number(text)
    if factor is None or factor <= 0 or math.isinf(factor):
        raise LossTextError(f"The factor in '{part.strip()}' must be a number above 0.")
    return factor


def _format_term(term: LossTerm) -> str:
    factor = "" if term.factor == 1.0 else f"{format_value(term.factor)}*"
    return factor + _LANGUAGE.format(Call(term.name, term.parameters))
