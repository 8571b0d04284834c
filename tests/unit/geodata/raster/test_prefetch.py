"""Prefetched results come in order, and their number is bounded."""

import threading
import time
from functools import partial

import pytest

from core.geodata.raster.prefetch import prefetch


def test_results_come_in_the_order_of_the_calls():
    def slow_first(number):
        time.sleep(0.02 if number == 0 else 0)
        return number

    assert list(prefetch((partial(slow_first, n) for n in range(20)), 4, 4)) == list(range(20))


@pytest.mark.parametrize("ahead", [1, 3])
def test_number_of_started_calls_is_bounded(ahead):
    started = []
    results = prefetch((partial(started.append, n) for n in range(50)), 2, ahead)
    for taken in range(1, 11):
        next(results)
        assert len(started) <= taken + ahead
    results.close()


def test_calls_run_while_an_earlier_result_is_processed():
    started = threading.Event()
    results = prefetch(iter([lambda: 1, started.set, lambda: 3]), 1, 2)
    assert next(results) == 1
    assert started.wait(5)
    results.close()


def test_an_exception_is_raised_in_its_turn_and_stops_further_calls():
    started = []

    def call(number):
        started.append(number)
        if number == 2:
            raise OSError("broken")
        return number

    results = prefetch((partial(call, n) for n in range(50)), 1, 2)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(OSError, match="broken"):
        next(results)
    assert max(started) <= 4


def test_close_waits_for_running_calls_and_cancels_the_others():
    running, ended = threading.Event(), []

    def call(number):
        if number == 1:
            running.set()
            time.sleep(0.1)
        ended.append(number)

    results = prefetch((partial(call, n) for n in range(9)), 1, 5)
    next(results)
    running.wait(5)
    results.close()
    at_close = list(ended)
    assert at_close[:2] == [0, 1]
    time.sleep(0.05)
    assert ended == at_close
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("prefetch")]
