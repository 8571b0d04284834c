"""Mosaics: which rasters can be combined, the window of each, and the virtual raster of them all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from rasterio import Affine
from rasterio.crs import CRS
from rasterio.windows import Window
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .scene import Scene
from .vrt import VrtBand, VrtSource, vrt_text
from .windows import window_box

GRID_TOLERANCE = 0.01
"""Rasters have the same grid if no pixel is off by more than this part of a pixel."""

MOST_EMPTY = 20
"""Largest ratio of a mosaic's pixels to those of its rasters; beyond, they are processed one by one."""


@dataclass(frozen=True)
class Mosaic:
    """Rasters combined into one.

    Attributes:
        scenes: The rasters, later ones over earlier ones.
        windows: Window of each in pixels of the mosaic; fractional if grids differ.
        transform: From (column, row) of the mosaic to map coordinates.
        height: Rows of the mosaic.
        width: Columns of the mosaic.
    """

    scenes: tuple[Scene, ...]
    windows: tuple[Window, ...]
    transform: Affine
    height: int
    width: int

    @property
    def crs(self) -> str:
        """Coordinate system, the same for all rasters."""
        return self.scenes[0].crs

    def text(self, bands: Sequence[VrtBand], files: Sequence[Path]) -> str:
        """The content of a ``.vrt`` file.

        Args:
            bands: Bands that each of the files has.
            files: A file for each scene, with its grid; relative paths are relative to the ``.vrt`` file.
        """
        sources = [
            VrtSource(file, scene.height, scene.width, window, is_patchy=True)
            for file, scene, window in zip(files, self.scenes, self.windows)
        ]
        return vrt_text((self.height, self.width), self.crs, self.transform, bands, sources)


def by_system(scenes: Sequence[Scene]) -> list[list[Scene]]:
    """Rasters grouped by coordinate system, the most frequent system first."""
    groups: list[tuple[CRS, list[Scene]]] = []
    for scene in scenes:
        crs = CRS.from_user_input(scene.crs)
        group = next((group for known, group in groups if known == crs), None)
        if group is None:
            group = []
            groups.append((crs, group))
        group.append(scene)
    return sorted((group for _, group in groups), key=len, reverse=True)


def one_mosaic(scenes: Sequence[Scene]) -> tuple[Mosaic, list[Scene]]:
    """Combine rasters of one coordinate system, at the smallest of their pixel sizes.

    Args:
        scenes: At least one raster.

    Returns:
        The mosaic, north up if any raster is; and the rasters that are rotated or mirrored relative to it and
        so not included.
    """
    north_up = [each for each in scenes if _window(each, Affine.scale(1, -1)) is not None]
    finest = min(north_up or scenes, key=lambda scene: abs(scene.transform.determinant))
    fitting = [scene for scene in scenes if _window(scene, finest.transform) is not None]
    return _mosaic(fitting, finest.transform), [scene for scene in scenes if scene not in fitting]


def touching_mosaics(scenes: Sequence[Scene]) -> list[Mosaic]:
    """Combine rasters that share a pixel grid and touch or overlap.

    Args:
        scenes: Rasters of any grids and coordinate systems.

    Returns:
        Mosaics with integer windows, in the order of their first rasters. Rasters without a touching one are
        a mosaic each, as are those whose mosaic would be almost empty.
    """
    found: list[Mosaic] = []
    for grid in _by_grid(scenes):
        windows = [_window(scene, grid[0].transform) for scene in grid]
        boxes = np.array([window_box(window) for window in windows if window is not None])
        first, second = shapely.STRtree(boxes).query(boxes, predicate="intersects")
        links = coo_array((np.ones(len(first)), (first, second)), shape=(len(grid), len(grid)))
        count, labels = connected_components(links, directed=False)
        for number in range(count):
            members = [scene for scene, label in zip(grid, labels) if label == number]
            whole = _mosaic(members, grid[0].transform)
            own = sum(scene.height * scene.width for scene in members)
            is_full = whole.height * whole.width <= MOST_EMPTY * own
            found += [whole] if is_full else [_mosaic([scene], scene.transform) for scene in members]
    return found


def _by_grid(scenes: Sequence[Scene]) -> list[list[Scene]]:
    grids: list[list[Scene]] = []
    for group in by_system(scenes):
        of_system: list[list[Scene]] = []
        for scene in group:
            grid = next((known for known in of_system if _is_on_grid(scene, known[0].transform)), None)
            if grid is None:
                of_system.append([scene])
            else:
                grid.append(scene)
        grids += of_system
    return grids


def _is_on_grid(scene: Scene, grid: Affine) -> bool:
    """Whether a raster has a given pixel grid; both in the same coordinate system."""
    window = _window(scene, grid)
    return (
        window is not None
        and (window.height, window.width) == (scene.height, scene.width)
        and isinstance(window.col_off, int)
        and isinstance(window.row_off, int)
    )


def _window(scene: Scene, grid: Affine) -> Window | None:
    """Window of a raster in pixels of a grid; None if it is rotated or mirrored relative to it.

    Numbers within ``GRID_TOLERANCE`` of an integer become that integer.
    """
    relative = ~grid @ scene.transform
    shear = max(abs(relative.b) * scene.height, abs(relative.d) * scene.width)
    if shear > GRID_TOLERANCE or relative.a <= 0 or relative.e <= 0:
        return None
    size = relative.a * scene.width, relative.e * scene.height
    return Window(*(_snapped(number) for number in (relative.c, relative.f, *size)))


def _snapped(number: float) -> float:
    return round(number) if abs(number - round(number)) <= GRID_TOLERANCE else number


def _mosaic(scenes: Sequence[Scene], grid: Affine) -> Mosaic:
    """The mosaic of rasters that are aligned with the axes of a grid."""
    windows = [window for window in (_window(scene, grid) for scene in scenes) if window is not None]
    left = math.floor(min(window.col_off for window in windows))
    top = math.floor(min(window.row_off for window in windows))
    return Mosaic(
        tuple(scenes),
        tuple(Window(w.col_off - left, w.row_off - top, w.width, w.height) for w in windows),
        grid @ Affine.translation(left, top),
        math.ceil(max(window.row_off + window.height for window in windows)) - top,
        math.ceil(max(window.col_off + window.width for window in windows)) - left,
    )
