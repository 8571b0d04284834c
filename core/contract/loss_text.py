"""A loss as a short text: ``toppixel(k=50000)``, ``0.5*ce + 0.5*focal(gamma=1)``; read, checked, written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Optional

from .catalog import LOSSES, LossDescription, LossParameter, Value, nearest
from .errors import LossTextError

_TERM = re.compile(
    r"\s*(?:(?P<factor>[^*()+]*?)\s*\*)?\s*(?P<name>[A-Za-z_]\w*)\s*(?:\((?P<parameters>[^()]*)\))?\s*"
)


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
    return tuple(_parse_term(part) for part in _split_outside_brackets(text))


def format_loss(terms: Iterable[LossTerm]) -> str:
    """The shortest text that gives these terms again; defaults are left out unless none would remain."""
    return " + ".join(_format_term(term) for term in terms)


def _split_outside_brackets(text: str) -> list[str]:
    """Parts between plus signs, except those inside brackets."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "+" and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    return [*parts, text[start:]]


def _parse_term(part: str) -> LossTerm:
    match = _TERM.fullmatch(part)
    if match is None:
        raise LossTextError(
            f"'{part.strip()}' is no loss.",
            "Write a name such as 'ce', or 'toppixel(k=50000)', or a sum such as '0.5*ce + 0.5*focal'.",
        )
    description = LOSSES.get(match["name"])
    if description is None:
        raise LossTextError(f"There is no loss '{match['name']}'.", nearest(match["name"], LOSSES))
    factor = 1.0 if match["factor"] is None else _parse_factor(match["factor"], part)
    return LossTerm(description.name, _parse_parameters(description, match["parameters"] or ""), factor)


def _parse_factor(text: str, part: str) -> float:
    factor = _to_number(text)
    if factor is None or factor <= 0:
        raise LossTextError(f"The factor in '{part.strip()}' must be a number above 0.")
    return factor


def _parse_parameters(description: LossDescription, text: str) -> dict[str, Value]:
    given: dict[str, Value] = {}
    for assignment in filter(None, (piece.strip() for piece in text.split(","))):
        name, equals, value = (piece.strip() for piece in assignment.partition("="))
        if not equals:
            raise LossTextError(
                f"'{assignment}' in '{description.name}' has no '='.",
                f"Write for example {_example(description)}.",
            )
        parameter = description.parameter(name)
        if parameter is None:
            known = [p.name for p in description.parameters]
            raise LossTextError(f"'{description.name}' has no '{name}'.", nearest(name, known))
        if name in given:
            raise LossTextError(f"'{name}' stands twice in '{description.name}'.")
        given[name] = _parse_value(description.name, parameter, value)
    return _fill_defaults(description, given)


def _fill_defaults(description: LossDescription, given: dict[str, Value]) -> dict[str, Value]:
    for parameter in description.parameters:
        if parameter.name in given and parameter.excludes in given:
            raise LossTextError(
                f"'{description.name}' takes '{parameter.excludes}' or '{parameter.name}', not both."
            )
    filled: dict[str, Value] = {}
    for parameter in description.parameters:
        if parameter.name in given:
            filled[parameter.name] = given[parameter.name]
        elif parameter.default is not None and parameter.excludes not in given:
            filled[parameter.name] = parameter.default
    return filled


def _parse_value(loss: str, parameter: LossParameter, text: str) -> Value:
    fault = LossTextError(f"{loss}: '{parameter.name}' must be {parameter.range_text}, not '{text}'.")
    if parameter.choices:
        if text not in parameter.choices:
            raise fault
        return text
    number = _to_number(text)
    if number is None or (parameter.is_integer and number != int(number)):
        raise fault
    too_low = number <= parameter.minimum if parameter.minimum_excluded else number < parameter.minimum
    if too_low or (parameter.maximum is not None and number > parameter.maximum):
        raise fault
    return int(number) if parameter.is_integer else number


def _to_number(text: str) -> Optional[float]:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _example(description: LossDescription) -> str:
    defaults = [(p.name, p.default) for p in description.parameters if p.default is not None]
    inside = f"({defaults[0][0]}={defaults[0][1]})" if defaults else ""
    return f"'{description.name}{inside}'"


def _format_term(term: LossTerm) -> str:
    description = LOSSES[term.name]
    shown = [
        f"{p.name}={_format_value(term.parameters[p.name])}"
        for p in description.parameters
        if p.name in term.parameters and (p.excludes or term.parameters[p.name] != p.default)
    ]
    factor = "" if term.factor == 1.0 else f"{_format_value(term.factor)}*"
    return f"{factor}{term.name}" + (f"({', '.join(shown)})" if shown else "")


def _format_value(value: Value) -> str:
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)
