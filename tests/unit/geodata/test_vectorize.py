import numpy as np
import pyogrio
import pytest
import shapely
from rasterio import Affine

import core.geodata.vectorize as vectorize_module
from core.contract.classes import build_class_table
from core.contract.errors import JobCancelledError, OutputError, RasterError
from core.geodata.raster import open_scene
from core.geodata.vectorize import polygonize_classes

CLASSES = build_class_table([(0, "background"), (1, "car"), (5, "Straße")])
VALUES = np.zeros((30, 40), "uint8")
VALUES[4:10, 5:15] = 1
VALUES[20:22, 20:23] = 5
VALUES[:, 35:] = 255


def _read(path):
    info, _, geometries, columns = pyogrio.raw.read(path, layer=path.stem)
    return info, shapely.from_wkb(geometries), dict(zip(info["fields"], columns))


def test_layer_holds_value_name_and_area(make_raster, tmp_path, reporter):
    raster = make_raster(VALUES, nodata=255)
    output = tmp_path / "meine Flächen.gpkg"
    assert polygonize_classes(raster, CLASSES, output, reporter) == 3
    info, polygons, columns = _read(output)
    assert info["crs"] == "EPSG:32632"
    assert list(columns) == ["class_value", "class_name", "area_m2"]
    order = np.argsort(columns["class_value"])
    assert columns["class_value"][order].tolist() == [0, 1, 5]
    assert columns["class_name"][order].tolist() == ["background", "car", "Straße"]
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
def test_areas_are_those_on_the_ground(make_raster, tmp_path, reporter, crs, to_map):
    raster = make_raster(VALUES, nodata=255, crs=crs, transform=to_map)
    polygonize_classes(raster, CLASSES, tmp_path / "areas.gpkg", reporter)
    _, _, columns = _read(tmp_path / "areas.gpkg")
    by_value = dict(zip(columns["class_value"], columns["area_m2"]))
    pixel = open_scene(raster).pixel_size_m ** 2
    assert by_value[1] == pytest.approx(60 * pixel, rel=1e-4)
    assert by_value[5] == pytest.approx(6 * pixel, rel=1e-4)


def test_rotated_raster_gives_rotated_polygons(make_raster, tmp_path, reporter):
    rotated = Affine.translation(5e5, 5.6e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
    polygonize_classes(
        make_raster(VALUES, nodata=255, transform=rotated), CLASSES, tmp_path / "a.gpkg", reporter
    )
    _, polygons, columns = _read(tmp_path / "a.gpkg")
    corners = np.column_stack(rotated @ (np.array([5, 15, 15, 5]), np.array([4, 4, 10, 10])))
    car = polygons[columns["class_value"] == 1][0]
    assert car.symmetric_difference(shapely.Polygon(corners)).area < 1e-6


def test_batches_end_up_in_one_layer(make_raster, tmp_path, reporter, monkeypatch):
    monkeypatch.setattr(vectorize_module, "BATCH", 1)
    values = np.tile(np.array([[0, 1], [1, 5]], "uint8"), (400, 40))
    raster = make_raster(values)
    count = polygonize_classes(raster, CLASSES, tmp_path / "many.gpkg", reporter)
    _, polygons, _ = _read(tmp_path / "many.gpkg")
    assert len(polygons) == count == values.size
    assert shapely.area(polygons).sum() == pytest.approx(values.size * 0.25)


def test_raster_without_classes_gives_an_empty_layer_with_its_fields(make_raster, tmp_path, reporter):
    raster = make_raster(np.full((30, 40), 255, "uint8"), nodata=255)
    assert polygonize_classes(raster, CLASSES, tmp_path / "none.gpkg", reporter) == 0
    info = pyogrio.read_info(tmp_path / "none.gpkg", layer="none")
    assert info["features"] == 0
    assert list(info["fields"]) == ["class_value", "class_name", "area_m2"]
    assert info["geometry_type"] == "Polygon"


def test_existing_layer_is_replaced(make_raster, tmp_path, reporter):
    raster, output = make_raster(VALUES, nodata=255), tmp_path / "a.gpkg"
    for _ in range(2):
        polygonize_classes(raster, CLASSES, output, reporter)
    assert pyogrio.read_info(output)["features"] == 3


def test_nothing_is_left_after_cancelling(make_raster, tmp_path, cancelled):
    raster = make_raster(VALUES, nodata=255)
    before = set(tmp_path.iterdir())
    with pytest.raises(JobCancelledError):
        polygonize_classes(raster, CLASSES, tmp_path / "a.gpkg", cancelled)
    assert set(tmp_path.iterdir()) == before


def test_missing_folder_is_explained(make_raster, tmp_path, reporter):
    raster = make_raster(VALUES, nodata=255)
    with pytest.raises(OutputError, match=r"a\.gpkg' cannot be written"):
        polygonize_classes(raster, CLASSES, tmp_path / "gone" / "a.gpkg", reporter)


def test_damaged_class_raster_is_explained(make_raster, tmp_path, reporter):
    noise = np.random.default_rng(0).integers(0, 2, (300, 300)).astype("uint8")
    raster = make_raster(noise)
    raster.write_bytes(raster.read_bytes()[: raster.stat().st_size // 2])
    with pytest.raises(RasterError, match="damaged or cut off"):
        polygonize_classes(raster, CLASSES, tmp_path / "a.gpkg", reporter)
    assert not (tmp_path / "a.gpkg").exists()


def test_value_that_is_no_class_is_refused(make_raster, tmp_path, reporter):
    raster = make_raster(np.full((4, 4), 9, "uint8"))
    with pytest.raises(RasterError, match="value 9, which is no class"):
        polygonize_classes(raster, CLASSES, tmp_path / "a.gpkg", reporter)
