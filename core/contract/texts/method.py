"""A method with its parameters as a short text, ``name(parameter=value, …)``: parsed, checked, formatted."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional

from ..catalog.entries import Method, Parameter, Value, nearest
from ..messages.errors import CoreError

_CALL = re.compile(r"\s*(?P<name>[^\W\d][\w -]*?)\s*(?:\((?P<parameters>[^()]*)\))?\s*")

_THOUSANDS = re.compile(r"=\s*(?P<number>\d{1,3}(?:,\d{3})+)\s*(?:,|$)")


@dataclass(frozen=True)
class Call:
    """A method with the values of its parameters.

    Attributes:
        name: Its name in the catalog.
        parameters: Values by name, defaults filled in; without those that another one replaces.
    """

    name: str
    parameters: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Language:
    """Parses and formats the methods of one kind.

    Attributes:
        methods: By name.
        kind: Noun for one of them, for the user.
        error: Raised for a text that cannot be parsed.
    """

    methods: Mapping[str, Method]
    kind: str
    error: type[CoreError]

    def parse(self, text: str) -> Call:
        """The method of a text, checked against the catalog, defaults filled in.

        Args:
            text: ``name`` or ``name(parameter=value, …)``.

        Raises:
            CoreError: Of type ``error``: the text cannot be parsed, names an unknown method or parameter,
                or a value is out of range. The message says which, and what is allowed.
        """
        match = _CALL.fullmatch(text)
        if match is None:
            example = next((m for m in self.methods.values() if m.parameters), None)
            hint = f"Write a name such as {_example(example)}." if example else ""
            raise self.error(f"'{text.strip()}' is not a valid {self.kind}.", hint)
        method = self.methods.get(match["name"])
        if method is None:
            raise self.error(
                f"There is no {self.kind} '{match['name']}'.", nearest(match["name"], self.methods)
            )
        return Call(method.name, self._parse_parameters(method, match["parameters"] or ""))

    def format(self, call: Call) -> str:
        """The shortest text of a call: defaults are left out, except for one that replaces another."""
        shown = [
            f"{p.name}={format_value(call.parameters[p.name])}"
            for p in self.methods[call.name].parameters
            if p.name in call.parameters and (p.excludes or call.parameters[p.name] != p.default)
        ]
        return call.name + (f"({', '.join(shown)})" if shown else "")

    def _parse_parameters(self, method: Method, text: str) -> dict[str, Value]:
        self._refuse_thousands(method, text)
        given: dict[str, Value] = {}
        for assignment in filter(None, (piece.strip() for piece in text.split(","))):
            name, equals, value = (piece.strip() for piece in assignment.partition("="))
            if not equals:
                raise self.error(
                    f"'{assignment}' in '{method.name}' has no '='.", f"Write for example {_example(method)}."
                )
            parameter = method.parameter(name)
            if parameter is None:
                known = [p.name for p in method.parameters]
                raise self.error(f"'{method.name}' has no '{name}'.", nearest(name, known) if known else "")
            if name in given:
                raise self.error(f"'{name}' is given twice in '{method.name}'.")
            given[name] = self._parse_value(method.name, parameter, value)
        return self._fill_defaults(method, given)

    def _refuse_thousands(self, method: Method, text: str) -> None:
        match = _THOUSANDS.search(text)
        if match is not None:
            number = match["number"]
            raise self.error(
                f"{method.name}: write '{number.replace(',', '')}', not '{number}': a comma separates "
                "parameters."
            )

    def _fill_defaults(self, method: Method, given: dict[str, Value]) -> dict[str, Value]:
        for parameter in method.parameters:
            if parameter.name in given and parameter.excludes in given:
                raise self.error(
                    f"'{method.name}' takes '{parameter.excludes}' or '{parameter.name}', not both."
                )
        filled: dict[str, Value] = {}
        for parameter in method.parameters:
            if parameter.name in given:
                filled[parameter.name] = given[parameter.name]
            elif parameter.default is not None and parameter.excludes not in given:
                filled[parameter.name] = parameter.default
        return filled

    def _parse_value(self, method: str, parameter: Parameter, text: str) -> Value:
        fault = self.error(f"{method}: '{parameter.name}' must be {parameter.range_text}, not '{text}'.")
        if parameter.choices:
            is_boolean = isinstance(parameter.default, bool)
            word = text.lower() if is_boolean else text
            if word not in parameter.choices:
                raise fault
            return word == "true" if is_boolean else word
        number = to_number(text)
        if number is None or (math.isinf(number) and parameter.maximum != math.inf):
            raise fault
        if parameter.is_integer and number != int(number):
            raise fault
        too_low = number <= parameter.minimum if parameter.minimum_excluded else number < parameter.minimum
        if too_low or (parameter.maximum is not None and number > parameter.maximum):
            raise fault
        return int(number) if parameter.is_integer else number


def terms_of(text: str) -> list[str]:
    """The terms of a sum as written: split at plus signs outside brackets."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "+" and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    return [*parts, text[start:]]


def to_number(text: str) -> Optional[float]:
    """A text as a number, infinity included; None if it is not a number, or NaN."""
    try:
        number = float(text)
    except ValueError:
        return None
    return None if math.isnan(number) else number


def format_value(value: Value) -> str:
    """A value as a user writes it: ``true``, ``2`` rather than ``2.0``, ``inf``."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value)


def _example(method: Method) -> str:
    defaults = [(p.name, p.default) for p in method.parameters if p.default is not None]
    inside = f"({defaults[0][0]}={format_value(defaults[0][1])})" if defaults else ""
    return f"'{method.name}{inside}'"
