"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Serial:
    """The engine for little work, and for finding bugs."""

    def map(self, function: Callable[[T], U], items: Iterable[T | None]) -> Iterator[U | None]:
        """See `Engine.map`."""
        return (None if item is None else function(item) for item in items)
