"""What takes long to make of the whole store: made beside whoever asks, and shown until the next is there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextlib import suppress
from math import inf
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar

from dealwire.errors import DealwireError, OutageError

T = TypeVar("T")
Work = Callable[[], None]

FRESH = 30.0
"""Seconds after which it is made anew, when next asked for."""
SHARE = 50
"""It is made anew only after so many times as long as that took: it never takes more of the machine than that share."""
QUICK = 0.5
"""What takes no longer, in seconds, is made anew while one waits."""
WAIT = 3.0
"""Seconds, from its beginning, that one waits for the first."""
OLDEST = 300.0
"""Seconds after which what is kept by a key is not shown any more."""
KEPT = 128
"""How many keys are kept: those asked for last."""


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
        self._due = -inf
        self._began = -inf
        self._took = 0.0
        self._making = False
        self._edits = 0

    def get(self, wait: float = WAIT) -> T | None:
        """Return the last that was made; None where the first isn't there `wait` seconds after it was begun."""
        with self._lock:
            begin = not self._making and self._clock() >= self._due
            here = begin and self._ready.is_set() and self._took <= QUICK
            self._making |= begin
            if begin:
                self._began = self._clock()
        if here:
            self._run()
        elif begin:
            self._start(self._run)
        self._ready.wait(max(0.0, self._began + wait - self._clock()))
        return self._value

    def edit(self, change: Callable[[T], T]) -> None:
        """Change what is shown until the next is made, which is at once where that is quick."""
        with self._lock:
            if self._value is not None:
                self._value = change(self._value)
            self._edits += 1
            if self._took <= QUICK:
                self._due = -inf

    def _run(self) -> None:
        began, edits = self._clock(), self._edits
        try:
            with suppress(DealwireError):  # the store is away: whoever asks next begins again
                value = self._make()
                ended = self._clock()
                with self._lock:
                    self._value, self._took = value, ended - began
                    edited = self._edits != edits and self._took <= QUICK
                    self._due = -inf if edited else ended + max(FRESH, SHARE * self._took)
                    self._ready.set()
        finally:
            self._making = False


class Lately:
    """What was asked lately, for some minutes; after half a minute it is made anew beside whoever asks.

    What took long is made anew later: see `SHARE`.
    """

    def __init__(self, clock: Callable[[], float] = monotonic, start: Callable[[Work], None] = _start) -> None:
        self._clock = clock
        self._start = start
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[float, float, Any]] = OrderedDict()
        self._making: set[Hashable] = set()
        self._first: dict[Hashable, Future[Any]] = {}

    def get(self, key: Hashable, make: Callable[[], T], wait: float | None = None) -> T:
        """Return what was made under a key lately, else make it, with `wait` in so many seconds at most.

        Raises:
            OutageError: it takes longer; it is being made, for whoever asks again.
        """
        now = self._clock()
        with self._lock:
            made, took, value = self._kept.get(key, (-inf, 0.0, None))
            due = max(FRESH, min(SHARE * took, OLDEST / 2))
            again = due <= now - made < OLDEST and key not in self._making
            if again:
                self._making.add(key)
            missing = now - made >= OLDEST
            waited = self._first.get(key) if missing else None
            begin = missing and waited is None
            if begin:
                waited = self._first[key] = Future()
        if again:
            self._start(lambda: self._again(key, make))
        if waited is None:
            found: T = value
            return found
        if begin and wait is None:
            self._made_first(key, make)
        elif begin:
            self._start(lambda: self._made_first(key, make))
        try:
            first: T = waited.result(wait)
        except TimeoutError:
            raise OutageError("this is being counted, which takes some seconds: ask again") from None
        return first

    def _made_first(self, key: Hashable, make: Callable[[], object]) -> None:
        """Make what is not there, for all who ask meanwhile; what goes wrong is told to all of them."""
        first = self._first[key]
        try:
            value = self._made(key, make)
        except BaseException as error:  # noqa: BLE001 - whoever asked raises it
            del self._first[key]
            first.set_exception(error)
        else:
            del self._first[key]
            first.set_result(value)

    def _again(self, key: Hashable, make: Callable[[], object]) -> None:
        try:
            with suppress(DealwireError):  # the store is away, or closed: whoever asks when this is too old is told so
                self._made(key, make)
        finally:
            with self._lock:
                self._making.discard(key)

    def _made(self, key: Hashable, make: Callable[[], T]) -> T:
        now, fresh = self._clock(), make()
        with self._lock:
            self._kept[key] = (now, self._clock() - now, fresh)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return fresh
