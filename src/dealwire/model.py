"""The nouns of dealwire: facts, what the reader tells of an article, and the views made of them.

Facts are append-only (`Document`, `Claim`, `Judgement`); views are pure functions of facts (`Article`, `Organisation`,
`Deal`, `Story`). Every value that a text tells is a `Told`: it can't be made without the characters that tell it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Kind(StrEnum):
    """What sort of deal it is."""

    FUNDING_ROUND = "funding_round"
    ACQUISITION = "acquisition"
    FUND_CLOSE = "fund_close"
    IPO = "ipo"


class Round(StrEnum):
    """The stage of a funding round, in Crunchbase's vocabulary."""

    PRE_SEED = "pre_seed"
    SEED = "seed"
    ANGEL = "angel"
    SERIES_A = "series_a"
    SERIES_B = "series_b"
    SERIES_C = "series_c"
    SERIES_D = "series_d"
    SERIES_E = "series_e"
    SERIES_F = "series_f"
    SERIES_G = "series_g"
    SERIES_H = "series_h"
    SERIES_I = "series_i"
    SERIES_J = "series_j"
    SERIES_UNKNOWN = "series_unknown"
    CONVERTIBLE_NOTE = "convertible_note"
    CORPORATE_ROUND = "corporate_round"
    DEBT_FINANCING = "debt_financing"
    EQUITY_CROWDFUNDING = "equity_crowdfunding"
    GRANT = "grant"
    INITIAL_COIN_OFFERING = "initial_coin_offering"
    PRIVATE_EQUITY = "private_equity"
    SECONDARY_MARKET = "secondary_market"
    POST_IPO_EQUITY = "post_ipo_equity"
    POST_IPO_DEBT = "post_ipo_debt"
    UNDISCLOSED = "undisclosed"


class Status(StrEnum):
    """How far a deal has come, as one text tells it."""

    RUMOURED = "rumoured"
    IN_TALKS = "in_talks"
    ANNOUNCED = "announced"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class Role(StrEnum):
    """What a backer is to a deal."""

    LEAD = "lead"
    PARTICIPANT = "participant"
    EXISTING = "existing"
    ADVISER = "adviser"
    ACQUIRER = "acquirer"


class Qualifier(StrEnum):
    """How a text hedges a sum."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Basis(StrEnum):
    """Whether a valuation counts the new money."""

    PRE = "pre"
    POST = "post"
    UNSPECIFIED = "unspecified"


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"
    UNDO = "undo"


# --- values ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, month or day; `value` is the first day of what is known."""

    value: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole currency units, as hedged by its writer.

    `max` is the high end of a `range`. `also` holds the same sum as the text gives it in other currencies
    ("2.5 billion yuan ($342 million)"), the first-named sum being this one.
    """

    value: int
    currency: str
    qualifier: Qualifier = Qualifier.EXACT
    verbatim: str = ""
    max: int | None = None
    also: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Valuation:
    """What the whole company is said to be worth."""

    money: Money
    basis: Basis = Basis.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Investor:
    """A backer of a deal by the name that the text gives it."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Told(Generic[T_co]):
    """A value together with the characters of `Article.content` that tell it, and how sure the reader is (0..1)."""

    value: T_co
    start: int
    end: int
    quote: str
    confidence: float = 1.0


# --- what the reader tells of one article
# ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DealReport:
    """One deal as one article tells it.

    `company` is None only among `Reading.nameless`. `restated` are further sums that the text gives for the deal's amount
    ("$340 million" in the title, "2.5 billion yuan ($342 million)" below it), in the order of the text.
    """

    kind: Told[Kind]
    company: Told[str] | None
    status: Told[Status]
    investors: tuple[Told[Investor], ...] = ()
    amount: Told[Money] | None = None
    valuation: Told[Valuation] | None = None
    round: Told[Round] | None = None
    round_label: Told[str] | None = None
    background: Told[bool] | None = None
    announced_on: Told[PartialDate] | None = None
    restated: tuple[Told[Money], ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class OrganisationFact:
    """Something a text tells of an organisation other than a deal.

    `field` is one of `founder`, `founded_on` (value: an ISO date cut to its precision, "2021-12"),
    `founder_former_post` ("vice president, SenseTime"), `headquarters`, `serves` (a product or customer that its own
    serves), `product`, `parent`.
    """

    organisation: Told[str]
    field: str
    value: Told[str]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names that a text itself says are one organisation's.

    "智谱（Zhipu AI）", "Moonshot AI, known as Yuezhi Anmian".
    """

    name: Told[str]
    other: Told[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader tells of one article.

    `nameless` deals name no company: they count only where a record ties them.
    """

    deals: tuple[DealReport, ...] = ()
    nameless: tuple[DealReport, ...] = ()
    facts: tuple[OrganisationFact, ...] = ()
    names: tuple[NamePair, ...] = ()


# --- facts
# -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched: the bytes, from where, when (UTC). `digest` is the SHA-256 of the body in hex."""

    digest: str
    body: bytes
    media_type: str
    origin: str
    fetched_at: datetime
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One field of one subject as one version of an article tells it.

    `subject` is "deal:0", "nameless:0", "fact:0" or "names:0": the nth thing of its sort in the article's `Reading`.
    `value` is plain JSON. `start`, `end` and `quote` are characters of the article's content.
    """

    article: str
    subject: str
    field: str
    value: Any
    start: int
    end: int
    quote: str
    confidence: float
    extractor: str
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on whether two things are the same, or on the value of a field; undone by a later one, never deleted.

    `about` is "name", "report", "article" or "field". For "name", `a` and `b` are names as written; for "report" and
    "article", their ids. For "field", `a` is a report's id (so it survives as the deal grows), `b` the field and
    `value` the corrected value as plain JSON. For `Verdict.UNDO`, `a` is the id of the judgement undone.
    """

    id: str
    about: str
    a: str
    b: str
    verdict: Verdict
    by: str
    at: datetime
    why: str = ""
    value: Any = None


# --- views
# -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Provider:
    """Who published an article."""

    name: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text and metadata of a document, or of one part of it (a feed's entry, a record's related article).

    `key` is its identity: a digest of the canonical URL, else of the id that it was given, else of its text. `ref` is
    the id that others see. `version` is the digest of its content: an edited title at one URL is a new version under
    the same key. `url` is canonical, for comparing; `link` is the address as its publisher wrote it, the one to open.
    `record` is the key of the content-hub record that ties it to its sister articles.
    """

    key: str
    ref: str
    version: str
    title: str
    text: str
    lang: str
    document: str
    part: int
    fetched_at: datetime
    url: str | None = None
    link: str | None = None
    published: datetime | None = None
    provider: Provider = Provider()
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    draft: bool = False
    record: str | None = None
    quality: int = -1
    heat: int = -1

    @property
    def content(self) -> str:
        """The text that every span counts in: the title, a line feed, the text."""
        return f"{self.title}\n{self.text}"

    @property
    def address(self) -> str | None:
        """Where a reader finds the article: not every site answers at its canonical address."""
        return self.link or self.url


@dataclass(frozen=True, slots=True)
class Report:
    """A `DealReport` with its place: whose article told it and when. The unit that is joined into deals.

    `id` is stable under re-reading: a digest of the article's key, the deal's kind and its company (folded), and a
    count where one article tells two such. `known_at` is when the world could know it: the article's date, or failing
    that when it was fetched. `tied` is true where the company's name comes from a sister article of the same record.
    """

    id: str
    article: str
    article_ref: str
    known_at: datetime
    deal: DealReport
    published: datetime | None = None
    url: str | None = None
    provider: Provider = Provider()
    record: str | None = None
    tied: bool = False

    @property
    def company(self) -> str:
        """The company's name as written, or "" while the report is nameless and untied."""
        return self.deal.company.value if self.deal.company else ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as an article writes it.

    Its folded `key`, the report that it backs or gets money in (None: a fact or a pair).
    """

    article: str
    written: str
    key: str
    report: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class NameLink:
    """Why two names (folded) are taken to be one organisation's.

    The rule, its score 0..1, and a sentence of explanation.
    """

    a: str
    b: str
    rule: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """The names judged to be one organisation's. `names` are as written, the most used first.

    `name` is the one to show.
    """

    id: str
    name: str
    names: tuple[str, ...]
    keys: tuple[str, ...]
    links: tuple[NameLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """One claim for or against a deal's field: what a report says, in which words, where."""

    value: Any
    quote: str
    start: int
    end: int
    article: str
    article_ref: str
    url: str | None
    provider: Provider
    published: datetime | None
    report: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Field:
    """A deal's field: the value (plain JSON) that won, by which rule, the claims for it and those against."""

    name: str
    value: Any
    rule: str
    confidence: float
    support: tuple[Support, ...] = ()
    against: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A point in a deal's history: from when on it was told to have this status."""

    status: Status
    at: datetime
    report: str


@dataclass(frozen=True, slots=True)
class Deal:
    """The reports judged to be one deal, reconciled.

    `id` derives from its earliest report, any report's id finds it.
    """

    id: str
    kind: Kind
    company: str
    organisation: str
    fields: Mapping[str, Field]
    reports: tuple[str, ...]
    articles: tuple[str, ...]
    history: tuple[StatusStep, ...] = ()
    conflicts: tuple[str, ...] = ()
    background: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Why two articles (keys, `a` < `b`) cover one event.

    `via` is the deal or record that ties them, where one does.
    """

    a: str
    b: str
    rule: str
    score: float = 1.0
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles judged to cover one event; `articles` are keys, the earliest first."""

    id: str
    title: str
    articles: tuple[str, ...]
    heat: float = -1.0
    origins: int = 1


# --- outcomes
# ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that could not be used, at which stage, and why: data to be listed, not an exception."""

    stage: str
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run of `ingest` did."""

    read: int = 0
    new: int = 0
    seen: int = 0
    relevant: int = 0
    deals: int = 0
    rejected: tuple[Rejected, ...] = field(default=())
