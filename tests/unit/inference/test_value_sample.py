"""The sample of a scene: spread evenly, limited in time, of valid pixels only."""

import numpy as np
import pytest
import shapely

from core.contract.messages.errors import JobCancelledError
from core.geodata.labels.area_of_interest import AreaOfInterest
from core.geodata.raster.scene import open_scene
from core.inference import value_sample
from core.inference.value_sample import sample_values


@pytest.fixture
def watched(make_raster, monkeypatch):
    """A scene, and a list of the windows that are read."""

    def make(values, **more):
        scene = open_scene(make_raster(values, **more))
        read = []
        original = type(scene).read_with_valid

        def record(self, window):
            read.append(window)
            return original(self, window)

        monkeypatch.setattr(type(scene), "read_with_valid", record)
        return scene, read

    return make


@pytest.mark.parametrize("more", [{}, {"tiled": True, "blockxsize": 128, "blockysize": 128}])
def test_mean_and_standard_deviation_are_those_of_the_scene(watched, reporter, more):
    across = np.linspace(0, 60_000, 1500).astype("uint16")
    values = np.stack([np.tile(across, (1200, 1)), np.tile(across[:1200, None], (1, 1500))])
    scene, read = watched(values, **more)
    seen = sample_values(scene, None, reporter).astype(float)
    np.testing.assert_allclose(seen.mean(axis=1), values.mean(axis=(1, 2)), rtol=0.06)
    np.testing.assert_allclose(seen.std(axis=1), values.std(axis=(1, 2)), rtol=0.12)
    assert sum(w.width * w.height for w in read) <= value_sample.ENOUGH_SPOTS * value_sample.SPOT_PIXELS
    assert all(w.col_off + w.width <= 1500 and w.row_off + w.height <= 1200 for w in read)


def test_sampling_stops_at_the_time_limit(watched, reporter, monkeypatch):
    clock = iter(np.arange(0, 100, 0.1))
    monkeypatch.setattr(value_sample.time, "monotonic", lambda: next(clock))
    scene, read = watched(np.ones((1, 600, 600), "uint8"))
    sample_values(scene, None, reporter)
    assert 5 <= len(read) <= 8


def test_sampling_can_be_cancelled(watched, cancelled):
    scene, read = watched(np.ones((1, 600, 600), "uint8"))
    with pytest.raises(JobCancelledError):
        sample_values(scene, None, cancelled)
    assert not read


def test_a_small_valid_part_in_a_wide_frame_of_nodata_is_found(watched, reporter, monkeypatch):
    monkeypatch.setattr(value_sample, "LONGEST_S", 100)
    values = np.zeros((1, 2000, 2000), "uint8")
    values[:, 1500:1700, 300:500] = 77
    scene, _ = watched(values, nodata=0)
    seen = sample_values(scene, None, reporter)
    assert seen.size
    assert (seen == 77).all()


def test_a_scene_without_a_valid_pixel_gives_no_value(watched, reporter):
    scene, _ = watched(np.zeros((3, 50, 60), "uint8"), nodata=0)
    assert sample_values(scene, None, reporter).shape == (3, 0)


def test_only_the_area_of_interest_counts(watched, reporter):
    values = np.full((1, 600, 600), 9, "uint8")
    values[0, 100:130, 200:300] = 5
    values[0, 400:430, 500:520] = 6
    scene, read = watched(values)
    area = np.array([shapely.box(200, 100, 300, 130), shapely.box(500, 400, 520, 430)], dtype=object)
    aoi = AreaOfInterest(area, 600, 600)
    assert set(np.unique(sample_values(scene, aoi, reporter))) == {5, 6}
    assert all(aoi.touches(window) for window in read)
