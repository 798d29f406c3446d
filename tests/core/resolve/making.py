"""Short ways to make reports, articles and judgements."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from dealwire.core.resolve.reports import report_id
from dealwire.model import (
    Article,
    Basis,
    DealReport,
    Investor,
    Judgement,
    Kind,
    Money,
    PartialDate,
    Precision,
    Provider,
    Qualifier,
    Report,
    Role,
    Round,
    Status,
    Told,
    Valuation,
    Verdict,
)

T = TypeVar("T")
START = datetime(2025, 1, 1, tzinfo=UTC)


def told(value: T, confidence: float = 0.9) -> Told[T]:
    return Told(value, 0, 4, str(value)[:30], confidence)


def on(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def usd(
    millions: float, qualifier: Qualifier = Qualifier.EXACT, currency: str = "USD", also: tuple[Money, ...] = ()
) -> Money:
    return Money(int(millions * 10**6), currency, qualifier, f"{millions:g} million", also=also)


def partial(text: str) -> PartialDate:
    """Read "2023", "2023-10" or "2023-10-20"."""
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(text)]
    return PartialDate(date.fromisoformat((text + "-01-01")[:10]), precision)


def report(
    article: str,
    day: str | None = "2025-03-04",
    company: str = "Tidewater",
    *,
    kind: Kind = Kind.FUNDING_ROUND,
    status: Status = Status.ANNOUNCED,
    amount: Money | None = None,
    valuation: Money | None = None,
    basis: Basis = Basis.UNSPECIFIED,
    round_: Round | None = None,
    label: str | None = None,
    investors: tuple[str, ...] = (),
    background: bool = False,
    announced: str | None = None,
    provider: str | None = None,
    record: str | None = None,
    ordinal: int = 0,
) -> Report:
    """Make a report; a backer's name that starts with "*" leads, with "=" buys the company."""
    roles = {"*": Role.LEAD, "=": Role.ACQUIRER}
    backers = tuple(told(Investor(name.lstrip("*="), roles.get(name[0], Role.PARTICIPANT))) for name in investors)
    deal = DealReport(
        kind=told(kind),
        company=told(company) if company else None,
        status=told(status),
        investors=backers,
        amount=told(amount) if amount else None,
        valuation=told(Valuation(valuation, basis)) if valuation else None,
        round=told(round_) if round_ else None,
        round_label=told(label) if label else None,
        background=told(value=True) if background else None,
        announced_on=told(partial(announced)) if announced else None,
        confidence=0.9,
    )
    made = Report(
        id=report_id(article, kind, company, ordinal),
        article=article,
        article_ref=f"ref-{article}",
        known_at=on(day or "2026-01-01"),
        deal=deal,
        published=on(day) if day else None,
        provider=Provider(provider or f"paper {article}"),
        record=record,
    )
    return replace(made, url=f"https://example.com/{article}")


def judgement(
    id_: str,
    about: str,
    a: str,
    b: str,
    verdict: Verdict = Verdict.SAME,
    day: int = 0,
    by: str = "editor",
    value: object = None,
) -> Judgement:
    return Judgement(id_, about, a, b, verdict, by, START.replace(day=1 + day), value=value)


def undo(id_: str, target: str, day: int = 5) -> Judgement:
    return judgement(id_, "undo", target, "", Verdict.UNDO, day)


def article(
    key: str, day: str = "2025-03-04", title: str = "A title", text: str = "", provider: str | None = None
) -> Article:
    return Article(
        key=key,
        ref=key,
        version=key,
        title=title,
        text=text,
        lang="en",
        document=key,
        part=0,
        fetched_at=on("2026-01-01"),
        published=on(day),
        provider=Provider(provider or f"paper {key}"),
    )
