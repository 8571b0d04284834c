"""The labelled scenes of ``quality.py``, and their folds: an area to train on and an area to score."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.features import rasterize
from rasterio.warp import transform_geom
from scipy import ndimage

IGNORED = 255

HALVES = ("a", "b")
"""Trained on one half of the training area, scored on the other."""

THIN = "thin "
"""Prefix of a half: only every fifth object of the rare class can be learned from."""

INNER_FOLDS = (*HALVES, *(THIN + half for half in HALVES))
"""Settings are chosen by these alone."""

KEPT_OF = 5
"""One of so many objects is kept in a thin fold."""

FINAL_FOLD = "final"
"""Trained on the whole training area, scored on the test area: once, after all settings are chosen."""

CUTS = np.linspace(0.35, 0.65, 61)
"""Where the training area may be cut in two, as shares of its height or width."""


@dataclass(frozen=True)
class Scene:
    """A scene of the data folder.

    Attributes:
        name: Name of its folder.
        classes: Name of each class value.
        rare: Value of the rare class.
        image: Raster to train on.
        target: Its class raster.
        test_image: Raster to test on; empty if it is ``image``.
        test_target: Its class raster, or empty.
        upper: In a scene without ``aoi.gpkg``: share of the rows, from the top, that are for training.
    """

    name: str
    classes: Mapping[int, str]
    rare: int
    image: str = "image.tif"
    target: str = "target.tif"
    test_image: str = ""
    test_target: str = ""
    upper: float = 1.0


SCENES = {
    scene.name: scene
    for scene in (
        Scene("vehicles", {0: "background", 1: "building", 2: "vehicle", 3: "road"}, 2),
        Scene("roofs", {0: "background", 1: "concrete", 2: "tin", 3: "clay"}, 3),
        Scene(
            "buildings", {0: "background", 1: "building"}, 1,
            "area_a.tif", "area_a_target.tif", "area_b.tif", "area_b_target.tif",
        ),
        Scene("pan16", {0: "background", 1: "building"}, 1, upper=0.5),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Fold:
    """A split of a scene.

    Attributes:
        scene: The scene.
        name: One of ``INNER_FOLDS``, or ``final``.
        image: Raster to train on.
        target: Its class raster.
        labels: Its polygons; in a thin fold, its class raster.
        area: Polygon layer of the training area.
        scored_image: Raster to score.
        scored_target: Its class raster.
        scored_area: Polygon layer of the scored area.
        labelled: Number of labelled pixels in the training area.
    """

    scene: Scene
    name: str
    image: Path
    target: Path
    labels: Path
    area: Path
    scored_image: Path
    scored_target: Path
    scored_area: Path
    labelled: int


def make_fold(data: Path, scene: Scene, name: str, folder: Path) -> Fold:
    """Split a scene.

    Args:
        data: Folder of all scenes; only read.
        scene: The scene.
        name: One of ``INNER_FOLDS``, or ``final``.
        folder: Where the two polygon layers are written, and the class raster of a thin fold.
    """
    home = data / scene.name
    grid, target = read_target(home / scene.target)
    train, test = areas(home, scene, grid, target)
    labels = home / "labels.gpkg"
    learned_target = home / scene.target
    if name == FINAL_FOLD:
        learned, scored = train, test
        scored_image, scored_target = (
            home / (scene.test_image or scene.image),
            home / (scene.test_target or scene.target),
        )
    else:
        halves = cut_in_two(train, target, grid.transform)
        learned, scored = halves if name.endswith("a") else halves[::-1]
        scored_image, scored_target = home / scene.image, home / scene.target
    scored_crs = grid.crs if name != FINAL_FOLD else read_target(scored_target)[0].crs
    if name.startswith(THIN):
        labels = learned_target = folder / f"{scene.name}-{name}-target.tif"
        write_thinned(home / scene.target, learned_target, scene.rare)
    area, scored_area = (folder / f"{scene.name}-{name}-{part}.gpkg" for part in ("learned", "scored"))
    write_layer(area, learned, grid.crs)
    write_layer(scored_area, scored, scored_crs)
    labelled = int((inside(learned, target.shape, grid.transform) & (target != IGNORED)).sum())
    return Fold(
        scene, name, home / scene.image, learned_target, labels, area,
        scored_image, scored_target, scored_area, labelled,
    )  # fmt: skip


@dataclass(frozen=True)
class Grid:
    """Georeference of a raster."""

    crs: rasterio.CRS
    transform: rasterio.Affine


def read_target(path: Path) -> tuple[Grid, np.ndarray]:
    """A class raster, uint8 (H, W), and its grid."""
    with rasterio.open(path) as source:
        return Grid(source.crs, source.transform), source.read(1)


def areas(
    home: Path, scene: Scene, grid: Grid, target: np.ndarray
) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Training area and test area: of ``aoi.gpkg`` if there is one, else by ``Scene.upper``."""
    if (home / "aoi.gpkg").exists():
        return read_area(home / "aoi.gpkg", "train", grid), read_area(home / "aoi.gpkg", "test", grid)
    height, width = target.shape
    rows = round(scene.upper * height)
    train = pixel_box(grid.transform, 0, rows, 0, width)
    if scene.test_target:
        other, test_target = read_target(home / scene.test_target)
        return train, pixel_box(other.transform, 0, test_target.shape[0], 0, test_target.shape[1])
    return train, pixel_box(grid.transform, rows, height, 0, width)


def read_area(layer: Path, value: str | None, grid: Grid) -> shapely.Geometry:
    """Union of a layer's polygons (all, or those with a value in ``split``), in the grid's CRS."""
    meta, _, geometries, columns = pyogrio.raw.read(layer)
    fields = dict(zip(meta["fields"], columns, strict=True))
    polygons = shapely.from_wkb(geometries)
    chosen = shapely.union_all(polygons if value is None else polygons[fields["split"] == value])
    crs = rasterio.CRS.from_user_input(meta["crs"])
    if crs == grid.crs:
        return chosen
    return shapely.geometry.shape(transform_geom(crs, grid.crs, shapely.geometry.mapping(chosen)))


def pixel_box(transform: rasterio.Affine, top: int, bottom: int, left: int, right: int) -> shapely.Geometry:
    """A rectangle of pixels as a polygon in map coordinates."""
    (west, north), (east, south) = transform @ (left, top), transform @ (right, bottom)
    return shapely.box(min(west, east), min(north, south), max(west, east), max(north, south))


def write_thinned(source: Path, sink: Path, value: int) -> None:
    """Write a class raster in which four of five objects of a class are ignored.

    This makes a common class rare without a change of the image.
    """
    with rasterio.open(source) as dataset:
        target, profile = dataset.read(1), dataset.profile
    numbers, _ = ndimage.label(target == value, np.ones((3, 3), bool))
    target[(numbers > 0) & (numbers % KEPT_OF != 1)] = IGNORED
    with rasterio.open(sink, "w", **profile) as dataset:
        dataset.write(target, 1)


def cut_in_two(
    area: shapely.Geometry, target: np.ndarray, transform: rasterio.Affine
) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Halve an area by an axis-parallel cut, so that each half has about half of every class.

    Args:
        area: In map coordinates; its bounding rectangle is cut.
        target: Class raster, uint8 (H, W).
        transform: Its transform.

    Returns:
        The upper or left half, and the other one.

    Raises:
        ValueError: No cut leaves every class in both halves.
    """
    where = inside(area, target.shape, transform)
    rows, cols = np.flatnonzero(where.any(1)), np.flatnonzero(where.any(0))
    top, bottom, left, right = (int(n) for n in (rows[0], rows[-1] + 1, cols[0], cols[-1] + 1))
    labels = np.where(where, target, IGNORED)[top:bottom, left:right]
    cost, axis, at = min(unevenness(labels, axis, at) for axis in (0, 1) for at in cuts(labels.shape[axis]))
    halves = (
        (
            pixel_box(transform, top, top + at, left, right),
            pixel_box(transform, top + at, bottom, left, right),
        )
        if axis == 0
        else (
            pixel_box(transform, top, bottom, left, left + at),
            pixel_box(transform, top, bottom, left + at, right),
        )
    )
    if cost >= 1:
        raise ValueError("No cut leaves every class in both halves.")
    return shapely.intersection(area, halves[0]), shapely.intersection(area, halves[1])


def cuts(length: int) -> list[int]:
    """Positions at which a side may be cut: multiples of 32 pixels."""
    return sorted({round(part * length / 32) * 32 for part in CUTS})


def unevenness(labels: np.ndarray, axis: int, at: int) -> tuple[float, int, int]:
    """Largest deviation of a class's share in the first part from one half, relative to it; and the cut."""
    first, whole = (
        np.bincount(part.ravel(), minlength=256)[:IGNORED]
        for part in (np.take(labels, range(at), axis), labels)
    )
    shares = first[whole > 0] / whole[whole > 0]
    return float(np.abs(2 * shares - 1).max()), axis, at


def inside(area: shapely.Geometry, shape: tuple[int, ...], transform: rasterio.Affine) -> np.ndarray:
    """Pixels whose centre lies in an area, bool (H, W)."""
    burnt: np.ndarray = rasterize([(area, 1)], shape, transform=transform, dtype="uint8")
    return burnt.astype(bool)


def write_layer(path: Path, area: shapely.Geometry, crs: rasterio.CRS) -> None:
    """Write a layer of one polygon."""
    path.unlink(missing_ok=True)
    pyogrio.raw.write(
        path, geometry=shapely.to_wkb(np.array([area])), field_data=[np.array(["area"])],
        fields=np.array(["name"]), driver="GPKG", geometry_type="Polygon", crs=crs.to_string(),
    )  # fmt: skip


def describe(fold: Fold) -> str:
    """Pixels of each class in the training and the scored area, as JSON for the log."""
    _, target = read_target(fold.target)
    grid, scored = read_target(fold.scored_target)
    counts = {}
    for name, layer, labels, transform in (
        ("learned", fold.area, target, read_target(fold.target)[0].transform),
        ("scored", fold.scored_area, scored, grid.transform),
    ):
        *_, geometries, _ = pyogrio.raw.read(layer)
        chosen = inside(shapely.union_all(shapely.from_wkb(geometries)), labels.shape, transform)
        numbers = np.bincount(labels[chosen], minlength=256)
        counts[name] = {text: int(numbers[value]) for value, text in fold.scene.classes.items()}
    return json.dumps(counts)
