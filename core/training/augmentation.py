"""Chips varied so that the network learns what does not matter; overhead imagery has no up."""

from __future__ import annotations

import numpy as np


def turn_square(planes: np.ndarray, turn: int) -> np.ndarray:
    """One of the eight symmetries of a square: quarter turns, and the same after a mirror.

    Args:
        planes: (…, H, W) with H equal to W.
        turn: 0 to 7; 0 changes nothing.

    Returns:
        A view of the same shape and type.
    """
    turned = np.rot90(planes, turn % 4, axes=(-2, -1))
    return turned[..., ::-1] if turn >= 4 else turned
