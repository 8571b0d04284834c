"""The job *Classes to polygons*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .checks import (
    existing,
    optional,
    writable,
)
from .job import Job, setting


@dataclass(frozen=True)
class VectorizeJob(Job):
    """Convert a class raster to polygons."""

    name: ClassVar[str] = "vectorize"
    title: ClassVar[str] = "Classes to polygons"

    input: str = setting(
        "Class raster",
        "A raster with one band and one integer per class, such as the output of 'Classify raster'. "
        "Nodata gives no polygons.",
        check=existing("Class raster"),
    )
    output: str = setting(
        "Polygons",
        "Where the polygons are written (.gpkg), with class value and name, true area and perimeter.",
        check=writable("Polygons", ".gpkg"),
    )
    min_area: float = setting(
        "Minimum area (m²)",
        "Smaller segments are merged into the neighbour with which they share the longest border. 0: none "
        "is merged.",
        0.0,
        minimum=0.0,
        maximum=1e12,
    )
    simplify: float = setting(
        "Simplification tolerance (m)",
        "How far outlines may move on the ground to become simpler. One to two pixels turn the stair "
        "steps of the pixels into straight lines. Neighbouring polygons keep their common borders: no "
        "gaps, no overlaps. 0: outlines follow the pixels.",
        0.0,
        minimum=0.0,
        maximum=1e6,
    )
    smooth: int = setting(
        "Smoothing iterations",
        "How often corners are cut (Chaikin). Each iteration doubles the vertices; 2 or 3 look round. For "
        "natural outlines rather than buildings. 0: no smoothing.",
        0,
        minimum=0,
        maximum=5,
    )
    confidence: str = setting(
        "Confidence raster",
        "Optional: a raster on the same grid, from 0 to 1, such as the output of 'Classify raster'. Each "
        "polygon gets its mean.",
        "",
        check=optional(existing("Confidence raster")),
    )
    class_names: dict[str, str] = setting(
        "Class names",
        'Name of each class value, such as {"1": "car"}; by default those in the raster\'s file, in QGIS '
        "those of the layer's style.",
        {},
        is_advanced=True,
    )
    class_colours: dict[str, str] = setting(
        "Class colours",
        'Colour of each class value, such as {"1": "#ff0000"}; by default those in the raster\'s file, in '
        "QGIS those of the layer's style.",
        {},
        is_advanced=True,
    )

    def outputs(self) -> list[str]:
        """The polygon layer."""
        return [self.output]

    def inputs(self) -> list[str]:
        """Class raster and confidence raster."""
        return [path for path in (self.input, self.confidence) if path]
