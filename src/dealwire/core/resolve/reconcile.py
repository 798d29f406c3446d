"""From the reports of one deal to its fields: the value that wins, by which rule, the claims for and against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import msgspec

from dealwire.core.resolve.amounts import usd
from dealwire.core.resolve.backers import Alike, Display, backers
from dealwire.core.resolve.dating import announced_on
from dealwire.core.resolve.deal_evidence import ALIKE_ROUNDS
from dealwire.core.resolve.deal_profile import VAGUE_ROUNDS, OrganisationOf, named_round
from dealwire.core.resolve.deals import place_in_time
from dealwire.core.resolve.ids import deal_id
from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.origins import Origins, origins_of
from dealwire.core.resolve.progress import progress
from dealwire.core.resolve.rates import NO_RATES, Rates
from dealwire.core.resolve.reports import is_background
from dealwire.core.resolve.ruling import Ruling
from dealwire.core.resolve.sums import reconcile_sums
from dealwire.core.resolve.support import confidence, ordered, support_of
from dealwire.core.resolve.tranches import parted, speaking, tranches
from dealwire.model import (
    Deal,
    Field,
    Judgement,
    Kind,
    Money,
    Organisation,
    Report,
    Round,
    StatusStep,
    Support,
    Told,
    Verdict,
)

FIELDS = ("kind", "company", "round", "round_label", "status", "amount", "valuation", "announced_on", "investors")
"""A deal's fields, in the order in which they are shown."""


NO_WEIGHTS: Mapping[str, float] = MappingProxyType({})
"""Every source weighs the same."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A deal with what lists filter and sort by: its day (None: unknown) and its amount in US dollars at that time."""

    deal: Deal
    announced_on: date | None
    usd: float | None


def reconcile(
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    rates: Rates = NO_RATES,
    organisation: Organisation | None = None,
    organisation_of: OrganisationOf = lambda _: None,
    display: Display = lambda _: None,
    weights: Mapping[str, float] = NO_WEIGHTS,
    alike: Alike = lambda _a, _b: False,
) -> Reconciled:
    """Reconcile the reports of one deal of an organisation, in whatever order they come.

    `organisation_of` gives the organisation id of a folded name, `display` the name to show for an organisation id,
    `weights` what the word of a source weighs (1 by default), `alike` tells names of backers that are likely one's. A
    person's corrections of fields come before every rule.
    """
    told = sorted(reports, key=place_in_time)
    company = organisation.name if organisation else told[0].company
    origins = origins_of(told, weights)
    parts = parted(told, rates)
    history, status = progress(told)
    rulings = {
        "kind": _most_told("kind", told),
        "company": _company(company, told),
        "round": _round(told, origins),
        "status": status,
        "amount": _amount(parts, rates, origins),
        "valuation": reconcile_sums(told, "valuation", rates, origins),
        "announced_on": announced_on(told),
        "investors": backers(told, organisation_of, display, organisation, origins, alike),
    }
    rulings["round_label"] = _round_label(told, rulings["round"])
    corrected = _corrections(told, judgements)
    fields = {
        name: field
        for name in FIELDS
        if (field := _field(name, rulings.get(name), corrected.get(name), origins)) is not None
    }
    conflicts = tuple(
        n for n in FIELDS if n in fields and n not in corrected and (r := rulings[n]) is not None and r.conflict
    )
    row = _row(told, fields, conflicts, history, organisation, company, rates, origins, _held_back(told, judgements))
    return replace(row, deal=replace(row.deal, tranches=tranches(parts, rates, origins)))


def _row(
    told: Sequence[Report],
    fields: dict[str, Field],
    conflicts: tuple[str, ...],
    history: tuple[StatusStep, ...],
    organisation: Organisation | None,
    company: str,
    rates: Rates,
    origins: Origins,
    held_back: bool,
) -> Reconciled:
    deal = Deal(
        id=deal_id(told[0].id),
        kind=_kind(fields["kind"].value, told[0].deal.kind.value),
        company=str(fields["company"].value) if "company" in fields else company,
        organisation=organisation.id if organisation else "",
        fields=fields,
        reports=tuple(report.id for report in told),
        articles=tuple(dict.fromkeys(report.article for report in told)),
        history=history,
        conflicts=conflicts,
        background=all(is_background(report) for report in told),
        confidence=confidence(
            [support_of(r, Told(0, 0, 0, r.deal.kind.quote, r.deal.confidence), 0) for r in told], (), origins
        ),
        origins=len(set(origins.of.values())),
        draft=held_back,
    )
    day = _day(fields.get("announced_on"))
    money = _money(fields.get("amount"))
    return Reconciled(deal, day, None if money is None else usd(money, day or told[0].known_at.date(), rates))


def _held_back(told: Sequence[Report], judgements: Sequence[Judgement]) -> bool:
    """Tell whether a deal is a draft: as a person said last, else while every article of it is one."""
    ids = {report.id for report in told}
    said = [judgement.verdict for judgement in about(judgements, "publication") if judgement.a in ids]
    return said[-1] is Verdict.DRAFT if said else all(report.draft for report in told)


def _kind(value: object, otherwise: Kind) -> Kind:
    """Read a kind, which a person may have corrected to something that is none."""
    return next((kind for kind in Kind if kind == value), otherwise)


def _day(field: Field | None) -> date | None:
    try:
        return date.fromisoformat(field.value["value"]) if field else None
    except (TypeError, KeyError, ValueError):
        return None


def _money(field: Field | None) -> Money | None:
    try:
        return msgspec.convert(field.value, Money) if field else None
    except msgspec.ValidationError:
        return None


def _amount(parts: dict[str, list[Report]], rates: Rates, origins: Origins) -> Ruling | None:
    """The sum of the deal as a whole; what is told of its other tranches neither supports nor contradicts it."""
    ruling = reconcile_sums(speaking(parts), "amount", rates, origins)
    if ruling is None or len(parts) == 1:
        return ruling
    return replace(ruling, rule=f"{ruling.rule}; other tranches apart")


def _field(name: str, ruling: Ruling | None, corrected: Judgement | None, origins: Origins) -> Field | None:
    def cited(claims: Iterable[Support]) -> tuple[Support, ...]:
        return ordered(replace(claim, origin=origins.of[claim.report]) for claim in claims)

    if corrected is not None:
        claims = (*ruling.support, *ruling.against) if ruling else ()
        agreeing = cited(claim for claim in claims if claim.value == corrected.value)
        others = cited(claim for claim in claims if claim.value != corrected.value)
        return Field(name, corrected.value, f"corrected by {corrected.by}", 1.0, agreeing, others)
    if ruling is None:
        return None
    sure = confidence(ruling.support, ruling.against if ruling.conflict else (), origins)
    return Field(name, ruling.value, ruling.rule, sure, cited(ruling.support), cited(ruling.against))


def _corrections(told: Sequence[Report], judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """Return the corrections in force for this deal's reports, by field; of several for one field the latest wins."""
    ids = {report.id for report in told}
    return {judgement.b: judgement for judgement in about(judgements, "field") if judgement.a in ids}


def _most_told(name: str, told: Sequence[Report]) -> Ruling | None:
    claims = [support_of(report, value) for report in told if (value := getattr(report.deal, name)) is not None]
    if not claims:
        return None
    counts = Counter(str(claim.value) for claim in claims)
    winner = min(counts, key=lambda value: (-counts[value], value))
    support = tuple(claim for claim in claims if claim.value == winner)
    return Ruling(winner, "told by most reports", support, tuple(claim for claim in claims if claim.value != winner))


def _company(company: str, told: Sequence[Report]) -> Ruling:
    """The organisation's name; a report whose company was lent by its record tells nothing of it."""
    claims = tuple(
        support_of(report, report.deal.company) for report in told if report.deal.company and not report.tied
    )
    return Ruling(company, "the name that most articles use", claims, ())


def _round(told: Sequence[Report], origins: Origins) -> Ruling | None:
    """A stage that a text names wins over one merely inferred; among equals, that with most independent origins."""
    named: dict[Round, list[Support]] = {}
    inferred: dict[Round, list[Support]] = {}
    for report in told:
        if report.deal.round:
            rounds = inferred if named_round(report.deal) is None else named
            rounds.setdefault(report.deal.round.value, []).append(support_of(report, report.deal.round))
    open_to = named or inferred
    if not open_to:
        return None
    order = list(Round)
    winner = min(
        open_to, key=lambda stage: (stage in VAGUE_ROUNDS, -origins.weight(open_to[stage]), order.index(stage))
    )
    support = (*open_to[winner], *inferred.get(winner, ())) if named else tuple(open_to[winner])
    against = tuple(claim for stage, claims in named.items() if stage is not winner for claim in claims)
    conflict = any(frozenset({winner, stage}) not in ALIKE_ROUNDS for stage in named if stage is not winner)
    rule = "a named stage before an inferred one" if named and inferred else "the stage that most origins name"
    return Ruling(str(winner), rule, support, against, conflict)


def _round_label(told: Sequence[Report], round_: Ruling | None) -> Ruling | None:
    """The words for the stage that won, as most reports write them."""
    fitting = [
        r
        for r in told
        if r.deal.round_label and (round_ is None or not r.deal.round or r.deal.round.value == round_.value)
    ]
    claims = [support_of(report, report.deal.round_label) for report in fitting if report.deal.round_label]
    if not claims:
        return None
    counts = Counter(str(claim.value) for claim in claims)
    winner = min(counts, key=lambda label: (-counts[label], -len(label), label))
    return Ruling(winner, "the label that most reports write", tuple(claims), ())
