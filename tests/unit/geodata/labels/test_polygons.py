import numpy as np
import pytest
import shapely
from rasterio import Affine
from rasterio.windows import Window
from shapely import LineString, MultiPolygon, Point, Polygon, box

from core.contract.messages.errors import LabelError
from core.geodata.labels.polygons import (
    PixelPolygons,
    has_polygon_source,
    place_layer,
    read_polygons,
    to_pixels,
)
from core.geodata.raster.scene import open_scene

BOWTIE = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])


def test_layer_is_read_with_its_field(make_layer, reporter):
    layer = read_polygons(str(make_layer([box(0, 0, 4, 4), box(5, 5, 9, 9)], [3, 7])), "class", reporter)
    assert layer.values.tolist() == [3, 7]
    assert not layer.is_null.any()
    assert layer.crs.to_epsg() == 32632
    assert shapely.area(layer.polygons).tolist() == [4, 4]


def test_source_may_name_layer_and_filter_as_qgis_does(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="other")
    make_layer([box(0, 0, 2, 2), box(0, 0, 6, 6)], [1, 2], layer="wanted", append=True)
    source = f'{path}|layername=wanted|geometrytype=Polygon|subset="class" = 2 OR \'a|b\' = "class"'
    layer = read_polygons(source, "class", reporter)
    assert layer.values.tolist() == [2]
    assert shapely.area(layer.polygons).tolist() == [9]


def test_layer_may_be_named_by_its_number(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="first")
    make_layer([box(0, 0, 2, 2)], [5], layer="second", append=True)
    assert read_polygons(f"{path}|layerid=1", "class", reporter).values.tolist() == [5]


def test_file_with_several_layers_asks_which_one(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="roofs")
    make_layer([box(0, 0, 2, 2)], [5], layer="cars", append=True)
    with pytest.raises(LabelError, match="several layers: roofs, cars"):
        read_polygons(str(path), "class", reporter)


def test_multipolygons_and_three_dimensions_are_read(make_layer, reporter):
    shapes = [MultiPolygon([box(0, 0, 2, 2), box(4, 4, 6, 6)]), Polygon([(0, 0, 5), (2, 0, 5), (2, 2, 5)])]
    layer = read_polygons(str(make_layer(shapes)), "class", reporter)
    assert len(layer.polygons) == 2
    assert not shapely.has_z(layer.polygons).any()


def test_invalid_polygons_are_repaired_counted_and_said(make_layer, reporter):
    path = make_layer([BOWTIE, box(0, 0, 4, 4)])
    layer = read_polygons(str(path), "class", reporter)
    assert shapely.is_valid(layer.polygons).all()
    assert shapely.area(layer.polygons[0]) == pytest.approx(50 * 0.25)
    assert "1 polygon of 'labels.gpkg' had an invalid outline" in reporter.said


def test_features_without_area_are_left_out_counted_and_said(make_layer, reporter):
    flat = Polygon([(0, 0), (5, 5), (0, 0)])
    layer = read_polygons(str(make_layer([flat, box(0, 0, 4, 4), Point(1, 1)])), "class", reporter)
    assert layer.values.tolist() == [2]
    assert "2 features of 'labels.gpkg' hold no polygon" in reporter.said


@pytest.mark.parametrize(
    ("shapes", "kind"), [([Point(1, 1)], "Point"), ([LineString([(0, 0), (5, 5)])], "LineString")]
)
def test_layer_without_polygons_is_refused(make_layer, reporter, shapes, kind):
    with pytest.raises(LabelError, match=f"holds no polygons \\({kind}\\)"):
        read_polygons(str(make_layer(shapes)), "class", reporter)


def test_empty_layer_is_refused(make_layer, reporter):
    path = make_layer([], [], geometry_type="Polygon")
    with pytest.raises(LabelError, match=r"'labels\.gpkg' is empty"):
        read_polygons(str(path), "class", reporter)


def test_filter_that_leaves_nothing_is_named_as_the_reason(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)])
    with pytest.raises(LabelError, match="is empty") as caught:
        read_polygons(f"{path}|layername=labels|subset=class = 99", "class", reporter)
    assert "filter" in caught.value.hint


def test_wrong_filter_is_shown(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)])
    with pytest.raises(LabelError, match="filter no_field = 99"):
        read_polygons(f"{path}|layername=labels|subset=no_field = 99", "class", reporter)


def test_missing_field_names_the_nearest(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], field="class_id")
    with pytest.raises(LabelError, match="has no field 'class_idd'") as caught:
        read_polygons(str(path), "class_idd", reporter)
    assert "Did you mean 'class_id'" in caught.value.hint


def test_field_that_was_not_chosen_lists_the_fields(make_layer, reporter):
    with pytest.raises(LabelError, match="No class field was chosen") as caught:
        read_polygons(str(make_layer([box(0, 0, 4, 4)], field="kind")), "", reporter)
    assert "kind" in caught.value.hint


def test_missing_layer_is_refused(make_layer, reporter):
    with pytest.raises(LabelError, match="cannot be read"):
        read_polygons(f"{make_layer([box(0, 0, 4, 4)])}|layername=nowhere", "class", reporter)


def test_vector_sources_are_told_from_rasters(make_layer, make_raster):
    layer = make_layer([box(0, 0, 4, 4)])
    assert has_polygon_source(str(layer))
    assert has_polygon_source(f"{layer}|layername=labels")
    assert not has_polygon_source(str(make_raster(np.ones((8, 8), "uint8"))))


def test_reprojected_polygons_land_on_their_pixels(make_layer, make_raster, reporter, tmp_path):
    """A layer in degrees made of a UTM one gives the same pixel coordinates."""
    import rasterio.warp  # noqa: PLC0415

    scene = open_scene(make_raster(np.ones((40, 40), "uint8")))
    original = [box(3, 4, 20, 30), box(25, 2, 39, 39)]
    corners = shapely.get_coordinates(np.array(original))
    xs, ys = scene.transform @ tuple(corners.T)
    degrees = np.column_stack(rasterio.warp.transform(scene.crs, "EPSG:4326", xs, ys))
    in_degrees = shapely.set_coordinates(np.array(original), degrees)
    path = make_layer(in_degrees, crs="EPSG:4326", to_map=Affine.identity(), name="degrees.gpkg")
    placed = place_layer(read_polygons(str(path), "class", reporter), [scene], "labels", reporter)
    np.testing.assert_allclose(shapely.get_coordinates(placed[0][1]), corners, atol=1e-4)
    assert "'degrees.gpkg' is reprojected from EPSG:4326 to EPSG:32632" in reporter.said


def test_polygons_of_the_whole_world_do_not_break_the_projection(make_layer, make_raster, reporter):
    mercator = Affine(1, 0, 1_000_000, 0, -1, 6_000_000)
    scene = open_scene(make_raster(np.ones((30, 30), "uint8"), crs="EPSG:3857", transform=mercator))
    world = make_layer([box(-180, -90, 180, 90)], crs="EPSG:4326", to_map=Affine.identity())
    polygons, _ = to_pixels(read_polygons(str(world), "class", reporter), scene)
    assert shapely.covers(polygons[0], box(0, 0, 30, 30))


def test_polygons_far_away_are_left_out(make_layer, make_raster, reporter):
    scene = open_scene(make_raster(np.ones((30, 30), "uint8")))
    layer = read_polygons(str(make_layer([box(900, 900, 910, 910), box(0, 0, 5, 5)])), "class", reporter)
    _, numbers = to_pixels(layer, scene)
    assert numbers.tolist() == [1]


@pytest.mark.parametrize("rotation", [0, 30, 200])
def test_burnt_pixels_are_those_whose_centre_lies_inside(make_layer, make_raster, reporter, rotation):
    to_map = Affine.translation(5e5, 5.6e6) @ Affine.rotation(rotation) @ Affine.scale(0.5, -0.5)
    scene = open_scene(make_raster(np.ones((40, 50), "uint8"), transform=to_map))
    circle = Point(22.3, 18.1).buffer(11.7)
    layer = read_polygons(str(make_layer([circle], to_map=to_map)), "class", reporter)
    polygons, _ = to_pixels(layer, scene)
    burnt = PixelPolygons(polygons, np.array([1], "uint8")).burn(Window(10, 5, 30, 25), 0)
    rows, cols = np.mgrid[5:30, 10:40]
    np.testing.assert_array_equal(burnt == 1, shapely.contains_xy(circle, cols + 0.5, rows + 0.5))


def test_window_without_polygons_is_filled():
    polygons = PixelPolygons(np.array([box(0, 0, 5, 5)]), np.array([1], "uint8"))
    assert (polygons.burn(Window(20, 20, 4, 3), 9) == 9).all()


def test_last_polygon_wins():
    pair = np.array([box(0, 0, 6, 6), box(2, 2, 4, 4)])
    assert PixelPolygons(pair, np.array([1, 2], "uint8")).burn(Window(0, 0, 6, 6), 0)[3, 3] == 2
    assert PixelPolygons(pair[::-1], np.array([2, 1], "uint8")).burn(Window(0, 0, 6, 6), 0)[3, 3] == 1
