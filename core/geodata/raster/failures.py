"""Errors and warnings of GDAL and libjpeg, translated into errors for the user."""

from __future__ import annotations

import contextlib
import logging
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

from ...contract.messages.errors import CoreError, DiskFullError, OutputError, RasterError
from .ground import GDAL_ERRORS

LOST_IN_JPEG = ("premature end", "bad huffman code", "found marker")
"""Warnings of libjpeg that mean lost image data; others are harmless."""

NEARLY_FULL_BYTES = 2**24
"""A failed write with less free disk space than this is attributed to a full disk."""


def unwritable(path: Path, error: object) -> CoreError:
    """The error for the user when GDAL fails to write a file.

    Args:
        path: The file.
        error: GDAL's error or message.

    Returns:
        ``DiskFullError`` if there is hardly any space left, else ``OutputError``.
    """
    folder = path.absolute().parent
    if folder.is_dir() and shutil.disk_usage(folder).free < NEARLY_FULL_BYTES:
        return DiskFullError(f"The disk became full while '{path}' was written.", detail=str(error))
    return OutputError(
        f"'{path}' cannot be written.",
        "Check that the folder exists and is writable and that the disk has space, or choose another folder.",
        str(error),
    )


@contextlib.contextmanager
def reading(path: str) -> Iterator[None]:
    """A block in which errors of GDAL while reading a raster become ``RasterError``.

    Args:
        path: The raster.

    Raises:
        RasterError: The file is damaged or missing.
    """
    _jpeg_warning.text = ""
    try:
        yield
    except GDAL_ERRORS as error:
        raise unreadable(path, error) from error
    if _jpeg_warning.text:
        raise _damaged(path, _jpeg_warning.text)


class _JpegListener(logging.Handler):
    """Records warnings of lost JPEG data: GDAL fills such blocks with grey and only warns."""

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if "JPEGLib" in text and any(words in text.casefold() for words in LOST_IN_JPEG):
            _jpeg_warning.text = text


_jpeg_warning = threading.local()
logging.getLogger("rasterio._err").addHandler(_JpegListener(logging.WARNING))


def unreadable(path: str, error: Exception) -> RasterError:
    """The error for the user when GDAL cannot open or read a raster."""
    if not Path(path).exists():
        return RasterError(f"There is no raster '{path}'.", "Check the path; the file may have been moved.")
    cause = str(error.__cause__ or error)
    if "not recognized" in cause:
        return RasterError(f"'{path}' is not a readable raster.", "Choose a raster such as a GeoTIFF.")
    if "No such file" in cause or "does not exist" in cause:
        return RasterError(
            f"'{path}' refers to other files, and one of them is missing ({cause}).",
            "Restore that file, or create the raster again; 'Classify raster' can also skip its area.",
        )
    return _damaged(path, cause)


def _damaged(path: str, cause: str) -> RasterError:
    return RasterError(
        f"'{path}' cannot be read: the file is damaged or cut off.",
        "Copy, download or export it again; 'Classify raster' can also skip damaged blocks.",
        cause,
    )
