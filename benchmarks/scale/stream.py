"""Synthetic articles in the order of their dates, as many as are wanted, in memory that does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import Any

from benchmarks.scale import chinese, english
from benchmarks.scale.events import Event, event
from benchmarks.scale.world import MASTHEADS, Masthead

START = datetime(2025, 1, 1, tzinfo=UTC)

PER_DAY = 2000
"""Articles a day: what some hundred feeds bring."""

DEALS = 0.195
"""The share of events that are deals, so that one comes for ten articles."""

ARTICLES_PER_EVENT = 1.95


@dataclass(frozen=True, slots=True)
class Made:
    """A synthetic article as `dealwire ingest` reads it, and what is true of it.

    `event` is the number of what it tells; `deal` whether that is a deal; `origin` the same for copies of one text.
    """

    record: dict[str, Any]
    event: int
    deal: bool
    origin: str


def articles(number: int, seed: int = 1, per_day: float = PER_DAY, deals: float = DEALS) -> Iterator[Made]:
    """Yield so many articles by date. The same seed, density and share of deals give the same ones.

    A longer run begins with the articles of a shorter one.
    """
    minutes_each = 24 * 60 * ARTICLES_PER_EVENT / per_day
    waiting: list[tuple[float, int, int]] = []
    known: dict[int, Event] = {}
    left: dict[int, int] = {}
    given = 0
    for n in count():
        now = n * minutes_each
        while waiting and waiting[0][0] <= now:
            at, which, report = heappop(waiting)
            yield _made(seed, known[which], report, at)
            left[which] -= 1
            if not left[which]:
                del known[which], left[which]
            given += 1
            if given == number:
                return
        happened = known[n] = event(seed, n, deals)
        left[n] = len(happened.reports)
        for report, told in enumerate(happened.reports):
            heappush(waiting, (now + told.minutes, n, report))


def _made(seed: int, happened: Event, report: int, minutes: float) -> Made:
    told = happened.reports[report]
    origin = report if told.copy_of < 0 else told.copy_of
    first = happened.reports[origin]
    write = english if first.masthead.lang == "en" else chinese
    title, text = write.tell(happened, first)
    if told.copy_of >= 0:
        title, text = _reprinted(Random(f"{told.variant} {report}"), title, text, told.masthead)
    where = told.masthead
    at = START + timedelta(minutes=int(minutes))
    return Made(
        {
            "id": f"s{seed}-{happened.number}-{report}",
            "title": title,
            "text": text,
            "url": f"https://{where.domain}/{at:%Y/%m/%d}/{happened.number}-{report}",
            "published": at.isoformat(),
            "lang": where.lang,
            "provider": {"name": where.name, "domain": where.domain},
        },
        happened.number,
        happened.deal,
        f"{happened.number}-{origin}",
    )


def _reprinted(rng: Random, title: str, text: str, where: Masthead) -> tuple[str, str]:
    """Return an agency's text as another paper prints it: cut at the end, with a line of its own, or as it stands."""
    how = rng.random()
    if how < 0.3:
        lines = text.split("\n")
        text = "\n".join(lines[: max(2, len(lines) - rng.randrange(1, 3))])
    elif how < 0.5:
        text = f"({where.name}) {text}"
    if how > 0.8:
        title = f"{title} | {rng.choice(MASTHEADS[where.lang]).name}"
    return title, text
