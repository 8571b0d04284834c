"""Blending: the class probabilities of overlapping tiles averaged with positive weights.

A pixel in a single tile gets the class of its largest logit at once. Only where tiles overlap are weighted
probabilities summed, and only until the last of the tiles is in: along the lower border of a row of tiles,
and along the right border of one tile.

The sums are integers (``ONE`` is a probability of 1), since integer addition does not depend on the order: a
map is the same, bit for bit, in whatever regions and on however many machines it is made. They are int16,
since a wide scene has many of them; the half precision in which networks mostly run rounds fifty times as
much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .map_outputs import CLASS, MapOutputs
from .tiles import Axis, TilePlan

ONE = 2**14
"""A probability of 1 in int16, with headroom for rounding."""


def axis_weights(axis: Axis) -> Tensor:
    """Weight of each pixel of each tile along one axis; the weights of every pixel of the scene sum to 1.

    They rise over the least overlap on each side, as the fourth power of a sine, and are constant between;
    samples lie at pixel centres, so that no weight is 0. The outermost pixels of a tile, half of whose
    surroundings the network does not see, get less weight by the fourth power than by the usual square (Hann
    window): measured with two networks, up to a quarter fewer pixels change when the grid is moved. Where a
    tile overlaps its neighbour by more, or two of them, the weights are divided by their sum.

    Returns:
        float64 (tiles, tile_size), in (0, 1].
    """
    line = torch.ones(axis.tile_size, dtype=torch.float64)
    overlap = min(axis.least_shared, axis.tile_size // 2)
    if overlap:
        ramp = torch.sin((torch.arange(overlap) + 0.5) * torch.pi / (2 * overlap)) ** 4
        line[:overlap] = ramp
        line[axis.tile_size - overlap :] = ramp.flip(0)
    total = torch.zeros(axis.starts[-1] + axis.tile_size, dtype=torch.float64)
    for start in axis.starts:
        total[start : start + axis.tile_size] += line
    return torch.stack([line / total[start : start + axis.tile_size] for start in axis.starts])


@dataclass(frozen=True)
class _Zones:
    """A tile's pixels along one axis, by which other tiles share them.

    Attributes:
        before: Shared with earlier tiles.
        own: In this tile alone.
        after: Shared with later tiles. Empty, with ``before`` the whole tile, if pixels lie in both.
        finished: Number of the first pixels that no later tile shares.
    """

    before: slice
    own: slice
    after: slice
    finished: int


def _zones(axis: Axis, number: int) -> _Zones:
    size = axis.end(number) - axis.starts[number]
    shared, finished = axis.shared(number), axis.finished(number)
    if shared > finished:
        return _Zones(slice(0, size), slice(size, size), slice(size, size), finished)
    return _Zones(slice(0, shared), slice(shared, finished), slice(finished, size), finished)


class Blender:
    """Averages the tiles of a plan, from north to south and west to east, into finished pixels of the map.

    A row of tiles is processed in spans of adjacent tiles, so that a wide scene needs no more memory.

    Args:
        plan: The tiles.
        outputs: What the map holds.
        num_classes: Planes of the logits.
        device: Where probabilities are averaged.
        keeps_top_open: Leave the first rows, which an earlier region shares, unfinished.

    Attributes:
        carry: Sums of the rows below the last finished one, int16 (num_classes, rows, width); None before
            the first tile, and within a row. To continue with the next region, set it before its first row;
            it is changed in place.
        open_top: Sums of the first rows, if these are kept open, once the first row of tiles is in.
    """

    def __init__(
        self,
        plan: TilePlan,
        outputs: MapOutputs,
        num_classes: int,
        device: torch.device,
        *,
        keeps_top_open: bool = False,
    ) -> None:
        self.carry: Tensor | None = None
        self.open_top: Tensor | None = None
        self._is_top_open = keeps_top_open
        self._plan, self._outputs, self._device = plan, outputs, device
        self._num_classes = num_classes
        self._left, right = plan.columns
        self._width = right - self._left
        # Not every graphics card knows float64.
        self._weights_down = axis_weights(plan.down).float().to(device)
        self._weights_across = axis_weights(plan.across).float().to(device)
        self._last_row = self._last_tile = -2
        self._side: Tensor | None = None

    def start_row(self, row: int) -> None:
        """Begin a row of tiles, given by its number in the grid."""
        self._row, self._rows = row, _zones(self._plan.down, row)
        self._above = self._continued(self._rows.before.stop)
        self.carry = None  # as wide as the scene, like all sums: freed as soon as possible
        self._below = self._zeros(self._rows.after.stop - self._rows.after.start)
        self._last_tile = -2

    def start_span(self, tiles: Sequence[int]) -> None:
        """Begin a span of the row, given by the numbers of its adjacent tiles, rising."""
        across = self._plan.across
        self._start = across.starts[tiles[0]] - self._left
        end = across.starts[tiles[-1]] + across.finished(tiles[-1]) - self._left
        width = end - self._start
        self._span = self._outputs.empty(self._num_classes, self._rows.finished, width, self._device)

    def add(self, tile: int, logits: Tensor) -> None:
        """Blend in one tile of the span.

        Args:
            tile: Its number in the row; rising.
            logits: (num_classes, rows, columns) of the whole tile; pixels beyond the scene are left out.
        """
        across, rows = self._plan.across, self._rows
        left = across.starts[tile] - self._left
        width = across.end(tile) - across.starts[tile]
        # All that follows is several times as fast on separate planes as on interleaved ones.
        logits = logits.contiguous()[:, :, :width]
        columns = slice(left, left + width)
        for sums, zone in ((self._above, rows.before), (self._below, rows.after)):
            if zone.stop > zone.start:
                sums[:, :, columns] += self._share(tile, logits, zone, slice(0, width))
        if rows.own.stop > rows.own.start:
            self._add_own_rows(tile, logits, left - self._start)
        self._last_tile = tile

    def finish_span(self) -> dict[str, Tensor]:
        """The span's finished pixels.

        Returns:
            What ``MapOutputs.of_sums`` gives, (…, rows, columns), from the first row and column of the span's
            tiles to the last that no later tile touches; 0 where there was no tile.
        """
        complete = min(self._rows.before.stop, self._rows.finished)
        if complete and not self._is_top_open:
            width = self._span[CLASS].shape[1]
            sums = self._above[:, :complete, self._start : self._start + width]
            self._put(slice(0, complete), slice(0, width), sums)
        return self._span

    def finish_row(self) -> None:
        """End a row of tiles: the sums it shares with later rows become the ``carry``."""
        rows, above, below = self._rows, self._above, self._below
        del self._above, self._below
        if self._is_top_open:
            self.open_top, self._is_top_open = above, False
        is_one_zone = rows.before.stop > rows.finished
        self.carry = above[:, rows.finished :] if is_one_zone else below
        self._last_row = self._row

    def _add_own_rows(self, tile: int, logits: Tensor, left: int) -> None:
        """Finish the pixel rows of this row of tiles alone, in which adjacent tiles share columns only."""
        rows, columns = self._rows.own, _zones(self._plan.across, tile)
        if columns.own.stop > columns.own.start:
            values = self._outputs.of_logits(logits[:, rows, columns.own])
            self._fill(rows, slice(left + columns.own.start, left + columns.own.stop), values)
        if not columns.before.stop:
            self._side = self._share(tile, logits, rows, columns.after)
            return
        before = self._share(tile, logits, rows, columns.before)
        if self._side is not None and self._last_tile == tile - 1:
            before[:, :, : self._side.shape[2]] += self._side
        complete = min(columns.before.stop, columns.finished)
        self._put(rows, slice(left, left + complete), before[:, :, :complete])
        is_one_zone = columns.before.stop > columns.finished
        self._side = (
            before[:, :, columns.finished :]
            if is_one_zone
            else self._share(tile, logits, rows, columns.after)
        )

    def _share(self, tile: int, logits: Tensor, rows: slice, columns: slice) -> Tensor:
        """A tile's weighted probabilities for some of its pixels, int16 (num_classes, rows, columns)."""
        probs = logits[:, rows, columns].float().softmax(dim=0)
        down, across = self._weights_down[self._row, rows], self._weights_across[tile, columns]
        weights = torch.outer(down, across) * ONE
        return probs.mul_(weights).round_().to(torch.int16)

    def _put(self, rows: slice, columns: slice, sums: Tensor) -> None:
        self._fill(rows, columns, self._outputs.of_sums(sums, ONE))

    def _fill(self, rows: slice, columns: slice, values: dict[str, Tensor]) -> None:
        for name, value in values.items():
            self._span[name][..., rows, columns] = value

    def _continued(self, rows: int) -> Tensor:
        """The carry of the previous row of tiles, extended with zeros to a number of pixel rows."""
        if self.carry is None or self._last_row not in (self._row - 1, -2):
            return self._zeros(rows)
        carry = self.carry.to(self._device)  # loaded from a file when an earlier run is resumed
        missing = rows - carry.shape[1]
        return torch.cat([carry, self._zeros(missing)], dim=1) if missing else carry

    def _zeros(self, rows: int) -> Tensor:
        return torch.zeros((self._num_classes, rows, self._width), dtype=torch.int16, device=self._device)
