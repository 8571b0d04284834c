"""The subsets that the labelled area is split into: their names, meanings and colours."""

from __future__ import annotations

from dataclasses import dataclass

TRAIN, VALIDATION, TEST = "train", "validation", "test"

SPLIT_VALUES = (TRAIN, VALIDATION, TEST)
"""Values of a split-area layer's field, in rising precedence: where areas overlap, the later one wins."""


@dataclass(frozen=True)
class Subset:
    """A subset as layers and reports show it.

    Attributes:
        name: Value of the field ``subset`` in a split layer.
        meaning: For the user, a phrase.
        colour: ``#rrggbb``; safe for colour-blind readers.
    """

    name: str
    meaning: str
    colour: str


SUBSETS = (
    Subset("training", "what the network is trained on", "#3b78c3"),
    Subset("validation", "kept out of training to measure the model after each epoch", "#ffd400"),
    Subset("test", "kept out of everything until the model is finished", "#c2349c"),
    Subset("buffer", "too close to validation or test to be trained on", "#8c8c8c"),
    Subset("unused", "unlabelled, or in no split area", "#ffffff"),
)
"""Every subset; a raster of subsets holds indices into this tuple."""
