"""Tiles cover the scene, and a smaller area has the same tiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from core.contract.messages.errors import SettingsError
from core.inference.tiles import PHASE, plan_tiles, tile_starts

sizes = st.integers(1, 3000)
tilings = st.sampled_from([32, 64, 256, 512]).flatmap(
    lambda tile: st.tuples(st.just(tile), st.integers(0, tile // 2))
)


@given(sizes, tilings)
def test_tiles_cover_every_pixel_and_hardly_extend_beyond_the_scene(length, tiling):
    tile_size, overlap = tiling
    starts = tile_starts(length, tile_size, overlap)
    covered = {pixel for start in starts for pixel in range(start, min(start + tile_size, length))}
    assert covered == set(range(length))
    assert length < tile_size or length <= starts[-1] + tile_size < length + PHASE


@given(sizes, tilings)
def test_tiles_start_at_multiples_of_the_phase(length, tiling):
    tile_size, overlap = tiling
    starts = tile_starts(length, tile_size, overlap)
    assert tile_size - overlap < PHASE or all(start % PHASE == 0 for start in starts)
    assert len(set(starts)) == len(starts)


@given(sizes, tilings)
def test_adjacent_tiles_share_at_least_the_overlap(length, tiling):
    tile_size, overlap = tiling
    starts = tile_starts(length, tile_size, overlap)
    assert all(first + tile_size - second >= overlap for first, second in zip(starts, starts[1:]))


def test_no_tile_occurs_twice():
    assert tile_starts(512, 512, 64) == (0,)
    assert tile_starts(960, 512, 64) == (0, 448)
    assert tile_starts(961, 512, 64) == (0, 224, 480)


def test_a_scene_smaller_than_half_a_tile_allows_the_largest_overlap():
    plan = plan_tiles(300, 3000, 1024, 512)
    assert plan.tile_shape == (512, 1024)
    assert len(plan.down.starts) == 1


@given(st.integers(6000, 100_000), st.sampled_from([(256, 128), (512, 256), (1024, 512), (1024, 500)]))
def test_a_region_can_begin_at_nearly_every_row_with_half_overlap(length, tiling):
    tile_size, overlap = tiling
    plan = plan_tiles(length, 100_000, tile_size, overlap)
    assert len(plan.regions(1)) >= len(plan.rows) - 2


def corners(plan):
    """First row and column of each needed tile."""
    return {(plan.down.starts[row], plan.across.starts[tile]) for row, tiles in plan.rows for tile in tiles}


@given(sizes, sizes, tilings, st.data())
def test_a_window_gets_exactly_the_tiles_of_the_whole_plan_that_overlap_it(height, width, tiling, data):
    tile_size, overlap = tiling
    row, col = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    window = Window(col, row, data.draw(st.integers(1, width - col)), data.draw(st.integers(1, height - row)))
    whole = plan_tiles(height, width, tile_size, overlap)
    part = plan_tiles(height, width, tile_size, overlap, [window])

    def touches(top, left):
        return (
            top < window.row_off + window.height
            and top + tile_size > window.row_off
            and left < window.col_off + window.width
            and left + tile_size > window.col_off
        )

    expected = {corner for corner in corners(whole) if touches(*corner)}
    assert corners(part) == expected
    assert part.num_tiles == len(expected)


def test_an_overlap_of_more_than_half_a_tile_is_refused():
    with pytest.raises(SettingsError, match="at most 256"):
        plan_tiles(1000, 1000, 512, 300)
