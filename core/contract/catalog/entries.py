"""The classes of catalog entries (method, parameter, preset), and the nearest name to a misspelt one."""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Optional, Union

Value = Union[float, int, bool, str]


@dataclass(frozen=True)
class Parameter:
    """One number or choice of a method.

    Attributes:
        name: As written in a text.
        default: Value when left out; None for a parameter that has none (see ``excludes``). True or False
            for one that is written ``true`` or ``false``.
        help: What it does, for the user.
        minimum: Smallest value.
        maximum: Largest value, ``math.inf`` if infinity itself is allowed; None for no limit.
        is_integer: Whether only whole numbers are allowed.
        choices: Allowed words; empty for a number.
        excludes: Name of the parameter that this one replaces: at most one of the two may be given.
        minimum_excluded: Whether ``minimum`` itself is out of range.
        example: Initial value of an editor where there is no default.
    """

    name: str
    default: Optional[Value]
    help: str
    minimum: float = 0.0
    maximum: Optional[float] = None
    is_integer: bool = False
    choices: tuple[str, ...] = ()
    excludes: str = ""
    minimum_excluded: bool = False
    example: Optional[float] = None

    @property
    def range_text(self) -> str:
        """The allowed values as a phrase for the user."""
        if self.choices:
            return " or ".join(self.choices)
        kind = "an integer" if self.is_integer else "a number"
        low = f"{'above' if self.minimum_excluded else 'from'} {_in_full(self.minimum)}"
        high = "" if self.maximum is None else f" to {_in_full(self.maximum)}"
        return f"{kind} {low}{high}"


def _in_full(number: float) -> str:
    """A bound for the user: ``1,000,000``, ``0.5``, ``inf``."""
    is_whole = math.isfinite(number) and number == int(number)
    return f"{number:,.0f}" if is_whole else f"{number:g}"


@dataclass(frozen=True)
class Method:
    """A loss, a class weighting or an augmentation, as the user meets it.

    Attributes:
        name: As written in a text.
        title: As shown in a dialog.
        purpose: What it is for, one sentence.
        source: Publication or formula.
        parameters: In the order shown.
        also: Other names, not accepted in a text, but matched when suggesting the nearest name.
    """

    name: str
    title: str
    purpose: str
    source: str
    parameters: tuple[Parameter, ...] = ()
    also: tuple[str, ...] = ()

    def parameter(self, name: str) -> Optional[Parameter]:
        """The parameter of that name, or None."""
        return next((p for p in self.parameters if p.name == name), None)


@dataclass(frozen=True)
class Preset(Method):
    """A method that stands for a sum of others.

    Attributes:
        terms: The sum, as a text; empty for none.
    """

    terms: str = ""


def nearest(name: str, known: Collection[str]) -> str:
    """A phrase that names the nearest known word and lists the known ones.

    Case, spaces, hyphens and underscores make no difference. A method is also known by its title and its
    other names (``Method.also``).

    Args:
        name: What the user wrote.
        known: What is allowed: words, or methods by name.

    Returns:
        For example ``Did you mean 'focal'? Known: ce, focal, toppixel.``
    """
    words = {**_other_names(known), **{_letters(word): word for word in known}}
    close = difflib.get_close_matches(_letters(name), words, n=1, cutoff=0.5)
    question = f"Did you mean '{words[close[0]]}'? " if close else ""
    return f"{question}Known: {', '.join(known)}."


def _other_names(known: Collection[str]) -> dict[str, str]:
    """Names of methods by the letters of their titles and other names."""
    methods = known.values() if isinstance(known, Mapping) else ()
    return {
        _letters(other): method.name
        for method in methods
        if isinstance(method, Method)
        for other in (method.title, *method.also)
    }


def _letters(text: str) -> str:
    """Letters and digits only, case folded."""
    return "".join(character for character in text.casefold() if character.isalnum())
