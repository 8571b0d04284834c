"""The report of class statistics, a self-contained HTML file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from matplotlib.figure import Figure

from ..contract.catalog.weightings import CLASS_WEIGHTINGS
from ..contract.jobs.statistics import StatisticsJob
from ..evaluation.figures import GRID, INK, as_png
from ..evaluation.page import (
    DASH,
    as_percent,
    embedded,
    job_text,
    page_template,
    setting_rows,
    write_page,
)
from .advice import Advice
from .audit import METHODS, Audit

TEMPLATE = "statistics_report.html"


@dataclass(frozen=True)
class AuditRecord:
    """The content of the report.

    Attributes:
        audit: The class statistics.
        advice: The advice.
        weights: The weights as text for training.
        job: The job.
        warnings: Warnings of the job, including the cautions of the advice.
    """

    audit: Audit
    advice: Advice
    weights: str
    job: StatisticsJob
    warnings: tuple[str, ...] = ()


def write_audit(path: str | Path, record: AuditRecord) -> None:
    """Write the report atomically; the path ends in ``.html``.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    write_page(path, lambda: render_audit(record))


def render_audit(record: AuditRecord) -> str:
    """The report as HTML with the embedded chart; names from the user's data are escaped."""
    audit = record.audit
    return page_template(TEMPLATE, Path(__file__).parent).render(
        record=record,
        audit=audit,
        advice=record.advice,
        methods=[CLASS_WEIGHTINGS[name] for name in METHODS],
        chart=embedded(draw_pixels(audit)),
        median=median(row.frequency for row in audit.rows),
        dash=DASH,
        as_area=_as_area,
        as_ratio=_as_ratio,
        settings=setting_rows(StatisticsJob, record.job.to_settings()),
        job_text=job_text(record.job),
    )


def draw_pixels(audit: Audit) -> bytes:
    """Pixels of each class as bars on a log scale, largest first, as PNG."""
    rows = sorted(audit.rows, key=lambda row: -row.pixels)
    figure = Figure(figsize=(9, 0.9 + 0.34 * len(rows)), layout="constrained")
    axes = figure.subplots()
    bars = axes.barh(
        range(len(rows)),
        [row.pixels for row in rows],
        height=0.66,
        color=[row.entry.colour for row in rows],
        edgecolor="#0003",
    )
    axes.bar_label(
        bars,
        [f" {row.pixels:,}  ({as_percent(row.share)})" for row in rows],
        fontsize=8,
        color=INK,
    )
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:,.0f}")
    # From a tenth of the smallest, so that its bar is visible, with space for the numbers on the right.
    axes.set_xlim(max(audit.rarest.pixels / 10, 0.5), audit.largest.pixels * 12)
    axes.set_yticks(range(len(rows)), [row.entry.name for row in rows])
    axes.invert_yaxis()
    axes.set_xlabel("labelled pixels, log scale", fontsize=9)
    axes.tick_params(labelsize=9)
    axes.grid(axis="x", color=GRID)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return as_png(figure)


def _as_area(square_metres: float) -> str:
    """Square metres without decimals from 100, else with three significant digits."""
    return f"{square_metres:,.0f}" if square_metres >= 100 else f"{square_metres:.3g}"


def _as_ratio(value: float) -> str:
    """A ratio without decimals from 100, else with three significant digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
