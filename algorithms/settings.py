"""The plugin's own settings in the user's QGIS profile."""

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
    """Have the core follow the settings: when the plugin is loaded, and after each change."""
    move_home(engine_folder())
    use_threads(threads())


def engine_python() -> str:
    """The Python interpreter that the user chose as engine; empty for the engine that TopPixel builds."""
    return _text(_ENGINE_PYTHON)


def set_engine_python(path: str) -> None:
    """Keep the user's choice of an engine; empty forgets it."""
    QgsSettings().setValue(_ENGINE_PYTHON, path.strip())


def engine_folder() -> str:
    """The folder that engines are built in; empty for the usual one, or that of ``TOPPIXEL_HOME``."""
    return _text(_ENGINE_FOLDER)


def set_engine_folder(folder: str) -> None:
    """Keep and use another folder for engines; empty goes back to the usual one. Nothing is moved."""
    QgsSettings().setValue(_ENGINE_FOLDER, folder.strip())
    apply()


def device() -> str:
    """What *Device* is in a fresh dialog; empty for what the job itself says."""
    return _text(_DEVICE)


def set_device(name: str) -> None:
    """Keep the device that fresh dialogs begin with."""
    QgsSettings().setValue(_DEVICE, name.strip())


def threads() -> int:
    """How many threads compute a network; 0 for one on each core."""
    text = _text(_THREADS)
    return int(text) if text.isdecimal() else 0


def set_threads(count: int) -> None:
    """Keep and use another number of threads."""
    QgsSettings().setValue(_THREADS, count)
    apply()


def package_index() -> str:
    """Address of a package index of the user's own; empty for the Python Package Index."""
    return _text(_INDEX)


def set_package_index(address: str) -> None:
    """Keep another package index; empty goes back to the usual one."""
    QgsSettings().setValue(_INDEX, address.strip())


def declined_engine() -> str:
    """Hash of the packages of the engine that the user did not want to set up when asked."""
    return _text(_DECLINED)


def decline_engine(packages: str) -> None:
    """Keep that the user does not want to be asked again for an engine of these packages."""
    QgsSettings().setValue(_DECLINED, packages)


def _text(key: str) -> str:
    return str(QgsSettings().value(key, "") or "").strip()
