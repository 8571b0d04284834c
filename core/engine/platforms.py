"""Platforms that an engine can be built for, and their names in uv and pip."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Platform:
    """A platform.

    Attributes:
        name: In TopPixel's command line.
        uv_name: Value of uv's ``--python-platform``.
        python_name: Suffix of the names of its Python builds in uv.
        wheel_tags: Platform tags of compatible wheels, the newest first.
    """

    name: str
    uv_name: str
    python_name: str
    wheel_tags: tuple[str, ...]


def _glibc_tags(machine: str) -> tuple[str, ...]:
    """Tags of Linux wheels for up to glibc 2.28, which every Linux with QGIS 3.22 has."""
    newest_first = [f"manylinux_2_{minor}_{machine}" for minor in range(28, 4, -1)]
    return (
        *newest_first,
        *(f"manylinux{name}_{machine}" for name in ("2014", "2010", "1")),
        f"linux_{machine}",
    )


PLATFORMS = {
    each.name: each
    for each in (
        Platform("linux", "x86_64-manylinux_2_28", "linux-x86_64-gnu", _glibc_tags("x86_64")),
        Platform("linux-arm64", "aarch64-manylinux_2_28", "linux-aarch64-gnu", _glibc_tags("aarch64")),
        Platform("windows", "x86_64-pc-windows-msvc", "windows-x86_64-none", ("win_amd64",)),
        Platform("macos", "aarch64-apple-darwin", "macos-aarch64-none", ("macosx_15_0_arm64",)),
    )
}

MACOS_VERSION = "15.0"
"""The oldest version for which rasterio 1.5 has wheels."""


def this_platform() -> str:
    """Name of this machine's platform; empty if no engine can be built for it from a bundle."""
    machine = platform.machine().lower()
    is_arm = machine in ("arm64", "aarch64")
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos" if is_arm else ""
    return {"x86_64": "linux", "amd64": "linux"}.get(machine, "linux-arm64" if is_arm else "")
