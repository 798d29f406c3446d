"""Trends: how often topics and organisations are in the news, and how much money moved, by day, week or month."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import Field

from dealwire.core.dates import first_day, last_day
from dealwire.core.trends import Counted, Period
from dealwire.web.api.deals import Part, PartialDay
from dealwire.web.api.paging import Asked
from dealwire.web.api.values import Record, Share, TopicName
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["trends"])


class TrendsAsked(Asked):
    """What is counted."""

    counted: Counted = Counted.MONEY
    """`topics` and `organisations` count articles; `money` counts deals and US dollars by kind."""
    period: Period = Period.MONTH
    """How long a period is."""
    topic: list[TopicName] = Field(default=[], max_length=5)
    """Only articles with all of these topics."""
    organisation: Part | None = None
    """Only articles that name this organisation, by any of its names."""
    since: PartialDay | None = None
    """From this day, month or year on."""
    until: PartialDay | None = None
    """Up to this day, month or year, which is counted in."""
    most: int = Field(default=20, ge=1, le=100)
    """Rows of a period at most."""


class Counts(Record):
    """What was counted in a period: of a topic or an organisation its articles, of a kind of deals number and sum."""

    period: str = Field(examples=["2026-03"])
    """The day, the Monday of the week, or the month."""
    topic: str | None = None
    organisation: str | None = None
    id: str | None = None
    """The organisation's id."""
    articles: int | None = None
    share: Share | None = None
    """The articles' share of those of the period that pass the choices."""
    kind: str | None = None
    deals: int | None = None
    usd: int | None = None
    """Sums in US dollars, where they are told."""


class Trends(Record):
    """What was counted, the earliest period first, within it the most first."""

    items: list[Counts]


@router.get("/trends", response_model_exclude_none=True, responses=missing("No published text names the organisation."))
def get_trends(asked: Annotated[TrendsAsked, Query()], wire: Wire) -> Trends:
    """Count articles by topic or organisation, or deals and money by kind, in each period."""
    days = first_day(asked.since), last_day(asked.until)
    rows = wire.programs.trends(asked.counted, asked.period, asked.topic, asked.organisation, days, asked.most)
    if rows is None:
        raise HTTPException(404, f"No published text names an organisation {asked.organisation!r}.")
    return Trends(items=[Counts.model_validate(row) for row in rows])
