"""What GDAL and libjpeg say while a raster is read or written, in the user's words."""

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
"""What libjpeg warns of when a part of a picture is lost; other warnings are harmless."""


NEARLY_FULL_BYTES = 2**24
"""A failed write with less free disk than this is put down to the full disk."""


def unwritable(path: Path, error: object) -> CoreError:
    """The user's explanation of a write that GDAL gave up.

    Args:
        path: What was written.
        error: GDAL's words.

    Returns:
        ``DiskFullError`` if there is hardly any room left, else ``OutputError``.
    """
    folder = path.absolute().parent
    if folder.is_dir() and shutil.disk_usage(folder).free < NEARLY_FULL_BYTES:
        return DiskFullError(f"The disk became full while '{path}' was written.", detail=str(error))
    return OutputError(
        f"'{path}' cannot be written.",
        "Check that the folder is there and writable and the disk has room, or choose another folder.",
        str(error),
    )


@contextlib.contextmanager
def reading(path: str) -> Iterator[None]:
    """Explain what GDAL says while a raster is read.

    Args:
        path: The raster.

    Raises:
        RasterError: The file is damaged or gone.
    """
    _heard.text = ""
    try:
        yield
    except GDAL_ERRORS as error:
        raise unreadable(path, error) from error
    if _heard.text:
        raise _damaged(path, _heard.text)


class _JpegListener(logging.Handler):
    """Hears what libjpeg says of data that it cannot decode: GDAL fills in grey and only warns."""

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if "JPEGLib" in text and any(words in text.casefold() for words in LOST_IN_JPEG):
            _heard.text = text


_heard = threading.local()
logging.getLogger("rasterio._err").addHandler(_JpegListener(logging.WARNING))


def unreadable(path: str, error: Exception) -> RasterError:
    """The user's explanation of a raster that GDAL cannot open or read."""
    if not Path(path).exists():
        return RasterError(f"There is no raster '{path}'.", "Check the path; the file may have been moved.")
    cause = str(error.__cause__ or error)
    if "not recognized" in cause:
        return RasterError(f"'{path}' is no raster that can be read.", "Choose a raster such as a GeoTIFF.")
    if "No such file" in cause or "does not exist" in cause:
        return RasterError(
            f"'{path}' is made of other files, and one of them is missing ({cause}).",
            "Put it back where it was, or make the raster again; 'Classify raster' can also skip its place.",
        )
    return _damaged(path, cause)


def _damaged(path: str, cause: str) -> RasterError:
    return RasterError(
        f"'{path}' cannot be read: the file is damaged or cut off.",
        "Copy, download or export it again; 'Classify raster' can also skip what is damaged.",
        cause,
    )
