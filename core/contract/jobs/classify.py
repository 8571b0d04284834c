"""The job *Classify raster*."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from ...files.partial import partial_folder
from ..catalog.mapping import DEFAULT_OVERLAP, ON_DAMAGE
from ..model_card import read_model_card
from .check import CheckJob
from .checks import (
    existing,
    explained_by,
    optional,
    scheduler_problem,
    tile_size_problem,
    writable,
)
from .job import Job, same_setting, setting
from .vectorize import VectorizeJob


@dataclass(frozen=True)
class ClassifyJob(Job):
    """Make a class raster of a raster with a trained model."""

    name: ClassVar[str] = "classify"
    title: ClassVar[str] = "Classify raster"

    input: str = setting(
        "Input raster",
        "The orthophoto to classify, with the same bands in the same order as the model was trained on.",
        check=existing("Input raster"),
    )
    model: str = setting(
        "Model",
        "A model made by 'Train segmentation model' (.safetensors).",
        check=explained_by(read_model_card),
    )
    output: str = setting(
        "Classified raster",
        "Where the class raster is written (.tif).",
        check=writable("Classified raster", ".tif", ".tiff"),
    )
    area: str = setting(
        "Area to classify",
        "Optional polygon layer: only pixels inside it are classified, and little else is read.",
        "",
        check=optional(existing("Area to classify")),
    )
    resample: bool = setting(
        "Resample to the model's pixel size",
        "When the pixels of the raster are more than a fifth larger or smaller than those the model was "
        "trained on, objects look larger or smaller than in training. The raster is then resampled to the "
        "model's pixel size; the result has the raster's own pixels.",
        default=True,
    )
    tta: bool = setting(
        "Test-time augmentation (D4)",
        "Each tile is classified in all eight flips and rotations of the square (D4), and the "
        "probabilities are averaged (TTA). Often slightly better, eight times as slow.",
        default=False,
        is_advanced=True,
    )
    on_damage: str = setting(
        "Damaged parts of the raster",
        "'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and the skipped "
        "amount is reported.",
        "stop",
        choices=ON_DAMAGE,
        is_advanced=True,
    )
    tile_size: int = setting(
        "Tile size (pixels)",
        "Side of the square tiles that the network classifies, a multiple of 32. 0: the model's own. "
        "Larger tiles show more context and need more memory.",
        0,
        minimum=0,
        maximum=8192,
        check=tile_size_problem,
        is_advanced=True,
    )
    overlap: int = setting(
        "Overlap (pixels)",
        "How far adjacent tiles overlap. Their probabilities are blended, so that no seams show; more "
        "overlap is smoother and slower.",
        DEFAULT_OVERLAP,
        minimum=0,
        maximum=2048,
        is_advanced=True,
    )
    batch_size: int = setting(
        "Batch size",
        "Tiles that are classified at once. 0: chosen automatically. Halved when memory runs out.",
        0,
        minimum=0,
        maximum=1024,
        is_advanced=True,
    )
    full_precision: bool = setting(
        "Full precision",
        "Compute in 32 bits where the device is faster with 16. This changes the class of about 3 in 1000 "
        "pixels, mostly at outlines.",
        default=False,
        is_advanced=True,
    )
    device: str = same_setting(CheckJob, "device")
    scheduler: str = setting(
        "Dask scheduler",
        "Optional: classify on the workers of a Dask cluster. The address of its scheduler, such as "
        "'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). "
        "All workers must see raster and model under the same path.",
        "",
        check=optional(scheduler_problem),
        is_advanced=True,
    )
    polygons: str = setting(
        "Classified polygons",
        "Where the classes are written as polygons with value, name and area (.gpkg). Optional.",
        "",
        check=optional(writable("Classified polygons", ".gpkg")),
    )
    min_area: float = same_setting(VectorizeJob, "min_area", label="Polygons: minimum area (m²)")
    simplify: float = same_setting(VectorizeJob, "simplify", label="Polygons: simplification tolerance (m)")
    smooth: int = same_setting(VectorizeJob, "smooth", label="Polygons: smoothing iterations")
    confidence: str = setting(
        "Confidence raster",
        "Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.",
        "",
        check=optional(writable("Confidence raster", ".tif", ".tiff")),
    )
    entropy: str = setting(
        "Entropy raster",
        "Where the normalised entropy of the class probabilities is written, from 0 (certain) to 1 (all "
        "classes equal) (.tif). Optional.",
        "",
        is_advanced=True,
        check=optional(writable("Entropy raster", ".tif", ".tiff")),
    )
    probabilities: str = setting(
        "Class probabilities",
        "Where the probability of each class is written, one band per class, in 250 steps from 0 to 1 "
        "(.tif). Optional.",
        "",
        is_advanced=True,
        check=optional(writable("Class probabilities", ".tif", ".tiff")),
    )

    def rasters(self) -> dict[str, str]:
        """Path of each raster of the map, by its content; empty for one that is not wanted."""
        return {
            "class": self.output,
            "confidence": self.confidence,
            "entropy": self.entropy,
            "probabilities": self.probabilities,
        }

    def outputs(self) -> list[str]:
        """The class raster, and the optional outputs that are wanted."""
        return [path for path in (*self.rasters().values(), self.polygons) if path]

    def inputs(self) -> list[str]:
        """Raster, model and area."""
        return [path for path in (self.input, self.model, self.area) if path]

    def _joint_problems(self) -> list[str]:
        folder = partial_folder(self.output).resolve()
        lost = [path for path in self.inputs() if folder in Path(path.split("|")[0]).resolve().parents]
        found = [
            f"'{path}' is in '{folder}', the folder of the partial map, and would be removed. Choose another "
            "output, or move it."
            for path in lost
        ]
        return found + super()._joint_problems()
