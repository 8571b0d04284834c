"""The base class of the losses of the hardest pixels: a warm-up from cross entropy.

At the first steps of a training all pixels are equally wrong, so which ones are the hardest is noise.
"""

from __future__ import annotations

from typing import TypeVar

from torch import Tensor, nn

from .pixel_loss import PixelLoss

Quantity = TypeVar("Quantity", float, Tensor)


class HardPixelLoss(PixelLoss):
    """A loss of the hardest pixels that starts as the mean ``w_y * l`` of all and narrows to them.

    What narrows (a number of pixels, a share) changes by the same factor with every step. It depends on
    ``progress`` alone, so a resumed training computes the same losses as an uninterrupted one.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        warmup: Share of the training's steps over which it narrows, 0 to 1; 0 for no warm-up.

    Attributes:
        progress: Share of the training's steps that are done, 0 to 1; set by ``set_progress``.
    """

    def __init__(
        self, ignore_index: int = 255, class_weights: Tensor | None = None, warmup: float = 0.0
    ) -> None:
        super().__init__(ignore_index, class_weights)
        self.warmup = warmup
        self.progress = 1.0

    @property
    def warmed_up(self) -> float:
        """Share of the warm-up that is done, 0 to 1."""
        return min(1.0, self.progress / self.warmup) if self.warmup else 1.0

    def narrowed(self, start: Quantity, end: float | Quantity) -> Quantity:
        """The present value of what narrows geometrically from ``start`` to ``end``, both at least 0."""
        present: Quantity = start ** (1 - self.warmed_up) * end**self.warmed_up
        return present


def set_progress(loss: nn.Module, progress: float) -> None:
    """Set the share of the training's steps that are done, 0 to 1, in a loss and in all terms of a sum."""
    for module in loss.modules():
        if isinstance(module, HardPixelLoss):
            module.progress = progress
