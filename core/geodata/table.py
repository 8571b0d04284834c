"""Write a table as a GeoPackage layer without geometry, or as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio

from ..contract.messages.errors import OutputError
from ..files.atomic import finished_file

DRIVERS = {".gpkg": "GPKG", ".csv": "CSV"}


def write_table(path: str | Path, columns: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """Write columns of equal length atomically.

    Args:
        path: Ends in ``.gpkg`` or ``.csv``.
        columns: (name, values): texts, integers, or floats with NaN for NULL. Names that differ only in case
            get a number appended, since SQL column names are case-insensitive.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    path = Path(path)
    with finished_file(path) as partial:
        try:
            pyogrio.raw.write(
                partial,
                geometry=None,
                field_data=[_as_array(values) for _, values in columns],
                fields=np.array(distinct(name for name, _ in columns), dtype=object),
                layer=path.stem,
                driver=DRIVERS[path.suffix.lower()],
                geometry_type=None,
                encoding="UTF-8",
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
            raise OutputError(f"'{path}' cannot be written ({error}).") from error


def _as_array(values: Sequence[Any]) -> np.ndarray:
    if any(isinstance(value, str) for value in values):
        return np.array(values, dtype=object)
    if all(isinstance(value, (int, np.integer)) for value in values):
        return np.array(values, dtype=np.int64)
    return np.array(values, dtype=np.float64)


def distinct(names: Iterable[str]) -> list[str]:
    """The names in order, made unique by an appended number; case-insensitive."""
    taken: set[str] = set()
    found = []
    for name in names:
        candidate, number = name, 2
        while candidate.casefold() in taken:
            candidate, number = f"{name}_{number}", number + 1
        taken.add(candidate.casefold())
        found.append(candidate)
    return found
