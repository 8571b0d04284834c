"""Lovász-Softmax: a smooth surrogate of intersection over union."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from .averages import mean_of_classes
from .jaccard_slopes import jaccard_slopes
from .pixel_loss import PixelLoss


class LovaszLoss(PixelLoss):
    """Mean over the classes of the Lovász extension of ``1 - IoU``, at the errors of the probabilities.

    Berman et al. 2018, arXiv:1705.08790: the errors of class c, ``|t - p_c|``, are taken from the largest
    down, each times what the Jaccard loss rises by. At hard predictions it is 1 - IoU. The mean is
    ``sum(w_c * L_c) / sum(w_c)``, with the class weights w. A class without a labelled pixel is left out; if
    ``classes`` is ``all``, its loss is its highest probability. Range 0 to 1.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        scope: ``batch``, or ``image`` for the mean over images with a valid pixel.
        classes: ``present`` or ``all``: which classes are averaged.
    """

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        scope: str = "batch",
        classes: str = "present",
    ) -> None:
        super().__init__(ignore_index, class_weights)
        self.scope, self.classes = scope, classes

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """``sum(w_c * L_c) / sum(w_c)``."""
        probs = logits.softmax(1)
        rows = 1 if self.scope == "batch" else len(probs)
        losses, class_counts = _LovaszOfClasses.apply(probs, target, self.ignore_index, rows)
        return mean_of_classes(losses, class_counts, self.class_weights, self.classes)


class _LovaszOfClasses(torch.autograd.Function):
    """The extension for each class in each row; its slopes are computed once and saved as the gradient."""

    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401 - torch gives no public type
        probs: Tensor,
        target: Tensor,
        ignore_index: int,
        rows: int,
    ) -> tuple[Tensor, Tensor]:
        """Losses and numbers of labelled pixels, (rows, C) both."""
        slopes = torch.empty_like(probs)
        losses, counts = [], []
        for row_probs, row_target, row_slopes in zip(
            probs.chunk(rows), target.chunk(rows), slopes.chunk(rows), strict=True
        ):
            ignored = row_target == ignore_index
            for index in range(probs.shape[1]):
                positive = (row_target == index) & ~ignored
                loss, row_slopes[:, index] = _lovasz_of_class(row_probs[:, index], positive, ignored)
                losses.append(loss)
                counts.append(positive.sum())
        ctx.save_for_backward(slopes)
        ctx.mark_non_differentiable(numbers := torch.stack(counts).view(rows, -1))
        return torch.stack(losses).view(rows, -1), numbers

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor, _: Tensor) -> tuple[Tensor, None, None, None]:  # noqa: ANN401
        """Slopes times the gradient of each class's loss."""
        (slopes,) = ctx.saved_tensors
        images = len(slopes) // len(gradient)
        return slopes * gradient.repeat_interleave(images, 0)[:, :, None, None], None, None, None


def _lovasz_of_class(probs: Tensor, positive: Tensor, ignored: Tensor) -> tuple[Tensor, Tensor]:
    """Loss, and its slope by each probability: (M, H, W) in, scalar and (M, H, W) out.

    Probabilities of ignored pixels may be NaN.
    """
    differences = (probs - positive.to(probs.dtype)).masked_fill_(ignored, 0)
    errors = differences.abs()
    slopes = jaccard_slopes(errors.flatten(), positive.flatten()).view_as(errors)
    return (slopes * errors).sum(), slopes.mul_(differences.sign_())
