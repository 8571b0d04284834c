"""The Lovász hinge loss for two classes, a surrogate of the IoU of the second one."""

from __future__ import annotations

import torch
from torch import Tensor

from .averages import mean_of_rows, rows
from .jaccard_slopes import jaccard_slopes
from .pixel_loss import PixelLoss


class LovaszHingeLoss(PixelLoss):
    """The Lovász extension of ``1 - IoU`` of class 1, at ``max(0, 1 - d)`` of each pixel.

    Berman et al. 2018, arXiv:1705.08790; d is the logit of the labelled class minus that of the other one.
    Class weights change nothing: only class 1 is scored. Where it is not labelled, the loss is the largest
    error. Range 0 to infinity.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: Not used; all losses have the same signature.
        scope: ``image`` for the mean over images with a valid pixel, or ``batch``.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,  # noqa: ARG002 - all losses have the same signature
        scope: str = "image",
    ) -> None:
        super().__init__(ignore_index)
        self.scope = scope

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """The extension of each row, and the mean over the rows; logits are (N, 2, H, W)."""
        valid = self.valid(target)
        positive = (target == 1) & valid
        side = positive.to(logits.dtype).mul_(2).sub_(1)
        errors = rows((1 - (logits[:, 1] - logits[:, 0]) * side).relu().where(valid, 0), self.scope)
        pairs = zip(errors.detach(), rows(positive, self.scope), strict=True)
        slopes = torch.stack([jaccard_slopes(*pair) for pair in pairs])
        return mean_of_rows((slopes * errors).sum(1), rows(valid, self.scope).sum(1))
