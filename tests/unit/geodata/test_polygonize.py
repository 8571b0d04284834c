import numpy as np
import pytest
import rasterio
import rasterio.features
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio import Affine

import core.geodata.polygonize as polygonize_module
from core.contract.errors import JobCancelledError
from core.geodata.polygonize import polygonize


def _polygonize(values, reporter, monkeypatch, rows, nodata=255):
    """Polygons and values, made in strips of a few rows."""
    monkeypatch.setattr(polygonize_module, "BLOCK", rows)
    monkeypatch.setattr(polygonize_module, "STRIP_PIXELS", 1)
    profile = {"driver": "GTiff", "count": 1, "crs": "EPSG:32632", "transform": Affine(1, 0, 5, 0, -1, 9)}
    with rasterio.MemoryFile() as memory:
        size = {"height": values.shape[0], "width": values.shape[1], "dtype": values.dtype}
        with memory.open(**profile, **size, nodata=nodata) as dataset:
            dataset.write(values, 1)
        with memory.open() as dataset:
            parts = list(polygonize(dataset, reporter))
    return tuple(np.concatenate(arrays) for arrays in zip(*parts))


def _burn(polygons, values, shape, fill):
    return rasterio.features.rasterize(
        zip(polygons, values), out_shape=shape, transform=Affine.identity(), fill=fill, dtype="int32"
    )


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=arrays(
        "uint8",
        st.tuples(st.integers(1, 13), st.integers(1, 13)),
        elements=st.sampled_from([1, 2, 255]),
    ),
    rows=st.integers(1, 6),
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_strips_give_the_polygons_of_the_whole(values, rows, reporter):
    with pytest.MonkeyPatch.context() as monkeypatch:
        polygons, found = _polygonize(values, reporter, monkeypatch, rows)
    whole = [
        (shapely.geometry.shape(outline), value)
        for outline, value in rasterio.features.shapes(values, mask=values != 255)
    ]
    assert shapely.is_valid(polygons).all()
    assert {(shapely.normalize(p).wkt, v) for p, v in zip(shapely.simplify(polygons, 0), found)} == {
        (shapely.normalize(shapely.simplify(p, 0)).wkt, v) for p, v in whole
    }
    if len(polygons):
        np.testing.assert_array_equal(_burn(polygons, found, values.shape, 255), values)


def test_area_over_many_strips_is_one_polygon_without_seams(reporter, monkeypatch):
    polygons, found = _polygonize(np.full((20, 7), 3, "uint8"), reporter, monkeypatch, 3)
    assert found.tolist() == [3]
    assert polygons[0].equals(shapely.box(0, 0, 7, 20))
    assert len(polygons[0].exterior.coords) <= 6


def test_ring_over_strips_keeps_its_hole(reporter, monkeypatch):
    values = np.full((20, 20), 255, "uint8")
    values[2:18, 2:18] = 1
    values[5:15, 5:15] = 255
    polygons, _ = _polygonize(values, reporter, monkeypatch, 4)
    assert len(polygons) == 1
    assert [hole.bounds for hole in polygons[0].interiors] == [(5, 5, 15, 15)]


def test_parts_that_meet_further_down_become_one(reporter, monkeypatch):
    values = np.full((12, 9), 255, "uint8")
    values[:, 1] = values[:, 7] = 1
    values[10, 1:8] = 1
    polygons, _ = _polygonize(values, reporter, monkeypatch, 3)
    assert len(polygons) == 1
    assert polygons[0].area == 12 + 12 + 5


@pytest.mark.parametrize(("dtype", "nodata"), [("uint16", 65535), ("int32", -(2**31))])
def test_wide_values_are_kept(reporter, monkeypatch, dtype, nodata):
    values = np.array([[300, 300], [nodata, 40_000]], dtype=dtype)
    _, found = _polygonize(values, reporter, monkeypatch, 1, nodata)
    assert sorted(found.tolist()) == [300, 40_000]


def test_polygonizing_can_be_cancelled(cancelled, monkeypatch):
    with pytest.raises(JobCancelledError):
        _polygonize(np.ones((4, 4), "uint8"), cancelled, monkeypatch, 2)
