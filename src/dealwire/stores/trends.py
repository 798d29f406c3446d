"""What articles are about, by day, and what is counted of it: topics, organisations, money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, delete, false, func, select, true, update

from dealwire.core.trends import TrendFilter
from dealwire.stores import schema
from dealwire.stores.database import KEYS, AnyRow, Part
from dealwire.stores.deals import ASIDE, HELD_BACK

_topics = schema.article_topics.c
_counts = schema.topic_days.c
_mentions = schema.mentions.c
_holds = schema.organisation_keys.c
_deals = schema.deals.c

ANY = ""
"""The topic that every article has, so that days can be counted whole."""

DROP = delete(schema.article_topics).where(_topics.article.in_(KEYS))
OF_DAYS = select(_topics.article, _topics.day, _topics.topic).where(_topics.article.in_(KEYS))
_of_cell = [column == bindparam(f"of_{column.name}") for column in (_counts.given, _counts.day, _counts.topic)]
ADD = update(schema.topic_days).where(*_of_cell).values(articles=_counts.articles + bindparam("more"))
DROP_EMPTY = delete(schema.topic_days).where(*_of_cell, _counts.articles == 0)


class Trends(Part):
    """The view of topics of a store, and counts."""

    def replace_topics(self, articles: Mapping[str, tuple[date, Iterable[str]]], uncounted: Iterable[str] = ()) -> None:
        """See `Store.replace_topics`."""
        rows = sorted((topic, day, key) for key, (day, its) in articles.items() for topic in {ANY, *its})
        keys = [*articles, *uncounted]
        with self._db.writing():
            more = _cells((article, day, topic) for topic, day, article in rows)
            more.subtract(_cells(map(tuple, self._db.rows_in(OF_DAYS, keys))))
            self._db.run_in(DROP, keys)
            self._db.add(schema.article_topics, [{"topic": t, "day": d, "article": a} for t, d, a in rows])
            self._count(more)

    def _count(self, more: Mapping[tuple[str, date, str], int]) -> None:
        """Add to the counts of days; what comes to nothing is dropped, so that a rebuild makes the same rows."""
        changed = sorted((cell, n) for cell, n in more.items() if n)
        new = [
            {"given": given, "day": day, "topic": topic, "articles": 0} for (given, day, topic), n in changed if n > 0
        ]
        self._db.add(schema.topic_days, new)
        cells = [{"of_given": given, "of_day": day, "of_topic": topic} for (given, day, topic), _ in changed]
        self._db.many(ADD, [{**cell, "more": n} for cell, (_, n) in zip(cells, changed, strict=True)])
        self._db.many(DROP_EMPTY, [cell for cell, (_, n) in zip(cells, changed, strict=True) if n < 0])

    def topics_of(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """See `Store.topics_of`."""
        found: dict[str, list[str]] = {}
        for row in self._db.rows_in(OF_ARTICLES, articles):
            found.setdefault(row.article, []).append(row.topic)
        return {key: sorted(topic for topic in its if topic != ANY) for key, its in found.items()}

    def topic_days(self, wanted: TrendFilter) -> list[tuple[date, str, int]]:
        """See `Store.topic_days`."""
        if wanted.names is None and len(wanted.topics) <= 1:
            return self._counted_days(wanted)
        among = _articles(wanted).subquery()
        counted = (
            select(_topics.day, _topics.topic, func.count())
            .join(among, among.c.article == _topics.article)
            .group_by(_topics.day, _topics.topic)
        )
        return sorted((day, topic, n) for day, topic, n in self._asked(counted, wanted))

    def _counted_days(self, wanted: TrendFilter) -> list[tuple[date, str, int]]:
        """Return what was counted as articles came, less what may not be shown."""
        given = wanted.topics[0] if wanted.topics else ANY
        days = _within(select(_counts.day, _counts.topic, _counts.articles), _counts.day, wanted)
        rows = self._db.rows(days.where(_counts.given == given).order_by(_counts.day, _counts.topic))
        if wanted.drafts:
            return [(day, topic, n) for day, topic, n in rows]
        drafts = _within(select(_topics.article, _topics.day, _topics.topic), _topics.day, wanted)
        hidden = _cells(map(tuple, self._db.rows(drafts.where(_topics.article.in_(DRAFTS_ALONE)))))
        shown = ((day, topic, n - hidden[given, day, topic]) for day, topic, n in rows)
        return [(day, topic, n) for day, topic, n in shown if n]

    def most_mentioned(self, wanted: TrendFilter, limit: int | None = None) -> list[tuple[str, int]]:
        """See `Store.most_mentioned`."""
        among = _articles(wanted).subquery()
        articles = func.count(_mentions.article.distinct())
        counted = (
            select(_holds.organisation, articles)
            .select_from(among)
            .join(schema.mentions, _mentions.article == among.c.article)
            .join(schema.organisation_keys, _holds.key == _mentions.key)
            .group_by(_holds.organisation)
            .order_by(articles.desc(), _holds.organisation)
            .limit(limit)
        )
        return [(id_, n) for id_, n in self._asked(counted, wanted)]

    def money_days(self, wanted: TrendFilter) -> list[tuple[date, str, int, float]]:
        """See `Store.money_days`."""
        counted = _within(
            select(_deals.announced_on, _deals.kind, func.count(), func.coalesce(func.sum(_deals.usd), 0.0)).where(
                _deals.announced_on.is_not(None), _deals.background.is_(False), _deals.id.not_in(HELD_BACK)
            ),
            _deals.announced_on,
            wanted,
        )
        if not wanted.drafts:
            counted = counted.where(_deals.id.not_in(ASIDE))
        told = schema.deal_articles.c
        for topic in wanted.topics:
            about = select(_topics.article).where(_topics.topic == topic)
            counted = counted.where(_deals.id.in_(select(told.deal).where(told.article.in_(about))))
        if wanted.names is not None:
            party = schema.deal_parties.c
            counted = counted.where(_deals.id.in_(select(party.deal).where(party.key.in_(KEYS))))
        rows = self._asked(counted.group_by(_deals.announced_on, _deals.kind), wanted)
        return sorted((day, kind, n, usd) for day, kind, n, usd in rows)

    def _asked(self, statement: Select[Any], wanted: TrendFilter) -> Sequence[AnyRow]:
        if wanted.names is None:
            return self._db.rows(statement)
        return list(self._db.rows_in(statement, wanted.names))


_sightings = schema.sightings.c
_seen = schema.sightings.alias("seen")
_drafted = select(_sightings.key).where(_sightings.draft == true())
DRAFTS_ALONE = _drafted.except_(select(_seen.c.key).where(_seen.c.key.in_(_drafted), _seen.c.draft == false()))
"""The articles of which every sighting is a draft; an index of drafts, of which there are few, finds them."""


def _cells(rows: Iterable[tuple[Any, ...]]) -> Counter[tuple[str, date, str]]:
    """Count (given topic, day, topic) of what articles are about, told as (article, day, topic)."""
    about: dict[tuple[str, date], list[str]] = {}
    for article, day, topic in rows:
        about.setdefault((article, day), []).append(topic)
    return Counter((given, day, topic) for (_, day), its in about.items() for given in its for topic in its)


OF_ARTICLES = select(_topics.article, _topics.topic).where(_topics.article.in_(KEYS))


def _within(statement: Select[Any], day: Any, wanted: TrendFilter) -> Select[Any]:  # noqa: ANN401 - a column of either table
    if wanted.since:
        statement = statement.where(day >= wanted.since)
    return statement.where(day <= wanted.until) if wanted.until else statement


def _public(statement: Select[Any], wanted: TrendFilter) -> Select[Any]:
    return statement if wanted.drafts else statement.where(_topics.article.not_in(DRAFTS_ALONE))


def _articles(wanted: TrendFilter) -> Select[Any]:
    """Select the articles that a filter passes, with their days; the index by topic and day bounds what is read."""
    first, *more = wanted.topics or (ANY,)
    chosen = _within(select(_topics.article, _topics.day).where(_topics.topic == first), _topics.day, wanted)
    chosen = _public(chosen, wanted)
    for topic in more:
        chosen = chosen.where(_topics.article.in_(select(_topics.article).where(_topics.topic == topic)))
    if wanted.names is not None:
        named = schema.mentions.alias("named")
        chosen = chosen.where(_topics.article.in_(select(named.c.article).where(named.c.key.in_(KEYS))))
    return chosen
