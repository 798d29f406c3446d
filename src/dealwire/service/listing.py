"""Lists for doors: a page of deals, the counts by which it can be narrowed, what happened by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dealwire.core.names import fold
from dealwire.errors import UsageError
from dealwire.lists import SIZES, Cell, DealQuery, Listed, Month, Place
from dealwire.ports import DealFilter, DealRow
from dealwire.service.beside import Lately
from dealwire.service.public import aside, party_names, published

FACETS = ("kind", "round", "status", "size", "currency", "year")
"""What a list of deals can be narrowed by, as fields of a `Cell`."""

NEWS = DealFilter(background=False)
"""The deals that texts tell as news, as lists have them unless asked for more."""

CHOICES = (*FACETS, "country")
"""What a list can be narrowed by; countries, of which there are many, are counted by themselves."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of deals: the rows, the cursor of the next page if there is one, how many there are in all, and facets.

    A facet counts what there would be with another value of it and all else as it is.
    """

    rows: tuple[DealRow, ...]
    next: str | None
    total: int
    facets: Mapping[str, Sequence[tuple[str, int]]]


def page(store: Listed, kept: Lately, query: DealQuery, cursor: str | None, limit: int) -> Page:
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
    found = after(store, query, _place(cursor), limit + 1)
    more = cursor_of(found[limit - 1]) if len(found) > limit else None
    whole = {row.deal.id: len(row.deal.articles) for row in found}
    shown = published(store, told(found[:limit]))
    return tuple(r for r in shown if len(r.deal.articles) == whole[r.deal.id] or matches(store, r, query)), more


def after(store: Listed, query: DealQuery, place: Place | None, limit: int) -> list[DealRow]:
    """Return at most `limit` deals after a place in the order of a query, as anyone may read them."""
    others = [(_order(row, query), row) for row in aside(store) if matches(store, row, query)]
    if place is not None:
        others = [one for one in others if one[0] > _order(place, query)]
    found = [(_order(row, query), row) for row in store.deal_page(query, place, limit)]
    return [row for _, row in sorted([*found, *others], key=lambda one: one[0])[:limit]]


def _order(row: DealRow | Place, query: DealQuery) -> tuple[bool, float, str]:
    """Return by what deals are ordered: the latest or the largest first, those without last, then by id."""
    value = row.usd if query.by_amount else row.announced_on and row.announced_on.toordinal()
    return value is None, -(value or 0), row.id if isinstance(row, Place) else row.deal.id


def matches(store: Listed, row: DealRow, query: DealQuery) -> bool:
    """Tell whether a deal, as anyone may read it, is one that a query asks for: what a store tells of the others."""
    filter_, day = query.filter, row.announced_on
    company, backers = party_names(store, row)
    return (
        passes(row, query)
        and filter_.kind in (None, row.deal.kind)
        and filter_.country in (None, row.country)
        and (filter_.background or not row.deal.background)
        and (filter_.since is None or (day is not None and day >= filter_.since))
        and (filter_.until is None or (day is not None and day <= filter_.until))
        and (query.year is None or (day is not None and day.year == query.year))
        and (filter_.company is None or any(fold(filter_.company) in name for name in company))
        and (filter_.investor is None or any(fold(filter_.investor) in name for name in backers))
    )


def passes(row: DealRow, query: DealQuery) -> bool:
    """Tell whether the round, status, currency, amount and disputes of a deal, as it is told, are those asked for."""
    filter_ = query.filter
    least, above = SIZES[query.size] if query.size is not None else (0.0, None)
    least = max(least, filter_.min_amount or 0.0)
    of_size = row.usd is not None and row.usd >= least and (above is None or row.usd < above)
    amount = _value(row, "amount")
    return (
        (filter_.round is None or _value(row, "round") == filter_.round.value)
        and (filter_.status is None or _value(row, "status") == filter_.status.value)
        and (query.currency is None or (isinstance(amount, dict) and amount.get("currency") == query.currency))
        and (of_size or (query.size is None and filter_.min_amount is None))
        and (bool(row.deal.conflicts) or not filter_.conflicts)
    )


def _value(row: DealRow, name: str) -> object:
    field = row.deal.fields.get(name)
    return field.value if field else None


def counts(store: Listed, kept: Lately, query: DealQuery) -> tuple[dict[str, list[tuple[str, int]]], int]:
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
        filter=replace(query.filter, kind=None, round=None, status=None, drafts=False),  # of which there are none
        size=None,
        currency=None,
        year=None,
        by_amount=False,
    )
    cells = kept.get(("cells", every), lambda: [*store.deal_cells(every), *_cells(store, every)])
    facets, total = count(cells, chosen)
    anywhere = replace(query, filter=replace(query.filter, country=None), by_amount=False)
    countries = kept.get(("countries", anywhere), lambda: _countries(store, anywhere))
    facets["country"] = sorted(countries, key=lambda told: (-told[1], told[0]))
    return facets, total


def months(store: Listed, kept: Lately, query: DealQuery) -> list[Month]:
    """Return what was announced by month."""
    every = replace(query, filter=replace(query.filter, drafts=False), by_amount=False)
    return kept.get(("months", every), lambda: _months(store, every))


def _months(store: Listed, query: DealQuery) -> list[Month]:
    found = {month.month: month for month in store.deal_months(query)}
    for row in aside(store):
        if row.announced_on and matches(store, row, query):
            month = row.announced_on.replace(day=1)
            so_far = found.get(month, Month(month, 0, 0.0))
            found[month] = Month(month, so_far.count + 1, so_far.usd + (row.usd or 0.0))
    return sorted(found.values(), key=lambda month: month.month)


def _countries(store: Listed, query: DealQuery) -> list[tuple[str, int]]:
    counts = Counter(dict(store.deal_countries(query)))
    counts.update(row.country for row in aside(store) if row.country and matches(store, row, query))
    return list(counts.items())


def _cells(store: Listed, query: DealQuery) -> Iterator[Cell]:
    for row in aside(store):
        if matches(store, row, query):
            round_, status, amount = (_value(row, name) for name in ("round", "status", "amount"))
            yield Cell(
                row.deal.kind.value,
                None if round_ is None else str(round_),
                None if status is None else str(status),
                amount.get("currency") if isinstance(amount, dict) else None,
                row.announced_on.year if row.announced_on else None,
                _size(row.usd),
                1,
            )


def _size(usd: float | None) -> str | None:
    """Return the class of an amount."""
    return None if usd is None else next(name for name, (_, above) in SIZES.items() if above is None or usd < above)


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
