"""Flips and rotations of a chip by the eight symmetries of the square (the dihedral group D4)."""

from __future__ import annotations

import numpy as np


def d4_transform(planes: np.ndarray, number: int) -> np.ndarray:
    """Apply one of the eight symmetries: rotations by 90° counter-clockwise, from 4 on mirrored as well.

    Args:
        planes: (…, H, W) with H equal to W.
        number: 0 to 7; 0 changes nothing.

    Returns:
        A view of the same shape and type: the pixels are copied once, when the batch is stacked.
    """
    rotated = np.rot90(planes, number % 4, axes=(-2, -1))
    return rotated[..., ::-1] if number >= 4 else rotated
