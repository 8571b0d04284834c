"""Every job as one frozen dataclass: the same in a dialog, in ``qgis_process``, on the command line, as JSON.

A setting is described once, here: its label, help, default, range and choices make the dialog, the
command line's options and the documentation. The parameter of a setting in QGIS is its name in capitals.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Optional, TypeVar, Union

from .catalog import (
    ARCHITECTURES,
    DEFAULT_ENCODER,
    DEFAULT_LOSS,
    DEVICES,
    ENCODER_STRIDE,
    ENCODER_WEIGHTS,
    UNLABELLED,
    nearest,
)
from .errors import CoreError, SettingsError
from .loss_text import parse_loss
from .model_card import read_model_card
from .weights_text import parse_weights

AnyJob = TypeVar("AnyJob", bound="Job")
Check = Callable[[Any], Optional[str]]


@dataclass(frozen=True)
class Setting:
    """How one setting of a job is shown and checked.

    Attributes:
        label: Its name in a dialog.
        help: What it does, for the user.
        minimum: Smallest number.
        maximum: Largest number.
        choices: Allowed words, each with its meaning; empty when anything goes.
        is_advanced: Whether most users never need it.
        check: Says what is wrong with a value, or None.
    """

    label: str
    help: str
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: Mapping[str, str] = field(default_factory=dict)
    is_advanced: bool = False
    check: Optional[Check] = None

    def problem(self, value: Any) -> Optional[str]:  # noqa: ANN401 - any setting's value
        """What is wrong with a value, as a sentence, or None."""
        if self.choices and value not in self.choices:
            return f"{self.label}: there is no '{value}'. {nearest(str(value), self.choices)}"
        if self.minimum is not None and not self._is_in_range(value):
            return f"{self.label} must be from {self.minimum:g} to {self.maximum:g}, not {value}."
        return self.check(value) if self.check else None

    def _is_in_range(self, value: Any) -> bool:  # noqa: ANN401 - any setting's value
        lowest = -math.inf if self.minimum is None else self.minimum
        highest = math.inf if self.maximum is None else self.maximum
        return isinstance(value, (int, float)) and lowest <= value <= highest


def setting(label: str, help: str, default: Any = MISSING, **more: Any) -> Any:  # noqa: A002, ANN401
    """A dataclass field that carries its own description."""
    description = {"setting": Setting(label, help, **more)}
    if isinstance(default, dict):
        return field(default_factory=default.copy, metadata=description)
    return field(default=default, metadata=description)


def describe(job: type[Job], name: str) -> Setting:
    """The description of one setting of a job."""
    description: Setting = job.__dataclass_fields__[name].metadata["setting"]  # type: ignore[attr-defined]
    return description


class Job:
    """What all jobs share: plain data in and out, and every fault found at once."""

    name: ClassVar[str]
    title: ClassVar[str]

    def problems(self, unchecked: Collection[str] = ()) -> list[str]:
        """Every fault of the settings that can be known before the run, in the user's words.

        Cheap: looks at files' existence and headers, opens no raster.

        Args:
            unchecked: Settings whose files are made only when the job starts (exported layers).

        Returns:
            One sentence per fault; empty if the job can run.
        """
        found: list[str] = []
        for item in fields(self):  # type: ignore[arg-type]
            if item.name in unchecked:
                continue
            problem = item.metadata["setting"].problem(getattr(self, item.name))
            if problem:
                found.append(problem)
        return found + self._joint_problems()

    def check(self) -> None:
        """Refuse a job that has problems.

        Raises:
            SettingsError: There is at least one; the message holds all.
        """
        problems = self.problems()
        if problems:
            raise SettingsError(" ".join(problems))

    def outputs(self) -> list[str]:
        """Paths of the files that the job will write."""
        return []

    def to_settings(self) -> dict[str, Any]:
        """The settings as plain data for JSON."""
        settings: dict[str, Any] = asdict(self)  # type: ignore[call-overload]
        return settings

    @classmethod
    def from_settings(cls: type[AnyJob], settings: Mapping[str, Any]) -> AnyJob:
        """The job from plain data.

        Args:
            settings: Values by name; settings left out take their defaults.

        Returns:
            The job, not checked yet (see ``check``).

        Raises:
            SettingsError: A setting is unknown, missing or of the wrong type.
        """
        known: dict[str, Field[Any]] = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]
        faults = [f"There is no setting '{k}'. {nearest(k, known)}" for k in settings if k not in known]
        faults += [f"'{name}' is missing." for name in required_settings(cls) if name not in settings]
        if faults:
            raise SettingsError(" ".join(faults))
        values = {name: _convert(known[name], value) for name, value in settings.items()}
        return cls(**values)

    def _joint_problems(self) -> list[str]:
        """Faults that concern more than one setting."""
        return []


def _convert(item: Field[Any], value: Any) -> Any:  # noqa: ANN401 - any setting's value
    """A value from JSON or the command line in the type that the field is declared with."""
    label = item.metadata["setting"].label
    kind = str(item.type)
    try:
        if kind.startswith("tuple"):
            return tuple(str(v) for v in ([value] if isinstance(value, str) else value))
        if kind == "int":
            if float(value) != int(float(value)):
                raise ValueError
            return int(float(value))
        if kind == "float":
            return float(value)
        if kind.startswith("dict"):
            return dict(value)
    except (TypeError, ValueError, OverflowError) as error:  # OverflowError: a whole number that is infinite
        raise SettingsError(f"{label}: '{value}' is not a fit value.") from error
    return "" if value is None else str(value)


def _existing(label: str) -> Check:
    """A check that a path, or each of several, is there; ``x|layername=y`` and the like count as x."""

    def check(value: Union[str, tuple[str, ...]]) -> Optional[str]:
        paths = [value] if isinstance(value, str) else list(value)
        if not paths or not paths[0]:
            return f"{label} is missing."
        for path in paths:
            if not Path(path.split("|")[0]).exists():
                return f"{label}: there is no file '{path}'."
        return None

    return check


def _optional(check: Check) -> Check:
    return lambda value: check(value) if value else None


def _writable(label: str, *suffixes: str) -> Check:
    """A check that a file can be written at a path with one of the given endings."""

    def check(value: str) -> Optional[str]:
        if not value:
            return f"{label} is missing."
        path = Path(value)
        if path.suffix.lower() not in suffixes:
            return f"{label}: '{path.name}' must end in {' or '.join(suffixes)}."
        if path.is_dir():
            return f"{label}: '{value}' is a folder."
        folder = path.absolute().parent
        if not folder.is_dir():
            return f"{label}: there is no folder '{folder}'."
        if not os.access(folder, os.W_OK):
            return f"{label}: the folder '{folder}' is not writable. Choose another folder."
        return None

    return check


def _explained_by(parse: Callable[[str], Any]) -> Check:
    """A check by a parser: its own explanation when it refuses."""

    def check(value: str) -> Optional[str]:
        try:
            parse(value)
        except CoreError as error:
            return str(error)
        return None

    return check


def _chip_size_problem(value: int) -> Optional[str]:
    if value % ENCODER_STRIDE:
        return f"Chip size must be a multiple of {ENCODER_STRIDE}, not {value}."
    return None


def _encoder_weights_problem(value: str) -> Optional[str]:
    if value in ENCODER_WEIGHTS or Path(value).is_file():
        return None
    return f"Encoder weights: '{value}' is neither a file nor one of {', '.join(ENCODER_WEIGHTS)}."


def _device_problem(value: str) -> Optional[str]:
    if value.split(":", maxsplit=1)[0] in DEVICES:
        return None
    return f"Device: there is no '{value}'. {nearest(value, DEVICES)}"


def _device_setting() -> Any:  # noqa: ANN401 - a dataclass field
    return setting(
        "Device",
        "Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. "
        "'cuda:1' names the second card.",
        "auto",
        is_advanced=True,
        check=_device_problem,
    )


@dataclass(frozen=True)
class TrainJob(Job):
    """Train a segmentation network on rasters and labels."""

    name: ClassVar[str] = "train"
    title: ClassVar[str] = "Train segmentation model"

    input: tuple[str, ...] = setting(
        "Input rasters",
        "One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or "
        "16 bit or float.",
        check=_existing("Input rasters"),
    )
    labels: str = setting(
        "Labels",
        "What is where: a polygon layer (any coordinate system; selection and filter are honoured), "
        "or a class raster (one integer per class, 255 counts for nothing).",
        check=_existing("Labels"),
    )
    model: str = setting(
        "Trained model",
        "Where the model is written (.safetensors).",
        check=_writable("Trained model", ".safetensors"),
    )
    class_field: str = setting(
        "Class field",
        "Field of the polygon layer that holds the class, integer or text. Not needed for a class "
        "raster. The value 255 or the text 'ignore' marks places that count for nothing.",
        "",
    )
    unlabelled: str = setting(
        "Pixels without label",
        "'background': everything without a polygon is the class background (label all objects, or "
        "give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of "
        "everything, background too).",
        "background",
        choices=UNLABELLED,
    )
    area: str = setting(
        "Labelled area",
        "Optional polygon layer: only pixels inside it are used, for training and for validation. "
        "Give it when only a part of the rasters is labelled.",
        "",
        check=_optional(_existing("Labelled area")),
    )
    loss: str = setting(
        "Loss",
        "What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only "
        "the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce "
        "(cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to "
        "it or choose a larger K.",
        DEFAULT_LOSS,
        check=_explained_by(parse_loss),
    )
    class_weights: str = setting(
        "Class weights",
        "How much each class counts in the loss: 'none', 'median frequency' (rare classes count more), "
        "or typed as 'car=5, road=1' (a class that is not named weighs 1).",
        "none",
        check=_explained_by(parse_weights),
    )
    architecture: str = setting(
        "Architecture",
        "Kind of network. U-Net is a good choice for sharp outlines.",
        "unet",
        choices=ARCHITECTURES,
    )
    encoder: str = setting(
        "Encoder",
        "The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and "
        "run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.",
        DEFAULT_ENCODER,
    )
    encoder_weights: str = setting(
        "Encoder weights",
        "'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts "
        "from nothing; or the path of a weights file (.safetensors or .pth).",
        "pretrained",
        is_advanced=True,
        check=_encoder_weights_problem,
    )
    chip_size: int = setting(
        "Chip size (pixels)",
        "Side of the squares that the network learns from, a multiple of 32. Large enough to show an "
        "object with its surroundings.",
        256,
        minimum=32,
        maximum=4096,
        check=_chip_size_problem,
    )
    batch_size: int = setting(
        "Batch size",
        "Chips per training step. Halved by itself when memory runs out.",
        8,
        minimum=1,
        maximum=1024,
    )
    epochs: int = setting(
        "Epochs",
        "How many times the training area is gone through. Validation and saving happen after each.",
        20,
        minimum=1,
        maximum=100_000,
    )
    learning_rate: float = setting(
        "Learning rate",
        "Size of a training step. Smaller if the loss jumps or becomes NaN.",
        0.001,
        minimum=1e-8,
        maximum=10.0,
        is_advanced=True,
    )
    validation: float = setting(
        "Validation share",
        "Share of the labelled area that is kept out of training, in whole blocks, to measure how good "
        "the model is. 0 for none.",
        0.2,
        minimum=0.0,
        maximum=0.9,
        is_advanced=True,
    )
    seed: int = setting(
        "Seed",
        "Same seed, same data, same machine: same model.",
        1,
        minimum=0,
        maximum=2**31 - 1,
        is_advanced=True,
    )
    device: str = _device_setting()
    report: str = setting(
        "Report",
        "Where a report with curves, scores and pictures is written (.html). Optional.",
        "",
        check=_optional(_writable("Report", ".html")),
    )
    class_names: dict[str, str] = setting(
        "Class names",
        'Name of each integer class value, such as {"1": "car"}; taken from the layer\'s style in QGIS.',
        {},
        is_advanced=True,
    )
    class_colours: dict[str, str] = setting(
        "Class colours",
        'Colour of each class value, such as {"1": "#ff0000"}; taken from the layer\'s style in QGIS.',
        {},
        is_advanced=True,
    )

    def outputs(self) -> list[str]:
        """The model and the report."""
        return [path for path in (self.model, self.report) if path]


@dataclass(frozen=True)
class ClassifyJob(Job):
    """Make a class raster of a raster with a trained model."""

    name: ClassVar[str] = "classify"
    title: ClassVar[str] = "Classify raster"

    input: str = setting(
        "Input raster",
        "The orthophoto to classify: same bands, in the same order, as the model was trained with.",
        check=_existing("Input raster"),
    )
    model: str = setting(
        "Model",
        "A model made by 'Train segmentation model' (.safetensors).",
        check=_explained_by(read_model_card),
    )
    output: str = setting(
        "Classified raster",
        "Where the class raster is written (.tif).",
        check=_writable("Classified raster", ".tif", ".tiff"),
    )
    overlap: int = setting(
        "Overlap (pixels)",
        "How far neighbouring tiles overlap. Their results are blended, so that no seams show; more "
        "overlap is smoother and slower.",
        64,
        minimum=0,
        maximum=2048,
        is_advanced=True,
    )
    batch_size: int = setting(
        "Batch size",
        "Tiles that go through the network together. Halved by itself when memory runs out.",
        4,
        minimum=1,
        maximum=1024,
        is_advanced=True,
    )
    device: str = _device_setting()
    polygons: str = setting(
        "Classified polygons",
        "Where the classes are written as polygons with value, name and area (.gpkg). Optional.",
        "",
        check=_optional(_writable("Classified polygons", ".gpkg")),
    )
    confidence: str = setting(
        "Confidence raster",
        "Where the probability of the chosen class is written, 0 to 1 (.tif). Optional.",
        "",
        check=_optional(_writable("Confidence raster", ".tif", ".tiff")),
    )

    def outputs(self) -> list[str]:
        """The class raster, and polygons and confidence where asked for."""
        return [path for path in (self.output, self.polygons, self.confidence) if path]

    def _joint_problems(self) -> list[str]:
        found = []
        taken = [Path(self.input).absolute(), Path(self.model).absolute()]
        for path in self.outputs():
            if Path(path).absolute() in taken:
                found.append(f"'{path}' is used twice. Choose another output.")
            taken.append(Path(path).absolute())
        return found


@dataclass(frozen=True)
class CheckJob(Job):
    """Prove that an engine can do what the other jobs need."""

    name: ClassVar[str] = "check"
    title: ClassVar[str] = "Check engine"

    device: str = _device_setting()


JOBS: dict[str, type[Job]] = {job.name: job for job in (TrainJob, ClassifyJob, CheckJob)}
"""Every job by name."""


def job_from_request(name: str, settings: Mapping[str, Any]) -> Job:
    """The job that a worker or a command line was asked for.

    Raises:
        SettingsError: There is no such job, or its settings are wrong.
    """
    if name not in JOBS:
        raise SettingsError(f"There is no job '{name}'.", nearest(name, JOBS))
    return JOBS[name].from_settings(settings)


def required_settings(job: type[Job]) -> list[str]:
    """Names of the settings without a default."""
    return [
        f.name
        for f in fields(job)  # type: ignore[arg-type]
        if f.default is MISSING and f.default_factory is MISSING
    ]
