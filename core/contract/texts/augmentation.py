"""How chips are varied as a short text: ``light``, ``turns + blur(sigma=0.5)``; read, checked, written."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from ..catalog.entries import Method, nearest
from ..messages.errors import AugmentationTextError
from .method import Call, Language, terms_of

_KNOWN: dict[str, Method] = {**AUGMENTATION_PRESETS, **AUGMENTATIONS}

_LANGUAGE = Language(_KNOWN, "augmentation", AugmentationTextError)


def parse_augmentation(text: str) -> tuple[Call, ...]:
    """The parts of an augmentation, checked against the catalog.

    Args:
        text: A preset, ``part(parameter=value, …)``, or a sum of those; a preset stands for its parts.

    Returns:
        Each part once, defaults filled in, in the order in which they are done; empty for no augmentation.

    Raises:
        AugmentationTextError: The text cannot be read, names something unknown, names a part twice, or a
            value is out of range. The message says which, and what would be right.
    """
    if not text.strip():
        raise AugmentationTextError("The augmentation is empty.", nearest("", _KNOWN))
    terms = terms_of(text)
    if not all(term.strip() for term in terms):
        raise AugmentationTextError(f"Beside a '+' of '{text.strip()}' a part is missing.")
    found: dict[str, Call] = {}
    for call in (part for term in terms for part in _parts_of(term)):
        if call.name in found:
            raise AugmentationTextError(f"'{call.name}' stands twice in '{text.strip()}'.", _presets_in(text))
        found[call.name] = call
    return tuple(found[name] for name in AUGMENTATIONS if name in found)


def format_augmentation(parts: Iterable[Call]) -> str:
    """The shortest text that gives these parts again: a preset if there is one, else their sum."""
    wanted = {part.name: part for part in parts}
    for name in AUGMENTATION_PRESETS:
        if {part.name: part for part in parse_augmentation(name)} == wanted:
            return name
    return sum_of_parts(wanted[name] for name in AUGMENTATIONS if name in wanted)


def sum_of_parts(parts: Iterable[Call]) -> str:
    """The parts one by one, each in its shortest form; empty without any."""
    return " + ".join(_LANGUAGE.format(part) for part in parts)


def _parts_of(term: str) -> tuple[Call, ...]:
    call = _LANGUAGE.parse(term)
    preset = AUGMENTATION_PRESETS.get(call.name)
    if preset is None:
        return (call,)
    return tuple(_LANGUAGE.parse(part) for part in terms_of(preset.parts) if part)


def _presets_in(text: str) -> str:
    """What the presets in a text stand for, as sentences."""
    found = (preset for preset in AUGMENTATION_PRESETS.values() if preset.parts and preset.name in text)
    return " ".join(f"'{preset.name}' is '{preset.parts}'." for preset in found)
