"""All jobs by name, and the job that a request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..catalog.entries import nearest
from ..messages.errors import SettingsError
from .check import CheckJob
from .classify import ClassifyJob
from .classify_many import ClassifyManyJob
from .compare import CompareJob
from .job import Job
from .statistics import StatisticsJob
from .train import TrainJob
from .vectorize import VectorizeJob

JOBS: dict[str, type[Job]] = {
    job.name: job
    for job in (
        TrainJob,
        StatisticsJob,
        CompareJob,
        ClassifyJob,
        ClassifyManyJob,
        VectorizeJob,
        CheckJob,
    )
}


def job_from_request(name: str, settings: Mapping[str, Any]) -> Job:
    """The job with a name and settings, not checked yet.

    Raises:
        SettingsError: There is no such job, or its settings are wrong.
    """
    if name not in JOBS:
        raise SettingsError(f"There is no job '{name}'.", nearest(name, JOBS))
    return JOBS[name].from_settings(settings)
