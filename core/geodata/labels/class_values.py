"""Values found in labels become classes: which are ignored, which is the background, what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...contract.classes import BACKGROUND, IGNORE_INDEX, MAXIMUM_CLASSES
from ...contract.jobs.labelled import LabelledJob
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter

BACKGROUND_VALUE = 0
IGNORED_VALUE = 255
IGNORED_TEXT = "ignore"

LARGEST_VALUE = 2**31 - 1
"""Class rasters hold at most 32 bit integers."""


@dataclass(frozen=True)
class FoundClasses:
    """The classes of a label source, before it is known which of them the rasters hold.

    Attributes:
        rows: (value, name) of each class; the position is its code.
        colours: ``#rrggbb`` by value, where the user has chosen one.
        codes: Code of each value of the source; ``IGNORE_INDEX`` for ignored ones.
    """

    rows: tuple[tuple[int, str], ...]
    colours: Mapping[int, str]
    codes: Mapping[int | str, int]


def integer_classes(values: Iterable[int], job: LabelledJob, *, with_background: bool) -> FoundClasses:
    """The classes of integer values; the user's values stay as they are.

    Args:
        values: Distinct values; 255 is ignored.
        job: Gives names and colours, and whether 0 is the background.
        with_background: Whether there is a background even if no value says so.

    Returns:
        Classes by rising value, the background first.

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
    """The classes of texts: value 0 for the background, 1 and so on for the others by name.

    Args:
        texts: Distinct texts; 'ignore' is ignored, 'background' is the background, in any case of letters.
        job: Gives colours.
        with_background: Whether there is a background even if no text says so.

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
    """Refuse what cannot be told apart, or not be counted in a byte.

    Args:
        rows: (value, name) of each class.
        job: Says what unlabelled pixels are.
        where: The field or raster, for the message.

    Raises:
        LabelError: There are fewer than two classes or more than fit.
    """
    if len(rows) > MAXIMUM_CLASSES:
        raise LabelError(
            f"{where} holds {len(rows)} classes; at most {MAXIMUM_CLASSES} are possible.",
            "Is it the right field?",
        )
    if len(rows) >= 2:
        return
    problem = f"{where} holds only the class '{rows[0][1]}'." if rows else f"{where} holds no class."
    hint = "Label a second class; a class raster must hold a value for the background, not nodata."
    if job.unlabelled != BACKGROUND:
        hint = "Set 'Pixels without label' to 'background', or label a second class."
    raise LabelError(problem, hint)


def report_unlisted(classes: FoundClasses, job: LabelledJob, where: str, reporter: Reporter) -> None:
    """Point out values that are not among the classes which the user, or the layer's style, has listed.

    Args:
        classes: What was found.
        job: Gives names and colours; without any, nothing is listed and nothing said.
        where: The field or raster, for the message.
        reporter: Told.
    """
    listed = {*job.class_names, *job.class_colours}
    found = [name for value, name in classes.rows if not {str(value), name} & {*listed, BACKGROUND}]
    if listed and found:
        each = "is a class of its own" if len(found) == 1 else "are classes of their own"
        reporter.warning(
            f"{where} holds {', '.join(found)}, which the list of classes (names, or the layer's style) does "
            f"not have: {each}. If that is a mistake, correct the labels, or give those places the value "
            f"{IGNORED_VALUE}."
        )


def _integer_name(value: int, job: LabelledJob) -> str:
    is_background = value == BACKGROUND_VALUE and job.unlabelled == BACKGROUND
    return job.class_names.get(str(value)) or (BACKGROUND if is_background else str(value))


def _unique_names(rows: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Names that stand twice get their value added, so that each can be named alone."""
    uses = Counter(name for _, name in rows)
    return tuple((value, name if uses[name] == 1 else f"{name} ({value})") for value, name in rows)
