"""The identity of a run: its settings and a hash of its data. A run resumes only with the same identity."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import MISSING, asdict, fields
from typing import Any

import numpy as np

from ...contract.jobs.job import Job, describe
from .preparation import TrainingData

FREE_SETTINGS = (
    "device", "report", "tensorboard", "table", "model", "folder",
    "input", "labels", "class_field", "unlabelled", "area", "test_area", "class_names", "class_colours",
    "split", "split_field", "split_layer",
)  # fmt: skip
"""Settings that do not change a run, or only through the data, which is hashed: QGIS may export the same
layer to another file each time."""


def identity_of(
    job: Job, data: TrainingData, free: Collection[str] = (), *more: np.ndarray
) -> dict[str, Any]:
    """What must be the same for a run to be resumed.

    Args:
        job: The settings.
        data: The prepared data.
        free: Further settings that may change.
        more: Further integer arrays that must not change.

    Returns:
        Plain data for JSON.
    """
    settings = {k: v for k, v in job.to_settings().items() if k not in (*FREE_SETTINGS, *free)}
    # Through JSON and back: tuples become lists, as when the file is read.
    identity: dict[str, Any] = json.loads(json.dumps({"data": _hash(data, more), "settings": settings}))
    return identity


def difference(job: type[Job], stored: Mapping[str, Any], identity: Mapping[str, Any]) -> str:
    """What differs between two identities, in the user's words; empty if nothing does."""
    # A setting unknown to an earlier version had what is its default now.
    old, new = {**_defaults(job), **stored["settings"]}, identity["settings"]
    names = [name for name in new if new[name] != old[name]]
    changed = [f"{describe(job, name).label} ({old[name]}, now {new[name]})" for name in names]
    if changed:
        return f"other settings: {', '.join(changed)}"
    return "" if stored["data"] == identity["data"] else "other data"


def _defaults(job: type[Job]) -> dict[str, Any]:
    every = fields(job)  # type: ignore[arg-type]
    return {item.name: None if item.default is MISSING else item.default for item in every}


def _hash(data: TrainingData, more: Collection[np.ndarray]) -> str:
    digest = hashlib.sha256()
    digest.update(json.dumps([(entry.value, entry.name) for entry in data.classes]).encode())
    digest.update(json.dumps([asdict(band) for band in data.bands]).encode())
    scored = (*data.split.validation, *data.split.test)
    digest.update(json.dumps([[window.flatten() for window in windows] for windows in scored]).encode())
    digest.update(np.ascontiguousarray(data.split.pixels).tobytes())
    for cells in data.split.closed:
        digest.update(np.packbits(cells).tobytes())
    for counts in (*data.index.counts, *more):
        digest.update(np.ascontiguousarray(counts, dtype=np.int64).tobytes())
    return digest.hexdigest()
