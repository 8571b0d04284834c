"""Chip and batch size as the dialog currently shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...core.contract.jobs.train import TrainJob


class SizesFollower:
    """Follows the sizes in a dialog; does nothing if it has none.

    Args:
        set_sizes: Called with the side of a chip and the chips per batch, at first and on each change.
    """

    def __init__(self, set_sizes: Callable[[int, int], None]) -> None:
        self._set_sizes = set_sizes
        self._sizes = {"CHIP_SIZE": TrainJob.chip_size, "BATCH_SIZE": TrainJob.batch_size}

    def follow(self, wrappers: Iterable[Any]) -> None:
        """Follow those of a dialog's widget wrappers, of Python or C++, that hold the sizes."""
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() in self._sizes:
                wrapper.widgetValueHasChanged.connect(self._take)
                self._take(wrapper)

    def _take(self, wrapper: Any) -> None:
        value = wrapper.parameterValue()
        if isinstance(value, (int, float)):  # not an expression
            self._sizes[wrapper.parameterDefinition().name()] = int(value)
            self._set_sizes(self._sizes["CHIP_SIZE"], self._sizes["BATCH_SIZE"])
