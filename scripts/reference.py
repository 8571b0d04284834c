"""Pages of the guide that are generated from the program: every setting, and every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from core.contract.catalog.entries import Method, Parameter, Preset
from core.contract.catalog.losses import LOSSES
from core.contract.catalog.networks import ARCHITECTURES, ENCODER_WEIGHTS, ENCODERS
from core.contract.catalog.training import MONITORED_METRICS
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.classify_many import ClassifyManyJob
from core.contract.jobs.compare import CompareJob
from core.contract.jobs.job import Job, describe, required_settings
from core.contract.jobs.statistics import StatisticsJob
from core.contract.jobs.train import TrainJob
from core.contract.jobs.vectorize import VectorizeJob

PAGES: dict[type[Job], tuple[str, str]] = {
    TrainJob: ("trainmodel", "training"),
    StatisticsJob: ("classweights", "statistics"),
    CompareJob: ("comparelosses", "comparing"),
    ClassifyJob: ("classifyraster", "classify"),
    ClassifyManyJob: ("classifyrasters", "classify"),
    VectorizeJob: ("vectorizeclasses", "polygons"),
}
"""Name of the algorithm and page of the guide, by job."""

FROM_THE_STYLE = ("class_names", "class_colours")
"""Settings that are not parameters in QGIS: there they come from the layer's style."""

MADE = "<!-- Made by scripts/reference.py from core/contract. -->"


def reference_pages() -> dict[str, str]:
    """All generated pages.

    Returns:
        Markdown by path in ``docs/``.
    """
    pages = {f"reference/{algorithm}.md": _job_page(job) for job, (algorithm, _) in PAGES.items()}
    return {**pages, "reference/texts.md": _texts_page()}


def _job_page(job: type[Job]) -> str:
    algorithm, guide = PAGES[job]
    items = fields(job)  # type: ignore[arg-type]
    plain = [item for item in items if not describe(job, item.name).is_advanced]
    advanced = [item for item in items if describe(job, item.name).is_advanced]
    lines = [
        f"# {job.title}: all settings",
        MADE,
        f"`toppixel:{algorithm}` in QGIS, `core {job.name}` on the command line. What it is for, and how to "
        f"use it: [guide](../{guide}.md).",
        "In capitals: the parameter in QGIS, models, scripts and `qgis_process`. With dashes: the option of "
        "the command line; a job file uses the same name with underscores.",
        *(line for item in plain for line in _setting(job, item)),
    ]
    if advanced:
        lines += ["## Advanced settings", *(line for item in advanced for line in _setting(job, item))]
    return "\n\n".join(lines) + "\n"


def _setting(job: type[Job], item: Field[Any]) -> Iterator[str]:
    setting = describe(job, item.name)
    yield f"### {setting.label} {{ #{item.name} }}"
    names = [] if item.name in FROM_THE_STYLE else [f"`{item.name.upper()}`"]
    names.append(f"`--{item.name.replace('_', '-')}`")
    yield " · ".join([", ".join(names), *_limits(job, item)])
    yield setting.help
    yield from _choices(setting.choices)


def _limits(job: type[Job], item: Field[Any]) -> Iterator[str]:
    """Kind, range and default of a setting, a phrase each."""
    setting, kind = describe(job, item.name), str(item.type)
    if kind in ("int", "float"):
        number = "integer" if kind == "int" else "number"
        yield f"{number} from {setting.minimum:,.10g} to {setting.maximum:,.10g}"
    elif kind == "bool":
        yield "`true` or `false`"
    elif kind.startswith("tuple"):
        yield "one or more"
    elif kind.startswith("dict"):
        yield "`VALUE=TEXT`, one or more"
    if item.name in required_settings(job):
        yield "required"
    elif item.default not in (MISSING, "", ()):
        yield f"default {_value(item.default)}"


def _value(default: object) -> str:
    if isinstance(default, tuple):
        return ", ".join(f"`{each}`" for each in default)
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _choices(choices: Mapping[str, str]) -> Iterator[str]:
    if choices:
        yield "\n".join(f"- `{word}`: {meaning}" for word, meaning in choices.items())


def _texts_page() -> str:
    parts = [
        "# Texts: losses, weights, augmentation, networks",
        MADE,
        "What to write where a setting is a text. The dialogs write these for you. A parameter in "
        "brackets may be left out; it then has its default.",
        "## Losses",
        "Formulas: [Methods](../methods.md). Which one to choose: [Choosing a loss](../rare-class.md). "
        "Sums work as well: `0.5*ce + 0.5*dice`.",
        *_methods(LOSSES.values()),
        "## Class weights",
        "A weighting, `none`, or weights by class: `car=5, road=1`.",
        *_methods(CLASS_WEIGHTINGS.values()),
        "## Augmentation",
        "A preset, or a sum of augmentations. How each works: [Augmentation](../augmentation.md).",
        "\n".join(map(_preset, AUGMENTATION_PRESETS.values())),
        *_methods(AUGMENTATIONS.values()),
        "## Architectures",
        "\n".join(f"- `{name}`: {title}" for name, title in ARCHITECTURES.items()),
        "## Encoders",
        "These are offered first; any other encoder of segmentation-models-pytorch works as well, including "
        "`tu-` names of timm.",
        ", ".join(f"`{name}`" for name in ENCODERS),
        "Their weights: " + " ".join(f"`{word}`: {meaning}" for word, meaning in ENCODER_WEIGHTS.items())
        + " A path: [Encoder weights](../weights.md).",
        "## Monitored metric",
        "\n".join(f"- `{word}`: {meaning}" for word, meaning in MONITORED_METRICS.items())
        + "\n- the name of a class: the epoch in which it has the highest IoU",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _preset(preset: Preset) -> str:
    terms = f" The same as `{preset.terms}`." if preset.terms else ""
    return f"- `{preset.name}`: {preset.purpose}{terms}"


def _methods(methods: Iterable[Method]) -> Iterator[str]:
    for method in methods:
        yield f"### {method.title}: `{method.name}` {{ #{method.name} }}"
        yield f"{method.purpose} *{method.source}*"
        if method.parameters:
            rows = ["| parameter | default | range | what it does |", "|---|---|---|---|"]
            yield "\n".join([*rows, *map(_row, method.parameters)])


def _row(parameter: Parameter) -> str:
    default = "" if parameter.default is None else _value(parameter.default)
    return f"| `{parameter.name}` | {default} | {parameter.range_text} | {parameter.help} |"
