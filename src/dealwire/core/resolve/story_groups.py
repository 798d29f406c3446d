"""Headlines of one event, grouped as they come, with the same result in any order.

Groups are made in rounds of falling likeness. In each round every group is tied to the one most like it, if it is like
enough, and what is tied becomes one group of the next round: sub-cluster components (Monath et al., "Scalable
Hierarchical Agglomerative Clustering", KDD 2021). Each round is kept as it stands, so that a headline costs what it
changes there, and the groups depend on the headlines alone.

Weights are whole numbers: sums of them are exact in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import exp2, log2, sqrt

ROUNDS = (0.6, 0.42, 0.3, 0.21, 0.15, 0.11, 0.09)
"""How like two groups must be to be tied, round by round."""

HALF_LIFE = 16 * 60
LATENESS = 0.15
"""Minutes, and a share of them, squared: see `nearness`."""

REACH = 4 * 24 * 60
"""Groups whose middles lie further apart than this, in minutes, are never tied."""

HEAVIEST = 32
"""Terms of a group that count when it is compared; a headline has fewer."""

ONE_TERM = 0.45
"""The share of the weightiest common term that does not count: no one name or word makes a story."""

FEW = 1.0
"""So few headlines tell little: two lone ones must be twice as like each other as two crowds."""

CROWD = 0.05
"""By this power of the smaller one's size, two groups must be more like each other: much is known of both."""

UNIT = 1024
"""The length of a vector, whose weights are whole numbers so that sums are exact in any order."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as grouping sees it: when it was known, in minutes, and its terms with their weights."""

    key: str
    minute: int
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Headlines taken together: their keys, and the sums of their minutes and of their vectors."""

    members: tuple[str, ...]
    minutes: int
    sums: Mapping[str, int]
    id: str = field(init=False)
    middle: float = field(init=False)
    direction: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Derive what comparing needs: the least key as id, the middle of the times, the head of the unit vector."""
        object.__setattr__(self, "id", self.members[0])
        object.__setattr__(self, "middle", self.minutes / len(self.members))
        object.__setattr__(self, "direction", _direction(self.sums))


def _direction(sums: Mapping[str, int]) -> dict[str, int]:
    scale = UNIT / (sqrt(sum([n * n for n in sums.values()])) or 1)
    if len(sums) > HEAVIEST:
        least = sorted(sums.values())[-HEAVIEST]
        head = sorted((-n, term) for term, n in sums.items() if n >= least)
        sums = {term: -n for n, term in head[:HEAVIEST]}
    return {term: weight for term, n in sums.items() if (weight := round(n * scale))}


def single(headline: Headline) -> Group:
    """Return a headline as a group of one, its vector scaled to one length."""
    length = sqrt(sum(sorted(weight * weight for weight in headline.terms.values()))) or 1.0
    sums = {term: round(UNIT * weight / length) for term, weight in headline.terms.items()}
    return Group((headline.key,), headline.minute, sums)


def joined(groups: Iterable[Group]) -> Group:
    """Return groups as one."""
    members: list[str] = []
    sums: dict[str, int] = {}
    minutes = 0
    for group in groups:
        members += group.members
        minutes += group.minutes
        for term, n in group.sums.items():
            sums[term] = sums.get(term, 0) + n
    return Group(tuple(sorted(members)), minutes, sums)


def likeness(a: Group, b: Group) -> float:
    """Return how like each other two groups are, 0..1.

    The cosine of their vectors, the weightiest common term counted in part; less if they lie apart or are few.
    """
    few, many = (a.direction, b.direction) if len(a.direction) <= len(b.direction) else (b.direction, a.direction)
    common = [weight * many[term] for term, weight in few.items() if term in many]
    if not common:
        return 0.0
    cosine = (sum(common) - ONE_TERM * max(common)) / (UNIT * UNIT)
    return cosine * nearness(a, b) * _told_by(len(a.members), len(b.members))


def _told_by(these: int, those: int) -> float:
    """Return what a likeness is worth, by how many headlines it rests on."""
    others = these + those - 1
    return others / (others + FEW) / exp2(CROWD * log2(min(these, those)))


def nearness(a: Group, b: Group) -> float:
    """Return how near two groups are in time, 0..1.

    It halves with every day between two lone headlines, and within six hours between two bursts: many reports date an
    event well, one does not.
    """
    apart = abs(a.middle - b.middle)
    if apart > REACH:
        return 0.0
    spread = sqrt(1 / len(a.members) + 1 / len(b.members) + LATENESS)
    return exp2(-apart / (HALF_LIFE * spread))


class _Round:
    """The groups of one round, each with its tie to the most like it, and what they come to."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._groups: dict[str, Group] = {}
        self._posted: dict[tuple[str, int], dict[str, int]] = {}
        self._tie: dict[str, tuple[float, str]] = {}
        self._tied_by: dict[str, set[str]] = defaultdict(set)
        self._whole_of: dict[str, str] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._wholes: dict[str, Group] = {}

    def update(self, gone: Iterable[Group], new: Iterable[Group]) -> tuple[list[Group], list[Group]]:
        """Take groups out and put others in; return which groups of the next round go, and which come."""
        gone, new = list(gone), list(new)
        fresh = {group.id for group in new}
        loose: set[str] = set()
        for group in gone:
            loose |= self._take_out(group)
        for group in new:
            self._put_in(group)
        changed = set(fresh)
        for id_ in sorted((loose & self._groups.keys()) - fresh):
            self._find_tie(self._groups[id_])
            changed.add(id_)
        for group in new:
            changed |= self._find_tie(group)
        touched = {self._whole_of[id_] for id_ in changed | {g.id for g in gone} if id_ in self._whole_of}
        return self._regroup(touched, changed, fresh)

    def _put_in(self, group: Group) -> None:
        self._groups[group.id] = group
        stretch = int(group.middle // REACH)
        for term, weight in group.direction.items():
            self._posted.setdefault((term, stretch), {})[group.id] = weight

    def _take_out(self, group: Group) -> set[str]:
        """Remove a group; return the ids that were tied to it."""
        del self._groups[group.id]
        stretch = int(group.middle // REACH)
        for term in group.direction:
            posted = self._posted[term, stretch]
            del posted[group.id]
            if not posted:
                del self._posted[term, stretch]
        self._untie(group.id)
        return set(self._tied_by.pop(group.id, ()))

    def _untie(self, id_: str) -> None:
        tie = self._tie.pop(id_, None)
        if tie and tie[1] in self._tied_by:
            self._tied_by[tie[1]].discard(id_)

    def _find_tie(self, group: Group) -> set[str]:
        """Tie a group to the most like it, and those to it that it is most like; return the ids of the latter."""
        best: tuple[float, str] | None = None
        better = set()
        for id_, score in self._like(group):
            if best is None or (-score, id_) < best:
                best = (-score, id_)
            theirs = self._tie.get(id_)
            if theirs is None or (-score, group.id) < theirs:
                self._set_tie(id_, (-score, group.id))
                better.add(id_)
        if best is None:
            self._untie(group.id)
        else:
            self._set_tie(group.id, best)
        return better

    def _set_tie(self, id_: str, tie: tuple[float, str]) -> None:
        self._untie(id_)
        self._tie[id_] = tie
        self._tied_by[tie[1]].add(id_)

    def _like(self, group: Group) -> Iterator[tuple[str, float]]:
        """Yield the groups that are like enough to one, with how much."""
        products: dict[str, int] = {}
        stretch = int(group.middle // REACH)
        for term, weight in group.direction.items():
            for near in (stretch - 1, stretch, stretch + 1):
                for id_, theirs in self._posted.get((term, near), {}).items():
                    products[id_] = products.get(id_, 0) + weight * theirs
        products.pop(group.id, None)
        enough = self._least * UNIT * UNIT
        for id_, product in products.items():
            if product >= enough and (score := likeness(group, self._groups[id_])) >= self._least:
                yield id_, score

    def _regroup(self, touched: set[str], changed: set[str], fresh: set[str]) -> tuple[list[Group], list[Group]]:
        start = changed.union(*(self._parts[whole] for whole in touched)) & self._groups.keys()
        after: list[frozenset[str]] = []
        reached: set[str] = set()
        for id_ in sorted(start):
            if id_ not in reached:
                parts = self._connected(id_)
                reached |= parts
                after.append(frozenset(parts))
        touched = touched | {self._whole_of[id_] for id_ in reached if id_ in self._whole_of}
        same = {parts for parts in after if not parts & fresh} & {self._parts[whole] for whole in touched}
        gone = [self._forget(whole) for whole in sorted(touched) if self._parts[whole] not in same]
        return gone, [self._remember(parts) for parts in after if parts not in same]

    def _connected(self, id_: str) -> set[str]:
        reached, front = {id_}, [id_]
        while front:
            at = front.pop()
            tie = self._tie.get(at)
            near = {*self._tied_by.get(at, ()), *([tie[1]] if tie else [])} - reached
            reached |= near
            front += near
        return reached

    def _forget(self, whole: str) -> Group:
        for id_ in self._parts.pop(whole):
            del self._whole_of[id_]
        return self._wholes.pop(whole)

    def _remember(self, parts: frozenset[str]) -> Group:
        groups = [self._groups[id_] for id_ in parts]
        whole = groups[0] if len(groups) == 1 else joined(groups)
        self._wholes[whole.id] = whole
        self._parts[whole.id] = parts
        self._whole_of.update(dict.fromkeys(parts, whole.id))
        return whole


class StoryGroups:
    """Headlines grouped by event. Any order of updates that ends with the same headlines ends with the same groups."""

    def __init__(self, rounds: Iterable[float] = ROUNDS) -> None:
        self._rounds = [_Round(least) for least in rounds]
        self._singles: dict[str, Group] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def update(self, headlines: Iterable[Headline] = (), gone: Iterable[str] = ()) -> set[str]:
        """Bring in headlines, in place of earlier ones of their keys, and take out others by key.

        Return the keys of those whose group changed. Many at a time cost less than one by one.
        """
        coming = {headline.key: single(headline) for headline in headlines}
        out = [self._singles.pop(key) for key in sorted({*coming, *gone}) if key in self._singles]
        self._singles |= coming
        new = [coming[key] for key in sorted(coming)]
        for one in self._rounds:
            out, new = one.update(out, new)
        for group in out:
            del self._groups[group.id]
        for group in new:
            self._groups[group.id] = group.members
        return {key for group in (*out, *new) for key in group.members}

    def groups(self) -> list[tuple[str, ...]]:
        """Return the groups, each its keys in order, by the least key."""
        return [self._groups[id_] for id_ in sorted(self._groups)]
