"""Soft counts of false positives and false negatives of each class."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


def class_errors(
    probs: Tensor, target: Tensor, ignore_index: int, rows: int
) -> tuple[Tensor, Tensor, Tensor]:
    """Soft false positives, soft false negatives and labelled pixels of each class.

    Args:
        probs: (N, C, H, W), float32 or float64.
        target: Class index, (N, H, W), int64.
        ignore_index: Target of ignored pixels.
        rows: 1 for sums over the batch, N for sums over each image.

    Returns:
        Three times (rows, C), of the type of ``probs``: the sum of p where another class is labelled, the
        sum of 1 - p where the class is, and the number of pixels labelled so.
    """
    errors: tuple[Tensor, Tensor, Tensor] = _ClassErrors.apply(probs, target, ignore_index, rows)
    return errors


class _ClassErrors(torch.autograd.Function):
    """Class by class, so that nothing as large as one-hot targets is allocated or saved for the gradient."""

    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401 - torch gives no public type
        probs: Tensor,
        target: Tensor,
        ignore_index: int,
        rows: int,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """See ``class_errors``."""
        ignored = target == ignore_index
        sums = [
            _errors_of_class(probs[:, index], (target == index) & ~ignored, ignored, rows)
            for index in range(probs.shape[1])
        ]
        false_positives, false_negatives, counts = (
            torch.stack(column, 1) for column in zip(*sums, strict=True)
        )
        ctx.save_for_backward(target, ignored)
        ctx.mark_non_differentiable(counts)
        return false_positives, false_negatives, counts

    @staticmethod
    @once_differentiable
    def backward(
        ctx: Any,  # noqa: ANN401
        by_false_positives: Tensor,
        by_false_negatives: Tensor,
        _: Tensor,
    ) -> tuple[Tensor, None, None, None]:
        """By p: the gradient of false positives; at the labelled class, minus that of false negatives."""
        target, ignored = ctx.saved_tensors
        images = len(target) // len(by_false_negatives)
        labelled = target.masked_fill(ignored, 0)[:, None]
        every = by_false_positives.repeat_interleave(images, 0)[:, :, None, None]
        own = (
            by_false_negatives.neg()
            .repeat_interleave(images, 0)
            .gather(1, labelled.flatten(1))
            .view_as(labelled)
        )
        gradient = every.repeat(1, 1, *target.shape[1:]).scatter_(1, labelled, own)
        return gradient.masked_fill_(ignored[:, None], 0), None, None, None


def _errors_of_class(
    probs: Tensor, labelled: Tensor, ignored: Tensor, rows: int
) -> tuple[Tensor, Tensor, Tensor]:
    """Sums over the rows: (N, H, W) in, three times (rows,) out; p of ignored pixels may be NaN."""
    hits = labelled.to(probs.dtype)
    errors = (hits - probs).abs_().masked_fill_(ignored, 0)
    false_negatives = (errors * hits).reshape(rows, -1).sum(1)
    return errors.reshape(rows, -1).sum(1) - false_negatives, false_negatives, hits.reshape(rows, -1).sum(1)
