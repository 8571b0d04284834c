"""The Lovász extension of the Jaccard loss: the slope of each pixel's error, given all errors."""

from __future__ import annotations

import torch
from torch import Tensor

_BITS = {torch.float32: torch.int32, torch.float64: torch.int64}


def jaccard_slopes(errors: Tensor, positive: Tensor) -> Tensor:
    """Increase of the Jaccard loss when a pixel joins the wrong ones, the largest error first.

    Berman et al. 2018, arXiv:1705.08790. With T positive pixels, of which P, and N negative ones, are wrong
    before it: ``1 / (T + N)`` for a positive pixel, ``(T - P) / ((T + N) (T + N + 1))`` for a negative one.
    The extension is ``sum(slopes * errors)``, and the slopes are its gradient.

    Args:
        errors: (n,), at least 0, float32 or float64; those of ignored pixels are 0.
        positive: (n,) bool; False for ignored pixels.

    Returns:
        (n,), in the order of the pixels; at least 0, at most 1 in sum.
    """
    order = _largest_first(errors)
    hits = positive.gather(0, order)
    wrong = hits.cumsum(0, dtype=torch.int32)
    total = wrong[-1]
    missing = (total - wrong).to(errors.dtype)
    union = torch.arange(len(errors), dtype=errors.dtype, device=errors.device).add_(missing).add_(hits)
    following = union + 1
    slopes = torch.where(hits, following, missing).div_(union.mul_(following))
    # Without any positive pixel the first error alone is the loss.
    slopes[0] = slopes[0].where(total > 0, 1)
    return torch.empty_like(slopes).scatter_(0, order, slopes)


def _largest_first(errors: Tensor) -> Tensor:
    """Positions by descending error.

    The bits of non-negative floats are ordered like the floats; integers are sorted several times as fast.
    """
    bits = errors.view(_BITS[errors.dtype])
    return (torch.iinfo(bits.dtype).max - bits).sort().indices
