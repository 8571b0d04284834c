"""Optional polygon layers of areas: their parameter, and their file."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)

from ..core.contract.jobs.job import Job
from ..core.contract.messages.errors import LabelError
from .base import Plan
from .layers import selection_of, vector_file
from .parameters import label
from .translation import tr


def area_parameter(job: type[Job], name: str) -> QgsProcessingParameterDefinition:
    """The parameter of a setting that is an optional polygon layer, to be ``explained``."""
    return QgsProcessingParameterFeatureSource(
        name.upper(), label(job, name), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
    )


def plan_area(
    plan: Plan,
    algorithm: QgsProcessingAlgorithm,
    name: str,
    field: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Optional[QgsVectorLayer]:
    """Set such a setting, if the user gave a layer; problems are added to the plan.

    Args:
        plan: Gets the file of the layer.
        algorithm: The algorithm of the parameters.
        name: The setting.
        field: Required field of the layer; empty for none.
        parameters: Of the run.
        context: Of the run.

    Returns:
        The layer; None without a usable one.
    """
    value = parameters.get(name.upper())
    if not value:
        return None
    with plan.collecting(name):
        source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
        layer = algorithm.parameterAsVectorLayer({name.upper(): source}, name.upper(), context)
        if layer is None:
            raise LabelError(
                tr("{label} cannot be loaded.").format(
                    label=algorithm.parameterDefinition(name.upper()).description()
                ),
                tr("Choose a polygon layer."),
            )
        plan.add_file(name, vector_file(layer, field, selection_of(value)))
        return layer
    return None
