"""Sizes, cards and engines in the user's words."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QLocale

from ..algorithms.translation import tr
from ..core.engine.engine import EngineStatus
from ..core.engine.graphics import Card


def size_text(size_bytes: float) -> str:
    """A size such as ``3.2 GB``, written as the user's country does."""
    return tr("{number} GB").format(number=QLocale().toString(size_bytes / 1e9, "f", 1))


def card_text(card: Optional[Card]) -> str:
    """The card that was found, or that there is none."""
    if card is None:
        return tr("none found; networks will run on the processor")
    if card.kind == "mps":
        return card.name
    return tr("{name} (with CUDA)").format(name=card.name)


def engine_text(status: EngineStatus) -> str:
    """What an engine is: version and device, as its last check has found them."""
    torch, device = status.facts.get("torch"), status.facts.get("device")
    if not torch:
        return tr("Not checked yet; the first job checks it.")
    return tr("Ready: PyTorch {version} on {device}").format(version=torch, device=device)
