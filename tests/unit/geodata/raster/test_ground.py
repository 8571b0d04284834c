import numpy as np
import pytest
from rasterio.crs import CRS

from core.geodata.raster.ground import ground_projection

# Surface of WGS84 between two parallels and one degree of longitude (Snyder 1987, eq. 3-12).
A, E2 = 6_378_137.0, 0.00669437999014


def _authalic(latitude):
    s, e = np.sin(np.radians(latitude)), np.sqrt(E2)
    return (1 - E2) * (s / (1 - E2 * s * s) - np.log((1 - e * s) / (1 + e * s)) / (2 * e))


@pytest.mark.parametrize("south", [0.0, 47.0, 70.0])
def test_areas_equal_those_on_the_ellipsoid(south):
    north = south + 0.01
    corners = np.array([(9.0, south), (9.01, south), (9.01, north), (9.0, north)])
    xs, ys = ground_projection(CRS.from_epsg(4326), corners[0])(corners).T
    area = abs(np.sum(xs * np.roll(ys, -1) - np.roll(xs, -1) * ys)) / 2
    expected = A**2 / 2 * np.radians(0.01) * (_authalic(north) - _authalic(south))
    assert area == pytest.approx(expected, rel=1e-6)


def test_no_points_can_be_projected():
    project = ground_projection(CRS.from_epsg(4326), np.array([9.0, 47.0]))
    assert project(np.empty((0, 2))).shape == (0, 2)


def test_coordinates_of_a_local_system_are_scaled_to_metres():
    feet = CRS.from_wkt('LOCAL_CS["site",UNIT["foot",0.3048]]')
    np.testing.assert_allclose(
        ground_projection(feet, np.zeros(2))(np.array([[10.0, 20.0]])), [[3.048, 6.096]]
    )
