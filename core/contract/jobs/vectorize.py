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
    """Make polygons of a class raster."""

    name: ClassVar[str] = "vectorize"
    title: ClassVar[str] = "Classes to polygons"

    input: str = setting(
        "Class raster",
        "A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata "
        "becomes no polygon.",
        check=existing("Class raster"),
    )
    output: str = setting(
        "Polygons",
        "Where the polygons are written (.gpkg), with class value and name, true area and perimeter.",
        check=writable("Polygons", ".gpkg"),
    )
    min_area: float = setting(
        "Smallest area (m²)",
        "Smaller segments are merged into the neighbour that they share the longest border with. 0: none is "
        "merged.",
        0.0,
        minimum=0.0,
        maximum=1e12,
    )
    simplify: float = setting(
        "Simplify by (m)",
        "How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of "
        "the pixels into straight lines. Overlaps keep a common border: no gaps, no overlaps. 0: outlines "
        "follow the pixels.",
        0.0,
        minimum=0.0,
        maximum=1e6,
    )
    smooth: int = setting(
        "Smooth (rounds)",
        "How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural "
        "outlines, rather not for buildings. 0: corners stay.",
        0,
        minimum=0,
        maximum=5,
    )
    confidence: str = setting(
        "Confidence raster",
        "Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon "
        "gets its mean.",
        "",
        check=optional(existing("Confidence raster")),
    )
    class_names: dict[str, str] = setting(
        "Class names",
        'Name of each class value, such as {"1": "car"}; those in the raster\'s file when left out, and '
        "in QGIS those of the layer's style.",
        {},
        is_advanced=True,
    )
    class_colours: dict[str, str] = setting(
        "Class colours",
        'Colour of each class value, such as {"1": "#ff0000"}; those in the raster\'s file when left out, '
        "and in QGIS those of the layer's style.",
        {},
        is_advanced=True,
    )

    def outputs(self) -> list[str]:
        """The polygons."""
        return [self.output]

    def inputs(self) -> list[str]:
        """The rasters."""
        return [path for path in (self.input, self.confidence) if path]
