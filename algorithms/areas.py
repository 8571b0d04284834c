"""Optional polygon layers that say where something counts: their parameter, and the file behind them."""

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
    """The parameter of a setting that is an optional polygon layer, to be ``explained``.

    Args:
        job: The job with that setting.
        name: The setting.
    """
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
    """Set such a setting, if the user gave a layer; why it cannot be used goes into the plan.

    Args:
        plan: The plan.
        algorithm: Whose parameters they are.
        name: The setting.
        field: Field of the layer that is needed; empty for none.
        parameters: What Processing was given.
        context: Finds the layer.

    Returns:
        The layer; None if there is none, or none that can be used.
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
