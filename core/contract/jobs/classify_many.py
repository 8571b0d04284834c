"""The job *Classify rasters*: one job of *Classify raster* for each."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, ClassVar

from ..raster_list import find_rasters, result_names
from .checks import (
    existing,
    optional,
    writable,
    writable_folder,
)
from .classify import ClassifyJob
from .job import Job, same_setting, setting


@dataclass(frozen=True)
class ClassifyManyJob(Job):
    """Make class rasters of many rasters with one model."""

    name: ClassVar[str] = "classifymany"
    title: ClassVar[str] = "Classify rasters"

    model: str = same_setting(ClassifyJob, "model")
    folder: str = setting(
        "Output folder",
        "Where the class raster of each raster is written (.tif), named after it. Use the same folder "
        "again to resume after an interruption: what is finished with the same model and settings is not "
        "repeated.",
        check=writable_folder("Output folder"),
    )
    input: tuple[str, ...] = setting(
        "Input rasters",
        "The orthophotos to classify, with the bands that the model was trained on. They may lie anywhere "
        "and differ in size, pixel size and coordinate system.",
        (),
        check=optional(existing("Input rasters")),
    )
    input_folder: str = setting(
        "Input folder",
        "Optional: a folder with rasters, in addition to the input rasters or instead of them.",
        "",
        check=optional(existing("Input folder")),
    )
    pattern: str = setting(
        "File pattern",
        "Which files of the input folder are classified: '*.tif', or several patterns as in '*.tif; "
        "*.jp2'. '**/*.tif' includes subfolders.",
        "*.tif",
    )
    area: str = setting(
        "Area to classify",
        "Optional polygon layer: only pixels inside it are classified. Rasters outside are skipped.",
        "",
        check=optional(existing("Area to classify")),
    )
    resample: bool = same_setting(ClassifyJob, "resample")
    mosaic: bool = setting(
        "Mosaic",
        "Write a virtual raster of all results, mosaic.vrt. Rasters in another coordinate system than "
        "most get a mosaic of their own.",
        default=True,
    )
    confidence: bool = setting(
        "Confidence rasters",
        "Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.",
        default=False,
    )
    entropy: bool = setting(
        "Entropy rasters",
        "Write the normalised entropy of the class probabilities of each raster, from 0 (certain) to 1 "
        "(all classes equal), as NAME_entropy.tif.",
        default=False,
        is_advanced=True,
    )
    probabilities: bool = setting(
        "Class probabilities",
        "Write the probability of each class, one band per class, in 250 steps from 0 to 1, as "
        "NAME_probabilities.tif.",
        default=False,
        is_advanced=True,
    )
    tta: bool = same_setting(ClassifyJob, "tta")
    on_damage: str = same_setting(ClassifyJob, "on_damage")
    tile_size: int = same_setting(ClassifyJob, "tile_size")
    overlap: int = same_setting(ClassifyJob, "overlap")
    batch_size: int = same_setting(ClassifyJob, "batch_size")
    full_precision: bool = same_setting(ClassifyJob, "full_precision")
    device: str = same_setting(ClassifyJob, "device")
    scheduler: str = same_setting(ClassifyJob, "scheduler")
    polygons: str = setting(
        "Classified polygons",
        "Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters share a "
        "grid and touch, polygons continue across their borders. Optional.",
        "",
        check=optional(writable("Classified polygons", ".gpkg")),
    )
    min_area: float = same_setting(ClassifyJob, "min_area")
    simplify: float = same_setting(ClassifyJob, "simplify")
    smooth: int = same_setting(ClassifyJob, "smooth")

    def rasters(self) -> list[Path]:
        """Absolute paths of the rasters to classify, without duplicates."""
        return find_rasters(self.input, self.input_folder, self.pattern, self.folder)

    def jobs(self) -> list[ClassifyJob]:
        """A job for each raster; no two of them write the same file."""
        outputs = [name for name in OPTIONAL_OUTPUTS if getattr(self, name)]
        rasters = self.rasters()
        names = result_names(rasters, [".tif", *(f"_{name}.tif" for name in outputs)])
        common = _names(ClassifyJob) & _names(type(self)) - {*OPTIONAL_OUTPUTS, "polygons", "input"}
        shared: dict[str, Any] = {name: getattr(self, name) for name in common}
        folder = Path(self.folder).absolute()
        return [
            ClassifyJob(
                input=str(raster),
                output=str(folder / f"{name}.tif"),
                **{**shared, **{each: str(folder / f"{name}_{each}.tif") for each in outputs}},
            )
            for raster, name in zip(rasters, names)
        ]

    def outputs(self) -> list[str]:
        """Rasters, mosaic and polygons."""
        results = [path for job in self.jobs() for path in job.outputs()]
        return [*results, *filter(None, (self.mosaic_file(), self.polygons))]

    def inputs(self) -> list[str]:
        """Rasters, model and area."""
        return [*map(str, self.rasters()), *filter(None, (self.model, self.area))]

    def mosaic_file(self) -> str:
        """Path of the mosaic; empty if none is wanted."""
        return str(Path(self.folder).absolute() / "mosaic.vrt") if self.mosaic else ""

    def _joint_problems(self) -> list[str]:
        if not self.rasters():
            return [self._nothing_found()]
        read = {raster.resolve() for raster in self.rasters()}
        if any(Path(job.output).resolve() in read for job in self.jobs()):
            return [
                f"The output folder, '{self.folder}', holds rasters that are to be classified, and the "
                "results have the same names. Choose another folder."
            ]
        return super()._joint_problems()

    def _nothing_found(self) -> str:
        if not self.input_folder:
            return "There is nothing to classify: give rasters, or a folder with rasters."
        return f"No file in '{self.input_folder}' matches '{self.pattern}'."


OPTIONAL_OUTPUTS = ("confidence", "entropy", "probabilities")
"""Optional rasters of a map, beside the class raster."""


def _names(job: type[Job]) -> set[str]:
    return {item.name for item in fields(job)}  # type: ignore[arg-type]
