import numpy as np
import pytest
from rasterio.windows import Window

import core.geodata.chips.index as chips_module
from core.contract.messages.errors import JobCancelledError, RasterError, TooSmallError
from core.geodata.chips.index import index_chips
from core.geodata.raster.scene import open_scene
from core.geodata.raster.windows import overlaps

CLASSES = 3


def _target(height, width, seed=0, labelled=0.6):
    generator = np.random.default_rng(seed)
    target = generator.integers(0, CLASSES, (height, width)).astype("uint8")
    target[generator.random((height, width)) > labelled] = 255
    return target


@pytest.fixture
def make_index(make_raster, reporter):
    """The chip index of targets given as arrays (height, width)."""

    def make(*targets, chip_size=32, num_classes=CLASSES):
        paths = [make_raster(target, f"target_{n}.tif", nodata=255) for n, target in enumerate(targets)]
        scenes = [open_scene(path) for path in paths]
        return index_chips(scenes, paths, chip_size, num_classes, reporter)

    return make


def _histogram(target, row, col, size):
    window = target[row : row + size, col : col + size]
    return np.bincount(window[window != 255], minlength=CLASSES)


def test_cells_count_the_pixels_of_each_class(make_index, monkeypatch):
    monkeypatch.setattr(chips_module, "READ_SIDE", 24)
    target = _target(70, 45)
    index = make_index(target)
    assert index.cell_size == 4
    assert index.counts[0].shape == (18, 12, CLASSES)
    for row, col in [(0, 0), (5, 7), (17, 11), (17, 0)]:
        np.testing.assert_array_equal(index.counts[0][row, col], _histogram(target, row * 4, col * 4, 4))
    assert index.counts[0].sum() == (target != 255).sum()


def test_cells_grow_to_bound_memory(make_index, monkeypatch):
    monkeypatch.setattr(chips_module, "MAXIMUM_COUNTS", 100 * CLASSES)
    target = _target(128, 96)
    index = make_index(target)
    assert index.cell_size == 16
    assert sum(counts.size for counts in index.counts) <= 100 * CLASSES
    assert index.counts[0].sum() == (target != 255).sum()


def test_candidates_have_the_histogram_of_their_window(make_index, split_by_windows):
    targets = [_target(70, 45, 1, 0.02), _target(40, 90, 2, 0.02)]
    index = make_index(*targets)
    candidates = index.candidates(split_by_windows(index, ((), ())).closed)
    for scene, row, col, histogram in zip(
        candidates.scene, candidates.row, candidates.col, candidates.histograms
    ):
        np.testing.assert_array_equal(histogram, _histogram(targets[scene], row, col, 32))
    labelled = {
        (scene, row, col)
        for scene, target in enumerate(targets)
        for row in range(0, target.shape[0] - 31, 4)
        for col in range(0, target.shape[1] - 31, 4)
        if _histogram(target, row, col, 32).any()
    }
    assert set(zip(candidates.scene, candidates.row, candidates.col)) == labelled


def test_chips_may_start_at_every_pixel_of_the_scene(make_index, split_by_windows):
    """Without validation, the slacks cover each possible first pixel once."""
    index = make_index(_target(70, 45, labelled=1))
    candidates = index.candidates(split_by_windows(index, ((),)).closed)
    starts = np.zeros((70 - 31, 45 - 31), dtype=int)
    for row, col, rows, cols in zip(
        candidates.row, candidates.col, candidates.row_slack, candidates.col_slack
    ):
        starts[row : row + rows, col : col + cols] += 1
    assert (starts == 1).all()


def test_scene_of_the_size_of_a_chip_has_one_candidate(make_index, split_by_windows):
    index = make_index(_target(32, 32))
    candidates = index.candidates(split_by_windows(index, ((),)).closed)
    assert len(candidates) == 1
    assert (candidates.row_slack[0], candidates.col_slack[0]) == (1, 1)


def test_candidates_without_a_label_are_skipped(make_index, split_by_windows):
    target = np.full((64, 128), 255, "uint8")
    target[0, 0] = 1
    index = make_index(target)
    candidates = index.candidates(split_by_windows(index, ((),)).closed)
    assert len(candidates) == 1
    assert candidates.histograms.tolist() == [[0, 1, 0]]


def test_slack_ends_at_validation_windows_including_diagonally(make_index, split_by_windows):
    index = make_index(_target(128, 128, labelled=1))
    split = split_by_windows(index, ((Window(64, 64, 32, 32),),))
    candidates = index.candidates(split.closed)
    at = {(r, c): (a, b) for r, c, a, b in zip(
        candidates.row, candidates.col, candidates.row_slack, candidates.col_slack
    )}  # fmt: skip
    assert at[0, 0] == (4, 4)
    assert at[32, 64] == (1, 4)
    assert at[64, 32] == (4, 1)
    assert at[32, 32] == (4, 1)
    assert (64, 64) not in at
    for (row, col), (rows, cols) in at.items():
        assert not overlaps(Window(col, row, 31 + cols, 31 + rows), split.validation[0][0])


def test_lack_of_candidates_is_an_error_with_a_hint(make_index, split_by_windows):
    index = make_index(_target(64, 64))
    with pytest.raises(TooSmallError, match="No labelled chip of 32 x 32") as caught:
        index.candidates(split_by_windows(index, ((Window(0, 0, 64, 64),),)).closed)
    assert "smaller areas for validation" in caught.value.hint


def test_class_statistics_count_training_chips(make_index, split_by_windows):
    target = np.full((64, 80), 255, "uint8")
    target[:32, :32] = 0
    target[0, 0] = 1
    target[:32, 32:64] = 0
    target[32:, 32:64] = 2
    target[0, 79] = 1
    index = make_index(target)
    statistics = index.class_statistics(split_by_windows(index, ((Window(32, 32, 32, 32),),)).seen)
    assert statistics.pixel_counts.tolist() == [2047, 2, 0]
    assert statistics.present_pixels.tolist() == [2048, 1025, 0]
    assert statistics.chips_with_class.tolist() == [2, 2, 0]
    assert statistics.num_chips == 3


def test_class_statistics_without_a_split_count_everything(make_index):
    target = _target(70, 45)
    counts = make_index(target).class_statistics().pixel_counts
    assert counts.tolist() == np.bincount(target[target != 255]).tolist()


@pytest.mark.parametrize("size", [(70, 45), (64, 96), (33, 131)])
@pytest.mark.parametrize("seed", range(8))
def test_cells_are_seen_if_a_chip_shows_one_of_their_pixels(
    size, seed, make_index, split_by_windows, shown_pixels
):
    """Including cells cut by the border, which only chips moved by less than a cell reach."""
    index = make_index(_target(*size, labelled=1))
    generator = np.random.default_rng(seed)
    closed = generator.random(index.counts[0].shape[:2]) < 0.01
    split = split_by_windows(index, ([Window(c * 4, r * 4, 1, 1) for r, c in np.argwhere(closed).tolist()],))
    try:
        (shown,) = shown_pixels(index, index.candidates(split.closed))
    except TooSmallError:
        shown = np.zeros(size, dtype=bool)
    rows, cols = closed.shape
    expected = np.zeros((rows * 4, cols * 4), dtype=bool)
    expected[: size[0], : size[1]] = shown
    np.testing.assert_array_equal(split.seen[0], expected.reshape(rows, 4, cols, 4).any(axis=(1, 3)))


def test_labelled_windows_cover_all_labels_once_and_little_else(make_index):
    target = np.full((70, 131), 255, "uint8")
    target[3:9, 40:60] = target[69, 130] = target[69, 2] = 1
    index = make_index(target)
    found = np.zeros(target.shape, int)
    for window in index.labelled_windows(0, 64):
        found[window.toslices()] += 1
    assert found.max() == 1
    assert found[target != 255].all()
    assert found.sum() < 4 * (target != 255).sum()


def test_scene_smaller_than_a_chip_suggests_the_largest_usable_chip_size(make_index):
    with pytest.raises(TooSmallError, match=r"'target_1\.tif' has 70 x 300 pixels") as caught:
        make_index(_target(300, 300), _target(70, 300), chip_size=256)
    assert "at most 64" in caught.value.hint


def test_scene_smaller_than_the_smallest_chip_needs_a_larger_raster(make_index):
    with pytest.raises(TooSmallError) as caught:
        make_index(_target(20, 300))
    assert "larger raster" in caught.value.hint


def test_damaged_target_is_explained(make_raster, reporter):
    path = make_raster(_target(300, 300))
    scene = open_scene(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="cannot be read"):
        index_chips([scene], [path], 32, CLASSES, reporter)


def test_counting_can_be_cancelled(make_raster, cancelled):
    path = make_raster(_target(64, 64))
    with pytest.raises(JobCancelledError):
        index_chips([open_scene(path)], [path], 32, CLASSES, cancelled)
