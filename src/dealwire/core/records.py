"""Between what a reader tells and plain JSON: the deal record of the contract, and the claims that the store keeps.

`claims` and `reading` are inverse: what the store keeps says all that the reader told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from dealwire.model import (
    Claim,
    DealReport,
    Investor,
    Kind,
    Money,
    NamePair,
    OrganisationFact,
    PartialDate,
    Reading,
    Round,
    Status,
    Told,
    Valuation,
)

T = TypeVar("T")

DEAL_FIELDS: Mapping[str, type] = {
    "kind": Kind,
    "company": str,
    "status": Status,
    "amount": Money,
    "valuation": Valuation,
    "round": Round,
    "round_label": str,
    "background": bool,
    "announced_on": PartialDate,
}
"""The single-valued fields of a deal with the type of their values; investors are a list of their own."""


# --- the deal record ------------------------------------------------------------------------------------------


def money_record(money: Money) -> dict[str, Any]:
    """Return a sum as the contract writes it, with its equivalents in other currencies under `also`."""
    record: dict[str, Any] = {"value": money.value, "currency": money.currency, "qualifier": str(money.qualifier)}
    if money.max is not None:
        record["max"] = money.max
    record["verbatim"] = money.verbatim
    if money.also:
        record["also"] = [money_record(m) for m in money.also]
    return record


def plain(value: object) -> Any:  # noqa: ANN401 - plain JSON has no narrower type
    """Return a told value as plain JSON, the way a deal record holds it."""
    match value:
        case Money():
            return money_record(value)
        case Valuation():
            return {**money_record(value.money), "basis": str(value.basis)}
        case PartialDate():
            return {"value": value.value.isoformat(), "precision": str(value.precision)}
        case Investor():
            return {"name": value.name, "role": str(value.role)}
        case _:
            return msgspec.to_builtins(value)


def deal_record(deal: DealReport) -> dict[str, Any]:
    """Return the deal record of the annotation guide, with evidence spans and confidence."""
    told: dict[str, Told[Any] | None] = {name: getattr(deal, name) for name in DEAL_FIELDS}
    evidence = {name: _span(value) for name, value in told.items() if value is not None}
    if deal.investors:
        evidence["investors"] = _span(min(deal.investors, key=lambda i: i.start))
    record: dict[str, Any] = {name: None if value is None else plain(value.value) for name, value in told.items()}
    record["background"] = bool(record["background"])
    record["investors"] = [{**plain(i.value), "evidence": _span(i)} for i in deal.investors]
    record["evidence"] = evidence
    record["confidence"] = round(deal.confidence, 3)
    return record


def _span(told: Told[Any]) -> dict[str, Any]:
    return {"start": told.start, "end": told.end, "quote": told.quote}


# --- claims ----------------------------------------------------------------------------------------------------


def claims(reading: Reading, article: str, extractor: str, version: str) -> Iterator[Claim]:
    """Yield what one version of an extractor told of one article version as claims."""

    def claim(subject: str, field: str, told: Told[Any]) -> Claim:
        value = msgspec.to_builtins(told.value)
        span = (told.start, told.end, told.quote, told.confidence)
        return Claim(article, subject, field, value, *span, extractor, version)

    for sort, deals in (("deal", reading.deals), ("nameless", reading.nameless)):
        for n, deal in enumerate(deals):
            subject = f"{sort}:{n}"
            for name in DEAL_FIELDS:
                told: Told[Any] | None = getattr(deal, name)
                if told is not None:
                    yield claim(subject, name, told)
            for investor in deal.investors:
                yield claim(subject, "investor", investor)
            for sum_ in deal.restated:
                yield claim(subject, "restated", sum_)
            kind = deal.kind
            yield claim(subject, "confidence", Told(deal.confidence, kind.start, kind.end, kind.quote, kind.confidence))
    for n, fact in enumerate(reading.facts):
        yield claim(f"fact:{n}", "organisation", fact.organisation)
        yield claim(f"fact:{n}", fact.field, fact.value)
    for n, pair in enumerate(reading.names):
        yield claim(f"names:{n}", "name", pair.name)
        yield claim(f"names:{n}", "other", pair.other)


def reading(told: Iterable[Claim]) -> Reading:
    """Return the reading that the claims of one article version and one extractor version were made from.

    Investors and restated sums come in the order of the text.
    """
    subjects: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for c in told:
        sort, _, n = c.subject.partition(":")
        subjects[sort, int(n)].append(c)
    of: dict[str, list[list[Claim]]] = defaultdict(list)
    for (sort, _), group in sorted(subjects.items()):
        of[sort].append(group)
    return Reading(
        deals=tuple(_deal(group) for group in of["deal"]),
        nameless=tuple(_deal(group) for group in of["nameless"]),
        facts=tuple(_fact(group) for group in of["fact"]),
        names=tuple(_pair(group) for group in of["names"]),
    )


def _told(claim: Claim, type_: type[T]) -> Told[T]:
    return Told(msgspec.convert(claim.value, type_), claim.start, claim.end, claim.quote, claim.confidence)


def _deal(group: Sequence[Claim]) -> DealReport:
    fields: dict[str, Any] = {c.field: _told(c, DEAL_FIELDS[c.field]) for c in group if c.field in DEAL_FIELDS}
    fields.setdefault("company", None)
    in_order = sorted(group, key=lambda c: (c.start, c.end))
    investors = tuple(_told(c, Investor) for c in in_order if c.field == "investor")
    restated = tuple(_told(c, Money) for c in in_order if c.field == "restated")
    (confidence,) = (c.value for c in group if c.field == "confidence")
    return DealReport(investors=investors, restated=restated, confidence=confidence, **fields)


def _fact(group: Sequence[Claim]) -> OrganisationFact:
    (organisation,) = (c for c in group if c.field == "organisation")
    (value,) = (c for c in group if c.field != "organisation")
    return OrganisationFact(_told(organisation, str), value.field, _told(value, str))


def _pair(group: Sequence[Claim]) -> NamePair:
    by_field = {c.field: c for c in group}
    return NamePair(_told(by_field["name"], str), _told(by_field["other"], str))
