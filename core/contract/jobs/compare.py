"""The job *Compare losses*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..catalog.losses import DEFAULT_COMPARISON
from .checks import (
    existing,
    losses_problem,
    optional,
    writable,
    writable_folder,
)
from .job import same_setting, setting
from .labelled import LabelledJob
from .train import TrainJob


@dataclass(frozen=True)
class CompareJob(LabelledJob):
    """Train the same network with several losses and compare the scores."""

    name: ClassVar[str] = "compare"
    title: ClassVar[str] = "Compare losses"

    input: tuple[str, ...] = same_setting(TrainJob, "input")
    labels: str = same_setting(TrainJob, "labels")
    folder: str = setting(
        "Folder for models and results",
        "Every model is kept here, with the scores (comparison.csv). Use the same folder again to resume "
        "after an interruption: finished runs are not repeated.",
        check=writable_folder("Folder for models and results"),
    )
    class_field: str = same_setting(TrainJob, "class_field")
    unlabelled: str = same_setting(TrainJob, "unlabelled")
    area: str = same_setting(TrainJob, "area")
    test_area: str = setting(
        "Test area",
        "Optional polygon layer: the final scores are computed inside it, and none of its pixels is used "
        "for training or for choosing the best epoch. Without it the scores are those of the split's test "
        "areas, or else of the validation blocks.",
        "",
        check=optional(existing("Test area")),
    )
    losses: tuple[str, ...] = setting(
        "Losses",
        "The losses to compare, one per line, as in 'Train segmentation model'.",
        DEFAULT_COMPARISON,
        check=losses_problem,
    )
    seeds: int = setting(
        "Runs per loss",
        "How often each loss is trained, each time with another seed. The spread between runs shows which "
        "differences are random.",
        2,
        minimum=1,
        maximum=100,
    )
    chosen_class: str = setting(
        "Class of interest",
        "Name of the class that matters most; the rarest one when empty.",
        "",
    )
    class_weights: str = same_setting(TrainJob, "class_weights")
    architecture: str = same_setting(TrainJob, "architecture")
    encoder: str = same_setting(TrainJob, "encoder")
    encoder_weights: str = same_setting(TrainJob, "encoder_weights")
    start_model: str = same_setting(TrainJob, "start_model")
    class_prior: bool = same_setting(TrainJob, "class_prior")
    outline_tolerance: int = same_setting(TrainJob, "outline_tolerance")
    chip_size: int = same_setting(TrainJob, "chip_size")
    batch_size: int = same_setting(TrainJob, "batch_size")
    sampling: str = same_setting(TrainJob, "sampling")
    augmentation: str = same_setting(TrainJob, "augmentation")
    epochs: int = same_setting(TrainJob, "epochs")
    learning_rate: float = same_setting(TrainJob, "learning_rate")
    optimiser: str = same_setting(TrainJob, "optimiser")
    schedule: str = same_setting(TrainJob, "schedule")
    encoder_lr_factor: float = same_setting(TrainJob, "encoder_lr_factor")
    max_grad_norm: float = same_setting(TrainJob, "max_grad_norm")
    ema_decay: float = same_setting(TrainJob, "ema_decay")
    validation: float = same_setting(TrainJob, "validation")
    split: str = same_setting(TrainJob, "split")
    split_field: str = same_setting(TrainJob, "split_field")
    monitor: str = same_setting(TrainJob, "monitor")
    patience: int = same_setting(TrainJob, "patience")
    seed: int = setting(
        "First seed",
        "Seed of the first run of each loss, and of the split; it grows by 1 with each further run.",
        1,
        minimum=0,
        maximum=2**31 - 101,
        is_advanced=True,
    )
    device: str = same_setting(TrainJob, "device")
    table: str = setting(
        "Table",
        "Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.",
        "",
        check=optional(writable("Table", ".gpkg", ".csv")),
    )
    report: str = setting(
        "Report",
        "Where tables, charts and maps are written (.html). Optional.",
        "",
        check=optional(writable("Report", ".html")),
    )
    split_layer: str = same_setting(TrainJob, "split_layer")
    class_names: dict[str, str] = same_setting(TrainJob, "class_names")
    class_colours: dict[str, str] = same_setting(TrainJob, "class_colours")

    def outputs(self) -> list[str]:
        """Table, report and split layer; not the folder, into which a comparison is resumed."""
        return [path for path in (self.table, self.report, self.split_layer) if path]

    def labelled_areas(self) -> tuple[str, ...]:
        """The labelled area, if there is one, and then the test area, too."""
        return tuple(filter(None, (self.area, self.test_area))) if self.area else ()

    def _joint_problems(self) -> list[str]:
        found = super()._joint_problems()
        if not (self.validation or self.test_area or self.split):
            found.append("There is nothing to score on: give a test area, or a validation share above 0.")
        return found
