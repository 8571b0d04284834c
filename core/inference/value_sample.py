"""A sample of a scene's values: small windows spread evenly over it, within a time limit."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from rasterio.windows import Window

from ..contract.messages.reporter import Reporter
from ..geodata.labels.area_of_interest import AreaOfInterest
from ..geodata.raster.scene_view import AnyScene

LONGEST_S = 0.7
"""Time limit in seconds: a longer delay would be noticed."""

ENOUGH_SPOTS = 48
"""This many windows suffice for mean and standard deviation."""

MOST_SPOTS = 2000
"""Most windows tried where nearly all is nodata or outside the area of interest."""

SPOT_PIXELS = 2**13
"""Pixels of a window: about those of one block of a file."""

STRIP_ROWS = 16
"""Most rows of a window in a striped file, where each row is decoded over the whole width."""


def sample_values(scene: AnyScene, aoi: AreaOfInterest | None, reporter: Reporter) -> np.ndarray:
    """Values of valid pixels in windows spread evenly over a scene; takes at most about ``LONGEST_S``.

    Args:
        scene: The scene.
        aoi: Area of interest; None for the whole scene.
        reporter: May cancel.

    Returns:
        (bands, n) of the scene's type; n is 0 where no valid pixel was found.

    Raises:
        RasterError: The file is damaged or missing.
        JobCancelledError: The job was cancelled.
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
    """Windows in the order of a Halton sequence, which fills the plane evenly (doi:10.1007/BF01386213)."""
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
    """The digits of a number mirrored at the radix point, in [0, 1)."""
    inverse, unit = 0.0, 1.0
    while number:
        unit /= base
        number, digit = divmod(number, base)
        inverse += digit * unit
    return inverse
