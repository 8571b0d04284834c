"""Calls made by threads ahead of whoever wants their results, which come in the order of the calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def prefetch(
    calls: Iterable[Callable[[], Result]], threads: int, ahead: int
) -> Generator[Result, None, None]:
    """The results of calls, made while earlier ones are worked on.

    Whoever leaves the generator before its end must close it: then no call is begun any more, and those
    that run are waited for.

    Args:
        calls: What to do; drawn from as results are taken.
        threads: How many calls run at once.
        ahead: How many results wait at most, those that are being made included.

    Yields:
        The results, in order; a call that fails fails here.
    """
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="ahead") as makers:
        try:
            for call in calls:
                waiting.append(makers.submit(call))
                if len(waiting) > ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
