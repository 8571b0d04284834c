import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.features
import shapely
from rasterio import Affine
from rasterio.windows import Window

from core.contract.classes import build_class_table
from core.contract.messages.errors import OutputError
from core.contract.subsets import SUBSETS
from core.geodata.raster.scene import open_scene
from core.geodata.split.layer import write_split_layer
from core.geodata.split.split import BUFFER, TRAINING, UNUSED, VALIDATION

CLASSES = build_class_table([(0, "ground"), (1, "Car ü"), (2, "car Ü")])


@pytest.fixture
def written(make_raster, memory_index, split_by_windows, tmp_path):
    """Split scenes (target, validation windows, raster options), write the layer, and read it."""

    def write(*entries, path="subsets ä.gpkg", margin=2):
        targets = [target for target, _, _ in entries]
        scenes = [
            open_scene(make_raster(np.zeros(target.shape, np.uint8), f"scene {n}.tif", **more))
            for n, (target, _, more) in enumerate(entries)
        ]
        index = memory_index(*targets, num_classes=3, cell=8)
        split = split_by_windows(index, [windows for _, windows, _ in entries], margin)
        write_split_layer(tmp_path / path, scenes, index, split, CLASSES)
        info, _, geometry, fields = pyogrio.raw.read(tmp_path / path)
        columns = dict(zip(info["fields"].tolist(), fields, strict=True))
        return scenes, index, split, info, shapely.from_wkb(geometry), columns

    return write


def _target(height, width):
    target = np.zeros((height, width), int)
    target[5:9, 5:9] = target[-4:, -4:] = 1
    target[:, : width // 4] = 255
    return target


def test_outlines_follow_the_cells_and_end_at_the_border(written):
    """The last cells are cut by the border: no polygon extends beyond it."""
    (scene,), index, split, info, shapes, columns = written((_target(150, 203), [Window(96, 0, 64, 64)], {}))
    expected = np.repeat(np.repeat(split.subsets(index, 0), 8, axis=0), 8, axis=1)[:150, :203]
    burnt = np.full(expected.shape, 99, np.uint8)
    for shape, subset in zip(shapes, columns["subset"], strict=True):
        code = [each.name for each in SUBSETS].index(subset)
        inside = rasterio.features.rasterize([shape], expected.shape, transform=scene.transform)
        assert (burnt[inside == 1] == 99).all()
        burnt[inside == 1] = code
    np.testing.assert_array_equal(burnt, expected)
    assert {TRAINING, VALIDATION, BUFFER, UNUSED} == set(np.unique(expected))
    corners = np.array([scene.transform @ (0, 0), scene.transform @ (203, 150)])
    bounds = shapely.total_bounds(shapes)
    np.testing.assert_allclose(np.sort(corners, axis=0).ravel(), bounds)
    assert shapely.is_valid(shapes).all()
    assert info["crs"] == "EPSG:32632"


def test_fields_are_area_and_labelled_pixels_of_each_class(written):
    target = _target(160, 224)
    (scene,), _, split, _, _, columns = written((target, [Window(96, 0, 64, 64)], {}))
    assert list(columns) == ["subset", "scene", "area_m2", "pixels_ground", "pixels_Car ü", "pixels_car Ü_2"]
    rows = {subset: n for n, subset in enumerate(columns["subset"])}
    assert columns["area_m2"][rows["validation"]] == pytest.approx(64 * 64 * scene.pixel_size_m**2, rel=1e-4)
    inside = target[:64, 96:160]
    assert columns["pixels_ground"][rows["validation"]] == (inside == 0).sum()
    assert columns["pixels_Car ü"].sum() == (target == 1).sum()
    assert columns["pixels_ground"].sum() == (target == 0).sum() == split.pixels[..., 0].sum()
    assert set(columns["scene"]) == {"scene 0.tif"}


def test_layer_has_the_coordinate_system_of_the_first_scene(written):
    east = {"crs": "EPSG:32633", "transform": Affine(0.5, 0, 75_000, 0, -0.5, 5_620_000)}
    degrees = {"crs": "EPSG:4326", "transform": Affine(7e-6, 0, 9.5, 0, -4.5e-6, 50.5)}
    entries = [(_target(96, 128), [Window(64, 0, 32, 32)], more) for more in ({}, east, degrees)]
    scenes, _, _, info, shapes, columns = written(*entries)
    assert info["crs"] == "EPSG:32632"
    for number, scene in enumerate(scenes):
        own = columns["scene"] == f"scene {number}.tif"
        size = 96 * 128 * scene.pixel_size_m**2
        assert columns["area_m2"][own].sum() == pytest.approx(size, rel=1e-3)
        assert shapely.area(shapes[own]).sum() == pytest.approx(size, rel=0.02)


def test_failed_write_is_an_error_and_leaves_no_files(written, tmp_path):
    (tmp_path / "subsets.gpkg").mkdir()
    (tmp_path / "subsets.gpkg" / "x").touch()
    with pytest.raises(OutputError):
        written((_target(96, 128), [Window(64, 0, 32, 32)], {}), path="subsets.gpkg")
    assert not list(tmp_path.glob(".subsets*"))
