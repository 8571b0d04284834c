"""What to begin with, in plain words: a loss with its K, weights, and what to beware of."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..contract.catalog.losses import DEFAULT_LOSS
from ..evaluation.page import as_percent
from .audit import Audit, ClassAudit

BALANCED = 4.0
"""Up to this ratio of the largest class to the smallest, nothing has to be done about rarity."""

CLASS_AND_SURROUNDINGS = 2.0
"""K over the pixels of the rarest class in a batch: the class itself, and as many pixels that are mistaken
for it or lie along its outlines. With the class alone, nothing would tell the network where it ends."""

LARGEST_SHARE = 0.5
"""Part of a batch above which K leaves out too little to matter."""

SMALL_SHARE = 0.25
"""Part of a batch below which faults of the labels may be all that K holds. On a scene with vehicles and
rough outlines TopPixel alone failed with a tenth of a batch, and did well with a third (docs/vehicles.md)."""

FEW_CHIPS = 10
"""A class in fewer chips is shown too few surroundings, and validation has next to nothing to score."""

SELDOM = 0.5
"""Part of the batches that hold a class, below which it is often missing from a step."""

STEEP = 50.0
"""Ratio of the largest weight to the smallest above which few pixels decide every step."""


@dataclass(frozen=True)
class Advice:
    """What to begin with.

    Attributes:
        loss: A loss text for *Train segmentation model*.
        k: K of TopPixel in it; None where nothing is rare.
        sentences: What was found, a sentence for each class that is rare, then what to do.
        reasons: How K was chosen.
        cautions: What may spoil the result.
    """

    loss: str
    k: int | None
    sentences: tuple[str, ...]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


def advise(audit: Audit, *, is_uniform: bool = True) -> Advice:
    """Advice for the labels at hand.

    Args:
        audit: What they hold.
        is_uniform: Whether chips are drawn anywhere alike, or it is open how; else nothing is said of
            classes that are seldom drawn.

    Returns:
        The advice.
    """
    cautions = (*_chip_cautions(audit, is_uniform=is_uniform), *_weight_cautions(audit))
    if audit.rarest.imbalance <= BALANCED:
        sentences = (_balanced_sentence(audit), *_unneeded_weights(audit))
        return Advice(DEFAULT_LOSS, None, sentences, (), cautions)
    k = suggested_k(audit)
    rare = sorted((row for row in audit.rows if row.imbalance > BALANCED), key=lambda row: row.pixels)
    return Advice(
        loss=f"ce + toppixel(k={k})",
        k=k,
        sentences=(*(_class_sentence(row, audit) for row in rare), _start_sentence(k)),
        reasons=_k_reasons(k, audit),
        cautions=(*_k_cautions(k, audit), *cautions),
    )


def suggested_k(audit: Audit) -> int:
    """K of TopPixel from the pixels of the rarest class that a batch can be expected to hold.

    Drawn uniformly from all labelled places, a batch holds about batch size times the class's pixels per
    chip. K is twice that, but at most half of the batch, with two digits that count.

    Args:
        audit: What the labels hold.

    Returns:
        At least 1.
    """
    wanted = CLASS_AND_SURROUNDINGS * audit.rarest_batch_pixels
    bounded = max(1.0, min(wanted, LARGEST_SHARE * audit.batch_pixels))
    step = int(10 ** max(0, math.floor(math.log10(bounded)) - 1))
    return round(bounded / step) * step


def _balanced_sentence(audit: Audit) -> str:
    rarest = audit.rarest
    return (
        f"Nothing here is rare: the smallest class, {rarest.entry.name}, has {as_percent(rarest.share)} of "
        f"the labelled pixels, and {audit.largest.entry.name} only {rarest.imbalance:.1f} times as many. "
        f"Start with the loss '{DEFAULT_LOSS}' and no class weights."
    )


def _unneeded_weights(audit: Audit) -> list[str]:
    """That the weights which were chosen are not among what was just advised."""
    if len({row.chosen_weight for row in audit.rows}) == 1:
        return []
    return ["The weights of the chosen method are not needed here: for training, set 'none' instead."]


def _class_sentence(row: ClassAudit, audit: Audit) -> str:
    return (
        f"{row.entry.name}: {as_percent(row.share)} of the labelled pixels, in {row.chips:,} of "
        f"{audit.num_chips:,} chips; {audit.largest.entry.name} has {row.imbalance:,.0f} times as many."
    )


def _start_sentence(k: int) -> str:
    return (
        f"Start with toppixel(k={k}) where outlines are exact to a pixel, else with ce + toppixel(k={k}) or "
        "lmp; and with median-frequency weights. 'Compare losses' shows which of them finds most."
    )


def _k_reasons(k: int, audit: Audit) -> tuple[str, ...]:
    name = audit.rarest.entry.name
    return (
        f"Drawn uniformly, {audit.batch_size} chips of {audit.chip_size} x {audit.chip_size} "
        f"can be expected to hold {audit.rarest_batch_pixels:,.0f} pixels of {name}, of "
        f"{audit.batch_pixels:,.0f} labelled ones.",
        f"K = {k:,} is about {k / audit.rarest_batch_pixels:.2g} times that: room for all of {name} and for "
        "as many pixels around it or mistaken for it, which show the network where it ends. That is "
        f"{as_percent(k / audit.batch_pixels)} of a batch.",
        "With another chip or batch size, K changes in proportion; the sampling 'balanced' shows more of "
        "what is rare, and bears a larger one.",
    )


def _k_cautions(k: int, audit: Audit) -> list[str]:
    share = k / audit.batch_pixels
    if share >= SMALL_SHARE:
        return []
    return [
        f"K = {k:,} is only {as_percent(share)} of a batch. TopPixel by itself looks at the worst pixels "
        "alone: where outlines are off by a few pixels, these are faults of the labels, and the network "
        "learns little else. Adding ce, a larger K, or lmp instead avoids that."
    ]


def _chip_cautions(audit: Audit, *, is_uniform: bool) -> list[str]:
    """Classes in few places: few surroundings to learn from, and little to validate on."""
    found = []
    for row in audit.rows:
        batches = 1 - (1 - row.chips / audit.num_chips) ** audit.batch_size
        if row.chips < min(FEW_CHIPS, audit.num_chips):
            chips = "1 chip" if row.chips == 1 else f"{row.chips} chips"
            found.append(
                f"{row.entry.name} lies in {chips} only. No loss makes up for surroundings that were never "
                "seen, and its score on validation blocks will be chance: label more of it, elsewhere."
            )
        elif is_uniform and batches < SELDOM:
            found.append(
                f"{row.entry.name} is in about {as_percent(batches)} of the batches. The sampling 'balanced' "
                "or a larger batch shows it more often."
            )
    return found


def _weight_cautions(audit: Audit) -> list[str]:
    weights = [row.chosen_weight for row in audit.rows if row.chosen_weight > 0]
    steepness = max(weights, default=1.0) / min(weights, default=1.0)
    if steepness <= STEEP:
        return []
    return [
        f"The chosen weights differ by a factor of {steepness:,.0f}: few pixels would decide every step. "
        f"Bound them, as in median_frequency(cap={STEEP:g})."
    ]
