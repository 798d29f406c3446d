"""Sample objects, each whole and valid, of which a test states only what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TypeVar

from dealwire.model import (
    Article,
    Claim,
    Deal,
    DealReport,
    Document,
    Field,
    Investor,
    Judgement,
    Kind,
    Mention,
    NameLink,
    NamePair,
    Organisation,
    Provider,
    Report,
    Role,
    Status,
    StatusStep,
    Story,
    Support,
    Told,
    Verdict,
)
from dealwire.ports import DealRow

T = TypeVar("T")

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def digest(text: str | bytes) -> str:
    """Return the SHA-256 of a text in hex."""
    return sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def make_document(
    body: bytes = b"<p>Orchid Robotics raises $12 million.</p>",
    *,
    media_type: str = "text/html",
    origin: str = "test",
    fetched_at: datetime = NOON,
    url: str | None = None,
) -> Document:
    return Document(digest(body), body, media_type, origin, fetched_at, url)


def make_article(
    key: str = "article-1",
    title: str = "Orchid Robotics raises $12 million",
    text: str = "The Series A was led by Fern Capital.",
    *,
    document: Document | None = None,
    part: int = 0,
    ref: str | None = None,
    lang: str = "en",
    url: str | None = None,
    published: datetime | None = None,
    record: str | None = None,
    draft: bool = False,
) -> Article:
    document = document or make_document()
    return Article(
        key=key,
        ref=ref or key,
        version=digest(f"{title}\n{text}"),
        title=title,
        text=text,
        lang=lang,
        document=document.digest,
        part=part,
        fetched_at=document.fetched_at,
        url=url,
        published=published,
        record=record,
        draft=draft,
    )


def told(value: T, content: str = "", quote: str | None = None, confidence: float = 1.0) -> Told[T]:
    """Tell a value by the place of a quote (by default, the value itself) in a content."""
    words = str(value) if quote is None else quote
    start = max(content.find(words), 0)
    return Told(value, start, start + len(words), words, confidence)


def make_deal_report(
    company: str | None = "Orchid Robotics",
    *backers: tuple[str, Role],
    kind: Kind = Kind.FUNDING_ROUND,
    status: Status = Status.ANNOUNCED,
) -> DealReport:
    return DealReport(
        kind=told(kind, quote="raises"),
        company=told(company) if company else None,
        status=told(status, quote="raises"),
        investors=tuple(told(Investor(name, role), quote=name) for name, role in backers),
    )


def make_report(
    id_: str = "report-1",
    article: str = "article-1",
    deal: DealReport | None = None,
    *,
    known_at: datetime = NOON,
    record: str | None = None,
) -> Report:
    return Report(id_, article, article, known_at, deal or make_deal_report(), record=record)


def make_mention(
    article: str, written: str, key: str | None = None, report: str | None = None, role: str | None = None
) -> Mention:
    return Mention(article, written, key or written.casefold(), report, role)


def make_pair(name: str = "智谱", other: str = "Zhipu AI") -> NamePair:
    return NamePair(told(name), told(other))


def make_claim(
    article: str,
    field: str = "company",
    value: object = "Orchid Robotics",
    *,
    subject: str = "deal:0",
    start: int = 0,
    quote: str = "Orchid Robotics",
    extractor_version: str = "1",
) -> Claim:
    return Claim(article, subject, field, value, start, start + len(quote), quote, 0.9, "rules", extractor_version)


def make_judgement(
    id_: str = "judgement-1",
    a: str = "智谱",
    b: str = "Zhipu AI",
    verdict: Verdict = Verdict.SAME,
    *,
    about: str = "name",
    at: datetime = NOON,
    value: object = None,
) -> Judgement:
    return Judgement(id_, about, a, b, verdict, "editor", at, "a test says so", value)


def make_organisation(id_: str = "org-1", *names: str) -> Organisation:
    names = names or ("Orchid Robotics",)
    return Organisation(id_, names[0], names, tuple(sorted({name.casefold() for name in names})))


def make_link(a: str, b: str, rule: str = "same letters", score: float = 0.9) -> NameLink:
    return NameLink(a, b, rule, score, f"{a} is written like {b}")


def make_support(
    report: str = "report-1", value: object = "Orchid Robotics", quote: str = "Orchid Robotics"
) -> Support:
    return Support(value, quote, 0, len(quote), "article-1", "article-1", None, Provider(), NOON, report, 0.9)


def make_field(name: str, value: object, support: Sequence[Support] = ()) -> Field:
    return Field(name, value, "most precise", 0.9, tuple(support))


def make_deal(
    id_: str = "deal-1",
    company: str = "Orchid Robotics",
    *backers: tuple[str, Role],
    reports: Sequence[str] = ("report-1",),
    articles: Sequence[str] = ("article-1",),
    kind: Kind = Kind.FUNDING_ROUND,
    organisation: str | None = None,
    fields: Mapping[str, object] | None = None,
    conflicts: Sequence[str] = (),
    background: bool = False,
) -> Deal:
    investors = [{"name": name, "role": role.value} for name, role in backers]
    values = {"company": company, "status": Status.ANNOUNCED.value, "investors": investors, **(fields or {})}
    return Deal(
        id=id_,
        kind=kind,
        company=company,
        organisation=organisation or f"org of {company}",
        fields={
            name: make_field(name, value, [make_support()]) for name, value in {**values, **(fields or {})}.items()
        },
        reports=tuple(reports),
        articles=tuple(articles),
        history=(StatusStep(Status.ANNOUNCED, NOON, reports[0]),) if reports else (),
        conflicts=tuple(conflicts),
        background=background,
    )


def make_row(deal: Deal | None = None, announced_on: date | None = None, usd: float | None = None) -> DealRow:
    return DealRow(deal or make_deal(), announced_on, usd)


def make_story(id_: str = "story-1", *articles: str, heat: float = -1.0) -> Story:
    return Story(id_, f"The title of {id_}", articles or ("article-1",), heat)
