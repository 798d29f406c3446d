"""Items spread over processes of this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

AHEAD = 8
"""Items that are taken ahead for each worker: enough to keep it busy while others come, few enough to hold."""


class Processes:
    """The engine for many items on the cores of one machine. Functions, items and results must be picklable.

    Items of one map may come from another: the same workers do both.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[T], U], items: Iterable[T | None]) -> Iterator[U | None]:
        """See `Engine.map`. While the next result is not there yet, further items are taken rather than waited."""
        with self._opened() as pool:
            waiting: deque[Future[U] | None] = deque()
            for item in items:
                waiting.append(None if item is None else pool.submit(function, item))
                while waiting and (len(waiting) > self._workers * AHEAD or _is_there(waiting[0])):
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())

    @contextmanager
    def _opened(self) -> Iterator[ProcessPoolExecutor]:
        if self._pool:
            yield self._pool
            return
        with ProcessPoolExecutor(self._workers, initializer=_end_with_parent) as self._pool:
            try:
                yield self._pool
            finally:
                self._pool = None


def _end_with_parent() -> None:
    """See to it that this worker ends with who started it: one that is killed tells its workers nothing."""
    Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _is_there(future: Future[U] | None) -> bool:
    return future is None or future.done()


def _result(future: Future[U] | None) -> U | None:
    return None if future is None else future.result()
