"""How many independent origins the reports of a deal come from: ten copies of one wire story are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dealwire.core.resolve.components import group
from dealwire.model import Provider, Report, Support

COPIED = 60
"""Characters of a quote from which on two papers hardly chose the same words by themselves."""

SHARED_BANDS = 2
"""Bands of two near-duplicate signatures that texts with half of their pieces in common share, others don't."""


def source_name(provider: Provider) -> str | None:
    """Return the name by which a publisher has a record as a source; None for one that isn't told."""
    return provider.domain or provider.name


@dataclass(frozen=True, slots=True)
class Origins:
    """Which independent origin each report of a deal belongs to, and how much an origin's word weighs (1 by default).

    `of` maps a report's id to the name of its origin: that of the newsroom whose copy it is, else of its publisher,
    else of its article.
    """

    of: Mapping[str, str]
    weights: Mapping[str, float] = field(default_factory=dict)

    def told(self, supports: Iterable[Support]) -> set[str]:
        """Return the origins of some claims."""
        return {self.of.get(one.report, one.report) for one in supports}

    def count(self, supports: Iterable[Support]) -> int:
        """Return how many independent origins some claims have."""
        return len(self.told(supports))

    def weight(self, supports: Iterable[Support]) -> float:
        """Return what the word of the origins of some claims weighs together."""
        return round(sum(self.weights.get(origin, 1.0) for origin in self.told(supports)), 6)


def origins_of(reports: Sequence[Report], weights: Mapping[str, float] | None = None) -> Origins:
    """Group the reports of one deal into origins; `weights` gives the weight of sources by name.

    Reports of one article, of one publisher, with one agency's by-line, near-duplicates, and reports that give a value
    in the very same words are one origin. An origin weighs as much as its best source.
    """
    told = sorted(reports, key=lambda report: (report.known_at, report.id))
    by_id = {report.id: report for report in told}
    first_with: dict[str, str] = {}
    links = [(first_with.setdefault(mark, report.id), report.id) for report in told for mark in _marks(report)]
    of: dict[str, str] = {}
    heavy: dict[str, float] = {}
    for members in group(by_id, links):
        ordered = [report for report in told if report.id in set(members)] if len(told) > 1 else told
        name = _name(ordered)
        of.update((report.id, name) for report in ordered)
        known = [(weights or {}).get(source_name(report.provider) or "", 1.0) for report in ordered]
        heavy[name] = max(known)
    return Origins(of, heavy)


def _name(members: Sequence[Report]) -> str:
    """Return the name of an origin, by the earliest report of it that has one."""
    agencies = [report.agency for report in members if report.agency]
    sources = [name for report in members if (name := source_name(report.provider))]
    return next(iter((*agencies, *sources)), members[0].article_ref)


def _marks(report: Report) -> Iterator[str]:
    yield f"article {report.article}"
    if source := source_name(report.provider):
        yield f"source {source}"
    if report.agency:
        yield f"agency {report.agency}"
    for bands in combinations(report.sketch, SHARED_BANDS):
        yield f"text {bands}"
    for told in (report.deal.kind, report.deal.company, report.deal.amount, report.deal.valuation):
        quote = " ".join(told.quote.split()).casefold() if told else ""
        if len(quote) >= COPIED:
            yield f"quote {quote}"
