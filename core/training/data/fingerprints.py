"""Fingerprints of the training data: name, size and SHA-256 of every input file, for the model card."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

CHUNK_BYTES = 2**22


@contextlib.contextmanager
def fingerprints(paths: Iterable[str]) -> Iterator[Callable[..., list[dict[str, Any]]]]:
    """Hash files in a thread while the block runs, since large rasters take long.

    Args:
        paths: Files; what QGIS appends to a path (``|layername=…``) is left out.

    Yields:
        A function that waits for the fingerprints and returns them in the order of the paths: ``name``,
        ``bytes`` and ``sha256``, the latter two None for a file that cannot be read. With
        ``is_patient=False`` it does not wait: they are None for a file that is not hashed yet. Hashing is
        cancelled when the block ends.
    """
    is_over = threading.Event()
    with ThreadPoolExecutor(1) as thread:
        files = [Path(path.split("|")[0]) for path in paths]
        futures = [thread.submit(_fingerprint, file, is_over) for file in files]

        def collect(*, is_patient: bool = True) -> list[dict[str, Any]]:
            return [
                future.result() if is_patient or future.done() else _unknown(file)
                for file, future in zip(files, futures, strict=True)
            ]

        try:
            yield collect
        finally:
            is_over.set()


def _fingerprint(path: Path, is_over: threading.Event) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while not is_over.is_set() and (chunk := file.read(CHUNK_BYTES)):
                digest.update(chunk)
                size += len(chunk)
    except OSError:  # no reason to lose a training of hours
        return _unknown(path)
    return {"name": path.name, "bytes": size, "sha256": digest.hexdigest()}


def _unknown(path: Path) -> dict[str, Any]:
    return {"name": path.name, "bytes": None, "sha256": None}
