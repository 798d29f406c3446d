"""Items spread over processes of this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

AHEAD = 4
"""Items that wait for each worker: enough to keep it busy, few enough to hold."""


class Processes:
    """The engine for many items on the cores of one machine. Functions, items and results must be picklable."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, function: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """See `Engine.map`."""
        source = iter(items)
        with ProcessPoolExecutor(self._workers) as pool:
            waiting: deque[Future[U]] = deque(
                pool.submit(function, item) for item in islice(source, self._workers * AHEAD)
            )
            while waiting:
                done = waiting.popleft().result()
                waiting.extend(pool.submit(function, item) for item in islice(source, 1))
                yield done
