import numpy as np
import pytest
import rasterio.warp
import shapely
from rasterio import Affine
from rasterio.windows import Window
from shapely import Point, box

from core.geodata.labels.pixel_polygons import PixelPolygons, project_layer, to_pixels
from core.geodata.labels.polygons import read_polygons
from core.geodata.raster.scene import open_scene


def test_reprojected_polygons_match_their_pixels(make_layer, make_raster, reporter):
    """A layer in degrees gives the same pixel coordinates as its original in UTM."""
    scene = open_scene(make_raster(np.ones((40, 40), "uint8")))
    original = [box(3, 4, 20, 30), box(25, 2, 39, 39)]
    corners = shapely.get_coordinates(np.array(original))
    xs, ys = scene.transform @ tuple(corners.T)
    degrees = np.column_stack(rasterio.warp.transform(scene.crs, "EPSG:4326", xs, ys))
    in_degrees = shapely.set_coordinates(np.array(original), degrees)
    path = make_layer(in_degrees, crs="EPSG:4326", to_map=Affine.identity(), name="degrees.gpkg")
    projected = project_layer(read_polygons(str(path), "class", reporter), [scene], "labels", reporter)
    np.testing.assert_allclose(shapely.get_coordinates(projected[0][1]), corners, atol=1e-4)
    assert "'degrees.gpkg' is reprojected from EPSG:4326 to EPSG:32632" in reporter.text


def test_polygon_of_the_whole_world_can_be_projected(make_layer, make_raster, reporter):
    mercator = Affine(1, 0, 1_000_000, 0, -1, 6_000_000)
    scene = open_scene(make_raster(np.ones((30, 30), "uint8"), crs="EPSG:3857", transform=mercator))
    world = make_layer([box(-180, -90, 180, 90)], crs="EPSG:4326", to_map=Affine.identity())
    polygons, _ = to_pixels(read_polygons(str(world), "class", reporter), scene)
    assert shapely.covers(polygons[0], box(0, 0, 30, 30))


def test_distant_polygons_are_skipped(make_layer, make_raster, reporter):
    scene = open_scene(make_raster(np.ones((30, 30), "uint8")))
    layer = read_polygons(str(make_layer([box(900, 900, 910, 910), box(0, 0, 5, 5)])), "class", reporter)
    _, numbers = to_pixels(layer, scene)
    assert numbers.tolist() == [1]


@pytest.mark.parametrize("rotation", [0, 30, 200])
def test_burnt_pixels_are_those_with_their_centre_inside(make_layer, make_raster, reporter, rotation):
    to_map = Affine.translation(5e5, 5.6e6) @ Affine.rotation(rotation) @ Affine.scale(0.5, -0.5)
    scene = open_scene(make_raster(np.ones((40, 50), "uint8"), transform=to_map))
    circle = Point(22.3, 18.1).buffer(11.7)
    layer = read_polygons(str(make_layer([circle], to_map=to_map)), "class", reporter)
    polygons, _ = to_pixels(layer, scene)
    burnt = PixelPolygons(polygons, np.array([1], "uint8")).burn(Window(10, 5, 30, 25), 0)
    rows, cols = np.mgrid[5:30, 10:40]
    np.testing.assert_array_equal(burnt == 1, shapely.contains_xy(circle, cols + 0.5, rows + 0.5))


def test_window_without_polygons_has_the_fill_value():
    polygons = PixelPolygons(np.array([box(0, 0, 5, 5)]), np.array([1], "uint8"))
    assert (polygons.burn(Window(20, 20, 4, 3), 9) == 9).all()


def test_last_polygon_wins():
    pair = np.array([box(0, 0, 6, 6), box(2, 2, 4, 4)])
    assert PixelPolygons(pair, np.array([1, 2], "uint8")).burn(Window(0, 0, 6, 6), 0)[3, 3] == 2
    assert PixelPolygons(pair[::-1], np.array([2, 1], "uint8")).burn(Window(0, 0, 6, 6), 0)[3, 3] == 1
