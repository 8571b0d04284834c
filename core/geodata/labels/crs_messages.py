"""Coordinate systems and extents in messages: what is assumed, what is reprojected, what lies where."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from rasterio.crs import CRS

from ...contract.messages.reporter import Reporter
from ..raster.scene_view import AnyScene


def report_system(name: str, crs: CRS | None, scenes: Sequence[AnyScene], reporter: Reporter) -> None:
    """Report which coordinate system is assumed for a label layer, or that it is reprojected.

    Args:
        name: File name of the layer.
        crs: Its coordinate system; None if it has none.
        scenes: The rasters that it labels.
        reporter: For messages.
    """
    if crs is None:
        reporter.warning(
            f"'{name}' has no coordinate system; that of '{scenes[0].name}' "
            f"({crs_name(scenes[0].crs)}) is assumed."
        )
        return
    for other in dict.fromkeys(scene.crs for scene in scenes):
        if CRS.from_user_input(other) != crs:
            reporter.info(f"'{name}' is reprojected from {crs_name(crs)} to {crs_name(other)}.")


def describe_scenes(scenes: Sequence[AnyScene]) -> str:
    """Name, coordinate system and extent of the first scene, and the number of further scenes."""
    first = scenes[0]
    bounds = shapely.total_bounds(shapely.points(scene_corners(first)))
    more = f" and {len(scenes) - 1} more" if len(scenes) > 1 else ""
    return f"'{first.name}' ({extent_text(crs_name(first.crs), bounds)}){more}"


def extent_text(system: str, bounds: np.ndarray) -> str:
    """A coordinate system and an extent (left, bottom, right, top) in it, as a phrase."""
    left, bottom, right, top = (f"{value:.5f}".rstrip("0").rstrip(".") for value in bounds)
    return f"{system}, x {left} to {right}, y {bottom} to {top}"


def crs_name(crs: CRS | str) -> str:
    """``EPSG:…`` if there is a code, else the name in the WKT."""
    text = str(CRS.from_user_input(crs).to_string())
    return text.split('"')[1] if '"' in text else text


def scene_corners(scene: AnyScene) -> np.ndarray:
    """Map coordinates (x, y) of a scene's corners, (4, 2)."""
    cols = np.array([0, scene.width, scene.width, 0])
    rows = np.array([0, 0, scene.height, scene.height])
    return np.column_stack(scene.transform @ (cols, rows))
