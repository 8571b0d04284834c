"""The area of interest: the polygons of a layer to which a map is limited, as a mask of any window."""

from __future__ import annotations

import hashlib
import math
import threading

import numpy as np
import shapely
from rasterio.windows import Window

from ...contract.messages.reporter import Reporter
from ..raster.scene_view import AnyScene
from ..raster.windows import window_box
from .pixel_polygons import PixelPolygons, project_layer
from .polygons import read_polygons


class AreaOfInterest:
    """An area of interest on a scene; thread-safe and picklable.

    A pixel is inside if its centre is.

    Args:
        polygons: In (column, row) of the scene, valid, at least one, object array (n,).
        height: Rows of the scene.
        width: Columns of the scene.
    """

    def __init__(self, polygons: np.ndarray, height: int, width: int) -> None:
        self._polygons = polygons
        self._size = height, width
        self._burnt = PixelPolygons(polygons, np.ones(len(polygons), dtype=np.uint8))
        self._tree = shapely.STRtree(polygons)
        # Prepared polygons build their index at the first query, which is not thread-safe.
        self._lock = threading.Lock()
        shapely.prepare(polygons)

    @property
    def extent(self) -> Window:
        """The smallest window that contains the area's part of the scene."""
        left, top, right, bottom = shapely.total_bounds(self._polygons)
        height, width = self._size
        col, row = max(0, math.floor(left)), max(0, math.floor(top))
        return Window(col, row, min(width, math.ceil(right)) - col, min(height, math.ceil(bottom)) - row)

    @property
    def sha256(self) -> str:
        """Hash of the polygons in pixel coordinates of the scene."""
        return hashlib.sha256(b"".join(shapely.to_wkb(self._polygons))).hexdigest()

    def touches(self, window: Window) -> bool:
        """Whether a window intersects the area; fast, whatever the window's size.

        True does not imply a pixel inside: an outline may pass between the pixel centres. False excludes it.
        """
        box = window_box(window)
        near = self._polygons[self._tree.query(box)]
        with self._lock:
            return bool(shapely.intersects(near, box).any())

    def inside(self, window: Window) -> np.ndarray:
        """Mask of a window's pixels in the area, bool (height, width)."""
        pixels: np.ndarray = self._burnt.burn(window, 0) == 1
        return pixels

    def __reduce__(self) -> tuple[type[AreaOfInterest], tuple[np.ndarray, int, int]]:
        return AreaOfInterest, (self._polygons, *self._size)


def read_area(source: str, scene: AnyScene, reporter: Reporter) -> AreaOfInterest:
    """Read an area of interest from a polygon layer.

    Args:
        source: ``path`` or ``path|layername=x``, in any coordinate system.
        scene: The scene that it is for.
        reporter: For messages on reprojected, repaired or skipped polygons.

    Raises:
        LabelError: The layer cannot be read, has no polygon, or does not overlap the scene.
    """
    layer = read_polygons(source, None, reporter)
    ((_, polygons, _),) = project_layer(layer, [scene], "polygons", reporter)
    return AreaOfInterest(polygons, scene.height, scene.width)
