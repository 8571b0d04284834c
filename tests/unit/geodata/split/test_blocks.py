from dataclasses import replace

import numpy as np
import pytest
import rasterio.warp
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import core.geodata.split.blocks as split_blocks_module
from core.contract.messages.errors import TooSmallError
from core.geodata.chips.overlaps import find_overlaps
from core.geodata.raster.scene import open_scene
from core.geodata.split.blocks import split_blocks
from core.geodata.split.split import BUFFER, TRAINING, VALIDATION, Shortfall, nothing_held_out

CHIP = 32


@pytest.fixture
def few_trials(monkeypatch):
    """A short search, for properties that hold for any selection."""
    monkeypatch.setattr(split_blocks_module, "TRIALS", 30)
    monkeypatch.setattr(split_blocks_module, "CELLS_LOOKED_AT", 1)


def _blobs(height, width, seed, num_classes=4, labelled=1.0):
    """Classes of very different size: class c covers some rectangles, fewer for higher c."""
    generator = np.random.default_rng(seed)
    target = np.zeros((height, width), dtype=int)
    for label in range(1, num_classes):
        for _ in range(12 // label):
            row, col = generator.integers(0, height - 10), generator.integers(0, width - 10)
            target[row : row + 10, col : col + 10] = label
    target[generator.random((height, width)) > labelled] = 255
    return target


def _validation(targets, split):
    """Mask of the validation windows of each scene; asserts that they do not overlap."""
    inside = [np.zeros(target.shape, dtype=bool) for target in targets]
    for where, windows in zip(inside, split.validation):
        for window in windows:
            assert not where[window.toslices()].any()
            where[window.toslices()] = True
    return inside


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sizes=st.lists(st.tuples(st.integers(32, 300), st.integers(32, 300)), min_size=1, max_size=3),
    seed=st.integers(0, 1000),
    share=st.floats(0.05, 0.9),
    labelled=st.sampled_from([1.0, 0.5, 0.001]),
    cell=st.sampled_from([4, 8, 16, 32]),
)
def test_no_pixel_of_any_training_chip_is_within_the_buffer_of_validation(
    sizes, seed, share, labelled, cell, memory_index, assert_apart, few_trials
):
    targets = [_blobs(*size, seed + n, labelled=labelled) for n, size in enumerate(sizes)]
    index = memory_index(*targets, num_classes=4, cell=cell)
    try:
        split = split_blocks(index, share, seed)
        candidates = index.candidates(split.closed)
    except TooSmallError:
        assume(False)
    held_out = _validation(targets, split)
    assert any(held.any() for held in held_out)
    assert_apart(index, candidates, held_out, split.buffer)
    assert split.buffer >= CHIP / 2 or split.shortfall is not None


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1000), share=st.floats(0.05, 0.9), size=st.integers(64, 400))
def test_every_class_stays_in_training_and_missing_ones_are_listed(
    seed, share, size, memory_index, few_trials
):
    target = _blobs(size, size, seed, num_classes=6)
    try:
        split = split_blocks(memory_index(target, num_classes=6), share, seed)
    except TooSmallError:
        assume(False)
    (inside,) = _validation([target], split)
    everything = set(target.ravel()) - {255}
    assert set(target[~inside]) - {255} == everything
    assert set(split.missing_in_validation) == everything - set(target[inside])
    counts = np.bincount(target[inside], minlength=6)
    assert split.pixels[VALIDATION, 0].tolist() == counts.tolist()
    assert split.pixels.sum() == target.size


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1000), height=st.integers(64, 200), width=st.integers(64, 200))
def test_labels_that_chips_can_show_count_as_training_labels(
    seed, height, width, memory_index, shown_pixels, few_trials
):
    target = _blobs(height, width, seed)
    index = memory_index(target, num_classes=4)
    try:
        split = split_blocks(index, 0.2, seed)
        (shown,) = shown_pixels(index, index.candidates(split.closed))
    except TooSmallError:
        assume(False)
    # A cell that chips can show in part counts as a whole, but there is none if all pixels are labelled.
    counts = np.bincount(target[shown], minlength=4)
    assert split.pixels[TRAINING, 0].tolist() == counts.tolist()
    assert split.pixels[BUFFER].sum() == target.size - counts.sum() - split.pixels[VALIDATION].sum()


@pytest.mark.parametrize("share", [0.1, 0.2, 0.5])
def test_validation_has_the_requested_share_of_every_class(share, memory_index):
    rng = np.random.default_rng(3)
    target = (rng.random((800, 800)) < 0.3).astype(int)
    target[rng.random((800, 800)) < 0.01] = 2
    split = split_blocks(memory_index(target, num_classes=3), share, seed=1)
    (inside,) = _validation([target], split)
    for label in range(3):
        held = (inside & (target == label)).sum() / (target == label).sum()
        assert held == pytest.approx(share, abs=0.04)


def test_class_in_two_blocks_is_in_training_and_validation(memory_index):
    """Ten rare classes in two blocks each: a random selection would hardly separate them all."""
    target = np.zeros((640, 640), dtype=int)
    spots = np.random.default_rng(0).permutation(100)[:20]
    for number, spot in enumerate(spots):
        target[spot // 10 * 64 + 5, spot % 10 * 64 + 5] = 1 + number // 2
    split = split_blocks(memory_index(target, num_classes=11), 0.3, seed=0)
    (inside,) = _validation([target], split)
    assert split.missing_in_validation == ()
    assert set(target[inside]) == set(target[~inside]) == set(range(11))


def test_class_in_one_block_stays_in_training_and_is_listed_as_missing(memory_index):
    target = np.zeros((400, 400), dtype=int)
    target[10, 10] = 1
    split = split_blocks(memory_index(target, num_classes=2), 0.5, seed=0)
    (inside,) = _validation([target], split)
    assert split.missing_in_validation == (1,)
    assert not inside[10, 10]


def test_blocks_are_as_large_as_their_number_allows(memory_index):
    split = split_blocks(memory_index(np.zeros((960, 1280), dtype=int), num_classes=1), 0.2, seed=0)
    sides = {(window.height, window.width) for window in split.validation[0]}
    assert {height for height, _ in sides} == {192}
    assert {width for _, width in sides} <= {192, 320}
    assert all(window.row_off % 192 == window.col_off % 192 == 0 for window in split.validation[0])


def test_small_scene_has_blocks_of_one_chip(memory_index):
    split = split_blocks(memory_index(np.zeros((70, 100), dtype=int), num_classes=1), 0.2, seed=0)
    (window,) = split.validation[0]
    assert min(window.height, window.width) >= CHIP
    assert max(window.height, window.width) < 2 * CHIP


def test_share_is_met_over_all_scenes_together(memory_index):
    targets = [np.zeros((96, 96), dtype=int)] * 6
    split = split_blocks(memory_index(*targets, num_classes=1), 0.5, seed=0)
    assert len(split.validation) == 6
    assert sum(where.sum() for where in _validation(targets, split)) == pytest.approx(3 * 96 * 96, rel=0.05)


def test_blocks_depend_on_the_seed(memory_index):
    index = memory_index(_blobs(500, 500, 0), num_classes=4)
    assert split_blocks(index, 0.2, 5).validation == split_blocks(index, 0.2, 5).validation
    assert len({split_blocks(index, 0.2, seed).validation for seed in range(5)}) > 1


def test_share_of_zero_holds_nothing_out(memory_index):
    split = split_blocks(memory_index(np.zeros((64, 64), dtype=int), num_classes=1), 0, 1)
    assert split.validation == ((),)
    assert split.buffer == split.wanted_buffer == 0
    assert split.shortfall is None
    assert split.pixels[TRAINING].sum() == 64 * 64


def test_buffer_takes_little_where_blocks_can_be_clustered(memory_index):
    """Scattered blocks of one chip would each lose a ring of three times their area."""
    split = split_blocks(memory_index(np.zeros((256, 256), dtype=int), num_classes=1), 0.2, seed=0)
    pixels = split.pixels[:, 0, 0] / 256**2
    assert split.buffer == CHIP // 2
    assert pixels[VALIDATION] == pytest.approx(0.2, abs=0.03)
    assert pixels[BUFFER] < 0.1


def test_class_in_blocks_too_close_together_stays_in_training(memory_index):
    """Two objects in adjacent blocks: the buffer around one would cover the other."""
    target = np.zeros((320, 320), dtype=int)
    target[160:170, 150:158] = target[160:170, 162:170] = 1
    split = split_blocks(memory_index(target, num_classes=2), 0.2, seed=0)
    assert split.buffer == CHIP // 2
    assert split.missing_in_validation == (1,)
    assert split.missing_in_training == ()


@pytest.mark.parametrize(
    ("width", "buffer"), [(64, 0), (72, 8)], ids=["no chip fits beside any buffer", "one fits beside a half"]
)
def test_buffer_is_narrower_if_it_would_take_too_much(width, buffer, memory_index):
    split = split_blocks(memory_index(np.zeros((64, width), dtype=int), num_classes=1), 0.25, seed=0)
    assert (split.buffer, split.wanted_buffer) == (buffer, CHIP // 2)
    assert split.shortfall == Shortfall((0,), 0.0)
    assert split.pixels[TRAINING].sum() >= split.pixels[BUFFER].sum()


def test_single_block_cannot_be_split(memory_index):
    with pytest.raises(TooSmallError, match="labels lie in 1 block of") as caught:
        split_blocks(memory_index(np.zeros((40, 60), dtype=int), num_classes=1), 0.2, 1)
    assert "validation share to 0" in caught.value.hint


def test_blocks_with_a_class_of_their_own_each_cannot_be_split(memory_index):
    target = np.zeros((32, 64), dtype=int)
    target[:, 32:] = 1
    with pytest.raises(TooSmallError, match="2 blocks"):
        split_blocks(memory_index(target, num_classes=2), 0.5, 1)


GRID = rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)


@pytest.fixture
def placed_index(memory_index, make_raster):
    """The index of targets at (row, column) of one grid, or on their own (crs, transform)."""

    def make(targets, origins, num_classes=4, cell=4):
        scenes = []
        for number, (target, at) in enumerate(zip(targets, origins, strict=True)):
            crs, grid = at if isinstance(at[0], str) else ("EPSG:32632", GRID @ GRID.translation(*at[::-1]))
            image = make_raster(np.zeros(target.shape, np.uint8), f"{number}.tif", crs=crs, transform=grid)
            scenes.append(open_scene(image))
        index = memory_index(*targets, num_classes=num_classes, cell=cell)
        return scenes, replace(index, overlaps=find_overlaps(scenes, cell, CHIP))

    return make


def _on_canvas(areas, origins, side=900):
    """Masks of all scenes merged on their common grid."""
    canvas = np.zeros((side, side), dtype=bool)
    for area, (row, col) in zip(areas, origins, strict=True):
        canvas[300 + row : 300 + row + area.shape[0], 300 + col : 300 + col + area.shape[1]] |= area
    return canvas


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    size=st.tuples(st.integers(64, 200), st.integers(64, 200)),
    at=st.tuples(st.integers(-210, 210), st.integers(-210, 210)),
    seed=st.integers(0, 1000),
    share=st.floats(0.05, 0.5),
    cell=st.sampled_from([4, 16]),
)
def test_no_chip_is_within_the_buffer_of_validation_in_another_scene(
    size, at, seed, share, cell, placed_index, shown_pixels, few_trials
):
    """Compared pixel by pixel on one canvas: scenes that overlap, touch, or are apart."""
    targets, origins = [_blobs(200, 170, seed), _blobs(*size, seed + 1)], [(0, 0), at]
    _, index = placed_index(targets, origins, cell=cell)
    try:
        split = split_blocks(index, share, seed)
        shown = _on_canvas(shown_pixels(index, index.candidates(split.closed)), origins)
    except TooSmallError:
        assume(False)
    for row, col in np.argwhere(_on_canvas(_validation(targets, split), origins))[::7]:
        reach = max(split.buffer, 1)
        assert not shown[row - reach + 1 : row + reach, col - reach + 1 : col + reach].any()


@pytest.mark.parametrize("seed", range(4))
def test_no_chip_is_within_the_buffer_across_coordinate_systems(seed, placed_index, shown_pixels):
    """The second scene overlaps the first, rotated and in another zone."""
    (x,), (y,) = rasterio.warp.transform("EPSG:32632", "EPSG:32633", [500_040], [5_599_970])
    grid = rasterio.Affine.translation(x, y) @ rasterio.Affine.rotation(10) @ rasterio.Affine.scale(0.6, -0.6)
    targets = [_blobs(320, 320, seed), _blobs(250, 260, seed + 1)]
    scenes, index = placed_index(targets, [(0, 0), ("EPSG:32633", grid)])
    split = split_blocks(index, 0.2, seed)
    shown = shown_pixels(index, index.candidates(split.closed))
    assert split.buffer > 0
    for one, other in ((0, 1), (1, 0)):
        rows, cols = np.nonzero(shown[other])
        on_map = scenes[other].transform @ (cols + 0.5, rows + 0.5)
        on_map = rasterio.warp.transform(scenes[other].crs, scenes[one].crs, *on_map)
        cols, rows = ~scenes[one].transform @ tuple(map(np.array, on_map))
        for window in split.validation[one]:
            beside = np.maximum(window.col_off - cols, cols - window.col_off - window.width)
            above = np.maximum(window.row_off - rows, rows - window.row_off - window.height)
            assert np.maximum(beside, above).min() > split.buffer


def test_cells_closed_by_another_scene_count_as_buffer(placed_index):
    targets = [np.zeros((160, 160), dtype=int)] * 2
    _, index = placed_index(targets, [(0, 0), (0, 160)], num_classes=1)
    cells = np.zeros((40, 40), dtype=bool)
    cells[:, 32:] = True
    held_out = replace(nothing_held_out(index), test_cells=(cells, np.zeros_like(cells)))
    split = split_blocks(index, 0, 0, held_out)
    assert split.buffer == 16
    beside = split.subsets(index, 1)
    assert (beside[:, :4] == BUFFER).all()
    assert (beside[:, 4:] == TRAINING).all()
    assert split.pixels[BUFFER, 1].tolist() == [160 * 16]
    assert split.pixels[TRAINING, 1].tolist() == [160 * 144]


@pytest.mark.parametrize("count", [2, 5])
def test_scenes_of_the_same_ground_have_the_same_validation_ground(count, placed_index):
    """Flights of several years: independent selections would leave little ground for training."""
    targets = [np.zeros((400, 400), dtype=int)] * count
    _, index = placed_index(targets, [(0, 0)] * count, num_classes=1)
    split = split_blocks(index, 0.2, 0)
    shares = split.pixels.sum(axis=(1, 2)) / (count * 400**2)
    assert split.buffer == CHIP // 2
    assert shares[VALIDATION] == pytest.approx(0.2, abs=0.06)
    assert shares[TRAINING] > 0.6


def test_single_object_on_overlapping_scenes_stays_in_training(placed_index):
    """Its class is in two blocks, but they show the same ground."""
    target = np.zeros((320, 320), dtype=int)
    target[160:170, 166:174] = 1
    _, index = placed_index([target, np.roll(target, -64, axis=1)], [(0, 0), (0, 64)], num_classes=2)
    split = split_blocks(index, 0.2, seed=0)
    assert split.buffer == CHIP // 2
    assert split.missing_in_training == ()
    assert split.missing_in_validation == (1,)


def _tested(index, *cells_of_scenes):
    """A ``HeldOut`` with the given cells (rows, columns) of each scene as test cells."""
    held = [np.zeros(counts.shape[:2], dtype=bool) for counts in index.counts]
    for cells, where in zip(held, cells_of_scenes, strict=True):
        cells[where] = True
    return replace(nothing_held_out(index), test_cells=tuple(held))


@pytest.mark.parametrize("seed", range(5))
def test_blocks_keep_away_from_test_areas_of_all_scenes(seed, placed_index):
    targets, origins = [np.zeros((256, 256), dtype=int)] * 2, [(0, 0), (0, 256)]
    targets[0] = np.where(np.arange(256) < 208, 0, 255) * np.ones((256, 1), dtype=int)
    _, index = placed_index(targets, origins, num_classes=1)
    columns = np.s_[:, 52:]
    split = split_blocks(index, 0.2, seed, _tested(index, columns, np.s_[:0]))
    assert any(split.validation)
    assert split.held_out.blocks_beside_test == 0
    for window in split.validation[0]:
        assert window.col_off + window.width <= 208 - CHIP // 2
    for window in split.validation[1]:
        assert window.col_off >= CHIP // 2


def test_blocks_beside_test_areas_are_used_and_counted_if_there_are_no_others(placed_index):
    target = np.zeros((96, 256), dtype=int)
    target[32:64] = 255
    _, index = placed_index([target], [(0, 0)], num_classes=1)
    split = split_blocks(index, 0.2, 0, _tested(index, np.s_[8:16]))
    assert split.held_out.blocks_beside_test == len(split.validation[0]) > 0
