"""Diagnostics for support: versions, machine, engine, last errors; without user names and credentials."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping

from .. import __version__
from ..contract.messages.errors import CoreError
from .engine import PYTHON_VARIABLE, engine_status
from .graphics import find_card
from .locations import HOME_VARIABLE, home, requirements_hash
from .privacy import without_names
from .setup_log import last_lines
from .setup_plan import free_bytes

LOG_LINES = 30

_REPORTED_VARIABLES = (
    PYTHON_VARIABLE,
    HOME_VARIABLE,
    "UV_TORCH_BACKEND",
    "UV_DEFAULT_INDEX",
    "UV_INDEX_URL",
    "PIP_INDEX_URL",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "CUDA_VISIBLE_DEVICES",
    "OMP_NUM_THREADS",
)
"""Environment variables that change what TopPixel does."""


def diagnostics(
    setting: str = "", program: Mapping[str, str] | None = None, errors: Iterable[str] = ()
) -> str:
    """The diagnostics as a text; may take some seconds.

    Args:
        setting: As for ``find_engine``.
        program: Facts about the caller by name: versions of QGIS and Qt, settings of the plugin.
        errors: The last errors, a line each.

    Returns:
        Lines; the home folder is replaced by ``~``, the user's name by ``<user>``.
    """
    card = find_card()
    rows = {
        "TopPixel": __version__,
        **(program or {}),
        "System": platform.platform(),
        "Processor": f"{platform.machine()}, {os.cpu_count()} threads",
        "Python": platform.python_version(),
        "Graphics card": f"{card.name} ({card.kind})" if card else "none found",
        "Folder": f"{home()} ({free_bytes(home()) / 1e9:.1f} GB free)",
        **_engine(setting),
        **{name: os.environ[name] for name in _REPORTED_VARIABLES if os.environ.get(name)},
    }
    lines = [f"{name}: {value}" for name, value in rows.items()]
    lines += _section("Last errors", errors)
    lines += _section("Last set-up", last_lines(LOG_LINES))
    return without_names("\n".join(lines)) + "\n"


def _engine(setting: str) -> dict[str, str]:
    try:
        status = engine_status(setting)
    except CoreError as error:
        return {"Engine": f"{error} (packages {requirements_hash()})"}
    facts = ", ".join(f"{name} {value}" for name, value in status.facts.items())
    kind = "built by TopPixel" if status.is_own else "the user's own Python"
    return {"Engine": f"{status.python} ({kind})", "Engine's check": facts or "not checked yet"}


def _section(title: str, lines: Iterable[str]) -> list[str]:
    content = [f"  {line}" for line in lines]
    return ["", f"{title}:", *content] if content else []
