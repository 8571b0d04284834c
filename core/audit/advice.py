"""Advice from class statistics: which loss, K and weights to start with, and what to watch out for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..contract.catalog.losses import DEFAULT_LOSS
from ..evaluation.page import as_percent
from .audit import Audit, ClassAudit

BALANCED = 4.0
"""Largest ratio of the largest class to the smallest that needs no measures against imbalance."""

CLASS_AND_SURROUNDINGS = 2.0
"""K relative to the pixels of the rarest class in a batch: the class itself, and as many pixels that are
mistaken for it or lie along its outlines. Without these, the network would not learn where the class ends."""

LARGEST_SHARE = 0.5
"""Share of a batch above which K excludes too few pixels to matter."""

SMALL_SHARE = 0.25
"""Share of a batch below which K may select label errors only. On a scene with vehicles and rough outlines,
TopPixel alone failed with a tenth of a batch, and did well with a third (docs/vehicles.md)."""

FEW_CHIPS = 10
"""A class in fewer chips is seen in too few surroundings, and has too few pixels for validation."""

SELDOM = 0.5
"""Share of the batches with a class below which it is often missing in a step."""

STEEP = 50.0
"""Ratio of the largest class weight to the smallest above which few pixels dominate every step."""


@dataclass(frozen=True)
class Advice:
    """What to start with.

    Attributes:
        loss: A loss text for *Train segmentation model*.
        k: K of TopPixel in it; None if no class is rare.
        sentences: A sentence on each rare class, then the recommendation.
        reasons: How K was chosen, as sentences.
        cautions: Warnings, as sentences.
    """

    loss: str
    k: int | None
    sentences: tuple[str, ...]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


def advise(audit: Audit, *, is_uniform: bool = True) -> Advice:
    """Derive advice from class statistics.

    Args:
        audit: The statistics.
        is_uniform: Whether chips are sampled uniformly, or the sampling is not known yet; if False, there are
            no cautions about classes that are often missing in batches.
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
    """K of TopPixel, at least 1: twice the expected number of pixels of the rarest class in a batch.

    The expectation is for chips sampled uniformly: batch size times the class's pixels per chip. K is at most
    half of the batch, and rounded to two significant digits.
    """
    wanted = CLASS_AND_SURROUNDINGS * audit.rarest_batch_pixels
    bounded = max(1.0, min(wanted, LARGEST_SHARE * audit.batch_pixels))
    step = int(10 ** max(0, math.floor(math.log10(bounded)) - 1))
    return round(bounded / step) * step


def _balanced_sentence(audit: Audit) -> str:
    rarest = audit.rarest
    return (
        f"No class is rare: the smallest, {rarest.entry.name}, has {as_percent(rarest.share)} of the "
        f"labelled pixels, and {audit.largest.entry.name} has only {rarest.imbalance:.1f} times as many. "
        f"Start with the loss '{DEFAULT_LOSS}' and no class weights."
    )


def _unneeded_weights(audit: Audit) -> list[str]:
    """A sentence that the chosen class weights are not needed, if they differ."""
    if len({row.chosen_weight for row in audit.rows}) == 1:
        return []
    return ["The weights of the chosen method are not needed here: for training, use 'none' instead."]


def _class_sentence(row: ClassAudit, audit: Audit) -> str:
    return (
        f"{row.entry.name}: {as_percent(row.share)} of the labelled pixels, in {row.chips:,} of "
        f"{audit.num_chips:,} chips; {audit.largest.entry.name} has {row.imbalance:,.0f} times as many."
    )


def _start_sentence(k: int) -> str:
    return (
        f"Start with toppixel(k={k}) if outlines are exact to a pixel, else with ce + toppixel(k={k}) or "
        "lmp, and with median-frequency weights. 'Compare losses' shows which of them works best."
    )


def _k_reasons(k: int, audit: Audit) -> tuple[str, ...]:
    name = audit.rarest.entry.name
    return (
        f"With uniform sampling, a batch of {audit.batch_size} chips of {audit.chip_size} x "
        f"{audit.chip_size} has an expected {audit.rarest_batch_pixels:,.0f} pixels of {name} among "
        f"{audit.batch_pixels:,.0f} labelled ones.",
        f"K = {k:,} is about {k / audit.rarest_batch_pixels:.2g} times that: enough for all of {name} and "
        "for as many pixels around it or mistaken for it, from which the network learns where it ends. That "
        f"is {as_percent(k / audit.batch_pixels)} of a batch.",
        "With another chip or batch size, K changes in proportion; with the sampling 'balanced', batches "
        "have more pixels of rare classes, and K can be larger.",
    )


def _k_cautions(k: int, audit: Audit) -> list[str]:
    share = k / audit.batch_pixels
    if share >= SMALL_SHARE:
        return []
    return [
        f"K = {k:,} is only {as_percent(share)} of a batch. TopPixel alone uses only the pixels with the "
        "largest loss: if outlines are off by a few pixels, these are label errors, and the network learns "
        "little else. To avoid that, add ce, use a larger K, or use lmp."
    ]


def _chip_cautions(audit: Audit, *, is_uniform: bool) -> list[str]:
    """Warnings of classes in few chips, and of classes that are often missing in batches."""
    found = []
    for row in audit.rows:
        batches = 1 - (1 - row.chips / audit.num_chips) ** audit.batch_size
        if row.chips < min(FEW_CHIPS, audit.num_chips):
            chips = "1 chip" if row.chips == 1 else f"{row.chips} chips"
            found.append(
                f"{row.entry.name} is in {chips} only. No loss makes up for surroundings that the network "
                "never sees, and its score on the validation set will be unreliable: label more of it, in "
                "other areas."
            )
        elif is_uniform and batches < SELDOM:
            found.append(
                f"{row.entry.name} is in only about {as_percent(batches)} of the batches. Use the sampling "
                "'balanced' or a larger batch size to see it more often."
            )
    return found


def _weight_cautions(audit: Audit) -> list[str]:
    weights = [row.chosen_weight for row in audit.rows if row.chosen_weight > 0]
    steepness = max(weights, default=1.0) / min(weights, default=1.0)
    if steepness <= STEEP:
        return []
    return [
        f"The chosen weights differ by a factor of {steepness:,.0f}: few pixels would dominate every step. "
        f"Limit them, for example with median_frequency(cap={STEEP:g})."
    ]
