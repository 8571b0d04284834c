"""Translated texts for sizes, graphics cards and engines."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QLocale

from ..algorithms.translation import tr
from ..core.engine.engine import EngineStatus
from ..core.engine.graphics import Card


def size_text(size_bytes: float) -> str:
    """A size such as ``3.2 GB``, in the user's locale."""
    return tr("{number} GB").format(number=QLocale().toString(size_bytes / 1e9, "f", 1))


def card_text(card: Optional[Card]) -> str:
    """The name of a graphics card, or a note that there is none."""
    if card is None:
        return tr("none found; networks will run on the processor")
    if card.kind == "mps":
        return card.name
    return tr("{name} (with CUDA)").format(name=card.name)


def engine_text(status: EngineStatus) -> str:
    """Version and device of an engine, from its last check."""
    torch, device = status.facts.get("torch"), status.facts.get("device")
    if not torch:
        return tr("Not checked yet; the first job checks it.")
    return tr("Ready: PyTorch {version} on {device}").format(version=torch, device=device)
