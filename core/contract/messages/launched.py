"""Which of several processes this one is, when ``torchrun`` started it."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Launched:
    """One of several processes that do a job together.

    Attributes:
        rank: Its number, from 0; the first speaks and writes for all.
        count: How many there are.
    """

    rank: int = 0
    count: int = 1


def launched() -> Launched:
    """What the launcher has told this process; rank 0 of 1 if it was started by itself.

    Some clusters set one of the names for other reasons: only all three together are a launcher's.
    """
    names = ("RANK", "WORLD_SIZE", "MASTER_ADDR")
    if not all(os.environ.get(name) for name in names):
        return Launched()
    return Launched(int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"]))
