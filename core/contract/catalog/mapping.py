"""Choices and defaults of a classification: tile size, overlap, damaged parts."""

from __future__ import annotations

DEFAULT_OVERLAP = 128
"""Pixels that adjacent tiles share, in a map and in validation, so that its scores are those of the map."""


DEFAULT_TILE = 1536
"""Pixels; with the overlap above, 0.5 % of a map's pixels depend on the tiles' positions."""


ON_DAMAGE: dict[str, str] = {
    "stop": "The job ends.",
    "skip": "Unreadable parts become nodata.",
}
"""What to do when parts of a raster cannot be read."""
