"""Dice: twice the overlap over the sum of both areas, for each class."""

from __future__ import annotations

from torch import Tensor

from .tversky import TverskyLoss


class DiceLoss(TverskyLoss):
    """Mean over the classes of ``1 - (tp + s) / (tp + (fp + fn) / 2 + s)``: Tversky with 0.5 and 0.5.

    Milletari et al. 2016, arXiv:1606.04797, without their squares. At hard predictions 1 - F1. Written as
    ``(2 tp + s') / (P + T + s')``, s' is 2 s. Range 0 to 1. All else, weights and absent classes too, as in
    ``TverskyLoss``.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        smooth: float = 0.0,
        scope: str = "batch",
        classes: str = "present",
    ) -> None:
        super().__init__(
            ignore_index, class_weights, alpha=0.5, beta=0.5, smooth=smooth, scope=scope, classes=classes
        )
