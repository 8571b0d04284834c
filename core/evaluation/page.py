"""What the HTML reports have in common: templates, number formats, embedded images."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ..contract.jobs.job import Job, describe
from ..files.atomic import finished_file
from .figures import plain_text_in_any_script

DASH = "\N{EN DASH}"
"""Shown for an undefined score."""


def page_template(name: str, folder: Path | None = None) -> Template:
    """A template with the filters ``score``, ``percent`` and ``whole``, and with autoescape.

    Args:
        name: File name; the template may extend ``page.html`` and import ``macros.html``.
        folder: Its folder; None for that of this module.
    """
    folders = [Path(__file__).parent] + ([] if folder is None else [folder])
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
    environment.filters.update(score=as_score, percent=as_percent, whole=as_whole)
    return environment.get_template(name)


def write_page(path: str | Path, render: Callable[[], str]) -> None:
    """Write a report atomically; its figures show names in any script.

    Args:
        path: Ends in ``.html``.
        render: Returns the HTML with embedded images.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    with plain_text_in_any_script():
        html = render()
    with finished_file(path) as partial:
        partial.write_text(html, encoding="utf-8")


def embedded(png: bytes) -> Markup:
    """A PNG as a data URL for ``img``."""
    return Markup("data:image/png;base64,") + base64.b64encode(png).decode()


def as_score(value: float | None) -> str:
    """A score with three decimals; a dash if it is undefined."""
    return DASH if value is None or math.isnan(value) else f"{value:.3f}"


def as_percent(value: float) -> str:
    """A share in percent, with two significant digits below 10 %, else one decimal; a dash for NaN."""
    return DASH if math.isnan(value) else f"{100 * value:.2g} %" if value < 0.1 else f"{100 * value:.1f} %"


def as_whole(value: float) -> str:
    """A number without decimals; a dash for NaN."""
    return DASH if math.isnan(value) else f"{value:,.0f}"


def as_duration(seconds: float) -> str:
    """A duration in seconds, minutes, or hours and minutes."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


def setting_rows(job: type[Job], settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Settings as (label in the dialog, value as the user writes it), without empty ones."""
    written = {name: as_text(value) for name, value in settings.items() if value not in ({}, "")}
    return [(describe(job, name).label, text) for name, text in written.items()]


def as_text(value: Any) -> str:  # noqa: ANN401 - any setting's value
    """A value as the user would write it."""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def job_text(job: Job) -> str:
    """The job as the content of a job file for the command line, with all settings."""
    return json.dumps({"job": job.name, "settings": job.to_settings()}, ensure_ascii=False, indent=1)
