"""A metric over the epochs in bounded memory, however long a training takes."""

from __future__ import annotations

import bisect
import math
from typing import Optional

MOST_POINTS = 1000
"""More than a dock has pixels. Even, so that thinning keeps the first and the newest point."""


class Curve:
    """Values over epochs. When it is full, every second point is dropped; no value is averaged.

    Attributes:
        epochs: Ascending.
        values: The value of each epoch; finite.
    """

    def __init__(self) -> None:
        self.epochs: list[int] = []
        self.values: list[float] = []
        self._stride = 1
        self._count = 0
        self._is_newest_spare = False

    def __bool__(self) -> bool:
        return bool(self.epochs)

    def add(self, epoch: int, value: float) -> None:
        """Add the value of the newest epoch; one that is not finite, or of an earlier epoch, is ignored."""
        if not math.isfinite(value) or (self.epochs and epoch <= self.epochs[-1]):
            return
        if self._is_newest_spare:
            del self.epochs[-1], self.values[-1]
        self.epochs.append(epoch)
        self.values.append(value)
        # The newest point is always shown, but kept only at multiples of the stride.
        self._is_newest_spare = self._count % self._stride != 0
        self._count += 1
        if len(self.epochs) > MOST_POINTS:
            self._stride *= 2
            del self.epochs[1::2], self.values[1::2]

    def nearest(self, epoch: float) -> Optional[int]:
        """The epoch on the curve nearest to a position on the axis; None on an empty curve."""
        if not self.epochs:
            return None
        after = bisect.bisect_left(self.epochs, epoch)
        around = self.epochs[max(after - 1, 0) : after + 1]
        return min(around, key=lambda each: abs(each - epoch))

    def at(self, epoch: int) -> Optional[float]:
        """The value of an epoch; None if there is none, or it was dropped."""
        index = bisect.bisect_left(self.epochs, epoch)
        is_there = index < len(self.epochs) and self.epochs[index] == epoch
        return self.values[index] if is_there else None
