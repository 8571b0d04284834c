"""The outputs of a map at each pixel: class and, if asked for, confidence, entropy and probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

CLASS = "class"
CONFIDENCE = "confidence"
ENTROPY = "entropy"
PROBABILITIES = "probabilities"

PROBABILITY_STEPS = 250
"""A probability of 1 as a byte; 255 is nodata."""


def first_largest(planes: Tensor) -> Tensor:
    """Index of the plane with the largest value at each pixel: ``argmax`` in half the time on a CPU.

    It counts how many planes come before the first that equals the maximum, in few passes over whole planes.

    Args:
        planes: (planes, rows, columns), at most 256 planes; fast if they are contiguous.

    Returns:
        uint8 (rows, columns); the first plane of a tie. Where there is a NaN, any plane.
    """
    if len(planes) == 1:
        return torch.zeros(planes.shape[1:], dtype=torch.uint8, device=planes.device)
    if planes.is_floating_point():
        planes = planes + 0.0  # turns -0 into 0, which has other bits
    # Bits are compared twice as fast as numbers.
    bits = torch.int16 if planes.element_size() == 2 else torch.int32
    is_less = planes[:-1].view(bits).ne(planes.amax(dim=0).view(bits)).view(torch.uint8)
    are_all_less = is_less[0]
    number = are_all_less.clone()
    for plane in is_less[1:]:
        are_all_less.bitwise_and_(plane)
        number.add_(are_all_less)
    return number


@dataclass(frozen=True)
class MapOutputs:
    """Which outputs a map has besides the class.

    Attributes:
        confidence: Probability of the most probable class, 0 to 1.
        entropy: Entropy of the probabilities as a share of the maximum, 0 (certain) to 1 (all equal).
        probabilities: Probability of each class, in ``PROBABILITY_STEPS`` steps.
    """

    confidence: bool = False
    entropy: bool = False
    probabilities: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The outputs asked for, the class first."""
        wanted = ((CONFIDENCE, self.confidence), (ENTROPY, self.entropy), (PROBABILITIES, self.probabilities))
        return (CLASS, *(name for name, is_wanted in wanted if is_wanted))

    def of_logits(self, logits: Tensor) -> dict[str, Tensor]:
        """The outputs of pixels in a single tile.

        Args:
            logits: (num_classes, rows, columns).

        Returns:
            By name: ``class`` uint8 and ``confidence`` and ``entropy`` float32, (rows, columns);
            ``probabilities`` uint8 (num_classes, rows, columns). The class is always that of the largest
            logit.
        """
        outputs = {CLASS: first_largest(logits)}
        if self.names == (CLASS,):
            return outputs
        return {**self._of_probs(logits.softmax(dim=0, dtype=torch.float32)), **outputs}

    def of_sums(self, sums: Tensor, one: int) -> dict[str, Tensor]:
        """The outputs of pixels that several tiles share.

        Args:
            sums: Weighted sums of probabilities, int16 (num_classes, rows, columns).
            one: The sum for a probability of 1.

        Returns:
            As ``of_logits``.
        """
        if self.names == (CLASS,):
            return {CLASS: first_largest(sums)}
        return {**self._of_probs(sums / one), CLASS: first_largest(sums)}

    def empty(self, num_classes: int, height: int, width: int, device: torch.device) -> dict[str, Tensor]:
        """Outputs of some rows, all 0."""
        kinds = {
            CLASS: ((height, width), torch.uint8),
            CONFIDENCE: ((height, width), torch.float32),
            ENTROPY: ((height, width), torch.float32),
            PROBABILITIES: ((num_classes, height, width), torch.uint8),
        }
        return {name: torch.zeros(kinds[name][0], dtype=kinds[name][1], device=device) for name in self.names}

    def _of_probs(self, probs: Tensor) -> Mapping[str, Tensor]:
        """All outputs but the class."""
        outputs: dict[str, Tensor] = {}
        if self.confidence:
            outputs[CONFIDENCE] = probs.amax(dim=0).clamp_max_(1)
        if self.entropy:
            largest = torch.log(torch.tensor(float(max(2, len(probs)))))
            outputs[ENTROPY] = (torch.special.entr(probs).sum(dim=0) / largest).clamp_(0, 1)
        if self.probabilities:
            outputs[PROBABILITIES] = (
                (probs * PROBABILITY_STEPS).round_().clamp_(0, PROBABILITY_STEPS).to(torch.uint8)
            )
        return outputs
