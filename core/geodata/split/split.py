"""A finished split: the cells held out for validation and test, the buffer, and what training can see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from rasterio.windows import Window

from ..chips.index import ChipIndex

LEAST_LEFT = 0.5
"""A buffer that leaves training less than this share of its labels is made narrower."""

Windows = tuple[tuple[Window, ...], ...]
"""Windows of each scene, without overlap."""

Cells = tuple[np.ndarray, ...]
"""Marked cells of each scene, bool (cell rows, cell columns)."""

TRAINING, VALIDATION, TEST, BUFFER, UNUSED = range(5)
"""Positions in ``core.contract.subsets.SUBSETS``."""


@dataclass(frozen=True)
class HeldOut:
    """What is held out of training.

    Attributes:
        validation: Windows that contain all validation pixels.
        test: Windows that contain all test pixels.
        validation_cells: Cells with a validation pixel, labelled or not.
        test_cells: Cells with a test pixel, labelled or not.
        validation_pixels: Labelled validation pixels of each class, int64 (scenes, C).
        test_pixels: Labelled test pixels of each class, int64 (scenes, C).
        unused_pixels: Labelled pixels of each class in no subset, int64 (scenes, C).
        from_training: Whether the index of training labels still includes the validation pixels, which are
            then held out as whole cells.
        blocks_beside_test: Number of validation blocks closer to test areas than the full buffer.
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
    """Why the buffer is narrower than half a chip: the loss that a buffer of that width would have caused.

    Attributes:
        classes: Indices of the classes that training would have lost.
        left: Share of its labels that training would have kept, [0, 1].
    """

    classes: tuple[int, ...]
    left: float

    @property
    def is_grave(self) -> bool:
        """Whether it justifies a narrower buffer."""
        return bool(self.classes) or self.left < LEAST_LEFT


@dataclass(frozen=True)
class Split:
    """What is held out of training, and what is left for it.

    Every pixel of every possible training chip is at least ``buffer`` pixels away from all validation and
    test pixels, horizontally, vertically and diagonally: on the ground, also across scenes, measured in
    pixels of the scene that is held out of.

    Attributes:
        held_out: What is held out.
        closed: Cells that no training chip may touch: held out of this scene, or of another on the same
            ground, or in the buffer around such cells.
        seen: Cells that training chips can show at least in part.
        buffer: Width of the buffer, pixels; 0 if nothing is held out, or if there is no room for it.
        wanted_buffer: The full width.
        pixels: Labelled pixels by subset, scene and class, int64 (5, scenes, C), in the order of ``SUBSETS``.
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
        """Windows that contain all validation pixels."""
        return self.held_out.validation

    @property
    def test(self) -> Windows:
        """Windows that contain all test pixels."""
        return self.held_out.test

    @property
    def missing_in_validation(self) -> tuple[int, ...]:
        """Indices of the classes in training but not in validation."""
        by_class = self.pixels.sum(axis=1)
        missing = (by_class[TRAINING] > 0) & (by_class[VALIDATION] == 0)
        return tuple(np.flatnonzero(missing).tolist())

    @property
    def missing_in_training(self) -> tuple[int, ...]:
        """Indices of the classes with labels, but none that training can see."""
        by_class = self.pixels.sum(axis=1)
        return tuple(np.flatnonzero(by_class.any(axis=0) & (by_class[TRAINING] == 0)).tolist())

    def subsets(self, index: ChipIndex, number: int) -> np.ndarray:
        """The subset of each cell of a scene, for figures and layers.

        Args:
            index: The index from which the split was made.
            number: Index of the scene.

        Returns:
            uint8 (cell rows, cell columns) of positions in ``SUBSETS``. A cell with a test or validation
            pixel belongs to that subset; an unlabelled one is unused.
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
    """An empty ``HeldOut``: all labels are for training."""
    empty = tuple(np.zeros(counts.shape[:2], dtype=bool) for counts in index.counts)
    none = np.zeros((len(index.counts), index.num_classes), dtype=np.int64)
    windows: Windows = tuple(() for _ in index.counts)
    return HeldOut(windows, windows, empty, empty, none, none, none)


def split_around(index: ChipIndex, hold_out: Callable[[int], HeldOut]) -> Split:
    """Put a buffer around what is held out: half a chip wide, unless training would lose too much.

    It is halved, down to none, as long as training would lose a class of its labels, or more than half of
    these labels.

    Args:
        index: The training labels; they still include validation blocks.
        hold_out: Returns what to hold out, given the width of the buffer in cells.
    """
    tried: list[tuple[Split, Shortfall]] = []
    for margin in _margins(index):
        split = split_with_buffer(index, hold_out(margin), margin)
        shortfall = _shortfall(split)
        if not shortfall.is_grave:
            break
        tried.append((split, shortfall))
    else:
        # Of several equally good widths, keep the widest.
        split, shortfall = min(tried, key=lambda each: (len(each[1].classes), each[1].left < LEAST_LEFT))
    is_narrower = split.buffer < split.wanted_buffer
    return replace(split, shortfall=tried[0][1] if is_narrower else None)


def split_with_buffer(index: ChipIndex, held_out: HeldOut, margin: int) -> Split:
    """The split with a buffer of a given width.

    Args:
        index: The training labels; they still include validation blocks.
        held_out: What is held out.
        margin: Width of the buffer, cells.
    """
    scenes = range(len(index.counts))
    held_cells = [a | b for a, b in zip(held_out.validation_cells, held_out.test_cells, strict=True)]
    closed = index.overlaps.closed(held_cells, margin)
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
    is_needed = any(cells.any() for cells in held_cells)
    wanted = _margins(index)[0] * index.cell_size if is_needed else 0
    buffer = margin * index.cell_size if is_needed else 0
    return Split(held_out, closed, seen, buffer, wanted, pixels)


def beside_test(index: ChipIndex, held_out: HeldOut) -> Cells:
    """Cells in the full buffer around test areas, even if the split has a narrower one."""
    return index.overlaps.closed(held_out.test_cells, _margins(index)[0])


def seen_pixels(index: ChipIndex, number: int, closed: np.ndarray) -> np.ndarray:
    """Labelled pixels of each class of a scene that training chips can show, int64 (C,).

    Args:
        index: The labels.
        number: Index of the scene.
        closed: Cells that no chip may touch, bool (cell rows, cell columns).
    """
    return _sum_where(index, number, index.seen_cells(number, closed))


def _sum_where(index: ChipIndex, number: int, cells: np.ndarray) -> np.ndarray:
    """Labelled pixels of each class in the given cells of a scene, int64 (C,)."""
    sums: np.ndarray = index.counts[number][cells].sum(axis=0, dtype=np.int64)
    return sums


def _margins(index: ChipIndex) -> list[int]:
    """Widths of the buffer to try, cells: half a chip (rounded up), then half of that, and so on to 0."""
    margins = [-(-index.cells_per_chip // 2)]
    while margins[-1]:
        margins.append(margins[-1] // 2)
    return margins


def _shortfall(split: Split) -> Shortfall:
    """What training loses to the buffer of a split."""
    learned, lost = (split.pixels[subset].sum(axis=0) for subset in (TRAINING, BUFFER))
    classes = np.flatnonzero((learned == 0) & (lost > 0)).tolist()
    return Shortfall(tuple(classes), float(learned.sum() / max(learned.sum() + lost.sum(), 1)))
