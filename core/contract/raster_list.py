"""Rasters from a list and a folder, and distinct names for the results of each."""

from __future__ import annotations

import fnmatch
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

BELOW = "**/"
"""Prefix of a pattern that includes subfolders."""


def find_rasters(files: Iterable[str], folder: str, pattern: str, results: str) -> list[Path]:
    """The listed rasters and those of a folder.

    Args:
        files: Files, in any order.
        folder: A folder, or empty.
        pattern: Which files of the folder are taken, as ``*.tif``; several separated by ``;``. Not
            case-sensitive. ``**/*.tif`` includes subfolders. Hidden files and partial maps are never taken.
        results: The output folder; skipped where it is inside the input folder.

    Returns:
        Absolute paths without duplicates: the files as given, then the folder's by name.
    """
    found = [Path(file).absolute() for file in files]
    patterns = [part.strip().lower() for part in pattern.split(";") if part.strip()]
    if folder:
        deep = tuple(each[len(BELOW) :] for each in patterns if each.startswith(BELOW))
        flat = (*deep, *(each for each in patterns if not each.startswith(BELOW)))
        for parent, inner, names in os.walk(Path(folder).absolute()):
            inner[:] = sorted(
                name
                for name in inner
                if deep and not _is_hidden(name) and Path(parent, name) != Path(results).absolute()
            )
            fitting = (name for name in sorted(names) if not _is_hidden(name) and _fits(name, flat))
            found += (Path(parent) / name for name in fitting)
            flat = deep
    return list(dict.fromkeys(found))


def result_names(rasters: Sequence[Path], endings: Sequence[str]) -> list[str]:
    """A name for the results of each raster: its own without the suffix, with more of its path if needed.

    Args:
        rasters: Absolute paths without duplicates.
        endings: What is appended to a name for each result file.

    Returns:
        Names whose result files are distinct, on case-insensitive file systems, too. Rasters of the same
        name in different folders get those folders' names as a prefix.
    """
    alike: dict[str, list[Path]] = defaultdict(list)
    for path in rasters:
        alike[path.stem.casefold()].append(path)
    names: list[str] = []
    taken: set[str] = set()
    for path in rasters:
        wanted = _distinct(path, alike[path.stem.casefold()])
        name = next(each for each in _numbered(wanted) if not taken & _files(each, endings))
        taken |= _files(name, endings)
        names.append(name)
    return names


def _is_hidden(name: str) -> bool:
    """Whether a file or folder is not to be taken: hidden, or a partial map."""
    return name.startswith(".") or name.endswith(".partial")


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in patterns)


def _distinct(path: Path, alike: Sequence[Path]) -> str:
    """The name of a path, with as many of its folders as distinguish it from others of that name."""
    others = [_folders(other) for other in alike if other != path]
    folders = _folders(path)
    for count in range(len(folders) + 1):
        end = folders[len(folders) - count :]
        if all(other[max(0, len(other) - count) :] != end for other in others):
            return "_".join([*path.parts[len(path.parts) - 1 - count : -1], path.stem])
    return f"{path.stem}_{path.suffix[1:]}"


def _folders(path: Path) -> list[str]:
    """Folders of a path, without drive and root, in lower case."""
    return [part.casefold() for part in path.parts[1:-1]]


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in range(2, 2**31))


def _files(name: str, endings: Iterable[str]) -> set[str]:
    return {f"{name}{ending}".casefold() for ending in endings}
