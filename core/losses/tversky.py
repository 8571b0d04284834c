"""Tversky: the overlap of each class, with misses and false alarms weighed apart."""

from __future__ import annotations

from torch import Tensor, nn

from .averages import mean_of_classes
from .overlap import class_errors
from .pixelwise import at_least_float32, safe_ratio

SMALLEST_LOSS = 1e-7
"""Floor of a class's loss before its power: below 1 the slope of a power is infinite at 0."""


class TverskyLoss(nn.Module):
    """Mean over the classes of ``(1 - TI)^gamma``, ``TI = (tp + s) / (tp + alpha fp + beta fn + s)``.

    Salehi et al. 2017, arXiv:1706.05721; gamma as in Abraham and Khan 2018, arXiv:1810.07842 (whose gamma is
    1 over this one). With the probabilities p of class c over the valid pixels: tp sums p where c is
    labelled, fn sums 1 - p there, fp sums p elsewhere. The mean is ``sum(w_c * L_c) / sum(w_c)``, with the
    class weights w. A class without a labelled pixel is left out; if ``classes`` is ``all``, its loss is
    ``1 - s / (alpha fp + s)``: 1, without gradient, when s is 0. Range 0 to 1.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        alpha: Weight of false alarms, from 0.
        beta: Weight of misses, above 0.
        gamma: Power of each class's loss, above 0.
        smooth: s, from 0.
        scope: ``batch``, or ``image`` for the mean over images with a valid pixel.
        classes: ``present`` or ``all``: which classes are averaged.
    """

    class_weights: Tensor | None

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
        super().__init__()
        self.ignore_index = ignore_index
        self.alpha, self.beta, self.gamma, self.smooth = alpha, beta, gamma, smooth
        self.scope, self.classes = scope, classes
        self.register_buffer("class_weights", class_weights)

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch.

        Args:
            logits: (N, C, H, W), any floating type.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits); 0 if there is no valid pixel.
        """
        probs = at_least_float32(logits).softmax(1)
        rows = 1 if self.scope == "batch" else len(probs)
        false_alarms, misses, class_counts = class_errors(probs, target.long(), self.ignore_index, rows)
        # 1 - TI, without the subtraction: nearly right classes keep their precision.
        wrong = self.alpha * false_alarms + self.beta * misses
        losses = safe_ratio(wrong, class_counts - misses + wrong + self.smooth)
        if self.gamma != 1:
            losses = losses.clamp_min(SMALLEST_LOSS).pow(self.gamma)
        return mean_of_classes(losses, class_counts, self.class_weights, self.classes)
