"""Batches hold what lies at their places, in order, and all three planes of a chip turn together."""

import threading

import numpy as np
import pytest
from rasterio.windows import Window

from core.contract.errors import RasterError
from core.geodata.raster import open_scene
from core.training.augmentation import turn_square
from core.training.loader import load_batches
from core.training.sampling import ChipPlaces

SIDE = 16


@pytest.fixture
def scenes(make_raster):
    """Two scenes of different size with a nodata stripe, and their targets."""
    rng = np.random.default_rng(0)
    opened = []
    for number, shape in enumerate([(60, 80), (40, 50)]):
        values = rng.integers(1, 255, (2, *shape), dtype=np.uint8)
        values[:, 5:9] = 0
        target = rng.integers(0, 3, shape, dtype=np.uint8)
        image = open_scene(make_raster(values, f"image_{number}.tif", nodata=0))
        opened.append((image, open_scene(make_raster(target, f"target_{number}.tif", nodata=255))))
    return [scene for scene, _ in opened], [target for _, target in opened]


def make_places(count):
    rng = np.random.default_rng(1)
    return ChipPlaces(
        rng.integers(2, size=count),
        rng.integers(24, size=count),
        rng.integers(34, size=count),
        rng.integers(8, size=count),
        *rng.random((2, count, 2), np.float32),
    )


def test_batches_hold_the_chips_of_the_places_in_order(scenes):
    images, targets = scenes
    places = make_places(23)
    batches = list(load_batches(images, targets, places, SIDE, 5))
    assert [len(batch.target) for batch in batches] == [5, 5, 5, 5, 3]
    values = np.concatenate([batch.values.numpy() for batch in batches])
    valid = np.concatenate([batch.valid.numpy() for batch in batches])
    target = np.concatenate([batch.target.numpy() for batch in batches])
    np.testing.assert_array_equal(np.concatenate([batch.contrast for batch in batches]), places.contrast)
    for number in range(23):
        scene, turn = places.scene[number], int(places.turn[number])
        window = Window(int(places.col[number]), int(places.row[number]), SIDE, SIDE)
        expected, usable = images[scene].read_with_valid(window)
        np.testing.assert_array_equal(values[number], turn_square(expected, turn))
        np.testing.assert_array_equal(valid[number], turn_square(usable, turn))
        np.testing.assert_array_equal(target[number], turn_square(targets[scene].read(window)[0], turn))


def test_a_batch_can_be_taken_in_parts(scenes):
    (batch,) = load_batches(*scenes, make_places(7), SIDE, 7)
    parts = list(batch.split(3))
    assert [len(part.target) for part in parts] == [3, 3, 1]
    np.testing.assert_array_equal(np.concatenate([part.values for part in parts]), batch.values)


def test_a_reader_that_stops_early_leaves_no_thread(scenes):
    before = threading.active_count()
    batches = load_batches(*scenes, make_places(100), SIDE, 2)
    next(batches)
    batches.close()
    assert threading.active_count() == before


def test_epochs_do_not_pile_up_open_files(scenes):
    images, targets = scenes
    for _ in range(6):
        list(load_batches(images, targets, make_places(8), SIDE, 2))
    assert len(images[0]._handles._opened) <= 4


def test_a_raster_that_cannot_be_read_stops_the_epoch_with_its_name(scenes, tmp_path):
    images, targets = scenes
    damaged = tmp_path / "image_0.tif"
    damaged.write_bytes(damaged.read_bytes()[:900])
    with pytest.raises(RasterError, match=r"image_0\.tif"):
        list(load_batches(images, targets, make_places(40), SIDE, 4))
