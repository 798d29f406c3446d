"""Organisations: found by any of their names, and what is told of each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import Field

from dealwire.core.countries import COUNTRIES
from dealwire.model import Role
from dealwire.service.organisation_view import OrganisationPage
from dealwire.service.query import Told, deal_record
from dealwire.web.api.paging import Asked
from dealwire.web.api.values import ORGANISATION_ID, CountryCode, Deal, Record, Share, Valuation, Web
from dealwire.web.api.wire import Wire
from dealwire.web.problems import missing

router = APIRouter(tags=["organisations"])


class OrganisationsAsked(Asked):
    """Which organisations."""

    name: str = Field(min_length=1, max_length=100, examples=["Corvid"])
    """Words of a name, in any script; Chinese by any part."""
    limit: int = Field(default=20, ge=1, le=50)
    """How many at most."""


class OrganisationHead(Record):
    """An organisation that was found."""

    id: str = Field(examples=[ORGANISATION_ID])
    name: str = Field(examples=["Corvid Capital"])


class OrganisationsFound(Record):
    """Organisations, the best match first."""

    items: list[OrganisationHead]


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
def find_organisations(asked: Annotated[OrganisationsAsked, Query()], wire: Wire) -> OrganisationsFound:
    """Find organisations by a part of a name; the best first."""
    hits = wire.found(asked.name, asked.limit, "organisation")
    return OrganisationsFound(items=[OrganisationHead(id=hit.id, name=hit.title) for hit in hits])


@router.get("/organisations/{name:path}", responses=missing("No published text names it."))
def get_organisation(name: str, response: Response, wire: Wire) -> Organisation:
    """Tell an organisation, by its id or any of its names."""
    page = wire.organisation_page(name)
    if page is None:
        raise HTTPException(
            404, f"No published text names an organisation {name[:80]!r}: /organisations?name= finds it."
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
