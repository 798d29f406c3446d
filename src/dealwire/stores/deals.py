"""Views of deals: the reports that articles make, and the deals that the reports come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    delete,
    or_,
    select,
    true,
    union,
    union_all,
)

from dealwire.core.names import fold
from dealwire.core.resolve.ids import deal_id
from dealwire.core.resolve.support import UNSURE
from dealwire.model import Deal, Report
from dealwire.ports import DealFilter, DealRow
from dealwire.stores import schema
from dealwire.stores.database import CHUNK, KEYS, AnyRow, Part, batches
from dealwire.stores.noting import note
from dealwire.stores.parts import having, list_names
from dealwire.stores.search import Entry, Search

COMPANY = "company"
"""The role of the organisation that a deal is about, beside those of `dealwire.model.Role`."""

_reports = schema.reports.c
_deals = schema.deals.c
_parties = schema.deal_parties.c
_org_keys = schema.organisation_keys.c
_of_company = schema.mentions.alias("of_company")
_of_backer = schema.mentions.alias("of_backer")
_is_company = or_(_of_company.c.role == COMPANY, _of_company.c.role.is_(None))

REPORTS = select(_reports.report).where(_reports.id.in_(KEYS))
REPORTS_OF_ARTICLES = select(_reports.report).where(_reports.article.in_(KEYS))
REPORTS_OF_COMPANIES = (
    select(_reports.report)
    .join(_of_company, _of_company.c.report == _reports.id)
    .where(_of_company.c.key.in_(KEYS), _is_company)
)
BACKED_BY = (
    select(_of_company.c.key)
    .distinct()
    .join(_of_backer, _of_backer.c.report == _of_company.c.report)
    .where(_of_backer.c.key.in_(KEYS), _of_backer.c.role != COMPANY, _is_company)
)
ROW = select(_deals.deal, _deals.announced_on, _deals.usd, _deals.known_at, _deals.learned_at, _deals.country)
_held = schema.deal_reports.c
_named = select(_held.deal).where(_held.report == bindparam("id"))
_once_named = select(_held.deal).where(_held.once == bindparam("id"))
DEAL = ROW.where(_deals.id.in_(union_all(select(bindparam("id", type_=Text)), _named, _once_named)))
DEALS = ROW.where(_deals.id.in_(KEYS))
HOLDERS = select(schema.deal_reports.c.deal).distinct().where(schema.deal_reports.c.report.in_(KEYS))
OF_ARTICLES = select(schema.deal_articles.c.deal).distinct().where(schema.deal_articles.c.article.in_(KEYS))
OF_ORGANISATIONS = (
    select(_parties.role, _parties.deal)
    .join(schema.organisation_keys, _org_keys.key == _parties.key)
    .where(_org_keys.organisation.in_(KEYS))
)
OF_COMPANIES = select(_deals.organisation, _deals.id).where(_deals.organisation.in_(KEYS))
HELD_BACK = select(_deals.id).where(_deals.draft == true())
"""The deals that are drafts; an index of them alone finds them."""

_told = schema.deal_articles.c
_maybe_drafts = union_all(
    select(schema.sightings.c.key).where(schema.sightings.c.draft == true()),
    select(schema.judgements.c.a).where(schema.judgements.c.about == "publication"),
)
ASIDE = select(_told.deal).where(_told.article.in_(_maybe_drafts))
"""The deals of which something may not be told: an article came as a draft, or a person judged whether it is one. The
few of them that something else tells too are looked at one by one (`Listing.aside`), and are in no list or count that
a statement makes. An index of drafts alone finds them."""

DROP = delete(schema.deals).where(_deals.id.in_(KEYS))
LISTED = select(_deals.id).order_by(_deals.announced_on.is_(None), _deals.announced_on.desc(), _deals.id)


class Deals(Part):
    """The reports and deals of a store."""

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """See `Store.reports`."""
        return self._reports(REPORTS, ids)

    def reports_of_articles(self, articles: Iterable[str]) -> list[Report]:
        """See `Store.reports_of_articles`."""
        return self._reports(REPORTS_OF_ARTICLES, articles)

    def reports_of_companies(self, keys: Iterable[str]) -> list[Report]:
        """See `Store.reports_of_companies`."""
        return self._reports(REPORTS_OF_COMPANIES, keys)

    def _reports(self, statement: Select[tuple[Report]], keys: Iterable[str]) -> list[Report]:
        found = {report.id: report for (report,) in self._db.rows_in(statement, keys)}
        return [found[id_] for id_ in sorted(found)]

    def companies_backed_by(self, keys: Iterable[str]) -> set[str]:
        """See `Store.companies_backed_by`."""
        return {key for (key,) in self._db.rows_in(BACKED_BY, keys)}

    def replace_deals(
        self, reports: Iterable[str], deals: Sequence[DealRow], names: Mapping[str, Sequence[str]]
    ) -> None:
        """See `Store.replace_deals`. What holds a report of the new ones goes too."""
        reports = set(reports).union(*(row.deal.reports for row in deals))
        new = {row.deal.id: row for row in deals}
        with self._db.writing():
            old = {id_ for (id_,) in self._db.rows_in(HOLDERS, reports)}
            self._db.run_in(DROP, old | new.keys())
            note(self._db, old, new)
            rows = [new[id_] for id_ in sorted(new)]
            self._db.add(schema.deals, [_deal_row(row) for row in rows])
            held = [
                {"report": report, "deal": row.deal.id, "once": deal_id(report)}
                for row in rows
                for report in row.deal.reports
            ]
            self._db.add(schema.deal_reports, held)
            told = [{"article": article, "deal": row.deal.id} for row in rows for article in row.deal.articles]
            self._db.add(schema.deal_articles, told)
            parties = [party for row in rows for party in _party_rows(row)]
            self._db.add(schema.deal_parties, parties)
            list_names(self._db, (party["key"] for party in parties))
            entries = [Entry(row.deal.id, row.deal.company, _words(row.deal, names)) for row in rows]
            Search(self._db).replace("deal", old, entries)

    def deal(self, id_: str) -> DealRow | None:
        """See `Store.deal`. An id that the deal has had finds it too."""
        return next(map(row_of, self._db.rows(DEAL, id=id_)), None)

    def deal_ids(self, reports: Iterable[str]) -> set[str]:
        """See `Store.deal_ids`."""
        return {id_ for (id_,) in self._db.rows_in(HOLDERS, reports)}

    def deals(self, filter_: DealFilter) -> Iterator[DealRow]:
        """See `Store.deals`. Which deals they are is settled at once; a writer may write while they are read."""
        ids = [id_ for (id_,) in self._db.rows(filtered(filter_))]
        for batch in batches(ids, CHUNK):
            found = {row.deal.id: row for row in self._deals(batch)}
            yield from (found[id_] for id_ in batch if id_ in found)

    def deals_of_articles(self, articles: Iterable[str]) -> list[DealRow]:
        """See `Store.deals_of_articles`."""
        return self._deals(id_ for (id_,) in self._db.rows_in(OF_ARTICLES, articles))

    def deals_of_organisations(self, ids: Iterable[str]) -> list[tuple[str, DealRow]]:
        """See `Store.deals_of_organisations`. They come by deal, then by role."""
        ids = set(ids)
        roles = {(deal, role) for role, deal in self._db.rows_in(OF_ORGANISATIONS, ids)}
        roles |= {(deal, COMPANY) for _, deal in self._db.rows_in(OF_COMPANIES, ids)}
        found = {row.deal.id: row for row in self._deals(deal for deal, _ in roles)}
        return [(role, found[deal]) for deal, role in sorted(roles)]

    def _deals(self, ids: Iterable[str]) -> list[DealRow]:
        return sorted(map(row_of, self._db.rows_in(DEALS, ids)), key=lambda row: row.deal.id)


def filtered(filter_: DealFilter) -> Select[tuple[str]]:
    """Select the ids of the deals that a filter lets through, in the order of lists."""
    wanted = LISTED
    for column, value in ((_deals.kind, filter_.kind), (_deals.round, filter_.round), (_deals.status, filter_.status)):
        if value is not None:
            wanted = wanted.where(column == value.value)
    if filter_.since is not None:
        wanted = wanted.where(_deals.announced_on >= filter_.since)
    if filter_.until is not None:
        wanted = wanted.where(_deals.announced_on <= filter_.until)
    if filter_.min_amount is not None:
        wanted = wanted.where(_deals.usd >= filter_.min_amount)
    if not filter_.background:
        wanted = wanted.where(_deals.background.is_(False))
    if filter_.known_since is not None:
        wanted = wanted.where(_deals.known_at >= filter_.known_since)
    if filter_.learned_since is not None:
        wanted = wanted.where(_deals.learned_at >= filter_.learned_since)
    if filter_.unsure:
        wanted = wanted.where(_deals.unsure.is_(True))
    if not filter_.drafts:
        wanted = wanted.where(_deals.id.not_in(HELD_BACK))
    if filter_.held:
        wanted = wanted.where(_deals.id.in_(HELD_BACK))
    if filter_.conflicts:
        wanted = wanted.where(_deals.disputed.is_(True))
    if filter_.country is not None:
        wanted = wanted.where(_deals.country == filter_.country)
    if filter_.company is not None:
        wanted = wanted.where(_deals.id.in_(_having_party(filter_.company, _parties.role == COMPANY)))
    if filter_.investor is not None:
        wanted = wanted.where(_deals.id.in_(_having_party(filter_.investor, _parties.role != COMPANY)))
    return wanted


def _having_party(part: str, role: ColumnElement[bool]) -> Select[Any]:
    """Select the deals with a party in a role of whom any name, in any script, has this part."""
    same = schema.organisation_keys.alias("same")
    named = having(fold(part)).cte()
    others = (
        select(same.c.key)
        .join(schema.organisation_keys, _org_keys.organisation == same.c.organisation)
        .where(_org_keys.key.in_(select(named.c.key)))
    )
    return select(_parties.deal).where(role, _parties.key.in_(union(select(named.c.key), others)))


def row_of(row: AnyRow) -> DealRow:
    """Return what a row of `ROW` says."""
    return DealRow(row.deal, row.announced_on, row.usd, row.known_at, row.learned_at, row.country)


def _label(deal: Deal, name: str) -> str | None:
    """Return the value of a field that is text."""
    field = deal.fields.get(name)
    return field.value if field and isinstance(field.value, str) else None


def _currency(deal: Deal) -> str | None:
    """Return the currency that the amount is told in."""
    field = deal.fields.get("amount")
    told = field.value.get("currency") if field and isinstance(field.value, dict) else None
    return told if isinstance(told, str) else None


def _deal_row(row: DealRow) -> dict[str, Any]:
    deal = row.deal
    return {
        "id": deal.id,
        "kind": deal.kind.value,
        "round": _label(deal, "round"),
        "status": _label(deal, "status"),
        "organisation": deal.organisation,
        "announced_on": row.announced_on,
        "usd": row.usd,
        "currency": _currency(deal),
        "background": deal.background,
        "disputed": bool(deal.conflicts),
        "deal": deal,
        "known_at": row.known_at,
        "learned_at": row.learned_at,
        "unsure": bool(deal.conflicts or deal.doubts) or (deal.confidence < UNSURE and not deal.background),
        "draft": deal.draft,
        "country": row.country,
    }


def _parties_of(deal: Deal) -> Iterator[tuple[str, str]]:
    """Yield (role, name) of the company and of each investor `{name, role}` in the deal's `investors` field.

    An investor may have further names under `also`: those of organisations that here are likely it.
    An editor may have put anything there: what names nobody is passed over.
    """
    yield COMPANY, deal.company
    field = deal.fields.get("investors")
    for investor in field.value if field and isinstance(field.value, list) else ():
        match investor:
            case {"name": str(name), "role": str(role)}:
                yield role, name
                yield from ((role, other) for other in investor.get("also") or () if isinstance(other, str))


def _party_rows(row: DealRow) -> list[dict[str, Any]]:
    told = {"deal": row.deal.id, "announced_on": row.announced_on}
    return [{"key": fold(name), "role": role, **told} for role, name in _parties_of(row.deal)]


def _words(deal: Deal, names: Mapping[str, Sequence[str]]) -> str:
    """Return what a deal is found by beside its company: the other names of all parties, and its labels."""
    labels = [deal.kind.value, *(_label(deal, name) for name in ("round", "round_label", "status"))]
    words = [*(name for _, name in _parties_of(deal)), *names.get(deal.id, ()), *labels]
    return " · ".join(dict.fromkeys(word for word in words if isinstance(word, str)))
