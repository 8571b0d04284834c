"""Merge small segments of a class raster into adjacent ones, strip by strip, as if all were in memory.

The rule: a segment is an edge-connected area of one class; it is small if it has fewer pixels than requested.
All small segments simultaneously choose the neighbour with which they share the longest border: an adjacent
small segment, or all adjacent large segments of one class taken together. Ties are won by large segments over
small ones, by the lower class value, by the larger small segment, and by the one whose first pixel is first
(row by row). Segments that chose each other, directly or in a chain, are merged. The result has the class of
the large segments at the end of the chain, or, if two small segments at the end chose each other, that of the
one that wins a tie. Adjacent segments that now have the same class are merged. This is repeated until no
segment is small. Pixels without a class are not involved: a small segment without neighbours stays.

So the result for a small segment depends only on its connected group of small segments and the classes around
that group. A group is resolved as soon as it is complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ...contract.classes import ClassTable
from ...contract.messages.reporter import Reporter
from ..raster.windows import strips
from ..raster.writing import create_raster
from .class_raster import ClassRaster, open_class_raster
from .components import grouped, num_groups
from .segments import NO_SEGMENT, NOTHING, label_segments

STRIP_PIXELS = 2**22
"""Pixels of a strip; processing takes some 30 bytes per pixel."""

LARGE = -2
"""Marks large segments in arrays of numbers of small segments."""


def sieve(
    raster: ClassRaster, classes: ClassTable, min_pixels: float, path: Path, reporter: Reporter
) -> ClassRaster:
    """A copy of a class raster in which small segments are merged into adjacent ones.

    Memory is needed for a strip, the small segments that are not resolved yet, and some 20 bytes for each
    small segment. In typical maps, groups of small segments are small; pure noise is a single group and takes
    some 200 bytes per pixel. The result does not depend on the strips.

    Args:
        raster: The class raster.
        classes: Its classes; they determine data type and nodata value of the copy.
        min_pixels: Segments with fewer pixels are small.
        path: The file of the copy (GeoTIFF).
        reporter: For progress and cancellation.

    Raises:
        RasterError: The raster is damaged.
        DiskFullError: The disk is full.
        OutputError: The copy cannot be written.
    """
    scene = raster.scene
    windows = list(strips(scene.height, scene.width, max(1, STRIP_PIXELS // scene.width)))
    merger = _Merger(scene.width, min_pixels)
    for done, window in enumerate(windows):
        reporter.progress(done, 2 * len(windows), "strips", "Merging small segments")
        merger.add(raster.read(window), window, is_last=window is windows[-1])
    changes = merger.changes()
    nodata = classes.nodata
    dtype = {255: "uint8", 65535: "uint16"}.get(nodata, "int32")
    with create_raster(path, scene, 1, dtype, nodata, zlevel=1) as copy:
        for done, window in enumerate(windows, len(windows)):
            reporter.progress(done, 2 * len(windows), "strips", "Merging small segments")
            values = _changed(raster.read(window), *next(changes))
            copy.write(np.where(values == NOTHING, nodata, values).astype(dtype), 1, window=window)
    reporter.progress(2 * len(windows), 2 * len(windows), "strips", "Merging small segments")
    return open_class_raster(path)


def _changed(values: np.ndarray, segments: np.ndarray, new_values: np.ndarray) -> np.ndarray:
    """The values of a strip with new values for some segments."""
    if not segments.size:
        return values
    labels, segment_values = label_segments(values)
    table = np.append(segment_values, np.int32(NOTHING))  # NO_SEGMENT is the last
    table[segments] = new_values
    changed: np.ndarray = table[labels]
    return changed


@dataclass
class _Borders:
    """Borders between segments, each pair once.

    Attributes:
        a: One segment of each pair, int32 (n,).
        b: The other: its number, or the class value of large segments, int32 (n,).
        length: Number of pixel edges along the border, int32 (n,).
    """

    a: np.ndarray
    b: np.ndarray
    length: np.ndarray

    @classmethod
    def summed(cls, a: np.ndarray, b: np.ndarray, length: np.ndarray) -> _Borders:
        """Borders with the lengths of equal pairs summed."""
        order = np.lexsort((b, a))
        a, b, length = a[order], b[order], length[order]
        begins = np.ones(len(a), dtype=bool)
        begins[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
        starts = np.flatnonzero(begins)
        total = np.add.reduceat(length, starts) if len(starts) else length
        return cls(a[starts], b[starts], total)

    def and_also(self, a: np.ndarray, b: np.ndarray, length: np.ndarray) -> _Borders:
        """These borders and further ones."""
        arrays = zip((self.a, self.b, self.length), (a, b, length))
        return _Borders(*(np.concatenate(both, dtype=np.int32) for both in arrays))

    @classmethod
    def none(cls) -> _Borders:
        """No borders."""
        return cls(*(np.empty(0, dtype=np.int32) for _ in range(3)))


@dataclass
class _Segments:
    """Small segments and their borders.

    Attributes:
        pixels: Number of pixels, int64 (n,).
        first: Flat index of the first pixel in the raster, int64 (n,).
        value: Class value, int32 (n,).
        inner: Borders among them, ``a < b``.
        outer: Borders with large segments; ``b`` is their class value.
    """

    pixels: np.ndarray
    first: np.ndarray
    value: np.ndarray
    inner: _Borders
    outer: _Borders

    def __len__(self) -> int:
        return len(self.pixels)

    @classmethod
    def none(cls) -> _Segments:
        """No segments."""
        pixels, first = np.empty((2, 0), dtype=np.int64)
        return cls(pixels, first, np.empty(0, dtype=np.int32), _Borders.none(), _Borders.none())

    def part(self, chosen: np.ndarray) -> _Segments:
        """A selection of the segments, in complete connected groups."""
        number = np.cumsum(chosen, dtype=np.int32) - np.int32(1)
        inner, outer = chosen[self.inner.a], chosen[self.outer.a]
        return _Segments(
            self.pixels[chosen],
            self.first[chosen],
            self.value[chosen],
            _Borders(number[self.inner.a[inner]], number[self.inner.b[inner]], self.inner.length[inner]),
            _Borders(number[self.outer.a[outer]], self.outer.b[outer], self.outer.length[outer]),
        )

    def contracted(self, group: np.ndarray, value: np.ndarray, is_large: np.ndarray) -> _Segments:
        """The segments merged by group; groups that have become large are left in ``outer`` only.

        Args:
            group: Group of each segment, from 0.
            value: Class value of each group.
            is_large: Whether each group is large.
        """
        number = np.cumsum(~is_large, dtype=np.int32) - np.int32(1)
        pixels = _sums(self.pixels, group, len(value))
        first = _minima(self.first, group, len(value))
        a, b = group[self.inner.a], group[self.inner.b]
        lengths = self.inner.length
        near, far = ~is_large[a], ~is_large[b]
        among, a_out, b_out = near & far & (a != b), near & ~far, far & ~near
        outer = group[self.outer.a]
        kept = ~is_large[outer]
        small = ~is_large
        return _Segments(
            pixels[small],
            first[small],
            value[small],
            _Borders.summed(number[np.minimum(a, b)[among]], number[np.maximum(a, b)[among]], lengths[among]),
            _Borders.summed(
                number[np.concatenate([outer[kept], a[a_out], b[b_out]])],
                np.concatenate([self.outer.b[kept], value[b[a_out]], value[a[b_out]]]),
                np.concatenate([self.outer.length[kept], lengths[a_out], lengths[b_out]]),
            ),
        )


def _resolved(segments: _Segments, min_pixels: float) -> np.ndarray:
    """The final class value of each small segment, given complete groups; (n,)."""
    group_of = np.arange(len(segments))
    result: np.ndarray = segments.value.copy()
    alive = np.ones(len(segments), dtype=bool)
    while len(segments.inner.a) or len(segments.outer.a):
        group, value, is_large = _one_round(segments, min_pixels)
        group_of[alive] = group[group_of[alive]]
        result[alive] = value[group_of[alive]]
        alive_now = ~is_large[group_of[alive]]
        number = np.cumsum(~is_large) - 1
        alive[alive] = alive_now
        group_of[alive] = number[group_of[alive]]
        segments = segments.contracted(group, value, is_large)
    return result


def _one_round(segments: _Segments, min_pixels: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One round of choices: the group of each segment, and each group's class and whether it is large."""
    target, outer_value, chose_large = _choices(segments)
    root = _chain_ends(target, _ranks(segments))
    roots, group = np.unique(root, return_inverse=True)
    value = np.where(chose_large, outer_value, segments.value)[roots]
    is_large = chose_large[roots] | (_sums(segments.pixels, group, len(roots)) >= min_pixels)
    # Adjacent groups of equal class are now one segment, which is large if any of them is.
    a, b = group[segments.inner.a], group[segments.inner.b]
    outer = group[segments.outer.a]
    is_large[outer[value[outer] == segments.outer.b]] = True
    alike = value[a] == value[b]
    united = grouped(len(roots), a[alike], b[alike])
    num_united = num_groups(united)
    united_large = _sums(is_large, united, num_united) > 0
    group = united[group]
    united_large |= _sums(segments.pixels, group, num_united) >= min_pixels
    united_value = np.empty(num_united, dtype=value.dtype)
    united_value[united] = value
    return group, united_value, united_large


def _choices(segments: _Segments) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The neighbour with which each segment shares the longest border.

    Returns:
        The chosen segment (itself if none), the class value of the chosen large segments, and whether large
        segments were chosen; all (n,).
    """
    inner, outer = segments.inner, segments.outer
    count, rank = len(segments), _ranks(segments)
    classes, class_rank = np.unique(outer.b, return_inverse=True)
    best = np.full(count, -1)
    np.maximum.at(best, inner.a, _preference(inner.length, rank[inner.b], is_large=False))
    np.maximum.at(best, inner.b, _preference(inner.length, rank[inner.a], is_large=False))
    np.maximum.at(best, outer.a, _preference(outer.length, class_rank, is_large=True))
    chose_large = (best >= 0) & (best >> RANK_BITS & 1 > 0)
    chose_small = (best >= 0) & ~chose_large
    chosen_rank = LAST_RANK - (best & LAST_RANK)
    by_rank = np.empty(count, dtype=np.int64)
    by_rank[rank] = np.arange(count)
    target, value = np.arange(count), np.zeros(count, dtype=np.int32)
    target[chose_small] = by_rank[chosen_rank[chose_small]]
    value[chose_large] = classes[chosen_rank[chose_large]]
    return target, value, chose_large


RANK_BITS = 32
LAST_RANK = 2**RANK_BITS - 1


def _preference(length: np.ndarray, rank: np.ndarray, *, is_large: bool) -> np.ndarray:
    """Sort key of each border, int64 (n,); the highest wins: longest, then large, then lowest rank."""
    preference: np.ndarray = (length.astype(np.int64) << 1 | int(is_large)) << RANK_BITS
    preference += LAST_RANK - rank
    return preference


def _ranks(segments: _Segments) -> np.ndarray:
    """Rank of each segment: larger ones first, then by first pixel; (n,)."""
    rank = np.empty(len(segments), dtype=np.int64)
    rank[np.lexsort((segments.first, -segments.pixels))] = np.arange(len(segments))
    return rank


def _chain_ends(target: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """The end of each segment's chain of choices; if the last two chose each other, the better of them.

    There are no longer cycles: borders never get shorter along a chain, and among equal ones the rank of
    every second member increases.
    """
    mutual = target[target] == np.arange(len(target))
    ends = mutual & (rank <= rank[target])
    end = np.where(ends, np.arange(len(target)), target)
    while True:
        further = end[end]
        if np.array_equal(further, end):
            return end
        end = further


def _sums(values: np.ndarray, group: np.ndarray, count: int) -> np.ndarray:
    """Sum of the values in each group, int64 (count,)."""
    return np.bincount(group, values, count).astype(np.int64)


def _minima(values: np.ndarray, group: np.ndarray, count: int) -> np.ndarray:
    """Smallest of the values in each group, (count,)."""
    smallest = np.full(count, np.iinfo(values.dtype).max)
    np.minimum.at(smallest, group, values)
    return smallest


class _Merger:
    """Processes strips from the top: keeps the small segments that may still grow, and resolves the others.

    Each small segment of a strip gets a ticket, a number by which its new class is looked up in the end.

    Args:
        width: Columns of the raster.
        min_pixels: Segments with fewer pixels are small.
    """

    def __init__(self, width: int, min_pixels: float) -> None:
        self._min_pixels = min_pixels
        self._segments = _Segments.none()
        self._tickets = np.empty(0, dtype=np.int64)
        self._row_values = np.full(width, NOTHING)
        self._row_segments = np.full(width, NO_SEGMENT)
        self._num_tickets = 0
        self._tickets_of_strips: list[tuple[np.ndarray, np.ndarray]] = []
        self._same: list[tuple[np.ndarray, np.ndarray]] = []
        self._results: list[tuple[np.ndarray, np.ndarray]] = []

    def add(self, values: np.ndarray, window: Window, *, is_last: bool) -> None:
        """Add the next strip.

        Args:
            values: Its class values; ``NOTHING`` for pixels without a class.
            window: Its window.
            is_last: Whether this is the last strip.
        """
        labels, segment_values = label_segments(values)
        together = self._with_strip(labels, segment_values, window)
        num_known = len(self._segments)
        row, last = (np.where(line == NO_SEGMENT, NO_SEGMENT, line + num_known) for line in labels[[0, -1]])
        group, is_large = self._join(together, values[0], row)
        value = np.empty(len(is_large), dtype=np.int32)
        value[group] = together.value
        self._give_tickets(group[:num_known], group[num_known:], value, is_large)
        self._segments = together.contracted(group, value, is_large)
        number = np.where(is_large, LARGE, np.cumsum(~is_large) - 1)[group]
        self._row_values = values[-1]
        self._row_segments = np.append(number, NO_SEGMENT)[last]
        self._resolve(np.empty(0, dtype=np.int64) if is_last else self._row_segments)

    def changes(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """After the last strip: for each strip the segments that change and their new class values."""
        parent = np.arange(self._num_tickets)
        for tickets, first in self._same:
            parent[tickets] = first
        while not np.array_equal(parent, further := parent[parent]):
            parent = further
        result = np.empty(self._num_tickets, dtype=np.int32)
        for tickets, values in self._results:
            result[tickets] = values
        for segments, tickets in self._tickets_of_strips:
            yield segments, result[parent[tickets]]

    def _with_strip(self, labels: np.ndarray, segment_values: np.ndarray, window: Window) -> _Segments:
        """The known segments followed by those of a strip, small and large; not joined yet."""
        known, offset = self._segments, len(self._segments)
        pixels = np.bincount(labels[labels != NO_SEGMENT], minlength=len(segment_values))
        first = _first_pixels(labels, len(pixels)) + window.row_off * window.width
        borders = _borders(labels, pixels < self._min_pixels)
        return _Segments(
            np.concatenate([known.pixels, pixels]),
            np.concatenate([known.first, first]),
            np.concatenate([known.value, segment_values]),
            known.inner.and_also(borders.a + offset, borders.b + offset, borders.length),
            known.outer,
        )

    def _join(
        self, together: _Segments, row_values: np.ndarray, row: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Join a strip across its upper border.

        Args:
            together: The known segments and those of the strip; the borders between them are added.
            row_values: Class values of the strip's first row.
            row: Segments of the strip's first row.

        Returns:
            The group of each segment, and whether each group is large.
        """
        above = self._row_segments
        met, was_large = (above != NO_SEGMENT) & (row != NO_SEGMENT), above == LARGE
        same = self._row_values == row_values
        joins = met & same & ~was_large
        group = grouped(len(together), above[joins], row[joins])
        is_large = _sums(together.pixels, group, num_groups(group)) >= self._min_pixels
        is_large[group[row[met & same & was_large]]] = True
        inner, outer = met & ~same & ~was_large, met & ~same & was_large
        ones = np.ones(len(row), dtype=np.int64)
        together.inner = together.inner.and_also(above[inner], row[inner], ones[inner])
        together.outer = together.outer.and_also(row[outer], self._row_values[outer], ones[outer])
        return group, is_large

    def _give_tickets(
        self, known: np.ndarray, new: np.ndarray, value: np.ndarray, is_large: np.ndarray
    ) -> None:
        """Issue tickets for the small segments of a strip; known ones that are now large keep their class."""
        segments = np.flatnonzero(~is_large[new])
        tickets = np.arange(self._num_tickets, self._num_tickets + len(segments))
        self._num_tickets += len(segments)
        self._tickets_of_strips.append((segments, tickets))
        grown = is_large[known]
        self._results.append((self._tickets[grown], value[known[grown]]))
        standing = np.concatenate([self._tickets[~grown], tickets])
        holder = np.concatenate([known[~grown], new[segments]])
        first = _minima(standing, holder, len(is_large))
        self._same.append((standing, first[holder]))
        self._tickets = first[~is_large]

    def _resolve(self, open_segments: np.ndarray) -> None:
        """Resolve the groups of small segments that can no longer grow."""
        group = grouped(len(self._segments), self._segments.inner.a, self._segments.inner.b)
        is_open = np.zeros(num_groups(group), dtype=bool)
        is_open[group[open_segments[open_segments >= 0]]] = True
        stays = is_open[group]
        values = _resolved(self._segments.part(~stays), self._min_pixels)
        self._results.append((self._tickets[~stays], values))
        self._segments, self._tickets = self._segments.part(stays), self._tickets[stays]
        number = np.append(np.cumsum(stays) - 1, [LARGE, NO_SEGMENT])  # these two count from the end
        self._row_segments = number[self._row_segments]


def _borders(labels: np.ndarray, is_small: np.ndarray) -> _Borders:
    """The borders of a strip's small segments."""
    pairs = []
    for one, other in ((labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])):
        differs = (one != other) & (one != NO_SEGMENT) & (other != NO_SEGMENT)
        a, b = one[differs], other[differs]
        matters = is_small[a] | is_small[b]
        pairs.append((np.minimum(a, b)[matters], np.maximum(a, b)[matters]))
    a, b = (np.concatenate(each) for each in zip(*pairs))
    return _Borders.summed(a, b, np.ones(len(a), dtype=np.int32))


def _first_pixels(labels: np.ndarray, count: int) -> np.ndarray:
    """Flat index of the first pixel of each segment, int64 (count,)."""
    flat = labels.ravel()
    begins = np.flatnonzero(np.append(True, flat[1:] != flat[:-1]))
    begins = begins[flat[begins] != NO_SEGMENT][::-1]
    first = np.empty(count, dtype=np.int64)
    first[flat[begins]] = begins  # of repeated indices, numpy keeps the last assignment
    return first
