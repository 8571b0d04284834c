"""The tile grid of a scene, fixed by its size, the tile size and the overlap."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rasterio.windows import Window

from ..contract.messages.errors import SettingsError
from ..geodata.raster.windows import overlaps

SIDE_STEP = 512
"""Sides of tiles in smaller scenes are multiples of it, as encoders with windowed attention need."""


PHASE = 32
"""Tiles start at multiples of it. Encoders downsample five times by 2: starting elsewhere, a tile would be
sampled at other pixels than its neighbour, which changed 2 per cent of a map (measured)."""


def tile_starts(length: int, tile_size: int, overlap: int) -> tuple[int, ...]:
    """First pixels of the tiles along one axis.

    The fewest tiles with that overlap, spread evenly so that the last one ends with the scene, or up to
    ``PHASE`` pixels behind it. (If only the last one were shifted back, it could overlap its whole neighbour,
    all of which would have to be kept in memory for blending.) With an overlap near half a tile, even spacing
    would stack three tiles everywhere, and no region could begin: then only the last one is shifted back. A
    scene shorter than a tile has one tile, which starts at 0 and extends beyond the end.

    Args:
        length: Pixels of the scene along the axis, at least 1.
        tile_size: Side of a tile, pixels.
        overlap: Least pixels shared by adjacent tiles, less than ``tile_size``.

    Returns:
        Rising starts; every pixel lies in at least one tile.
    """
    last = max(length - tile_size, 0)
    if not last:
        return (0,)
    phase = PHASE if tile_size - overlap >= PHASE else 1
    last = -(-last // phase) * phase
    step = (tile_size - overlap) // phase * phase
    steps = -(-last // step)
    if steps > 2 and last // steps * 2 < tile_size:
        return (*range(0, last, step), last)
    return (*(number * last // steps // phase * phase for number in range(steps)), last)


@dataclass(frozen=True)
class Axis:
    """The tiles along one axis of a scene.

    Attributes:
        length: Pixels of the scene.
        tile_size: Pixels of a tile.
        starts: First pixel of each tile; see ``tile_starts``.
    """

    length: int
    tile_size: int
    starts: tuple[int, ...]

    def end(self, number: int) -> int:
        """The pixel after a tile, at most the length of the scene."""
        return min(self.starts[number] + self.tile_size, self.length)

    def shared(self, number: int) -> int:
        """Number of a tile's first pixels that the previous tile shares."""
        return max(0, self.end(number - 1) - self.starts[number]) if number else 0

    def finished(self, number: int) -> int:
        """Number of a tile's first pixels that no later tile shares."""
        is_last = number + 1 == len(self.starts)
        return (self.length if is_last else self.starts[number + 1]) - self.starts[number]

    @property
    def least_shared(self) -> int:
        """Least overlap of adjacent tiles; 0 for a single tile."""
        return min((self.shared(number) for number in range(1, len(self.starts))), default=0)

    def touching(self, start: int, end: int) -> range:
        """Numbers of the tiles that overlap the pixels from ``start`` to before ``end``."""
        first = bisect.bisect_right(self.starts, start - self.tile_size)
        return range(first, bisect.bisect_left(self.starts, end))


@dataclass(frozen=True)
class TilePlan:
    """The tiles of a scene that have to be predicted.

    The grid belongs to the scene: a smaller area leaves out tiles but moves none, so that a pixel gets the
    same result whatever else is classified.

    Attributes:
        down: The rows of tiles.
        across: The tiles of a row.
        rows: For each row of tiles that is needed its number, and the numbers of the tiles needed in it; both
            rising.
        columns: First pixel column of the needed tiles, and the one after the last; for a region, those of
            the whole plan.
    """

    down: Axis
    across: Axis
    rows: tuple[tuple[int, tuple[int, ...]], ...]
    columns: tuple[int, int]

    @property
    def tile_shape(self) -> tuple[int, int]:
        """Rows and columns of a tile."""
        return self.down.tile_size, self.across.tile_size

    @property
    def num_tiles(self) -> int:
        """Number of tiles to predict."""
        return sum(len(tiles) for _, tiles in self.rows)

    def regions(self, pixels: int) -> tuple[TilePlan, ...]:
        """Split the plan into regions of consecutive rows of tiles, the units of resuming and distribution.

        A pixel lies in the tiles of at most two adjacent regions.

        Args:
            pixels: Approximate size of a region, which has at least one row of tiles.

        Returns:
            The regions from north to south.
        """
        left, right = self.columns
        rows_of_pixels = max(1, pixels // (right - left))
        parts: list[list[tuple[int, tuple[int, ...]]]] = []
        top = 0
        for row in self.rows:
            number = row[0]
            start = self.down.starts[number]
            # A row whose pixels all lie in earlier or later rows, too, cannot be the first of a region.
            may_begin = self.down.finished(number) >= self.down.shared(number)
            if not parts or (may_begin and start - top >= rows_of_pixels):
                parts.append([])
                top = start
            parts[-1].append(row)
        return tuple(replace(self, rows=tuple(part)) for part in parts)


def plan_tiles(
    height: int,
    width: int,
    tile_size: int,
    overlap: int,
    wanted: Iterable[Window] | Callable[[Window], bool] | None = None,
) -> TilePlan:
    """The tiles that cover a scene, or some of its pixels.

    Args:
        height: Rows of the scene.
        width: Columns of the scene.
        tile_size: Side of a tile, pixels. In a smaller scene, tiles are no larger than needed.
        overlap: Least pixels shared by adjacent tiles, at most half a tile.
        wanted: Windows to classify, or a function that says whether a window has any pixel to classify; None
            for all. Every tile that overlaps one is needed, since blending uses it.

    Raises:
        SettingsError: The overlap is more than half a tile.
    """
    if overlap > tile_size // 2:
        raise SettingsError(
            f"The overlap of {overlap} pixels is more than half a tile of {tile_size} pixels.",
            f"Choose an overlap of at most {tile_size // 2}.",
        )
    down, across = _axis(height, tile_size, overlap), _axis(width, tile_size, overlap)
    if wanted is None:
        every = tuple(range(len(across.starts)))
        rows = tuple((number, every) for number in range(len(down.starts)))
    elif callable(wanted):
        rows = tuple(_asked(down, across, wanted))
    else:
        rows = tuple(_touching(down, across, list(wanted)))
    needed = tuple(row for row in rows if row[1])
    left = min((tiles[0] for _, tiles in needed), default=0)
    right = max((tiles[-1] for _, tiles in needed), default=0)
    return TilePlan(down, across, needed, (across.starts[left], across.end(right)))


def _axis(length: int, tile_size: int, overlap: int) -> Axis:
    """The tiles along an axis, extending beyond its end as little as the network allows."""
    step = min(tile_size, SIDE_STEP)
    tile_size = min(tile_size, -(-length // step) * step)
    return Axis(length, tile_size, tile_starts(length, tile_size, overlap))


def _asked(
    down: Axis, across: Axis, is_wanted: Callable[[Window], bool]
) -> Iterable[tuple[int, tuple[int, ...]]]:
    """The tiles with a wanted pixel, row by row; for a row without any, ``is_wanted`` is called once."""
    for row, top in enumerate(down.starts):
        height = down.end(row) - top
        if is_wanted(Window(0, top, across.length, height)):
            yield (
                row,
                tuple(
                    tile
                    for tile, left in enumerate(across.starts)
                    if is_wanted(Window(left, top, across.end(tile) - left, height))
                ),
            )


def _touching(down: Axis, across: Axis, windows: Sequence[Window]) -> Iterable[tuple[int, tuple[int, ...]]]:
    """The tiles that overlap any of the windows, row by row."""
    for row, top in enumerate(down.starts):
        whole = Window(0, top, across.length, down.tile_size)
        tiles = {
            tile
            for window in windows
            if overlaps(window, whole)
            for tile in across.touching(window.col_off, window.col_off + window.width)
        }
        yield row, tuple(sorted(tiles))
