"""The plugin's own settings in the user's QGIS profile."""

from __future__ import annotations

from qgis.core import QgsSettings

_ENGINE_PYTHON = "toppixel/engine_python"


def engine_python() -> str:
    """The Python interpreter that the user chose as engine; empty for the engine that TopPixel builds."""
    return str(QgsSettings().value(_ENGINE_PYTHON, "") or "")


def set_engine_python(path: str) -> None:
    """Keep the user's choice of an engine; empty forgets it."""
    QgsSettings().setValue(_ENGINE_PYTHON, path)
