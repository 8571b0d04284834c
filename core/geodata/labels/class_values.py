"""From label values to classes: which values are ignored, which is the background, and the class names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...contract.classes import BACKGROUND, IGNORE_INDEX, MAXIMUM_CLASSES
from ...contract.jobs.job import describe
from ...contract.jobs.labelled import LabelledJob
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter

BACKGROUND_VALUE = 0
IGNORED_VALUE = 255
IGNORED_TEXT = "ignore"

LARGEST_VALUE = 2**31 - 1
"""Class rasters store at most 32-bit integers."""


@dataclass(frozen=True)
class FoundClasses:
    """The classes of a label source, before it is known which of them occur on the rasters.

    Attributes:
        rows: (value, name) of each class; the position in this tuple is its code.
        colours: ``#rrggbb`` by value, for values that the user has given one.
        codes: Code of each value of the source; ``IGNORE_INDEX`` for ignored values.
    """

    rows: tuple[tuple[int, str], ...]
    colours: Mapping[int, str]
    codes: Mapping[int | str, int]


def integer_classes(values: Iterable[int], job: LabelledJob, *, with_background: bool) -> FoundClasses:
    """The classes of integer values, which stay the class values.

    Args:
        values: Distinct values; 255 is ignored.
        job: Supplies names and colours, and whether 0 is the background.
        with_background: Whether to add a background class if 0 is not among the values.

    Returns:
        Classes by ascending value, the background first.

    Raises:
        LabelError: A value does not fit into 32 bits.
    """
    found = set(values)
    usable = sorted((found - {IGNORED_VALUE}) | ({BACKGROUND_VALUE} if with_background else set()))
    if usable and max(abs(usable[0]), abs(usable[-1])) > LARGEST_VALUE:
        raise LabelError(f"Class values up to {usable[-1]} are too large.", "Is it the right field?")
    if job.unlabelled == BACKGROUND:
        usable.sort(key=lambda value: value != BACKGROUND_VALUE)
    names = _unique_names([(value, _integer_name(value, job)) for value in usable])
    codes: dict[int | str, int] = {value: code for code, value in enumerate(usable)}
    colours = {value: job.class_colours[str(value)] for value in usable if str(value) in job.class_colours}
    return FoundClasses(names, colours, codes | dict.fromkeys(found & {IGNORED_VALUE}, IGNORE_INDEX))


def text_classes(texts: Iterable[str], job: LabelledJob, *, with_background: bool) -> FoundClasses:
    """The classes of texts: value 0 for the background, then 1, 2, … in alphabetical order.

    Args:
        texts: Distinct texts; 'ignore' is ignored, 'background' is the background, both case-insensitive.
        job: Supplies colours.
        with_background: Whether to add a background class if no text is 'background'.

    Returns:
        Classes, the background first.
    """
    texts = sorted(texts)
    ignored = [text for text in texts if text.casefold() == IGNORED_TEXT]
    background = [text for text in texts if text.casefold() == BACKGROUND]
    others = [text for text in texts if text not in ignored and text not in background]
    rows = [(BACKGROUND_VALUE, BACKGROUND)] if background or with_background else []
    codes: dict[int | str, int] = dict.fromkeys(background, 0)
    codes |= {text: len(rows) + position for position, text in enumerate(others)}
    rows += [(position + 1, text) for position, text in enumerate(others)]
    colours = {rows[codes[t]][0]: job.class_colours[t] for t in codes if t in job.class_colours}
    return FoundClasses(tuple(rows), colours, codes | dict.fromkeys(ignored, IGNORE_INDEX))


def require_class_count(rows: tuple[tuple[int, str], ...], job: LabelledJob, where: str) -> None:
    """Require at least two classes, and no more than fit into a byte.

    Args:
        rows: (value, name) of each class.
        job: Says whether unlabelled pixels are background, for the hint.
        where: The field or raster, as the subject of the message.

    Raises:
        LabelError: There are fewer than two classes or more than ``MAXIMUM_CLASSES``.
    """
    if len(rows) > MAXIMUM_CLASSES:
        raise LabelError(
            f"{where} has {len(rows)} classes; at most {MAXIMUM_CLASSES} are possible.",
            "Is it the right field?",
        )
    if len(rows) >= 2:
        return
    problem = f"{where} has only the class '{rows[0][1]}'." if rows else f"{where} has no class."
    hint = "Label a second class; in a class raster, the background needs a value other than nodata."
    if job.unlabelled != BACKGROUND:
        setting = describe(type(job), "unlabelled").label
        hint = f"Set '{setting}' to 'background', or label a second class."
    raise LabelError(problem, hint)


def report_unlisted(classes: FoundClasses, job: LabelledJob, where: str, reporter: Reporter) -> None:
    """Warn of values that are not in the list of classes (names, or the layer's style).

    Args:
        classes: The classes found.
        job: Supplies names and colours; if it has none, there is no list and no warning.
        where: The field or raster, as the subject of the message.
        reporter: For the warning.
    """
    listed = {*job.class_names, *job.class_colours}
    found = [name for value, name in classes.rows if not {str(value), name} & {*listed, BACKGROUND}]
    if listed and found:
        each = "it becomes a class of its own" if len(found) == 1 else "they become classes of their own"
        reporter.warning(
            f"{where} contains {', '.join(found)}, not in the list of classes (names, or the layer's style): "
            f"{each}. If that is a mistake, correct the labels, or set those pixels to {IGNORED_VALUE} "
            "to ignore them."
        )


def _integer_name(value: int, job: LabelledJob) -> str:
    is_background = value == BACKGROUND_VALUE and job.unlabelled == BACKGROUND
    return job.class_names.get(str(value)) or (BACKGROUND if is_background else str(value))


def _unique_names(rows: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """The names, with the value appended to those that occur twice, so that each name is unique."""
    uses = Counter(name for _, name in rows)
    return tuple((value, name if uses[name] == 1 else f"{name} ({value})") for value, name in rows)
