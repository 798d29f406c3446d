"""What can be counted of the news over time: a part of the store's contract (`dealwire.ports`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol


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
