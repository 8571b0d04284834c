"""The job *Class statistics and weights*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..texts.weights import check_weights
from .checks import (
    explained_by,
    optional,
    writable,
)
from .job import same_setting, setting
from .labelled import LabelledJob
from .train import TrainJob


@dataclass(frozen=True)
class StatisticsJob(LabelledJob):
    """Count pixels and polygons of each class, and compute class weights."""

    name: ClassVar[str] = "statistics"
    title: ClassVar[str] = "Class statistics and weights"

    input: tuple[str, ...] = same_setting(TrainJob, "input")
    labels: str = same_setting(TrainJob, "labels")
    table: str = setting(
        "Table",
        "Where the statistics are written, a row per class (.gpkg or .csv).",
        check=writable("Table", ".gpkg", ".csv"),
    )
    class_field: str = same_setting(TrainJob, "class_field")
    unlabelled: str = same_setting(TrainJob, "unlabelled")
    area: str = same_setting(TrainJob, "area")
    class_weights: str = setting(
        "Weighting of the output",
        "The weighting of the output 'Class weights', a text for 'Train segmentation model'. The table "
        "and the report show all weightings.",
        "median_frequency",
        check=explained_by(check_weights),
    )
    chip_size: int = same_setting(TrainJob, "chip_size")
    batch_size: int = same_setting(TrainJob, "batch_size")
    report: str = setting(
        "Report",
        "Where the statistics are explained, with a chart and advice on the loss (.html). Optional.",
        "",
        check=optional(writable("Report", ".html")),
    )
    class_names: dict[str, str] = same_setting(TrainJob, "class_names")
    class_colours: dict[str, str] = same_setting(TrainJob, "class_colours")

    def outputs(self) -> list[str]:
        """The table and the report."""
        return [path for path in (self.table, self.report) if path]
