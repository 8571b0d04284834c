"""Round numbers for an axis."""

from __future__ import annotations

import math

FACTORS = (1, 2, 5, 10)
FIRST_EPOCHS = 10


def ticks(low: float, high: float, most: int, least_step: float = 0.0) -> list[float]:
    """Round numbers between two.

    Args:
        low: Lower end.
        high: Upper end, above ``low``.
        most: Steps between them at most; at least 1.
        least_step: Steps are not smaller, 1 for whole numbers.

    Returns:
        Multiples of 1, 2 or 5 times a power of ten that lie between the ends.
    """
    step = _round_up(max((high - low) / most, least_step))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def tick_step(values: list[float]) -> float:
    """How far ticks lie from each other."""
    return values[1] - values[0] if len(values) > 1 else 1.0


def spread(low: float, high: float) -> tuple[float, float]:
    """Ends of an axis for values between two numbers, with some room; never empty."""
    room = (high - low) * 0.05 or max(abs(high) * 0.05, 1e-6)
    bottom = low - room
    return (max(bottom, 0.0) if low >= 0 else bottom), high + room


def last_epoch(done: int, planned: int) -> int:
    """Where the epoch axis ends: it grows in round steps, so that it does not move with each epoch.

    Args:
        done: Newest epoch.
        planned: Epochs there will be at most; 0 if unknown.
    """
    end = FIRST_EPOCHS if done <= FIRST_EPOCHS else int(_round_up(done))
    return max(min(end, planned) if planned else end, done, 2)


def tick_decimals(step: float) -> int:
    """How many decimals ticks need that lie so far from each other."""
    return max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0


def _round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in FACTORS if factor * power >= value * (1 - 1e-9))
