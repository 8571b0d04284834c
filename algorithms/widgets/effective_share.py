"""How much of a batch a loss uses: K pixels as a share, a share as pixels."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QLocale

from ...core.contract.texts.method import Call
from ..translation import tr

_COUNTS = {"toppixel": "k", "lmp": "m", "ohem": "min_kept"}
"""Parameter that is a number of pixels, by loss."""

ROUNDING = 6
"""Decimals beyond which a product is a rounding error."""


def effective_share(call: Call, chip_size: int, batch_size: int) -> str:
    """The number of pixels of a loss as a share, or the reverse.

    Args:
        call: A loss with its parameters.
        chip_size: Side of a chip, pixels.
        batch_size: Chips per batch.

    Returns:
        A sentence; empty for a loss that uses all pixels equally.
    """
    if call.name not in _COUNTS:
        return ""
    is_per_chip = call.parameters.get("scope") == "image"
    whole = chip_size**2 * (1 if is_per_chip else batch_size)
    of = tr("the {whole} pixels of a chip") if is_per_chip else tr("the {whole} pixels of a batch")
    of = of.format(whole=_written(whole))
    name = _COUNTS[call.name]
    if name not in call.parameters:
        ratio = float(call.parameters["ratio"])
        pixels = math.ceil(round(ratio * whole, ROUNDING))
        return tr("ratio = {ratio} is {pixels} of {whole}.").format(
            ratio=_percent(ratio), pixels=_written(pixels), whole=of
        )
    count = float(call.parameters[name])
    if count >= whole:
        return tr("{name} = {count}: all of {whole} count.").format(
            name=name, count=_written(count), whole=of
        )
    return tr("{name} = {count} is {share} of {whole}.").format(
        name=name, count=_written(count), share=_percent(count / whole), whole=of
    )


def _written(number: float) -> str:
    return str(QLocale().toString(int(number)))


def _percent(share: float) -> str:
    """A share with its significant digits: ``9.5 %``, ``0.02 %``, ``38 %``."""
    percent = 100 * share
    decimals = 0 if percent >= 10 else 1 if percent >= 1 else 2
    return f"{QLocale().toString(percent, 'f', decimals)} %"
