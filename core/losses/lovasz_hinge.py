"""Lovász hinge: intersection over union of the second of two classes, with a margin."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .jaccard_slopes import jaccard_slopes
from .pixelwise import at_least_float32
from .scope import mean_of_rows, rows


class LovaszHingeLoss(nn.Module):
    """The Lovász extension of ``1 - IoU`` of class 1, at ``max(0, 1 - d)`` of each pixel.

    Berman et al. 2018, arXiv:1705.08790; d is the logit of the labelled class minus that of the other one.
    Class weights change nothing: one class alone is measured. Where that class is not labelled, the loss is
    the largest error. From 0, without upper bound.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: Not used; all losses are made alike.
        scope: ``image`` for the mean over images with a valid pixel, or ``batch``.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,  # noqa: ARG002 - all losses are made alike
        scope: str = "image",
    ) -> None:
        super().__init__()
        self.ignore_index = ignore_index
        self.scope = scope

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch.

        Args:
            logits: (N, 2, H, W), any floating type.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits); 0 if there is no valid pixel.
        """
        logits = at_least_float32(logits)
        valid = target != self.ignore_index
        positive = (target == 1) & valid
        side = positive.to(logits.dtype).mul_(2).sub_(1)
        errors = rows((1 - (logits[:, 1] - logits[:, 0]) * side).relu().where(valid, 0), self.scope)
        pairs = zip(errors.detach(), rows(positive, self.scope), strict=True)
        slopes = torch.stack([jaccard_slopes(*pair) for pair in pairs])
        return mean_of_rows((slopes * errors).sum(1), rows(valid, self.scope).sum(1))
