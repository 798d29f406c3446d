"""The claims behind a deal's field, and how sure they make it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dealwire.core.records import plain
from dealwire.core.resolve.origins import Origins
from dealwire.model import Report, Support, Told

SUREST = 0.99
"""No number of papers makes a thing certain; a person's word does."""


UNSURE = 0.8
"""A deal that is news and surer than this needs no person's look for that."""


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


def confidence(supports: Sequence[Support], against: Sequence[Support], origins: Origins) -> float:
    """Return how sure a value is, 0..1: independent origins add up, those against take their share away.

    An origin of weight w counts like w papers: one whose values were often confirmed leaves less doubt.
    """
    surest: dict[str, float] = {}
    for one in supports:
        origin = origins.of.get(one.report, one.report)
        surest[origin] = max(surest.get(origin, 0.0), min(one.confidence, SUREST))
    if not surest:
        return 0.0
    doubt = 1.0
    for origin in sorted(surest):
        doubt *= (1 - surest[origin]) ** origins.weights.get(origin, 1.0)
    weight, opposed = origins.weight(supports), origins.weight(against)
    return round(min(1 - doubt, SUREST) * weight / (weight + opposed), 4)
