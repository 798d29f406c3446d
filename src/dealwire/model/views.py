"""Views: pure functions of facts, cached and rebuilt at will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dealwire.model.readings import DealReport
from dealwire.model.terms import Kind, Status


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
    `record` is the key of the content-hub record that ties it to its sister articles. `excerpt` is true of what only
    summarises its page, as a feed's entry may: where both are known, the page's text speaks.
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
    excerpt: bool = False

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
    that when it was fetched; `learned_at` is when dealwire could. `tied` is true where the company's name comes from a
    sister article of the same record. `agency` is the newsroom that the article names as its own source, `sketch` the
    bands of its near-duplicate signature: both tell copies from independent reports. `tranche` is the part of the deal
    that the sentence tells: "first", "second", "final", "extension", "" for the whole. `draft`: so is the article.
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
    learned_at: datetime | None = None
    agency: str | None = None
    sketch: tuple[int, ...] = ()
    tranche: str = ""
    draft: bool = False

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
    """One claim for or against a deal's field: what a report says, in which words, where.

    `origin` names the independent origin that the report belongs to: claims of one origin count once.
    """

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
    origin: str = ""


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
class Tranche:
    """A part of a deal that closed by itself: its name, amount and day (plain JSON), the reports that tell it."""

    name: str
    amount: Any
    announced_on: Any
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A grouping that nearly went the other way.

    `report` is of this deal; `other` of this deal too, where the two were put `together`, else of another deal of the
    same organisation. `bits` are the odds that they are one deal, as a base-2 logarithm.
    """

    report: str
    other: str
    together: bool
    bits: float


@dataclass(frozen=True, slots=True)
class Deal:
    """The reports judged to be one deal, reconciled.

    `id` derives from its earliest report, any report's id finds it. `origins` is the number of independent origins
    that its reports come from. `draft` is true where no article of it is published, or a person holds it back.
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
    origins: int = 1
    tranches: tuple[Tranche, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    draft: bool = False


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
class Telling:
    """What a story needs to know of an article: when the world could know it, its title, quality 0..100 and publisher.

    A story of thousands of articles is put together from these, without their texts.
    """

    key: str
    at: datetime
    title: str
    quality: int
    publisher: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The articles judged to cover one event; `articles` are keys, the earliest first.

    `firsts` are the times at which each independent origin first told it, and `last` that of the latest article: what
    its heat at any time is made of.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    heat: float = -1.0
    origins: int = 1
    firsts: tuple[datetime, ...] = ()
    last: datetime | None = None
