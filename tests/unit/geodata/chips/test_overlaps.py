import numpy as np
import pytest
import rasterio.warp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio import Affine

from core.geodata.chips import overlaps as overlaps_module
from core.geodata.chips.overlaps import find_overlaps
from core.geodata.raster.scene import open_scene

CELL = 4
ORIGIN = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)
IN_MORE_TESTS = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def make_scene(make_raster):
    """A scene of a size (height, width) whose first pixel is at (row, column) of the grid at ORIGIN."""

    def make(size, at=(0, 0), name="other.tif", **more):
        more.setdefault("transform", ORIGIN @ Affine.translation(at[1], at[0]))
        return open_scene(make_raster(np.zeros(size, np.uint8), name, **more))

    return make


def _cells(size, *boxes):
    """Cells of a scene, those in boxes (top, left, bottom, right) marked."""
    cells = np.zeros([-(-length // CELL) for length in size], dtype=bool)
    for top, left, bottom, right in boxes:
        cells[top:bottom, left:right] = True
    return cells


def _closed(scenes, held_out, margin):
    return find_overlaps(scenes, CELL, reach=32).closed(held_out, margin)


@settings(deadline=None, max_examples=60, suppress_health_check=IN_MORE_TESTS)
@given(
    size=st.tuples(st.integers(8, 90), st.integers(8, 90)),
    at=st.tuples(st.integers(-100, 100), st.integers(-100, 100)),
    box=st.tuples(st.integers(0, 18), st.integers(0, 18), st.integers(0, 18), st.integers(0, 18)),
    margin=st.integers(0, 5),
)
def test_cells_are_closed_if_a_pixel_is_in_the_buffer_of_the_other_scene(size, at, box, margin, make_scene):
    """Compared pixel by pixel on a canvas that contains both scenes."""
    first, other = make_scene((80, 80), name="first.tif"), make_scene(size, at)
    held_out = _cells((80, 80), box)
    canvas = np.zeros((400, 400), dtype=bool)
    for row, col in np.argwhere(held_out):
        top, left = 150 + row * CELL, 150 + col * CELL
        canvas[top - margin * CELL : top + (margin + 1) * CELL, left - margin * CELL :][
            :, : (2 * margin + 1) * CELL
        ] = True
    top, left = 150 + at[0], 150 + at[1]
    near = canvas[top : top + size[0], left : left + size[1]]
    expected = np.zeros_like(_cells(size))
    for row, col in np.argwhere(near):
        expected[row // CELL, col // CELL] = True
    own, closed = _closed([first, other], [held_out, _cells(size)], margin)
    assert (closed == expected).all()
    assert own.sum() >= held_out.sum()


def _utm(*, zone, pixel, rotation=0.0):
    """The grid of a scene that starts some metres inside the one at ORIGIN, in any UTM zone."""
    (x,), (y,) = rasterio.warp.transform("EPSG:32632", f"EPSG:326{zone}", [500_020], [5_599_985])
    return Affine.translation(x, y) @ Affine.rotation(rotation) @ Affine.scale(pixel, -pixel)


OTHER_GRIDS = {
    "rotated": ("EPSG:32632", _utm(zone=32, pixel=0.5, rotation=33)),
    "upside down": ("EPSG:32632", Affine(0.5, 0, 500_020, 0, 0.5, 5_599_940)),
    "coarser": ("EPSG:32632", _utm(zone=32, pixel=1.3)),
    "finer": ("EPSG:32632", _utm(zone=32, pixel=0.21)),
    "other zone": ("EPSG:32633", _utm(zone=33, pixel=0.5)),
    "other zone, rotated": ("EPSG:32631", _utm(zone=31, pixel=0.6, rotation=-12)),
    "degrees": ("EPSG:4326", Affine(6e-6, 0, 9.00012, 0, -4e-6, 50.5516)),
}


@pytest.mark.parametrize("crs_and_grid", OTHER_GRIDS.values(), ids=OTHER_GRIDS)
@pytest.mark.parametrize("knots", [8, 1], ids=["interpolated", "each"])
@pytest.mark.parametrize("first", [True, False], ids=["held out of one", "held out of the other"])
def test_pixels_outside_closed_cells_are_beyond_the_buffer_on_the_ground(
    crs_and_grid, knots, first, make_scene, monkeypatch
):
    """Checked with all pixel corners, projected one by one; and no cell is closed without need."""
    monkeypatch.setattr(overlaps_module, "CELLS_PER_KNOT", knots)
    monkeypatch.setattr(overlaps_module, "CHUNK", 16)
    crs, grid = crs_and_grid
    scenes = [make_scene((120, 141), name="first.tif"), make_scene((133, 110), crs=crs, transform=grid)]
    if not first:
        scenes.reverse()
    source, other = scenes
    boxes = [(3, 2, 9, 11), (20, 15, 24, 23)]
    held_out = _cells((source.height, source.width), *boxes)
    _, closed = _closed(scenes, [held_out, _cells((other.height, other.width))], margin=3)
    away = _distances(source, other, np.array(boxes) * CELL)
    open_pixels = ~np.kron(closed, np.ones((CELL, CELL), bool))[: other.height, : other.width]
    assert away[open_pixels].min() > 3 * CELL - 0.02
    assert closed.any()
    # A rotated cell is approximated by its bounding box: at most about two cells of the larger size.
    larger = max(1, other.pixel_size_m / source.pixel_size_m)
    assert away[~open_pixels].max() < 3 * CELL + 2.1 * CELL * larger


def _distances(source, other, boxes):
    """Chebyshev distance of each pixel of a scene to the nearest box, in pixels of the source scene."""
    corners = np.stack(np.meshgrid(np.arange(other.width + 1), np.arange(other.height + 1)), axis=-1)
    xs, ys = other.transform @ tuple(corners.reshape(-1, 2).T)
    xs, ys = (np.array(each) for each in rasterio.warp.transform(other.crs, source.crs, xs, ys))
    cols, rows = (each.reshape(corners.shape[:2]) for each in ~source.transform @ (xs, ys))
    distances = [
        np.maximum.reduce([top - rows, rows - bottom, left - cols, cols - right])
        for top, left, bottom, right in boxes
    ]
    nearest = np.min(distances, axis=0)
    return np.minimum.reduce([nearest[:-1, :-1], nearest[1:, :-1], nearest[:-1, 1:], nearest[1:, 1:]])


def test_scenes_out_of_reach_do_not_overlap(make_scene):
    scenes = [
        make_scene((64, 64), name="a.tif"),
        make_scene((64, 64), (0, 64), name="beside.tif"),
        make_scene((64, 64), (64 + 31, 0), name="below.tif"),
        make_scene((64, 64), (0, -64 - 33), name="apart.tif"),
    ]
    found = find_overlaps(scenes, CELL, reach=32)
    assert found.around == ((1, 2), (0, 2), (0, 1), ())
    assert found.exist
    assert not find_overlaps(scenes[::3], CELL, reach=32).exist


def test_scenes_in_unrelated_systems_do_not_overlap(make_scene):
    """A map of the world cannot be projected to a zone as a whole; a building plan is nowhere on Earth."""
    world = make_scene((90, 180), name="world.tif", crs="EPSG:4326", transform=Affine(2, 0, -180, 0, -2, 90))
    plan = make_scene((64, 64), name="plan.tif", crs='LOCAL_CS["plan",UNIT["metre",1]]')
    scene = make_scene((64, 64))
    found = find_overlaps([scene, world, plan], CELL, reach=32)
    assert found.around == ((1,), (0,), ())
    _, closed, _ = found.closed([_cells((64, 64), (0, 0, 16, 16)), _cells((90, 180)), _cells((64, 64))], 1)
    assert closed[4, 23], "50.5° N, 9° E is in the 20th row and 95th column"
    assert closed.sum() < 10, "some at the limits of the zone, none elsewhere"


def test_points_of_any_scene_are_converted_to_pixels_of_the_first(make_scene):
    scenes = [make_scene((64, 64), name="a.tif"), make_scene((64, 64), (10, -300))]
    found = find_overlaps(scenes, CELL, reach=32)
    points = found.in_first(np.array([1, 0, 1]), np.array([[0.5, 2], [7, 8], [60, 60]]))
    assert points == pytest.approx(np.array([[10.5, -298], [7, 8], [70, -240]]))
