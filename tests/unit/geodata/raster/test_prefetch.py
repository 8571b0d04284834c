"""Results made ahead come in order, and no more of them than agreed."""

import threading
import time
from functools import partial

import pytest

from core.geodata.raster.prefetch import prefetch


def test_results_come_in_the_order_of_the_calls_whatever_takes_longest():
    def slow_first(number):
        time.sleep(0.02 if number == 0 else 0)
        return number

    assert list(prefetch((partial(slow_first, n) for n in range(20)), 4, 4)) == list(range(20))


@pytest.mark.parametrize("ahead", [1, 3])
def test_no_more_are_begun_than_wait(ahead):
    begun = []
    results = prefetch((partial(begun.append, n) for n in range(50)), 2, ahead)
    for taken in range(1, 11):
        next(results)
        assert len(begun) <= taken + ahead
    results.close()


def test_calls_run_while_an_earlier_result_is_worked_on():
    begun = threading.Event()
    results = prefetch(iter([lambda: 1, begun.set, lambda: 3]), 1, 2)
    assert next(results) == 1
    assert begun.wait(5)
    results.close()


def test_a_failure_comes_in_its_turn_and_ends_the_calls():
    begun = []

    def call(number):
        begun.append(number)
        if number == 2:
            raise OSError("broken")
        return number

    results = prefetch((partial(call, n) for n in range(50)), 1, 2)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(OSError, match="broken"):
        next(results)
    assert max(begun) <= 4


def test_whoever_leaves_waits_for_what_runs_and_cancels_the_rest():
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
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ahead")]
