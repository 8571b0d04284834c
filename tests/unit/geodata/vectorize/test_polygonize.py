import numpy as np
import pytest
import rasterio.features
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio import Affine

import core.geodata.vectorize.polygonize as polygonize_module
from core.contract.messages.errors import JobCancelledError
from core.geodata.raster.scene import open_scene
from core.geodata.vectorize.class_raster import open_class_raster
from core.geodata.vectorize.polygonize import Bending, polygonize
from core.geodata.vectorize.simplify import Ruler

SQUARE = Ruler(np.eye(2))
EXACT = Bending(0, 0, SQUARE)
CLASS_MAPS = arrays(
    "uint8",
    st.tuples(st.integers(1, 12), st.integers(1, 12)),
    elements=st.sampled_from([1, 1, 2, 2, 3, 255]),
)
SKEWED = Ruler(np.array([[0.6, -0.3], [0.1, 0.9]]))
BENDINGS = st.builds(
    Bending,
    st.sampled_from([0.3, 0.7, 1, 1.5, 2.5, 6]),
    st.integers(0, 3),
    st.sampled_from([SQUARE, SKEWED]),
)
SEVERAL = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _polygonize(make_raster, values, reporter, bending=EXACT, side=5, nodata=255, confidence=None):
    """Polygons, values and confidence, computed in squares of a few pixels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(polygonize_module, "SIDE", side)
        raster = open_class_raster(make_raster(values, "classes.tif", nodata=nodata))
        batches = list(polygonize(raster, bending, confidence, reporter))
        raster.scene.close()
    return tuple(
        np.concatenate([getattr(batch, name) for batch in batches])
        for name in ("shapes", "values", "confidence")
    )


def _by_gdal(values):
    """The polygons of an array by GDAL, normalised, with their values."""
    return {
        (shapely.normalize(shapely.simplify(shapely.geometry.shape(outline), 0)).wkt, value)
        for outline, value in rasterio.features.shapes(
            values, mask=values != 255, transform=Affine.identity()
        )
    }


@SEVERAL
@given(CLASS_MAPS, st.integers(1, 13))
def test_polygons_equal_those_of_gdal(make_raster, reporter, values, side):
    shapes, found, _ = _polygonize(make_raster, values, reporter, side=side)

    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    straight = shapely.normalize(shapely.simplify(shapes, 0))
    assert {(shape.wkt, value) for shape, value in zip(straight, found)} == _by_gdal(values)


@SEVERAL
@given(CLASS_MAPS, st.integers(1, 13), BENDINGS)
def test_simplified_polygons_have_no_gaps_and_overlaps(make_raster, reporter, values, side, bending):
    shapes, found, _ = _polygonize(make_raster, values, reporter, bending, side)
    exact, exact_found, _ = _polygonize(make_raster, values, reporter, side=side)

    np.testing.assert_array_equal(found, exact_found)
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert (shapely.area(shapes) > 0).all()
    holes = shapely.get_num_interior_rings(shapes)
    np.testing.assert_array_equal(holes, shapely.get_num_interior_rings(exact))
    if not (values == 255).any():
        assert shapely.area(shapes).sum() == pytest.approx(values.size)
        assert shapely.union_all(shapes).equals(shapely.box(0, 0, *values.shape[::-1]))


@SEVERAL
@given(CLASS_MAPS, st.integers(1, 13), st.sampled_from([0.3, 0.7, 1, 1.5, 2.5, 6]))
def test_simplification_moves_no_outline_further_than_the_tolerance(
    make_raster, reporter, values, side, tolerance
):
    shapes, _, _ = _polygonize(make_raster, values, reporter, Bending(tolerance, 0, SQUARE), side)
    exact, _, _ = _polygonize(make_raster, values, reporter, side=side)

    far = shapely.hausdorff_distance(shapely.boundary(shapes), shapely.boundary(exact), densify=0.1)
    assert (far <= tolerance + 1e-9).all()


def test_result_does_not_depend_on_memory(make_raster, reporter):
    """A square much larger than the raster gives the same bytes as one that just covers it."""
    values = np.random.default_rng(1).integers(0, 3, (30, 40)).astype("uint8")
    bending = Bending(1.2, 2, SQUARE)
    results = [_polygonize(make_raster, values, reporter, bending, side)[0] for side in (41, 500)]
    assert shapely.to_wkb(results[0]).tolist() == shapely.to_wkb(results[1]).tolist()


def test_stairs_become_a_straight_line_through_their_midpoints(make_raster, reporter):
    values = np.ones((60, 60), "uint8")
    rows, cols = np.mgrid[:60, :60]
    values[rows + 0.5 > 0.37 * (cols + 0.5) + 20] = 2
    shapes, found, _ = _polygonize(make_raster, values, reporter, Bending(1, 0, SQUARE), 500)
    (lower,) = shapes[found == 2]
    assert len(lower.exterior.coords) - 1 <= 8
    assert lower.area == pytest.approx((values == 2).sum(), rel=0.01)


def test_corners_of_a_large_rectangle_stay_sharp_when_simplified(make_raster, reporter):
    values = np.ones((40, 40), "uint8")
    values[10:30, 8:33] = 2
    shapes, found, _ = _polygonize(make_raster, values, reporter, Bending(2, 0, SQUARE), 500)
    assert shapes[found == 2][0].equals(shapely.box(8, 10, 33, 30))


def test_single_pixels_survive_simplification(make_raster, reporter):
    values = np.ones((20, 20), "uint8")
    values[::4, ::3] = 2
    for side in (7, 500):
        shapes, found, _ = _polygonize(make_raster, values, reporter, Bending(5, 0, SQUARE), side)
        areas = shapely.area(shapes[found == 2])
        assert len(areas) == 5 * 7
        assert areas.min() >= 0.5  # at the frame, and where squares meet
    assert (areas == 1).sum() >= 4 * 6


def test_smoothing_rounds_corners_by_at_most_a_few_pixels(make_raster, reporter):
    values = np.ones((60, 60), "uint8")
    values[10:50, 10:50] = 2
    shapes, found, _ = _polygonize(make_raster, values, reporter, Bending(0, 3, SQUARE), 500)
    (smooth,) = shapes[found == 2]
    assert len(smooth.exterior.coords) - 1 == 4 * 2**3
    assert smooth.hausdorff_distance(shapely.box(10, 10, 50, 50)) == pytest.approx(np.sqrt(2), abs=0.1)
    assert smooth.bounds == (10, 10, 50, 50)


def test_corners_of_the_raster_are_kept(make_raster, reporter):
    values = np.full((20, 20), 255, "uint8")
    values[:3, :3] = values[-2:, 5:] = 1
    shapes, _, _ = _polygonize(make_raster, values, reporter, Bending(3, 2, SQUARE), 8)
    assert shapely.union_all(shapes).bounds == (0, 0, 20, 20)
    assert shapely.Point(0, 0).distance(shapes[0]) == 0


def test_segment_over_many_squares_is_one_polygon_without_seams(make_raster, reporter):
    shapes, found, _ = _polygonize(make_raster, np.full((20, 17), 3, "uint8"), reporter, side=3)
    assert found.tolist() == [3]
    assert shapes[0].equals(shapely.box(0, 0, 17, 20))
    assert len(shapes[0].exterior.coords) == 5


def test_ring_over_many_squares_keeps_its_hole(make_raster, reporter):
    values = np.full((20, 20), 255, "uint8")
    values[2:18, 2:18] = 1
    values[5:15, 5:15] = 255
    shapes, _, _ = _polygonize(make_raster, values, reporter, side=4)
    assert len(shapes) == 1
    assert [hole.bounds for hole in shapes[0].interiors] == [(5, 5, 15, 15)]


def test_branches_that_join_further_down_are_one_polygon(make_raster, reporter):
    values = np.full((12, 9), 255, "uint8")
    values[:, 1] = values[:, 7] = 1
    values[10, 1:8] = 1
    shapes, _, _ = _polygonize(make_raster, values, reporter, side=3)
    assert len(shapes) == 1
    assert shapes[0].area == 12 + 12 + 5


@SEVERAL
@given(CLASS_MAPS, st.integers(1, 13), st.integers(0, 2**32 - 1))
def test_confidence_is_the_mean_over_the_pixels_of_a_polygon(make_raster, reporter, values, side, seed):
    rng = np.random.default_rng(seed)
    confidence = np.where(rng.random(values.shape) < 0.3, -1, rng.random(values.shape)).astype("float32")
    with open_scene(make_raster(confidence, "confidence.tif", nodata=-1)) as scene:
        shapes, _, means = _polygonize(make_raster, values, reporter, side=side, confidence=scene)
    for shape, mean in zip(shapes, means):
        inside = rasterio.features.rasterize([shape], values.shape, transform=Affine.identity()) > 0
        usable = confidence[inside & (confidence >= 0)].astype(float)
        assert mean == pytest.approx(usable.mean() if usable.size else np.nan, nan_ok=True)


@pytest.mark.parametrize(("dtype", "nodata"), [("uint16", 65535), ("int32", -(2**31)), ("float32", np.nan)])
def test_integers_of_all_data_types_are_kept(make_raster, reporter, dtype, nodata):
    values = np.array([[300, 300], [nodata, 40_000]], dtype=dtype)
    _, found, _ = _polygonize(make_raster, values, reporter, side=1, nodata=nodata)
    assert sorted(found.tolist()) == [300, 40_000]


def test_polygonizing_can_be_cancelled(make_raster, cancelled):
    with pytest.raises(JobCancelledError):
        _polygonize(make_raster, np.ones((4, 4), "uint8"), cancelled)
