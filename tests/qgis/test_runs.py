from contextlib import nullcontext

import pytest
from toppixel.algorithms import runs
from toppixel.algorithms.runs import MOST_WAITING, RunningJob, running, unwatch, watch
from toppixel.core.contract.messages.errors import JobCancelledError, RasterError
from toppixel.core.contract.messages.events import Cancelled, Error, Log, Result


@pytest.fixture
def seen():
    """Every job that starts, by a watcher that wants its events."""
    found = []

    def watcher(run):
        found.append(run)
        return True

    watch(watcher)
    yield found
    unwatch(watcher)


@pytest.mark.parametrize(
    ("failure", "last"),
    [
        (None, Result()),
        (JobCancelledError("Cancelled."), Cancelled()),
        (RasterError("It is gone.", "Look for it."), Error("bad-raster", "It is gone. Look for it.")),
        (KeyError("a fault"), Error("internal", "The run has ended unexpectedly.")),
    ],
)
def test_a_watcher_sees_the_end_whatever_it_is(seen, failure, last):
    expected = pytest.raises(type(failure)) if failure else nullcontext()
    with expected, running("job") as run:
        run.put(Log("said"))
        if failure:
            raise failure

    assert seen == [run]
    assert run.take(10) == [Log("said"), last]
    assert run.take(10) == []


def test_events_that_nobody_watches_are_not_kept():
    with running("job") as run:
        run.put(Log("said"))

    assert run.take(10) == []


def test_a_watcher_that_takes_nothing_costs_bounded_memory(seen):
    with running("job") as run:
        for number in range(3 * MOST_WAITING):
            run.put(Log(str(number)))

    waiting = run.take(10 * MOST_WAITING)
    assert len(waiting) == MOST_WAITING
    assert waiting[-1] == Result()


def test_a_watcher_that_leaves_is_forgotten(seen):
    with running("job") as run:
        run.put(Log("before"))
        run.leave()
        run.put(Log("after"))

    assert run.take(10) == []


def test_every_watcher_is_asked(seen):
    others = []
    watch(others.append)
    try:
        with running("job") as run:
            pass
    finally:
        unwatch(others.append)

    assert others == seen == [run]


def test_cancel_after_the_end_does_no_harm():
    run = RunningJob("job")
    assert not run.is_cancelled()
    run.cancel()
    run.cancel()
    assert run.is_cancelled()
    assert runs._watchers == []
