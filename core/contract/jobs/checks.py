"""Checks of settings: each returns a sentence on what is wrong with a value, or None."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional, Union

from ..catalog.entries import nearest
from ..catalog.networks import DEVICES, ENCODER_STRIDE, ENCODER_WEIGHTS
from ..messages.errors import CoreError
from ..texts.loss import format_loss, parse_loss
from .job import Check

_ADDRESS = re.compile(r"(tcp|tls|ucx|ws|wss)://[^\s/]+:\d+")


def existing(label: str) -> Check:
    """A check that a path, or each of several, exists; ``x|layername=y`` and the like count as x."""

    def check(value: Union[str, tuple[str, ...]]) -> Optional[str]:
        paths = [value] if isinstance(value, str) else list(value)
        if not paths or not paths[0]:
            return f"{label} is missing."
        for path in paths:
            if not Path(path.split("|")[0]).exists():
                return f"{label}: there is no file '{path}'."
        return None

    return check


def optional(check: Check) -> Check:
    """The same check, passed by an empty value."""
    return lambda value: check(value) if value else None


def writable(label: str, *suffixes: str) -> Check:
    """A check that a file can be written at a path with one of the given endings."""

    def check(value: str) -> Optional[str]:
        if not value:
            return f"{label} is missing."
        path = Path(value)
        if path.suffix.lower() not in suffixes:
            return f"{label}: '{path.name}' must end in {' or '.join(suffixes)}."
        if path.is_dir():
            return f"{label}: '{value}' is a folder."
        folder = path.absolute().parent
        if not folder.is_dir():
            return f"{label}: there is no folder '{folder}'."
        if not os.access(folder, os.W_OK):
            return f"{label}: the folder '{folder}' is not writable. Choose another folder."
        return None

    return check


def writable_folder(label: str) -> Check:
    """A check that a folder exists, or can be made in a folder that exists."""

    def check(value: str) -> Optional[str]:
        if not value:
            return f"{label} is missing."
        path = Path(value).absolute()
        if path.exists() and not path.is_dir():
            return f"{label}: '{value}' is a file, not a folder."
        folder = path if path.is_dir() else path.parent
        if not folder.is_dir():
            return f"{label}: there is no folder '{folder}'."
        if not os.access(folder, os.W_OK):
            return f"{label}: the folder '{folder}' is not writable. Choose another folder."
        return None

    return check


def explained_by(parse: Callable[[str], Any]) -> Check:
    """A check by a parser: the message of its ``CoreError``."""

    def check(value: str) -> Optional[str]:
        try:
            parse(value)
        except CoreError as error:
            return str(error)
        return None

    return check


def chip_size_problem(value: int) -> Optional[str]:
    """What is wrong with the side of a chip, or None."""
    if value % ENCODER_STRIDE:
        return f"Chip size must be a multiple of {ENCODER_STRIDE}, not {value}."
    return None


def scheduler_problem(value: str) -> Optional[str]:
    """What is wrong with the address of a Dask scheduler, or None; ``local`` is allowed."""
    if value == "local" or _ADDRESS.fullmatch(value):
        return None
    return f"Dask scheduler: '{value}' is neither an address such as tcp://host:8786 nor 'local'."


def tile_size_problem(value: int) -> Optional[str]:
    """What is wrong with the side of a tile, or None; 0 means the model's own."""
    if value % ENCODER_STRIDE:
        return f"Tile size must be a multiple of {ENCODER_STRIDE}, not {value}."
    return None


def encoder_weights_problem(value: str) -> Optional[str]:
    """What is wrong with the initial weights of an encoder, or None."""
    if value in ENCODER_WEIGHTS or Path(value).is_file():
        return None
    return f"Encoder weights: '{value}' is neither a file nor one of {', '.join(ENCODER_WEIGHTS)}."


def losses_problem(value: tuple[str, ...]) -> Optional[str]:
    """What is wrong with a list of losses, or None."""
    texts = set()
    for line in value:
        try:
            text = format_loss(parse_loss(line))
        except CoreError as error:
            return f"Losses: {error}"
        if text in texts:
            return f"Losses: '{text}' is listed twice."
        texts.add(text)
    return None if texts else "Losses: the list is empty. Write one loss per line, for example 'ce'."


def device_problem(value: str) -> Optional[str]:
    """What is wrong with the name of a device, or None."""
    if value.split(":", maxsplit=1)[0] in DEVICES:
        return None
    return f"Device: there is no '{value}'. {nearest(value, DEVICES)}"
