"""What can be counted of the news over time: a part of the store's contract (`dealwire.ports`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol


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

    def days(self, when: str) -> tuple[date, date]:
        """Return the first and the last day of a period, by what `of` calls it."""
        first = date.fromisoformat(f"{when}-01" if self is Period.MONTH else when)
        if self is Period.MONTH:
            return first, date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
        return first, first + timedelta(days=6 if self is Period.WEEK else 0)


@dataclass(frozen=True, slots=True)
class TrendFilter:
    """What to count: articles with all of `topics`, that mention one of `names` (folded; None: any), by day.

    `drafts` False leaves out what is not published.
    """

    topics: tuple[str, ...] = ()
    names: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    drafts: bool = True


class Counting(Protocol):
    """Topics of articles, and counts by day."""

    def replace_topics(self, articles: Mapping[str, tuple[date, Iterable[str]]], uncounted: Iterable[str] = ()) -> None:
        """Put each article's day and topics in place of those it had; count those `uncounted` nowhere."""
        ...

    def topics_of(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """Return the topics of articles, sorted."""
        ...

    def topic_days(self, wanted: TrendFilter) -> list[tuple[date, str, int]]:
        """Return how many of the articles wanted are about each topic on each day; "" counts all of them."""
        ...

    def most_mentioned(self, wanted: TrendFilter, limit: int | None = None) -> list[tuple[str, int]]:
        """Return (organisation id, articles): those that most of the articles wanted mention, the most first."""
        ...

    def money_days(self, wanted: TrendFilter) -> list[tuple[date, str, int, float]]:
        """Return (day of announcement, kind, deals, US dollars) of deals that are news, told by such articles.

        Without drafts, those of which drafts tell a part are left out too: see `Listed.aside`.
        """
        ...
