"""Lists for pages: some rows at a time, counts by what they can be narrowed by. All of it is read from indexes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    extract,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from dealwire.lists import DONE, NOT_RAISED, SIZES, Cell, DealQuery, Figures, Month, Place
from dealwire.model import Kind, Story
from dealwire.ports import DealRow
from dealwire.stores import schema
from dealwire.stores.database import KEYS, Part
from dealwire.stores.deals import ASIDE, COMPANY, DEALS, HELD_BACK, ROW, filtered, row_of
from dealwire.stores.facts import judged_drafts

_deals = schema.deals.c
_stories = schema.stories.c
_parties = schema.deal_parties.c
_keys = schema.organisation_keys.c
_sightings = schema.sightings.c

YEAR = extract("year", _deals.announced_on)
SIZE = case(
    (_deals.usd.is_(None), None),
    *((_deals.usd < above, name) for name, (_, above) in SIZES.items() if above),
    else_="1b",
)
HOTTEST = select(_stories.story).order_by(_stories.heat.desc(), _stories.id)

_of_story = schema.story_articles.c
_topics = schema.article_topics.c
_once = select(schema.story_articles.c.story).where(schema.story_articles.c.once == bindparam("id"))
STORY = select(_stories.story).where(_stories.id.in_(union_all(select(bindparam("id", type_=Text)), _once)))
OWN_KEYS = select(_keys.key).where(_keys.organisation == bindparam("organisation")).order_by(_keys.key)
AS_PARTY = (
    select(_parties.role, _parties.deal, _parties.announced_on)
    .where(_parties.key == bindparam("key"))
    .order_by(_parties.announced_on.desc(), _parties.deal, _parties.role)
    .limit(bindparam("most"))
)
AS_COMPANY = (
    select(literal(COMPANY), _deals.id, _deals.announced_on)
    .where(_deals.organisation == bindparam("organisation"))
    .order_by(_deals.announced_on.desc(), _deals.id)
    .limit(bindparam("most"))
)
_also = schema.deal_articles.alias("also")
_seen = schema.sightings.alias("seen")
PARTLY = ROW.where(
    _deals.id.in_(ASIDE),
    _deals.id.in_(
        select(_also.c.deal)
        .join(_seen, _seen.c.key == _also.c.article)
        .where(_also.c.deal.in_(ASIDE), or_(_seen.c.draft == false(), _seen.c.key.in_(select(schema.judgements.c.a))))
    ),
    _deals.id.not_in(HELD_BACK),
).order_by(_deals.id)

BACKERS = (
    select(_keys.organisation, func.count(_parties.deal.distinct()).label("n"))
    .join(schema.deal_parties, _keys.key == _parties.key)
    .where(_parties.role.not_in([COMPANY, "adviser"]), _parties.deal.not_in(ASIDE), _parties.deal.not_in(HELD_BACK))
    .group_by(_keys.organisation)
    .order_by(func.count(_parties.deal.distinct()).desc(), _keys.organisation)
)
DEALS_OF = (
    select(_keys.organisation, func.count(_parties.deal.distinct()).label("figure"))
    .join(schema.deal_parties, _keys.key == _parties.key)
    .where(_parties.role != "adviser", _parties.deal.not_in(ASIDE), _parties.deal.not_in(HELD_BACK))
    .group_by(_keys.organisation)
)
RAISED = (
    select(_deals.organisation, func.sum(_deals.usd).label("figure"))
    .where(
        _deals.kind == Kind.FUNDING_ROUND,
        _deals.status.in_(sorted(DONE)),
        or_(_deals.round.is_(None), _deals.round.not_in(sorted(NOT_RAISED))),
        _deals.usd > 0,
        _deals.id.not_in(ASIDE),
        _deals.id.not_in(HELD_BACK),
    )
    .group_by(_deals.organisation)
)
"""Read from an index alone; a deal of which a draft tells anything is left out, whatever else tells it."""

NAMED = select(schema.organisations).where(schema.organisations.c.id.in_(KEYS))
_judged = schema.judgements.c
ANY_DRAFT = union_all(
    select(select(_sightings.key).where(_sightings.draft == true()).limit(1).subquery()),
    select(select(_judged.a).where(_judged.about == "publication").limit(1).subquery()),
)
"""What may be a draft: an article that came as one, or one of which a person judged whether it is."""
DRAFTS = (
    select(_sightings.key)
    .where(_sightings.key.in_(KEYS))
    .group_by(_sightings.key)
    .having(func.min(cast(_sightings.draft, Integer)) == 1)
)


class Listing(Part):
    """What lists show of a store."""

    def deal_page(self, query: DealQuery, after: Place | None, limit: int) -> list[DealRow]:
        """See `Store.deal_page`."""
        ids: list[str] = []
        for wanted in deals_after(query, after):
            if len(ids) < limit:
                ids += [id_ for (id_,) in self._db.rows(wanted.limit(limit - len(ids)))]
        found = {row.deal.id: row for row in map(row_of, self._db.rows_in(DEALS, ids))}
        return [found[id_] for id_ in ids if id_ in found]

    def deal_cells(self, query: DealQuery) -> list[Cell]:
        """See `Store.deal_cells`."""
        by = (_deals.kind, _deals.round, _deals.status, _deals.currency, YEAR, SIZE)
        cells = _narrowed(query).order_by(None).with_only_columns(*by, func.count()).group_by(*by)
        return [Cell(*row) for row in self._db.rows(cells)]

    def deal_countries(self, query: DealQuery) -> list[tuple[str, int]]:
        """See `Store.deal_countries`."""
        told = _narrowed(query).where(_deals.country.is_not(None)).order_by(None)
        counted = told.with_only_columns(_deals.country, func.count()).group_by(_deals.country)
        return [(country, n) for country, n in self._db.rows(counted)]

    def aside(self) -> list[DealRow]:
        """See `Store.aside`."""
        return [row_of(row) for row in self._db.rows(PARTLY)]

    def deal_months(self, query: DealQuery) -> list[Month]:
        """See `Store.deal_months`."""
        wanted = _narrowed(query).where(_deals.announced_on.is_not(None)).order_by(None)
        day = _deals.announced_on
        counted = wanted.with_only_columns(day, func.count(), func.sum(_deals.usd)).group_by(day)
        days = self._db.rows(counted)
        found: dict[date, Month] = {}
        for when, count, usd in sorted(map(tuple, days)):  # an index has the days in order: months would be sorted
            month = when.replace(day=1)
            so_far = found.get(month, Month(month, 0, 0.0))
            found[month] = Month(month, so_far.count + count, so_far.usd + (usd or 0.0))
        return list(found.values())

    def party_deals(self, organisation: str, limit: int) -> list[tuple[str, DealRow]]:
        """See `Store.party_deals`."""
        keys = [key for (key,) in self._db.rows(OWN_KEYS, organisation=organisation)]
        told = {tuple(row) for row in self._db.rows(AS_COMPANY, organisation=organisation, most=limit)}
        for key in keys:
            told.update(tuple(row) for row in self._db.rows(AS_PARTY, key=key, most=limit))
        found = [(role, id_) for role, id_, _ in sorted(told, key=_latest)[:limit]]
        rows = {row.deal.id: row for row in map(row_of, self._db.rows_in(DEALS, {id_ for _, id_ in found}))}
        return [(role, rows[id_]) for role, id_ in found if id_ in rows]

    def top_backers(self, limit: int) -> list[tuple[str, str, int]]:
        """See `Store.top_backers`."""
        ranked = self._db.rows(BACKERS.limit(limit * 2))
        names = {id_: own.name for id_, own in self._db.rows_in(NAMED, (id_ for id_, _ in ranked))}
        return [(names[id_], id_, n) for id_, n in ranked if id_ in names][:limit]

    def top_organisations(self, limit: int, *, by_raised: bool) -> list[Figures]:
        """See `Store.top_organisations`."""
        first, number = (RAISED, _deals.organisation) if by_raised else (DEALS_OF, _keys.organisation)
        ranked = first.order_by(literal_column("figure").desc(), number).limit(limit)
        found: dict[str, Any] = dict(map(tuple, self._db.rows(ranked)))
        if by_raised:
            deals = dict(map(tuple, self._db.rows_in(DEALS_OF.where(_keys.organisation.in_(KEYS)), found)))
            return [Figures(id_, deals.get(id_, 0), usd) for id_, usd in found.items()]
        raised = dict(map(tuple, self._db.rows_in(RAISED.where(_deals.organisation.in_(KEYS)), found)))
        return [Figures(id_, n, raised.get(id_, 0.0)) for id_, n in found.items()]

    def any_drafts(self) -> bool:
        """See `Store.any_drafts`."""
        return bool(self._db.rows(ANY_DRAFT))

    def drafts(self, articles: Iterable[str]) -> set[str]:
        """See `Store.drafts`. Most stores have none, which an index of them alone tells before an article is named."""
        if not self.any_drafts():
            return set()
        keys = set(articles)
        judged = judged_drafts(self._db)
        came = {key for (key,) in self._db.rows_in(DRAFTS, keys)}
        return {key for key in keys if judged.get(key, key in came)}

    def story(self, id_: str) -> Story | None:
        """See `Store.story`. An id that it has had finds it too."""
        return next((story for (story,) in self._db.rows(STORY, id=id_)), None)

    def top_stories(self, limit: int, after: tuple[float, str] | None = None, topic: str | None = None) -> list[Story]:
        """See `Store.top_stories`."""
        return [story for (story,) in self._db.rows(stories_after(after, topic).limit(limit))]


def _latest(told: tuple[Any, ...]) -> tuple[Any, ...]:
    """Order (role, deal, date): the latest first, those without a date last, then by deal and role."""
    role, id_, day = told
    return day is None, -day.toordinal() if day else 0, id_, role


def deals_after(query: DealQuery, after: Place | None) -> list[Select[Any]]:
    """Select the ids of deals after a place, in the order of a query: those of one statement, then those of the next.

    Each is found in an index, however deep the place lies: what lacks a date (or a sum) comes last, by itself.
    """
    wanted = _narrowed(query).order_by(None)
    by: ColumnElement[Any] = _deals.usd if query.by_amount else _deals.announced_on
    if after is None:
        return [wanted.order_by(by.desc().nulls_last(), _deals.id)]
    rest = wanted.where(by.is_(None)).order_by(_deals.id)
    value = after.usd if query.by_amount else after.announced_on
    if value is None:
        return [rest.where(_deals.id > after.id)]
    return [wanted.where(_beyond(by, value, after.id, _deals.id)).order_by(by.desc(), _deals.id), rest]


def stories_after(after: tuple[float, str] | None, topic: str | None = None) -> Select[Any]:
    """Select stories after a place (heat, id), the hottest first, with `topic` those of which an article is about it.

    The topic is looked for story by story, so that a page is read in the order of heat and no further than it goes.
    """
    wanted = HOTTEST if after is None else HOTTEST.where(_beyond(_stories.heat, after[0], after[1], _stories.id))
    if topic is None:
        return wanted
    of_article = func.coalesce(_topics.topic, "") == topic  # an index of all articles of the topic is no help here
    about = (
        select(_topics.article).where(_topics.article == _of_story.article, of_article).correlate(schema.story_articles)
    )
    held = select(_of_story.article).where(_of_story.story == _stories.id, about.exists()).correlate(schema.stories)
    return wanted.where(held.exists())


def _narrowed(query: DealQuery) -> Select[Any]:
    wanted = filtered(query.filter).where(_deals.id.not_in(ASIDE), _deals.id.not_in(HELD_BACK))
    if query.currency is not None:
        wanted = wanted.where(_deals.currency == query.currency)
    if query.year is not None:
        wanted = wanted.where(_deals.announced_on.between(date(query.year, 1, 1), date(query.year, 12, 31)))
    if query.size is not None:
        least, above = SIZES[query.size]
        wanted = wanted.where(_deals.usd >= least)
        wanted = wanted if above is None else wanted.where(_deals.usd < above)
    return wanted


def _beyond(by: ColumnElement[Any], value: float | date, id_: str, id_of: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell what comes after a place in a list that falls by a column and rises by id; the first half is an index's."""
    return and_(by <= value, or_(by < value, id_of > id_))
