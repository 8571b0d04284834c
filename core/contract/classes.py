"""The class table: value in the user's data, index in the network, name and colour; stored in the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Optional

IGNORE_INDEX = 255
"""Index of ignored pixels: unlabelled, nodata. Fits uint8, above every class index."""

MAXIMUM_CLASSES = 254
"""Indices 0 to 253; 255 is for ignored pixels, and 254 stays free so that no class is next to it."""

BACKGROUND = "background"

PALETTE = (
    "#e6194b", "#3cb44b", "#4363d8", "#f58231", "#911eb4", "#42d4f4", "#ffe119", "#f032e6",
    "#bfef45", "#469990", "#9a6324", "#800000", "#808000", "#000075", "#fabed4", "#aaffc3",
)  # fmt: skip
"""Easy to tell apart on imagery; repeated beyond sixteen classes."""

BACKGROUND_COLOUR = "#d9d9d9"


@dataclass(frozen=True)
class ClassEntry:
    """One class.

    Attributes:
        index: Channel of the network's output, from 0 without gaps.
        value: Value of this class in label and class rasters.
        colour: ``#rrggbb``.
    """

    index: int
    value: int
    name: str
    colour: str


@dataclass(frozen=True)
class ClassTable:
    """All classes, ordered by index."""

    entries: tuple[ClassEntry, ...]

    def __len__(self) -> int:
        """Number of classes."""
        return len(self.entries)

    def __iter__(self) -> Iterator[ClassEntry]:
        """Entries by rising index."""
        return iter(self.entries)

    def __getitem__(self, index: int) -> ClassEntry:
        """The entry of a network index."""
        return self.entries[index]

    @property
    def names(self) -> list[str]:
        """Names by rising index."""
        return [entry.name for entry in self.entries]

    @property
    def nodata(self) -> int:
        """The nodata value of a class raster, which no class has: 255 if possible, else 65535, else -2**31.

        It also determines the data type of a class raster: uint8, uint16 or int32.
        """
        values = [entry.value for entry in self.entries]
        if all(0 <= value < 255 for value in values):
            return 255
        if all(0 <= value < 65535 for value in values):
            return 65535
        return -(2**31)

    def to_list(self) -> list[dict[str, Any]]:
        """The table as plain data for JSON."""
        return [asdict(entry) for entry in self.entries]

    @classmethod
    def from_list(cls, rows: Iterable[dict[str, Any]]) -> ClassTable:
        """The table from ``to_list``'s data.

        Raises:
            ValueError: A row lacks a field or the indices have gaps.
        """
        try:
            entries = tuple(
                ClassEntry(int(r["index"]), int(r["value"]), str(r["name"]), str(r["colour"])) for r in rows
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"a class lacks {error}") from error
        if [entry.index for entry in entries] != list(range(len(entries))):
            raise ValueError("class indices do not run from 0 without gaps")
        return cls(entries)


def build_class_table(
    classes: Iterable[tuple[int, str]], colours: Optional[dict[int, str]] = None
) -> ClassTable:
    """A class table from values and names.

    Args:
        classes: (value, name) of each class, in the order of the network's output channels.
        colours: ``#rrggbb`` by value, where the user has chosen one.

    Returns:
        The table. Without a chosen colour, a class named "background" is grey, and the others take the
        palette's colours in turn.
    """
    entries: list[ClassEntry] = []
    coloured = 0
    for index, (value, name) in enumerate(classes):
        colour = (colours or {}).get(value)
        if colour is None and name == BACKGROUND:
            colour = BACKGROUND_COLOUR
        elif colour is None:
            colour = PALETTE[coloured % len(PALETTE)]
            coloured += 1
        entries.append(ClassEntry(index, value, name, colour))
    return ClassTable(tuple(entries))
