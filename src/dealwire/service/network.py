"""Who funds whom: the parties of some deals as two columns, laid out so that few lines cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealwire.ports import DealRow
from dealwire.service.organisation_view import backers

ROUNDS = 12
"""Sweeps of the barycentre method (Sugiyama, Tagawa, Toda 1981): few lines cross after a handful."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Money from a backer to a company: in how many deals, and their sums in US dollars, where told, in all."""

    backer: str
    company: str
    deals: int
    usd: float
    deal: str


@dataclass(frozen=True, slots=True)
class Network:
    """Backers and companies in the order in which they stand, top to bottom, and the ties between them."""

    backers: tuple[str, ...]
    companies: tuple[str, ...]
    ties: tuple[Tie, ...]


def network(rows: Iterable[DealRow]) -> Network:
    """Return the network of some deals."""
    deals: dict[tuple[str, str], list[DealRow]] = defaultdict(list)
    for row in rows:
        for backer in backers(row):
            deals[backer, row.deal.company].append(row)
    ties = tuple(
        Tie(backer, company, len(of), sum(row.usd or 0.0 for row in of), of[0].deal.id)
        for (backer, company), of in deals.items()
    )
    left, right = _ordered({t.backer for t in ties}, {t.company for t in ties}, ties)
    place = {name: n for n, name in enumerate(left)}
    return Network(tuple(left), tuple(right), tuple(sorted(ties, key=lambda t: (place[t.backer], t.company))))


def _ordered(left: set[str], right: set[str], ties: Sequence[Tie]) -> tuple[list[str], list[str]]:
    """Order both columns so that each stands near the middle of what it is tied to."""
    of: dict[tuple[int, str], list[str]] = defaultdict(list)
    for tie in ties:
        of[0, tie.backer].append(tie.company)
        of[1, tie.company].append(tie.backer)
    columns = [sorted(left, key=lambda n: (-len(of[0, n]), n)), sorted(right, key=lambda n: (-len(of[1, n]), n))]
    for sweep in range(ROUNDS):
        side = (sweep + 1) % 2
        places = {name: n for n, name in enumerate(columns[1 - side])}
        middle = {name: sum(places[o] for o in of[side, name]) / len(of[side, name]) for name in columns[side]}
        columns[side].sort(key=lambda name: (middle[name], name))
    return columns[0], columns[1]
