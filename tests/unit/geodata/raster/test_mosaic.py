"""Which rasters are combined into a mosaic, and its content."""

import numpy as np
import pytest
import rasterio
from rasterio import Affine

from core.geodata.raster.mosaic import by_system, one_mosaic, touching_mosaics
from core.geodata.raster.scene import open_scene
from core.geodata.raster.vrt import VrtBand

BAND = VrtBand("uint8", 255, "class", classes=[(1, "one", "#ff0000"), (2, "two", "#00ff00")])
ORIGIN = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)


@pytest.fixture
def make_scene(make_raster):
    """A raster of one value whose upper left corner is at a pixel of the grid at ORIGIN."""

    def make(name, col, row, size=(4, 6), value=1, transform=None, **more):
        values = np.full(size, value, np.uint8)
        to_map = ORIGIN @ Affine.translation(col, row) if transform is None else transform
        return open_scene(make_raster(values, f"{name}.tif", transform=to_map, nodata=255, **more))

    return make


def shown(mosaic, tmp_path):
    """Values and transform of the virtual raster."""
    path = tmp_path / "mosaic.vrt"
    names = [tmp_path.joinpath(scene.path).relative_to(tmp_path) for scene in mosaic.scenes]
    path.write_text(mosaic.text([BAND], names), encoding="utf-8")
    with rasterio.open(path) as dataset:
        return dataset.read(1), dataset.transform


def test_a_mosaic_has_each_raster_at_its_position_and_nodata_between(make_scene, tmp_path):
    scenes = [make_scene("a", 0, 0), make_scene("b", 10, 2, value=2)]
    mosaic, rotated = one_mosaic(scenes)
    expected = np.full((6, 16), 255)
    expected[:4, :6], expected[2:, 10:] = 1, 2
    values, transform = shown(mosaic, tmp_path)
    assert rotated == []
    assert (values == expected).all()
    assert transform == ORIGIN


def test_a_mosaic_extends_left_and_up_to_the_outermost_raster(make_scene, tmp_path):
    mosaic, _ = one_mosaic([make_scene("a", 0, 0), make_scene("b", -3, -2, value=2)])
    values, transform = shown(mosaic, tmp_path)
    assert values.shape == (6, 9)
    assert transform == ORIGIN @ Affine.translation(-3, -2)
    assert values[0, 0] == 2
    assert values[-1, -1] == 1


def test_nodata_of_an_upper_raster_is_transparent(make_raster, make_scene, tmp_path):
    below = make_scene("below", 0, 0)
    values = np.full((4, 6), 255, np.uint8)
    values[:, 3:] = 2
    above = open_scene(make_raster(values, "above.tif", transform=ORIGIN, nodata=255))
    mosaic, _ = one_mosaic([below, above])
    expected = np.full((4, 6), 1)
    expected[:, 3:] = 2
    assert (shown(mosaic, tmp_path)[0] == expected).all()


def test_a_mosaic_has_the_smallest_pixel_size(make_scene, tmp_path):
    coarse = make_scene("coarse", 0, 0, size=(2, 2), value=2, transform=ORIGIN @ Affine.scale(2))
    fine = make_scene("fine", 4, 0, size=(4, 4))
    values, transform = shown(one_mosaic([coarse, fine])[0], tmp_path)
    assert transform == ORIGIN
    assert (values == np.repeat([[2] * 4 + [1] * 4], 4, axis=0)).all()


def test_rotated_and_mirrored_rasters_are_excluded(make_scene):
    north_up = make_scene("north up", 0, 0)
    rotated = make_scene("rotated", 0, 0, transform=ORIGIN @ Affine.rotation(10))
    mirrored = make_scene("mirrored", 0, 0, transform=ORIGIN @ Affine.scale(1, -1))
    mosaic, excluded = one_mosaic([north_up, rotated, mirrored])
    assert mosaic.scenes == (north_up,)
    assert excluded == [rotated, mirrored]


def test_rasters_are_grouped_by_system_with_the_most_frequent_first(make_scene):
    scenes = [
        make_scene("a", 0, 0, crs="EPSG:25832"),
        make_scene("b", 0, 0),
        make_scene("c", 9, 0),
    ]
    assert by_system(scenes) == [[scenes[1], scenes[2]], [scenes[0]]]


def test_only_touching_rasters_on_the_same_grid_are_combined(make_scene):
    touching = [make_scene("a", 0, 0), make_scene("b", 6, 0), make_scene("c", 12, 3)]
    alone = make_scene("far", 0, 1000)
    between = make_scene("half a pixel off", 6, 4.5)
    found = touching_mosaics([touching[0], alone, touching[1], between, touching[2]])
    assert {mosaic.scenes for mosaic in found} == {tuple(touching), (alone,), (between,)}


def test_rasters_on_a_rotated_grid_are_combined(make_scene, tmp_path):
    rotated = ORIGIN @ Affine.rotation(30)
    scenes = [
        make_scene("a", 0, 0, transform=rotated),
        make_scene("b", 0, 0, value=2, transform=rotated @ Affine.translation(6, 0)),
    ]
    (mosaic,) = touching_mosaics(scenes)
    values, transform = shown(mosaic, tmp_path)
    assert transform.almost_equals(rotated)
    assert (values == np.repeat([[1] * 6 + [2] * 6], 4, axis=0)).all()


def test_rasters_with_a_nearly_empty_mosaic_are_not_combined(make_scene):
    scenes = [make_scene(str(number), 6 * number, 4 * number) for number in range(30)]
    assert [mosaic.scenes for mosaic in touching_mosaics(scenes)] == [(scene,) for scene in scenes]
    assert len(touching_mosaics(scenes[:10])) == 1
