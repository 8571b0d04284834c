"""Statistics of each class: pixels, area, chips, polygons, and its weight by every method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..contract.catalog.weightings import CLASS_WEIGHTINGS
from ..contract.classes import ClassEntry
from ..contract.texts.weights import parse_weighting, weights_for_classes
from ..geodata.chips.class_weights import class_weights
from ..geodata.chips.index import ChipIndex, ClassStatistics
from ..geodata.labels.targets import Labels
from ..geodata.raster.scene import Scene

METHODS = tuple(name for name in CLASS_WEIGHTINGS if name != "none")
"""All weightings that depend on the labels."""


@dataclass(frozen=True)
class ClassAudit:
    """Statistics of one class, over chips side by side.

    Attributes:
        entry: The class.
        pixels: Its labelled pixels.
        share: Their share of all labelled pixels, 0 to 1.
        area_m2: Their area on the ground, square metres.
        chips: Number of chips with the class.
        polygons: Number of its polygons; None for labels from a class raster.
        imbalance: Ratio of the largest class's pixels to its own.
        present_pixels: Labelled pixels of the chips with the class.
        frequency: ``pixels`` over ``present_pixels``: how rare it is where it occurs.
        weights: Its weight by each of ``METHODS``.
        chosen_weight: Its weight by the method of the job.
    """

    entry: ClassEntry
    pixels: int
    share: float
    area_m2: float
    chips: int
    polygons: int | None
    imbalance: float
    present_pixels: int
    frequency: float
    weights: dict[str, float]
    chosen_weight: float


@dataclass(frozen=True)
class Audit:
    """Statistics of all classes.

    Attributes:
        rows: All classes, in the order of the class table.
        num_chips: Number of chips, side by side, with any label.
        chip_size: Side of a chip, pixels.
        batch_size: Chips per batch.
    """

    rows: tuple[ClassAudit, ...]
    num_chips: int
    chip_size: int
    batch_size: int

    @property
    def names(self) -> list[str]:
        """Names of the classes."""
        return [row.entry.name for row in self.rows]

    @property
    def pixels(self) -> int:
        """Total number of labelled pixels."""
        return sum(row.pixels for row in self.rows)

    @property
    def rarest(self) -> ClassAudit:
        """The class with the fewest pixels."""
        return min(self.rows, key=lambda row: row.pixels)

    @property
    def largest(self) -> ClassAudit:
        """The class with the most pixels."""
        return max(self.rows, key=lambda row: row.pixels)

    @property
    def batch_pixels(self) -> float:
        """Expected number of labelled pixels in a batch of random chips."""
        return self.batch_size * self.pixels / self.num_chips

    @property
    def rarest_batch_pixels(self) -> float:
        """Expected number of pixels of the rarest class in a batch of random chips."""
        return self.batch_size * self.rarest.pixels / self.num_chips


def audit_labels(
    labels: Labels,
    scenes: Sequence[Scene],
    index: ChipIndex,
    weights_text: str,
    batch_size: int,
    seen: Sequence[np.ndarray] | None = None,
) -> Audit:
    """Compute the statistics of all classes, each of which must have at least one pixel.

    Args:
        labels: Supplies classes and numbers of polygons.
        scenes: Supply the ground size of a pixel.
        index: The index of the labels.
        weights_text: The weighting, or weights by class, for ``chosen_weight``.
        batch_size: Chips per batch.
        seen: For each scene the cells to count, like ``Split.seen``; None for all. Polygons are counted
            everywhere.

    Raises:
        WeightsTextError: The text has an unknown class.
    """
    statistics = index.class_statistics(seen)
    counts, present = statistics.pixel_counts, statistics.present_pixels
    areas = _areas(scenes, index, seen)
    weights = {method: class_weights(method, counts, present) for method in METHODS}
    chosen = _chosen_weights(weights_text, labels, statistics)
    rows = tuple(
        ClassAudit(
            entry=entry,
            pixels=int(counts[n]),
            share=float(counts[n] / counts.sum()),
            area_m2=float(areas[n]),
            chips=int(statistics.chips_with_class[n]),
            polygons=None if labels.polygon_counts is None else labels.polygon_counts[n],
            imbalance=float(counts.max() / counts[n]),
            present_pixels=int(present[n]),
            frequency=float(counts[n] / present[n]),
            weights={method: float(by_class[n]) for method, by_class in weights.items()},
            chosen_weight=float(chosen[n]),
        )
        for n, entry in enumerate(labels.classes)
    )
    return Audit(rows, statistics.num_chips, index.chip_size, batch_size)


def _areas(scenes: Sequence[Scene], index: ChipIndex, seen: Sequence[np.ndarray] | None) -> np.ndarray:
    """Ground area of each class, square metres, by the pixel size at each scene's centre."""
    areas = np.zeros(index.num_classes)
    for number, scene in enumerate(scenes):
        counts = index.chip_counts(number, None if seen is None else seen[number])
        areas += counts.sum(axis=(0, 1)) * scene.pixel_size_m**2
    return areas


def _chosen_weights(text: str, labels: Labels, statistics: ClassStatistics) -> np.ndarray:
    if parse_weighting(text) is None:
        return np.array(weights_for_classes(text, labels.classes.names))
    return class_weights(text, statistics.pixel_counts, statistics.present_pixels)
