"""Tversky: the overlap of each class, with separate weights for false negatives and false positives."""

from __future__ import annotations

from torch import Tensor

from .averages import mean_of_classes, safe_ratio
from .overlap import class_errors
from .pixel_loss import PixelLoss

SMALLEST_LOSS = 1e-7
"""Floor of a class's loss before its power: below 1 the slope of a power is infinite at 0."""


class TverskyLoss(PixelLoss):
    """Mean over the classes of ``(1 - TI)^gamma``, ``TI = (tp + s) / (tp + alpha fp + beta fn + s)``.

    Salehi et al. 2017, arXiv:1706.05721; gamma as in Abraham and Khan 2018, arXiv:1810.07842 (whose gamma is
    1 over this one). With the probabilities p of class c over the valid pixels: tp sums p where c is
    labelled, fn sums 1 - p there, fp sums p elsewhere. The mean is ``sum(w_c * L_c) / sum(w_c)``, with the
    class weights w. A class without a labelled pixel is left out; if ``classes`` is ``all``, its loss is
    ``1 - s / (alpha fp + s)``: 1, without gradient, when s is 0. Range 0 to 1.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        alpha: Weight of false positives, from 0.
        beta: Weight of false negatives, above 0.
        gamma: Exponent of each class's loss, above 0.
        smooth: s, from 0.
        scope: ``batch``, or ``image`` for the mean over images with a valid pixel.
        classes: ``present`` or ``all``: which classes are averaged.
    """

    def __init__(  # noqa: PLR0913 - all parameters of the catalog, by name
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        *,
        alpha: float = 0.3,
        beta: float = 0.7,
        gamma: float = 1.0,
        smooth: float = 0.0,
        scope: str = "batch",
        classes: str = "present",
    ) -> None:
        super().__init__(ignore_index, class_weights)
        self.alpha, self.beta, self.gamma, self.smooth = alpha, beta, gamma, smooth
        self.scope, self.classes = scope, classes

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w_c * (1 - TI_c)^gamma) / sum(w_c)``."""
        probs = logits.softmax(1)
        rows = 1 if self.scope == "batch" else len(probs)
        false_positives, false_negatives, class_counts = class_errors(probs, target, self.ignore_index, rows)
        # 1 - TI, without the subtraction, which would lose precision near TI = 1.
        wrong = self.alpha * false_positives + self.beta * false_negatives
        losses = safe_ratio(wrong, class_counts - false_negatives + wrong + self.smooth)
        if self.gamma != 1:
            losses = losses.clamp_min(SMALLEST_LOSS).pow(self.gamma)
        return mean_of_classes(losses, class_counts, self.class_weights, self.classes)
