"""Training, validation and test apart: what is held out, the buffer around it, what training can see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from rasterio.windows import Window

from ..chips.index import ChipIndex

LEAST_LEFT = 0.5
"""A buffer that leaves training less than this part of its labels is made narrower."""

Windows = tuple[tuple[Window, ...], ...]
"""Windows of each scene, without overlap."""

Cells = tuple[np.ndarray, ...]
"""Marked cells of each scene, bool (cell rows, cell columns)."""

TRAINING, VALIDATION, TEST, BUFFER, UNUSED = range(5)
"""Positions in ``core.contract.subsets.SUBSETS``."""


@dataclass(frozen=True)
class HeldOut:
    """What is kept from training, whatever lies in it.

    Attributes:
        validation: Windows that hold all pixels to validate on.
        test: Windows that hold all pixels to test on.
        validation_cells: Cells with a pixel for validation, labelled or not.
        test_cells: Cells with a pixel for test, labelled or not.
        validation_pixels: Labelled pixels of each class for validation, int64 (scenes, C).
        test_pixels: Labelled pixels of each class for test, int64 (scenes, C).
        unused_pixels: Labelled pixels of each class in no part, int64 (scenes, C).
        from_training: Whether the pixels for validation are taken out of the labels for training, in whole
            cells; else these do not hold them.
        blocks_beside_test: How many blocks chosen for validation come closer to test than the full buffer.
    """

    validation: Windows
    test: Windows
    validation_cells: Cells
    test_cells: Cells
    validation_pixels: np.ndarray
    test_pixels: np.ndarray
    unused_pixels: np.ndarray
    from_training: bool = False
    blocks_beside_test: int = 0


@dataclass(frozen=True)
class Shortfall:
    """Why the buffer is narrower than half a chip: what a buffer of that width would have cost.

    Attributes:
        classes: Indices of the classes that training would have lost.
        left: Part of its labels that training would have kept, [0, 1].
    """

    classes: tuple[int, ...]
    left: float

    @property
    def is_grave(self) -> bool:
        """Whether it is worth a narrower buffer."""
        return bool(self.classes) or self.left < LEAST_LEFT


@dataclass(frozen=True)
class Split:
    """What is held out of training, and what is left for it.

    Every pixel of every possible training chip is at least ``buffer`` pixels away from the next pixel for
    validation or test, to the sides and diagonally: on the ground, in whatever scenes both lie, measured in
    pixels of the scene that it is held out of.

    Attributes:
        held_out: What is kept from training.
        closed: Cells that no training chip may touch: held out of this or another scene that shows the same
            ground, or in the buffer around that.
        seen: Cells of which training chips can show a part.
        buffer: Its width, pixels; 0 where nothing is held out, or where there is no room for it.
        wanted_buffer: The width it should have.
        pixels: Labelled pixels by part, scene and class, int64 (5, scenes, C), in the order of ``SUBSETS``.
            "buffer" are those that training lost to the buffer, or because no chip fits beside it.
        shortfall: Why the buffer is narrower than wanted; None if it is not.
    """

    held_out: HeldOut
    closed: Cells
    seen: Cells
    buffer: int
    wanted_buffer: int
    pixels: np.ndarray
    shortfall: Shortfall | None = None

    @property
    def validation(self) -> Windows:
        """Windows that hold all pixels to validate on."""
        return self.held_out.validation

    @property
    def test(self) -> Windows:
        """Windows that hold all pixels to test on."""
        return self.held_out.test

    @property
    def missing_in_validation(self) -> tuple[int, ...]:
        """Indices of the classes that training has but validation has not."""
        by_class = self.pixels.sum(axis=1)
        missing = (by_class[TRAINING] > 0) & (by_class[VALIDATION] == 0)
        return tuple(np.flatnonzero(missing).tolist())

    @property
    def missing_in_training(self) -> tuple[int, ...]:
        """Indices of the classes that are labelled, but not where training can see it."""
        by_class = self.pixels.sum(axis=1)
        return tuple(np.flatnonzero(by_class.any(axis=0) & (by_class[TRAINING] == 0)).tolist())

    def subsets(self, index: ChipIndex, number: int) -> np.ndarray:
        """The subset that each cell of a scene belongs to, for pictures and layers.

        Args:
            index: The labels that the split was made for.
            number: The scene.

        Returns:
            uint8 (cell rows, cell columns) of positions in ``SUBSETS``. A cell with a pixel for test or
            validation is theirs; one without labels is unused.
        """
        closed, held_out = self.closed[number], self.held_out
        labelled = index.counts[number].any(axis=2)
        subsets = np.full(closed.shape, UNUSED, dtype=np.uint8)
        subsets[closed | labelled] = BUFFER
        subsets[labelled & self.seen[number]] = TRAINING
        subsets[held_out.validation_cells[number]] = VALIDATION
        subsets[held_out.test_cells[number]] = TEST
        return subsets


def nothing_held_out(index: ChipIndex) -> HeldOut:
    """What is kept from training where all is for training."""
    empty = tuple(np.zeros(counts.shape[:2], dtype=bool) for counts in index.counts)
    none = np.zeros((len(index.counts), index.num_classes), dtype=np.int64)
    windows: Windows = tuple(() for _ in index.counts)
    return HeldOut(windows, windows, empty, empty, none, none, none)


def split_around(index: ChipIndex, hold_out: Callable[[int], HeldOut]) -> Split:
    """Lay a buffer around what is held out: half a chip wide, unless training would lose too much.

    It is halved, and left out in the end, as long as it would leave training without a class that the labels
    for training have, or with less than half of these labels.

    Args:
        index: The labels for training; blocks for validation are still among them.
        hold_out: Says what to hold out where the buffer is so many cells wide.

    Returns:
        The split.
    """
    tried: list[tuple[Split, Shortfall]] = []
    for margin in _margins(index):
        split = split_with_buffer(index, hold_out(margin), margin)
        shortfall = _shortfall(split)
        if not shortfall.is_grave:
            break
        tried.append((split, shortfall))
    else:
        # A narrow buffer that is no better than a wide one would be given up for nothing.
        split, shortfall = min(tried, key=lambda each: (len(each[1].classes), each[1].left < LEAST_LEFT))
    is_narrower = split.buffer < split.wanted_buffer
    return replace(split, shortfall=tried[0][1] if is_narrower else None)


def split_with_buffer(index: ChipIndex, held_out: HeldOut, margin: int) -> Split:
    """Close what is held out to training, with a buffer of a given width around it.

    Args:
        index: The labels for training; blocks for validation are still among them.
        held_out: What is kept from training.
        margin: Width of the buffer, cells.

    Returns:
        The split.
    """
    scenes = range(len(index.counts))
    apart = [a | b for a, b in zip(held_out.validation_cells, held_out.test_cells, strict=True)]
    closed = index.overlaps.closed(apart, margin)
    seen = tuple(index.seen_cells(number, closed[number]) for number in scenes)
    totals = np.array([counts.sum(axis=(0, 1), dtype=np.int64) for counts in index.counts])
    learned = np.array([_sum_where(index, number, seen[number]) for number in scenes])
    pixels = np.array(
        [
            learned,
            held_out.validation_pixels,
            held_out.test_pixels,
            totals - learned - held_out.validation_pixels * held_out.from_training,
            held_out.unused_pixels,
        ]
    )
    is_needed = any(cells.any() for cells in apart)
    wanted = _margins(index)[0] * index.cell_size if is_needed else 0
    buffer = margin * index.cell_size if is_needed else 0
    return Split(held_out, closed, seen, buffer, wanted, pixels)


def beside_test(index: ChipIndex, held_out: HeldOut) -> Cells:
    """Cells that the full buffer around test covers, however narrow the one around training is."""
    return index.overlaps.closed(held_out.test_cells, _margins(index)[0])


def seen_pixels(index: ChipIndex, number: int, closed: np.ndarray) -> np.ndarray:
    """Labelled pixels of each class that training chips can show of a scene.

    Args:
        index: The labels.
        number: The scene.
        closed: Cells that no chip may touch, bool (cell rows, cell columns).

    Returns:
        int64 (C,).
    """
    return _sum_where(index, number, index.seen_cells(number, closed))


def _sum_where(index: ChipIndex, number: int, cells: np.ndarray) -> np.ndarray:
    """Labelled pixels of each class in some cells of a scene, int64 (C,)."""
    sums: np.ndarray = index.counts[number][cells].sum(axis=0, dtype=np.int64)
    return sums


def _margins(index: ChipIndex) -> list[int]:
    """Widths of the buffer to try, cells: half a chip at least, then half of that, and so on to 0."""
    margins = [-(-index.cells_per_chip // 2)]
    while margins[-1]:
        margins.append(margins[-1] // 2)
    return margins


def _shortfall(split: Split) -> Shortfall:
    """What the buffer of a split costs training."""
    learned, lost = (split.pixels[part].sum(axis=0) for part in (TRAINING, BUFFER))
    classes = np.flatnonzero((learned == 0) & (lost > 0)).tolist()
    return Shortfall(tuple(classes), float(learned.sum() / max(learned.sum() + lost.sum(), 1)))
