"""Class weights from label statistics: rare classes count more."""

from __future__ import annotations

import numpy as np

from ..contract.catalog import CLASS_WEIGHTINGS, nearest
from ..contract.errors import WeightsTextError


def class_weights(
    method: str, pixel_counts: np.ndarray, present_pixels: np.ndarray, cap: float | None = None
) -> np.ndarray:
    """Weight of each class in the loss.

    Median frequency balancing (Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304): the frequency of a class
    is its pixels over all labelled pixels of the chips that hold it; its weight is the median frequency
    over its own. Between the two middle frequencies the mean is the median.

    Args:
        method: A weighting's name from the catalog, ``median_frequency`` too, or ``none``.
        pixel_counts: Labelled pixels of each class, (C,).
        present_pixels: Labelled pixels of all chips that hold the class, (C,).
        cap: Largest allowed ratio of two weights, above 1; larger weights are cut. None for no bound.

    Returns:
        float64 (C,); 0 for a class without pixels.

    Raises:
        WeightsTextError: There is no such weighting.
    """
    counts = np.asarray(pixel_counts, dtype=np.float64)
    name = method.replace("_", " ")
    if name == "none":
        return np.ones_like(counts)
    if name != "median frequency":
        raise WeightsTextError(f"There is no class weighting '{method}'.", nearest(method, CLASS_WEIGHTINGS))
    present = counts > 0
    frequencies = counts[present] / np.asarray(present_pixels, dtype=np.float64)[present]
    weights = np.zeros_like(counts)
    weights[present] = np.median(frequencies) / frequencies if present.any() else 0.0
    if cap is not None and present.any():
        weights = np.minimum(weights, cap * weights[present].min())
    return weights
