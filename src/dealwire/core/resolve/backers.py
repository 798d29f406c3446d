"""The backers of one deal: everyone whom a report names, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from dealwire.core.names import fold
from dealwire.core.resolve.deal_profile import OrganisationOf
from dealwire.core.resolve.origins import Origins
from dealwire.core.resolve.ruling import Ruling
from dealwire.core.resolve.support import support_of
from dealwire.model import Investor, Organisation, Report, Role, Support

ROLES = (Role.ACQUIRER, Role.LEAD, Role.EXISTING, Role.PARTICIPANT, Role.ADVISER)
"""Roles by how much they say: the first that any report tells is the backer's."""

Display = Callable[[str], str | None]

Alike = Callable[[str, str], bool]
"""Tells of two folded names whether they are likely one organisation's: too little to merge them in a whole store."""

Claims = dict[str, list[tuple[Investor, Support]]]


def backers(
    told: Sequence[Report],
    organisation_of: OrganisationOf,
    display: Display,
    company: Organisation | None,
    origins: Origins,
    alike: Alike,
) -> Ruling | None:
    """Every backer that any report names, each organisation once, with the role that says most.

    That two reports tell of one deal is evidence of its own: names that are only likely one organisation's are so
    here, unless some report names both.
    """
    claims: Claims = {}
    own = set(company.keys) if company else set()
    for report in told:
        for one in report.deal.investors:
            key = fold(one.value.name)
            if key not in own:
                claims.setdefault(organisation_of(key) or key, []).append((one.value, support_of(report, one)))
    if not claims:
        return None
    found = [_backer(members, claims, display, origins) for members in _parties(claims, alike)]
    found.sort(key=_order)
    support = tuple(support for of_party in claims.values() for _, support in of_party)
    return Ruling(found, "everyone whom a report names", support, ())


def _parties(claims: Claims, alike: Alike) -> list[list[str]]:
    """Group the organisations that are one backer told by two names, each by another report."""
    groups = {party: [party] for party in sorted(claims)}
    reports = {party: {support.report for _, support in claims[party]} for party in claims}
    names = {party: sorted({fold(investor.name) for investor, _ in claims[party]}) for party in claims}
    for a, b in combinations(sorted(claims), 2):
        first, second = groups[a], groups[b]
        if first is second or any(reports[p] & reports[q] for p in first for q in second):
            continue
        if any(alike(one, other) for one in names[a] for other in names[b]):
            first += second
            groups.update(dict.fromkeys(second, first))
    return [members for party, members in groups.items() if members[0] == party]


def _backer(members: Sequence[str], claims: Claims, display: Display, origins: Origins) -> dict[str, Any]:
    """Return a backer as its most told organisation; `also` holds the names of others that it is told by."""
    of_party = [claim for party in members for claim in claims[party]]
    first, *others = sorted(members, key=lambda party: (-len(claims[party]), party))
    roles = {investor.role for investor, _ in of_party}
    backer = {
        "name": _shown(first, claims, display),
        "role": str(next(role for role in ROLES if role in roles)),
        "named_by": origins.count(support for _, support in of_party),
    }
    return {**backer, "also": [_shown(party, claims, display) for party in others]} if others else backer


def _shown(party: str, claims: Claims, display: Display) -> str:
    return display(party) or _written(Counter(investor.name for investor, _ in claims[party]))


def _written(forms: Mapping[str, int]) -> str:
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _order(backer: Mapping[str, Any]) -> tuple[int, int, str]:
    return ROLES.index(Role(backer["role"])), -int(backer["named_by"]), str(backer["name"])
