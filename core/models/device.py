"""The device on which a network runs, and the precision that is fast there."""

from __future__ import annotations

import platform
import re

import torch

from ..contract.catalog.entries import nearest
from ..contract.catalog.networks import DEVICES
from ..contract.messages.errors import DeviceError

_DEVICE_TEXT = re.compile(r"(?P<kind>[a-z]+)(?::(?P<number>\d+))?")


def choose_device(text: str) -> torch.device:
    """The device that a text names.

    Args:
        text: ``auto`` (CUDA, else Apple MPS, else CPU), ``cpu``, ``cuda``, ``cuda:1`` or ``mps``.

    Raises:
        DeviceError: There is no such device, or torch cannot use it.
    """
    match = _DEVICE_TEXT.fullmatch(text.strip().lower())
    if match is None or match["kind"] not in DEVICES:
        raise DeviceError(f"There is no device '{text}'.", nearest(text, DEVICES))
    kind, number = match["kind"], int(match["number"] or 0)
    if kind == "auto":
        return torch.device(_best_kind())
    if kind == "cuda":
        _require_card(number)
    if kind == "mps" and not torch.backends.mps.is_available():
        raise DeviceError("The device 'mps' needs an Apple computer with its own graphics, and macOS 14.")
    return torch.device(kind, number) if kind == "cuda" else torch.device(kind)


def describe_device(device: torch.device) -> str:
    """The device in the user's words: ``NVIDIA A10 (cuda:0, 24 GB)``, ``CPU (Intel Xeon, 8 threads)``."""
    if device.type == "cuda":
        properties = torch.cuda.get_device_properties(device)
        return f"{properties.name} (cuda:{device.index or 0}, {properties.total_memory / 2**30:.0f} GB)"
    if device.type == "mps":
        return f"Apple graphics (mps, {platform.machine()})"
    name = str(_processor().get("cpu_name") or platform.processor() or platform.machine())
    return f"CPU ({name}, {torch.get_num_threads()} threads)"


def autocast_dtype(device: torch.device) -> torch.dtype | None:
    """The half precision in which convolutions are faster on a device without loss of quality, if any.

    A CPU without bfloat16 instructions emulates them, several times slower than float32.

    Returns:
        bfloat16, float16, or None for float32.
    """
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
    if device.type == "cpu" and (_processor().get("avx512_bf16") or _processor().get("amx_bf16")):
        return torch.bfloat16
    return None


def _best_kind() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _require_card(number: int) -> None:
    """Refuse a CUDA device that does not exist."""
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if count == 0:
        reason = "this PyTorch is built without CUDA" if torch.version.cuda is None else "no card was found"
        raise DeviceError(f"The device 'cuda' cannot be used: {reason}.")
    if number >= count:
        raise DeviceError(f"There is no device 'cuda:{number}': the cards are 0 to {count - 1}.")


def _processor() -> dict[str, object]:
    """The CPU's capabilities as torch finds them; empty for a torch without that query."""
    return dict(getattr(torch.cpu, "get_capabilities", dict)())
