"""Trends: how often topics and organisations are in the news, and how much money moved, by day, week or month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dealwire.core.score.topic_words import TOPICS
from dealwire.core.trends import TrendFilter
from dealwire.errors import UsageError
from dealwire.ports import Store


class Counted(StrEnum):
    """What trends count."""

    TOPICS = "topics"
    ORGANISATIONS = "organisations"
    MONEY = "money"


class Period(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def of(self, day: date) -> str:
        """Return the period that a day lies in: the day, the Monday of its week, its month."""
        if self is Period.MONTH:
            return f"{day:%Y-%m}"
        return str(day - timedelta(days=day.weekday()) if self is Period.WEEK else day)


def check_topics(topics: Sequence[str]) -> None:
    """Raise where there is no such topic.

    Raises:
        UsageError: one is none.
    """
    unknown = sorted(set(topics) - {topic.name for topic in TOPICS})
    if unknown:
        raise UsageError(f"no topic is called {unknown[0]!r}: {', '.join(sorted(t.name for t in TOPICS))}")


def trends(
    store: Store, counted: Counted, period: Period, wanted: TrendFilter, most: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield what was counted in each period, the earliest first, within it the most first; `most` rows a period.

    Topics and organisations: the articles about each, and their share of those that passed the filter. Money: deals and
    US dollars by kind; deals without a date of announcement, or only recalled, are not among them.
    """
    rows = _money(store, period, wanted) if counted is Counted.MONEY else _articles(store, counted, period, wanted)
    for when in sorted(rows):
        yield from sorted(rows[when], key=_order)[:most]


def _order(row: dict[str, Any]) -> tuple[float, str]:
    what = next(str(row[name]) for name in ("topic", "organisation", "kind") if name in row)
    return -(row.get("articles") or row.get("deals") or 0), what


def _articles(store: Store, counted: Counted, period: Period, wanted: TrendFilter) -> dict[str, list[dict[str, Any]]]:
    counts: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for day, topic, n in store.topic_days(wanted):
        if topic:
            counts[period.of(day), topic] += n
        else:
            whole[period.of(day)] += n
    name = {}
    if counted is Counted.ORGANISATIONS:
        counts = Counter()
        for day, id_, n in store.organisation_days(wanted):
            counts[period.of(day), id_] += n
        name = {id_: found.name for _, id_ in counts if (found := store.organisation(id_))}
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (when, what), n in counts.items():
        of = {"topic": what} if counted is Counted.TOPICS else {"organisation": name.get(what, what), "id": what}
        rows[when].append({"period": when, **of, "articles": n, "share": round(n / whole[when], 4)})
    return rows


def _money(store: Store, period: Period, wanted: TrendFilter) -> dict[str, list[dict[str, Any]]]:
    deals: Counter[tuple[str, str]] = Counter()
    usd: Counter[tuple[str, str]] = Counter()
    for day, kind, n, dollars in store.money_days(wanted):
        deals[period.of(day), kind] += n
        usd[period.of(day), kind] += round(dollars)
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (when, kind), n in deals.items():
        rows[when].append({"period": when, "kind": kind, "deals": n, "usd": usd[when, kind]})
    return rows
