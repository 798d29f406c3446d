"""How far a source can be relied on: how often its values were confirmed by others, as an iterative estimate.

Truth and reliability are estimated in turns, as CRH does (Li et al., Resolving conflicts in heterogeneous data by truth
discovery and source reliability estimation, SIGMOD 2014): the value with the greatest weight of independent origins
behind it is taken for true, and a source's weight is the logarithm of its loss, here 0 or 1 a value. CRH's loss is
relative to all sources'; ours is relative to a source of which nothing is known, so that a weight stays what it is when
other sources come in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Final

import msgspec

from dealwire.core.resolve.deal_profile import TENTATIVE
from dealwire.core.resolve.origins import source_name
from dealwire.model import Deal, Judgement, Support

CHECKED: Final = ("amount", "valuation", "round", "announced_on")
"""Fields that one source can tell right and another wrong."""

PRIOR_VALUES, PRIOR_WRONG = 10.0, 1.0
"""A source starts as if one of ten values had been wrong; of such a source the word weighs 1."""

LEAST, MOST = 0.25, 2.0
"""The bounds of a weight: nobody is silenced, nobody is believed against all others."""

ROUNDS: Final = 20


@dataclass(frozen=True, slots=True)
class Vote:
    """A source's value for one field of one deal: `camp` is what it says, `origin` whose word that is."""

    source: str
    origin: str
    camp: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What a source told and what became of it.

    `reports` are its reports of deals, `first` the deals that it told before any other origin did, `values` what it
    told of the checked fields, of which other origins `confirmed` some and `contradicted` others; `weight` is what its
    word weighs by that, 1 for a source of which nothing is known.
    """

    name: str
    reports: int
    first: int
    values: int
    confirmed: int
    contradicted: int
    weight: float


def records(deals: Iterable[Deal]) -> list[SourceRecord]:
    """Return the record of every source that reports some deals, by name; in whatever order the deals come."""
    questions: list[list[Vote]] = []
    told: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = defaultdict(int)
    values: dict[str, int] = defaultdict(int)
    for deal in deals:
        told_by = _reports(deal)
        for report, (source, _) in told_by.items():
            told[source].add(report)
        if deal.origins > 1 and (earliest := told_by.get(deal.reports[0])):
            first[earliest[0]] += 1
        for name in CHECKED:
            votes = list(_votes(deal, name))
            for source in {vote.source for vote in votes}:
                values[source] += 1
            if len({vote.origin for vote in votes}) > 1:
                questions.append(votes)
    tallies, weights = estimate(questions)
    return [
        SourceRecord(
            name, len(told[name]), first[name], values[name], *tallies.get(name, (0, 0)), weights.get(name, 1.0)
        )
        for name in sorted(told)
    ]


def _reports(deal: Deal) -> dict[str, tuple[str, str]]:
    """Return by report its source and origin, for those that have a named source."""
    claims = (claim for field in deal.fields.values() for claim in (*field.support, *field.against))
    return {claim.report: (source, claim.origin) for claim in claims if (source := source_name(claim.provider))}


def _votes(deal: Deal, name: str) -> Iterator[Vote]:
    """Yield what each source says of a field, once; a sum of talks that gave way to another is no error."""
    field = deal.fields.get(name)
    if field is None:
        return
    disputed = field.against if name in deal.conflicts else ()
    talks = _of_talks(deal)
    seen: set[tuple[str, str]] = set()
    for claim, camp in _camps(field.support, [claim for claim in disputed if claim.report not in talks]):
        source = source_name(claim.provider)
        if source and (source, camp) not in seen:
            seen.add((source, camp))
            yield Vote(source, claim.origin, camp)


def _of_talks(deal: Deal) -> set[str]:
    """Return the reports that told the deal as a rumour or as talks."""
    status = deal.fields.get("status")
    claims = (*status.support, *status.against) if status else ()
    return {claim.report for claim in claims if claim.value in TENTATIVE}


def _camps(support: Sequence[Support], against: Sequence[Support]) -> Iterator[tuple[Support, str]]:
    yield from ((claim, "") for claim in support)
    yield from ((claim, _said(claim.value)) for claim in against)


def _said(value: Any) -> str:  # noqa: ANN401 - plain JSON
    plain = {k: v for k, v in value.items() if k not in ("verbatim", "also")} if isinstance(value, dict) else value
    return msgspec.json.encode(plain, order="sorted").decode()


def estimate(questions: Sequence[Sequence[Vote]]) -> tuple[dict[str, tuple[int, int]], dict[str, float]]:
    """Return for each source how many of its values were confirmed and contradicted, and its weight.

    A question is what several origins say of one field; copies of one origin have one vote, that of their best source.
    """
    questions = [votes for votes in questions if votes]
    sources = sorted({vote.source for votes in questions for vote in votes})
    weights = dict.fromkeys(sources, 1.0)
    tallies: dict[str, tuple[int, int]] = {}
    for _ in range(ROUNDS):
        tallies = _tallied(questions, weights)
        after = {source: _weight(*tallies[source]) for source in sources}
        if after == weights:
            break
        weights = after
    return tallies, weights


def _weight(confirmed: int, contradicted: int) -> float:
    loss = (contradicted + PRIOR_WRONG) / (confirmed + contradicted + PRIOR_VALUES)
    return round(min(max(log(loss) / log(PRIOR_WRONG / PRIOR_VALUES), LEAST), MOST), 3)


def _tallied(questions: Sequence[Sequence[Vote]], weights: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    right: dict[str, int] = dict.fromkeys(weights, 0)
    wrong: dict[str, int] = dict.fromkeys(weights, 0)
    for votes in questions:
        behind: dict[str, dict[str, float]] = defaultdict(dict)
        for vote in votes:
            camp = behind[vote.camp]
            camp[vote.origin] = max(camp.get(vote.origin, 0.0), weights[vote.source])
        truth = min(behind, key=lambda camp: (-round(sum(behind[camp].values()), 6), camp))
        for vote in votes:
            if vote.camp != truth:
                wrong[vote.source] += 1
            elif len(behind[truth]) > 1:
                right[vote.source] += 1
    return {source: (right[source], wrong[source]) for source in weights}


def held(weight: float) -> float:
    """Return the share of a source's values that held, 0..1, which is what its weight says: a weight of 1 says .9."""
    return 1.0 - float((PRIOR_WRONG / PRIOR_VALUES) ** weight)


def adopted(judgements: Iterable[Judgement]) -> dict[str, float]:
    """Return the weights of sources that a judgement in force puts to use; none where there is no such judgement."""
    values = [judgement.value for judgement in judgements if judgement.about == "sources"]
    latest = values[-1] if values and isinstance(values[-1], dict) else {}
    return {str(name): min(max(float(weight), LEAST), MOST) for name, weight in latest.items()}
