"""Choices and defaults of a classification: tile, overlap, damaged parts."""

from __future__ import annotations

DEFAULT_OVERLAP = 128
"""Pixels that neighbouring tiles share, in a map and in validation, whose scores are to be the map's."""


DEFAULT_TILE = 1536
"""Pixels; with the overlap above, half of one per cent of a map's pixels depend on where tiles lie."""


ON_DAMAGE: dict[str, str] = {
    "stop": "The job ends.",
    "skip": "What cannot be read becomes nodata.",
}
"""What to do when parts of a raster cannot be read."""
