"""Rasters side by side seen as one: which fit together, where each lies, and the virtual raster of all."""

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

SAME_PLACE = 0.01
"""Pixels lie on one grid when none is off by more than this part of a pixel."""

MOST_EMPTY = 20
"""Rasters are not walked through as one if that has more pixels than so many times their own."""


@dataclass(frozen=True)
class Mosaic:
    """Rasters that are seen as one.

    Attributes:
        scenes: The rasters, later ones over earlier ones.
        windows: Where each lies, in pixels of the whole; with fractions if grids differ.
        transform: From (column, row) of the whole to map coordinates.
        height: Rows of the whole.
        width: Columns of the whole.
    """

    scenes: tuple[Scene, ...]
    windows: tuple[Window, ...]
    transform: Affine
    height: int
    width: int

    @property
    def crs(self) -> str:
        """Coordinate system of all."""
        return self.scenes[0].crs

    def text(self, bands: Sequence[VrtBand], files: Sequence[Path]) -> str:
        """The virtual raster.

        Args:
            bands: Bands of each of the files.
            files: A file for each scene, on its pixels; one that is not absolute lies beside the result.

        Returns:
            The text of a ``.vrt`` file.
        """
        sources = [
            VrtSource(file, scene.height, scene.width, window, is_patchy=True)
            for file, scene, window in zip(files, self.scenes, self.windows)
        ]
        return vrt_text((self.height, self.width), self.crs, self.transform, bands, sources)


def by_system(scenes: Sequence[Scene]) -> list[list[Scene]]:
    """Rasters by coordinate system, the system of most first."""
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
    """Rasters of one coordinate system as one, with the smallest pixels of any.

    Args:
        scenes: At least one raster.

    Returns:
        The mosaic, and the rasters that are turned against it and so not part of it. It is north up if any
        of them is.
    """
    north_up = [each for each in scenes if _window(each, Affine.scale(1, -1)) is not None]
    finest = min(north_up or scenes, key=lambda scene: abs(scene.transform.determinant))
    fitting = [scene for scene in scenes if _window(scene, finest.transform) is not None]
    return _mosaic(fitting, finest.transform), [scene for scene in scenes if scene not in fitting]


def touching_mosaics(scenes: Sequence[Scene]) -> list[Mosaic]:
    """Rasters that lie on one grid of pixels and touch or overlap, as one each; others alone.

    Args:
        scenes: Rasters of any grids and coordinate systems.

    Returns:
        Mosaics whose windows have no fractions, in the order of their first rasters. Rasters that lie so
        that nearly all of their mosaic would be empty come alone.
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
    """Whether a raster has the pixels of a grid, in the same coordinate system."""
    window = _window(scene, grid)
    return (
        window is not None
        and (window.height, window.width) == (scene.height, scene.width)
        and isinstance(window.col_off, int)
        and isinstance(window.row_off, int)
    )


def _window(scene: Scene, grid: Affine) -> Window | None:
    """Where a raster lies in the pixels of a grid; None if it is turned or mirrored against it.

    Numbers that are whole but for ``SAME_PLACE`` are integers.
    """
    relative = ~grid @ scene.transform
    shear = max(abs(relative.b) * scene.height, abs(relative.d) * scene.width)
    if shear > SAME_PLACE or relative.a <= 0 or relative.e <= 0:
        return None
    size = relative.a * scene.width, relative.e * scene.height
    return Window(*(_snapped(number) for number in (relative.c, relative.f, *size)))


def _snapped(number: float) -> float:
    return round(number) if abs(number - round(number)) <= SAME_PLACE else number


def _mosaic(scenes: Sequence[Scene], grid: Affine) -> Mosaic:
    """Rasters that lie along a grid, as one."""
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
