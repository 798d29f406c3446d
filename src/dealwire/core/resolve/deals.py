"""From the reports of one company to its deals.

Grouping is agglomerative in a canonical order: the reports that say most found the groups, the others join the group
they fit best; no report joins a group in which one report speaks against it, so an unlabelled report can't chain two
rounds together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from dealwire.core.resolve.aliases import NO_ALIASES, Aliases
from dealwire.core.resolve.components import group, verdicts
from dealwire.core.resolve.deal_evidence import DEAREST_KIND, IMPOSSIBLE, PRIOR, Evidence
from dealwire.core.resolve.deal_profile import OrganisationOf, Profile, profile
from dealwire.core.resolve.judgements import about
from dealwire.core.resolve.rates import NO_RATES, Rates
from dealwire.model import Doubt, Judgement, Kind, Report

SPEAKS_AGAINST = -2.5
"""A pair with fewer bits than this keeps its groups apart (between two kinds: apart from the kind)."""

LOOSELY = 1.0
"""A report that fits its deal by fewer bits than this is worth a person's look."""

COMPARED = 16
"""How many reports of a group a newcomer is compared with, those that say most: a famous deal stays cheap."""

_by_rank = attrgetter("rank")


@dataclass(slots=True)
class _Group:
    """Reports that tell of one deal so far, those that say most first."""

    members: list[Profile]
    barred: set[str] = field(default_factory=set)

    @property
    def kind(self) -> Kind:
        return self.members[0].kind

    @property
    def rank(self) -> tuple[object, ...]:
        return self.members[0].rank


@dataclass(slots=True)
class _Grouping:
    evidence: Evidence
    groups: list[_Group] = field(default_factory=list)
    _memo: dict[tuple[str, str], float] = field(default_factory=dict)

    def _pair(self, a: Profile, b: Profile) -> float:
        """Weigh two reports; what is hopeless even between two kinds is only told to be so."""
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._memo:
            self._memo[key] = self.evidence.total_or_less(a, b, SPEAKS_AGAINST + DEAREST_KIND)
        return self._memo[key]

    def _pairs(self, a: _Group, b: _Group, least: float) -> list[float] | None:
        """Weigh two groups' reports pair by pair; None as soon as a verdict bars them or a pair falls below `least`."""
        if a.kind is not b.kind or any(one.id in a.barred for one in b.members):
            return None
        weights = []
        for x in a.members[:COMPARED]:
            for y in b.members[:COMPARED]:
                weight = self._pair(x, y)
                if weight < least:
                    return None
                weights.append(weight)
        return weights

    def fit(self, a: _Group, b: _Group) -> float:
        """Return how well two groups fit, the mean of their pairs: they are one deal from even odds, 0, on."""
        weights = self._pairs(a, b, SPEAKS_AGAINST)
        return sum(weights) / len(weights) if weights else IMPOSSIBLE

    def open_to(self, a: _Group, b: _Group) -> bool:
        """Tell whether groups have nothing much against each other."""
        return self._pairs(a, b, PRIOR - 0.25) is not None

    def add(self, newcomer: _Group) -> None:
        """Put a newcomer into the group that it fits best, else on its own."""
        score, best = max(
            ((self.fit(known, newcomer), -n) for n, known in enumerate(self.groups)), default=(IMPOSSIBLE, 0)
        )
        if score >= 0:
            self._merge(self.groups[-best], newcomer)
        else:
            self.groups.append(newcomer)

    def settle(self) -> None:
        """Join groups that fit, the best pair first, until none do."""
        ordered = sorted(self.groups, key=_by_rank)
        fits = {
            (i, j): self.fit(ordered[i], ordered[j]) for i in range(len(ordered)) for j in range(i + 1, len(ordered))
        }
        while fits:
            (i, j), score = max(fits.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
            if score < 0:
                break
            self._merge(ordered[i], ordered[j])
            ordered[j].members = []
            fits = {
                pair: self.fit(ordered[pair[0]], ordered[pair[1]]) if i in pair else old
                for pair, old in fits.items()
                if j not in pair
            }
        self.groups = [known for known in ordered if known.members]

    def adopt(self) -> None:
        """Let undated reports join the only deal, of those that say more, that nothing in them speaks against.

        "Months after its last round", in the news of another, is no report of that round: it stays with its article.
        """
        ordered = sorted(self.groups, key=_by_rank)
        telling = {one.article for known in ordered for one in known.members if not one.bare}
        self.groups = []
        for known in ordered:
            open_to = []
            if all(one.undated for one in known.members):
                at_home = {one.article for one in known.members if one.bare} & telling
                open_to = [
                    other
                    for other in self.groups
                    if self.open_to(other, known) and at_home <= {one.article for one in other.members}
                ]
            if len(open_to) == 1:
                self._merge(open_to[0], known)
            else:
                self.groups.append(known)

    def cross(self) -> None:
        """Last, join deals of two kinds where reports say that papers call one deal by two names, the clearest first.

        The best pair has to outweigh the kinds; the others only may not speak against it in all else.
        """
        ordered = sorted(self.groups, key=_by_rank)
        clear = [
            (self._crossing(a, b), i, j)
            for i, a in enumerate(ordered)
            for j, b in enumerate(ordered[i + 1 :], i + 1)
            if a.kind is not b.kind
        ]
        joined: set[int] = set()
        for _, i, j in sorted((entry for entry in clear if entry[0] >= 0), key=lambda e: (-e[0], e[1], e[2])):
            if joined.isdisjoint((i, j)):
                joined |= {i, j}
                self._merge(ordered[i], ordered[j])
                ordered[j].members = []
        self.groups = [known for known in ordered if known.members]

    def _crossing(self, a: _Group, b: _Group) -> float:
        if any(one.id in a.barred for one in b.members):
            return IMPOSSIBLE
        kind = self.evidence.kind(a.members[0], b.members[0])
        weights = [self._pair(x, y) for x in a.members[:COMPARED] for y in b.members[:COMPARED]]
        return IMPOSSIBLE if min(weights) - kind < SPEAKS_AGAINST else max(weights)

    def doubts(self) -> dict[str, list[Doubt]]:
        """Return by report the groupings that nearly went the other way.

        Of two deals of one kind, that they are two, where some odds stand for one; of a report, that it is of its deal.
        """
        found: dict[str, list[Doubt]] = {}
        ordered = sorted(self.groups, key=_by_rank)
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 :]:
                bits = self.fit(a, b)
                if bits > SPEAKS_AGAINST:
                    for one, other in ((a, b), (b, a)):
                        first, second = one.members[0].id, other.members[0].id
                        found.setdefault(first, []).append(Doubt(first, second, together=False, bits=round(bits, 2)))
            for member in a.members[1:COMPARED]:
                weights = [self.evidence.total(member, known) for known in a.members[:COMPARED] if known is not member]
                bits = sum(weights) / len(weights)
                if bits < LOOSELY:
                    doubt = Doubt(member.id, a.members[0].id, together=True, bits=round(bits, 2))
                    found.setdefault(member.id, []).append(doubt)
        return found

    def _merge(self, into: _Group, other: _Group) -> None:
        into.members = sorted(into.members + other.members, key=_by_rank)
        into.barred |= other.barred


@dataclass(frozen=True, slots=True)
class Cluster:
    """The reports of one deal, by date, then id; and what of the grouping is in doubt."""

    reports: tuple[Report, ...]
    doubts: tuple[Doubt, ...] = ()


def cluster(
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    rates: Rates = NO_RATES,
    organisation_of: OrganisationOf = lambda _: None,
    aliases: Aliases = NO_ALIASES,
) -> list[tuple[Report, ...]]:
    """Return the reports of each deal: see `clusters`."""
    return [found.reports for found in clusters(reports, judgements, rates, organisation_of, aliases)]


def clusters(
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    rates: Rates = NO_RATES,
    organisation_of: OrganisationOf = lambda _: None,
    aliases: Aliases = NO_ALIASES,
) -> list[Cluster]:
    """Group the reports of one organisation into deals; a person's verdicts on pairs of reports come first.

    Reports of a deal come by date, then id; deals by their first report. `organisation_of` gives a name key's
    organisation, so that backers named in two ways count as one; by `aliases` a fund is told to be of a backer.
    """
    by_id = {report.id: report for report in reports if report.company}
    if len(by_id) == 1:
        return [Cluster(tuple(by_id.values()))]
    profiles = {id_: profile(report, organisation_of) for id_, report in by_id.items()}
    verdicts_in_force = about(judgements, "report")
    same, different = verdicts(verdicts_in_force)
    judged = {id_ for pair in same for id_ in pair}
    grouping = _Grouping(Evidence(rates, aliases))
    founding = [
        _Group(sorted((profiles[id_] for id_ in ids), key=_by_rank)) for ids in group(by_id, (), verdicts_in_force)
    ]
    for newcomer in sorted(founding, key=_by_rank):
        ids = {one.id for one in newcomer.members}
        newcomer.barred = {b for a, b in different if a in ids} | {a for a, b in different if b in ids}
        grouping.add(newcomer)
    grouping.settle()
    grouping.adopt()
    grouping.cross()
    doubts = grouping.doubts()
    found = []
    for known in grouping.groups:
        of = [doubt for one in known.members for doubt in doubts.get(one.id, ()) if one.id not in judged]
        told = sorted((by_id[one.id] for one in known.members), key=place_in_time)
        found.append(Cluster(tuple(told), tuple(sorted(of, key=lambda one: (-one.bits, one.report, one.other)))))
    return sorted(found, key=lambda deal: place_in_time(deal.reports[0]))


def place_in_time(report: Report) -> tuple[object, ...]:
    """The order of a deal's reports: by when the world could know them, then by id."""
    return report.known_at, report.id
