"""Training and validation apart: whole blocks are kept for validation, with every class in both parts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..contract.errors import TooSmallError
from .chips import ChipIndex, sum_cells

ENOUGH_BLOCKS = 24
"""With about this many labelled blocks a share of them can be representative; more only cuts up the area."""

TRIALS = 400
"""Random choices that the best one is taken from."""

MISSING_CLASS_COST = 10.0
"""A class that validation lacks weighs more than any difference in shares, which are at most 1 each."""


@dataclass(frozen=True)
class Split:
    """What is kept for validation; all else is for training.

    Attributes:
        validation: For each scene its validation windows, without overlap.
        missing_in_validation: Indices of classes that training has but no validation window.
    """

    validation: tuple[tuple[Window, ...], ...]
    missing_in_validation: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Blocks:
    """Labelled blocks of all scenes: windows with their scene and their pixels per class, (B, C)."""

    scenes: np.ndarray
    windows: tuple[Window, ...]
    histograms: np.ndarray


def split_blocks(index: ChipIndex, share: float, seed: int) -> Split:
    """Choose square blocks for validation so that they hold a given share of the labels, of every class.

    Blocks are as large as possible with at least 24 labelled ones over all scenes, and with no class in one
    block alone that smaller blocks would part; their side is a multiple of the chip size. Of many random
    choices the one with the fittest shares is taken. A class that lies in one block only stays in training.

    Args:
        index: The labels.
        share: Part of the labelled pixels to keep for validation, [0, 1); 0 keeps none.
        seed: Same seed, same labels: same blocks.

    Returns:
        The validation windows; training always keeps a labelled block and every class.

    Raises:
        TooSmallError: There are too few labelled blocks to choose from.
    """
    if share == 0:
        return Split(tuple(() for _ in index.sizes))
    found = _find_blocks(index)
    holds = found.histograms > 0
    trials = _draw(found.histograms, share, np.random.default_rng(seed))
    trials = trials[trials.any(axis=1)]
    if not len(trials):
        raise _too_few(index, len(found.windows))
    chosen = trials[np.argmin(_costs(trials, found.histograms, share))]
    missing = np.flatnonzero(holds.any(axis=0) & ~holds[chosen].any(axis=0))
    validation = tuple(
        tuple(found.windows[block] for block in np.flatnonzero(chosen & (found.scenes == number)))
        for number in range(len(index.sizes))
    )
    return Split(validation, tuple(missing.tolist()))


def _find_blocks(index: ChipIndex) -> _Blocks:
    """The labelled blocks of the largest fit size."""
    chips = [index.chip_counts(number) for number in range(len(index.sizes))]

    def sums_for(chips_per_side: int) -> list[np.ndarray]:
        return [_block_sums(index, n, counts, chips_per_side) for n, counts in enumerate(chips)]

    divisible = _divisible_classes(sums_for(1))
    for chips_per_side in range(max(max(counts.shape[:2]) for counts in chips), 1, -1):
        sums = sums_for(chips_per_side)
        num_labelled = sum(int(block_sums.any(axis=2).sum()) for block_sums in sums)
        if num_labelled >= ENOUGH_BLOCKS and _divisible_classes(sums) == divisible:
            return _labelled_blocks(index, sums, chips_per_side)
    return _labelled_blocks(index, sums_for(1), 1)


def _divisible_classes(sums: list[np.ndarray]) -> int:
    """How many classes lie in two blocks or more."""
    blocks_with = np.sum([(block_sums > 0).sum(axis=(0, 1)) for block_sums in sums], axis=0)
    return int((blocks_with >= 2).sum())


def _block_sums(index: ChipIndex, number: int, chips: np.ndarray, chips_per_side: int) -> np.ndarray:
    """Pixels per class of the blocks of a scene, int64 (block rows, block columns, C)."""
    starts = (_starts(length, chips_per_side * index.chip_size) for length in index.sizes[number])
    return sum_cells(chips, *(pixels // index.chip_size for pixels in starts))


def _starts(length: int, side: int) -> np.ndarray:
    """First pixels of blocks along one side; the last block takes what is left, so none is too small."""
    return np.arange(max(1, length // side)) * side


def _labelled_blocks(index: ChipIndex, histograms: list[np.ndarray], chips_per_side: int) -> _Blocks:
    side = chips_per_side * index.chip_size
    scenes, windows, kept = [], [], []
    for number, ((height, width), sums) in enumerate(zip(index.sizes, histograms)):
        row_edges = np.append(_starts(height, side), height)
        col_edges = np.append(_starts(width, side), width)
        for row, col in np.argwhere(sums.any(axis=2)):
            (top, bottom), (left, right) = row_edges[row : row + 2], col_edges[col : col + 2]
            windows.append(Window(int(left), int(top), int(right - left), int(bottom - top)))
            scenes.append(number)
            kept.append(sums[row, col])
    if len(windows) < 2:
        raise _too_few(index, len(windows))
    return _Blocks(np.array(scenes), tuple(windows), np.array(kept))


def _draw(histograms: np.ndarray, share: float, generator: np.random.Generator) -> np.ndarray:
    """Many random choices of blocks for validation, each leaving every class in training.

    Args:
        histograms: Pixels per class of each block, (B, C).
        share: Part of all pixels to choose.
        generator: Source of chance.

    Returns:
        bool (T, B).
    """
    holds = histograms > 0
    keys = generator.random((TRIALS, len(histograms)))
    first = _cover_classes(keys, holds)
    # Blocks that bring a class come first, the others by chance, until the share is met best.
    order = np.argsort(keys - first, axis=1)
    sums = np.cumsum(histograms.sum(axis=1)[order], axis=1)
    fit = np.argmin(np.abs(sums - share * sums[:, -1:]), axis=1) + 1
    taken = np.clip(fit, 1, len(histograms) - 1)
    chosen = np.zeros(keys.shape, dtype=bool)
    np.put_along_axis(chosen, order, np.arange(keys.shape[1]) < taken[:, np.newaxis], axis=1)
    return _leave_classes(chosen, keys, holds)


def _cover_classes(keys: np.ndarray, holds: np.ndarray) -> np.ndarray:
    """For each trial blocks that together hold every class that can be spared, rarest first; bool (T, B)."""
    first = np.zeros(keys.shape, dtype=bool)
    blocks_with = holds.sum(axis=0)
    sole = holds[:, blocks_with == 1].any(axis=1)
    for label in np.argsort(blocks_with, kind="stable"):
        spare = np.flatnonzero(holds[:, label] & ~sole)
        lacking = np.flatnonzero(~(first & holds[:, label]).any(axis=1))
        if spare.size:
            first[lacking, spare[np.argmin(keys[np.ix_(lacking, spare)], axis=1)]] = True
    return first


def _leave_classes(chosen: np.ndarray, keys: np.ndarray, holds: np.ndarray) -> np.ndarray:
    """Give blocks back to training until it holds every class; bool (T, B)."""
    for label in range(holds.shape[1]):
        holders = np.flatnonzero(holds[:, label])
        gone = np.flatnonzero(chosen[:, holders].all(axis=1))
        if holders.size:
            chosen[gone, holders[np.argmax(keys[np.ix_(gone, holders)], axis=1)]] = False
    return chosen


def _costs(trials: np.ndarray, histograms: np.ndarray, share: float) -> np.ndarray:
    """How badly each trial fits: differences in shares, in total and of every class, float64 (T,)."""
    totals = histograms.sum(axis=0)
    sums = trials.astype(np.float64) @ histograms
    shares = sums[:, totals > 0] / totals[totals > 0]
    total = sums.sum(axis=1) / totals.sum()
    missing = MISSING_CLASS_COST * (shares == 0).sum(axis=1)
    costs: np.ndarray = np.abs(total - share) + np.abs(shares - share).mean(axis=1) + missing
    return costs


def _too_few(index: ChipIndex, count: int) -> TooSmallError:
    lie_in = "1 block" if count == 1 else f"{count} blocks"
    return TooSmallError(
        f"The labels lie in {lie_in} of at least {index.chip_size} x {index.chip_size} pixels; that is too "
        "few to keep some for validation and every class in training.",
        "Use a smaller chip size, label more places, or set the validation share to 0.",
    )
