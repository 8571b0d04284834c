"""Translates any exception into the last event of a job: what is wrong, and what to do."""

from __future__ import annotations

import errno
import traceback
from typing import Union

from .contract.messages.errors import (
    CoreError,
    DiskFullError,
    JobCancelledError,
    OutOfMemoryError,
    UnexpectedError,
)
from .contract.messages.events import Cancelled, Error

_OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")
"""In messages of torch: CUDA, CPU on Linux, CPU on Windows, and the system itself."""

_DISK_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def explain(error: BaseException) -> Union[Error, Cancelled]:
    """The event that ends a job: ``Cancelled``, or ``Error`` with a code of ``contract.messages.errors``."""
    if isinstance(error, JobCancelledError):
        return Cancelled()
    detail = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if isinstance(error, CoreError):
        return Error(error.code, error.message, error.hint, error.detail or detail)
    if _is_out_of_memory(error):
        return Error(
            OutOfMemoryError.code, "The memory is not large enough.", OutOfMemoryError.default_hint, detail
        )
    if isinstance(error, OSError) and error.errno in _DISK_FULL:
        return Error(DiskFullError.code, "The disk became full.", DiskFullError.default_hint, detail)
    return Error(
        UnexpectedError.code,
        f"Something went wrong that TopPixel did not foresee ({type(error).__name__}: {error}).",
        UnexpectedError.default_hint,
        detail,
    )


def _is_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in _OUT_OF_MEMORY)
