"""Prefetching: calls run in threads ahead of their consumer, results in the order of the calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def prefetch(
    calls: Iterable[Callable[[], Result]], threads: int, ahead: int
) -> Generator[Result, None, None]:
    """Run calls in threads while the consumer works on earlier results.

    A consumer that stops early must close the generator: it then starts no further calls and waits for
    those that are running.

    Args:
        calls: Consumed lazily, as results are taken.
        threads: Number of calls that run at once.
        ahead: Largest number of results that wait, running calls included.

    Yields:
        The results, in order; an exception of a call is raised in its turn.
    """
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="prefetch") as pool:
        try:
            for call in calls:
                waiting.append(pool.submit(call))
                if len(waiting) > ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
