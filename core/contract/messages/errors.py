"""The errors that TopPixel explains to users, each with a message, a hint and a stable code."""

from __future__ import annotations

from typing import Optional


class CoreError(Exception):
    """Base class of all failures that TopPixel explains.

    The message says what is wrong, the hint what to do about it. The code is stable: the engine reports
    errors by it, and the guide lists it.

    Args:
        message: One sentence that names the file, the value or the setting that is wrong.
        hint: What the user can do; the class's own hint when left out.
        detail: Technical detail for the log (a traceback, a child's last lines).
    """

    code = "failed"
    default_hint = ""

    def __init__(self, message: str, hint: Optional[str] = None, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = self.default_hint if hint is None else hint
        self.detail = detail

    def __str__(self) -> str:
        """Message and hint."""
        return f"{self.message} {self.hint}".strip()


class SettingsError(CoreError, ValueError):
    """One or more settings of a job are wrong; the message lists all of them."""

    code = "bad-settings"


class LossTextError(CoreError, ValueError):
    """A loss text names an unknown loss or parameter, or a number is out of range."""

    code = "bad-loss"


class WeightsTextError(CoreError, ValueError):
    """A text of class weights cannot be parsed, or names an unknown class."""

    code = "bad-weights"


class AugmentationTextError(CoreError, ValueError):
    """An augmentation text names an unknown augmentation or parameter, or a number is out of range."""

    code = "bad-augmentation"


class RasterError(CoreError, OSError):
    """A raster cannot be opened or read, or lacks what the job needs."""

    code = "bad-raster"


class LabelError(CoreError, ValueError):
    """The labels do not fit the rasters, or hold no usable class."""

    code = "bad-labels"


class TooSmallError(CoreError, ValueError):
    """The imagery or its labelled area is smaller than the job's settings allow."""

    code = "too-small"


class ModelFileError(CoreError, ValueError):
    """A file is not a TopPixel model, or was made for other data."""

    code = "bad-model"


class WeightsUnavailableError(CoreError, OSError):
    """Pretrained weights are not available: no connection, no package, or an unsuitable file."""

    code = "weights-unavailable"
    default_hint = "Choose 'random' encoder weights, or give a file with weights."


class DeviceError(CoreError, RuntimeError):
    """The chosen device is missing or does not work."""

    code = "bad-device"
    default_hint = "Choose the device 'auto' or 'cpu'."


class OutOfMemoryError(CoreError, MemoryError):
    """The device's memory does not hold even one chip or tile."""

    code = "out-of-memory"
    default_hint = "Use a smaller chip size or a smaller encoder, or close other programs."


class DiskFullError(CoreError, OSError):
    """There is not enough free disk space."""

    code = "disk-full"
    default_hint = "Free some disk space or choose another folder."


class OutputError(CoreError, OSError):
    """An output cannot be written where the user wants it."""

    code = "bad-output"


class DivergedError(CoreError, ArithmeticError):
    """The loss became NaN or infinite."""

    code = "diverged"
    default_hint = "Use a smaller learning rate (with 0 one is found), or gradient clipping of 1."


class ClusterError(CoreError, RuntimeError):
    """The machines of a cluster cannot be reached or fail."""

    code = "cluster"


class EngineMissingError(CoreError, RuntimeError):
    """There is no engine, or its set-up is incomplete."""

    code = "engine-missing"
    default_hint = "Run the algorithm 'Set up engine' first."


class EngineInstallError(CoreError, RuntimeError):
    """The engine cannot be built, or fails its check."""

    code = "engine-install"


class EngineCrashedError(CoreError, RuntimeError):
    """The engine process ended without a result."""

    code = "engine-crashed"


class ProtocolError(CoreError, ValueError):
    """The two processes do not speak the same protocol."""

    code = "protocol"
    default_hint = "Restart QGIS so that the plugin and its engine are of the same version."


class UnexpectedError(CoreError, RuntimeError):
    """An unforeseen exception: most likely a bug in TopPixel."""

    code = "unexpected"
    default_hint = "Please report it, with the log."


class JobCancelledError(CoreError):
    """The user cancelled the job."""

    code = "cancelled"


def error_class(code: str) -> type[CoreError]:
    """The error class with a code; ``CoreError`` for an unknown code."""
    pending: list[type[CoreError]] = [CoreError]
    while pending:
        candidate = pending.pop()
        if candidate.code == code:
            return candidate
        pending.extend(candidate.__subclasses__())
    return CoreError
