"""Augmentations as a short text: ``light``, ``d4 + gaussian_blur(sigma=0.5)``; parsed, checked, formatted."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from ..catalog.entries import Method, nearest
from ..messages.errors import AugmentationTextError
from .method import Call, Language, terms_of

_KNOWN: dict[str, Method] = {**AUGMENTATION_PRESETS, **AUGMENTATIONS}

_LANGUAGE = Language(_KNOWN, "augmentation", AugmentationTextError)


def parse_augmentation(text: str) -> tuple[Call, ...]:
    """The augmentations of a text, checked against the catalog.

    Args:
        text: A preset, ``name(parameter=value, …)``, or a sum of those; a preset stands for its sum.

    Returns:
        Each augmentation once, defaults filled in, in the order in which they are applied; empty for none.

    Raises:
        AugmentationTextError: The text cannot be parsed, names something unknown or something twice, or a
            value is out of range. The message says which, and what is allowed.
    """
    if not text.strip():
        raise AugmentationTextError("The augmentation is empty.", nearest("", _KNOWN))
    terms = terms_of(text)
    if not all(term.strip() for term in terms):
        raise AugmentationTextError(f"An augmentation is missing next to a '+' in '{text.strip()}'.")
    found: dict[str, Call] = {}
    for call in (call for term in terms for call in _calls_of(term)):
        if call.name in found:
            raise AugmentationTextError(
                f"'{call.name}' appears twice in '{text.strip()}'.", _presets_in(text)
            )
        found[call.name] = call
    return tuple(found[name] for name in AUGMENTATIONS if name in found)


def format_augmentation(terms: Iterable[Call]) -> str:
    """The shortest text of these augmentations: a preset if one equals them, else their sum."""
    wanted = {term.name: term for term in terms}
    for name in AUGMENTATION_PRESETS:
        if {term.name: term for term in parse_augmentation(name)} == wanted:
            return name
    return sum_of_terms(wanted[name] for name in AUGMENTATIONS if name in wanted)


def sum_of_terms(terms: Iterable[Call]) -> str:
    """The sum of these augmentations, each in its shortest form; empty for none."""
    return " + ".join(_LANGUAGE.format(term) for term in terms)


def _calls_of(term: str) -> tuple[Call, ...]:
    call = _LANGUAGE.parse(term)
    preset = AUGMENTATION_PRESETS.get(call.name)
    if preset is None:
        return (call,)
    return tuple(_LANGUAGE.parse(each) for each in terms_of(preset.terms) if each)


def _presets_in(text: str) -> str:
    """The sums of the presets in a text, as sentences."""
    found = (preset for preset in AUGMENTATION_PRESETS.values() if preset.terms and preset.name in text)
    return " ".join(f"'{preset.name}' is '{preset.terms}'." for preset in found)
