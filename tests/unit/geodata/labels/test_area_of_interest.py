"""An area of interest: the windows that intersect it, and the pixels with their centres inside."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio import Affine
from rasterio.windows import Window

from core.contract.messages.errors import LabelError
from core.geodata.labels.area_of_interest import AreaOfInterest, read_area
from core.geodata.raster.resampled import ResampledScene
from core.geodata.raster.scene import open_scene

HEIGHT, WIDTH = 60, 80
WHOLE = Window(0, 0, WIDTH, HEIGHT)


def brute_force(polygons):
    """Pixels whose centres lie in any polygon."""
    rows, cols = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    centres = shapely.points(cols, rows)
    return np.logical_or.reduce([shapely.contains(polygon, centres) for polygon in polygons])


def shapes():
    """A triangle, a circle with a hole, a multipolygon, and a square that overlaps the circle."""
    circle = shapely.Point(50.3, 30.7).buffer(17).difference(shapely.Point(50, 31).buffer(6.2))
    parts = shapely.MultiPolygon([shapely.box(1.2, 40.3, 9.6, 58.8), shapely.box(70.1, 1.7, 78.9, 9.2)])
    return [
        shapely.Polygon([(2.3, 3.1), (24.8, 5.2), (9.4, 30.6)]),
        circle,
        parts,
        shapely.box(40.2, 8, 52.7, 22.4),
    ]


@pytest.fixture(scope="module")
def aoi():
    return AreaOfInterest(np.array(shapes(), dtype=object), HEIGHT, WIDTH)


def test_pixels_inside_are_those_with_their_centre_inside(aoi):
    np.testing.assert_array_equal(aoi.inside(WHOLE), brute_force(shapes()))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_window_is_a_crop_of_the_whole_mask(aoi, data):
    row, col = data.draw(st.integers(0, HEIGHT - 1)), data.draw(st.integers(0, WIDTH - 1))
    window = Window(col, row, data.draw(st.integers(1, WIDTH - col)), data.draw(st.integers(1, HEIGHT - row)))
    part = aoi.inside(window)
    np.testing.assert_array_equal(part, aoi.inside(WHOLE)[window.toslices()])
    box = shapely.box(col, row, col + window.width, row + window.height)
    assert aoi.touches(window) == any(shapely.intersects(box, shapes()))
    assert aoi.touches(window) or not part.any()


def test_a_window_within_the_bounds_of_a_polygon_but_outside_it_is_not_touched():
    corner = shapely.Polygon([(0, 0), (60, 0), (60, 2), (2, 2), (2, 60), (0, 60)])
    aoi = AreaOfInterest(np.array([corner], dtype=object), HEIGHT, WIDTH)
    assert not aoi.touches(Window(10, 10, 30, 30))
    assert aoi.touches(Window(1, 40, 30, 3))


def test_the_extent_is_clipped_to_the_scene():
    reaching = np.array([shapely.box(-20, 12.5, 33.2, 90)], dtype=object)
    assert AreaOfInterest(reaching, HEIGHT, WIDTH).extent == Window(0, 12, 34, 48)


def test_results_are_the_same_in_threads_and_after_pickling(aoi):
    copy = pickle.loads(pickle.dumps(aoi))
    fresh = AreaOfInterest(np.array(shapes(), dtype=object), HEIGHT, WIDTH)
    windows = [Window(col, row, 9, 7) for row in range(0, 53, 5) for col in range(0, 71, 4)]
    with ThreadPoolExecutor(8) as pool:
        touched = list(pool.map(fresh.touches, windows))
        pixels = list(pool.map(fresh.inside, windows))
    for window, is_touched, found in zip(windows, touched, pixels):
        assert copy.touches(window) == is_touched
        np.testing.assert_array_equal(copy.inside(window), found)


def test_a_layer_can_be_named(make_raster, make_layer, reporter):
    scene = open_scene(make_raster(np.ones((1, HEIGHT, WIDTH), "uint8")))
    path = make_layer(shapes(), name="gebiet mit ü.gpkg", layer="Straße")
    here = read_area(f"{path}|layername=Straße", scene, reporter)
    np.testing.assert_array_equal(here.inside(WHOLE), brute_force(shapes()))
    assert not reporter.text


def test_a_layer_in_degrees_is_reprojected_with_a_message(make_raster, make_layer, reporter):
    # A rectangle near the equator, in degrees.
    degrees = Affine(1e-5, 0, 9, 0, -1e-5, 0)
    raster = make_raster(
        np.ones((1, HEIGHT, WIDTH), "uint8"), crs="EPSG:32632", transform=Affine(1, 0, 500_000, 0, -1, 0)
    )
    path = make_layer([shapely.box(10, 10, 40, 30)], crs="EPSG:4326", to_map=degrees)
    aoi = read_area(str(path), open_scene(raster), reporter)
    # A degree is about 111.3 km along the equator, shrunk by 0.9996 in UTM.
    assert aoi.inside(WHOLE).sum() == pytest.approx(30 * 20 * 1.112**2, rel=0.05)
    assert "reprojected from EPSG:4326 to EPSG:32632" in reporter.text


def test_an_area_follows_the_grid_of_a_resampled_scene(make_raster, make_layer, reporter):
    scene = open_scene(make_raster(np.ones((1, HEIGHT, WIDTH), "uint8")))
    path = make_layer([shapely.box(8, 4, 40, 20)])
    aoi = read_area(str(path), ResampledScene(scene, HEIGHT // 2, WIDTH // 4), reporter)
    expected = np.zeros((HEIGHT // 2, WIDTH // 4), bool)
    expected[2:10, 2:10] = True
    np.testing.assert_array_equal(aoi.inside(Window(0, 0, WIDTH // 4, HEIGHT // 2)), expected)


@pytest.mark.parametrize("bounds", [(500, 500, 600, 600), (80, 0, 90, 60)])
def test_an_area_outside_the_scene_is_refused_with_both_extents(make_raster, make_layer, reporter, bounds):
    scene = open_scene(make_raster(np.ones((1, HEIGHT, WIDTH), "uint8")))
    path = make_layer([shapely.box(*bounds)], name="gebiet.gpkg")
    with pytest.raises(LabelError, match=r"'gebiet\.gpkg' \(.* x 500.* 'image\.tif' \(.* x 500000 to 500040"):
        read_area(str(path), scene, reporter)


def test_ten_thousand_polygons_on_a_huge_scene_are_queried_fast():
    """A query tests only the polygons near it; testing all of them would take minutes."""
    side = 100_000
    corners = np.random.default_rng(0).uniform(0, side - 300, (10_000, 2))
    squares = shapely.box(corners[:, 0], corners[:, 1], corners[:, 0] + 300, corners[:, 1] + 300)
    aoi = AreaOfInterest(squares, side, side)
    windows = [Window(col, row, 448, 448) for row in range(0, side, 4480) for col in range(0, side, 448)]
    touched = [aoi.touches(window) for window in windows]
    expected = shapely.STRtree(squares).query(
        [shapely.box(w.col_off, w.row_off, w.col_off + 448, w.row_off + 448) for w in windows], "intersects"
    )[0]
    np.testing.assert_array_equal(np.flatnonzero(touched), np.unique(expected))
