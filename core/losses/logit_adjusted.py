"""Logit-adjusted cross entropy: a rare class must win by a larger margin."""

from __future__ import annotations

from torch import Tensor

from .cross_entropy import CrossEntropyLoss

SMALLEST_PRIOR = 1e-12
"""Share of a class that never occurs: its logarithm stays finite."""


class LogitAdjustedLoss(CrossEntropyLoss):
    """Cross entropy of ``logits + tau * log(prior)``, weighted mean as in ``CrossEntropyLoss``.

    Menon et al. 2021, arXiv:2007.07314. Only the loss adds the priors: the network is used with its raw
    logits. Multiplying all priors by a number changes nothing. Range 0 to infinity.

    Args:
        ignore_index: As in ``PixelLoss``.
        class_weights: As in ``PixelLoss``.
        class_priors: Share of each class among the training pixels, (C,), at least 0; raised to 1e-12.
        tau: Strength, from 0; 0 is cross entropy.

    Raises:
        ValueError: There are no priors.
    """

    log_priors: Tensor

    def __init__(
        self,
        ignore_index: int = 255,
        class_weights: Tensor | None = None,
        class_priors: Tensor | None = None,
        tau: float = 1.0,
    ) -> None:
        super().__init__(ignore_index, class_weights)
        if class_priors is None:
            raise ValueError("'logit_adjusted' needs the share of each class: give class_priors.")
        self.tau = tau
        self.register_buffer("log_priors", class_priors.clamp_min(SMALLEST_PRIOR).log())

    def loss(self, logits: Tensor, target: Tensor) -> Tensor:
        """Cross entropy of the adjusted logits."""
        margins = self.tau * self.log_priors.to(logits.dtype)
        return super().loss(logits + margins[:, None, None], target)
