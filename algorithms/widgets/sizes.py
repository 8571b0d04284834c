"""Sizes of chips and batches as the same dialog shows them now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...core.contract.jobs.train import TrainJob


class SizesFollower:
    """Tells the sizes, at first and whenever they change; stays silent where there are none to follow.

    Args:
        tell: Called with the side of a chip and the chips per batch.
    """

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._sizes = {"CHIP_SIZE": TrainJob.chip_size, "BATCH_SIZE": TrainJob.batch_size}

    def follow(self, wrappers: Iterable[Any]) -> None:
        """Follow those of a dialog's widgets that hold the sizes.

        Args:
            wrappers: What ``postInitialize`` gives: of Python or of C++.
        """
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() in self._sizes:
                wrapper.widgetValueHasChanged.connect(self._take)
                self._take(wrapper)

    def _take(self, wrapper: Any) -> None:
        value = wrapper.parameterValue()
        if isinstance(value, (int, float)):  # not an expression
            self._sizes[wrapper.parameterDefinition().name()] = int(value)
            self._tell(self._sizes["CHIP_SIZE"], self._sizes["BATCH_SIZE"])
