"""Lists for doors: a page of deals, the counts by which it can be narrowed, what happened by month."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

from dealwire.core.names import fold
from dealwire.errors import DealwireError, UsageError
from dealwire.lists import Cell, DealQuery, Listed, Month, Place
from dealwire.ports import DealRow
from dealwire.service.public import published
from dealwire.service.query import deal_record

T = TypeVar("T")

FACETS = ("kind", "round", "status", "size", "currency", "year")
"""What a list of deals can be narrowed by, as fields of a `Cell`."""

FRESH_SECONDS = 30.0
"""Counts over the whole store that are older are counted anew: they are read from an index, but from all of it."""

KEPT_SECONDS = 300.0
"""Older ones are not shown; younger ones are, while they are counted anew, so that nobody waits for that."""

KEPT = 64


@dataclass(frozen=True, slots=True)
class Page:
    """A page of deals: the rows, the cursor of the next page if there is one, how many there are in all, and facets.

    A facet counts what there would be with another value of it and all else as it is.
    """

    rows: tuple[DealRow, ...]
    next: str | None
    total: int
    facets: Mapping[str, Sequence[tuple[str, int]]]


def _beside(work: Callable[[], None]) -> None:
    """Work in a thread of its own, which has a connection to the store of its own."""
    Thread(target=work, daemon=True).start()


class Kept:
    """What was asked lately, for some minutes; after half a minute it is made anew `beside` whoever asks."""

    def __init__(
        self, clock: Callable[[], float] = monotonic, beside: Callable[[Callable[[], None]], None] = _beside
    ) -> None:
        self._clock = clock
        self._beside = beside
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()
        self._making: set[Hashable] = set()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under a key lately, else make it."""
        now = self._clock()
        with self._lock:
            made, value = self._kept.get(key, (-KEPT_SECONDS, None))
            again = FRESH_SECONDS <= now - made < KEPT_SECONDS and key not in self._making
            if again:
                self._making.add(key)
        if again:
            self._beside(lambda: self._again(key, make))
        if now - made < KEPT_SECONDS:
            found: T = value
            return found
        return self._made(key, make)

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
            self._kept[key] = (now, fresh)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return fresh


def page(store: Listed, kept: Kept, query: DealQuery, cursor: str | None, limit: int) -> Page:
    """Return a page of deals.

    Raises:
        UsageError: there is no such cursor.
    """
    found, more = rows(store, query, cursor, limit)
    facets, total = counts(store, kept, query)
    return Page(found, more, total, facets)


def rows(
    store: Listed,
    query: DealQuery,
    cursor: str | None,
    limit: int,
    told: Callable[[Sequence[DealRow]], Sequence[DealRow]] = lambda rows: rows,
) -> tuple[tuple[DealRow, ...], str | None]:
    """Return a page of deals without counts, each as `told` has it, and the cursor of the next page.

    Raises:
        UsageError: there is no such cursor.
    """
    found = store.deal_page(query, _place(cursor), limit + 1)
    more = cursor_of(found[limit - 1]) if len(found) > limit else None
    shown = published(store, told(found[:limit]))
    if query.filter.investor is None:
        return tuple(shown), more
    whole = {row.deal.id: len(row.deal.articles) for row in found}
    part = fold(query.filter.investor)
    return tuple(row for row in shown if len(row.deal.articles) == whole[row.deal.id] or _backed(row, part)), more


def _backed(row: DealRow, part: str) -> bool:
    """Tell whether what is published names a backer with a part in its name: of a deal, drafts may tell more."""
    return any(part in fold(backer["name"]) for backer in deal_record(row)["investors"])


def counts(store: Listed, kept: Kept, query: DealQuery) -> tuple[dict[str, list[tuple[str, int]]], int]:
    """Return by what a list can be narrowed, with how many deals each choice leaves, and how many there are in all."""
    chosen = {
        "kind": _plain(query.filter.kind),
        "round": _plain(query.filter.round),
        "status": _plain(query.filter.status),
        "size": query.size,
        "currency": query.currency,
        "year": _plain(query.year),
    }
    every = replace(
        query,
        filter=replace(query.filter, kind=None, round=None, status=None),
        size=None,
        currency=None,
        year=None,
        by_amount=False,
    )
    cells = kept.get(("cells", every), lambda: store.deal_cells(every))
    return count(cells, chosen)


def months(store: Listed, kept: Kept, query: DealQuery) -> list[Month]:
    """Return what was announced by month."""
    return kept.get(("months", query), lambda: store.deal_months(query))


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def count(cells: Sequence[Cell], chosen: Mapping[str, str | None]) -> tuple[dict[str, list[tuple[str, int]]], int]:
    """Return for each facet its values with how many deals have them among what all other choices leave; the total."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    total = 0
    for cell in cells:
        own = {facet: _plain(getattr(cell, facet)) for facet in FACETS}
        amiss = [facet for facet, value in chosen.items() if value is not None and own[facet] != value]
        if not amiss:
            total += cell.count
        for facet in FACETS if not amiss else amiss if len(amiss) == 1 else ():
            if (value := own[facet]) is not None:
                counts[facet][value] += cell.count
    ranked = {facet: sorted(c.items(), key=lambda item: (-item[1], item[0])) for facet, c in counts.items()}
    ranked["year"].sort(reverse=True)
    return ranked, total


def cursor_of(row: DealRow) -> str:
    """Return the cursor of what comes after a deal."""
    return f"{row.deal.id}~{row.announced_on or ''}~{'' if row.usd is None else repr(row.usd)}"


def _place(cursor: str | None) -> Place | None:
    if cursor is None:
        return None

    try:
        id_, day, usd = cursor.split("~")
        return Place(id_, date.fromisoformat(day) if day else None, float(usd) if usd else None)
    except ValueError as e:
        raise UsageError("there is no such page: begin at the first") from e
