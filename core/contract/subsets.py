"""The parts that labelled ground is split into: what the user calls them, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass

TRAIN, VALIDATION, TEST = "train", "validation", "test"

SPLIT_VALUES = (TRAIN, VALIDATION, TEST)
"""What the field of a layer of split areas may hold. Where areas overlap, the later one wins."""


@dataclass(frozen=True)
class Part:
    """A part as layers and reports show it.

    Attributes:
        name: In the field ``part`` of a split layer.
        meaning: For the user, a phrase.
        colour: ``#rrggbb``; the parts can be told apart without colour vision.
    """

    name: str
    meaning: str
    colour: str


PARTS = (
    Part("training", "what the network learns from", "#3b78c3"),
    Part("validation", "kept out of training to measure the model after each epoch", "#ffd400"),
    Part("test", "kept out of everything until the model is finished", "#c2349c"),
    Part("buffer", "too close to validation or test to be learned from", "#8c8c8c"),
    Part("unused", "without labels, or in no split area", "#ffffff"),
)
"""Every part; a raster of parts holds their positions in this order."""
