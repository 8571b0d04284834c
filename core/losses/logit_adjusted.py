"""Logit-adjusted cross entropy: a rare class must win by a larger margin."""

from __future__ import annotations

from torch import Tensor, nn

from .cross_entropy import CrossEntropyLoss
from .pixelwise import at_least_float32

SMALLEST_PRIOR = 1e-12
"""Share of a class that never occurs: its logarithm stays finite."""


class LogitAdjustedLoss(nn.Module):
    """Cross entropy of ``logits + tau * log(prior)``, weighted mean as in ``CrossEntropyLoss``.

    Menon et al. 2021, arXiv:2007.07314. Only the loss adds the priors: the network is used with its raw
    logits. Multiplying all priors by a number changes nothing. Range 0 to infinity.

    Args:
        ignore_index: Target of pixels that count for nothing.
        class_weights: (C,), or None for 1 each.
        class_priors: Share of each class among the training pixels, (C,), at least 0; a share below 1e-12
            is taken as that.
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
        super().__init__()
        if class_priors is None:
            raise ValueError("'logit_adjusted' needs the share of each class: give class_priors.")
        self.tau = tau
        self.cross_entropy = CrossEntropyLoss(ignore_index, class_weights)
        self.register_buffer("log_priors", class_priors.clamp_min(SMALLEST_PRIOR).log())

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The loss of a batch.

        Args:
            logits: (N, C, H, W), any floating type.
            target: Class index, (N, H, W), any integer type.

        Returns:
            A scalar, float32 (float64 for float64 logits); 0 if there is no valid pixel.
        """
        logits = at_least_float32(logits)
        margins = self.tau * self.log_priors.to(logits.dtype)
        loss: Tensor = self.cross_entropy(logits + margins[:, None, None], target)
        return loss
