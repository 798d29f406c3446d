"""Trends: how often topics and organisations are in the news, and how much money moved, by day, week or month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dealwire.core.score.topic_words import TOPICS
from dealwire.core.trends import Counted, Period, TrendFilter
from dealwire.errors import UsageError
from dealwire.lists import Listed
from dealwire.service.public import aside, by_public_names, party_names


def check_topics(topics: Sequence[str]) -> None:
    """Raise where there is no such topic.

    Raises:
        UsageError: one is none.
    """
    unknown = sorted(set(topics) - {topic.name for topic in TOPICS})
    if unknown:
        raise UsageError(f"no topic is called {unknown[0]!r}: {', '.join(sorted(t.name for t in TOPICS))}")


def topic_counts(store: Listed) -> list[tuple[str, int]]:
    """Return how many published articles are about each topic, the most first."""
    counts: Counter[str] = Counter()
    for _, topic, n in store.topic_days(TrendFilter(drafts=False)):
        counts[topic] += n
    del counts[""]
    return sorted(counts.items(), key=lambda told: (-told[1], told[0]))


def trends(
    store: Listed, counted: Counted, period: Period, wanted: TrendFilter, most: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield what was counted in each period, the earliest first, within it the most first; `most` rows a period.

    Topics and organisations: the articles about each, and their share of those that passed the filter. Money: deals and
    US dollars by kind; deals without a date of announcement, or only recalled, are not among them.
    """
    if counted is Counted.MONEY:
        rows = _money(store, period, wanted)
    else:
        rows = _articles(store, counted, period, wanted, most)
    for when in sorted(rows):
        yield from sorted(rows[when], key=_order)[:most]


def _order(row: dict[str, Any]) -> tuple[float, str]:
    what = next(str(row[name]) for name in ("topic", "organisation", "kind") if name in row)
    return -(row.get("articles") or row.get("deals") or 0), what


def _articles(
    store: Listed, counted: Counted, period: Period, wanted: TrendFilter, most: int | None
) -> dict[str, list[dict[str, Any]]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    whole: Counter[str] = Counter()
    for day, topic, n in store.topic_days(wanted):
        if topic:
            counts[period.of(day)][topic] += n
        else:
            whole[period.of(day)] += n
    if counted is Counted.ORGANISATIONS:
        return {when: _mentioned(store, _within(period, when, wanted), when, whole[when], most) for when in whole}
    return {
        when: [{"period": when, "topic": topic, **_told(n, whole[when])} for topic, n in its.items()]
        for when, its in counts.items()
    }


def _mentioned(store: Listed, wanted: TrendFilter, when: str, whole: int, most: int | None) -> list[dict[str, Any]]:
    """Return the organisations that articles of a period mention, by the names that they are known by."""
    rows = []
    for id_, n in store.most_mentioned(wanted, most):
        own = store.organisation(id_)
        known = own if own is None or wanted.drafts else by_public_names(store, own)
        if known is not None:
            rows.append({"period": when, "organisation": known.name, "id": id_, **_told(n, whole)})
    return rows


def _told(articles: int, of: int) -> dict[str, Any]:
    return {"articles": articles, "share": round(articles / of, 4)}


def _within(period: Period, when: str, wanted: TrendFilter) -> TrendFilter:
    """Return a filter that passes the days of a period, of those that it passed."""
    first, last = period.days(when)
    since, until = max(first, wanted.since or first), min(last, wanted.until or last)
    return replace(wanted, since=since, until=until)


def _money(store: Listed, period: Period, wanted: TrendFilter) -> dict[str, list[dict[str, Any]]]:
    deals: Counter[tuple[str, str]] = Counter()
    usd: Counter[tuple[str, str]] = Counter()
    told = store.money_days(wanted)
    for day, kind, n, dollars in told if wanted.drafts else [*told, *_aside(store, wanted)]:
        deals[period.of(day), kind] += n
        usd[period.of(day), kind] += round(dollars)
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (when, kind), n in deals.items():
        rows[when].append({"period": when, "kind": kind, "deals": n, "usd": usd[when, kind]})
    return rows


def _aside(store: Listed, wanted: TrendFilter) -> Iterator[tuple[date, str, int, float]]:
    """Yield what `money_days` leaves out: news of which drafts tell a part, without it."""
    for row in aside(store):
        day, names = row.announced_on, wanted.names
        if day is None or row.deal.background or not (wanted.since or day) <= day <= (wanted.until or day):
            continue
        about = {topic for its in store.topics_of(row.deal.articles).values() for topic in its}
        named = names is None or not set(names).isdisjoint([name for its in party_names(store, row) for name in its])
        if named and about.issuperset(wanted.topics):
            yield day, row.deal.kind.value, 1, row.usd or 0.0
