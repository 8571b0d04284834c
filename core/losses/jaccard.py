"""Jaccard: intersection over union, for each class."""

from __future__ import annotations

from torch import Tensor

from .tversky import TverskyLoss


class JaccardLoss(TverskyLoss):
    """Mean over the classes of ``1 - (tp + s) / (tp + fp + fn + s)``: Tversky with 1 and 1.

    Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22. At hard predictions 1 - IoU. Range 0 to 1. All
    else, weights and absent classes too, as in ``TverskyLoss``.
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
            ignore_index, class_weights, alpha=1.0, beta=1.0, smooth=smooth, scope=scope, classes=classes
        )
