"""Class weights from label statistics: rare classes count more."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from ...contract.messages.errors import WeightsTextError
from ...contract.texts.weights import parse_weighting, parse_weights

Counts = np.ndarray
"""float64 (C,), every class above 0."""

ENET_SMOOTHING = 1.02
"""Paszke et al. 2016, arXiv:1606.02147: keeps the weight of the rarest class at 50."""


def class_weights(
    method: str, pixel_counts: np.ndarray, present_pixels: np.ndarray, cap: float | None = None
) -> np.ndarray:
    """Weight of each class in the loss, by how rare it is.

    With N_c the pixels of a class, A_c those of all chips that hold it, N those of all classes:

    - ``none``: 1.
    - ``median_frequency``: median(f) / f_c, f_c = N_c / A_c; the median of an even number of frequencies is
      the mean of the middle two (Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304).
    - ``inverse``: N / N_c.
    - ``inverse_sqrt``: sqrt(N / N_c).
    - ``effective_number(beta)``: (1 - beta) / (1 - beta^N_c), times what makes the weights sum to the number
      of classes; beta is 1 - 1 / N if left out (Cui et al. 2019, arXiv:1901.05555).
    - ``enet``: 1 / ln(1.02 + N_c / N), from 1.4 to 50.5 (Paszke et al. 2016, arXiv:1606.02147).

    A class without pixels weighs 0 (1 for ``none``) and has no part in medians and sums.

    Args:
        method: A weighting with its numbers as text, such as ``median_frequency(cap=50)``.
        pixel_counts: Labelled pixels of each class, (C,).
        present_pixels: Labelled pixels of all chips that hold the class, (C,).
        cap: Largest allowed ratio of two weights, at least 1; larger weights are cut. Where the text holds
            one as well, the smaller counts; None for no bound but that of the text.

    Returns:
        float64 (C,), finite, from 0.

    Raises:
        WeightsTextError: There is no such weighting, or a number of it, or ``cap``, is out of range.
    """
    if cap is not None and not cap >= 1:
        raise WeightsTextError(f"Class weights: 'cap' must be a number from 1, not {cap:g}.")
    call = parse_weighting(method)
    if call is None:
        parse_weights(method)  # what can be read neither way is refused as such
        raise WeightsTextError(f"'{method}' holds weights by class, not a weighting.")
    counts = np.asarray(pixel_counts, dtype=np.float64)
    if call.name == "none":
        return np.ones_like(counts)
    present = counts > 0
    weights = np.zeros_like(counts)
    if not present.any():
        return weights
    chosen = {name: float(value) for name, value in call.parameters.items()}
    bound = min(chosen.pop("cap", math.inf), math.inf if cap is None else cap)
    areas = np.asarray(present_pixels, dtype=np.float64)[present]
    found = _RULES[call.name](counts[present], areas, **chosen)
    weights[present] = np.minimum(found, bound * found.min())
    return weights


def _median_frequency(counts: Counts, areas: Counts) -> np.ndarray:
    frequencies = counts / areas
    weights: np.ndarray = np.median(frequencies) / frequencies
    return weights


def _inverse(counts: Counts, _areas: Counts) -> np.ndarray:
    weights: np.ndarray = counts.sum() / counts
    return weights


def _inverse_sqrt(counts: Counts, _areas: Counts) -> np.ndarray:
    weights: np.ndarray = np.sqrt(counts.sum() / counts)
    return weights


def _effective_number(counts: Counts, _areas: Counts, beta: float | None = None) -> np.ndarray:
    beta = 1 - 1 / counts.sum() if beta is None else beta
    if beta == 0:
        return np.ones_like(counts)
    # expm1 keeps the digits that 1 - beta^N loses; at beta 1 the limit is the inverse of the count.
    effective = counts if beta == 1 else -np.expm1(counts * math.log(beta))
    weights: np.ndarray = (1 / effective) * (len(counts) / (1 / effective).sum())
    return weights


def _enet(counts: Counts, _areas: Counts) -> np.ndarray:
    weights: np.ndarray = 1 / np.log(ENET_SMOOTHING + counts / counts.sum())
    return weights


_RULES: dict[str, Callable[..., np.ndarray]] = {
    "median_frequency": _median_frequency,
    "inverse": _inverse,
    "inverse_sqrt": _inverse_sqrt,
    "effective_number": _effective_number,
    "enet": _enet,
}
