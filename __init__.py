"""The plugin's entry for QGIS."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: ANN401 - QgisInterface, None in qgis_process
    """The plugin, made when QGIS loads it."""
    from .plugin import TopPixelPlugin  # noqa: PLC0415 - the tests import this package without QGIS

    return TopPixelPlugin(iface)
