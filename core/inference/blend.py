"""Overlapping tiles become one map: class probabilities averaged with positive weights.

A pixel that lies in one tile alone gets the class of its largest logit at once. Only where tiles overlap
are probabilities added up, and only until the last of the tiles is in: along the lower border of a row of
tiles, and along the right border of one tile.

Sums are whole numbers (``ONE`` is a probability of 1), since the order in which whole numbers are added
does not matter: a map is the same, bit for bit, in whatever regions and on however many machines it is made.
They are as short as they can be, since a wide scene has many of them; the half precision in which networks
mostly run rounds fifty times as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .map_outputs import CLASS, MapOutputs
from .tiles import Axis, TilePlan

ONE = 2**14
"""A probability of 1 in int16, with room for what rounding adds."""


def axis_weights(axis: Axis) -> Tensor:
    """Weight of each pixel of each tile along one axis, so that the weights of every pixel add up to 1.

    They rise on each side over what neighbours share, as the fourth power of a sine, and are even between;
    samples lie at pixel centres, so that no weight is 0. The fourth power trusts the outermost pixels of a
    tile, of whose surroundings the network has seen half, less than the usual square does (Hann): measured
    with two networks, up to a quarter fewer pixels change when the grid is moved. Where a tile lies over more
    of its neighbour, or over two, the sum is made 1 by division.

    Args:
        axis: The tiles.

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
    """How a tile's pixels along one axis lie to other tiles.

    Attributes:
        before: Shared with earlier tiles.
        own: In this tile alone.
        after: Shared with later tiles. Empty, with ``before`` the whole tile, if pixels lie in both.
        finished: How many of the first pixels lie in no later tile.
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
    """Takes the tiles of a plan from north to south and west to east and gives finished pixels of the map.

    A row of tiles is taken in pieces of some neighbouring tiles, so that a wide scene needs no more room for
    what is finished.

    Args:
        plan: The tiles.
        outputs: What the map shall hold.
        num_classes: Planes of the logits.
        device: Where the averaging happens.
        keeps_top_open: Leave the first rows, in which an earlier part of the plan has a share, undecided.

    Attributes:
        carry: Sums of the rows below the last finished one, int16 (num_classes, rows, width); None where
            no tile has been, and within a row. May be handed from a part of a plan to the next, and changes
            with it.
        open_top: Sums of the first rows, if they are kept open, once the first row of tiles is in.
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
        self._plan, self._measures, self._device = plan, outputs, device
        self._num_classes = num_classes
        self._left, right = plan.columns
        self._width = right - self._left
        # Not every graphics card knows float64.
        self._weights_down = axis_weights(plan.down).float().to(device)
        self._weights_across = axis_weights(plan.across).float().to(device)
        self._last_row = self._last_tile = -2
        self._side: Tensor | None = None

    def start_row(self, row: int) -> None:
        """Begin a row of tiles.

        Args:
            row: Its number in the grid.
        """
        self._row, self._rows = row, _zones(self._plan.down, row)
        self._above = self._continued(self._rows.before.stop)
        self.carry = None  # as wide as the scene, like all sums: none is kept longer than it is needed
        self._below = self._zeros(self._rows.after.stop - self._rows.after.start)
        self._last_tile = -2

    def start_piece(self, tiles: Sequence[int]) -> None:
        """Begin a piece of the row.

        Args:
            tiles: The numbers of its tiles, neighbours, rising.
        """
        across = self._plan.across
        self._start = across.starts[tiles[0]] - self._left
        end = across.starts[tiles[-1]] + across.finished(tiles[-1]) - self._left
        width = end - self._start
        self._piece = self._measures.empty(self._num_classes, self._rows.finished, width, self._device)

    def add(self, tile: int, logits: Tensor) -> None:
        """Mix one tile of the piece in.

        Args:
            tile: Its number in the row; rising.
            logits: (num_classes, rows, columns) of the whole tile; what lies beyond the scene is left out.
        """
        across, rows = self._plan.across, self._rows
        left = across.starts[tile] - self._left
        width = across.end(tile) - across.starts[tile]
        # All that follows is several times as fast on planes that lie apart than on interleaved ones.
        logits = logits.contiguous()[:, :, :width]
        place = slice(left, left + width)
        for sums, zone in ((self._above, rows.before), (self._below, rows.after)):
            if zone.stop > zone.start:
                sums[:, :, place] += self._share(tile, logits, zone, slice(0, width))
        if rows.own.stop > rows.own.start:
            self._add_own_rows(tile, logits, left - self._start)
        self._last_tile = tile

    def finish_piece(self) -> dict[str, Tensor]:
        """The piece's finished pixels.

        Returns:
            What ``MapOutputs.of_sums`` gives, (…, rows, columns), for the rows and columns from the first
            tile's on that no later tile touches; 0 where no tile lay.
        """
        decided = min(self._rows.before.stop, self._rows.finished)
        if decided and not self._is_top_open:
            width = self._piece[CLASS].shape[1]
            sums = self._above[:, :decided, self._start : self._start + width]
            self._put(slice(0, decided), slice(0, width), sums)
        return self._piece

    def finish_row(self) -> None:
        """End a row of tiles: what it shares with later ones is the ``carry`` now."""
        rows, above, below = self._rows, self._above, self._below
        del self._above, self._below
        if self._is_top_open:
            self.open_top, self._is_top_open = above, False
        is_one_zone = rows.before.stop > rows.finished
        self.carry = above[:, rows.finished :] if is_one_zone else below
        self._last_row = self._row

    def _add_own_rows(self, tile: int, logits: Tensor, left: int) -> None:
        """The rows that lie in this row of tiles alone: neighbours share columns only."""
        rows, columns = self._rows.own, _zones(self._plan.across, tile)
        if columns.own.stop > columns.own.start:
            values = self._measures.of_logits(logits[:, rows, columns.own])
            self._fill(rows, slice(left + columns.own.start, left + columns.own.stop), values)
        if not columns.before.stop:
            self._side = self._share(tile, logits, rows, columns.after)
            return
        before = self._share(tile, logits, rows, columns.before)
        if self._side is not None and self._last_tile == tile - 1:
            before[:, :, : self._side.shape[2]] += self._side
        decided = min(columns.before.stop, columns.finished)
        self._put(rows, slice(left, left + decided), before[:, :, :decided])
        is_one_zone = columns.before.stop > columns.finished
        self._side = (
            before[:, :, columns.finished :]
            if is_one_zone
            else self._share(tile, logits, rows, columns.after)
        )

    def _share(self, tile: int, logits: Tensor, rows: slice, columns: slice) -> Tensor:
        """A tile's share in the sums of some of its pixels, int16 (num_classes, rows, columns)."""
        probs = logits[:, rows, columns].float().softmax(dim=0)
        down, across = self._weights_down[self._row, rows], self._weights_across[tile, columns]
        weights = torch.outer(down, across) * ONE
        return probs.mul_(weights).round_().to(torch.int16)

    def _put(self, rows: slice, columns: slice, sums: Tensor) -> None:
        self._fill(rows, columns, self._measures.of_sums(sums, ONE))

    def _fill(self, rows: slice, columns: slice, values: dict[str, Tensor]) -> None:
        for name, value in values.items():
            self._piece[name][..., rows, columns] = value

    def _continued(self, rows: int) -> Tensor:
        """The sums of some rows with what the row of tiles before has left."""
        if self.carry is None or self._last_row not in (self._row - 1, -2):
            return self._zeros(rows)
        carry = self.carry.to(self._device)  # that of an earlier run comes from a file
        missing = rows - carry.shape[1]
        return torch.cat([carry, self._zeros(missing)], dim=1) if missing else carry

    def _zeros(self, rows: int) -> Tensor:
        return torch.zeros((self._num_classes, rows, self._width), dtype=torch.int16, device=self._device)
