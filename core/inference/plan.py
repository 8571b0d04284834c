"""Where tiles lie: one grid per scene, fixed by its size, the tile size and the overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rasterio.windows import Window

from ..contract.errors import SettingsError


def tile_starts(length: int, tile_size: int, overlap: int) -> tuple[int, ...]:
    """First pixels of the tiles along one axis.

    Tiles lie ``tile_size - overlap`` apart; the last is pulled back so that it ends with the scene. A
    scene shorter than a tile has one tile, which begins at 0 and reaches over the end.

    Args:
        length: Pixels of the scene along the axis, at least 1.
        tile_size: Side of a tile.
        overlap: Pixels shared by neighbours, less than ``tile_size``.

    Returns:
        Rising starts; every pixel is in at least one tile.
    """
    last = max(length - tile_size, 0)
    return (*range(0, last, tile_size - overlap), last)


@dataclass(frozen=True)
class TilePlan:
    """The tiles of a scene that have to go through the network.

    The grid belongs to the scene: asking for a part of it leaves out tiles but moves none, so that a
    pixel gets the same result whatever else is asked for.

    Attributes:
        height: Rows of the scene.
        width: Columns of the scene.
        tile_size: Side of a tile, pixels.
        overlap: Pixels shared by neighbouring tiles.
        rows: For each row of tiles that is needed, its first pixel row and the first pixel columns of the
            tiles needed in it, both rising.
    """

    height: int
    width: int
    tile_size: int
    overlap: int
    rows: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def columns(self) -> tuple[int, int]:
        """First column that a tile needs, and the one behind the last."""
        left = min(lefts[0] for _, lefts in self.rows)
        right = max(lefts[-1] for _, lefts in self.rows) + self.tile_size
        return left, min(right, self.width)

    @property
    def num_tiles(self) -> int:
        """How many tiles have to go through the network."""
        return sum(len(cols) for _, cols in self.rows)


def plan_tiles(
    height: int,
    width: int,
    tile_size: int,
    overlap: int,
    wanted: Iterable[Window] | None = None,
) -> TilePlan:
    """The tiles that cover a scene, or some windows of it.

    Args:
        height: Rows of the scene.
        width: Columns of the scene.
        tile_size: Side of a tile.
        overlap: Pixels shared by neighbours, at most half a tile.
        wanted: Windows whose pixels are asked for; None for all. Every tile that touches one is needed,
            since blending mixes it into the window's pixels.

    Returns:
        The plan.

    Raises:
        SettingsError: The overlap is more than half a tile.
    """
    if overlap > tile_size // 2:
        raise SettingsError(
            f"The overlap of {overlap} pixels is more than half a tile of {tile_size} pixels.",
            f"Choose an overlap of at most {tile_size // 2}.",
        )
    tops = tile_starts(height, tile_size, overlap)
    lefts = tile_starts(width, tile_size, overlap)
    if wanted is None:
        rows = [(top, lefts) for top in tops]
    else:
        windows = list(wanted)
        rows = [(top, _touching(top, lefts, tile_size, windows)) for top in tops]
    return TilePlan(height, width, tile_size, overlap, tuple((top, cols) for top, cols in rows if cols))


def _touching(top: int, lefts: tuple[int, ...], tile_size: int, windows: list[Window]) -> tuple[int, ...]:
    """The columns of those tiles in one row that share a pixel with any of the windows."""
    in_row = [
        window
        for window in windows
        if window.row_off < top + tile_size and window.row_off + window.height > top
    ]
    return tuple(
        left
        for left in lefts
        if any(w.col_off < left + tile_size and w.col_off + w.width > left for w in in_row)
    )
