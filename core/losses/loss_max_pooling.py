"""Loss max-pooling: hard pixels weigh more, by the weights of the highest loss within two bounds."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .averages import mean_of_rows, rows
from .warmup import HardPixelLoss

SMALLEST_LOSS = 1e-30
"""Keeps a row without any loss from dividing by 0."""

SAMPLE_TOP = 2048
"""Expected number of the m highest losses in a sample of a row; an m below twice that is sorted."""

SAFE_SIDE = 0.93
"""Factor of the sample's m, smaller by three standard deviations of such a count: the sample's threshold is
then rather too high, from where the corrections fall to the right one, than too low."""

CORRECTIONS = 5
"""Newton steps with all pixels: 9 digits on losses of the first and of the last epoch. Only where just m of
the losses are above 0, and none of them near 0, do they end too early: 4 digits of the loss then."""

SMALLEST_SAMPLED_P, LARGEST_SAMPLED_RATIO = 1.4, 0.7
"""Beyond these, Newton steps are slow: nearly all or nearly none of the losses determine the threshold."""


class LossMaxPoolingLoss(HardPixelLoss):
    """``max_w sum(w * l)`` over weights with ``||w||_p <= n^(-1/q)`` and ``w <= n^(-1/q) * m^(-1/p)``.

    Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966, with ``1/p + 1/q = 1``; l is the weighted cross
    entropy ``w_y * -log softmax(logits)[y]`` of the n valid pixels of an image (or of the batch). The result
    lies between the mean of l and ``(n/m)^(1/p)`` times it. p = 1 is the mean of the m highest, p = inf or
    m = n the plain mean. The weights are exact, not the approximation by a loop that is often copied. By the
    envelope theorem they are also the gradient, so none flows through them. Range 0 to infinity.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        p: How even the weights are, from 1 to infinity.
        ratio: m as a share of the valid pixels, in (0, 1]; 0 if ``m`` is given.
        m: Minimum number of pixels that share the weight; clamped to 1 and n. 0 if ``ratio`` is given.
        scope: ``image`` (mean over images with a valid pixel) or ``batch``.
        warmup: As in ``HardPixelLoss``; m narrows.

    Raises:
        ValueError: Neither or both of ``ratio`` and ``m`` are given.
    """

    def __init__(  # noqa: PLR0913 - all parameters of the catalog, by name
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        *,
        p: float = 1.7,
        ratio: float = 0.0,
        m: float = 0.0,
        scope: str = "image",
        warmup: float = 0.0,
    ) -> None:
        super().__init__(ignore_index, class_weights, warmup)
        if bool(ratio) == bool(m):
            raise ValueError("Loss max-pooling takes either ratio or m.")
        self.p, self.ratio, self.m, self.scope = p, ratio, m, scope

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w * l)`` of each row with its highest weights, and the mean over the rows."""
        losses = rows(self.cross_entropy(logits, target), self.scope)
        counts = rows(self.valid(target), self.scope).sum(1)
        ratio, m = (self.narrowed(1.0, self.ratio), 0.0) if self.ratio else (0.0, self._m(counts))
        weights = max_pooling_weights(losses.detach(), counts, self.p, ratio, m)
        return mean_of_rows((weights * losses).sum(1), counts)

    def _m(self, counts: Tensor) -> float | Tensor:
        """The present m, during the warm-up of each row, (G,)."""
        return self.m if self.warmed_up == 1 else self.narrowed(counts, self.m)


def max_pooling_weights(losses: Tensor, counts: Tensor, p: float, ratio: float, m: float | Tensor) -> Tensor:
    """The weights that make each row's weighted sum highest.

    ``w = tau * min(1, (l / a)^(q - 1))``, with a such that ``sum(min(1, (l / a)^q)) = m``.

    Args:
        losses: (G, n), at least 0, without gradient; ignored pixels are 0.
        counts: Valid pixels of each row, (G,).
        p: From 1 to infinity.
        ratio: m as a share of ``counts``, or 0.
        m: Minimum number of pixels that share the weight, of all rows or of each, (G,); or 0.

    Returns:
        (G, n). Weights of ignored pixels have no meaning.
    """
    counts = counts.to(losses.dtype).clamp_min(1)
    support = (ratio * counts if ratio else torch.zeros_like(counts) + m).clamp_min(1).minimum(counts)
    if math.isinf(p) or ratio == 1:
        return (1 / counts)[:, None].expand_as(losses)
    length = losses.shape[1]
    top = length if isinstance(m, Tensor) else min(math.ceil(max(ratio * length, m, 1)), length)
    if p == 1:
        return _weights_of_highest(losses, support, top)
    # Relative to the highest: logarithms near 0 are the most precise.
    powers = (losses / losses.amax(1, keepdim=True).clamp_min(SMALLEST_LOSS)).log_().mul_(p / (p - 1))
    if p >= SMALLEST_SAMPLED_P and 0 < ratio <= LARGEST_SAMPLED_RATIO and top >= 2 * SAMPLE_TOP:
        # Odd, so that it runs through all columns of an image.
        threshold = _sampled_threshold(powers, support, math.ceil(SAMPLE_TOP / ratio) | 1)
    else:
        threshold = _sorted_threshold(powers, support, top)
    threshold = threshold.where(support < counts, -math.inf).clamp_min(torch.finfo(losses.dtype).min)
    largest = (counts / support) ** (1 / p) / counts
    return (powers - threshold[:, None]).clamp_(max=0).mul_(1 / p).exp_().mul_(largest[:, None])


def _weights_of_highest(losses: Tensor, support: Tensor, top: int) -> Tensor:
    """The limit p = 1: 1/m for the m highest; a fraction of m goes to the next."""
    positions = losses.topk(top).indices
    ranks = torch.arange(top, device=losses.device)
    shares = (support[:, None] - ranks).clamp(0, 1) / support[:, None]
    return torch.zeros_like(losses).scatter_(1, positions, shares)


def _sorted_threshold(powers: Tensor, support: Tensor, top: int) -> Tensor:
    """``log(a^q)`` of each row: the least of ``T_s / (m - s)`` over s below m.

    Args:
        powers: ``log(l^q)``, (G, n); -inf for a loss of 0.
        support: m of each row, (G,).
        top: Not less than any m, rounded up; at most n.

    Returns:
        (G,); -inf if no more than m losses are above 0.
    """
    highest, positions = powers.topk(top)
    # T_s is the sum of all but the s highest: those beyond the top at once, then one more at a time.
    tail = powers.scatter(1, positions, -math.inf).logsumexp(1, keepdim=True)
    rest = torch.cat([tail, highest.flip(1)], 1).logcumsumexp(1)[:, 1:].flip(1)
    free = support[:, None] - torch.arange(top, device=powers.device)
    return torch.where(free > 0, rest - free.log(), math.inf).amin(1)


def _sampled_threshold(powers: Tensor, support: Tensor, size: int) -> Tensor:
    """The same, estimated from a sample and then corrected with all losses: much faster than sorting."""
    sample, positives = _sample(powers, size)
    sample_support = (SAFE_SIDE * size * support / positives.clamp_min(1)).clamp(1, size)
    threshold = _sorted_threshold(sample, sample_support, size)
    above = powers.logsumexp(1) - support.log()
    for _ in range(CORRECTIONS):
        threshold = _corrected(threshold, powers, support, above)
    return threshold


def _sample(powers: Tensor, size: int) -> tuple[Tensor, Tensor]:
    """A sample, evenly spaced among the losses above 0 of each row, and their number.

    Args:
        powers: ``log(l^q)``, (G, n).
        size: Of the sample; losses repeat where a row has fewer.

    Returns:
        (G, size), and (G,).
    """
    ordinals = (powers > -math.inf).cumsum(1, dtype=torch.int32)
    positives = ordinals[:, -1]
    wanted = torch.arange(size, device=powers.device) * positives[:, None] // size + 1
    positions = torch.searchsorted(ordinals, wanted.to(torch.int32)).clamp_max(powers.shape[1] - 1)
    return powers.gather(1, positions), positives


def _corrected(threshold: Tensor, powers: Tensor, support: Tensor, above: Tensor) -> Tensor:
    """One Newton step: ``T / (m - s)``, with s the number of losses above the threshold, T the others' sum.

    From above the steps fall monotonically to the root, from below the first one leads above it. If so many
    losses are above that m is used up, the threshold was much too low, and starts again from ``above``.
    """
    below = (powers - threshold.clamp_min(torch.finfo(powers.dtype).min)[:, None]).clamp_(max=0)
    signs = below.sign()  # -1 below the threshold, else 0: a sum counts, a product leaves out
    free = support - (powers.shape[1] + signs.sum(1))
    rest = threshold + signs.mul_(below.exp_()).sum(1).neg().log()
    is_exact = (free == 0) & rest.isneginf()
    otherwise = torch.where(is_exact, threshold, above)
    return torch.where(free > 0, rest - free.log(), otherwise)
