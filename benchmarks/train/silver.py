"""What the rules read with confidence, as labels: the reader teaches a tagger, which may then see beyond its rules.

Only texts of which every deal is sure and complete are taken, and texts of which the gate passes something and the
reader tells nothing at all. Every mention of a party bears its role, for a tagger is asked of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from benchmarks.quality.deals import article
from benchmarks.train.sets import HeldOut, Text
from benchmarks.train.spans import (
    ACQUIRER,
    ADVISER,
    AMOUNT,
    COMPANY,
    INVESTOR,
    LEAD,
    ROLES,
    ROUND,
    VALUATION,
    Labelled,
    Span,
    apart,
)
from dealwire.core.extract import extract, gate
from dealwire.model import DealReport, Kind, Reading, Role, Told

SURE: Final = 0.85
"""The confidence from which a reading is right in more than nineteen of twenty cases."""

KNOWN: Final = frozenset(ROLES)
"""A silver text marks every part in a deal, but not the organisations and people without one."""

_ROLE_LABELS: Final = {
    Role.LEAD: LEAD,
    Role.PARTICIPANT: INVESTOR,
    Role.EXISTING: INVESTOR,
    Role.ADVISER: ADVISER,
    Role.ACQUIRER: ACQUIRER,
}


def silver(texts: Iterable[Text], held_out: HeldOut, *, negatives: bool = True) -> Iterator[Labelled]:
    """Yield the texts that the rules read with confidence, and those that they surely find no deal in."""
    for text in texts:
        if held_out.has(text.content) or not gate.passes(text.content):
            continue
        reading = extract(article({"id": "-", "lang": text.lang, "title": text.title, "text": text.body}))
        if reading.deals:
            labelled = label(text.content, reading)
            if labelled is not None:
                yield labelled
        elif negatives and not reading.nameless:
            yield Labelled(text.content, (), KNOWN)


def label(content: str, reading: Reading) -> Labelled | None:
    """Return what a reading tells as spans, or None where it is not to be trusted or tells one name in two parts."""
    if reading.nameless or not all(_is_sure(deal) for deal in reading.deals):
        return None
    parts: dict[str, str] = {}
    spans: list[Span] = []
    for deal in reading.deals:
        for told, role in _parties(deal):
            name = content[told.start : told.end]
            if parts.setdefault(name, role) != role:
                return None
        spans += _values(deal)
    mentions = [Span(start, end, role) for name, role in parts.items() for start, end in _mentions(content, name)]
    return Labelled(content, apart([*spans, *mentions]), KNOWN)


def _is_sure(deal: DealReport) -> bool:
    """Tell whether a deal is news, told with confidence, and has what a deal of its kind has."""
    if deal.confidence < SURE or deal.company is None or deal.background is not None:
        return False
    if deal.kind.value is Kind.ACQUISITION:
        return bool(deal.investors)
    return deal.amount is not None or deal.round_label is not None or deal.kind.value is Kind.IPO


def _parties(deal: DealReport) -> Iterator[tuple[Told[Any], str]]:
    if deal.company is not None:
        yield deal.company, COMPANY
    for investor in deal.investors:
        yield investor, _ROLE_LABELS[investor.value.role]


def _values(deal: DealReport) -> Iterator[Span]:
    sums = [deal.amount, *deal.restated]
    for told, role in [*((s, AMOUNT) for s in sums), (deal.valuation, VALUATION), (deal.round_label, ROUND)]:
        if told is not None:
            yield Span(told.start, told.end, role)


def _mentions(content: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands, as a word of its own where it is written in letters."""
    own = re.escape(name)
    for found in re.finditer(rf"(?<![A-Za-z0-9]){own}(?![A-Za-z0-9])", content):
        yield found.span()
