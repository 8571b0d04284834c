"""A quick look at a scene's values: small windows all over it, as many as fit into a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from rasterio.windows import Window

from ..contract.messages.reporter import Reporter
from ..geodata.labels.area_of_interest import AreaOfInterest
from ..geodata.raster.scene_view import AnyScene

LONGEST_S = 0.7
"""A look that takes longer is felt; what was seen by then has to do."""

ENOUGH_SPOTS = 48
"""So many places tell mean and spread of a scene well."""

MOST_SPOTS = 2000
"""More places are not tried where nearly all is nodata or outside the area that is asked for."""

SPOT_PIXELS = 2**13
"""Pixels of a spot: about what one block of a file gives."""

STRIP_ROWS = 16
"""Most rows of a spot in a file of strips, where each row is decoded over the whole width."""


def sample_values(scene: AnyScene, aoi: AreaOfInterest | None, reporter: Reporter) -> np.ndarray:
    """Values of valid pixels at places spread evenly over a scene; bounded in time, whatever its size.

    Args:
        scene: What is looked at.
        aoi: The part of it that counts; None for all.
        reporter: May stop it.

    Returns:
        (bands, n) of the scene's type; n is 0 where no valid pixel was found.

    Raises:
        RasterError: The file is damaged or gone.
        JobCancelledError: The caller wants the job to end.
    """
    found = [np.empty((scene.count, 0), scene.dtype)]
    end = time.monotonic() + LONGEST_S
    for window in _spots(scene, aoi):
        if len(found) > ENOUGH_SPOTS or time.monotonic() > end:
            break
        reporter.check_cancelled()
        values, valid = scene.read_with_valid(window)
        if aoi:
            valid &= aoi.inside(window)
        if valid.any():
            found.append(values[:, valid])
    return np.concatenate(found, axis=1)


def _spots(scene: AnyScene, aoi: AreaOfInterest | None) -> Iterator[Window]:
    """Places in an order that fills the plane evenly (Halton 1960, doi:10.1007/BF01386213)."""
    extent = aoi.extent if aoi else Window(0, 0, scene.width, scene.height)
    height = width = int(SPOT_PIXELS**0.5)
    if scene.block_shape[1] >= scene.width:
        height = min(STRIP_ROWS, scene.block_shape[0])
        width = SPOT_PIXELS // height
    height, width = min(height, extent.height), min(width, extent.width)
    for number in range(1, MOST_SPOTS + 1):
        row = extent.row_off + int(_radical_inverse(number, 3) * (extent.height - height + 1))
        col = extent.col_off + int(_radical_inverse(number, 2) * (extent.width - width + 1))
        window = Window(col, row, width, height)
        if aoi is None or aoi.touches(window):
            yield window


def _radical_inverse(number: int, base: int) -> float:
    """The digits of a number mirrored at the point, in [0, 1)."""
    inverse, unit = 0.0, 1.0
    while number:
        unit /= base
        number, digit = divmod(number, base)
        inverse += digit * unit
    return inverse
