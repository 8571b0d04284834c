"""Class weights from pixel counts: rare classes get larger weights."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from ...contract.messages.errors import WeightsTextError
from ...contract.texts.weights import parse_weighting, parse_weights

Counts = np.ndarray
"""float64 (C,), every class above 0."""

ENET_SMOOTHING = 1.02
"""Paszke et al. 2016, arXiv:1606.02147: bounds the largest weight at about 50."""


def class_weights(
    method: str, pixel_counts: np.ndarray, present_pixels: np.ndarray, cap: float | None = None
) -> np.ndarray:
    """Weight of each class in the loss, by a weighting method.

    With N_c the pixels of a class, A_c those of all chips that contain it, N those of all classes:

    - ``none``: 1.
    - ``median_frequency``: median(f) / f_c, f_c = N_c / A_c; the median of an even number of frequencies is
      the mean of the middle two (Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304).
    - ``inverse``: N / N_c.
    - ``inverse_sqrt``: sqrt(N / N_c).
    - ``effective_number(beta)``: (1 - beta) / (1 - beta^N_c), scaled to sum to the number of classes; beta
      defaults to 1 - 1 / N (Cui et al. 2019, arXiv:1901.05555).
    - ``enet``: 1 / ln(1.02 + N_c / N), from 1.4 to 50.5 (Paszke et al. 2016, arXiv:1606.02147).

    A class without pixels gets 0 (1 for ``none``) and is excluded from medians and sums.

    Args:
        method: A weighting with its parameters as text, such as ``median_frequency(cap=50)``.
        pixel_counts: Labelled pixels of each class, (C,).
        present_pixels: Labelled pixels of all chips that contain the class, (C,).
        cap: Largest allowed ratio of two weights, at least 1; larger weights are clipped. If the text has a
            cap as well, the smaller one applies. None for that of the text only.

    Returns:
        float64 (C,), finite, non-negative.

    Raises:
        WeightsTextError: There is no such weighting, or one of its parameters, or ``cap``, is out of range.
    """
    if cap is not None and not cap >= 1:
        raise WeightsTextError(f"Class weights: 'cap' must be a number from 1, not {cap:g}.")
    call = parse_weighting(method)
    if call is None:
        parse_weights(method)  # raises if the text is neither
        raise WeightsTextError(f"'{method}' lists weights by class; a weighting is needed.")
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
    # expm1 avoids the cancellation in 1 - beta^N; for beta = 1 the limit is the inverse of the count.
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
