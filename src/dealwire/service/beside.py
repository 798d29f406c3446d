"""What takes long to make of the whole store: made beside whoever asks, and shown until the next is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from dealwire.errors import DealwireError

T = TypeVar("T")

FRESH = 30.0
"""Seconds after which it is made anew, when next asked for."""
SHARE = 50
"""It is made anew only after so many times as long as that took: it never takes more of the machine than that share."""
WAIT = 0.25
"""Seconds that one waits for the first."""


Work = Callable[[], None]


def _start(work: Work) -> None:
    Thread(target=work, daemon=True).start()


class Beside(Generic[T]):
    """Holds what `make` gave last."""

    def __init__(
        self, make: Callable[[], T], clock: Callable[[], float] = monotonic, start: Callable[[Work], None] = _start
    ) -> None:
        self._make = make
        self._clock = clock
        self._start = start
        self._lock = Lock()
        self._ready = Event()
        self._value: T | None = None
        self._due = 0.0
        self._making = False

    def get(self, wait: float = WAIT) -> T | None:
        """Return the last that was made; None where the first isn't there after `wait` seconds."""
        with self._lock:
            begin = not self._making and (not self._ready.is_set() or self._clock() >= self._due)
            self._making |= begin
        if begin:
            self._start(self._run)
        self._ready.wait(wait)
        return self._value

    def _run(self) -> None:
        began = self._clock()
        try:
            with suppress(DealwireError):  # the store is away: whoever asks next begins again
                self._value = self._make()
                self._ready.set()
        finally:
            ended = self._clock()
            self._due = ended + max(FRESH, SHARE * (ended - began))
            self._making = False
