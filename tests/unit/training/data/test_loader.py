"""Batches hold what lies at their places, in order, and all three planes of a chip turn together."""

import threading

import numpy as np
import pytest
from rasterio.windows import Window

from core.contract.messages.errors import RasterError
from core.geodata.chips.index import Candidates
from core.geodata.raster.scene import open_scene
from core.training.augment.copy_paste import Chip, Donors
from core.training.augment.d4 import d4_transform
from core.training.augment.pipeline import Augmentation
from core.training.data.loader import load_batches
from core.training.data.sampling import ChipPositions

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
    stream = np.column_stack([np.full(count, 4), np.full(count, 1), np.arange(count)])
    return ChipPositions(
        rng.integers(2, size=count), rng.integers(24, size=count), rng.integers(34, size=count), stream
    )


def make_augmentation(text="light"):
    """Class 2 is the rare one; it can be copied from anywhere in the first scene."""
    places = Candidates(*np.array([[0, 0, 0, 40, 60]]).T, np.array([[50, 40, 10]]))
    return Augmentation(text, 2, Donors(places, np.array([500, 400, 100])))


def load(scenes, count, batch_size, text="light"):
    return load_batches(*scenes, make_places(count), SIDE, batch_size, make_augmentation(text))


def read_by_hand(scenes, place, turn):
    images, targets = scenes
    window = Window(place.col, place.row, SIDE, SIDE)
    planes = (*images[place.scene].read_with_valid(window), targets[place.scene].read(window)[0])
    return [d4_transform(plane, turn) for plane in planes]


def joined(batches, name):
    return np.concatenate([getattr(batch, name) for batch in batches])


def test_batches_hold_the_chips_of_the_places_in_order(scenes):
    batches = list(load(scenes, 23, 5))
    assert [len(batch.target) for batch in batches] == [5, 5, 5, 5, 3]
    changes = [change for batch in batches for change in batch.params]
    assert {change.turn for change in changes} == set(range(8))
    places = make_places(23)
    for number, change in enumerate(changes):
        expected = make_augmentation().draw(places.generator(number))
        assert change.turn == expected.turn
        np.testing.assert_array_equal(change.colours.contrast, expected.colours.contrast)
        planes = read_by_hand(scenes, places.at(number), change.turn)
        for name, plane in zip(("values", "valid", "target"), planes):
            np.testing.assert_array_equal(joined(batches, name)[number], plane)


def test_rare_classes_are_copied_with_image_and_label(scenes):
    text = "d4 + copy_paste(probability=1)"
    batches = list(load(scenes, 12, 5, text))
    donors, places = make_augmentation(text).donors, make_places(12)
    gained = 0
    for number, change in enumerate(change for batch in batches for change in batch.params):
        host = Chip(*read_by_hand(scenes, places.at(number), change.turn))
        expected = donors.paste(host, Chip(*read_by_hand(scenes, change.donor, change.donor_d4)))
        for name, plane in zip(("values", "valid", "target"), expected):
            np.testing.assert_array_equal(joined(batches, name)[number], plane)
        gained += int((expected.target == 2).sum() - (host.target == 2).sum())
    assert gained > 0


@pytest.mark.parametrize("threads", [1, 5])
def test_chips_depend_neither_on_the_threads_nor_on_the_batch_size(scenes, monkeypatch, threads):
    expected = list(load(scenes, 12, 4, "strong"))
    monkeypatch.setattr("core.training.data.loader.READING_THREADS", threads)
    found = list(load(scenes, 12, 3, "strong"))
    for name in ("values", "valid", "target"):
        np.testing.assert_array_equal(joined(found, name), joined(expected, name))
    seeds, again = ([c.noise_seed for b in batches for c in b.changes] for batches in (expected, found))
    assert seeds == again


def test_a_batch_can_be_taken_in_parts(scenes):
    (batch,) = load(scenes, 7, 7)
    parts = list(batch.split(3))
    assert [len(part.target) for part in parts] == [3, 3, 1]
    np.testing.assert_array_equal(joined(parts, "values"), batch.values)
    assert [change for part in parts for change in part.changes] == list(batch.params)


def test_a_reader_that_stops_early_leaves_no_thread(scenes):
    before = threading.active_count()
    batches = load(scenes, 100, 2)
    next(batches)
    batches.close()
    assert threading.active_count() == before


def test_epochs_do_not_pile_up_open_files(scenes):
    for _ in range(6):
        list(load(scenes, 8, 2))
    assert len(scenes[0][0]._handles._opened) <= 4


def test_a_raster_that_cannot_be_read_stops_the_epoch_with_its_name(scenes, tmp_path):
    damaged = tmp_path / "image_0.tif"
    damaged.write_bytes(damaged.read_bytes()[:900])
    with pytest.raises(RasterError, match=r"image_0\.tif"):
        list(load(scenes, 40, 4))
