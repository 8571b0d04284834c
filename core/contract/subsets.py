"""The subsets that labelled ground is split into: what the user calls them, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass

TRAIN, VALIDATION, TEST = "train", "validation", "test"

SPLIT_VALUES = (TRAIN, VALIDATION, TEST)
"""What the field of a layer of split areas may hold. Where areas overlap, the later one wins."""


@dataclass(frozen=True)
class Subset:
    """A subset as layers and reports show it.

    Attributes:
        name: In the field ``subset`` of a split layer.
        meaning: For the user, a phrase.
        colour: ``#rrggbb``; the subsets can be told apart without colour vision.
    """

    name: str
    meaning: str
    colour: str


SUBSETS = (
    Subset("training", "what the network learns from", "#3b78c3"),
    Subset("validation", "kept out of training to measure the model after each epoch", "#ffd400"),
    Subset("test", "kept out of everything until the model is finished", "#c2349c"),
    Subset("buffer", "too close to validation or test to be learned from", "#8c8c8c"),
    Subset("unused", "without labels, or in no split area", "#ffffff"),
)
"""Every subset; a raster of subsets holds their positions in this order."""
