"""Organisations: found by any of their names, and what is told of each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from dealwire.core.countries import COUNTRIES
from dealwire.errors import UsageError
from dealwire.model import Role
from dealwire.service.organisation_list import By
from dealwire.service.organisation_view import OrganisationPage
from dealwire.service.query import Told, deal_record
from dealwire.web.api.paging import Asked, Cursor, Limit, Moment, Page, link_next, opened, sealed
from dealwire.web.api.values import ORGANISATION_ID, CountryCode, Deal, Record, Share, Valuation, Web
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["organisations"])


class OrganisationsAsked(Asked):
    """Which organisations."""

    name: str | None = Field(default=None, min_length=1, max_length=100, examples=["Corvid"])
    """Words of a name, in any script; Chinese by any part. Without it, those of `sort`."""
    sort: By = By.DEALS
    """Those with most deals first, or those that raised most. With a name, the best match comes first instead."""
    limit: Limit = 20
    cursor: Cursor | None = None


class OrganisationAsked(Asked):
    """One organisation."""

    as_of: Moment | None = None
    """Tell it by what was published by that moment; which names are its own is as known now."""


class OrganisationHead(Record):
    """An organisation that was found."""

    id: str = Field(examples=[ORGANISATION_ID])
    name: str = Field(examples=["Corvid Capital"])


class OrganisationListed(OrganisationHead):
    """An organisation of a list."""

    deals: int | None = Field(ge=0)
    """The deals to which it is a party, as company or backer; null where it was found by its name."""
    raised_usd: int | None = Field(ge=0)
    """Equity that it raised in US dollars, 0 where no text tells any; null where it was found by its name."""
    country: CountryCode | None
    """Null where no article says it, or it was found by its name."""


class Link(Record):
    """Why two names are taken to be one organisation's."""

    a: str
    b: str
    rule: str
    score: Share
    why: str


class Fact(Record):
    """What one article tells of the organisation."""

    field: str = Field(examples=["founded"])
    value: str
    quote: str
    article: str
    url: Web
    published: datetime | None


class Country(Record):
    """Of which country the organisation is."""

    code: CountryCode
    name: str = Field(examples=["Germany"])
    articles: int = Field(ge=1)
    """How many published articles tell it; of several countries that are told, it is the one that most tell."""
    told: list[Fact]
    """Some of what they say, each with its quote."""


class Worth(Record):
    """A valuation that was told with a deal."""

    announced_on: date | None
    valuation: Valuation
    deal: str


class Backed(Record):
    """A deal that the organisation put money into, or advised."""

    role: Role
    deal: Deal


class Partner(Record):
    """Who else backs the deals that it backs."""

    name: str
    deals: int = Field(ge=1)


class YearOfDeals(Record):
    """How many deals it backed in a year."""

    year: int
    deals: int = Field(ge=1)


class Organisation(OrganisationHead):
    """An organisation: its names, what it raised, whom it backs, what is told of it."""

    names: list[str]
    """Names as texts write them, the most used first."""
    links: list[Link]
    """Why they are taken to be one organisation's."""
    country: Country | None
    """Null where no article says it, or as many say another."""
    raised_usd: int
    """Equity that it raised in US dollars: announced or closed rounds whose sum a text tells, without debt and
    secondary sales."""
    rounds_counted: int = Field(ge=0)
    """The number of rounds in that sum."""
    valuations: list[Worth]
    """By date, the earliest first."""
    deals: list[Deal]
    """Deals of which it is the company, the latest first."""
    backed: list[Backed]
    """Deals that it backs, the latest first."""
    partners: list[Partner]
    pace: list[YearOfDeals]
    facts: list[Fact]
    """From the first articles that name it."""
    more: bool
    """Whether it has more deals than the 200 latest that are told here; `/deals?company=` and `/deals?investor=` page
    through all of them."""


@router.get("/organisations")
def list_organisations(
    request: Request, response: Response, asked: Annotated[OrganisationsAsked, Query()], wire: Wire
) -> Page[OrganisationListed]:
    """List organisations, those with most deals first (of very many, the first 5,000); or find some by a name.

    Figures are counted anew every few minutes.
    """
    if asked.name is not None:
        if asked.cursor is not None:
            raise UsageError("what a name finds has one page: leave the cursor out, or the name")
        hits = wire.found(asked.name, asked.limit, "organisation")
        found = [OrganisationListed(id=h.id, name=h.title, deals=None, raised_usd=None, country=None) for h in hits]
        return Page(items=found, next=None)
    after = _after(asked.cursor, asked.sort) if asked.cursor else None
    rows, place = wire.programs.organisations(asked.sort, after, asked.limit)
    cursor = None if place is None else sealed(asked.sort[0], *place)
    link_next(request, response, cursor)
    listed = [
        OrganisationListed(
            id=row.organisation.id,
            name=row.organisation.name,
            deals=row.figures.deals,
            raised_usd=round(row.figures.raised),
            country=row.country,
        )
        for row in rows
    ]
    return Page(items=listed, next=cursor)


def _after(cursor: str, by: By) -> tuple[float, str]:
    sort, value, id_ = opened(cursor, tuple[str, float, str])
    if sort != by[0]:
        raise UsageError("the cursor is of a list in another order: leave it out to begin at the first page")
    return value, id_


@router.get("/organisations/{name:path}", responses=missing("No published text names it."))
def get_organisation(
    name: str, asked: Annotated[OrganisationAsked, Query()], response: Response, wire: Wire
) -> Organisation:
    """Tell an organisation, by its id, one that it had, or any of its names."""
    page = wire.organisation_page(name, as_of=asked.as_of)
    if page is None:
        then = " that was published by then" if asked.as_of else ""
        raise HTTPException(
            404, f"No published text{then} names an organisation {name[:80]!r}: /organisations?name= finds it."
        )
    if page.organisation.id != name:
        response.headers["Content-Location"] = f"/api/v1/organisations/{page.organisation.id}"
    return _told(page)


def _told(page: OrganisationPage) -> Organisation:
    own = page.organisation
    return Organisation(
        id=own.id,
        name=own.name,
        names=list(own.names),
        links=[Link(a=k.a, b=k.b, rule=k.rule, score=min(max(k.score, 0.0), 1.0), why=k.why) for k in own.links],
        country=_country(page),
        raised_usd=round(page.raised),
        rounds_counted=page.rounds,
        valuations=[
            Worth(announced_on=w.on, valuation=Valuation.model_validate(w.valuation), deal=w.deal) for w in page.worth
        ],
        deals=[Deal.model_validate(deal_record(row)) for row in page.own],
        backed=[Backed(role=Role(role), deal=Deal.model_validate(deal_record(row))) for role, row in page.backed],
        partners=[Partner(name=name, deals=n) for name, n in page.partners],
        pace=[YearOfDeals(year=year, deals=n) for year, n in page.pace],
        facts=[_fact(fact) for fact in page.facts],
        more=page.more,
    )


def _country(page: OrganisationPage) -> Country | None:
    if (own := page.country) is None:
        return None
    told = [_fact(fact) for fact in own.told]
    return Country(code=own.code, name=COUNTRIES[own.code].english, articles=own.articles, told=told)


def _fact(told: Told) -> Fact:
    return Fact(
        field=told.field,
        value=told.value,
        quote=told.quote,
        article=told.article,
        url=told.url,
        published=told.published,
    )
