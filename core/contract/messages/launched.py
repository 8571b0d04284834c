"""Reads the rank of this process and the number of processes from the variables that ``torchrun`` sets."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Launched:
    """This process among those that do a job together.

    Attributes:
        rank: From 0; rank 0 reports and writes for all.
        count: Number of processes.
    """

    rank: int = 0
    count: int = 1


def launched() -> Launched:
    """Rank and number of processes from the launcher's variables; rank 0 of 1 without a launcher.

    Some clusters set one of the variables for other reasons: only all three together are a launcher's.
    """
    names = ("RANK", "WORLD_SIZE", "MASTER_ADDR")
    if not all(os.environ.get(name) for name in names):
        return Launched()
    return Launched(int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"]))
