"""The polygons of several class rasters in one layer."""

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio import Affine

from core.contract.classes import ClassEntry, ClassTable
from core.contract.messages.errors import JobCancelledError
from core.geodata.raster.scene import open_scene
from core.geodata.raster.vrt import VrtBand
from core.geodata.vectorize import merge as merged_polygons
from core.geodata.vectorize.merge import ClassMap, merge_polygons
from core.geodata.vectorize.vectorize import PolygonStyle

CLASSES = ClassTable((ClassEntry(0, 1, "roof", "#ff0000"), ClassEntry(1, 2, "road", "#00ff00")))
BANDS = VrtBand("uint8", 255, "class"), VrtBand("float32", -1.0, "confidence")
PIXELS = PolygonStyle(0, 0, 0)
ORIGIN = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)


@pytest.fixture
def make_map(make_raster):
    def make(name, col, row, values, share=None, transform=ORIGIN, **more):
        values = np.asarray(values, np.uint8)
        to_map = transform @ Affine.translation(col, row)
        path = make_raster(values, f"{name}.tif", transform=to_map, nodata=255, **more)
        confidence = None
        if share is not None:
            shares = np.full(values.shape, share, np.float32)
            confidence = make_raster(shares, f"{name}_c.tif", transform=to_map, nodata=-1.0, **more)
        return ClassMap(open_scene(path), confidence and Path(confidence), name)

    return make


def merged(maps, tmp_path, reporter):
    """Polygons, fields by name, and layer info of the merged layer."""
    output = tmp_path / "all ü.gpkg"
    count = merge_polygons(maps, BANDS, CLASSES, output, PIXELS, reporter)
    info, _, shapes, columns = pyogrio.raw.read(output)
    assert count == len(shapes)
    assert list(pyogrio.list_layers(output)[:, 0]) == ["all ü"]
    return shapely.from_wkb(shapes), dict(zip(info["fields"], columns)), info


def test_polygons_continue_across_borders_of_rasters_on_the_same_grid(make_map, tmp_path, reporter):
    left = make_map("left", 0, 0, np.full((4, 6), 1))
    right = make_map("right", 6, 0, np.full((4, 10), 1))
    shapes, fields, _ = merged([left, right], tmp_path, reporter)
    assert fields["area_m2"].tolist() == pytest.approx([16], rel=0.01)
    assert shapes[0].bounds == (500_000, 5_599_998, 500_008, 5_600_000)
    assert fields["raster"].tolist() in (["left"], ["right"])
    assert "2 rasters that touch" in reporter.text


def test_polygons_have_the_name_of_their_raster(make_map, tmp_path, reporter):
    maps = [make_map("a", 0, 0, [[1, 2]] * 2), make_map("b", 40.5, 3, [[2, 2]] * 2)]
    _, fields, _ = merged(maps, tmp_path, reporter)
    rows = sorted(zip(fields["raster"], fields["class_value"].tolist(), fields["class_name"]))
    assert rows == [("a", 1, "roof"), ("a", 2, "road"), ("b", 2, "road")]
    assert "2 of the rasters touch no other" in reporter.text


def test_later_raster_wins_where_rasters_overlap(make_map, tmp_path, reporter):
    maps = [make_map("a", 0, 0, np.full((4, 6), 1)), make_map("b", 3, 0, np.full((4, 6), 2))]
    shapes, fields, _ = merged(maps, tmp_path, reporter)
    by_value = dict(zip(fields["class_value"].tolist(), fields["area_m2"]))
    assert by_value == pytest.approx({1: 3, 2: 6}, rel=0.01)
    assert dict(zip(fields["class_value"].tolist(), fields["raster"])) == {1: "a", 2: "b"}
    assert shapely.area(shapely.union_all(shapes)) == pytest.approx(shapely.area(shapes).sum())


def test_confidence_is_the_mean_over_all_rasters(make_map, tmp_path, reporter):
    maps = [make_map("a", 0, 0, np.ones((4, 4)), 0.5), make_map("b", 4, 0, np.ones((4, 4)), 1.0)]
    _, fields, _ = merged(maps, tmp_path, reporter)
    assert fields["mean_confidence"].tolist() == pytest.approx([0.75])


def test_layer_has_the_most_frequent_system_and_true_areas(make_map, tmp_path, reporter):
    east = rasterio.warp.transform("EPSG:32632", "EPSG:32633", [500_000], [5_600_000])
    other_grid = Affine(0.5, 0, east[0][0], 0, -0.5, east[1][0])
    maps = [
        make_map("other", 0, 0, np.ones((4, 4)), crs="EPSG:32633", transform=other_grid),
        make_map("a", 100, 0, np.ones((4, 4))),
        make_map("b", 200, 0, np.ones((4, 4))),
    ]
    shapes, fields, info = merged(maps, tmp_path, reporter)
    assert info["crs"] == "EPSG:32632"
    other = shapes[fields["raster"] == "other"][0]
    assert other.distance(shapely.Point(500_000, 5_600_000)) < 0.01
    # On the central meridian, map metres are 0.9996 of those on the ground.
    assert fields["area_m2"].tolist() == pytest.approx(shapely.area(shapes) / 0.9996**2, rel=1e-4)


def test_batches_are_written_to_one_layer(make_map, tmp_path, reporter, monkeypatch):
    monkeypatch.setattr(merged_polygons, "BATCH", 3)
    board = np.indices((6, 8)).sum(axis=0) % 2 + 1
    _, fields, _ = merged([make_map("board", 0, 0, board)], tmp_path, reporter)
    assert len(fields["class_value"]) == 48


def test_a_raster_without_a_class_has_no_polygon(make_map, tmp_path, reporter):
    maps = [make_map("empty", 0, 0, np.full((4, 4), 255)), make_map("full", 100, 0, np.ones((4, 4)))]
    _, fields, _ = merged(maps, tmp_path, reporter)
    assert fields["raster"].tolist() == ["full"]
    _, fields, info = merged(maps[:1], tmp_path, reporter)
    assert len(fields["raster"]) == 0
    assert info["crs"] == "EPSG:32632"


def test_cancelling_leaves_no_files(make_map, tmp_path, cancelled):
    each = make_map("a", 0, 0, np.ones((4, 4)))
    with pytest.raises(JobCancelledError):
        merge_polygons([each], BANDS, CLASSES, tmp_path / "all.gpkg", PIXELS, cancelled)
    assert {path.name for path in tmp_path.iterdir()} == {"a.tif"}
