"""The changes of all deals: since a day, as the world knew them, and as a stream for those who follow a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from dealwire.core import names
from dealwire.core.resolve.changes import Change, TimeOf, changes, known, learned
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.reconcile import reconcile
from dealwire.core.resolve.source_records import adopted
from dealwire.errors import UsageError
from dealwire.model import Deal, Judgement, Report
from dealwire.ports import DealFilter, DealRow, Store

START = "start"
"""The cursor before everything."""

Told = tuple[DealRow, Change]


def since(store: Store, knowledge: Knowledge, moment: datetime, until: datetime | None = None) -> list[Told]:
    """Return the changes from a moment on (to `until`, exclusive), as the world could know them, the earliest first."""
    judged = effective(store.judgements())
    found = [
        (row, change)
        for row in _rows(store, judged, DealFilter(known_since=moment), moment)
        for change in _of(store, knowledge, judged, row, known)
        if change.at >= moment and (until is None or change.at < until)
    ]
    return sorted(found, key=lambda told: (told[1].at, told[0].deal.company, told[0].deal.id, told[1].order))


def after(store: Store, knowledge: Knowledge, cursor: str, limit: int | None = None) -> list[Told]:
    """Return the changes that dealwire learnt after a cursor (`START`: all), in the order in which it did.

    Whoever follows a store keeps the cursor of the last change: the next call goes on from there.

    Raises:
        UsageError: that is no cursor.
    """
    place = _place(cursor)
    moment = datetime.fromisoformat(place[0]) if place else datetime.min.replace(tzinfo=UTC)
    wanted = DealFilter(learned_since=moment) if place else DealFilter()
    judged = effective(store.judgements())
    found = [
        (row, change)
        for row in _rows(store, judged, wanted, moment)
        for change in _of(store, knowledge, judged, row, learned)
        if place is None or change.order > place
    ]
    return list(islice(sorted(found, key=lambda told: told[1].order), limit))


def cursor_of(change: Change) -> str:
    """Return the cursor after a change."""
    moment, cause, field = change.order
    return f"{moment}~{cause}~{field}"


def _place(cursor: str) -> tuple[str, str, int] | None:
    if cursor == START:
        return None
    try:
        moment, cause, field = cursor.split("~")
        told = datetime.fromisoformat(moment)
        if told.tzinfo is None:
            raise ValueError("no time zone")
        return moment, cause, int(field)
    except ValueError:
        raise UsageError(f"{cursor!r} is no cursor: take the one of a change, or {START!r}") from None


def _rows(store: Store, judged: Sequence[Judgement], filter_: DealFilter, moment: datetime) -> Iterator[DealRow]:
    """Yield the deals with new reports, and those of which a person corrected a field since."""
    seen = set()
    for row in store.deals(filter_):
        seen.add(row.deal.id)
        yield row
    for judgement in judged:
        if judgement.about == "field" and judgement.at >= moment:
            found = store.deal(judgement.a)
            if found and found.deal.id not in seen:
                seen.add(found.deal.id)
                yield found


def _of(
    store: Store, knowledge: Knowledge, judged: Sequence[Judgement], row: DealRow, time_of: TimeOf
) -> Iterator[Change]:
    reports = store.reports(row.deal.reports)
    ids = set(row.deal.reports)
    owner = store.organisation(row.deal.organisation)
    parties = store.organisations({names.fold(i.value.name) for r in reports for i in r.deal.investors})
    identity = {key: party.id for key, party in parties.items()}
    shown = {party.id: party.name for party in parties.values()}
    weights = adopted(judged)

    def made(told: Sequence[Report], by: Sequence[Judgement]) -> Deal:
        return reconcile(told, by, knowledge.rates, owner, identity.get, shown.get, weights).deal

    yield from changes(reports, [judgement for judgement in judged if judgement.a in ids], made, time_of)


def record(row: DealRow, change: Change) -> dict[str, Any]:
    """Return a change as plain JSON."""
    told, judged = change.report, change.judgement
    return {
        "at": change.at.isoformat(),
        "learned_at": change.learned_at.isoformat(),
        "deal": row.deal.id,
        "company": row.deal.company,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "article": told.article_ref if told else None,
        "url": told.url if told else None,
        "provider": (told.provider.name or told.provider.domain) if told else None,
        "decision": judged.id if judged else None,
        "by": judged.by if judged else None,
        "cursor": cursor_of(change),
    }
