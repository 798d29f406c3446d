"""The claims behind a deal's field, and how many independent origins they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dealwire.core.records import plain
from dealwire.core.resolve.components import group
from dealwire.model import Report, Support, Told

SUREST = 0.99
"""No number of papers makes a thing certain; a person's word does."""

COPIED = 60
"""Characters of a quote from which on two papers hardly chose the same words by themselves."""

OriginOf = Callable[[Support], str]


def by_provider(support: Support) -> str:
    """Return what makes a claim's origin by default: who published it, else the article itself."""
    return support.provider.domain or support.provider.name or support.article


def support_of(report: Report, told: Told[Any], value: object = None) -> Support:
    """Return what a report tells as a claim; `value`, plain JSON, stands in where something is worked out from it."""
    return Support(
        value=plain(told.value) if value is None else value,
        quote=told.quote,
        start=told.start,
        end=told.end,
        article=report.article,
        article_ref=report.article_ref,
        url=report.url,
        provider=report.provider,
        published=report.published,
        report=report.id,
        confidence=told.confidence,
    )


def ordered(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Put claims in their fixed order: by article date, then report, then place in the text."""
    return tuple(
        sorted(supports, key=lambda s: (s.published is None, str(s.published or ""), s.report, s.start, s.quote))
    )


def origin_sets(supports: Sequence[Support], origin_of: OriginOf = by_provider) -> list[tuple[str, ...]]:
    """Group claims, by the numbers of their places in the sequence, into independent origins.

    Claims of one publisher, and claims in the very same words, are one origin however often they are repeated.
    """
    first_with: dict[str, str] = {}
    marks = ((n, mark) for n, one in enumerate(supports) for mark in (f"origin {origin_of(one)}", *_words(one)))
    links = [(first_with.setdefault(mark, str(n)), str(n)) for n, mark in marks]
    return group((str(n) for n in range(len(supports))), links)


def _words(support: Support) -> list[str]:
    quote = " ".join(support.quote.split()).casefold()
    return [f"quote {quote}"] if len(quote) >= COPIED else []


def origins(supports: Sequence[Support], origin_of: OriginOf = by_provider) -> int:
    """Return how many independent origins some claims have."""
    return len(origin_sets(supports, origin_of))


def confidence(
    supports: Sequence[Support], against: Sequence[Support] = (), origin_of: OriginOf = by_provider
) -> float:
    """Return how sure a value is, 0..1: independent origins add up, those against take their share away."""
    doubt = 1.0
    sets = origin_sets(supports, origin_of)
    for members in sets:
        doubt *= 1 - min(max(supports[int(n)].confidence for n in members), SUREST)
    opposed = origins(against, origin_of) if against else 0
    return round(min(1 - doubt, SUREST) * len(sets) / (len(sets) + opposed), 4) if sets else 0.0
