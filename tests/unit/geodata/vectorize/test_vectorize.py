import resource
import signal
from dataclasses import replace

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio import Affine

import core.geodata.raster.failures as failures_module
import core.geodata.vectorize.polygonize as polygonize_module
import core.geodata.vectorize.vectorize as vectorize_module
from core.contract.classes import build_class_table
from core.contract.jobs.job import describe
from core.contract.jobs.vectorize import VectorizeJob
from core.contract.messages.errors import (
    DiskFullError,
    JobCancelledError,
    OutputError,
    RasterError,
    SettingsError,
)
from core.geodata.raster.scene import open_scene
from core.geodata.vectorize.vectorize import PolygonStyle, vectorize, vectorize_classes

CLASSES = build_class_table([(0, "background"), (1, "car"), (5, "Straße")])
VALUES = np.zeros((30, 40), "uint8")
VALUES[4:10, 5:15] = 1
VALUES[20:22, 20:23] = 5
VALUES[:, 35:] = 255
EXACT = PolygonStyle(0, 0, 0)


def _read(path):
    info, _, geometries, columns = pyogrio.raw.read(path, layer=path.stem)
    return info, shapely.from_wkb(geometries), dict(zip(info["fields"], columns))


def test_fields_are_value_name_area_and_perimeter(make_raster, tmp_path, reporter):
    raster = make_raster(VALUES, nodata=255)
    output = tmp_path / "meine Flächen.gpkg"
    assert vectorize_classes(raster, CLASSES, output, EXACT, None, reporter) == 3
    info, polygons, columns = _read(output)
    assert info["crs"] == "EPSG:32632"
    assert list(columns) == ["class_value", "class_name", "area_m2", "perimeter_m"]
    order = np.argsort(columns["class_value"])
    assert columns["class_value"][order].tolist() == [0, 1, 5]
    assert columns["class_name"][order].tolist() == ["background", "car", "Straße"]
    assert columns["area_m2"][order][1:] == pytest.approx([15, 1.5], rel=2e-3)
    assert columns["perimeter_m"][order][1:] == pytest.approx([16, 5], rel=1e-3)
    left, top = 500_000 + 5 * 0.5, 5_600_000 - 4 * 0.5
    assert polygons[order[1]].equals(shapely.box(left, top - 3, left + 5, top))


@pytest.mark.parametrize(
    ("crs", "to_map"),
    [
        ("EPSG:32632", Affine(0.5, 0, 500_000, 0, -0.5, 6_650_000)),
        ("EPSG:3857", Affine(1, 0, 1_000_000, 0, -1, 8_399_737)),
        ("EPSG:4326", Affine(1e-5, 0, 9, 0, -1e-5, 60)),
    ],
)
def test_areas_are_measured_on_the_ground(make_raster, tmp_path, reporter, crs, to_map):
    raster = make_raster(VALUES, nodata=255, crs=crs, transform=to_map)
    vectorize_classes(raster, CLASSES, tmp_path / "areas.gpkg", EXACT, None, reporter)
    _, _, columns = _read(tmp_path / "areas.gpkg")
    by_value = dict(zip(columns["class_value"], columns["area_m2"]))
    pixel = open_scene(raster).pixel_size_m ** 2
    assert by_value[1] == pytest.approx(60 * pixel, rel=1e-4)
    assert by_value[5] == pytest.approx(6 * pixel, rel=1e-4)


def test_rotated_raster_has_rotated_polygons(make_raster, tmp_path, reporter):
    rotated = Affine.translation(5e5, 5.6e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
    raster = make_raster(VALUES, nodata=255, transform=rotated)
    vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", EXACT, None, reporter)
    _, polygons, columns = _read(tmp_path / "a.gpkg")
    corners = np.column_stack(rotated @ (np.array([5, 15, 15, 5]), np.array([4, 4, 10, 10])))
    car = polygons[columns["class_value"] == 1][0]
    assert car.symmetric_difference(shapely.Polygon(corners)).area < 1e-6


def test_batches_are_written_to_one_layer(make_raster, tmp_path, reporter, monkeypatch):
    monkeypatch.setattr(vectorize_module, "BATCH_POINTS", 3000)
    monkeypatch.setattr(polygonize_module, "PORTION_POINTS", 500)
    values = np.tile(np.array([[0, 1], [1, 5]], "uint8"), (30, 40))
    raster = make_raster(values)
    count = vectorize_classes(raster, CLASSES, tmp_path / "many.gpkg", EXACT, None, reporter)
    _, polygons, _ = _read(tmp_path / "many.gpkg")
    assert len(polygons) == count == values.size
    assert shapely.area(polygons).sum() == pytest.approx(values.size * 0.25)


def test_raster_without_classes_becomes_an_empty_layer_with_fields(make_raster, tmp_path, reporter):
    raster = make_raster(np.full((30, 40), 255, "uint8"), nodata=255)
    assert vectorize_classes(raster, CLASSES, tmp_path / "none.gpkg", EXACT, None, reporter) == 0
    info = pyogrio.read_info(tmp_path / "none.gpkg", layer="none")
    assert info["features"] == 0
    assert list(info["fields"]) == ["class_value", "class_name", "area_m2", "perimeter_m"]
    assert info["geometry_type"] == "Polygon"


def test_existing_layer_is_replaced(make_raster, tmp_path, reporter):
    raster, output = make_raster(VALUES, nodata=255), tmp_path / "a.gpkg"
    for _ in range(2):
        vectorize_classes(raster, CLASSES, output, EXACT, None, reporter)
    assert pyogrio.read_info(output)["features"] == 3


def test_cancelling_leaves_no_files(make_raster, tmp_path, cancelled):
    raster = make_raster(VALUES, nodata=255)
    before = set(tmp_path.iterdir())
    with pytest.raises(JobCancelledError):
        vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", EXACT, None, cancelled)
    assert set(tmp_path.iterdir()) == before


def test_missing_folder_is_an_error(make_raster, tmp_path, reporter):
    raster = make_raster(VALUES, nodata=255)
    with pytest.raises(OutputError, match=r"a\.gpkg' cannot be written"):
        vectorize_classes(raster, CLASSES, tmp_path / "gone" / "a.gpkg", EXACT, None, reporter)


def test_damaged_class_raster_is_an_error(make_raster, tmp_path, reporter):
    noise = np.random.default_rng(0).integers(0, 2, (300, 300)).astype("uint8")
    raster = make_raster(noise)
    raster.write_bytes(raster.read_bytes()[: raster.stat().st_size // 2])
    with pytest.raises(RasterError, match="damaged or cut off"):
        vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", EXACT, None, reporter)
    assert not (tmp_path / "a.gpkg").exists()


def test_value_of_no_class_is_refused(make_raster, tmp_path, reporter):
    raster = make_raster(np.full((4, 4), 9, "uint8"))
    with pytest.raises(RasterError, match="value 9, which is no class"):
        vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", EXACT, None, reporter)


def test_small_segments_are_merged_by_their_area_on_the_ground(make_raster, tmp_path, reporter):
    raster = make_raster(VALUES, nodata=255)
    before = set(tmp_path.iterdir())
    for min_area, expected in ((1.4, 3), (1.6, 2), (15.1, 1)):
        style = PolygonStyle(min_area, 0, 0)
        assert vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", style, None, reporter) == expected
    assert set(tmp_path.iterdir()) - before == {tmp_path / "a.gpkg"}


def test_confidence_becomes_a_field_with_null_for_none(make_raster, tmp_path, reporter):
    confidence = np.full(VALUES.shape, 0.25, "float32")
    confidence[4:10, 5:10] = 0.75
    confidence[20:22, 20:23] = -1
    shares = make_raster(confidence, "confidence.tif", nodata=-1)
    raster, output = make_raster(VALUES, nodata=255), tmp_path / "a.gpkg"
    vectorize_classes(raster, CLASSES, output, EXACT, shares, reporter)
    _, _, columns = _read(output)
    means = dict(zip(columns["class_value"], columns["mean_confidence"]))
    assert means[1] == pytest.approx(0.5)
    assert means[0] == pytest.approx(0.25)
    assert np.isnan(means[5])


@pytest.mark.parametrize(
    "change",
    [
        {"transform": Affine(0.5, 0, 500_000.1, 0, -0.5, 5_600_000)},
        {"crs": "EPSG:32633"},
        {"values": np.zeros((30, 41), "float32")},
    ],
)
def test_confidence_on_another_grid_is_refused(make_raster, tmp_path, reporter, change):
    shares = make_raster(name="confidence.tif", **{"values": VALUES.astype("float32"), **change})
    raster = make_raster(VALUES, nodata=255)
    with pytest.raises(RasterError, match=r"does not have the grid of 'image\.tif'"):
        vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", EXACT, shares, reporter)
    assert not (tmp_path / "a.gpkg").exists()


def test_simplified_polygons_share_their_borders_in_map_coordinates(make_raster, tmp_path, reporter):
    rng = np.random.default_rng(2)
    values = np.kron(rng.integers(0, 3, (12, 13)), np.ones((5, 5))).astype("uint8")
    values ^= (rng.random(values.shape) < 0.05).astype("uint8")
    classes = build_class_table([(0, "a"), (1, "b"), (2, "c"), (3, "d")])
    to_map = Affine.translation(5e5, 5.6e6) @ Affine.rotation(17) @ Affine.scale(0.1, -0.1)
    raster, output = make_raster(values, transform=to_map), tmp_path / "a.gpkg"
    vectorize_classes(raster, classes, output, PolygonStyle(0.03, 0.12, 3), None, reporter)
    _, polygons, columns = _read(output)
    assert shapely.coverage_is_valid(polygons)
    assert shapely.is_valid(polygons).all()
    assert shapely.area(polygons).sum() == pytest.approx(values.size * 0.01)
    assert columns["area_m2"].min() > 0.02


def test_tolerance_is_in_metres_for_pixels_that_are_not_square_on_the_ground(make_raster, tmp_path, reporter):
    """At 60 degrees north a degree of longitude is half as long as one of latitude."""
    values = np.zeros((60, 60), "uint8")
    values[20:40, 20:40] = 1
    values[19, 25] = values[30, 40] = 1  # bumps of one pixel: 1.1 m to the north, 0.56 m to the east
    raster = make_raster(values, crs="EPSG:4326", transform=Affine(1e-5, 0, 9, 0, -1e-5, 60))
    output = tmp_path / "a.gpkg"
    vectorize_classes(raster, CLASSES, output, PolygonStyle(0, 0.6, 0), None, reporter)
    _, polygons, columns = _read(output)
    (square,) = polygons[columns["class_value"] == 1]
    assert square.bounds[2] == pytest.approx(9 + 40e-5, abs=1e-9)
    assert square.bounds[3] == pytest.approx(60 - 19e-5, abs=1e-9)


@pytest.fixture
def job(make_raster, tmp_path):
    """A class raster as TopPixel writes them."""
    path = make_raster(VALUES, "classes.tif", nodata=255)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(1, CLASS_0="background", CLASS_1="car")
        dataset.write_colormap(1, {0: (9, 9, 9, 255), 1: (255, 0, 16, 255), 5: (0, 0, 255, 255)})
    return VectorizeJob(str(path), str(tmp_path / "polygons.gpkg"))


def test_names_and_colours_come_from_the_file(job, reporter):
    values = vectorize(job, reporter)
    rows = [(row["value"], row["name"], row["colour"]) for row in values["classes"]]
    assert rows == [(0, "background", "#090909"), (1, "car", "#ff0010"), (5, "5", "#0000ff")]
    assert values["polygons"] == 3
    assert "3 polygons" in reporter.text


def test_names_and_colours_of_the_job_override_those_of_the_file(job, reporter):
    named = replace(job, class_names={"5": "roof", "1": "lorry"}, class_colours={"5": "#123456"})
    rows = {row["value"]: row for row in vectorize(named, reporter)["classes"]}
    assert [rows[value]["name"] for value in (0, 1, 5)] == ["background", "lorry", "roof"]
    assert rows[5]["colour"] == "#123456"
    assert rows[1]["colour"] == "#ff0010"


def test_job_with_wrong_settings_is_refused(job, reporter):
    wrong = replace(job, min_area=-1, smooth=9, output="a.shp", confidence="no.tif")
    with pytest.raises(SettingsError) as caught:
        vectorize(wrong, reporter)
    labels = [describe(VectorizeJob, name).label for name in ("min_area", "smooth")]
    for words in (*labels, "must end in .gpkg", "no file 'no.tif'"):
        assert words in str(caught.value)


@pytest.mark.parametrize(
    ("values", "more", "words"),
    [
        (np.array([[0.5, 1]], "float32"), {}, "fractional numbers such as 0.5"),
        (np.zeros((2, 4, 4), "uint8"), {}, "has 2 bands"),
        (np.array([[2**40, 1]], "int64"), {}, "too large for a class"),
        (
            np.arange(300, dtype="uint16")[np.newaxis].repeat(2, 0),
            {},
            "or more distinct values; at most 254",
        ),
        (VALUES, {"crs": None}, "no coordinate system"),
    ],
)
def test_raster_that_is_not_a_class_raster_is_refused(make_raster, tmp_path, reporter, values, more, words):
    raster = make_raster(values, **more)
    with pytest.raises(RasterError, match=words):
        vectorize(VectorizeJob(str(raster), str(tmp_path / "a.gpkg")), reporter)
    assert not (tmp_path / "a.gpkg").exists()


def test_integers_stored_as_floating_point_are_accepted(make_raster, tmp_path, reporter):
    values = np.array([[1, 2, np.nan]], "float64")
    job = VectorizeJob(str(make_raster(values)), str(tmp_path / "a.gpkg"))
    assert [row["value"] for row in vectorize(job, reporter)["classes"]] == [1, 2]


@pytest.mark.parametrize("min_area", [0, 1])
def test_full_disk_is_an_error_and_leaves_no_files(make_raster, tmp_path, reporter, monkeypatch, min_area):
    """Simulated by a limit on the size of files."""
    values = np.random.default_rng(0).integers(0, 2, (400, 400)).astype("uint8")
    raster, style = make_raster(values), PolygonStyle(min_area, 0, 0)
    before = set(tmp_path.iterdir())
    monkeypatch.setattr(failures_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 0}))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal_before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(DiskFullError, match="disk became full"):
            vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", style, None, reporter)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, signal_before)
    assert set(tmp_path.iterdir()) == before


def test_cancelling_midway_leaves_no_files(make_raster, tmp_path, reporter, monkeypatch):
    monkeypatch.setattr(vectorize_module, "BATCH_POINTS", 1000)
    monkeypatch.setattr(polygonize_module, "SIDE", 64)
    values = np.random.default_rng(0).integers(0, 2, (300, 300)).astype("uint8")
    raster = make_raster(values)
    before = set(tmp_path.iterdir())
    for steps in (1, 5, 12, 20):
        answers = iter([False] * steps)
        stopping = type(reporter)(is_cancelled=lambda answers=answers: next(answers, True))
        with pytest.raises(JobCancelledError):
            vectorize_classes(raster, CLASSES, tmp_path / "a.gpkg", PolygonStyle(1, 1, 1), None, stopping)
        assert set(tmp_path.iterdir()) == before
