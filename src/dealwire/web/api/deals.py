"""Deals: a list that filters narrow, and each deal with all that is said for and against it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from dealwire.core.countries import code_of
from dealwire.core.dates import first_day, last_day
from dealwire.core.excerpt import excerpt
from dealwire.errors import UsageError
from dealwire.lists import DealQuery
from dealwire.model import Article, Kind, Round, Status, Story, Support
from dealwire.ports import DealFilter
from dealwire.service.deal_view import SHOWN, DealView
from dealwire.service.query import deal_record
from dealwire.web.api.paging import Asked, Cursor, Limit, Moment, Page, link_next, opened, sealed
from dealwire.web.api.values import (
    ArticleHead,
    Claim,
    CountryCode,
    Deal,
    DealInFull,
    FieldOfDeal,
    Record,
    Sentence,
    StoryHead,
)
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["deals"])

Part = Annotated[str, Field(min_length=1, max_length=100)]
PARTIAL = r"^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
PartialDay = Annotated[str, Field(pattern=PARTIAL, examples=["2026", "2026-03", "2026-03-01"])]


class Order(StrEnum):
    """In which order deals come."""

    DATE = "date"
    AMOUNT = "amount"


class DealChoice(Asked):
    """Which deals: the same choices as on the page."""

    company: Part | None = None
    """A part of a name of the company, in any script."""
    investor: Part | None = None
    """A part of a name of a backer, in any script."""
    kind: Kind | None = None
    """What sort of deal."""
    round: Round | None = None
    """The stage of a funding round."""
    status: Status | None = None
    """How far it has come."""
    since: PartialDay | None = None
    """Announced from this day, month or year on."""
    until: PartialDay | None = None
    """Announced up to this day, month or year, which is counted in."""
    year: int | None = Field(default=None, ge=1000, le=9999)
    """Announced in this year."""
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$", examples=["USD"])
    """The currency in which the amount is told (ISO 4217)."""
    size: Literal["under_1m", "1m", "10m", "100m", "1b"] | None = None
    """The class of the amount in US dollars: from this much on, below the next."""
    country: CountryCode | None = None
    """The country of the company (ISO 3166-1 alpha-2), where articles tell it."""
    min_amount: float | None = Field(default=None, ge=0, le=1e15)
    """The amount in US dollars at least."""
    conflicts: bool = False
    """Only deals on which reports disagree."""
    recalled: bool = False
    """Also deals that texts only recall."""

    def query(self, order: Order = Order.DATE) -> DealQuery:
        """Return the query that these choices make.

        Raises:
            UsageError: there is no such day.
        """
        return DealQuery(
            DealFilter(
                company=self.company,
                investor=self.investor,
                round=self.round,
                status=self.status,
                kind=self.kind,
                since=first_day(self.since),
                until=last_day(self.until),
                min_amount=self.min_amount,
                background=self.recalled,
                conflicts=self.conflicts,
                drafts=False,
                country=None if self.country is None else code_of(self.country),
            ),
            currency=self.currency,
            year=self.year,
            size=self.size,
            by_amount=order is Order.AMOUNT,
        )


class DealsAsked(DealChoice):
    """A page of deals."""

    sort: Order = Order.DATE
    """The latest first, or the largest; deals without a date or an amount come last."""
    as_of: Moment | None = None
    """Of the deals announced by that moment, tell each as the world could know it then. One is listed if it passes the
    choices as it is known now and as it was known then, in the order of what is known now: one that was only talked of
    then and was announced later is not among them. Those of which nothing was known, or something else than the
    choices ask for, are left out, so a page may hold fewer than `limit`."""
    limit: Limit = 50
    cursor: Cursor | None = None


class Count(Record):
    """How many deals have a value."""

    value: str = Field(examples=["series_a"])
    count: int = Field(ge=0)


class Facets(Record):
    """How many deals pass the choices, and by what they can be narrowed.

    Counted anew after half a minute, and at most five minutes old.
    """

    total: int = Field(ge=0)
    facets: dict[str, list[Count]]
    """For kind, round, status, size, currency, year and country: how many deals have each value, among what all other
    choices leave."""


@router.get("/deals")
def list_deals(request: Request, response: Response, asked: Annotated[DealsAsked, Query()], wire: Wire) -> Page[Deal]:
    """List deals, the latest or the largest first."""
    query = asked.query(asked.sort)
    after = _after(asked.cursor, asked.sort) if asked.cursor else None
    rows, more = wire.programs.deals(query, after, asked.limit, asked.as_of)
    cursor = None if more is None else sealed(asked.sort[0], more)
    link_next(request, response, cursor)
    return Page(items=[Deal.model_validate(deal_record(row)) for row in rows], next=cursor)


def _after(cursor: str, order: Order) -> str:
    sort, place = opened(cursor, tuple[str, str])
    if sort != order[0]:
        raise UsageError("the cursor is of a list in another order: leave it out to begin at the first page")
    return place


@router.get("/deals/facets")
def count_deals(asked: Annotated[DealChoice, Query()], wire: Wire) -> Facets:
    """Count deals by what they can be narrowed by."""
    facets, total = wire.programs.deal_counts(asked.query())
    counted = {name: [Count(value=value, count=n) for value, n in counts] for name, counts in facets.items()}
    return Facets(total=total, facets=counted)


class DealAsked(Asked):
    """One deal."""

    as_of: Moment | None = None
    """Tell it as the world could know it at that moment, by the reports published by then; which reports are of one
    deal is as known now."""


@router.get("/deals/{id}", responses=missing("There is no such deal."))
def get_deal(id: str, asked: Annotated[DealAsked, Query()], response: Response, wire: Wire) -> DealInFull:  # noqa: A002
    """Tell a deal with every claim for and against each field. Ids of its reports, and ids that it had, find it too."""
    view = wire.deal_view(id, asked.as_of)
    if view is None:
        then = " that was known by then" if asked.as_of else ""
        raise HTTPException(404, f"No deal{then} has the id {id[:80]!r}.")
    if view.row.deal.id != id:
        response.headers["Content-Location"] = f"/api/v1/deals/{view.row.deal.id}"
    return _in_full(view, asked.as_of)


def _in_full(view: DealView, as_of: datetime | None) -> DealInFull:
    articles = {article.key: article for article in view.articles}
    disputed = set(view.row.deal.conflicts)
    fields = {
        name: FieldOfDeal(
            value=field.value,
            rule=field.rule,
            confidence=round(field.confidence, 3),
            disputed=name in disputed,
            support=[_claim(claim, articles.get(claim.article)) for claim in field.support[:SHOWN]],
            against=[_claim(claim, articles.get(claim.article)) for claim in field.against[:SHOWN]],
        )
        for name, field in view.row.deal.fields.items()
    }
    return DealInFull(
        **Deal.model_validate(view.record).model_dump(),
        as_of=as_of,
        fields=fields,
        reports=list(view.row.deal.reports),
        sources=[article_head(article) for article in view.articles],
        story=story_head(view.story) if view.story else None,
    )


def _claim(claim: Support, article: Article | None) -> Claim:
    around = excerpt(claim, article)
    return Claim(
        article=claim.article_ref,
        url=claim.url,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        value=claim.value,
        publisher=claim.provider.name or claim.provider.domain,
        published=claim.published,
        report=claim.report,
        origin=claim.origin,
        confidence=round(claim.confidence, 3),
        sentence=Sentence(before=around.before, after=around.after, lang=article.lang if article else ""),
    )


def article_head(article: Article) -> ArticleHead:
    """Return an article as lists tell it."""
    return ArticleHead(
        id=article.ref,
        key=article.key,
        title=article.title,
        url=article.address,
        publisher=article.provider.name or article.provider.domain,
        published=article.published,
        lang=article.lang,
    )


def story_head(story: Story) -> StoryHead:
    """Return a story as lists tell it."""
    return StoryHead(id=story.id, title=story.title, heat=story.heat)
