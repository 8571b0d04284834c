"""Explains failures of uv and pip to the user: what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..contract.messages.errors import CoreError, DiskFullError, EngineInstallError, OutputError
from .locations import home

LAST_LINES = 40
"""Number of lines kept for the log."""

FOLDER_HINT = (
    "Choose another folder for the engine: in QGIS under Settings - Options - TopPixel, in a terminal with "
    "the variable TOPPIXEL_HOME."
)
_PROXY_HINT = "The proxy is set in QGIS under Settings - Options - Network, in a terminal with HTTPS_PROXY."
_BUNDLE_HINT = "Without internet, set up the engine from a bundle."


class UnreachableError(EngineInstallError):
    """A package index cannot be reached, or lacks a package."""


_DISK_FULL = re.compile(r"no space left|os error 28\b|os error 112\b|disk quota", re.IGNORECASE)
_NOT_WRITABLE = re.compile(r"read-only file system|permission denied|os error (13|30)\b", re.IGNORECASE)

_MEANINGS: tuple[tuple[str, type[EngineInstallError], str, str], ...] = (
    (
        r"\(407\)|407 proxy|proxy auth",
        UnreachableError,
        "The proxy needs a user name and a password, or does not accept those given.",
        "Enter them in QGIS under Settings - Options - Network, in a terminal as part of HTTPS_PROXY.",
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
        "The program uv, which installs the engine's packages, cannot be downloaded through a SOCKS proxy.",
        "Install uv yourself (it must be on PATH), or set up the engine from a bundle.",
    ),
    (
        r"certificate",
        UnreachableError,
        "The certificate of the package index, or of a proxy before it, is not trusted.",
        "Add the authority that signed it to those your system trusts, or give its file in SSL_CERT_FILE.",
    ),
    (
        r"40[13] (unauthorized|forbidden|client error)|error: 40[13]\b",
        UnreachableError,
        "The package index needs a user name and a password, or denies access.",
        "If it is an index of your own (Settings - Options - TopPixel, or UV_DEFAULT_INDEX), its address can "
        "contain user name and password.",
    ),
    (
        r"hash mismatch|do not match the hashes|checksum|invalid zip|corrupt|failed to extract|bad crc"
        r"|invalid package format|failed to read from zip|badzipfile",
        EngineInstallError,
        "A downloaded package is damaged.",
        "Run 'Set up engine' again. If that does not help, the package index or a proxy is at fault.",
    ),
    (
        r"tunnel error|connection (closed|reset|aborted)|before message|decoding response|incompleteread",
        UnreachableError,
        "The connection to the package index was interrupted.",
        f"A proxy or a firewall may block it. {_PROXY_HINT} {_BUNDLE_HINT}",
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
        "The package index lacks packages that the engine needs.",
        "If it is an index of your own (Settings - Options - TopPixel, or UV_DEFAULT_INDEX), ask its "
        "administrator for the missing packages.",
    ),
)
"""Patterns of output (case-insensitive) with error class, message and hint; the first match is used."""


def explain_failure(lines: Sequence[str]) -> CoreError:
    """The error for the last lines of a failed uv or pip."""
    text = "\n".join(lines)
    detail = "\n".join(lines[-LAST_LINES:])
    if _DISK_FULL.search(text):
        return DiskFullError(
            f"The disk became full while the engine was set up in '{home()}'.",
            "Free some disk space and run 'Set up engine' again to resume; or choose another folder.",
            detail,
        )
    for pattern, kind, message, hint in _MEANINGS:
        if re.search(pattern, text, re.IGNORECASE):
            return kind(message, hint, detail)
    if _NOT_WRITABLE.search(text):
        return OutputError(f"'{home()}' cannot be written.", FOLDER_HINT, detail)
    last = next((line.strip() for line in reversed(lines) if line.strip()), "no message")
    return EngineInstallError(f"The packages cannot be installed ({last}).", "The log shows why.", detail)
