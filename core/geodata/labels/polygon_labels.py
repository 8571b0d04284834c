"""Polygons with a class field as labels: their classes, their drawing order, the codes of any window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import shapely
from rasterio.windows import Window

from ...contract.classes import BACKGROUND, IGNORE_INDEX
from ...contract.jobs.labelled import LabelledJob
from ...contract.messages.errors import LabelError
from ...contract.messages.reporter import Reporter
from ..raster.scene import Scene
from .class_values import (
    FoundClasses,
    integer_classes,
    report_unlisted,
    require_class_count,
    text_classes,
)
from .pixel_polygons import PixelPolygons, project_layer
from .polygons import PolygonLayer, read_polygons

NAMES_SHOWN = 8
"""Most class names listed in a message."""


class PolygonLabels:
    """The polygons of a label layer, ready to be burnt into any of the scenes.

    Where polygons overlap, the class with the smaller total area is drawn last, so that small objects on
    large ones survive; ignored areas are drawn over everything.

    Attributes:
        title: The class field, as the subject of messages.
        classes: The classes of the field.

    Args:
        job: Supplies layer, class field, names, colours and the meaning of unlabelled pixels.
        scenes: The rasters to label.
        reporter: For messages on what is assumed, skipped or reprojected.

    Raises:
        LabelError: The layer cannot be used; see ``prepare_labels``.
    """

    def __init__(self, job: LabelledJob, scenes: Sequence[Scene], reporter: Reporter) -> None:
        layer = read_polygons(job.labels, job.class_field, reporter)
        self.title = f"The field '{job.class_field}'"
        self.classes, codes = _classify(layer, job, self.title)
        report_unlisted(self.classes, job, self.title, reporter)
        _report_nulls(layer, job.class_field, reporter)
        order = _drawing_order(layer, codes, self.classes, reporter)
        self._fill = 0 if job.unlabelled == BACKGROUND else IGNORE_INDEX
        self._codes = codes
        self._projected: dict[str, PixelPolygons] = {}
        self._numbered: list[tuple[PixelPolygons, np.ndarray]] = []
        for scene, polygons, numbers in project_layer(layer, scenes, "labels", reporter):
            drawn = np.argsort(order[numbers], kind="stable")
            self._projected[scene.path] = PixelPolygons(polygons[drawn], codes[numbers[drawn]])
            self._numbered.append((self._projected[scene.path], numbers[drawn]))
            if not numbers.size:
                means = "all of it is background" if self._fill == 0 else "it is not used"
                reporter.warning(f"No label lies on '{scene.name}': {means}.")

    @contextlib.contextmanager
    def on(self, scene: Scene) -> Iterator[Callable[[Window], np.ndarray]]:
        """A function that returns the class codes of a scene's windows, uint8 (height, width)."""
        yield lambda window: self._projected[scene.path].burn(window, self._fill)

    def count_polygons(self, areas: Sequence[PixelPolygons | None]) -> np.ndarray:
        """Number of polygons of each class on the scenes; a polygon on two scenes counts once.

        Args:
            areas: For each scene the area that a polygon must intersect to count; None for the whole scene.

        Returns:
            int64 (classes,), by code.
        """
        counted = np.zeros(len(self._codes), dtype=bool)
        for (polygons, numbers), area in zip(self._numbered, areas):
            counted[numbers if area is None else numbers[polygons.touching(area)]] = True
        counts = np.bincount(self._codes[counted], minlength=len(self.classes.rows))
        return counts[: len(self.classes.rows)]


def _classify(layer: PolygonLayer, job: LabelledJob, title: str) -> tuple[FoundClasses, np.ndarray]:
    """The classes of a layer's field, and the code of each polygon, uint8 (n,)."""
    with_background = job.unlabelled == BACKGROUND
    given = layer.values[~layer.is_null]
    is_text = layer.values.dtype.kind == "O"
    distinct, positions = np.unique(_plain_values(given, job.class_field), return_inverse=True)
    classify = text_classes if is_text else integer_classes
    found = classify(distinct.tolist(), job, with_background=with_background)
    require_class_count(found.rows, job, title)
    codes = np.full(len(layer.polygons), IGNORE_INDEX, dtype=np.uint8)
    codes[~layer.is_null] = np.array([found.codes[v] for v in distinct.tolist()], dtype=np.uint8)[positions]
    return found, codes


def _plain_values(values: np.ndarray, field: str) -> np.ndarray:
    """The values as int64 or as text; values of any other type are refused."""
    kind = values.dtype.kind
    if kind == "O" and all(isinstance(value, str) for value in values):
        return values.astype(str)
    if kind in "iub":
        return values.astype(np.int64)
    if kind != "f":
        raise LabelError(
            f"The field '{field}' has neither integers nor text.", "Choose the field with the class."
        )
    fractions = values[values != np.rint(values)]
    if fractions.size:
        raise LabelError(
            f"The field '{field}' has fractional numbers such as {fractions[0]:g}.",
            "Choose a field with integers or text, one value per class.",
        )
    return values.astype(np.int64)


def _report_nulls(layer: PolygonLayer, field: str, reporter: Reporter) -> None:
    count = int(layer.is_null.sum())
    if count:
        reporter.warning(
            f"{count} of {len(layer.polygons)} polygons have no value in the field '{field}'; "
            "their areas are ignored."
        )


def _drawing_order(
    layer: PolygonLayer, codes: np.ndarray, classes: FoundClasses, reporter: Reporter
) -> np.ndarray:
    """Rank of each polygon in drawing order, int (n,): large classes first, ignored areas last."""
    areas = np.bincount(codes, shapely.area(layer.polygons), minlength=IGNORE_INDEX + 1)
    areas[IGNORE_INDEX] = -1
    by_area: np.ndarray = np.argsort(areas, kind="stable")
    drawn = [classes.rows[code][1] for code in by_area if areas[code] > 0]
    if len(drawn) > 1:
        names = " over ".join(drawn[:NAMES_SHOWN]) + (" and so on" if len(drawn) > NAMES_SHOWN else "")
        reporter.info(
            f"Where polygons overlap, the class with the smaller total area wins: {names}. "
            "Ignored areas win over all classes."
        )
    order: np.ndarray = -np.argsort(by_area)[codes]
    return order
