"""Removes user names, home folders and credentials from texts that leave the machine."""

from __future__ import annotations

import getpass
import os
import re
from pathlib import Path

_CREDENTIALS = re.compile(r"(?<=://)[^/\s@'\"]+@")


def without_credentials(text: str) -> str:
    """The text without credentials in URLs (what precedes an ``@``)."""
    return _CREDENTIALS.sub("", text)


def without_names(text: str) -> str:
    """The text without names.

    The home folder becomes ``~``, however its separators are written; the user's name becomes ``<user>``
    where it is a whole component of a path; credentials in URLs are removed.
    """
    text = without_credentials(text)
    for folder in sorted(_home_folders(), key=len, reverse=True):
        text = re.sub(re.escape(folder) + r"(?![\w.-])", "~", text, flags=re.IGNORECASE)
    for name in _user_names():
        text = re.sub(rf"(?<=[/\\]){re.escape(name)}(?=[/\\\s'\":,;)]|$)", "<user>", text, flags=re.MULTILINE)
    return text


def _home_folders() -> set[str]:
    """The home folder as written here and in JSON, with links kept and resolved."""
    folders = {str(Path.home()), str(Path.home().resolve())}
    folders |= {folder.replace("\\", written) for folder in folders for written in ("/", "\\\\")}
    return {folder for folder in folders if len(folder) > 1}


def _user_names() -> set[str]:
    names = {os.environ.get(variable, "") for variable in ("USER", "LOGNAME", "USERNAME")}
    try:
        names.add(getpass.getuser())
    except (KeyError, ImportError, OSError):  # a user without a name, on Windows without variables
        names.discard("")
    return {name for name in names if name}
