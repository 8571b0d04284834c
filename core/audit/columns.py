"""The class statistics as columns of a table with a row per class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .audit import METHODS, Audit


def statistics_columns(audit: Audit) -> dict[str, Sequence[Any]]:
    """The columns of the table by name, as in ``ClassAudit``.

    Returns:
        ``class_value``, ``class_name``, ``pixels``, ``share``, ``area_m2``, ``chips``, ``polygons`` (NaN for
        labels from a class raster), ``imbalance``, ``present_pixels``, ``frequency``, ``weight`` (by the
        method of the job), and a column for each method.
    """
    rows = audit.rows
    return {
        "class_value": [row.entry.value for row in rows],
        "class_name": [row.entry.name for row in rows],
        "pixels": [row.pixels for row in rows],
        "share": [row.share for row in rows],
        "area_m2": [row.area_m2 for row in rows],
        "chips": [row.chips for row in rows],
        "polygons": [float("nan") if row.polygons is None else row.polygons for row in rows],
        "imbalance": [row.imbalance for row in rows],
        "present_pixels": [row.present_pixels for row in rows],
        "frequency": [row.frequency for row in rows],
        "weight": [row.chosen_weight for row in rows],
        **{method: [row.weights[method] for row in rows] for method in METHODS},
    }
