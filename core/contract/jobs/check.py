"""The job *Check engine*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .checks import device_problem
from .job import Job, setting


@dataclass(frozen=True)
class CheckJob(Job):
    """Prove that an engine can do what the other jobs need."""

    name: ClassVar[str] = "check"
    title: ClassVar[str] = "Check engine"

    device: str = setting(
        "Device",
        "Where the network runs. 'auto' uses a graphics card (CUDA, Apple MPS) when there is one. "
        "'cuda:1' is the second card.",
        "auto",
        is_advanced=True,
        check=device_problem,
    )
