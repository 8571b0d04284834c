import dataclasses

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.warp
import shapely
from rasterio.crs import CRS

from core.contract.jobs.compare import CompareJob
from core.contract.messages.errors import LabelError
from core.geodata.chips.index import index_chips
from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scenes
from core.geodata.split.areas import split_labels
from core.geodata.split.split import BUFFER, TEST, UNUSED, VALIDATION, split_around

SIZE = 160


@pytest.fixture
def make_split(make_raster, make_layer, make_job):
    """A job with a car on each scene; areas are (box or polygon, value) in pixels of the first scene."""

    def make(*areas, scenes=1, values=None, **more):
        images = [make_raster(np.full((SIZE, SIZE), 9, np.uint8), f"image_{n}.tif") for n in range(scenes)]
        labels = make_layer([shapely.box(100, 100, 110, 110), shapely.box(10, 10, 20, 20)], ["car", "car"])
        polygons = [area if isinstance(area, shapely.Geometry) else shapely.box(*area) for area, _ in areas]
        values = [value for _, value in areas] if values is None else values
        split = make_layer(polygons, values, name="areas.gpkg", field="split", **more)
        return make_job(images, labels, chip_size=32, split=str(split))

    return make


@pytest.fixture
def run(tmp_path, reporter):
    """Split the labels of a job; returns scenes, subsets, and the rasters of each as arrays."""

    def split(job):
        scenes = open_scenes(job.input)
        folder = tmp_path / "scratch"
        folder.mkdir()
        subsets = split_labels(job, prepare_labels(job, scenes, folder, reporter), scenes, reporter)

        def values(paths):
            arrays = []
            for path in paths:
                with rasterio.open(path) as dataset:
                    arrays.append(dataset.read(1))
            return arrays

        held = [values(each.targets) if each else None for each in (subsets.validation, subsets.test)]
        return scenes, subsets, values(subsets.training), *held

    return split


def _inside(*boxes):
    where = np.zeros((SIZE, SIZE), bool)
    for left, top, right, bottom in boxes:
        where[top:bottom, left:right] = True
    return where


LEFT, MIDDLE, RIGHT = (0, 0, 80, 160), (80, 0, 120, 160), (120, 0, 160, 150)


def test_each_label_is_in_the_subset_of_its_area_only(make_split, run, reporter):
    _, subsets, (training,), (validation,), (test,) = run(
        make_split((LEFT, "train"), (MIDDLE, " Validation"), (RIGHT, "TEST"))
    )
    assert ((training != 255) == _inside(LEFT)).all()
    assert ((validation != 255) == _inside(MIDDLE)).all()
    assert ((test != 255) == _inside(RIGHT)).all()
    assert subsets.unused_pixels.sum() == SIZE**2 - sum(map(np.sum, map(_inside, (LEFT, MIDDLE, RIGHT))))
    assert "400 labelled pixels lie outside all split areas and are not used" in reporter.text


def test_test_areas_win_over_validation_and_validation_over_training(make_split, run, reporter):
    _, _, (training,), (validation,), (test,) = run(
        make_split(((50, 0, 160, 160), "test"), ((30, 0, 100, 160), "validation"), ((0, 0, 60, 160), "train"))
    )
    assert ((training != 255) == _inside((0, 0, 30, 160))).all()
    assert ((validation != 255) == _inside((30, 0, 50, 160))).all()
    assert ((test != 255) == _inside((50, 0, 160, 160))).all()
    # 30 x 160, 10 x 160 and 50 x 160 pixels of half a metre, a little more on the true ground.
    for first, second, area in (
        ("train", "validation", "1,201"), ("train", "test", "400"), ("validation", "test", "2,002")
    ):  # fmt: skip
        text = f"Areas for {first} and for {second} overlap on {area} m², which is used for {second}."
        assert text in reporter.warnings


def test_areas_that_share_a_border_do_not_overlap(make_split, run, reporter):
    run(make_split((LEFT, "train"), (MIDDLE, "validation")))
    assert not reporter.warnings


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:4326", "EPSG:3857"])
def test_no_chip_is_within_the_buffer_of_areas_with_holes(
    make_split, run, reporter, crs, assert_apart, make_layer, tmp_path
):
    """The validation polygon has a hole for training that is too small for a chip and a buffer."""
    ring = shapely.Polygon(
        [(60, 60), (150, 50), (155, 150), (70, 140)], [[(90, 90), (110, 90), (110, 110), (90, 110)]]
    )
    job = make_split(((0, 0, SIZE, SIZE), "train"), (ring, "validation"), ((0, 130, 20, 160), "test"))
    _reproject(job.split, crs)
    scenes, subsets, _, (validation,), (test,) = run(job)
    index = index_chips(scenes, subsets.training, 32, len(subsets.classes), reporter)
    held_out = subsets.held_out(scenes, index, reporter)
    split = split_around(index, lambda _: held_out)

    expected = _burn(ring)
    assert (((validation != 255) != expected) & (test == 255)).sum() <= 4  # rounding at the outline
    assert (validation[92:108, 92:108] == 255).all()
    assert split.buffer == 16
    assert_apart(index, index.candidates(split.closed), [(validation != 255) | (test != 255)], split.buffer)
    counts = [np.bincount(values.ravel(), minlength=256)[:2].tolist() for values in (validation, test)]
    assert [split.pixels[subset, 0].tolist() for subset in (VALIDATION, TEST)] == counts
    assert split.pixels.sum() == SIZE**2
    assert split.pixels[BUFFER].sum() > 0
    assert split.pixels[UNUSED].sum() == 0


def _reproject(path, crs):
    info, _, geometry, fields = pyogrio.raw.read(path)
    source = CRS.from_user_input(info["crs"])
    shapes = shapely.transform(
        shapely.from_wkb(geometry), lambda p: np.column_stack(rasterio.warp.transform(source, crs, *p.T))
    )
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), fields, info["fields"], geometry_type="Polygon", crs=crs, driver="GPKG"
    )


def _burn(polygon):
    centres = np.stack(np.meshgrid(np.arange(SIZE) + 0.5, np.arange(SIZE) + 0.5), axis=-1)
    return shapely.contains_xy(polygon, centres[..., 0], centres[..., 1])


def test_unlabelled_pixels_of_an_area_are_held_out_too(make_split, run, reporter, assert_apart):
    """Only a small region is labelled, but no chip may show any pixel of the test area."""
    job = make_split(((0, 0, SIZE, SIZE), "train"), ((90, 90, 160, 160), "test"))
    job = dataclasses.replace(job, unlabelled="ignore", class_field="class")
    labels = pyogrio.raw.read(job.labels)
    pyogrio.raw.write(
        job.labels, labels[2], [np.array(["car", "house"], dtype=object)], labels[0]["fields"],
        geometry_type="Polygon", crs=labels[0]["crs"], driver="GPKG",
    )  # fmt: skip
    scenes, subsets, *_ = run(job)
    index = index_chips(scenes, subsets.training, 32, len(subsets.classes), reporter)
    held_out = subsets.held_out(scenes, index, reporter)
    split = split_around(index, lambda _: held_out)
    assert_apart(index, index.candidates(split.closed), [_inside((90, 90, 160, 160))], split.buffer)
    assert split.missing_in_training == (0,)


def test_areas_on_one_of_several_scenes_leave_the_others_unused(make_split, run, make_raster, reporter):
    job = make_split((LEFT, "train"), (RIGHT, "validation"))
    beside = make_raster(
        np.full((64, 64), 9, np.uint8),
        "beside.tif",
        transform=rasterio.Affine(0.5, 0, 501_000, 0, -0.5, 5_600_000),
    )
    _, subsets, (_, other), (_, held), _ = run(dataclasses.replace(job, input=(*job.input, str(beside))))
    assert (other == 255).all()
    assert (held == 255).all()
    assert subsets.unused_pixels[1].sum() == 64 * 64
    assert not subsets.validation.cells[1].any()


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:32633"])
def test_buffer_around_an_area_continues_in_the_adjacent_raster(make_split, run, make_raster, reporter, crs):
    """Orthophoto tiles edge to edge; the test area ends at the border of the first."""
    job = make_split(
        ((0, 0, 120, SIZE), "train"), ((120, 0, SIZE, SIZE), "test"), ((SIZE, 0, 320, SIZE), "train")
    )
    (x, _), (y, _) = rasterio.warp.transform("EPSG:32632", crs, [500_080, 0], [5_600_000, 0])
    grid = rasterio.Affine(0.5, 0, x, 0, -0.5, y)
    if crs != "EPSG:32632":
        grid = grid @ rasterio.Affine.rotation(4.6)
    beside = make_raster(np.full((SIZE, SIZE), 9, np.uint8), "beside.tif", crs=crs, transform=grid)
    scenes, subsets, *_ = run(dataclasses.replace(job, input=(*job.input, str(beside))))
    index = index_chips(scenes, subsets.training, 32, len(subsets.classes), reporter)
    held_out = subsets.held_out(scenes, index, reporter)
    split = split_around(index, lambda _: held_out)
    candidates = index.candidates(split.closed)
    is_beside = candidates.scene == 1
    corners = scenes[1].transform @ (
        candidates.col[is_beside],
        candidates.row[is_beside] + np.array([[0], [32]]),
    )
    xs, _ = rasterio.warp.transform(crs, "EPSG:32632", *(each.ravel() for each in corners))
    assert split.buffer == 16
    assert 8 - 0.01 <= min(xs) - 500_080 <= 12


def test_areas_for_training_only_hold_nothing_out(make_split, run):
    _, subsets, (training,), validation, test = run(make_split((LEFT, "train")))
    assert (subsets.validation, subsets.test, validation, test) == (None, None, None, None)
    assert ((training != 255) == _inside(LEFT)).all()


def test_job_without_areas_trains_on_all_labels(make_split, run):
    _, subsets, (training,), *held = run(dataclasses.replace(make_split((LEFT, "train")), split=""))
    assert (training != 255).all()
    assert held == [None, None]
    assert not subsets.unused_pixels.any()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (["train", "val"], "in 1 polygon it is 'val'"),
        (["train", None], "in 1 polygon it is empty"),
        (["Validierung", "lernen"], "in 2 polygons it is 'Validierung', 'lernen'"),
        ([1, 2], "in 2 polygons it is '1', '2'"),
        (["validation", "test"], "No polygon of 'areas.gpkg' is for training"),
    ],
)
def test_unknown_values_are_refused(make_split, run, values, words):
    with pytest.raises(LabelError, match=words) as caught:
        run(make_split((LEFT, ""), (RIGHT, ""), values=values))
    assert "train" in caught.value.hint


def test_unknown_field_is_refused(make_split, run):
    with pytest.raises(LabelError, match="no field 'part'"):
        run(dataclasses.replace(make_split((LEFT, "train")), split_field="part"))


def test_areas_outside_the_rasters_are_refused(make_split, run):
    with pytest.raises(LabelError, match=r"split areas of 'areas\.gpkg'.* do not overlap"):
        run(make_split(((900, 0, 990, 50), "train")))


def test_training_areas_under_others_leave_no_training_labels(make_split, run):
    with pytest.raises(LabelError, match="no training labels"):
        run(make_split((LEFT, "train"), (LEFT, "validation")))


def test_validation_areas_without_a_label_are_refused(make_split, run, make_layer, reporter):
    job = make_split((LEFT, "train"), (RIGHT, "validation"))
    area = make_layer([shapely.box(0, 0, 100, 160)], name="area.gpkg")
    scenes, subsets, *_ = run(dataclasses.replace(job, area=str(area)))
    index = index_chips(scenes, subsets.training, 32, len(subsets.classes), reporter)
    with pytest.raises(LabelError, match="areas for validation have no labelled pixel"):
        subsets.held_out(scenes, index, reporter)


@pytest.fixture
def compare_job(make_raster, make_layer, tmp_path):
    """A car and a house on both sides, a boat on the right only; the right side is the test area."""
    image = make_raster(np.full((40, 60), 9, np.uint8))
    boxes = [shapely.box(c, r, c + 5, r + 5) for r, c in ((2, 2), (2, 40), (20, 2), (20, 40), (30, 50))]
    labels = make_layer(boxes, ["car", "car", "house", "house", "boat"])
    left = make_layer([shapely.box(0, 0, 30, 40)], name="left.gpkg")
    right = make_layer([shapely.box(30, 0, 60, 40)], name="right.gpkg")
    return CompareJob(
        (str(image),), str(labels), str(tmp_path), class_field="class", area=str(left), test_area=str(right),
        chip_size=32,
    )  # fmt: skip


@pytest.mark.parametrize("with_area", [True, False])
def test_every_pixel_is_for_training_or_in_the_test_area_of_a_comparison(compare_job, run, with_area):
    """Also if the test area is outside the labelled area: it counts as labelled."""
    job = compare_job if with_area else dataclasses.replace(compare_job, area="")
    _, subsets, (training,), validation, (test,) = run(job)
    assert validation is None
    assert ((training == 255) != (test == 255)).all()
    assert (test[:, :30] == 255).all()
    assert subsets.classes.names == ["background", "boat", "car", "house"]
    assert test[4, 42] == training[4, 4] == subsets.classes.names.index("car")
    assert test[32, 52] == subsets.classes.names.index("boat")


def test_test_areas_of_split_layer_and_comparison_are_merged(compare_job, run, make_layer):
    boxes = [shapely.box(0, 0, 20, 40), shapely.box(20, 0, 30, 40)]
    split = make_layer(boxes, ["train", "test"], name="areas.gpkg", field="split")
    _, _, (training,), _, (test,) = run(dataclasses.replace(compare_job, split=str(split), area=""))
    assert (training[:, :20] != 255).all()
    assert (training[:, 20:] == 255).all()
    assert (test[:, 20:] != 255).all()
