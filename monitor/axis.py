"""Ticks and limits of an axis, as round numbers."""

from __future__ import annotations

import math

FACTORS = (1, 2, 5, 10)
FIRST_EPOCHS = 10


def ticks(low: float, high: float, most: int, least_step: float = 0.0) -> list[float]:
    """Round numbers in a range.

    Args:
        low: Lower limit.
        high: Upper limit, above ``low``.
        most: Maximum number of steps; at least 1.
        least_step: Minimum step; 1 for integers.

    Returns:
        Multiples of 1, 2 or 5 times a power of ten within the limits.
    """
    step = _round_up(max((high - low) / most, least_step))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def tick_step(values: list[float]) -> float:
    """Distance of adjacent ticks."""
    return values[1] - values[0] if len(values) > 1 else 1.0


def spread(low: float, high: float) -> tuple[float, float]:
    """Limits of an axis for values in a range, with a margin; never an empty range."""
    room = (high - low) * 0.05 or max(abs(high) * 0.05, 1e-6)
    bottom = low - room
    return (max(bottom, 0.0) if low >= 0 else bottom), high + room


def last_epoch(done: int, planned: int) -> int:
    """Upper limit of the epoch axis: it grows in round steps, so that it does not change with each epoch.

    Args:
        done: Newest epoch.
        planned: Maximum number of epochs; 0 if unknown.
    """
    end = FIRST_EPOCHS if done <= FIRST_EPOCHS else int(_round_up(done))
    return max(min(end, planned) if planned else end, done, 2)


def tick_decimals(step: float) -> int:
    """Number of decimals for ticks with a step."""
    return max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0


def _round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in FACTORS if factor * power >= value * (1 - 1e-9))
