"""The changes of all deals: since a day, as the world knew them, and as a stream for those who follow a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from dealwire.core import names
from dealwire.core.places import most_told
from dealwire.core.resolve.changes import Change, TimeOf, changes, known, learned
from dealwire.core.resolve.compare import compare_keys
from dealwire.core.resolve.judgements import effective
from dealwire.core.resolve.knowledge import Knowledge
from dealwire.core.resolve.reconcile import Reconciled, reconcile
from dealwire.core.resolve.source_records import adopted
from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.model import Judgement, Report, Verdict
from dealwire.ports import DealFilter, DealRow, Store
from dealwire.service.public import published

START = "start"
"""The cursor before everything."""

Told = tuple[DealRow, Change]


def since(store: Store, knowledge: Knowledge, moment: datetime, until: datetime | None = None) -> list[Told]:
    """Return the changes from a moment on (to `until`, exclusive), as the world could know them, the earliest first."""
    judged = effective(store.judgements())
    found = [
        (row, change)
        for row in _rows(store, judged, DealFilter(known_since=moment), moment)
        for change in _of(store, knowledge, judged, row, store.reports(row.deal.reports), known)
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
        for change in _of(store, knowledge, judged, row, store.reports(row.deal.reports), learned)
        if place is None or change.order > place
    ]
    return list(islice(sorted(found, key=lambda told: told[1].order), limit))


def public(store: Listed, knowledge: Knowledge, rows: Iterable[DealRow]) -> list[Told]:
    """Return the changes of some deals by what is published, as the world could know them, the earliest first."""
    judged = effective(store.judgements())
    found = []
    for row in rows:
        reports = store.reports(row.deal.reports)
        drafts = store.drafts(report.article for report in reports)
        told = [report for report in reports if report.article not in drafts]
        found += [(row, change) for change in _of(store, knowledge, judged, row, told, known)]
    return sorted(found, key=lambda told: (told[1].at, told[0].deal.id, told[1].order))


def newest(store: Listed, knowledge: Knowledge, limit: int) -> list[Told]:
    """Return at most `limit` facts that changed, those learnt last first; they are of as many deals that changed last.

    What a deal was first told to be is no change.
    """
    rows = published(store, store.deals_named(one.deal for one in store.newest_deals(limit)))
    told = public(store, knowledge, rows)
    first = {row.deal.id: change.at for row, change in reversed(told)}
    later = [(row, change) for row, change in told if change.at > first[row.deal.id]]
    return sorted(later, key=lambda told: (told[1].learned_at, told[1].at), reverse=True)[:limit]


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


def known_by(store: Store, knowledge: Knowledge, rows: Iterable[DealRow], moment: datetime) -> list[DealRow]:
    """Return deals as the world could know them at a moment, without those of which nothing was known.

    Each is told by the reports that could be known by then and the corrections made by then. Which reports are of one
    deal, and whose names are one's, is as known now; so is whether it is published.
    """
    rows = list(rows)
    judged = effective(store.judgements())
    by_then = [judgement for judgement in judged if judgement.at <= moment or judgement.about == "publication"]
    reports = {report.id: report for report in store.reports(id_ for row in rows for id_ in row.deal.reports)}
    known_then = []
    for row in rows:
        own = [reports[id_] for id_ in row.deal.reports if id_ in reports]
        if told := [report for report in own if report.known_at <= moment]:
            found = _reconciler(store, knowledge, judged, row, own)(told, by_then)
            latest = max(report.known_at for report in told)
            owner = store.organisation(row.deal.organisation)
            country = most_told(store.countries(owner.keys, moment).values()) if owner else None
            deal = replace(found.deal, id=row.deal.id)
            known_then.append(DealRow(deal, found.announced_on, found.usd, latest, country=country))
    return known_then


def _reconciler(
    store: Store, knowledge: Knowledge, judged: Sequence[Judgement], row: DealRow, reports: Sequence[Report]
) -> Callable[[Sequence[Report], Sequence[Judgement]], Reconciled]:
    """Return what makes a deal of some of its reports, with the names and weights that are known now."""
    owner = store.organisation(row.deal.organisation)
    parties = store.organisations({names.fold(i.value.name) for r in reports for i in r.deal.investors})
    identity = {key: party.id for key, party in parties.items()}
    shown = {party.id: party.name for party in parties.values()}
    weights = adopted(judged)

    apart = {frozenset((names.fold(j.a), names.fold(j.b))) for j in judged if j.verdict is Verdict.DIFFERENT}

    def alike(a: str, b: str) -> bool:
        return frozenset((a, b)) not in apart and compare_keys(a, b, knowledge.aliases).same

    def made(told: Sequence[Report], by: Sequence[Judgement]) -> Reconciled:
        return reconcile(told, by, knowledge.rates, owner, identity.get, shown.get, weights, alike)

    return made


def _of(
    store: Store,
    knowledge: Knowledge,
    judged: Sequence[Judgement],
    row: DealRow,
    reports: Sequence[Report],
    time_of: TimeOf,
) -> Iterator[Change]:
    ids = set(row.deal.reports)
    made = _reconciler(store, knowledge, judged, row, reports)
    own = [judgement for judgement in judged if judgement.a in ids]
    yield from changes(reports, own, lambda told, by: made(told, by).deal, time_of)


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
