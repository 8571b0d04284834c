"""Batches hold the chips of their positions in order, with image and target augmented alike."""

import threading

import numpy as np
import pytest
from rasterio.windows import Window

from core.contract.messages.errors import RasterError
from core.geodata.chips.index import Candidates
from core.geodata.chips.sampling import ChipPositions
from core.geodata.raster.scene import open_scene
from core.training.augment.copy_paste import Chip, Donors
from core.training.augment.d4 import d4_transform
from core.training.augment.pipeline import Augmentation
from core.training.data.loader import load_batches

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


def make_positions(count):
    rng = np.random.default_rng(1)
    stream = np.column_stack([np.full(count, 4), np.full(count, 1), np.arange(count)])
    return ChipPositions(
        rng.integers(2, size=count), rng.integers(24, size=count), rng.integers(34, size=count), stream
    )


def make_augmentation(text="light"):
    """Class 2 is rare; it can be copied from anywhere in the first scene."""
    candidates = Candidates(*np.array([[0, 0, 0, 40, 60]]).T, np.array([[50, 40, 10]]))
    return Augmentation(text, 2, Donors(candidates, np.array([500, 400, 100])))


def load(scenes, count, batch_size, text="light"):
    return load_batches(*scenes, make_positions(count), SIDE, batch_size, make_augmentation(text))


def read_by_hand(scenes, position, d4):
    images, targets = scenes
    window = Window(position.col, position.row, SIDE, SIDE)
    planes = (*images[position.scene].read_with_valid(window), targets[position.scene].read(window)[0])
    return [d4_transform(plane, d4) for plane in planes]


def joined(batches, name):
    return np.concatenate([getattr(batch, name) for batch in batches])


def test_batches_hold_the_chips_of_the_positions_in_order(scenes):
    batches = list(load(scenes, 23, 5))
    assert [len(batch.target) for batch in batches] == [5, 5, 5, 5, 3]
    params = [each for batch in batches for each in batch.params]
    assert {each.d4 for each in params} == set(range(8))
    positions = make_positions(23)
    for number, found in enumerate(params):
        expected = make_augmentation().draw(positions.generator(number))
        assert found.d4 == expected.d4
        np.testing.assert_array_equal(found.color_jitter.contrast, expected.color_jitter.contrast)
        planes = read_by_hand(scenes, positions.at(number), found.d4)
        for name, plane in zip(("values", "valid", "target"), planes):
            np.testing.assert_array_equal(joined(batches, name)[number], plane)


def test_rare_classes_are_copied_with_image_and_label(scenes):
    text = "d4 + copy_paste(probability=1)"
    batches = list(load(scenes, 12, 5, text))
    donors, positions = make_augmentation(text).donors, make_positions(12)
    gained = 0
    for number, params in enumerate(params for batch in batches for params in batch.params):
        host = Chip(*read_by_hand(scenes, positions.at(number), params.d4))
        expected = donors.paste(host, Chip(*read_by_hand(scenes, params.donor, params.donor_d4)))
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
    seeds, again = ([p.noise_seed for b in batches for p in b.params] for batches in (expected, found))
    assert seeds == again


def test_a_batch_can_be_split_into_micro_batches(scenes):
    (batch,) = load(scenes, 7, 7)
    micro_batches = list(batch.split(3))
    assert [len(each.target) for each in micro_batches] == [3, 3, 1]
    np.testing.assert_array_equal(joined(micro_batches, "values"), batch.values)
    assert [params for each in micro_batches for params in each.params] == list(batch.params)


def test_closing_early_leaves_no_thread(scenes):
    before = threading.active_count()
    batches = load(scenes, 100, 2)
    next(batches)
    batches.close()
    assert threading.active_count() == before


def test_epochs_do_not_accumulate_open_files(scenes):
    for _ in range(6):
        list(load(scenes, 8, 2))
    assert len(scenes[0][0]._handles._opened) <= 4


def test_a_damaged_raster_stops_the_epoch_and_is_named(scenes, tmp_path):
    damaged = tmp_path / "image_0.tif"
    damaged.write_bytes(damaged.read_bytes()[:900])
    with pytest.raises(RasterError, match=r"image_0\.tif"):
        list(load(scenes, 40, 4))
