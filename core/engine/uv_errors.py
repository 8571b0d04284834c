"""What uv and pip complain of, in the user's words: what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..contract.messages.errors import CoreError, DiskFullError, EngineInstallError, OutputError
from .locations import home

LAST_LINES = 40
"""Kept for the log."""

PLACE_HINT = (
    "Choose another place for the engine: in QGIS under Settings - Options - TopPixel, in a terminal by the "
    "variable TOPPIXEL_HOME."
)
_PROXY_HINT = "The proxy is set in QGIS under Settings - Options - Network, in a terminal by HTTPS_PROXY."
_BUNDLE_HINT = "Without internet, set up the engine from a bundle."


class UnreachableError(EngineInstallError):
    """A package index cannot be reached, or has not what is asked of it."""


_DISK_FULL = re.compile(r"no space left|os error 28\b|os error 112\b|disk quota", re.IGNORECASE)
_NOT_WRITABLE = re.compile(r"read-only file system|permission denied|os error (13|30)\b", re.IGNORECASE)

_MEANINGS: tuple[tuple[str, type[EngineInstallError], str, str], ...] = (
    (
        r"\(407\)|407 proxy|proxy auth",
        UnreachableError,
        "The proxy asks for a user name and a password, or does not accept those it got.",
        "Give them in QGIS under Settings - Options - Network; in a terminal as a part of HTTPS_PROXY.",
    ),
    (
        r"tunnel error: failed to create|proxyerror|cannot connect to proxy",
        UnreachableError,
        "The proxy cannot be reached.",
        _PROXY_HINT,
    ),
    (
        r"dependencies for socks",
        UnreachableError,
        "The program uv, which installs the engine's packages, cannot be fetched through a SOCKS proxy.",
        "Install uv yourself (it must be on PATH), or set up the engine from a bundle.",
    ),
    (
        r"certificate",
        UnreachableError,
        "The certificate of the package index, or of a proxy on the way to it, is not trusted.",
        "Have your system trust the authority that signed it, or name its file by SSL_CERT_FILE.",
    ),
    (
        r"40[13] (unauthorized|forbidden|client error)|error: 40[13]\b",
        UnreachableError,
        "The package index asks for a user name, or does not let you in.",
        "If it is an index of your own (Settings - Options - TopPixel, or UV_DEFAULT_INDEX), its address can "
        "hold user name and password.",
    ),
    (
        r"hash mismatch|do not match the hashes|checksum|invalid zip|corrupt|failed to extract|bad crc"
        r"|invalid package format|failed to read from zip|badzipfile",
        EngineInstallError,
        "A downloaded package is damaged.",
        "Run 'Set up engine' again. If it stays so, the package index or a proxy on the way is at fault.",
    ),
    (
        r"tunnel error|connection (closed|reset|aborted)|before message|decoding response|incompleteread",
        UnreachableError,
        "The connection to the package index breaks off.",
        f"A proxy or a firewall may cut it. {_PROXY_HINT} {_BUNDLE_HINT}",
    ),
    (
        r"dns error|client error|server error|failed to fetch|failed to download|timed out|connect|proxy"
        r"|error sending request",
        UnreachableError,
        "The package index cannot be reached.",
        f"Check the internet connection and the proxy. {_PROXY_HINT} {_BUNDLE_HINT}",
    ),
    (
        r"no solution found|unsatisfiable|no matching distribution",
        UnreachableError,
        "The package index has not all packages that the engine needs.",
        "If it is an index of your own (Settings - Options - TopPixel, or UV_DEFAULT_INDEX), ask its keeper "
        "for the missing packages.",
    ),
)
"""What is said, in any case of letters, and what it means; the first that fits."""


def explain_failure(lines: Sequence[str]) -> CoreError:
    """What the last words of uv or pip mean for the user."""
    text = "\n".join(lines)
    detail = "\n".join(lines[-LAST_LINES:])
    if _DISK_FULL.search(text):
        return DiskFullError(
            f"The disk became full while the engine was set up in '{home()}'.",
            "Free some disk space and run 'Set up engine' again, which goes on; or choose another place.",
            detail,
        )
    for pattern, kind, message, hint in _MEANINGS:
        if re.search(pattern, text, re.IGNORECASE):
            return kind(message, hint, detail)
    if _NOT_WRITABLE.search(text):
        return OutputError(f"'{home()}' cannot be written.", PLACE_HINT, detail)
    last = next((line.strip() for line in reversed(lines) if line.strip()), "no message")
    return EngineInstallError(f"The packages cannot be installed ({last}).", "The log shows why.", detail)
