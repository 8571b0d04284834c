"""Class weights as a short text: ``median_frequency(cap=50)``, or typed as ``car=5, road=1``."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Optional

from ..catalog.entries import nearest
from ..catalog.weightings import CLASS_WEIGHTINGS
from ..messages.errors import WeightsTextError
from .method import Call, Language

_LANGUAGE = Language(CLASS_WEIGHTINGS, "class weighting", WeightsTextError)

_LIKE_A_WEIGHTING = re.compile(r"[A-Za-z_][\w -]*(\(.*\))?", re.ASCII | re.DOTALL)

_IN_BRACKETS = re.compile(r"\([^()]*(\)|$)")


def parse_weighting(text: str) -> Optional[Call]:
    """The weighting of a text.

    Args:
        text: A name from the catalog, with or without parameters; spaces in the name count as underscores.
            An ``=`` outside brackets belongs to a class, whatever its name begins with.

    Returns:
        The weighting; None for weights that are typed class by class.

    Raises:
        WeightsTextError: The weighting is unknown, or a value is out of range.
    """
    stripped = text.strip()
    if "=" in _IN_BRACKETS.sub("", stripped):
        return None
    name, bracket, numbers = stripped.partition("(")
    identifier = name.strip().replace(" ", "_")
    if identifier in CLASS_WEIGHTINGS:
        return _LANGUAGE.parse(identifier + bracket + numbers)
    if _LIKE_A_WEIGHTING.fullmatch(stripped):
        raise _unreadable(stripped)
    return None


def format_weighting(call: Call) -> str:
    """The shortest text of a weighting."""
    return _LANGUAGE.format(call)


def check_weights(text: str) -> None:
    """Refuse a text that is neither a weighting nor weights by class.

    Raises:
        WeightsTextError: It cannot be parsed.
    """
    if parse_weighting(text) is None:
        parse_weights(text)


def format_weights(weights: Sequence[float], class_names: Sequence[str]) -> str:
    """Weights as typed class by class, with six significant digits."""
    return ", ".join(f"{name}={weight:.6g}" for name, weight in zip(class_names, weights))


def parse_weights(text: str) -> dict[str, float]:
    """The weights typed by the user, by class name.

    Args:
        text: ``name=number`` pairs separated by commas. A pair is split at its last ``=``, so a class name
            may contain one.

    Raises:
        WeightsTextError: A pair cannot be parsed, a class is given twice, or a number is negative.
    """
    weights: dict[str, float] = {}
    for pair in filter(None, (piece.strip() for piece in text.split(","))):
        name, equals, number = (piece.strip() for piece in pair.rpartition("="))
        if not equals:
            raise _unreadable(pair)
        if name in weights:
            raise WeightsTextError(f"Class weights: '{name}' is given twice.")
        weights[name] = _parse_weight(name, number)
    if not weights:
        raise WeightsTextError("Class weights are empty.", nearest("", CLASS_WEIGHTINGS))
    return weights


def weights_for_classes(text: str, class_names: Sequence[str]) -> list[float]:
    """The weight of each class from a typed text, by network index; a class that is not named weighs 1.

    Args:
        text: ``name=number`` pairs as in ``parse_weights``.
        class_names: By network index.

    Raises:
        WeightsTextError: The text names an unknown class, leaves no weight above 0, or cannot be parsed.
    """
    weights = parse_weights(text)
    for name in weights:
        if name not in class_names:
            raise WeightsTextError(f"Class weights: there is no class '{name}'.", nearest(name, class_names))
    filled = [weights.get(name, 1.0) for name in class_names]
    if not any(filled):
        raise WeightsTextError("Class weights: at least one must be above 0.")
    return filled


def _unreadable(text: str) -> WeightsTextError:
    return WeightsTextError(
        f"Class weights: '{text}' is neither a weighting nor 'class=number'.",
        f"{nearest(text.partition('(')[0], CLASS_WEIGHTINGS)} Or write for example 'car=5, road=1'.",
    )


def _parse_weight(name: str, text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight) or weight < 0:
        raise WeightsTextError(
            f"Class weights: the weight of '{name}' must be a number from 0, not '{text}'."
        )
    return weight
