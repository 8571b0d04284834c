"""The plugin's settings in the user's QGIS profile."""

from __future__ import annotations

from qgis.core import QgsSettings

from ..core.engine.launch import use_threads
from ..core.engine.locations import move_home

_ENGINE_PYTHON = "toppixel/engine_python"
_ENGINE_FOLDER = "toppixel/engine_folder"
_DEVICE = "toppixel/device"
_THREADS = "toppixel/threads"
_INDEX = "toppixel/package_index"
_DECLINED = "toppixel/declined_engine"


def apply() -> None:
    """Apply the settings to ``core``: when the plugin is loaded, and after each change."""
    move_home(engine_folder())
    use_threads(threads())


def engine_python() -> str:
    """Path of the user's own Python; empty for the engine that TopPixel builds."""
    return _text(_ENGINE_PYTHON)


def set_engine_python(path: str) -> None:
    """Save the path of the user's own Python; empty for none."""
    QgsSettings().setValue(_ENGINE_PYTHON, path.strip())


def engine_folder() -> str:
    """Folder that engines are built in; empty for the default, or that of ``TOPPIXEL_HOME``."""
    return _text(_ENGINE_FOLDER)


def set_engine_folder(folder: str) -> None:
    """Save and apply the folder for engines; empty for the default. Nothing is moved."""
    QgsSettings().setValue(_ENGINE_FOLDER, folder.strip())
    apply()


def device() -> str:
    """Default of *Device* in dialogs; empty for the job's own default."""
    return _text(_DEVICE)


def set_device(name: str) -> None:
    """Save the default of *Device*."""
    QgsSettings().setValue(_DEVICE, name.strip())


def threads() -> int:
    """Number of threads of a network; 0 for one per core."""
    text = _text(_THREADS)
    return int(text) if text.isdecimal() else 0


def set_threads(count: int) -> None:
    """Save and apply the number of threads."""
    QgsSettings().setValue(_THREADS, count)
    apply()


def package_index() -> str:
    """Address of another package index; empty for the Python Package Index."""
    return _text(_INDEX)


def set_package_index(address: str) -> None:
    """Save another package index; empty for the Python Package Index."""
    QgsSettings().setValue(_INDEX, address.strip())


def declined_engine() -> str:
    """Hash of the packages of the engine whose set-up the user has declined."""
    return _text(_DECLINED)


def decline_engine(packages: str) -> None:
    """Save that the user has declined the set-up of an engine with these packages."""
    QgsSettings().setValue(_DECLINED, packages)


def _text(key: str) -> str:
    return str(QgsSettings().value(key, "") or "").strip()
