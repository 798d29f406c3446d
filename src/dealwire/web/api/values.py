"""What a deal is made of, as the API tells it: sums, dates, backers, and the sentence behind each value."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from dealwire.core.score.topic_words import TOPICS
from dealwire.model import Basis, Kind, Precision, Qualifier, Role, Round, Status
from dealwire.web.filters import web

DEAL_ID = "d-a26375d3aec6f3ad"
ORGANISATION_ID = "o-207ee2e3d26bb12b"
STORY_ID = "s-5f0c1e7a94d2b683"

Share = Annotated[float, Field(ge=0, le=1)]
Web = Annotated[str | None, BeforeValidator(lambda address: web(address) or None)]
"""An address of the web; null for any other sort, such as `javascript:`, which strangers may write."""
CountryCode = Annotated[str, Field(pattern="^[A-Z]{2}$", examples=["DE"])]
"""A country (ISO 3166-1 alpha-2)."""
TOPIC_NAMES: list[JsonValue] = [*sorted(topic.name for topic in TOPICS)]
TopicName = Annotated[str, Field(json_schema_extra={"enum": TOPIC_NAMES})]
"""What happens, or in which field: see docs/explanation/topics.md."""
PlainJson = Annotated[Any, Field(description="Any JSON value: what kind of value it is depends on the field.")]


class Record(BaseModel):
    """Something that the API tells; what its fields mean is said in the schema."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Money(Record):
    """A sum as its writer hedges it."""

    value: int = Field(examples=[70_000_000])
    """Whole units of the currency; the low end of a range."""
    currency: str = Field(examples=["USD"])
    """ISO 4217."""
    qualifier: Qualifier
    """What the text says of the figure: exact, about, at_least, at_most, or the low end of a range."""
    max: int | None = None
    """The high end of a range, in the same units."""
    verbatim: str = Field(default="", examples=["$70 million"])
    """The words of the text."""
    also: list[Money] = []
    """The same sum as the text gives it in other currencies."""


class Valuation(Money):
    """What the whole company is said to be worth."""

    basis: Basis = Basis.UNSPECIFIED
    """Whether the new money is counted in: `pre`, `post`, or the text doesn't say."""


class PartialDate(Record):
    """A date known to the year, the month or the day."""

    value: date = Field(examples=["2026-02-01"])
    """The first day of what is known."""
    precision: Precision


class Backer(Record):
    """Who puts money into a deal, or advises."""

    name: str = Field(examples=["Corvid Capital"])
    role: Role
    named_by: int | None = Field(default=None, ge=0)
    """How many independent origins name it."""
    also: list[str] = []
    """Other names in the reports that are likely the same organisation's."""


class Quote(Record):
    """Where a value was read: the characters of an article's text."""

    article: str = Field(examples=["brackwater-first"])
    """The article's id: `/articles/{id}` tells more of it."""
    url: Web = Field(examples=["https://harbourledger.example/2025/02/brackwater"])
    """The article's address at its publisher."""
    start: int = Field(ge=0)
    """The first character, counted in Unicode code points from the start of the title; a line feed ends the title."""
    end: int = Field(ge=0)
    """The character after the last."""
    quote: str = Field(examples=["$70 million"])
    """The characters themselves."""


class Against(Quote):
    """A claim that a published value is not."""

    value: PlainJson


class Conflict(Record):
    """A field that reports tell differently."""

    field: str = Field(examples=["amount"])
    value: PlainJson
    against: list[Against]
    """What others say, each with its quote."""


class Step(Record):
    """A point in a deal's history."""

    status: Status
    at: datetime
    """From when on it was told to have this status (UTC)."""


class Tranche(Record):
    """A part of a deal that closed by itself."""

    name: str = Field(examples=["extension"])
    """`first`, `second`, `final`, `extension`."""
    amount: Money | None
    announced_on: PartialDate | None
    articles: list[str]
    """Ids of the articles that tell it."""


class Deal(Record):
    """A deal: what its reports come to, with one quote for each field."""

    id: str = Field(examples=[DEAL_ID])
    """Stable; an id that the deal had before it was joined with another still finds it."""
    kind: Kind
    """What sort of deal."""
    company: str = Field(examples=["Brackwater"])
    """Who gets the money, is bought, or lists; of a fund, the fund."""
    organisation: str = Field(examples=[ORGANISATION_ID])
    """The id of the company's organisation."""
    country: CountryCode | None
    """The country of the company (ISO 3166-1 alpha-2), as most published articles that say so tell it;
    `/organisations/{name}` has the sentences. Null where none says so, or as many say another."""
    investors: list[Backer]
    """Backers, buyers and advisers; a text may name none."""
    amount: Money | None
    """The sum as told; of a deal in tranches, the whole or what was told first."""
    amount_usd: int | None = Field(examples=[70_000_000])
    """The sum in US dollars at the rate of its day, for sorting and adding up."""
    valuation: Valuation | None
    """What the whole company is said to be worth."""
    round: Round | None
    """The stage of a funding round."""
    round_label: str | None = Field(examples=["Series B"])
    """The round in the text's own words."""
    status: Status | None
    """How far it has come, by the furthest report."""
    background: bool
    """Whether texts only recall it: leave such deals out when you count news."""
    announced_on: PartialDate | None
    """The day of the first news of it, or that texts name."""
    history: list[Step]
    """From rumour to close: when it was first told to have each status."""
    articles: list[str]
    """Ids of the articles that tell it."""
    origins: int = Field(ge=0)
    """How many independent origins those articles have: copies of one text count once."""
    tranches: list[Tranche]
    """Its parts, where it closed in several."""
    conflicts: list[Conflict]
    """Fields on which reports disagree."""
    evidence: dict[str, Quote]
    """For each field the best quote for its value."""
    confidence: Share
    """How sure the whole is, 0 to 1."""


class Sentence(Record):
    """The sentence that a quote stands in; an ellipsis where it is cut."""

    before: str
    after: str
    lang: str = Field(examples=["en"])
    """BCP 47; empty where it isn't known."""


class Claim(Quote):
    """What one report says of one field."""

    value: PlainJson
    publisher: str | None = Field(examples=["Harbour Ledger"])
    published: datetime | None
    report: str = Field(examples=["r-dd902136d24ecde9"])
    """The report that it is part of: what one article tells of one deal."""
    origin: str = Field(examples=["harbourledger.example"])
    """The independent origin: claims of one origin count once."""
    confidence: Share
    """How sure the reader was of having read it right, 0 to 1."""
    sentence: Sentence


class FieldOfDeal(Record):
    """A field of a deal: the value that won, why, and every claim for it and against it."""

    value: PlainJson
    rule: str = Field(examples=["the most precise of those that agree"])
    """Why this value won."""
    confidence: Share
    disputed: bool
    support: list[Claim]
    against: list[Claim]


class ArticleHead(Record):
    """An article in a list."""

    id: str = Field(examples=["brackwater-first"])
    key: str
    """The digest under which the store knows it."""
    title: str
    url: Web
    publisher: str | None
    published: datetime | None
    lang: str = Field(examples=["en"])


class StoryHead(Record):
    """A story in a list: an event, and how much it is talked about."""

    id: str = Field(examples=[STORY_ID])
    title: str
    heat: float
    """How much it is talked about; higher is hotter. -1 where that isn't known."""


class DealInFull(Deal):
    """A deal with all that is said for and against each of its fields."""

    as_of: datetime | None
    """The moment as of which it is told, where one was asked for."""
    fields: dict[str, FieldOfDeal]
    reports: list[str]
    """Ids of the reports that were found to be one deal; each of them finds it."""
    sources: list[ArticleHead]
    """The articles that tell it."""
    story: StoryHead | None
    """The event that it is part of."""
