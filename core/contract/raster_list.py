"""Which rasters a list and a folder come to, and how what is made of each is named."""

from __future__ import annotations

import fnmatch
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

BELOW = "**/"
"""Before a pattern: folders inside the folder count, too."""


def find_rasters(files: Iterable[str], folder: str, pattern: str, results: str) -> list[Path]:
    """The rasters that are meant.

    Args:
        files: Files, in any order.
        folder: A folder, or empty.
        pattern: Which files of the folder count, as ``*.tif``; several with ``;`` between. Upper and lower
            case are the same. ``**/*.tif`` takes those of folders inside, too. Hidden files never count.
        results: The folder that results are written to; left out where it lies inside the other.

    Returns:
        Absolute paths, each once: the files as they are given, then the folder's by name.
    """
    found = [Path(file).absolute() for file in files]
    patterns = [part.strip().lower() for part in pattern.split(";") if part.strip()]
    if folder:
        deep = tuple(each[len(BELOW) :] for each in patterns if each.startswith(BELOW))
        flat = (*deep, *(each for each in patterns if not each.startswith(BELOW)))
        for place, inner, names in os.walk(Path(folder).absolute()):
            inner[:] = sorted(
                name
                for name in inner
                if deep and not _is_hidden(name) and Path(place, name) != Path(results).absolute()
            )
            fitting = (name for name in sorted(names) if not _is_hidden(name) and _fits(name, flat))
            found += (Path(place) / name for name in fitting)
            flat = deep
    return list(dict.fromkeys(found))


def result_names(rasters: Sequence[Path], endings: Sequence[str]) -> list[str]:
    """A name for what is made of each raster: its own without the ending, with more of its path if need be.

    Args:
        rasters: Absolute paths, each once.
        endings: What is put behind a name for each file that is made.

    Returns:
        Names; no two files that are made from them are the same, not even where upper and lower case are.
        Rasters of one name in different folders get those folders' names in front.
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
    """Whether a file or folder is none of the user's: hidden, or a map that is being made."""
    return name.startswith(".") or name.endswith(".partial")


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in patterns)


def _distinct(path: Path, alike: Sequence[Path]) -> str:
    """The name of a path, with as many of its folders as tell it from others of that name."""
    others = [_folders(other) for other in alike if other != path]
    folders = _folders(path)
    for count in range(len(folders) + 1):
        end = folders[len(folders) - count :]
        if all(other[max(0, len(other) - count) :] != end for other in others):
            return "_".join([*path.parts[len(path.parts) - 1 - count : -1], path.stem])
    return f"{path.stem}_{path.suffix[1:]}"


def _folders(path: Path) -> list[str]:
    """Folders that a path names, without drive and root, in lower case."""
    return [part.casefold() for part in path.parts[1:-1]]


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in range(2, 2**31))


def _files(name: str, endings: Iterable[str]) -> set[str]:
    return {f"{name}{ending}".casefold() for ending in endings}
