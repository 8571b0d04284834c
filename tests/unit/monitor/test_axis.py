import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.axis import last_epoch, spread, tick_decimals, tick_step, ticks


@given(st.floats(-1e4, 1e4), st.floats(1e-4, 1e4), st.integers(1, 10), st.sampled_from([0.0, 1.0]))
def test_ticks_are_evenly_spaced_and_few(low, length, most, least_step):
    found = ticks(low, low + length, most, least_step)
    room = 1e-6 * (abs(low) + length) + 1e-9 * least_step
    assert len(found) <= most + 1
    assert all(low - room <= tick <= low + length + room for tick in found)
    steps = [after - before for before, after in zip(found[:-1], found[1:], strict=True)]
    assert steps == pytest.approx([tick_step(found)] * len(steps), rel=1e-6)
    assert all(step >= least_step * (1 - 1e-9) for step in steps)


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [(0, 1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]), (0.1, 0.13, 3, ["0.10", "0.11", "0.12", "0.13"]),
     (0, 100_000, 2, ["0", "50,000", "100,000"]), (3, 3.9, 1, ["3"])],
)  # fmt: skip
def test_ticks_are_round_and_written_with_the_decimals_they_need(low, high, most, expected):
    found = ticks(low, high, most)
    decimals = tick_decimals(tick_step(found))
    assert [f"{tick:,.{decimals}f}" for tick in found] == expected


@given(st.floats(-100, 100), st.floats(0, 100))
def test_an_axis_holds_its_values_and_is_never_empty(low, length):
    bottom, top = spread(low, low + length)
    assert bottom <= low <= low + length <= top
    assert bottom < top
    assert bottom >= 0 or low < 0


@pytest.mark.parametrize(
    ("done", "planned", "end"),
    [(0, 0, 10), (0, 30, 10), (3, 5, 5), (10, 30, 10), (11, 30, 20), (21, 30, 30), (30, 30, 30), (1, 1, 2),
     (40, 30, 40), (1001, 100_000, 2000)],
)  # fmt: skip
def test_the_epoch_axis_grows_in_round_steps_to_what_is_planned(done, planned, end):
    assert last_epoch(done, planned) == end
