"""Processing parameters made from the settings of a job, with their label, help, default, range and choices.

The parameter of a setting is its name in capitals. Parameters of layers and files are made by the
algorithms, all others here; destinations and plain values are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.contract.catalog.networks import DEVICES, ENCODER_WEIGHTS, ENCODERS
from ..core.contract.catalog.training import MONITORED_METRICS
from ..core.contract.jobs.job import Job, describe
from . import plugin_settings
from .translation import tr

_WIDGETS = f"{__package__}.widgets"
"""Processing imports a widget by this path when it opens a dialog."""

_CUSTOM_WIDGETS: dict[str, dict[str, Any]] = {
    "class_field": {"class": f"{_WIDGETS}.class_field.ClassFieldWidgetWrapper"},
    "loss": {"class": f"{_WIDGETS}.loss.LossWidgetWrapper"},
    "losses": {"class": f"{_WIDGETS}.losses.LossesWidgetWrapper"},
    "augmentation": {"class": f"{_WIDGETS}.augmentation.AugmentationWidgetWrapper"},
    "class_weights": {"class": f"{_WIDGETS}.weights.WeightsWidgetWrapper"},
    "encoder": {"class": f"{_WIDGETS}.choice.ChoiceWidgetWrapper", "choices": [*ENCODERS]},
    "start_model": {
        "class": f"{_WIDGETS}.choice.ChoiceWidgetWrapper",
        "choices": [],
        "file_filter": "(*.safetensors)",
    },
    "monitor": {"class": f"{_WIDGETS}.choice.ChoiceWidgetWrapper", "choices": [*MONITORED_METRICS]},
    "device": {"class": f"{_WIDGETS}.choice.ChoiceWidgetWrapper", "choices": [*DEVICES]},
    "encoder_weights": {
        "class": f"{_WIDGETS}.choice.ChoiceWidgetWrapper",
        "choices": [*ENCODER_WEIGHTS],
        "file_filter": "(*.safetensors *.pth)",
    },
    "learning_rate": {"class": f"{_WIDGETS}.number.NumberWidgetWrapper", "decimals": 8},
    "validation": {"decimals": 2},
    "min_area": {"decimals": 2},
    "simplify": {"decimals": 3},
    "encoder_lr_factor": {"decimals": 3},
    "max_grad_norm": {"decimals": 3},
    "ema_decay": {"decimals": 5},
}
"""Metadata of widgets, by setting."""

_BETWEEN_LINES = re.compile(r"[\n;]")
"""Separators of a list: a line end, or ``;`` as in ``qgis_process``."""


def label(job: type[Job], name: str) -> str:
    """The translated label of a setting."""
    return tr(describe(job, name).label)


def explained(
    definition: QgsProcessingParameterDefinition, job: type[Job]
) -> QgsProcessingParameterDefinition:
    """The parameter, completed with help, advanced flag and widget of its setting."""
    name = definition.name().lower()
    setting = describe(job, name)
    definition.setHelp(tr(setting.help))
    if setting.is_advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    if name in _CUSTOM_WIDGETS:
        definition.setMetadata({"widget_wrapper": _CUSTOM_WIDGETS[name]})
    return definition


def default_of(job: type[Job], name: str) -> Any:
    """The default of a setting, for the device the user's choice; None without a default."""
    item = next(f for f in fields(job) if f.name == name)  # type: ignore[arg-type]
    if name == "device" and plugin_settings.device():
        return plugin_settings.device()
    return None if item.default is MISSING else item.default


def plain_parameter(job: type[Job], name: str) -> QgsProcessingParameterDefinition:
    """The parameter of a setting that is a choice, a text, a list of texts, a number or a boolean."""
    item = next(f for f in fields(job) if f.name == name)  # type: ignore[arg-type]
    setting = describe(job, name)
    default = default_of(job, name)
    identifier = name.upper()
    if setting.choices:
        definition = QgsProcessingParameterEnum(
            identifier,
            tr(setting.label),
            options=[*setting.choices],
            defaultValue=default,
            usesStaticStrings=True,
        )
    elif str(item.type) == "bool":
        definition = QgsProcessingParameterBoolean(identifier, tr(setting.label), default)
    elif str(item.type) in ("int", "float"):
        kind = QgsProcessingParameterNumber.Type
        definition = QgsProcessingParameterNumber(
            identifier,
            tr(setting.label),
            kind.Integer if str(item.type) == "int" else kind.Double,
            default,
            minValue=setting.minimum,
            maxValue=setting.maximum,
        )
    elif str(item.type).startswith("tuple"):
        definition = QgsProcessingParameterString(
            identifier, tr(setting.label), "\n".join(default or ()), multiLine=True
        )
    else:
        definition = QgsProcessingParameterString(
            identifier, tr(setting.label), default, optional=default == ""
        )
    return explained(definition, job)


def read_plain(
    algorithm: QgsProcessingAlgorithm,
    names: Iterable[str],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> dict[str, Any]:
    """Values of plain parameters, by setting."""
    return {name: _read(algorithm, name.upper(), parameters, context) for name in names}


def _read(
    algorithm: QgsProcessingAlgorithm,
    identifier: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Any:
    definition = algorithm.parameterDefinition(identifier)
    if isinstance(definition, QgsProcessingParameterEnum):
        return algorithm.parameterAsEnumString(parameters, identifier, context)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return algorithm.parameterAsBool(parameters, identifier, context)
    if isinstance(definition, QgsProcessingParameterNumber):
        if definition.dataType() == QgsProcessingParameterNumber.Type.Integer:
            return algorithm.parameterAsInt(parameters, identifier, context)
        return algorithm.parameterAsDouble(parameters, identifier, context)
    text = algorithm.parameterAsString(parameters, identifier, context).strip()
    if isinstance(definition, QgsProcessingParameterString) and definition.multiLine():
        return [line.strip() for line in _BETWEEN_LINES.split(text) if line.strip()]
    return text


def read_destinations(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """Paths of all outputs, by setting; empty for those that are not wanted.

    Each call makes new temporary names, and adds layers to be loaded to the context: call it once with the
    context of the run.
    """
    paths = {}
    for definition in algorithm.destinationParameterDefinitions():
        paths[definition.name().lower()] = _read_destination(algorithm, definition, parameters, context)
    return paths


def _read_destination(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingDestinationParameter,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> str:
    name = definition.name()
    if _is_empty(parameters.get(name), context) and not definition.createByDefault():
        return ""
    if definition.type() in ("fileDestination", "folderDestination"):
        return algorithm.parameterAsFileOutput(parameters, name, context)
    return algorithm.parameterAsOutputLayer(parameters, name, context)


def _is_empty(value: Any, context: QgsProcessingContext) -> bool:
    """Whether a destination is empty; in a batch, empty values are wrapped in definitions."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext())
    return value in (None, "")


def scratch_context(context: QgsProcessingContext) -> QgsProcessingContext:
    """A copy of a context in which layers to be loaded are discarded."""
    scratch = QgsProcessingContext()
    scratch.setProject(context.project())
    scratch.setExpressionContext(context.expressionContext())
    return scratch
