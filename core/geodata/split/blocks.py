"""Where the validation blocks are chosen: every class in both subsets, few labels lost to the buffer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from rasterio.windows import Window

from ...contract.messages.errors import TooSmallError
from ..chips.cells import cell_slices, sum_cells
from ..chips.index import ChipIndex
from ..chips.overlaps import Overlaps
from .split import Cells, HeldOut, Split, beside_test, nothing_held_out, seen_pixels, split_around

ENOUGH_BLOCKS = 24
"""About as many labelled blocks as a representative selection needs; more would only fragment the area."""

TRIALS = 400
"""Random selections from which the best is taken."""

FEWEST_TRIALS = 20
"""Fewest selections whose loss to the buffer is computed, however large the scenes are."""

CELLS_LOOKED_AT = 2 * 10**7
"""Approximate number of cells visited to compute what selections leave for training; about two seconds."""

KEYS = 4 * 10**6
"""Largest number of blocks times trials, to bound memory."""

ATTEMPTS = 4
"""Number of searches; each next one keeps more classes whole, those that training lost to the buffer."""

FREE_LOSS = 0.05
"""Share of training labels that the buffer may take at no cost: scattered blocks are more representative."""

MISSING_CLASS_COST = 10.0
"""Cost of a class missing in validation: more than any difference in shares, which are at most 1 each."""

BESIDE_TEST_COST = 3.0
"""Cost of validation blocks beside test areas, times their share: more than differences in shares."""

LOST_CLASS_COST = 1e4
"""Cost of a class missing in training: more than all classes that validation may lack."""


@dataclass(frozen=True)
class _Blocks:
    """Labelled blocks of all scenes.

    Attributes:
        scenes: Index of the scene of each, (B,).
        windows: The window of each in its scene.
        histograms: Labelled pixels per class, int64 (B, C).
        centres: (row, column) of their centres, float64 (B, 2): in pixels of the first scene if any scenes
            overlap; else in pixels of the own scene, with an offset that keeps scenes far apart, so that
            clusters fill one scene before they reach the next.
        ground: Number of the ground that each shows, (B,), from 0: the same for blocks of different scenes
            on the same ground.
        beside_test: Whether each is at least partly in the buffer around test areas, bool (B,).
    """

    scenes: np.ndarray
    windows: tuple[Window, ...]
    histograms: np.ndarray
    centres: np.ndarray
    ground: np.ndarray
    beside_test: np.ndarray


def split_blocks(index: ChipIndex, share: float, seed: int, held_out: HeldOut | None = None) -> Split:
    """Choose square blocks for validation that contain a given share of the labels of every class.

    Blocks are as large as possible with at least 24 labelled ones over all scenes, as long as no class is
    confined to one block that smaller blocks would divide; their side is a multiple of the chip size. Of many
    random selections, from scattered to clustered, the one with the best shares and the least loss of
    training labels to the buffer is taken: clustered blocks, blocks at the border, and blocks on the same
    ground where scenes overlap lose less. A class in one block only, or in blocks so close together that the
    buffer would take the rest of it, stays in training. Blocks in the buffer around test areas are taken
    last, and only to reach the share, or for a class that occurs nowhere else.

    Args:
        index: The labels.
        share: Share of the labelled pixels for validation, [0, 1); 0 for none.
        seed: Seed of the random selections.
        held_out: The test areas, whose labels are not part of the index; None for none.

    Returns:
        The split; training always keeps a labelled block and, before the buffer, every class.

    Raises:
        TooSmallError: There are too few labelled blocks to choose from.
    """
    base = held_out or nothing_held_out(index)
    if share == 0:
        return split_around(index, lambda _: base)
    found = _find_blocks(index, beside_test(index, base))
    return split_around(index, lambda margin: _Search(index, found, share, base, margin).best(seed))


class _Search:
    """The search for the best selection of blocks, given the width of the buffer.

    Args:
        index: The labels.
        found: The blocks.
        share: Share of the labelled pixels for validation.
        base: What else is held out.
        margin: Width of the buffer, cells.
    """

    def __init__(self, index: ChipIndex, found: _Blocks, share: float, base: HeldOut, margin: int) -> None:
        self._index, self._found, self._share, self._base, self._margin = index, found, share, base, margin
        # Closed cells and the labels that training sees, without any validation block.
        self._closed = index.overlaps.closed(base.test_cells, margin)
        self._whole = [seen_pixels(index, number, cells) for number, cells in enumerate(self._closed)]

    def best(self, seed: int) -> HeldOut:
        """The best of many random selections."""
        rng = np.random.default_rng(seed)
        kept_whole = np.zeros(self._index.num_classes, dtype=bool)
        best, lowest = None, np.inf
        for _ in range(ATTEMPTS):
            trials = _draw(self._found, self._share, kept_whole, rng)
            chosen, cost, lost = self._best_of(trials)
            if cost < lowest:
                best, lowest = chosen, cost
            if not lost.any():
                break
            kept_whole |= lost
        if best is None:
            raise _too_few(self._index, len(self._found.windows))
        return self._held_out(best)

    def _best_of(self, trials: np.ndarray) -> tuple[np.ndarray | None, float, np.ndarray]:
        """The selection of least cost, its cost, and the classes that training would lose, bool (C,)."""
        trials = trials[trials.any(axis=1)]
        costs = _costs(trials, self._found, self._share)
        num_cells = sum(counts.shape[0] * counts.shape[1] for counts in self._index.counts)
        affordable = max(FEWEST_TRIALS, CELLS_LOOKED_AT // num_cells)
        nothing = np.zeros(self._index.num_classes, dtype=bool)
        best: tuple[np.ndarray | None, float, np.ndarray] = (None, np.inf, nothing)
        for number in np.argsort(costs, kind="stable")[:affordable]:
            if costs[number] >= best[1]:
                break
            loss, lost = self._loss(trials[number])
            if costs[number] + loss < best[1]:
                best = (trials[number], float(costs[number] + loss), lost)
        return best

    def _loss(self, chosen: np.ndarray) -> tuple[float, np.ndarray]:
        """Cost of the labels lost to the buffer around the blocks, and the classes lost, bool (C,)."""
        left = self._found.histograms[~chosen].sum(axis=0)
        closed = self._closed_by(chosen)
        seen = np.zeros_like(left)
        for number, whole in enumerate(self._whole):
            seen += seen_pixels(self._index, number, closed[number]) if number in closed else whole
        lost = (left > 0) & (seen == 0)
        lost_share = 1 - seen.sum() / max(left.sum(), 1)
        return max(0.0, float(lost_share) - FREE_LOSS) + LOST_CLASS_COST * float(lost.sum()), lost

    def _closed_by(self, chosen: np.ndarray) -> dict[int, np.ndarray]:
        """Closed cells of each scene that the blocks lie in or reach with their buffer."""
        closed: dict[int, np.ndarray] = {}
        for number in np.unique(self._found.scenes[chosen]).tolist():
            cells = self._cells(number, chosen)
            for other, reached in self._index.overlaps.reached(number, cells, self._margin):
                closed[other] = closed.get(other, self._closed[other]) | reached
        return closed

    def _cells(self, number: int, chosen: np.ndarray) -> np.ndarray:
        """Cells of a scene that belong to the blocks, bool (cell rows, cell columns)."""
        cells = np.zeros_like(self._base.test_cells[number])
        for block in np.flatnonzero(chosen & (self._found.scenes == number)):
            cells[cell_slices(self._found.windows[block], self._index.cell_size)] = True
        return cells

    def _held_out(self, chosen: np.ndarray) -> HeldOut:
        found = self._found
        pixels = np.zeros_like(self._base.validation_pixels)
        np.add.at(pixels, found.scenes[chosen], found.histograms[chosen])
        windows: list[list[Window]] = [[] for _ in pixels]
        for block in np.flatnonzero(chosen):
            windows[found.scenes[block]].append(found.windows[block])
        return replace(
            self._base,
            validation=tuple(map(tuple, windows)),
            validation_cells=tuple(self._cells(number, chosen) for number in range(len(windows))),
            validation_pixels=pixels,
            from_training=True,
            blocks_beside_test=int(found.beside_test[chosen].sum()),
        )


def _find_blocks(index: ChipIndex, beside: Cells) -> _Blocks:
    """The labelled blocks of the largest suitable size."""
    chips = [index.chip_counts(number) for number in range(len(index.sizes))]

    def sums_for(chips_per_side: int) -> list[np.ndarray]:
        return [_block_sums(index, n, counts, chips_per_side) for n, counts in enumerate(chips)]

    divisible = _divisible_classes(sums_for(1))
    for chips_per_side in range(max(max(counts.shape[:2]) for counts in chips), 1, -1):
        sums = sums_for(chips_per_side)
        num_labelled = sum(int(block_sums.any(axis=2).sum()) for block_sums in sums)
        if num_labelled >= ENOUGH_BLOCKS and _divisible_classes(sums) == divisible:
            return _labelled_blocks(index, sums, chips_per_side, beside)
    return _labelled_blocks(index, sums_for(1), 1, beside)


def _divisible_classes(sums: list[np.ndarray]) -> int:
    """Number of classes that occur in at least two blocks."""
    blocks_with = np.sum([(block_sums > 0).sum(axis=(0, 1)) for block_sums in sums], axis=0)
    return int((blocks_with >= 2).sum())


def _block_sums(index: ChipIndex, number: int, chips: np.ndarray, chips_per_side: int) -> np.ndarray:
    """Labelled pixels per class in the blocks of a scene, int64 (block rows, block columns, C)."""
    starts = (_starts(length, chips_per_side * index.chip_size) for length in index.sizes[number])
    return sum_cells(chips, *(pixels // index.chip_size for pixels in starts))


def _starts(length: int, side: int) -> np.ndarray:
    """First pixels of the blocks along one side; the last block includes the remainder: none is smaller."""
    return np.arange(max(1, length // side)) * side


def _labelled_blocks(
    index: ChipIndex, histograms: list[np.ndarray], chips_per_side: int, beside: Cells
) -> _Blocks:
    side = chips_per_side * index.chip_size
    scenes, windows, block_histograms = [], [], []
    for number, ((height, width), sums) in enumerate(zip(index.sizes, histograms)):
        row_edges = np.append(_starts(height, side), height)
        col_edges = np.append(_starts(width, side), width)
        for row, col in np.argwhere(sums.any(axis=2)):
            (top, bottom), (left, right) = row_edges[row : row + 2], col_edges[col : col + 2]
            windows.append(Window(int(left), int(top), int(right - left), int(bottom - top)))
            scenes.append(number)
            block_histograms.append(sums[row, col])
    if len(windows) < 2:
        raise _too_few(index, len(windows))
    numbers = np.array(scenes)
    is_beside = [
        beside[number][cell_slices(window, index.cell_size)].any()
        for number, window in zip(scenes, windows, strict=True)
    ]
    centres, ground = _centres(index.overlaps, numbers, windows, side)
    return _Blocks(numbers, tuple(windows), np.array(block_histograms), centres, ground, np.array(is_beside))


def _centres(
    overlaps: Overlaps, scenes: np.ndarray, windows: list[Window], side: int
) -> tuple[np.ndarray, np.ndarray]:
    """``centres`` and ``ground`` of ``_Blocks``."""
    centres = np.array([(w.row_off + w.height / 2, w.col_off + w.width / 2) for w in windows])
    if overlaps.exist:
        centres = overlaps.in_first(scenes, centres)
        ground = np.unique(centres // side, axis=0, return_inverse=True)[1]
        return centres, ground.ravel()
    centres[:, 1] += scenes * 2 * centres.max()
    return centres, np.arange(len(windows))


def _draw(found: _Blocks, share: float, kept_whole: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Random selections of validation blocks, each of which leaves every class in training.

    Args:
        found: The blocks.
        share: Share of all labelled pixels to select.
        kept_whole: Classes to leave to training as a whole, bool (C,).
        rng: Random generator.

    Returns:
        bool (T, B).
    """
    histograms = found.histograms
    has_class = histograms > 0
    keys = _keys(found, rng) + found.beside_test
    first = _cover_classes(keys, has_class, kept_whole)
    # Blocks that contribute a class come first, the others by their keys, until the share is met best.
    last = has_class[:, kept_whole].any(axis=1)
    order = np.argsort(keys - 2 * first + last, axis=1)
    sums = np.cumsum(histograms.sum(axis=1)[order], axis=1)
    fit = np.argmin(np.abs(sums - share * sums[:, -1:]), axis=1) + 1
    taken = np.clip(fit, 1, len(histograms) - 1)
    chosen = np.zeros(keys.shape, dtype=bool)
    np.put_along_axis(chosen, order, np.arange(keys.shape[1]) < taken[:, np.newaxis], axis=1)
    return _leave_classes(chosen, keys, has_class)


def _keys(found: _Blocks, rng: np.random.Generator) -> np.ndarray:
    """Sort keys of the blocks: random, by distance from one block, or a mixture; (T, B) in [0, 1)."""
    count = len(found.windows)
    shape = (int(np.clip(KEYS // count, FEWEST_TRIALS, TRIALS)), count)
    random = rng.random(shape)[:, found.ground]
    origins = found.centres[rng.integers(count, size=shape[0])]
    distances = np.abs(origins[:, np.newaxis] - found.centres).max(axis=2)
    nearness = np.argsort(np.argsort(distances + random, axis=1), axis=1) / count
    mixture = rng.random((shape[0], 1))
    keys: np.ndarray = mixture * random + (1 - mixture) * nearness
    return keys


def _cover_classes(keys: np.ndarray, has_class: np.ndarray, kept_whole: np.ndarray) -> np.ndarray:
    """For each trial, blocks that contain all classes that can be spared, rarest first; bool (T, B)."""
    first = np.zeros(keys.shape, dtype=bool)
    blocks_with = has_class.sum(axis=0)
    sole = has_class[:, (blocks_with == 1) | kept_whole].any(axis=1)
    for label in np.argsort(blocks_with, kind="stable"):
        spare = np.flatnonzero(has_class[:, label] & ~sole)
        lacking = np.flatnonzero(~(first & has_class[:, label]).any(axis=1))
        if spare.size:
            first[lacking, spare[np.argmin(keys[np.ix_(lacking, spare)], axis=1)]] = True
    return first


def _leave_classes(chosen: np.ndarray, keys: np.ndarray, has_class: np.ndarray) -> np.ndarray:
    """Return blocks to training until it has every class; bool (T, B)."""
    for label in range(has_class.shape[1]):
        with_class = np.flatnonzero(has_class[:, label])
        gone = np.flatnonzero(chosen[:, with_class].all(axis=1))
        if with_class.size:
            chosen[gone, with_class[np.argmax(keys[np.ix_(gone, with_class)], axis=1)]] = False
    return chosen


def _costs(trials: np.ndarray, found: _Blocks, share: float) -> np.ndarray:
    """Cost of each trial: its total share, its share of every class, blocks beside test; float64 (T,)."""
    histograms = found.histograms
    totals = histograms.sum(axis=0)
    sums = trials.astype(np.float64) @ histograms
    shares = sums[:, totals > 0] / totals[totals > 0]
    total = sums.sum(axis=1) / totals.sum()
    missing = MISSING_CLASS_COST * (shares == 0).sum(axis=1)
    beside = (trials & found.beside_test).sum(axis=1) / trials.sum(axis=1)
    costs: np.ndarray = np.abs(total - share) + np.abs(shares - share).mean(axis=1) + missing
    costs += BESIDE_TEST_COST * beside
    return costs


def _too_few(index: ChipIndex, count: int) -> TooSmallError:
    lie_in = "1 block" if count == 1 else f"{count} blocks"
    return TooSmallError(
        f"The labels lie in {lie_in} of at least {index.chip_size} x {index.chip_size} pixels: too few to "
        "hold some out for validation and keep every class in training.",
        "Use a smaller chip size, label more of the area, or set the validation share to 0.",
    )
