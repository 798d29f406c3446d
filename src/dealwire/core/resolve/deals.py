"""From the reports of one company to its deals.

Grouping is agglomerative in a canonical order: the reports that say most found the groups, the others join the group they fit best; no
report joins a group in which one report speaks against it, so an unlabelled report can't chain two rounds together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dealwire.core.resolve.components import group, verdicts
from dealwire.core.resolve.deal_evidence import IMPOSSIBLE, PRIOR, Evidence
from dealwire.core.resolve.deal_profile import OrganisationOf, Profile, profile
from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.rates import NO_RATES, Rates
from dealwire.model import Judgement, Report

SPEAKS_AGAINST = -2.5
"""A pair with fewer bits than this keeps its groups apart."""

COMPARED = 24
"""Reports of a group that a newcomer is compared with: the first, which say most. A deal that a thousand papers told stays cheap."""


@dataclass(slots=True)
class _Group:
    """Reports that tell of one deal so far, those that say most first."""

    members: list[Profile]
    barred: set[str] = field(default_factory=set)

    @property
    def rank(self) -> tuple[object, ...]:
        return _rank(self.members[0])


def _rank(one: Profile) -> tuple[object, ...]:
    """The canonical order: what says most first, then the earliest, then by id."""
    says = (one.round is not None) + (one.amount is not None) + 0.5 * bool(one.backers)
    return one.background, one.first is None, -says, one.known, one.id


@dataclass(slots=True)
class _Grouping:
    evidence: Evidence
    groups: list[_Group] = field(default_factory=list)
    _memo: dict[tuple[str, str], float] = field(default_factory=dict)

    def _pair(self, a: Profile, b: Profile) -> float:
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._memo:
            self._memo[key] = self.evidence.total(a, b)
        return self._memo[key]

    def fit(self, a: _Group, b: _Group) -> float:
        """Return how well two groups fit: the mean of their pairs, or `IMPOSSIBLE` where one speaks against or none speaks for it."""
        if any(one.id in a.barred for one in b.members):
            return IMPOSSIBLE
        pairs = [self._pair(x, y) for x in a.members[:COMPARED] for y in b.members[:COMPARED]]
        if min(pairs) < SPEAKS_AGAINST or max(pairs) < 0:
            return IMPOSSIBLE
        return sum(pairs) / len(pairs)

    def lean(self, a: _Group, b: _Group) -> float:
        """Return how well groups fit that have nothing for or against each other."""
        if any(one.id in a.barred for one in b.members):
            return IMPOSSIBLE
        pairs = [self._pair(x, y) for x in a.members[:COMPARED] for y in b.members[:COMPARED]]
        return IMPOSSIBLE if min(pairs) < PRIOR - 0.5 else sum(pairs) / len(pairs)

    def add(self, newcomer: _Group) -> None:
        """Put a newcomer into the group that it fits best, else on its own."""
        best = max(self.groups, key=lambda known: self.fit(known, newcomer), default=None)
        if best is not None and self.fit(best, newcomer) > SPEAKS_AGAINST:
            self._merge(best, newcomer)
        else:
            self.groups.append(newcomer)

    def settle(self) -> None:
        """Join groups that fit, the best pair first, until none do."""
        while True:
            ordered = sorted(self.groups, key=lambda known: known.rank)
            scored = [(self.fit(a, b), -i, -j) for i, a in enumerate(ordered) for j, b in enumerate(ordered[i + 1 :], i + 1)]
            score, i, j = max(scored, default=(IMPOSSIBLE, 0, 0))
            if score < 0:
                return
            self.groups = ordered
            kept, gone = ordered[-i], ordered[-j]
            self.groups.remove(gone)
            self._merge(kept, gone)

    def adopt(self) -> None:
        """Let a lone recalled deal without a date join the only deal that nothing in it speaks against."""
        for stray in sorted(self.groups, key=lambda known: known.rank):
            if len(stray.members) > 1 or not stray.members[0].background or stray.members[0].first is not None:
                continue
            open_to = [other for other in self.groups if other is not stray and self.lean(other, stray) > IMPOSSIBLE]
            if len(open_to) == 1:
                self.groups.remove(stray)
                self._merge(open_to[0], stray)

    def _merge(self, into: _Group, other: _Group) -> None:
        into.members = sorted(into.members + other.members, key=_rank)
        into.barred |= other.barred


def cluster(
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    rates: Rates = NO_RATES,
    organisation_of: OrganisationOf = lambda _: None,
) -> list[tuple[Report, ...]]:
    """Group the reports of one organisation into deals; a person's verdicts on pairs of reports come first.

    Reports of a deal come by date, then id; deals by their first report. `organisation_of` gives a name key's organisation, so that
    backers named in two ways count as one.
    """
    by_id = {report.id: report for report in reports if report.company}
    profiles = {id_: profile(report, organisation_of) for id_, report in by_id.items()}
    verdicts_in_force = about(judgements, "report")
    _, different = verdicts(verdicts_in_force)
    grouping = _Grouping(Evidence(rates))
    judged = [_Group(sorted((profiles[id_] for id_ in ids), key=_rank)) for ids in group(by_id, (), verdicts_in_force)]
    for newcomer in sorted(judged, key=lambda known: known.rank):
        ids = {one.id for one in newcomer.members}
        newcomer.barred = {b for a, b in different if a in ids} | {a for a, b in different if b in ids}
        grouping.add(newcomer)
    grouping.settle()
    grouping.adopt()
    found = [tuple(sorted((by_id[one.id] for one in known.members), key=place_in_time)) for known in grouping.groups]
    return sorted(found, key=lambda deal: place_in_time(deal[0]))


def place_in_time(report: Report) -> tuple[object, ...]:
    """The order of a deal's reports: by when the world could know them, then by id."""
    return report.known_at, report.id
